"""Taking back: goods that return, and movements made by mistake; always by rows that say so."""

from collections.abc import Iterator

import sqlalchemy as sa

from carepos import customers, purchases
from carepos.database import Question, Transaction, command, new_id
from carepos.errors import Refused
from carepos.loyalty import ending, ledger, queries, rules, standing, visited
from carepos.loyalty.actions import check_own_card, renew_tier
from carepos.loyalty.expiry import end_for, renew_by_visit
from carepos.loyalty.ledger import entry_of
from carepos.loyalty.moved import lot_now, lots_of
from carepos.loyalty.posting import Posting
from carepos.loyalty.tables import AWARDS, PointDraw, PointEntry, PointLot
from carepos.loyalty.terms import Programme


@command("loyalty.return_sale")
def return_sale(tx: Transaction, op_id: str, customer_id: str, receipt: str, yen: int) -> Posting:
    """Goods of `yen` came back: the points used on the sale come back in proportion, those it earned are taken.

    The odd point: what stays earned is rounded down, what comes back is rounded up. Points used meanwhile are owed,
    settled in money (`settle_yen` of the answer) or refused, as the programme says.
    Raises Refused("receipt.missing"), ("receipt.unknown"), ("return.too_much"), ("points.spent").
    """
    sale, awards = sale_of(tx, customer_id, receipt)
    check_own_card(tx, customer_id)
    end_for(tx, customer_id)
    whole, returned = purchases.take_back(tx, sale, yen)
    terms = queries.programme(tx)
    making = _Returning(tx, op_id, customer_id, sale, awards[0].receipt, yen)
    for spent, back in coming_back(tx, customer_id, awards[0].receipt, whole, returned):
        making.give_back(spent, back)
    for award, wanted in going(tx, awards, whole, returned):
        making.take(award, wanted, terms)
    renew_tier(tx, customer_id, terms)
    return Posting(making.first, making.points, queries.balance(tx, customer_id), making.settle_yen)


class _Returning:
    """The rows of one return; the first of them carries the operation's own id."""

    def __init__(self, tx: Transaction, op_id: str, customer_id: str, sale: str, receipt: str | None, yen: int) -> None:
        self.tx, self.first, self.points, self.settle_yen = tx, op_id, 0, 0
        self._customer_id, self._sale, self._receipt, self._yen = customer_id, sale, receipt, yen
        self._ids = iter([op_id])

    def give_back(self, spent: PointEntry, back: int) -> None:
        """Points used on the sale come back into the lots they came from."""
        customers.present(self.tx, spent.customer_id)  # merged: its lots stayed behind
        ledger.give_back(self.tx, self._row(spent, back), spent)

    def take(self, award: PointEntry, wanted: int, terms: Programme) -> None:
        """Takes the goods' share of one award; what is missing is owed, settled in money or refused."""
        settled = 0
        if terms.after_return == "settle":
            settled = max(wanted - max(queries.balance(self.tx, self._customer_id), 0), 0)
            self.settle_yen += rules.worth(terms, settled)
        row = self._row(award, settled - wanted)
        row.settled = settled or None
        ledger.take(self.tx, row, [lot_now(self.tx, award.id)], _may_owe(terms))

    def _row(self, root: PointEntry, points: int) -> PointEntry:
        row = entry_of(self.tx, next(self._ids, None) or new_id(), self._customer_id, "return", points)
        row.reverses, row.receipt, row.purchase_id, row.rule_id = root.id, self._receipt, self._sale, root.rule_id
        row.base_yen = self._yen if row.id == self.first else None
        self.points += points
        return row


def sale_of(tx: Transaction, customer_id: str, receipt: str) -> tuple[str, list[PointEntry]]:
    """A customer's sale and what it earned; raises Refused("receipt.missing"), ("receipt.unknown")."""
    if not receipt.strip():
        raise Refused("receipt.missing", field="receipt")
    sale = purchases.by_receipt(tx, receipt)
    awards = standing.awards_of(tx, sale) if sale else []
    if sale is None or not awards or customers.current(tx, awards[0].customer_id) != customer_id:
        raise Refused("receipt.unknown", field="receipt", receipt=receipt)
    return sale, awards


