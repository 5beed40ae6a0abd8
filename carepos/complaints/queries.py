"""What went wrong, for whom, and how far we are with it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from carepos.complaints.tables import Complaint
from carepos.database import Question, Transaction


@dataclass(frozen=True, slots=True)
class Case:
    """One complaint as the card, the time line and the daily notes show it."""

    received_at: dt.datetime
    id: str
    customer_id: str
    words: str
    about: str
    wants: str
    urgency: str
    goodwill: str
    goodwill_yen: int
    decision: str
    decision_reason: str
    state: str
    answered_at: dt.datetime | None
    solved_at: dt.datetime | None
    staff_id: str | None


_bind = sa.bindparam
_FIELDS = [getattr(Complaint, field) for field in Case.__slots__]
_OPEN = Question(
    sa.select(*_FIELDS)
    .where(Complaint.customer_id == _bind("id"), Complaint.state == sa.literal_column("'open'"))
    .order_by(Complaint.received_at.desc(), Complaint.id.desc())
)
_HISTORY = Question(
    sa.select(*_FIELDS)
    .where(
        Complaint.customer_id == _bind("id"), Complaint.received_at < _bind("before"), Complaint.state != "withdrawn"
    )
    .order_by(Complaint.received_at.desc(), Complaint.id.desc())
    .limit(_bind("most"))
)
_OF_DAY = (
    sa.select(*_FIELDS)
    .where(
        Complaint.received_at >= _bind("start"), Complaint.received_at < _bind("end"), Complaint.state != "withdrawn"
    )
    .order_by(Complaint.received_at, Complaint.id)
)
_WAITING = (
    sa.select(*_FIELDS)
    .where(Complaint.state == sa.literal_column("'open'"), Complaint.decision == "asked")
    .order_by(Complaint.received_at, Complaint.id)
)


_SETTLED = Question(
    sa.select(*_FIELDS)
    .where(
        Complaint.state == sa.literal_column("'solved'"),
        Complaint.solved_at < _bind("before"),
        Complaint.urgency != sa.literal_column("'injury'"),
    )
    .order_by(Complaint.received_at.desc(), Complaint.id.desc())
    .limit(_bind("most"))
)


def open_of(tx: Transaction, customer_id: str) -> list[Case]:
    """A customer's open complaints, latest first."""
    return [Case(*row) for row in tx.rows(_OPEN, id=customer_id)]


_TOLD = sa.select(Complaint.id, Complaint.words).where(
    Complaint.id.in_(_bind("ids", expanding=True)), Complaint.state == sa.literal_column("'open'")
)


def told(tx: Transaction, complaint_ids: Iterable[str]) -> dict[str, str]:
    """The customers' own words of those of these complaints that are open, by complaint."""
    ids = list(complaint_ids)
    return {row.id: row.words for row in tx.rows(_TOLD, ids=ids)} if ids else {}


def history(tx: Transaction, customer_id: str, before: dt.datetime, most: int) -> list[Case]:
    """Complaints received before a moment, latest first."""
    return [Case(*row) for row in tx.rows(_HISTORY, id=customer_id, before=before, most=most)]


def settled(tx: Transaction, before: dt.datetime, most: int) -> list[Case]:
    """Complaints solved before a moment, the latest received first; none in which somebody was hurt."""
    return [Case(*row) for row in tx.rows(_SETTLED, before=before, most=most)]


def of_day(tx: Transaction, day: dt.date) -> list[Case]:
    """Complaints received on a shop's day, in order."""
    start, end = tx.settings.bounds(day)
    return [Case(*row) for row in tx.rows(_OF_DAY, start=start, end=end)]


def waiting(tx: Transaction) -> list[Case]:
    """Open complaints that wait for the owner's decision (P52)."""
    return [Case(*row) for row in tx.rows(_WAITING)]
