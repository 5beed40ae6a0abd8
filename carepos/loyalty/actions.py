"""Giving, using and taking back points: one append-only row each, its lots and the balance in the same transaction."""

import datetime as dt
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from carepos import customers, purchases
from carepos.database import Transaction, command, new_id
from carepos.errors import Refused
from carepos.loyalty import queries, rules
from carepos.loyalty.moved import lot_now
from carepos.loyalty.tables import PointBalance, PointDraw, PointEntry, PointLot, PointRule


@dataclass(frozen=True, slots=True)
class Posting:
    """What a command on points did: its entry, the points it moved, and the balance after it."""

    entry: str
    points: int
    balance: int


@command("loyalty.set_programme", role="owner")
def set_programme(tx: Transaction, op_id: str, programme: rules.Programme, starts_on: dt.date) -> str:
    """Puts a programme in force from a day; older points keep their rules. Raises Refused("programme.past")."""
    if starts_on < tx.today:
        raise Refused("programme.past", field="starts_on")
    rules.check(programme)
    terms = msgspec.json.encode(programme).decode()
    tx.add(PointRule(id=op_id, starts_on=starts_on, terms=terms))
    return op_id


@command("loyalty.earn")
def earn(
    tx: Transaction, op_id: str, customer_id: str, yen: int, receipt: str, at: dt.datetime | None = None
) -> Posting:
    """Records a sale of `yen` (with tax) and gives its points; raises what `purchases.record` raises."""
    day = tx.settings.day_of(at or tx.now)
    rule_id, terms = queries.in_force(tx, day)
    quote = rules.quote(terms, yen, queries.tier(tx, customer_id, terms))
    sale = purchases.record(tx, op_id, customer_id, yen, receipt, at)
    entry = _entry(tx, op_id, customer_id, "earn", quote.points, at)
    entry.rule_id, entry.base_yen, entry.percent, entry.tier = rule_id, yen, quote.percent, quote.tier
    entry.receipt, entry.purchase_id = purchases.receipt_number(receipt), sale
    _post(tx, entry, rules.last_day(terms, day))
    _renew_tier(tx, customer_id, terms)
    return _posting(tx, entry)


@command("loyalty.spend")
def spend(tx: Transaction, op_id: str, customer_id: str, points: int, receipt: str = "") -> Posting:
    """Uses points, soonest expiry first; raises Refused("points.not_enough", balance=…) and takes nothing then."""
    _check_points(points)
    customers.present(tx, customer_id)
    entry = _entry(tx, op_id, customer_id, "spend", -points)
    entry.receipt = receipt.strip()[:60] or None
    _post(tx, entry)
    return _posting(tx, entry)


@command("loyalty.return_sale")
def return_sale(tx: Transaction, op_id: str, customer_id: str, receipt: str, yen: int) -> Posting:
    """Goods of `yen` came back: takes their share of the sale's points.

    Raises Refused("receipt.unknown"), ("return.too_much"), ("points.spent").
    """
    sale = purchases.by_receipt(tx, receipt)
    earned = tx.session.scalar(sa.select(PointEntry).where(PointEntry.purchase_id == sale, PointEntry.kind == "earn"))
    if sale is None or earned is None or customers.current(tx, earned.customer_id) != customer_id:
        raise Refused("receipt.unknown", field="receipt", receipt=receipt)
    sale_yen, returned = purchases.take_back(tx, sale, yen)
    taken = _taken_already(tx, earned.id)
    entry = _entry(tx, op_id, customer_id, "return", 0)
    entry.points = rules.points_kept(earned.points, sale_yen, returned) - (earned.points - taken)
    entry.reverses, entry.receipt, entry.base_yen, entry.purchase_id = earned.id, receipt, yen, sale
    _post(tx, entry, take_from=lot_now(tx, earned.id))
    _renew_tier(tx, customer_id, queries.programme(tx))
    return _posting(tx, entry)


def _taken_already(tx: Transaction, earned: str) -> int:
    return -int(
        tx.value(sa.select(sa.func.coalesce(sa.func.sum(PointEntry.points), 0)).where(PointEntry.reverses == earned))
    )


@command("loyalty.adjust", role="owner")
def adjust(tx: Transaction, op_id: str, customer_id: str, points: int, reason: str) -> Posting:
    """Corrects a balance by hand, with the reason; the owner only. Raises Refused("reason.missing")."""
    if not reason.strip():
        raise Refused("reason.missing", field="reason")
    _check_points(abs(points))
    customers.present(tx, customer_id)
    entry = _entry(tx, op_id, customer_id, "adjust", points)
    entry.reason = reason.strip()[:200]
    _post(tx, entry)
    return _posting(tx, entry)


@command("loyalty.open_balance", role="owner")
def open_balance(
    tx: Transaction, op_id: str, customer_id: str, points: int, expires_on: dt.date | None = None, reason: str = ""
) -> Posting:
    """Brings a balance over from another system as one lot."""
    _check_points(points)
    customers.present(tx, customer_id)
    entry = _entry(tx, op_id, customer_id, "opening", points)
    entry.reason = reason[:200] or None
    _post(tx, entry, expires_on)
    return _posting(tx, entry)


