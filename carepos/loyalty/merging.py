"""Merging two customers: rows move, points are carried over by pairs of postings, and all of it can come apart."""

from functools import partial

import sqlalchemy as sa

from carepos import customers, promises, purchases
from carepos.database import Row, Transaction, command, new_id
from carepos.errors import Refused
from carepos.loyalty import queries, rebooking
from carepos.loyalty.actions import renew_tier
from carepos.loyalty.ledger import ANY_DEBT, entry_of, give, give_back, move_balance, move_lot, take
from carepos.loyalty.moved import lost
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
    _carry_debt(tx, kept, gone)
    promises.tell_customer(tx, kept)
    renew_tier(tx, kept, queries.programme(tx))
    return op_id


@command("loyalty.unmerge")
def unmerge(tx: Transaction, op_id: str, merge_id: str) -> str:
    """Takes a merge apart and returns the id of the customer who is back; what came since stays with the one kept.

    Points used since count as the kept one's own first; what was taken for goods of the other's that came back, the
    other bears. Raises Refused("merge.undone"), ("merge.later"), ("points.spent", missing=…) when not enough is left
    to give back, NotFound("customer_merges.not_found").
    """
    merged = customers.take_apart(tx, merge_id, ledger(), partial(purchases.visits_of, tx))
    _carry_back(tx, merge_id, merged.kept, merged.gone)
    for who in (merged.kept, merged.gone):
        promises.tell_customer(tx, who)
    renew_tier(tx, merged.kept, queries.programme(tx))
    return merged.gone


_OPEN = (
    sa.select(PointLot.entry_id, PointLot.expires_on, PointLot.by_visit, PointLot.left)
    .where(PointLot.customer_id == sa.bindparam("customer"), PointLot.left > 0)
    .order_by(PointLot.expires_on.nulls_last(), PointLot.entry_id)
    .with_for_update()
)


def _carry(tx: Transaction, kept: str, gone: str, lot: Row) -> None:
    """One lot as a pair of postings; the second names the first, so that each point's way can be followed."""
    out = entry_of(tx, new_id(), gone, "merge_out", -lot.left)
    take(tx, out, [lot.entry_id])
    into = entry_of(tx, new_id(), kept, "merge_in", lot.left)
    into.reverses = out.id
    give(tx, into, lot.expires_on, bool(lot.by_visit))


def _carry_debt(tx: Transaction, kept: str, gone: str) -> None:
    """What the one who goes owes, the one kept owes."""
    owed = -queries.total(tx, gone)
    if owed > 0:
        out = entry_of(tx, new_id(), gone, "merge_out", owed)
        give(tx, out)
        into = entry_of(tx, new_id(), kept, "merge_in", -owed)
        into.reverses = out.id
        take(tx, into, may_owe=ANY_DEBT)


_out = sa.orm.aliased(PointEntry)
_PAID = (
    sa.select(sa.func.coalesce(sa.func.sum(PointDraw.points), 0))
    .where(PointDraw.lot_id == PointEntry.id, PointDraw.entry_id == PointEntry.id)
    .correlate(PointEntry)
    .scalar_subquery()
)
"""What of a carried lot paid the kept one's debt at once."""
_CARRIED = (
    sa.select(
        PointEntry.id.label("into"),
        _out.id.label("out"),
        PointDraw.lot_id.label("lot"),
        PointEntry.points,
        _PAID.label("paid"),
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
    borne = rebooking.borne_for(tx, kept, gone)
    freed = [rebooking.free(tx, row) for row in borne]
    carried = [(pair, pair.points - lost(tx, pair.into)) for pair in tx.rows(_CARRIED, merge=merge_id)]
    going = [(pair, entry_of(tx, new_id(), kept, "undo", -points)) for pair, points in carried if points]
    paid = sum(pair.paid for pair, _ in going)
    _check_enough(tx, kept, -sum(entry.points for _, entry in going), paid)
    for pair, entry in going:
        entry.reverses = pair.into
        move_balance(tx, kept, entry.points, "points.spent", paid)
        tx.add(entry)
        _draw_some(tx, entry.id, pair.into, min(pair.left, -entry.points))
    for pair, entry in going:
        _draw_others(tx, entry, -entry.points - min(pair.left, -entry.points))
        _return_lot(tx, gone, pair, -entry.points)
    for into in tx.session.scalars(_DEBTS, {"merge": merge_id}).all():
        _debt_back(tx, gone, into)
    for row, free in zip(reversed(borne), reversed(freed), strict=True):
        rebooking.bear(tx, gone, row, free)


_DEBTS = sa.select(PointEntry).where(
    PointEntry.operation_id == sa.bindparam("merge"), PointEntry.kind == "merge_in", PointEntry.points < 0
)


def _debt_back(tx: Transaction, gone: str, into: PointEntry) -> None:
    freed = entry_of(tx, new_id(), into.customer_id, "undo", -into.points)
    freed.reverses = into.id
    give_back(tx, freed, into)
    owing = entry_of(tx, new_id(), gone, "undo", into.points)
    owing.reverses = into.reverses
    take(tx, owing, may_owe=ANY_DEBT)


def _check_enough(tx: Transaction, kept: str, points: int, paid: int) -> None:
    balance = max(queries.total(tx, kept), 0) + paid
    if balance < points:
        raise Refused("points.spent", field="points", balance=balance, missing=points - balance)


def _draw_some(tx: Transaction, entry_id: str, lot_id: str, points: int) -> None:
    if points:
        move_lot(tx, entry_id, lot_id, points)


def _draw_others(tx: Transaction, entry: PointEntry, missing: int) -> None:
    """What was used of the carried points comes out of the kept one's own, soonest expiry first."""
    for lot in tx.rows(_OPEN, customer=entry.customer_id) if missing else ():
        part = min(missing, lot.left)
        _draw_some(tx, entry.id, lot.entry_id, part)
        missing -= part


def _return_lot(tx: Transaction, gone: str, pair: Row, points: int) -> None:
    back = entry_of(tx, new_id(), gone, "undo", points)
    back.reverses = pair.out
    move_balance(tx, gone, points)
    tx.add(back)
    move_lot(tx, back.id, pair.lot, -points)
