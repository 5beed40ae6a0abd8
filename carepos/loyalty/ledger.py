"""Writing one movement of points: its row, the lots it opens or draws on, and the balance, all in one transaction."""

import calendar
import datetime as dt
from collections.abc import Collection

import sqlalchemy as sa

from carepos.database import Question, Transaction
from carepos.errors import Refused
from carepos.loyalty import ending, queries, rules
from carepos.loyalty.tables import PointBalance, PointDraw, PointEntry, PointLot

ANY_DEBT = 2**62
"""More than anybody could ever use."""


def entry_of(
    tx: Transaction, op_id: str, customer_id: str, kind: str, points: int, at: dt.datetime | None = None
) -> PointEntry:
    """A movement that is not written yet: by whom, where, when."""
    moment = at or tx.now
    entry = PointEntry(
        id=op_id, operation_id=tx.operation, customer_id=customer_id, kind=kind, points=points, at=moment
    )
    entry.day, entry.till, entry.staff_id = tx.settings.day_of(moment), tx.actor.till, tx.actor.staff_id
    return entry


def give(tx: Transaction, entry: PointEntry, expires_on: dt.date | None = None, by_visit: bool = False) -> None:
    """Writes points that come in and opens their lot; what was owed is paid from them first."""
    paid = _bring(tx, entry)
    lot = PointLot(entry_id=entry.id, customer_id=entry.customer_id, expires_on=expires_on, by_visit=by_visit or None)
    lot.left = entry.points - paid
    tx.add(lot)
    if paid:
        tx.add(PointDraw(entry_id=entry.id, lot_id=entry.id, points=paid))


def take(tx: Transaction, entry: PointEntry, first: Collection[str] = (), may_owe: int = 0) -> None:
    """Writes points that go out, from the lots `first`, then soonest expiry first; `may_owe` of them need not be there.

    Raises Refused("points.not_enough") for a usual use, ("points.spent") where a lot's own points were wanted.
    """
    move_balance(tx, entry.customer_id, entry.points, "points.spent" if first else "points.not_enough", may_owe)
    tx.add(entry)
    missing = -entry.points
    lots = tx.rows(_OPEN_LOTS, customer=entry.customer_id) if missing else ()
    for lot in sorted(lots, key=lambda lot: lot.entry_id not in first):
        if part := min(missing, lot.left):
            move_lot(tx, entry.id, lot.entry_id, part)
            missing -= part


def give_back(tx: Transaction, entry: PointEntry, wrong: PointEntry) -> None:
    """Writes points that come back, into the very lots `wrong` drew them from, the longest lasting first.

    What `wrong` had left owed, and later points have paid, lasts as points of today do. A lot that visits renew has
    missed none of them, and one that has ended lasts to the end of this month again: what comes back can be used.
    """
    rest = entry.points - _bring(tx, entry)
    for lot in tx.rows(_DRAWN, entry=wrong.id):
        if part := min(rest, lot.points):
            move_lot(tx, entry.id, lot.lot_id, -part)
            rest -= part
    if rest:
        _open_lot(tx, entry, rest)
    if until := ending.by_visit(tx, entry.customer_id, queries.programme(tx)):
        tx.connection.execute(_ANEW, {"entry": entry.id, "until": until})
    month = tx.today.replace(day=calendar.monthrange(tx.today.year, tx.today.month)[1])
    tx.connection.execute(_AGAIN, {"entry": entry.id, "today": tx.today, "until": month})


def _open_lot(tx: Transaction, entry: PointEntry, left: int) -> None:
    """A lot for points that came out of none; the draw beside it says where the row's other points went."""
    terms = queries.programme(tx)
    lot = PointLot(entry_id=entry.id, customer_id=entry.customer_id, expires_on=rules.last_day(terms, tx.today))
    lot.left, lot.by_visit = left, terms.expiry == "visit" or None
    tx.add(lot)
    if entry.points > left:
        tx.add(PointDraw(entry_id=entry.id, lot_id=entry.id, points=entry.points - left))


