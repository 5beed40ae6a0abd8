"""What went wrong, from the customer's own words to solved."""

from carepos.complaints.actions import Pledge, Recorded, decide, record, reopen, solve, undecide, withdraw
from carepos.complaints.queries import Case, history, of_day, open_of, settled, told, waiting
from carepos.complaints.rules import ABOUT, GOODWILL, URGENCY, WANTS, Account

__all__ = [
    "ABOUT",
    "GOODWILL",
    "URGENCY",
    "WANTS",
    "Account",
    "Case",
    "Pledge",
    "Recorded",
    "decide",
    "history",
    "of_day",
    "open_of",
    "record",
    "reopen",
    "settled",
    "solve",
    "told",
    "undecide",
    "waiting",
    "withdraw",
]
