"""Which column of a table becomes which of our fields; a chosen field is taken from one column only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from carepos import exchange
from ui.exchange import words as told
from ui.kit import theme
from ui.kit.choice import Box
from ui.kit.flow import empty
from ui.kit.label import Elided


class Mapping(QWidget):
    """One choice for each column of the file."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        self._choices: dict[str, QComboBox] = {}

    def offer(self, look: exchange.Look) -> None:
        """Offers the columns of a file with what they seem to be."""
        empty(self._grid)
        guessed = {theirs: ours for ours, theirs in look.columns.items()}
        self._choices = {}
        for at, header in enumerate(look.header[:24]):
            choice = self._choice(header, guessed.get(header, ""))
            self._choices[header] = choice
            row, column = divmod(at, 4)
            self._grid.addWidget(Elided(header, "label"), row * 2, column)
            self._grid.addWidget(choice, row * 2 + 1, column)

    def columns(self) -> dict[str, str]:
        """Our field -> their header, as chosen."""
        return {box.currentData(): header for header, box in self._choices.items() if box.currentData()}

    def _choice(self, header: str, ours: str) -> QComboBox:
        box = Box()
        box.setMinimumHeight(theme.px(44))
        box.setAccessibleName(header)
        for name, shown in told.fields():
            box.addItem(shown, name)
        box.setCurrentIndex(max(box.findData(ours), 0))
        box.activated.connect(lambda _index: self._settle(header))
        return box

    def _settle(self, header: str) -> None:
        chosen = self._choices[header].currentData()
        for other, box in self._choices.items():
            if other != header and chosen and box.currentData() == chosen:
                box.setCurrentIndex(0)
        self.changed.emit()