def _bring(tx: Transaction, entry: PointEntry) -> int:
    """Writes the row and the balance of points that come in, and says how many of them pay what was owed."""
    move_balance(tx, entry.customer_id, entry.points)
    tx.add(entry)
    owed = entry.points - queries.total(tx, entry.customer_id)
    return min(max(owed, 0), entry.points)


_TAKE = (
    sa.update(PointBalance)
    .where(
        PointBalance.customer_id == sa.bindparam("customer"),
        sa.or_(sa.bindparam("needed", type_=sa.BigInteger) <= 0, PointBalance.points >= sa.bindparam("needed")),
    )
    .values(points=PointBalance.points + sa.bindparam("change"))
)


def move_balance(
    tx: Transaction, customer_id: str, change: int, rule: str = "points.not_enough", may_owe: int = 0
) -> None:
    """One statement that checks and takes, so that two tills can never spend the same points."""
    tx.touch("loyalty")
    tx.flush()
    needed = -change - may_owe
    if tx.connection.execute(_TAKE, {"customer": customer_id, "change": change, "needed": needed}).rowcount:
        return
    if needed > 0:
        balance = queries.total(tx, customer_id)
        raise Refused(rule, field="points", balance=balance, missing=needed - balance)
    tx.add(PointBalance(customer_id=customer_id, points=change))


_OPEN_LOTS = Question(
    sa.select(PointLot.entry_id, PointLot.left)
    .where(PointLot.customer_id == sa.bindparam("customer"), PointLot.left > 0)
    .order_by(PointLot.expires_on.nulls_last(), PointLot.entry_id)
    .with_for_update()
)
_LESSEN = (
    sa.update(PointLot)
    .where(PointLot.entry_id == sa.bindparam("lot"))
    .values({"left": PointLot.left - sa.bindparam("change")})
)
_later = sa.orm.aliased(PointEntry)
_DRAWN = (
    sa.select(PointDraw.lot_id, sa.func.sum(PointDraw.points).label("points"))
    .join(PointLot, PointLot.entry_id == PointDraw.lot_id)
    .where(
        PointDraw.entry_id != PointDraw.lot_id,
        sa.or_(
            PointDraw.entry_id == sa.bindparam("entry"),
            PointDraw.entry_id.in_(
                sa.select(_later.id).where(_later.reverses == sa.bindparam("entry"), ~queries.undone(_later))
            ),
        ),
    )
    .group_by(PointDraw.lot_id, PointLot.expires_on)
    .having(sa.func.sum(PointDraw.points) > 0)
    .order_by(PointLot.expires_on.desc().nulls_first(), PointDraw.lot_id)
)


_given_back = PointLot.entry_id.in_(sa.select(PointDraw.lot_id).where(PointDraw.entry_id == sa.bindparam("entry")))
_taker = sa.orm.aliased(PointEntry)
_has_ended = sa.exists().where(
    PointDraw.lot_id == PointLot.entry_id, _taker.id == PointDraw.entry_id, _taker.kind == "expire"
)
_ANEW = (
    sa.update(PointLot)
    .where(_given_back, PointLot.by_visit.is_(True), PointLot.expires_on < sa.bindparam("until"), ~_has_ended)
    .values(expires_on=sa.bindparam("until"))
)
_AGAIN = (
    sa.update(PointLot)
    .where(_given_back, PointLot.expires_on < sa.bindparam("today"))
    .values(expires_on=sa.bindparam("until"))
)


def move_lot(tx: Transaction, entry_id: str, lot_id: str, points: int) -> None:
    """Draws points out of a lot, or (below zero) puts them back."""
    tx.connection.execute(_LESSEN, {"lot": lot_id, "change": points})
    tx.add(PointDraw(entry_id=entry_id, lot_id=lot_id, points=points))
