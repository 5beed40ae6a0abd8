"""What moved a customer's points, what a sale would, and under which rules."""

import datetime as dt
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from carepos import customers, purchases
from carepos.database import Operation, Question, Transaction
from carepos.errors import NotFound
from carepos.loyalty import ending, rules
from carepos.loyalty.tables import PointBalance, PointEntry, PointRule
from carepos.loyalty.terms import Programme


@dataclass(frozen=True, slots=True)
class PointsEntry:
    """One movement of points with what made it."""

    at: dt.datetime
    id: str
    kind: str
    points: int
    day: dt.date
    base_yen: int | None
    percent: int | None
    tier: str | None
    receipt: str | None
    purchase_id: str | None
    reverses: str | None
    reason: str | None
    staff_id: str | None
    undone: bool


MERGES = ("merge_out", "merge_in")
FINAL = ("undo", "expire", *MERGES)
"""What is not taken back by a line of its own."""
BY_OWNER = ("adjust", "opening")
"""What only the owner takes back."""

_bind = sa.bindparam
_RULE = Question(
    sa.select(PointRule.id, PointRule.terms)
    .where(PointRule.starts_on <= _bind("day"))
    .order_by(PointRule.starts_on.desc(), PointRule.id.desc())
    .limit(1)
)
_BALANCE = Question(sa.select(PointBalance.points).where(PointBalance.customer_id == _bind("id")))


@functools.cache
def undone(entry: Any) -> sa.ColumnElement[bool]:
    """Whether a row was taken back by a later one; `entry` is the table of rows or another name for it."""
    later = sa.orm.aliased(PointEntry)
    return sa.exists().where(later.reverses == entry.id, later.kind == sa.literal_column("'undo'")).correlate(entry)


_UNDONE = undone(PointEntry)
_FIELDS = [*(getattr(PointEntry, name) for name in PointsEntry.__slots__[:-1]), _UNDONE.label("undone")]
_HISTORY = Question(
    sa.select(*_FIELDS)
    .where(PointEntry.customer_id == _bind("id"), PointEntry.at < _bind("before"))
    .order_by(PointEntry.at.desc(), PointEntry.id.desc())
    .limit(_bind("most"))
)


def programme(tx: Transaction, day: dt.date | None = None) -> Programme:
    """The rules in force on a day (today if not given)."""
    return in_force(tx, day or tx.today)[1]


def in_force(tx: Transaction, day: dt.date) -> tuple[str | None, Programme]:
    """The id of the rules in force on a day, and the rules."""
    row = tx.row(_RULE, day=day)
    return (row.id, msgspec.json.decode(row.terms, type=Programme)) if row else (None, Programme())


def total(tx: Transaction, customer_id: str) -> int:
    """The sum of the customer's movements; points past their day count until they are taken away."""
    return int(tx.value(_BALANCE, id=customer_id) or 0)


def balance(tx: Transaction, customer_id: str) -> int:
    """The points the customer can use now; below zero they are owed."""
    return total(tx, customer_id) - ending.ended(tx, customer_id)


def quote(
    tx: Transaction,
    customer_id: str,
    yen: int,
    lines: Sequence[purchases.Line] = (),
    no_points_yen: int = 0,
    receipt: str = "",
) -> rules.Quote:
    """What a sale of `yen` would earn this customer now, with the points already used on `receipt`; writes nothing."""
    terms = programme(tx)
    number = purchases.receipt_number(receipt) if receipt.strip() else ""
    without = min(no_points_yen + paid_with_points(tx, customer_id, terms, number), yen)
    return rules.quote(terms, yen, occasion(tx, customer_id, terms, tx.today), lines, without)


_BONUSED = sa.select(PointEntry.steps).where(
    PointEntry.purchase_id.in_(_bind("sales", expanding=True)), PointEntry.kind == "birthday", ~_UNDONE
)


def occasion(tx: Transaction, customer_id: str, terms: Programme, day: dt.date) -> rules.Occasion:
    """What a sale to this customer on a day would be: its tier, a birthday, a first sale, the day's first."""
    card = customers.show(tx, customer_id)
    birthday = rules.is_birthday(terms, card.birthday, day)
    bonused = birthday and _had_present(tx, customer_id, day.year)
    today = purchases.bought_on(tx, customer_id, day)
    new = card.visits == 0
    return rules.Occasion(day, tier(tx, customer_id, terms), birthday, birthday and not bonused, new, not today)


def _had_present(tx: Transaction, customer_id: str, year: int) -> bool:
    """Whether a birthday's bonus was given in a year of the shop's days."""
    first, after = (tx.settings.bounds(dt.date(number, 1, 1))[0] for number in (year, year + 1))
    sales = purchases.ids_between(tx, customer_id, first, after - dt.timedelta(microseconds=1))
    return any("birthday_bonus" in (row.steps or "") for row in tx.rows(_BONUSED, sales=sales))


