"""What the owner may want to look at: facts about points, without a judgement of anybody (P18)."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa

from carepos.database import Transaction
from carepos.loyalty import queries
from carepos.loyalty.tables import PointEntry

OFTEN = 3
"""From so many uses of one card on one day it is named."""


@dataclass(frozen=True, slots=True)
class CardDay:
    """One customer's card on one day: how often points were used, and how many."""

    customer_id: str
    day: dt.date
    uses: int
    points: int


@dataclass(frozen=True, slots=True)
class ByHand:
    """One person's corrections beside everything they did with points."""

    staff_id: str | None
    adjustments: int
    movements: int
    points: int


@dataclass(frozen=True, slots=True)
class Watch:
    """Cards used often on a day, corrections by person, and corrections on cards without a sale that day."""

    often: tuple[CardDay, ...]
    by_hand: tuple[ByHand, ...]
    without_sale: tuple[tuple[str, queries.PointsEntry], ...]


_between = PointEntry.day.between(sa.bindparam("first"), sa.bindparam("last"))
_uses = sa.func.count()
_OFTEN = (
    sa.select(PointEntry.customer_id, PointEntry.day, _uses, -sa.func.sum(PointEntry.points))
    .where(PointEntry.kind == "spend", _between, ~queries.undone(PointEntry))
    .group_by(PointEntry.customer_id, PointEntry.day)
    .having(_uses >= OFTEN)
    .order_by(PointEntry.day, _uses.desc())
)
_adjusted = PointEntry.kind == "adjust"
_BY_HAND = (
    sa.select(
        PointEntry.staff_id,
        sa.func.count().filter(_adjusted),
        sa.func.count(),
        sa.func.coalesce(sa.func.sum(PointEntry.points).filter(_adjusted), 0),
    )
    .where(_between, PointEntry.kind.in_(("earn", "spend", "return", "adjust", "undo")))
    .group_by(PointEntry.staff_id)
    .having(sa.func.count().filter(_adjusted) > 0)
    .order_by(sa.func.count().filter(_adjusted).desc())
)
_sale = sa.orm.aliased(PointEntry)
_WITHOUT_SALE = (
    sa.select(PointEntry.id, PointEntry.customer_id)
    .where(
        _adjusted,
        _between,
        ~queries.undone(PointEntry),
        ~sa.exists().where(
            _sale.customer_id == PointEntry.customer_id, _sale.day == PointEntry.day, _sale.kind == "earn"
        ),
    )
    .order_by(PointEntry.at, PointEntry.id)
)


def watch(tx: Transaction, first: dt.date, last: dt.date) -> Watch:
    """What stands out between two days, both counted."""
    days = {"first": first, "last": last}
    return Watch(
        tuple(CardDay(row[0], row[1], int(row[2]), int(row[3])) for row in tx.rows(_OFTEN, **days)),
        tuple(ByHand(row[0], int(row[1]), int(row[2]), int(row[3])) for row in tx.rows(_BY_HAND, **days)),
        tuple((row.customer_id, queries.entry(tx, row.id)) for row in tx.rows(_WITHOUT_SALE, **days)),
    )
