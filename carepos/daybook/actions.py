"""The owner's evening: a word for tomorrow, and the day confirmed."""

import datetime as dt

from carepos.database import Transaction, command
from carepos.daybook.tables import DayNote
from carepos.errors import Refused
from carepos.text import japanese


@command("daybook.set_words", role="owner")
def set_words(tx: Transaction, op_id: str, day: dt.date, words: str) -> None:
    """The owner's word for everybody's next opening; raises Refused("text.too_long")."""
    if len(words) > 500:
        raise Refused("text.too_long", field="words", most=500)
    note = _note(tx, day)
    note.words, note.words_at = japanese.storable(words), tx.now


@command("daybook.confirm", role="owner")
def confirm(tx: Transaction, op_id: str, day: dt.date) -> None:
    """The owner has read this day; raises Refused("day.future")."""
    if day > tx.today:
        raise Refused("day.future")
    note = _note(tx, day)
    note.confirmed_at, note.confirmed_by = tx.now, tx.actor.staff_id


@command("daybook.reopen", role="owner")
def reopen(tx: Transaction, op_id: str, day: dt.date) -> None:
    """Takes a confirmation back."""
    note = _note(tx, day)
    note.confirmed_at, note.confirmed_by = None, None


def _note(tx: Transaction, day: dt.date) -> DayNote:
    note = tx.session.get(DayNote, day)
    if note is None:
        note = DayNote(day=day, words="")
        tx.add(note)
    return note
