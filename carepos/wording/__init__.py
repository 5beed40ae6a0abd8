"""What is worth saying now, from true facts; what was said is remembered; what may hurt is pointed at."""

from carepos.wording.actions import say, withdraw
from carepos.wording.checking import Finding, check, kinds_of, language_of, mended
from carepos.wording.queries import SaidEntry, Saying, Suggestion, history, situations, suggest

__all__ = [
    "Finding",
    "SaidEntry",
    "Saying",
    "Suggestion",
    "check",
    "history",
    "kinds_of",
    "language_of",
    "mended",
    "say",
    "situations",
    "suggest",
    "withdraw",
]
