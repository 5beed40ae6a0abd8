"""Carried by a merge: where a lot's points are now, where they were before, and what of them was lost on the way."""

import sqlalchemy as sa

from carepos.database import Question, Row, Transaction
from carepos.loyalty.tables import PointDraw, PointEntry

_out, _into, _undone = (sa.orm.aliased(PointEntry) for _ in range(3))
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


_CAME = Question(
    sa.select(PointDraw.lot_id)
    .join(_out, _out.id == PointDraw.entry_id)
    .join(_into, _into.reverses == _out.id)
    .where(_into.id == sa.bindparam("lot"), _into.kind == "merge_in")
)
_taker, _root = sa.orm.aliased(PointEntry), sa.orm.aliased(PointEntry)
_TAKEN = Question(
    sa.select(PointDraw.points, _taker.kind, _root.id.label("root"), _root.kind.label("root_kind"), _root.reverses)
    .join(_taker, _taker.id == PointDraw.entry_id)
    .outerjoin(_root, _root.id == _taker.reverses)
    .where(PointDraw.lot_id == sa.bindparam("lot"), PointDraw.entry_id != PointDraw.lot_id)
)
_FILLING = sa.select(PointDraw.entry_id).where(
    PointDraw.lot_id.in_(sa.bindparam("lots", expanding=True)), PointDraw.points < 0
)


def lost(tx: Transaction, lot_id: str) -> int:
    """What a carried lot lost by itself, not by its holder's use: it ended, or what gave its points was taken back."""
    before = _lots_before(tx, lot_id)
    givers = {*before, *(row.entry_id for row in tx.rows(_FILLING, lots=before))}
    return sum(row.points for row in tx.rows(_TAKEN, lot=lot_id) if _by_itself(row, givers))


def _lots_before(tx: Transaction, lot_id: str) -> list[str]:
    """The lots in which the points lay before, the latest first."""
    came: str | None = tx.value(_CAME, lot=lot_id)
    return [came, *_lots_before(tx, came)] if came else []


def _by_itself(row: Row, givers: set[str]) -> bool:
    """Whether it was about the lot: also goods that came back since, and a return of them that was none."""
    if row.kind in ("expire", "merge_out") or row.root_kind == "merge_out":
        return True
    return row.root in givers or (row.root_kind == "return" and row.reverses in givers)
