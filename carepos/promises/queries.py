"""What was promised: to this customer, by this evening, and how much of it was kept."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from carepos import customers
from carepos.database import Question, Transaction
from carepos.promises.tables import Promise, PromiseMove


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise as lists show it."""

    id: str
    customer_id: str
    complaint_id: str | None
    text: str
    due_at: dt.datetime
    holder_id: str | None
    state: str
    made_at: dt.datetime
    kept_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Due:
    """An open promise with the name of whom it was made to."""

    promise: Promised
    customer: customers.Name


_bind = sa.bindparam
_FIELDS = [getattr(Promise, field) for field in Promised.__slots__]
_OPEN = Promise.state == sa.literal_column("'open'")
_OF_CUSTOMER = Question(
    sa.select(*_FIELDS).where(Promise.customer_id == _bind("id"), _OPEN).order_by(Promise.due_at, Promise.id)
)
_ALL_OPEN = sa.select(*_FIELDS).where(_OPEN).order_by(Promise.due_at, Promise.id).limit(500)
_HISTORY = Question(
    sa.select(*_FIELDS)
    .where(Promise.customer_id == _bind("id"), Promise.made_at < _bind("before"), Promise.state != "withdrawn")
    .order_by(Promise.made_at.desc(), Promise.id.desc())
    .limit(_bind("most"))
)
_COUNTS = sa.select(sa.func.count(), sa.func.count().filter(Promise.due_at < _bind("now"))).where(
    _OPEN, Promise.due_at < _bind("end")
)
_SHARE = sa.select(sa.func.count(), sa.func.count().filter(Promise.kept_at <= Promise.due_at)).where(
    Promise.due_at >= _bind("start"), Promise.due_at < _bind("end"), Promise.state != "withdrawn"
)


def of_customer(tx: Transaction, customer_id: str) -> list[Promised]:
    """Open promises to one customer, soonest first."""
    return [Promised(*row) for row in tx.rows(_OF_CUSTOMER, id=customer_id)]


def open_promises(tx: Transaction) -> list[Due]:
    """Every open promise with its customer's name, soonest first (at most 500)."""
    found = [Promised(*row) for row in tx.rows(_ALL_OPEN)]
    named = customers.names(tx, (promise.customer_id for promise in found))
    return [Due(promise, named[promise.customer_id]) for promise in found]


def history(tx: Transaction, customer_id: str, before: dt.datetime, most: int) -> list[Promised]:
    """Promises made before a moment, latest first."""
    return [Promised(*row) for row in tx.rows(_HISTORY, id=customer_id, before=before, most=most)]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many open promises fall due by the end of today, and how many of these are late already."""

    due: int
    late: int


def counts(tx: Transaction) -> Counts:
    """Promises for the rail's badge and the lock page."""
    _, end = tx.settings.bounds(tx.today)
    row = tx.row(_COUNTS, now=tx.now, end=end)
    return Counts(*row) if row else Counts(0, 0)


@dataclass(frozen=True, slots=True)
class Share:
    """How many promises fell due, and how many of them were kept in time (P49)."""

    due: int
    kept: int


def share(tx: Transaction, start: dt.datetime, end: dt.datetime) -> Share:
    """Promises due from `start` until before `end`, and those kept in time."""
    row = tx.row(_SHARE, start=start, end=end)
    return Share(*row) if row else Share(0, 0)


def of_day(tx: Transaction, day: dt.date) -> list[Promised]:
    """Promises made, due or kept on a day, soonest first."""
    start, end = tx.settings.bounds(day)
    touched = [sa.and_(column >= start, column < end) for column in (Promise.made_at, Promise.due_at, Promise.kept_at)]
    statement: sa.Select[Any] = sa.select(*_FIELDS).where(Promise.state != "withdrawn", sa.or_(*touched))
    return [Promised(*row) for row in tx.rows(statement.order_by(Promise.due_at, Promise.id))]


@dataclass(frozen=True, slots=True)
class Move:
    """One change of a promise's time or holder, and why."""

    was_due_at: dt.datetime
    due_at: dt.datetime
    holder_id: str | None
    reason: str
    at: dt.datetime


_MOVES = (
    sa.select(*(getattr(PromiseMove, f) for f in Move.__slots__))
    .where(PromiseMove.promise_id == _bind("id"))
    .order_by(PromiseMove.at, PromiseMove.id)
)


_REASONS = (
    sa.select(PromiseMove.promise_id, PromiseMove.reason)
    .where(PromiseMove.promise_id.in_(_bind("ids", expanding=True)))
    .order_by(PromiseMove.at, PromiseMove.id)
)


def reasons(tx: Transaction, promise_ids: Iterable[str]) -> dict[str, str]:
    """Why each of these promises moved last, by promise; those that never moved are not there."""
    ids = list(promise_ids)
    return {row.promise_id: row.reason for row in tx.rows(_REASONS, ids=ids)} if ids else {}


def moves(tx: Transaction, promise_id: str) -> list[Move]:
    """How a promise moved, oldest first."""
    return [Move(*row) for row in tx.rows(_MOVES, id=promise_id)]
