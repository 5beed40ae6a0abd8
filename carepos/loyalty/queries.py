"""What a customer's points are, and why."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from carepos import customers, purchases
from carepos.database import Operation, Question, Transaction
from carepos.loyalty import rules
from carepos.loyalty.tables import PointBalance, PointDraw, PointEntry, PointLot, PointRule


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
_undo = sa.orm.aliased(PointEntry)
_UNDONE = sa.exists().where(_undo.reverses == PointEntry.id, _undo.kind == sa.literal_column("'undo'"))
_FIELDS = [*(getattr(PointEntry, name) for name in PointsEntry.__slots__[:-1]), _UNDONE.label("undone")]
_HISTORY = Question(
    sa.select(*_FIELDS)
    .where(PointEntry.customer_id == _bind("id"), PointEntry.at < _bind("before"))
    .order_by(PointEntry.at.desc(), PointEntry.id.desc())
    .limit(_bind("most"))
)
_ENTRY = sa.select(*_FIELDS, PointEntry.rule_id).where(PointEntry.id == _bind("id"))
_AS_OF = sa.select(sa.func.coalesce(sa.func.sum(PointEntry.points), 0)).where(
    PointEntry.customer_id == _bind("id"), PointEntry.day <= _bind("day")
)


def programme(tx: Transaction, day: dt.date | None = None) -> rules.Programme:
    """The rules in force on a day (today if not given)."""
    return in_force(tx, day or tx.today)[1]


def in_force(tx: Transaction, day: dt.date) -> tuple[str | None, rules.Programme]:
    """The id of the rules in force on a day, and the rules."""
    row = tx.row(_RULE, day=day)
    return (row.id, msgspec.json.decode(row.terms, type=rules.Programme)) if row else (None, rules.Programme())


def balance(tx: Transaction, customer_id: str) -> int:
    """The customer's points now."""
    return int(tx.value(_BALANCE, id=customer_id) or 0)


def account(tx: Transaction, customer_id: str) -> Account:
    """The customer's points, tier, next reward and every lot with its expiry (P15)."""
    now, terms = balance(tx, customer_id), programme(tx)
    dated = [Lot(int(left), day) for left, day in tx.rows(_LOTS, id=customer_id)]
    undated = now - sum(lot.left for lot in dated)
    lots = (*dated, Lot(undated, None)) if undated else tuple(dated)
    return Account(
        now,
        customers.show(tx, customer_id).tier,
        terms.reward_points,
        terms.reward_yen,
        rules.to_next(terms, now),
        lots,
    )


def balance_as_of(tx: Transaction, customer_id: str, day: dt.date) -> int:
    """The customer's points at the end of a past day."""
    return int(tx.value(_AS_OF, id=customer_id, day=day))


def quote(tx: Transaction, customer_id: str, yen: int) -> rules.Quote:
    """What a sale of `yen` would earn this customer now; nothing is written."""
    terms = programme(tx)
    return rules.quote(terms, yen, tier(tx, customer_id, terms))


def tier(tx: Transaction, customer_id: str, terms: rules.Programme) -> str:
    """The tier by what was spent within the programme's days until now: one that has lapsed counts no more."""
    since = tx.now - dt.timedelta(days=terms.tier_days)
    return rules.tier_for(terms, purchases.spent_since(tx, customer_id, since))


def history(tx: Transaction, customer_id: str, before: dt.datetime, most: int) -> list[PointsEntry]:
    """Movements before a moment, latest first."""
    return [PointsEntry(*row) for row in tx.rows(_HISTORY, id=customer_id, before=before, most=most)]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a movement has its points: the rules that made it, and what they were given."""

    entry: PointsEntry
    rule: str | None
    unit_yen: int
    unit_points: int
    usual: int


def explain(tx: Transaction, entry_id: str) -> Explanation:
    """Every step behind one movement (P15); raises NotFound("point_entries.not_found")."""
    tx.get(PointEntry, entry_id)
    row = tx.rows(_ENTRY, id=entry_id)[0]
    entry = PointsEntry(*row[:-1])
    terms = _terms(tx, row.rule_id)
    usual = rules.quote(terms, entry.base_yen or 0, "").usual
    return Explanation(entry, row.rule_id, terms.unit_yen, terms.unit_points, usual)


def _terms(tx: Transaction, rule_id: str | None) -> rules.Programme:
    terms = tx.value(sa.select(PointRule.terms).where(PointRule.id == rule_id)) if rule_id else None
    return msgspec.json.decode(terms, type=rules.Programme) if terms else rules.Programme()


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
    """Customers and entries where the ledger does not hold: balance = sum = lots, and every row has its operation."""
    sums = _per_customer(sa.func.sum(PointEntry.points), PointEntry.customer_id)
    lots = _per_customer(sa.func.sum(PointLot.left), PointLot.customer_id)
    wrong = (
        sa.select(PointBalance.customer_id)
        .outerjoin(sums, sums.c.id == PointBalance.customer_id)
        .outerjoin(lots, lots.c.id == PointBalance.customer_id)
        .where(
            sa.or_(
                sa.func.coalesce(sums.c.total, 0) != PointBalance.points,
                sa.func.coalesce(lots.c.total, 0) != PointBalance.points,
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
