"""Choosing a till's printer, and noting what was printed."""

from dataclasses import asdict

from carepos.database import Transaction, command
from carepos.printing import queries, rules
from carepos.printing.tables import ReceiptPrint, TillPrinter


@command("printing.set_printer", role="owner")
def set_printer(tx: Transaction, op_id: str, printer: rules.Printer | None) -> None:
    """Gives this till a printer, or none; raises Refused("printer.address") for an address that can be none."""
    if printer is not None:
        tx.session.merge(TillPrinter(till=tx.actor.till, **asdict(rules.checked(printer))))
    elif (old := tx.session.get(TillPrinter, tx.actor.till)) is not None:
        tx.session.delete(old)


@command("printing.printed")
def printed(tx: Transaction, op_id: str, entry_id: str) -> int:
    """Notes that the receipt of a movement of points was printed; returns how often it was by now."""
    tx.add(ReceiptPrint(id=op_id, entry_id=entry_id, at=tx.now, till=tx.actor.till, staff_id=tx.actor.staff_id))
    return queries.times_printed(tx, entry_id)
