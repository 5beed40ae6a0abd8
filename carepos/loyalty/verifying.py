"""Proving that the ledger holds: sums, lots and operations agree, row by row."""

from typing import Any

import sqlalchemy as sa

from carepos.database import Operation, Transaction
from carepos.loyalty.tables import PointBalance, PointDraw, PointEntry, PointLot


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
