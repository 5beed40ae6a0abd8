"""Merging two customers: rows move, points are carried over by pairs of postings, and all of it can come apart."""

from functools import partial

import sqlalchemy as sa

from carepos import customers, promises, purchases
from carepos.database import Row, Transaction, command, new_id
from carepos.errors import Refused
from carepos.loyalty import queries
from carepos.loyalty.actions import _entry, _move_balance, _move_lot, _post, _renew_tier
from carepos.loyalty.preview import ledger
from carepos.loyalty.tables import PointDraw, PointEntry, PointLot


@command("loyalty.merge")
def merge(tx: Transaction, op_id: str, kept: str, gone: str) -> str:
    """Makes two customers one and returns the merge's id: all that is told of `gone` moves to `kept`.

    Points go lot by lot, with the day each ends. Raises Refused("merge.same"), ("customer.merged", kept=…),
    NotFound("customers.not_found").
    """
    customers.merge_into(tx, op_id, kept, gone, ledger(), partial(purchases.visits_of, tx))
    for lot in tx.rows(_OPEN, customer=gone):
        _carry(tx, kept, gone, lot)
    promises.tell_customer(tx, kept)
    _renew_tier(tx, kept, queries.programme(tx))
    return op_id


@command("loyalty.unmerge")
def unmerge(tx: Transaction, op_id: str, merge_id: str) -> str:
    """Takes a merge apart and returns the id of the customer who is back; what came since stays with the one kept.

    Points used since count as the kept one's own first. Raises Refused("merge.undone"), ("merge.later"),
    ("points.spent", missing=…) when not enough is left to give back, NotFound("customer_merges.not_found").
    """
    merged = customers.take_apart(tx, merge_id, ledger(), partial(purchases.visits_of, tx))
    _carry_back(tx, merge_id, merged.kept, merged.gone)
    for who in (merged.kept, merged.gone):
        promises.tell_customer(tx, who)
    _renew_tier(tx, merged.kept, queries.programme(tx))
    return merged.gone


_OPEN = (
    sa.select(PointLot.entry_id, PointLot.expires_on, PointLot.left)
    .where(PointLot.customer_id == sa.bindparam("customer"), PointLot.left > 0)
    .order_by(PointLot.expires_on.nulls_last(), PointLot.entry_id)
    .with_for_update()
)


def _carry(tx: Transaction, kept: str, gone: str, lot: Row) -> None:
    """One lot as a pair of postings; the second names the first, so that each point's way can be followed."""
    out = _entry(tx, new_id(), gone, "merge_out", -lot.left)
    _post(tx, out, take_from=lot.entry_id)
    into = _entry(tx, new_id(), kept, "merge_in", lot.left)
    into.reverses = out.id
    _post(tx, into, lot.expires_on)


_out, _taker, _root = (sa.orm.aliased(PointEntry) for _ in range(3))
_ABOUT_THE_LOT = sa.or_(
    _taker.kind.in_(("expire", "merge_out")),
    sa.and_(
        _taker.kind.in_(("return", "undo")),
        sa.or_(
            sa.and_(_root.points > 0, _root.kind != "merge_in"),
            _root.kind.in_(("expire", "return", "merge_out")),
        ),
    ),
)
_LOST = (
    sa.select(sa.func.coalesce(sa.func.sum(PointDraw.points), 0))
    .join(_taker, _taker.id == PointDraw.entry_id)
    .outerjoin(_root, _root.id == _taker.reverses)
    .where(PointDraw.lot_id == PointEntry.id, _ABOUT_THE_LOT)
    .correlate(PointEntry)
    .scalar_subquery()
)
"""What a lot lost by itself, not by its holder's choice: it expired, its goods came back, its award was taken back."""
_CARRIED = (
    sa.select(
        PointEntry.id.label("into"),
        _out.id.label("out"),
        PointDraw.lot_id.label("lot"),
        (PointEntry.points - _LOST).label("points"),
        PointLot.left,
    )
    .join(_out, _out.id == PointEntry.reverses)
    .join(PointDraw, PointDraw.entry_id == _out.id)
    .join(PointLot, PointLot.entry_id == PointEntry.id)
    .where(PointEntry.operation_id == sa.bindparam("merge"), PointEntry.kind == "merge_in")
    .order_by(PointEntry.id)
)


def _carry_back(tx: Transaction, merge_id: str, kept: str, gone: str) -> None:
    """What each lot still is goes back into the lot it came from; its own points first, then the kept one's."""
    pairs = [pair for pair in tx.rows(_CARRIED, merge=merge_id) if pair.points]
    _check_enough(tx, kept, sum(pair.points for pair in pairs))
    taking = [(pair, _entry(tx, new_id(), kept, "undo", -pair.points)) for pair in pairs]
    for pair, entry in taking:
        entry.reverses = pair.into
        _move_balance(tx, kept, entry.points, "points.spent")
        tx.add(entry)
        _draw_some(tx, entry.id, pair.into, min(pair.left, pair.points))
    for pair, entry in taking:
        _draw_others(tx, entry, pair.points - min(pair.left, pair.points))
        _return_lot(tx, gone, pair)


def _check_enough(tx: Transaction, kept: str, points: int) -> None:
    balance = queries.balance(tx, kept)
    if balance < points:
        raise Refused("points.spent", field="points", balance=balance, missing=points - balance)


def _draw_some(tx: Transaction, entry_id: str, lot_id: str, points: int) -> None:
    if points:
        _move_lot(tx, entry_id, lot_id, points)


def _draw_others(tx: Transaction, entry: PointEntry, missing: int) -> None:
    """What was used of the carried points comes out of the kept one's own, soonest expiry first."""
    for lot in tx.rows(_OPEN, customer=entry.customer_id) if missing else ():
        part = min(missing, lot.left)
        _draw_some(tx, entry.id, lot.entry_id, part)
        missing -= part


def _return_lot(tx: Transaction, gone: str, pair: Row) -> None:
    back = _entry(tx, new_id(), gone, "undo", pair.points)
    back.reverses = pair.out
    _move_balance(tx, gone, pair.points)
    tx.add(back)
    _move_lot(tx, back.id, pair.lot, -pair.points)
