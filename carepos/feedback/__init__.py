"""One-touch ratings, and what they set in motion."""

from carepos.feedback.actions import LOW, rate, reinstate, withdraw
from carepos.feedback.queries import Rated, history, of_day

__all__ = ["LOW", "Rated", "history", "of_day", "rate", "reinstate", "withdraw"]
