"""Proving that the ledger holds: sums, lots and operations agree, row by row, in one pass over its rows."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from carepos.database import Operation, Transaction
from carepos.loyalty.tables import PointBalance, PointDraw, PointEntry, PointLot

_drawn = (
    sa.select(PointDraw.lot_id, sa.func.sum(PointDraw.points).label("points")).group_by(PointDraw.lot_id).subquery()
)
_stands = sa.and_(
    PointLot.entry_id == PointEntry.id,
    PointLot.customer_id == PointEntry.customer_id,
    PointLot.left == PointEntry.points - sa.func.coalesce(_drawn.c.points, 0),
)
_and_drawn = sa.outerjoin(PointEntry, _drawn, _drawn.c.lot_id == PointEntry.id)
_FIGURES = {
    "points": PointEntry.points,
    "unused": sa.func.coalesce(PointLot.left, 0),
    "lots": sa.case((PointLot.entry_id.is_not(None), 1), else_=0),
}
"""What a movement adds to its customer's sums: its points, and the lot it opened where that stands."""
_FIELDS: list[Any] = [PointEntry.customer_id, *(figure.label(name) for name, figure in _FIGURES.items())]
_MOVEMENTS = sa.select(*_FIELDS).select_from(sa.outerjoin(_and_drawn, PointLot, _stands))
_SUMS = sa.Table(
    "point_sums",
    sa.MetaData(),
    sa.Column("customer_id", PointEntry.customer_id.type, primary_key=True),
    *(sa.Column(name, sa.BigInteger) for name in _FIGURES),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)
_LOTS = sa.select(sa.func.count()).select_from(PointLot)
_FALLEN_LOTS = sa.select(PointLot.entry_id).except_(
    sa.select(PointLot.entry_id).select_from(sa.join(_and_drawn, PointLot, _stands))
)
_NO_OPERATION = sa.select(PointEntry.operation_id).except_(sa.select(Operation.id))


def verify(tx: Transaction) -> list[str]:
    """Customers, lots and operations where the ledger does not hold; nothing where it does.

    A customer's movements sum up to their balance, and their lots too (to none where points are owed); a lot is what
    its movement brought less what was drawn from it, and the same customer's; each movement is of an operation.
    """
    sums = _sums(tx)
    questions: list[sa.Executable] = [_wrong_balances(sums), _no_balance(sums), _NO_OPERATION]
    if tx.value(_standing(sums)) != tx.value(_LOTS):
        questions.append(_FALLEN_LOTS)
    wrong = [row[0] for question in questions for row in tx.rows(question)]
    _SUMS.drop(tx.connection, checkfirst=True)
    return wrong


def _sums(tx: Transaction) -> sa.FromClause:
    """Every customer's figures. SQLite would sort all rows to group them: they are added up in a table beside it."""
    if tx.connection.dialect.name != "sqlite":  # groups by hashing
        each = _MOVEMENTS.subquery()
        figures = (sa.func.sum(each.c[name]).label(name) for name in _FIGURES)
        return sa.select(each.c.customer_id, *figures).group_by(each.c.customer_id).subquery()
    _SUMS.drop(tx.connection, checkfirst=True)
    _SUMS.create(tx.connection, checkfirst=False)
    adding = sqlite.insert(_SUMS).from_select(_SUMS.c.keys(), _MOVEMENTS.where(sa.true()))
    more = {name: _SUMS.c[name] + adding.excluded[name] for name in _FIGURES}
    tx.connection.execute(adding.on_conflict_do_update(index_elements=["customer_id"], set_=more))
    return _SUMS


def _standing(sums: sa.FromClause) -> sa.Select[int]:
    return sa.select(sa.func.coalesce(sa.func.sum(sums.c.lots), 0))


def _wrong_balances(sums: sa.FromClause) -> sa.Select[str]:
    points, unused = (sa.func.coalesce(sums.c[name], 0) for name in ("points", "unused"))
    usable = sa.case((PointBalance.points > 0, PointBalance.points), else_=0)
    both = sa.select(PointBalance.customer_id).outerjoin(sums, sums.c.customer_id == PointBalance.customer_id)
    return both.where(sa.or_(points != PointBalance.points, unused != usable))


def _no_balance(sums: sa.FromClause) -> sa.Select[str]:
    """Whose points have moved, though no balance stands beside them."""
    balance = sa.exists().where(PointBalance.customer_id == sums.c.customer_id)
    moved = sa.exists().where(PointEntry.customer_id == sums.c.customer_id, PointEntry.points != 0)
    return sa.select(sums.c.customer_id).where(~balance, moved)
