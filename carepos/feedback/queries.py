"""What customers told us with one touch."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa

from carepos.database import Question, Transaction
from carepos.feedback.tables import Rating


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating, from 1 to 5."""

    at: dt.datetime
    id: str
    customer_id: str
    score: int
    words: str
    staff_id: str | None


_bind = sa.bindparam
_FIELDS = [getattr(Rating, field) for field in Rated.__slots__]
_HELD = Rating.withdrawn_at.is_(None)
_HISTORY = Question(
    sa.select(*_FIELDS)
    .where(Rating.customer_id == _bind("id"), Rating.at < _bind("before"), _HELD)
    .order_by(Rating.at.desc(), Rating.id.desc())
    .limit(_bind("most"))
)
_OF_DAY = (
    sa.select(*_FIELDS)
    .where(Rating.at >= _bind("start"), Rating.at < _bind("end"), _HELD)
    .order_by(Rating.at, Rating.id)
)


def history(tx: Transaction, customer_id: str, before: dt.datetime, most: int) -> list[Rated]:
    """Ratings given before a moment, latest first."""
    return [Rated(*row) for row in tx.rows(_HISTORY, id=customer_id, before=before, most=most)]


def of_day(tx: Transaction, day: dt.date) -> list[Rated]:
    """Ratings given on a shop's day, in order."""
    start, end = tx.settings.bounds(day)
    return [Rated(*row) for row in tx.rows(_OF_DAY, start=start, end=end)]
