"""Bringing in what other systems export, and taking everything out: a shop's customers are its own."""

from carepos.exchange.actions import bring_in
from carepos.exchange.erase import erase
from carepos.exchange.export import export
from carepos.exchange.kinds import guess_columns
from carepos.exchange.queries import Batch, batches, look
from carepos.exchange.rules import Look, Rejected, Report, Undone, harmless, restored
from carepos.exchange.undo import undo

__all__ = [
    "Batch",
    "Look",
    "Rejected",
    "Report",
    "Undone",
    "batches",
    "bring_in",
    "erase",
    "export",
    "guess_columns",
    "harmless",
    "look",
    "restored",
    "undo",
]
