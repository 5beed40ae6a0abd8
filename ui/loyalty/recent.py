"""The latest movements, each with a button that takes it back; a sale's rows stand and fall together."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import loyalty
from carepos.database import Transaction
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.label import Elided, Label

PARTS = loyalty.AWARDS[1:]  # rows of a sale whose first row is an "earn"
MOST, LOOKED_THROUGH = 6, 40


@dataclass(frozen=True)
class Movement:
    """A movement that can be taken back, with all the points its command moved."""

    entry: loyalty.PointsEntry
    points: int


def movements(tx: Transaction, customer_id: str, owner: bool) -> list[Movement]:
    """The latest that this person may take back."""
    later = tx.now.replace(year=tx.now.year + 1, day=1)
    entries = loyalty.history(tx, customer_id, later, LOOKED_THROUGH)
    barred = loyalty.FINAL if owner else (*loyalty.FINAL, *loyalty.BY_OWNER)
    sums: dict[str, int] = {}
    for entry in entries:
        if entry.kind in PARTS and entry.purchase_id:
            sums[entry.purchase_id] = sums.get(entry.purchase_id, 0) + entry.points
    kept = [entry for entry in entries if entry.kind not in (*barred, *PARTS) and not entry.undone][:MOST]
    return [Movement(one, one.points + _parts(one, sums)) for one in kept]


def _parts(entry: loyalty.PointsEntry, sums: dict[str, int]) -> int:
    return sums.get(entry.purchase_id or "", 0) if entry.kind == "earn" else 0


class Recent(QWidget):
    """Movements below each other."""

    undo_wanted = Signal(str)
    print_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))

    def show_movements(self, found: list[Movement], printable: bool) -> None:
        """Lists what can be taken back, and where there is a printer, printed again."""
        if not found:
            self._column.addWidget(Label(self.tr("There is nothing to take back."), "muted"))
        for movement in found:
            self._column.addWidget(self._row(movement, printable))

    def _row(self, movement: Movement, printable: bool) -> QWidget:
        card, row, entry = Card(), QHBoxLayout(), movement.entry
        row.addWidget(Label(f"{words.signed(movement.points)} pt", "strong"))
        amount = words.yen(entry.base_yen) if entry.base_yen is not None else ""
        told = filter(None, (words.day(entry.day), amount, entry.receipt or "", entry.reason or ""))
        row.addWidget(Elided("　".join(told), "muted"), 1)
        button = Button(self.tr("Take back"))
        button.setAccessibleName(self.tr("Take back {points} pt").format(points=words.signed(movement.points)))
        button.clicked.connect(lambda: self.undo_wanted.emit(entry.id))
        if printable:
            row.addWidget(self._print_button(movement))
        row.addWidget(button)
        card.body.addLayout(row)
        card.body.setContentsMargins(theme.px(14), theme.px(4), theme.px(8), theme.px(4))
        return card

    def _print_button(self, movement: Movement) -> Button:
        button = Button("", icon="printer")
        button.setAccessibleName(self.tr("Print {points} pt").format(points=words.signed(movement.points)))
        button.setToolTip(self.tr("Print the receipt"))
        button.clicked.connect(lambda: self.print_wanted.emit(movement.entry.id))
        return button
