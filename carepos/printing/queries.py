"""Which printer this till has, and what a receipt tells."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa

from carepos import customers, loyalty
from carepos.database import Transaction
from carepos.printing import rules
from carepos.printing.tables import ReceiptPrint, TillPrinter

_PRINTER = sa.select(TillPrinter.kind, TillPrinter.address, TillPrinter.columns).where(
    TillPrinter.till == sa.bindparam("till")
)
_TIMES = sa.select(sa.func.count()).where(ReceiptPrint.entry_id == sa.bindparam("entry"))


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that stands on a receipt of points; `copy_at` is the moment of printing where it was printed before."""

    shop_name: str
    customer: customers.Card
    points: loyalty.PointsReceipt
    at: dt.datetime
    copy_at: dt.datetime | None


def till_printer(tx: Transaction) -> rules.Printer | None:
    """The printer of this till, or None: then nothing is printed here."""
    row = tx.row(_PRINTER, till=tx.actor.till)
    return rules.Printer(*row) if row else None


def times_printed(tx: Transaction, entry_id: str) -> int:
    """How often the receipt of a movement was printed."""
    return int(tx.value(_TIMES, entry=entry_id))


def receipt_of(tx: Transaction, entry_id: str) -> Receipt:
    """The receipt of a movement of points, times in the shop's zone; raises what `loyalty.receipt_of` raises."""
    points, zone = loyalty.receipt_of(tx, entry_id), tx.settings.zone
    copy_at = tx.now.astimezone(zone) if times_printed(tx, entry_id) else None
    card = customers.show(tx, points.customer_id)
    return Receipt(tx.settings.shop_name, card, points, points.why.entry.at.astimezone(zone), copy_at)