def coming_back(
    tx: Transaction, customer_id: str, receipt: str | None, whole: int, returned: int
) -> Iterator[tuple[PointEntry, int]]:
    """The uses of points on a receipt, and how many of each come back once `returned` of `whole` yen did."""
    for spent in standing.spent_on(tx, receipt):
        if customers.current(tx, spent.customer_id) == customer_id:
            still = -spent.points - sum(row.points for row in standing.returns_of(tx, spent.id))
            back = still - (-spent.points * (whole - returned) // whole)
            if back > 0:
                yield spent, back


def going(tx: Transaction, awards: list[PointEntry], whole: int, returned: int) -> Iterator[tuple[PointEntry, int]]:
    """The goods' share of what the sale earned, reason by reason; the shares add up to the whole's."""
    earned = kept = 0
    for award in awards:
        earned, before = earned + award.points, kept
        kept = rules.points_kept(earned, whole, returned)
        taken = sum((row.settled or 0) - row.points for row in standing.returns_of(tx, award.id))
        wanted = max(award.points - taken - lapsed(tx, award) - (kept - before), 0)
        if wanted or award is awards[0]:
            yield award, wanted


_LAPSED = (
    sa.select(sa.func.coalesce(sa.func.sum(PointDraw.points), 0))
    .join(PointEntry, PointEntry.id == PointDraw.entry_id)
    .where(PointEntry.kind == "expire", PointDraw.lot_id.in_(sa.bindparam("lots", expanding=True)))
)


def lapsed(tx: Transaction, award: PointEntry) -> int:
    """How many points of an award have ended and cannot be taken a second time."""
    now = lot_now(tx, award.id)
    unused = ending.ended_of(tx, now)
    return int(tx.value(_LAPSED, lots=list({award.id, now}))) + unused


@command("loyalty.undo")
def undo(tx: Transaction, op_id: str, entry_id: str) -> Posting:
    """Takes one command's rows back by rows that say so: a sale with its bonuses, a use, a return, a correction.

    Raises Refused("points.undone"), ("points.returned"), ("points.spent"), ("points.not_undoable"),
    ("role.owner_only") where a clerk would take back what only the owner may do.
    """
    wrong = tx.get(PointEntry, entry_id)
    _check_undoable(tx, wrong)
    holder = customers.current(tx, wrong.customer_id)
    check_own_card(tx, holder)
    end_for(tx, holder)
    ids = iter([op_id])
    points = sum(_reverse(tx, next(ids, None) or new_id(), holder, row) for row in _together(tx, wrong))
    _reopen_sale(tx, op_id, holder, wrong)
    return Posting(op_id, points, queries.balance(tx, holder))


def _check_undoable(tx: Transaction, wrong: PointEntry) -> None:
    if wrong.kind in queries.FINAL:
        raise Refused("points.not_undoable")
    if wrong.kind in queries.BY_OWNER and tx.actor.role != "owner":
        raise Refused("role.owner_only")
    if tx.value(_UNDONE, entry=wrong.id):
        raise Refused("points.undone")


_UNDONE = Question(
    sa.select(PointEntry.id).where(PointEntry.reverses == sa.bindparam("entry"), PointEntry.kind == "undo")
)


def _together(tx: Transaction, wrong: PointEntry) -> list[PointEntry]:
    """The rows of the command that wrote this one, a sale's bonuses too, the last first: each finds what it left."""
    if wrong.purchase_id is None:
        return [wrong]
    return standing.together(tx, wrong)[::-1]


def _reverse(tx: Transaction, op_id: str, holder: str, wrong: PointEntry) -> int:
    """One row the other way round; what goods already took back is not taken twice."""
    if any(standing.returns_of(tx, wrong.id)):
        raise Refused("points.returned")
    gone = min(lapsed(tx, wrong), wrong.points) if wrong.kind in AWARDS else 0
    row = entry_of(tx, op_id, holder, "undo", gone - wrong.points)
    row.reverses, row.receipt = wrong.id, wrong.receipt
    if wrong.points < 0:
        customers.present(tx, wrong.customer_id)  # the lots it drew on stayed behind: take the merge apart first
        ledger.give_back(tx, row, wrong)
    else:
        of_goods = wrong.kind in (*AWARDS, "return")
        may_owe = _may_owe(queries.programme(tx)) if of_goods else 0
        ledger.take(tx, row, lots_of(tx, wrong), max(may_owe, _paid(tx, wrong)))
    return row.points


def _may_owe(terms: Programme) -> int:
    return ledger.ANY_DEBT if terms.after_return == "owe" else 0


def _paid(tx: Transaction, wrong: PointEntry) -> int:
    """How many points of a row that brought some paid what was owed: they are owed again."""
    moved = int(tx.value(_MOVED, entry=wrong.id))
    return moved if tx.session.get(PointLot, wrong.id) else wrong.points + moved


_MOVED = Question(
    sa.select(sa.func.coalesce(sa.func.sum(PointDraw.points), 0)).where(PointDraw.entry_id == sa.bindparam("entry"))
)


def _reopen_sale(tx: Transaction, op_id: str, holder: str, wrong: PointEntry) -> None:
    if wrong.purchase_id is None:
        return
    if wrong.kind == "return":
        purchases.give_back(tx, wrong.purchase_id, _goods_yen(tx, wrong))
    else:
        told = visited.told_before(tx, holder, wrong.customer_id)
        purchases.withdraw(tx, op_id, wrong.purchase_id, told)
        renew_by_visit(tx, holder, queries.programme(tx))
    renew_tier(tx, holder, queries.programme(tx))


def _goods_yen(tx: Transaction, returned: PointEntry) -> int:
    """The yen of the goods of one return, which its first row names."""
    return int(tx.value(_GOODS, operation=returned.operation_id, sale=returned.purchase_id) or 0)


_GOODS = Question(
    sa.select(sa.func.sum(PointEntry.base_yen)).where(
        PointEntry.operation_id == sa.bindparam("operation"),
        PointEntry.purchase_id == sa.bindparam("sale"),
        PointEntry.kind == "return",
    )
)
