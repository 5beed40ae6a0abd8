"""Points past their last day: taken away once, at the day's turn, and never because of a clock set wrong."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from carepos.database import Question, Row, Transaction, command, new_id
from carepos.errors import Refused
from carepos.loyalty import ending, ledger
from carepos.loyalty.ending import PAST, ahead, last_run
from carepos.loyalty.tables import ExpiryRun, PointBalance, PointDraw, PointEntry, PointLot
from carepos.loyalty.terms import Programme


@dataclass(frozen=True, slots=True)
class Due:
    """What has passed its last day, when points were last looked through, and whether the owner must agree first."""

    lots: int
    points: int
    customers: int
    last_run: dt.datetime | None
    done_today: bool
    must_agree: bool


@dataclass(frozen=True, slots=True)
class Expired:
    """What one run took away, and whether there is more for the next."""

    lots: int
    points: int
    more: bool


_DUE = sa.select(
    sa.func.count(), sa.func.coalesce(sa.func.sum(PointLot.left), 0), sa.func.count(PointLot.customer_id.distinct())
).where(*PAST)
_LOTS = (
    sa.select(PointLot.entry_id, PointLot.customer_id, PointLot.left)
    .where(*PAST)
    .order_by(PointLot.expires_on)
    .limit(sa.bindparam("most"))
)
_ANY = sa.select(PointLot.entry_id).where(*PAST).limit(1)
_HOLD = (
    sa.select(PointBalance.customer_id)
    .where(PointBalance.customer_id.in_(sa.bindparam("customers", expanding=True)))
    .order_by(PointBalance.customer_id)
    .with_for_update()
)
_LOTS_AGAIN = (
    sa.select(PointLot.entry_id, PointLot.customer_id, PointLot.left)
    .where(PointLot.entry_id.in_(sa.bindparam("lots", expanding=True)), *PAST)
    .order_by(PointLot.entry_id)
    .with_for_update()
)
_LOTS_OF = Question(
    sa.select(PointLot.entry_id, PointLot.left)
    .where(PointLot.customer_id == sa.bindparam("customer"), *PAST)
    .order_by(PointLot.entry_id)
)


def expiry_due(tx: Transaction) -> Due:
    """What a run would take away now; "must_agree" where the clock stands more than a day ahead of the next opening."""
    row, run = tx.rows(_DUE, today=tx.today)[0], last_run(tx)
    today = run is not None and run.day >= tx.today
    return Due(int(row[0]), int(row[1]), int(row[2]), run.at if run else None, today, ahead(tx, run))


@command("loyalty.agree_to_clock", role="owner")
def agree_to_clock(tx: Transaction, op_id: str) -> None:
    """The owner says that the clock is right: what has passed its last day may go."""
    yesterday = tx.today - dt.timedelta(days=1)
    tx.add(ExpiryRun(id=op_id, at=tx.now, day=yesterday))


@command("loyalty.expire")
def expire(tx: Transaction, op_id: str, most: int = 500) -> Expired:
    """Takes away at most so many lots past their last day, in one statement for each table; asked until none is left.

    Raises Refused("clock.ahead") until the owner has agreed to a clock far ahead.
    """
    run = last_run(tx)
    if ahead(tx, run):
        raise Refused("clock.ahead")
    lots = tx.rows(_LOTS, today=tx.today, most=most)
    if lots:
        # balances first, in one order, as every other command holds them
        tx.rows(_HOLD, customers=sorted({lot.customer_id for lot in lots}))
        lots = tx.rows(_LOTS_AGAIN, lots=[lot.entry_id for lot in lots], today=tx.today)
        _take_away(tx, lots)
    more = tx.value(_ANY, today=tx.today) is not None
    if not more and (run is None or run.day < tx.today):
        tx.add(ExpiryRun(id=op_id, at=tx.now, day=tx.today))
    return Expired(len(lots), sum(lot.left for lot in lots), more)


def _take_away(tx: Transaction, lots: Sequence[Row]) -> None:
    if not lots:
        return
    rows = [(new_id(), lot) for lot in lots]
    same = {"operation_id": tx.operation, "kind": "expire", "at": tx.now, "day": tx.today, "till": tx.actor.till}
    entries = [{"id": id_, "customer_id": lot.customer_id, "points": -lot.left, **same} for id_, lot in rows]
    draws = [{"entry_id": id_, "lot_id": lot.entry_id, "points": lot.left} for id_, lot in rows]
    gone: Counter[str] = Counter()
    for _, lot in rows:
        gone[lot.customer_id] += lot.left
    tx.touch("loyalty")
    tx.connection.execute(sa.insert(PointEntry), entries)
    tx.connection.execute(sa.insert(PointDraw), draws)
    tx.connection.execute(_EMPTY, [{"lot": lot.entry_id} for _, lot in rows])
    tx.connection.execute(_LESS, [{"who": who, "points": points} for who, points in sorted(gone.items())])


_EMPTY = sa.update(PointLot).where(PointLot.entry_id == sa.bindparam("lot")).values({"left": 0})
_LESS = (
    sa.update(PointBalance)
    .where(PointBalance.customer_id == sa.bindparam("who"))
    .values(points=PointBalance.points - sa.bindparam("points"))
)


def end_for(tx: Transaction, customer_id: str) -> None:
    """Takes away one customer's points past their last day before a command moves others: none of them can be used."""
    lots = tx.rows(_LOTS_OF, customer=customer_id, today=tx.today)
    if not lots or ahead(tx, last_run(tx)):
        return
    for lot in lots:
        entry = ledger.entry_of(tx, new_id(), customer_id, "expire", -lot.left)
        entry.staff_id = None  # the day's turn takes them, whoever stands at the till
        ledger.take(tx, entry, [lot.entry_id])


_ANEW = (
    sa.update(PointLot)
    .where(PointLot.customer_id == sa.bindparam("customer"), PointLot.by_visit.is_(True), PointLot.left > 0)
    .values(expires_on=sa.bindparam("until"))
)


def renew_by_visit(tx: Transaction, customer_id: str, terms: Programme) -> None:
    """Points that last from the last visit last anew; a visit taken back takes its days back too."""
    if until := ending.by_visit(tx, customer_id, terms):
        tx.flush()
        tx.connection.execute(_ANEW, {"customer": customer_id, "until": until})
        tx.session.expire_all()
