"""Goods that come back: which receipt, and how much of it; a touch on one of the latest sales says both."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carepos import purchases
from carepos.database import Transaction
from ui.kit import theme, words
from ui.kit.chip import ChipRow
from ui.kit.field import Field, labelled

MOST = 4


Sales = list[tuple[dt.date, purchases.PurchaseEntry]]


def latest_sales(tx: Transaction, customer_id: str) -> Sales:
    """The sales whose goods may still come back with the shop's day of each, the latest first."""
    later = tx.now.replace(year=tx.now.year + 1, day=1)
    found = purchases.history(tx, customer_id, later, 3 * MOST)
    may_return = [sale for sale in found if sale.receipt and sale.yen > sale.returned_yen]
    return [(tx.settings.day_of(sale.at), sale) for sale in may_return[:MOST]]


class Goods(QWidget):
    """The receipt of the goods, and their yen; `.offered` holds the latest sales, to stand where there is room."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._left: dict[str, int] = {}
        self._sales = ChipRow([])
        self.offered = labelled(self.tr("Latest purchases"), self._sales)
        self.receipt = Field(self.tr("Receipt of the goods"))
        self.yen = Field(self.tr("Value of what came back (with tax)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.receipt)
        column.addWidget(self.yen)
        self._sales.chosen.connect(self._choose)
        for field in (self.receipt, self.yen):
            field.edited.connect(self.edited)

    def show_sales(self, found: Sales) -> None:
        """Offers these sales."""
        self._left = {sale.receipt: sale.yen - sale.returned_yen for _, sale in found}
        self._sales.set_choices(
            [(sale.receipt, f"{words.day(day)}　{words.yen(self._left[sale.receipt])}") for day, sale in found]
        )
        self.offered.setEnabled(bool(found))

    def _choose(self, receipt: str) -> None:
        self.receipt.set_text(receipt)
        self.yen.set_text(f"{self._left[receipt]:,}")
        self.yen.edit.selectAll()
        self.yen.setFocus()
        self.edited.emit()
