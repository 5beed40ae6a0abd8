"""Carried by a merge: where a lot's points are now, where they were before, and what of them was lost on the way."""

import sqlalchemy as sa

from carepos.database import Question, Transaction
from carepos.loyalty.tables import PointDraw, PointEntry

_out, _into, _undone, _taker, _carrier = (sa.orm.aliased(PointEntry) for _ in range(5))
_NEXT = Question(
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


_GIVEN_TO = Question(
    sa.select(PointDraw.lot_id).where(PointDraw.entry_id == sa.bindparam("entry"), PointDraw.points < 0)
)


def lots_of(tx: Transaction, entry: PointEntry) -> list[str]:
    """Where the points of a row went: the lot it opened, or those it gave back to."""
    given = tx.rows(_GIVEN_TO, entry=entry.id)
    return [lot_now(tx, lot) for lot in (entry.id, *(row.lot_id for row in given))]


_LOST = (
    sa.select(sa.func.coalesce(sa.func.sum(PointDraw.points), 0))
    .join(_taker, _taker.id == PointDraw.entry_id)
    .outerjoin(_carrier, sa.and_(_carrier.id == _taker.reverses, _carrier.kind == "merge_out"))
    .where(
        PointDraw.lot_id == sa.bindparam("lot"),
        PointDraw.entry_id != PointDraw.lot_id,
        sa.or_(_taker.kind.in_(("expire", "merge_out")), _carrier.id.is_not(None)),
    )
)


def lost(tx: Transaction, lot_id: str) -> int:
    """What a carried lot lost by itself, not by its holder's use: it ended, or was carried on and did not come back."""
    return int(tx.value(_LOST, lot=lot_id))
