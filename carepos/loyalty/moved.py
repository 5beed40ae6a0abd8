"""Where points are after a merge: each lot of the one who went lives on as a lot of the one kept."""

import sqlalchemy as sa

from carepos.database import Transaction
from carepos.loyalty.tables import PointDraw, PointEntry

_out, _into, _undone = (sa.orm.aliased(PointEntry) for _ in range(3))
_NEXT = (
    sa.select(_into.id)
    .join(_out, _out.id == _into.reverses)
    .join(PointDraw, PointDraw.entry_id == _out.id)
    .where(
        PointDraw.lot_id == sa.bindparam("lot"),
        _out.kind == "merge_out",
        ~sa.exists().where(_undone.reverses == _out.id, _undone.kind == "undo"),
    )
)


def lot_now(tx: Transaction, lot_id: str) -> str:
    """The lot in which a lot's points lie today: itself, or the one a merge (or several) carried them into."""
    while carried := tx.value(_NEXT, lot=lot_id):
        lot_id = carried
    return lot_id
