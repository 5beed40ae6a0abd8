"""What is worth saying now, from true facts; what was said is remembered."""

from carepos.wording.actions import say, withdraw
from carepos.wording.queries import SaidEntry, Saying, Suggestion, history, situations, suggest

__all__ = ["SaidEntry", "Saying", "Suggestion", "history", "say", "situations", "suggest", "withdraw"]
