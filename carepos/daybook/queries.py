"""The day as the owner reads it in the evening: facts from every room (P50, P56)."""

import datetime as dt
import statistics
from dataclasses import dataclass

import sqlalchemy as sa

from carepos import complaints, customers, feedback, loyalty, promises, purchases
from carepos.database import Operation, Transaction
from carepos.daybook.tables import DayNote

Subject = complaints.Case | promises.Promised | feedback.Rated | loyalty.PointsEntry


@dataclass(frozen=True, slots=True)
class DayEntry:
    """One thing of the day: when, about whom, what, and whether the owner should look at it."""

    at: dt.datetime
    customer_id: str
    customer: customers.Name
    subject: Subject
    needs_look: bool


@dataclass(frozen=True, slots=True)
class Day:
    """One day's notes."""

    day: dt.date
    sales: purchases.DaySales
    complaints: int
    minutes_to_answer: float | None
    kept: promises.Share
    points: loyalty.DayPoints
    ratings: int
    mean_rating: float | None
    entries: tuple[DayEntry, ...]
    words: str
    confirmed_at: dt.datetime | None
    confirmed_by: str | None


_NOTE = sa.select(DayNote.words, DayNote.confirmed_at, DayNote.confirmed_by).where(DayNote.day == sa.bindparam("day"))
_LATEST_WORDS = (
    sa.select(DayNote.words)
    .where(DayNote.words != "", DayNote.day < sa.bindparam("day"), DayNote.day >= sa.bindparam("since"))
    .order_by(DayNote.day.desc())
    .limit(1)
)
_LAST_BEFORE = sa.select(sa.func.max(Operation.at, type_=Operation.at.type)).where(
    Operation.at < sa.bindparam("start"), Operation.kind != "loyalty.expire"
)
"""What somebody did: points that end by themselves make no day to confirm."""


def day_notes(tx: Transaction, day: dt.date) -> Day:
    """Everything of one day of the shop, with its tiles."""
    cases, ratings = complaints.of_day(tx, day), feedback.of_day(tx, day)
    start, end = tx.settings.bounds(day)
    minutes = [(case.answered_at - case.received_at).total_seconds() / 60 for case in cases if case.answered_at]
    note = tx.row(_NOTE, day=day)
    return Day(
        day=day,
        sales=purchases.day_sales(tx, day),
        complaints=len(cases),
        minutes_to_answer=statistics.median(minutes) if minutes else None,
        kept=promises.share(tx, start, min(end, tx.now) if day == tx.today else end),
        points=loyalty.day_points(tx, day),
        ratings=len(ratings),
        mean_rating=statistics.fmean(rating.score for rating in ratings) if ratings else None,
        entries=_entries(tx, day, cases, ratings),
        words=note.words if note else "",
        confirmed_at=note.confirmed_at if note else None,
        confirmed_by=note.confirmed_by if note else None,
    )


def _entries(
    tx: Transaction, day: dt.date, cases: list[complaints.Case], ratings: list[feedback.Rated]
) -> tuple[DayEntry, ...]:
    waiting = [case for case in complaints.waiting(tx) if case not in cases] if day == tx.today else []
    found: list[tuple[dt.datetime, str, Subject, bool]] = [
        *((case.received_at, case.customer_id, case, case.state == "open") for case in (*waiting, *cases)),
        *((rating.at, rating.customer_id, rating, rating.score <= feedback.LOW) for rating in ratings),
        *((p.kept_at or p.due_at, p.customer_id, p, _late(p, tx.now)) for p in promises.of_day(tx, day)),
        *((entry.at, customer, entry, entry.kind == "adjust") for customer, entry in loyalty.adjusted_on(tx, day)),
    ]
    named = customers.names(tx, (customer for _, customer, _, _ in found))
    entries = (DayEntry(at, who, named[who], subject, look) for at, who, subject, look in found)
    return tuple(sorted(entries, key=lambda entry: entry.at))


def _late(promise: promises.Promised, now: dt.datetime) -> bool:
    return (promise.kept_at or now) > promise.due_at


def owner_words(tx: Transaction) -> str:
    """The owner's last word of the past week, for everybody's next opening."""
    since = tx.today - dt.timedelta(days=7)
    return str(tx.value(_LATEST_WORDS, day=tx.today, since=since) or "")


def unconfirmed(tx: Transaction) -> dt.date | None:
    """The last past day on which something happened, if the owner has not confirmed it yet."""
    start, _ = tx.settings.bounds(tx.today)
    last: dt.datetime | None = tx.value(_LAST_BEFORE, start=start)
    if last is None:
        return None
    day = tx.settings.day_of(last)
    note = tx.row(_NOTE, day=day)
    return day if note is None or note.confirmed_at is None else None
