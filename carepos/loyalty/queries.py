"""What a customer's points are, and why."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from carepos import customers, purchases
from carepos.database import Operation, Question, Transaction
from carepos.errors import NotFound
from carepos.loyalty import ending, rules
from carepos.loyalty.tables import PointBalance, PointDraw, PointEntry, PointLot, PointRule
from carepos.loyalty.terms import Programme


@dataclass(frozen=True, slots=True)
class Lot:
    """Points that can be used until the same day (None: for ever)."""

    left: int
    expires_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Account:
    """A customer's points as the card shows them."""

    balance: int
    tier: str
    reward_points: int
    reward_yen: int
    to_next: int
    lots: tuple[Lot, ...]
    visits_to_next: int | None = None


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

_bind = sa.bindparam
_RULE = Question(
    sa.select(PointRule.id, PointRule.terms)
    .where(PointRule.starts_on <= _bind("day"))
    .order_by(PointRule.starts_on.desc(), PointRule.id.desc())
    .limit(1)
)
_BALANCE = Question(sa.select(PointBalance.points).where(PointBalance.customer_id == _bind("id")))
_LOTS = Question(
    sa.select(sa.func.sum(PointLot.left), PointLot.expires_on)
    .where(
        PointLot.customer_id == _bind("id"), PointLot.left > sa.literal_column("0"), PointLot.expires_on.is_not(None)
    )
    .group_by(PointLot.expires_on)
    .order_by(PointLot.expires_on)
)


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
_AS_OF = sa.select(sa.func.coalesce(sa.func.sum(PointEntry.points), 0)).where(
    PointEntry.customer_id == _bind("id"), PointEntry.day <= _bind("day")
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


def account(tx: Transaction, customer_id: str) -> Account:
    """The customer's points, tier, next reward and every lot with its expiry (P15); nothing that no use would take."""
    gone, terms = ending.ended(tx, customer_id), programme(tx)
    now = total(tx, customer_id) - gone
    dated = [Lot(int(left), day) for left, day in tx.rows(_LOTS, id=customer_id) if not gone or day >= tx.today]
    undated = max(now, 0) - sum(lot.left for lot in dated)
    lots = (*dated, Lot(undated, None)) if undated > 0 else tuple(dated)
    reward, missing = rules.next_reward(terms, now), rules.to_next(terms, now)
    card = customers.show(tx, customer_id)
    return Account(now, card.tier, reward.points, reward.yen, missing, lots, _visits(tx, customer_id, missing))


_RHYTHM = Question(
    sa.select(sa.func.sum(PointEntry.points))
    .where(
        PointEntry.customer_id == _bind("id"),
        PointEntry.kind.in_(tuple(map(sa.literal_column, ("'earn'", "'birthday'", "'campaign'")))),
        PointEntry.purchase_id.is_not(None),
        ~_UNDONE,
    )
    .group_by(PointEntry.purchase_id)
    .order_by(sa.func.max(PointEntry.at).desc())
    .limit(5)
)


def _visits(tx: Transaction, customer_id: str, missing: int) -> int | None:
    """Visits to the next reward by what this customer's last five brought; None where there is no rhythm yet."""
    earned = [int(row[0]) for row in tx.rows(_RHYTHM, id=customer_id)]
    return -(-missing * len(earned) // sum(earned)) if len(earned) >= 2 and sum(earned) > 0 else None


def balance_as_of(tx: Transaction, customer_id: str, day: dt.date) -> int:
    """The customer's points at the end of a past day."""
    return int(tx.value(_AS_OF, id=customer_id, day=day))


_taker = sa.orm.aliased(PointEntry)
_DRAWN_BY = (
    sa.select(sa.func.coalesce(sa.func.sum(PointDraw.points), 0))
    .join(_taker, _taker.id == PointDraw.entry_id)
    .where(PointDraw.lot_id == PointLot.entry_id, _taker.day <= _bind("day"))
    .correlate(PointLot)
    .scalar_subquery()
)
_LOTS_AS_OF = (
    sa.select(PointEntry.points - _DRAWN_BY, PointLot.expires_on)
    .join(PointEntry, PointEntry.id == PointLot.entry_id)
    .where(PointLot.customer_id == _bind("id"), PointEntry.day <= _bind("day"))
    .order_by(PointLot.expires_on.nulls_last())
)


def lots_as_of(tx: Transaction, customer_id: str, day: dt.date) -> tuple[Lot, ...]:
    """What was left of each day's points at the end of a past day, soonest end first."""
    left: dict[dt.date | None, int] = {}
    for points, expires_on in tx.rows(_LOTS_AS_OF, id=customer_id, day=day):
        left[expires_on] = left.get(expires_on, 0) + int(points)
    return tuple(Lot(points, expires_on) for expires_on, points in left.items() if points)


def quote(
    tx: Transaction, customer_id: str, yen: int, lines: Sequence[purchases.Line] = (), no_points_yen: int = 0
) -> rules.Quote:
    """What a sale of `yen` would earn this customer now; nothing is written."""
    terms = programme(tx)
    return rules.quote(terms, yen, occasion(tx, customer_id, terms, tx.today), lines, no_points_yen)


_BONUSED = sa.select(PointEntry.steps).where(
    PointEntry.customer_id == _bind("id"),
    PointEntry.kind == "birthday",
    PointEntry.day.between(_bind("first"), _bind("last")),
    ~_UNDONE,
)


def occasion(tx: Transaction, customer_id: str, terms: Programme, day: dt.date) -> rules.Occasion:
    """What a sale to this customer on a day would be: its tier, a birthday, a first sale, the day's first."""
    card = customers.show(tx, customer_id)
    birthday = rules.is_birthday(terms, card.birthday, day)
    year = {"first": day.replace(month=1, day=1), "last": day.replace(month=12, day=31)}
    had = tx.rows(_BONUSED, id=customer_id, **year) if birthday else ()
    bonused = any("birthday_bonus" in (row.steps or "") for row in had)
    today = purchases.bought_on(tx, customer_id, day)
    new = card.visits == 0
    return rules.Occasion(day, tier(tx, customer_id, terms), birthday, birthday and not bonused, new, not today)


def tier(tx: Transaction, customer_id: str, terms: Programme) -> str:
    """The tier reached within the programme's year until now; a lapsed one holds for the days of grace."""
    ends = [tx.now]
    if terms.grace_days:
        since = tx.now - dt.timedelta(days=terms.grace_days)
        ends += [since, *purchases.times_since(tx, customer_id, since)]
    reached = [_reached(tx, customer_id, terms, *_year(tx, terms, end)) for end in ends]
    return rules.tier_for(terms, max(reached))


def _year(tx: Transaction, terms: Programme, end: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """The first moment and the last of the year that counts at `end`."""
    if terms.tier_year == "rolling":
        return end - dt.timedelta(days=terms.tier_days), end
    first = tx.settings.day_of(end).replace(month=1, day=1)
    return tx.settings.bounds(first)[0], end


_EARNED = sa.select(sa.func.coalesce(sa.func.sum(PointEntry.points), 0)).where(
    PointEntry.customer_id == _bind("id"),
    PointEntry.purchase_id.is_not(None),
    PointEntry.at >= _bind("since"),
    PointEntry.at <= _bind("until"),
    ~_UNDONE,
)


def _reached(tx: Transaction, customer_id: str, terms: Programme, since: dt.datetime, until: dt.datetime) -> int:
    if terms.tier_by == "points":
        return max(int(tx.value(_EARNED, id=customer_id, since=since, until=until)), 0)
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
    """Points given and used on a day, and what all customers hold together."""

    given: int
    used: int
    outstanding: int


_turned = sa.orm.aliased(PointEntry)
_OF_A_MERGE = sa.or_(
    PointEntry.kind.in_(MERGES), sa.exists().where(_turned.id == PointEntry.reverses, _turned.kind.in_(MERGES))
)
"""Points that only went from one customer to another, or back: nobody was given or used any."""
_DAY = sa.select(
    sa.func.coalesce(sa.func.sum(PointEntry.points).filter(PointEntry.points > 0), 0),
    sa.func.coalesce(-sa.func.sum(PointEntry.points).filter(PointEntry.points < 0), 0),
).where(PointEntry.day == _bind("day"), ~_OF_A_MERGE)
_OUTSTANDING = sa.select(sa.func.coalesce(sa.func.sum(PointBalance.points), 0))
_ADJUSTED = (
    sa.select(*_FIELDS, PointEntry.customer_id)
    .where(PointEntry.day == _bind("day"), PointEntry.kind.in_(("adjust", "undo")), ~_OF_A_MERGE)
    .order_by(PointEntry.at)
)


def day_points(tx: Transaction, day: dt.date) -> DayPoints:
    """A day's points for the owner's tile."""
    row = tx.row(_DAY, day=day)
    given, used = row if row else (0, 0)
    return DayPoints(int(given), int(used), int(tx.value(_OUTSTANDING)))


def adjusted_on(tx: Transaction, day: dt.date) -> list[tuple[str, PointsEntry]]:
    """Corrections by hand on a day, with their customer: the owner sees each of them."""
    return [(row[-1], PointsEntry(*row[:-1])) for row in tx.rows(_ADJUSTED, day=day)]


def verify(tx: Transaction) -> list[str]:
    """Customers and entries where the ledger does not hold: sums, lots (none where points are owed), operations."""
    sums = _per_customer(sa.func.sum(PointEntry.points), PointEntry.customer_id)
    lots = _per_customer(sa.func.sum(PointLot.left), PointLot.customer_id)
    wrong = (
        sa.select(PointBalance.customer_id)
        .outerjoin(sums, sums.c.id == PointBalance.customer_id)
        .outerjoin(lots, lots.c.id == PointBalance.customer_id)
        .where(
            sa.or_(
                sa.func.coalesce(sums.c.total, 0) != PointBalance.points,
                sa.func.coalesce(lots.c.total, 0) != sa.case((PointBalance.points > 0, PointBalance.points), else_=0),
            )
        )
    )
    no_balance = sa.select(PointEntry.customer_id).where(
        ~sa.exists().where(PointBalance.customer_id == PointEntry.customer_id), PointEntry.points != 0
    )
    drawn = (
        sa.select(PointDraw.lot_id, sa.func.sum(PointDraw.points).label("total")).group_by(PointDraw.lot_id).subquery()
    )
    lost_lot = (
        sa.select(PointLot.entry_id)
        .join(PointEntry, PointEntry.id == PointLot.entry_id)
        .outerjoin(drawn, drawn.c.lot_id == PointLot.entry_id)
        .where(PointEntry.points - sa.func.coalesce(drawn.c.total, 0) != PointLot.left)
    )
    orphan = sa.select(PointEntry.id).where(~sa.exists().where(Operation.id == PointEntry.operation_id))
    return [row[0] for question in (wrong, no_balance, lost_lot, orphan) for row in tx.rows(question)]


def _per_customer(total: Any, customer: Any) -> sa.Subquery:
    return sa.select(customer.label("id"), total.label("total")).group_by(customer).subquery()


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


_USED_ON = sa.select(sa.func.coalesce(sa.func.sum(PointEntry.base_yen), 0)).where(
    PointEntry.customer_id == _bind("id"), PointEntry.kind == "spend", PointEntry.receipt == _bind("receipt"), ~_UNDONE
)


def used_on(tx: Transaction, customer_id: str, receipt: str) -> int:
    """The yen that points have paid of one receipt."""
    return int(tx.value(_USED_ON, id=customer_id, receipt=receipt))