@command("loyalty.undo")
def undo(tx: Transaction, op_id: str, entry_id: str) -> Posting:
    """Takes one movement back by a row that says so.

    Raises Refused("points.undone"), ("points.spent"), ("points.not_undoable").
    """
    wrong = tx.get(PointEntry, entry_id)
    if wrong.kind in ("undo", "return", *queries.MERGES):
        raise Refused("points.not_undoable")
    if tx.value(sa.select(sa.func.count()).where(PointEntry.reverses == entry_id)):
        raise Refused("points.undone")
    holder = customers.current(tx, wrong.customer_id)
    entry = _entry(tx, op_id, holder, "undo", -wrong.points)
    entry.reverses, entry.receipt = entry_id, wrong.receipt
    if wrong.points < 0:
        customers.present(tx, wrong.customer_id)  # the lots it drew on stayed behind: take the merge apart first
        _give_back(tx, entry, wrong)
    else:
        _post(tx, entry, take_from=lot_now(tx, entry_id))
    if wrong.purchase_id:
        purchases.withdraw(tx, op_id, wrong.purchase_id)
        _renew_tier(tx, holder, queries.programme(tx))
    return _posting(tx, entry)


def _check_points(points: int) -> None:
    if points <= 0:
        raise Refused("points.not_positive", field="points")
    if points > rules.MOST_POINTS:
        raise Refused("amount.too_large", field="points", most=rules.MOST_POINTS)


def _entry(
    tx: Transaction, op_id: str, customer_id: str, kind: str, points: int, at: dt.datetime | None = None
) -> PointEntry:
    moment = at or tx.now
    entry = PointEntry(
        id=op_id, operation_id=tx.operation, customer_id=customer_id, kind=kind, points=points, at=moment
    )
    entry.day, entry.till, entry.staff_id = tx.settings.day_of(moment), tx.actor.till, tx.actor.staff_id
    return entry


def _post(tx: Transaction, entry: PointEntry, expires_on: dt.date | None = None, take_from: str | None = None) -> None:
    """Writes a movement: its effect on the balance, its row, and the lot it opens or the lots it draws on."""
    _move_balance(tx, entry.customer_id, entry.points, "points.spent" if take_from else "points.not_enough")
    tx.add(entry)
    if entry.points > 0:
        tx.add(PointLot(entry_id=entry.id, customer_id=entry.customer_id, expires_on=expires_on, left=entry.points))
    elif entry.points < 0:
        _draw(tx, entry, take_from)


_TAKE = (
    sa.update(PointBalance)
    .where(PointBalance.customer_id == sa.bindparam("customer"), PointBalance.points + sa.bindparam("change") >= 0)
    .values(points=PointBalance.points + sa.bindparam("change"))
)


def _move_balance(tx: Transaction, customer_id: str, change: int, rule: str = "points.not_enough") -> None:
    """One statement that checks and takes, so that two tills can never spend the same points."""
    tx.touch("loyalty")
    if tx.connection.execute(_TAKE, {"customer": customer_id, "change": change}).rowcount:
        return
    if change < 0:
        balance = queries.balance(tx, customer_id)
        raise Refused(rule, field="points", balance=balance, missing=-change - balance)
    tx.add(PointBalance(customer_id=customer_id, points=change))


_OPEN_LOTS = (
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


def _draw(tx: Transaction, entry: PointEntry, take_from: str | None) -> None:
    """Takes a movement's points out of the lots, soonest expiry first, or out of one lot alone."""
    missing = -entry.points
    for lot in tx.rows(_OPEN_LOTS, customer=entry.customer_id):
        part = min(missing, lot.left) if take_from in (None, lot.entry_id) else 0
        if part:
            _move_lot(tx, entry.id, lot.entry_id, part)
            missing -= part
    if missing:
        raise Refused("points.spent", field="points", missing=missing)


def _move_lot(tx: Transaction, entry_id: str, lot_id: str, points: int) -> None:
    tx.connection.execute(_LESSEN, {"lot": lot_id, "change": points})
    tx.add(PointDraw(entry_id=entry_id, lot_id=lot_id, points=points))


def _give_back(tx: Transaction, entry: PointEntry, wrong: PointEntry) -> None:
    """Puts drawn points back into the very lots they came from."""
    _move_balance(tx, entry.customer_id, entry.points)
    tx.add(entry)
    for draw in tx.rows(sa.select(PointDraw.lot_id, PointDraw.points).where(PointDraw.entry_id == wrong.id)):
        _move_lot(tx, entry.id, draw.lot_id, -draw.points)


def _renew_tier(tx: Transaction, customer_id: str, programme: rules.Programme) -> None:
    customers.set_tier(tx, customer_id, queries.tier(tx, customer_id, programme))


def _posting(tx: Transaction, entry: PointEntry) -> Posting:
    return Posting(entry.id, entry.points, queries.balance(tx, entry.customer_id))


def first_programme(tx: Transaction, starts_on: dt.date) -> str:
    """The programme a new shop begins with: 1 point per 100 yen, gold from 30,000 yen a year, a voucher at 1,500."""
    return set_programme(tx, new_id(), rules.Programme(), starts_on)
