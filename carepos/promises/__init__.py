"""What was promised, to whom, by when; kept or not: the heart of the house (P49)."""

from carepos.promises.actions import hand_over, keep, make, move, reopen, tell_customer, withdraw
from carepos.promises.queries import (
    Counts,
    Due,
    Move,
    Promised,
    Share,
    counts,
    history,
    moves,
    of_customer,
    of_day,
    open_promises,
    reasons,
    share,
)

__all__ = [
    "Counts",
    "Due",
    "Move",
    "Promised",
    "Share",
    "counts",
    "hand_over",
    "history",
    "keep",
    "make",
    "move",
    "moves",
    "of_customer",
    "of_day",
    "open_promises",
    "reasons",
    "reopen",
    "share",
    "tell_customer",
    "withdraw",
]
