"""Recording what was bought."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError

from carepos import customers
from carepos.database import Transaction, command
from carepos.errors import Refused
from carepos.purchases import queries, rules
from carepos.purchases.tables import Purchase, PurchaseLine


@command("purchases.record")
def record(
    tx: Transaction,
    op_id: str,
    customer_id: str,
    yen: int,
    receipt: str,
    at: dt.datetime | None = None,
    lines: Sequence[rules.Line] = (),
) -> str:
    """Records a sale at the counter and returns its id; `yen` with tax, `at` aware (now if not given).

    Raises Refused("receipt.used"), ("amount.negative"), ("amount.too_large"), ("date.future").
    """
    number = rules.receipt_number(receipt)
    rules.check_yen(yen)
    if queries.by_receipt(tx, number) is not None:
        raise Refused("receipt.used", field="receipt", receipt=number)
    at = at or tx.now
    if at > tx.now + dt.timedelta(days=1):
        raise Refused("date.future", field="at")
    customers.note_visit(tx, customer_id, at)
    sale = Purchase(id=op_id, customer_id=customer_id, at=at, day=tx.settings.day_of(at), source=rules.COUNTER)
    sale.receipt, sale.yen, sale.returned_yen, sale.staff_id = number, yen, 0, tx.actor.staff_id
    _add_once(tx, sale)
    for position, line in enumerate(lines):
        kept = PurchaseLine(purchase_id=op_id, position=position, item=line.item, category=line.category or None)
        kept.thousandths, kept.yen = line.thousandths, line.yen
        tx.session.add(kept)
    return op_id


def _add_once(tx: Transaction, sale: Purchase) -> None:
    """Two tills may write the same receipt at the same moment; the store lets one of them."""
    try:
        tx.add(sale)
    except IntegrityError as clash:
        if "receipt" not in str(clash.orig):
            raise
        raise Refused("receipt.used", field="receipt", receipt=sale.receipt) from None


@command("purchases.withdraw")
def withdraw(tx: Transaction, op_id: str, purchase_id: str, told: dt.datetime | None = None) -> None:
    """Takes back a sale recorded by mistake, and its visit; its receipt number is free again.

    `told` is the customer's last visit as far as another system knew it, without its sale.
    """
    sale = tx.get(Purchase, purchase_id)
    sale.withdrawn_at = tx.now
    tx.flush()
    latest = max(filter(None, (told, queries.visits_of(tx, sale.customer_id).latest)), default=None)
    customers.take_visit_back(tx, sale.customer_id, sale.at, latest)


def take_back(tx: Transaction, purchase_id: str, yen: int) -> tuple[int, int]:
    """Notes goods brought back: (yen of the whole sale, yen returned by now); raises Refused("return.too_much")."""
    sale = tx.get(Purchase, purchase_id)
    if not 0 < yen <= sale.yen - sale.returned_yen:
        raise Refused("return.too_much", field="yen", most=sale.yen - sale.returned_yen)
    sale.returned_yen += yen
    tx.flush()
    return sale.yen, sale.returned_yen


def give_back(tx: Transaction, purchase_id: str, yen: int) -> None:
    """The goods of `yen` had not come back after all."""
    tx.get(Purchase, purchase_id).returned_yen -= yen
    tx.flush()
