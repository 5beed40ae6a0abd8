"""Receipts and cards on paper: made from what is recorded, printed afterwards, never holding it up."""

from carepos.printing.actions import printed, set_printer
from carepos.printing.escpos import Code, Line, Part, Rule, receipt, rows
from carepos.printing.forms import language_of, name, words
from carepos.printing.paper import grouped, member_card, points_receipt, sample_page
from carepos.printing.printer import PrinterTrouble, send
from carepos.printing.queries import Receipt, receipt_of, till_printer, times_printed
from carepos.printing.rules import WIDTHS, Printer, checked

__all__ = [
    "WIDTHS",
    "Code",
    "Line",
    "Part",
    "Printer",
    "PrinterTrouble",
    "Receipt",
    "Rule",
    "checked",
    "grouped",
    "language_of",
    "member_card",
    "name",
    "points_receipt",
    "printed",
    "receipt",
    "receipt_of",
    "rows",
    "sample_page",
    "send",
    "set_printer",
    "till_printer",
    "times_printed",
    "words",
]
