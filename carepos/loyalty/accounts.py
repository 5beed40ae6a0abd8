"""What a customer's points are, now and on any past day."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa

from carepos import customers
from carepos.database import Question, Transaction
from carepos.loyalty import ending, queries, rules
from carepos.loyalty.tables import AWARDS, PointDraw, PointEntry, PointLot
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


_bind = sa.bindparam
_LOTS = Question(
    sa.select(sa.func.sum(PointLot.left), PointLot.expires_on)
    .where(
        PointLot.customer_id == _bind("id"), PointLot.left > sa.literal_column("0"), PointLot.expires_on.is_not(None)
    )
    .group_by(PointLot.expires_on)
    .order_by(PointLot.expires_on)
)
_AS_OF = sa.select(sa.func.coalesce(sa.func.sum(PointEntry.points), 0)).where(
    PointEntry.customer_id == _bind("id"), PointEntry.day <= _bind("day")
)


def account(tx: Transaction, customer_id: str) -> Account:
    """The customer's points, tier, next reward and every lot with its expiry (P15); nothing that no use would take."""
    return tx.once((account, customer_id), lambda: _now(tx, customer_id))


def _now(tx: Transaction, customer_id: str) -> Account:
    gone, terms = ending.ended(tx, customer_id), queries.programme(tx)
    now = queries.total(tx, customer_id) - gone
    dated = [Lot(int(left), day) for left, day in tx.rows(_LOTS, id=customer_id) if not gone or day >= tx.today]
    undated = max(now, 0) - sum(lot.left for lot in dated)
    lots = (*dated, Lot(undated, None)) if undated > 0 else tuple(dated)
    customers.show(tx, customer_id)
    tier = queries.tier(tx, customer_id, terms)
    return _account(terms, now, tier, lots, _visits(tx, customer_id, rules.to_next(terms, now)))


def account_as_of(tx: Transaction, customer_id: str, day: dt.date) -> Account:
    """The same at the end of a past day, under the rules of that day."""
    terms, (_, next_day) = queries.programme(tx, day), tx.settings.bounds(day)
    tier = queries.tier(tx, customer_id, terms, next_day - dt.timedelta(microseconds=1))
    return _account(terms, balance_as_of(tx, customer_id, day), tier, lots_as_of(tx, customer_id, day))


def _account(terms: Programme, now: int, tier: str, lots: tuple[Lot, ...], visits: int | None = None) -> Account:
    reward = rules.next_reward(terms, now)
    return Account(now, tier, reward.points, reward.yen, rules.to_next(terms, now), lots, visits)


_latest = (
    sa.select(PointEntry.purchase_id, PointEntry.points, PointEntry.at)
    .where(
        PointEntry.customer_id == _bind("id"),
        PointEntry.kind.in_([sa.literal_column(f"'{kind}'") for kind in AWARDS]),
        PointEntry.purchase_id.is_not(None),
        ~queries.undone(PointEntry),
    )
    .order_by(PointEntry.at.desc())
    .limit(60)  # more reasons than five sales have: an account of 77,000 sales is not read through (V4)
    .subquery()
)
_RHYTHM = Question(
    sa.select(sa.func.sum(_latest.c.points))
    .group_by(_latest.c.purchase_id)
    .order_by(sa.func.max(_latest.c.at).desc())
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