def tier(tx: Transaction, customer_id: str, terms: Programme, until: dt.datetime | None = None) -> str:
    """The tier reached within the programme's year until now, or then; a lapsed one holds for the days of grace."""
    now = until or tx.now
    ends = [now]
    if terms.grace_days:
        since = now - dt.timedelta(days=terms.grace_days)
        ends += [since, *purchases.times_since(tx, customer_id, since, now)]
    reached = [_reached(tx, customer_id, terms, *_year(tx, terms, end)) for end in ends]
    return rules.tier_for(terms, max(reached))


def _year(tx: Transaction, terms: Programme, end: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """The first moment and the last of the year that counts at `end`."""
    if terms.tier_year == "rolling":
        return end - dt.timedelta(days=terms.tier_days), end
    first = tx.settings.day_of(end).replace(month=1, day=1)
    return tx.settings.bounds(first)[0], end


_EARNED = sa.select(sa.func.coalesce(sa.func.sum(PointEntry.points), 0)).where(
    PointEntry.purchase_id.in_(_bind("sales", expanding=True)),
    sa.or_(PointEntry.kind != "return", PointEntry.points < 0),  # points used that come back were not earned
    ~_UNDONE,
)


def _reached(tx: Transaction, customer_id: str, terms: Programme, since: dt.datetime, until: dt.datetime) -> int:
    if terms.tier_by == "points":
        return int(tx.value(_EARNED, sales=purchases.ids_between(tx, customer_id, since, until)))
    if terms.tier_by == "visits":
        return len(set(map(tx.settings.day_of, purchases.times_since(tx, customer_id, since, until))))
    return purchases.spent_between(tx, customer_id, since, until)


_ENTRY = sa.select(*_FIELDS).where(PointEntry.id == _bind("id"))


def entry(tx: Transaction, entry_id: str) -> PointsEntry:
    """One movement; raises NotFound("point_entries.not_found")."""
    rows = tx.rows(_ENTRY, id=entry_id)
    if not rows:
        raise NotFound("point_entries.not_found")
    return PointsEntry(*rows[0])


def history(tx: Transaction, customer_id: str, before: dt.datetime, most: int) -> list[PointsEntry]:
    """Movements before a moment, latest first."""
    return [PointsEntry(*row) for row in tx.rows(_HISTORY, id=customer_id, before=before, most=most)]


@dataclass(frozen=True, slots=True)
class DayPoints:
    """Points given and used on a day (not those that ended), and what all customers hold together."""

    given: int
    used: int
    outstanding: int


_OF_A_MERGE = sa.exists().where(
    Operation.id == PointEntry.operation_id, Operation.kind.in_(("loyalty.merge", "loyalty.unmerge"))
)
"""Points that only went from one customer to another, or back: nobody was given or used any."""
_DAY = sa.select(
    sa.func.coalesce(sa.func.sum(PointEntry.points).filter(PointEntry.points > 0), 0),
    sa.func.coalesce(-sa.func.sum(PointEntry.points).filter(PointEntry.points < 0), 0),
).where(PointEntry.day == _bind("day"), PointEntry.kind != "expire", ~_OF_A_MERGE)
_OUTSTANDING = sa.select(sa.func.coalesce(sa.func.sum(PointBalance.points), 0))
_ADJUSTED = (
    sa.select(*_FIELDS, PointEntry.customer_id)
    .where(PointEntry.day == _bind("day"), PointEntry.kind.in_(("adjust", "undo")), ~_OF_A_MERGE)
    .order_by(PointEntry.at, PointEntry.id)
)


def day_points(tx: Transaction, day: dt.date) -> DayPoints:
    """A day's points for the owner's tile."""
    row = tx.row(_DAY, day=day)
    given, used = row if row else (0, 0)
    return DayPoints(int(given), int(used), int(tx.value(_OUTSTANDING)))


def adjusted_on(tx: Transaction, day: dt.date) -> list[tuple[str, PointsEntry]]:
    """Corrections by hand on a day, with their customer: the owner sees each of them."""
    return [(row[-1], PointsEntry(*row[:-1])) for row in tx.rows(_ADJUSTED, day=day)]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the programme, and from when it holds."""

    id: str
    starts_on: dt.date
    programme: Programme


def programmes(tx: Transaction) -> list[Version]:
    """Every version there was, is and will be, the latest first."""
    kept = sa.select(PointRule.id, PointRule.starts_on, PointRule.terms)
    rows = tx.rows(kept.order_by(PointRule.starts_on.desc(), PointRule.id.desc()))
    return [Version(row.id, row.starts_on, msgspec.json.decode(row.terms, type=Programme)) for row in rows]


_USED_ON = Question(
    sa.select(PointEntry.customer_id, PointEntry.base_yen).where(
        PointEntry.kind == sa.literal_column("'spend'"), PointEntry.receipt == _bind("receipt"), ~_UNDONE
    )
)


def paid_with_points(tx: Transaction, customer_id: str, terms: Programme, receipt: str) -> int:
    """The yen of a receipt that earn nothing because points have paid them, also those of whoever is this one now."""
    if terms.redemption != "payment":
        return 0
    used = tx.rows(_USED_ON, receipt=receipt)
    return sum(row.base_yen or 0 for row in used if customers.current(tx, row.customer_id) == customer_id)
