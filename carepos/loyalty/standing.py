"""The rows of the ledger that stand, not undone, in the order in which they were written."""

import sqlalchemy as sa

from carepos.database import Transaction
from carepos.loyalty import queries
from carepos.loyalty.tables import AWARDS, PointEntry

_bind = sa.bindparam
_first = PointEntry.id != PointEntry.operation_id  # the id of a command may come from outside, and sort anywhere
_STANDING = sa.select(PointEntry).where(~queries.undone(PointEntry)).order_by(PointEntry.at, _first, PointEntry.id)
_AWARDS_OF = _STANDING.where(PointEntry.purchase_id == _bind("sale"), PointEntry.kind.in_(AWARDS))
_SPENT_ON = _STANDING.where(PointEntry.kind == sa.literal_column("'spend'"), PointEntry.receipt == _bind("receipt"))
_RETURNS_OF = _STANDING.where(PointEntry.reverses == _bind("entry"), PointEntry.kind == "return")
_TOGETHER = _STANDING.where(PointEntry.operation_id == _bind("operation"), PointEntry.purchase_id == _bind("sale"))


def awards_of(tx: Transaction, sale: str) -> list[PointEntry]:
    """What a sale earned, reason by reason."""
    return list(tx.session.scalars(_AWARDS_OF, {"sale": sale}))


def spent_on(tx: Transaction, receipt: str | None) -> list[PointEntry]:
    """The uses of points on a receipt, whoever used them."""
    return list(tx.session.scalars(_SPENT_ON, {"receipt": receipt}))


def returns_of(tx: Transaction, entry_id: str) -> list[PointEntry]:
    """What goods that came back did to one row."""
    return list(tx.session.scalars(_RETURNS_OF, {"entry": entry_id}))


def together(tx: Transaction, row: PointEntry) -> list[PointEntry]:
    """The rows of a sale, or of its return, that one command wrote."""
    return list(tx.session.scalars(_TOGETHER, {"operation": row.operation_id, "sale": row.purchase_id}))
