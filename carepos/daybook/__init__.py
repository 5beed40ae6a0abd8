"""The owner's daily notes, and one customer's whole time line."""

from carepos.daybook.actions import confirm, reopen, set_words
from carepos.daybook.queries import Day, DayEntry, day_notes, owner_words, unconfirmed
from carepos.daybook.timeline import Entry, moment, timeline

__all__ = [
    "Day",
    "DayEntry",
    "Entry",
    "confirm",
    "day_notes",
    "moment",
    "owner_words",
    "reopen",
    "set_words",
    "timeline",
    "unconfirmed",
]
