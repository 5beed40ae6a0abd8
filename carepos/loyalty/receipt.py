"""What a paper about one movement of points tells; made from the ledger, so that it can be made again (P15)."""

from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from carepos import customers
from carepos.database import Operation, Transaction
from carepos.errors import Refused
from carepos.loyalty import accounts
from carepos.loyalty.explaining import Explanation, explain
from carepos.loyalty.posting import Posting
from carepos.loyalty.tables import PointEntry

PRINTED = ("earn", "spend", "return", "adjust", "opening", "undo")
"""Movements that are a command's own; those of a merge or of an import were nobody's at the counter."""

_POSTED = (
    sa.select(PointEntry.customer_id, Operation.answer)
    .join(Operation, Operation.id == PointEntry.operation_id)
    .where(PointEntry.id == sa.bindparam("id"), PointEntry.id == Operation.id, PointEntry.kind.in_(PRINTED))
)


_BESIDE = (
    sa.select(PointEntry.id)
    .where(
        PointEntry.operation_id == sa.bindparam("id"),
        PointEntry.customer_id == sa.bindparam("customer"),
        PointEntry.id != sa.bindparam("id"),
        PointEntry.kind.in_(("birthday", "campaign", "return")),
    )
    .order_by(PointEntry.id)
)


@dataclass(frozen=True, slots=True)
class PointsReceipt:
    """A movement with what made it, its bonuses, the balance it led to, and the customer's points as they are now."""

    customer_id: str
    why: Explanation
    bonuses: tuple[Explanation, ...]
    points: int
    balance: int
    now: accounts.Account


def receipt_of(tx: Transaction, entry_id: str) -> PointsReceipt:
    """The receipt of a movement, for whoever holds the points now.

    Raises NotFound("point_entries.not_found"), Refused("points.no_receipt") for a movement no command made alone.
    """
    why = explain(tx, entry_id)
    row = tx.row(_POSTED, id=entry_id)
    if row is None:
        raise Refused("points.no_receipt")
    posting = msgspec.json.decode(row.answer, type=Posting)
    holder = customers.current(tx, row.customer_id)
    others = tx.rows(_BESIDE, id=entry_id, customer=row.customer_id) if why.entry.purchase_id else ()
    bonuses = tuple(explain(tx, other.id) for other in others)
    return PointsReceipt(holder, why, bonuses, posting.points, posting.balance, accounts.account(tx, holder))
