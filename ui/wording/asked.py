"""What only the clerk knows, typed in beside the sayings: the item, minutes, a day; more lines can then be said."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.field import Field
from ui.kit.label import Label

_ACROSS = 3


class AskedFacts(QWidget):
    """A small field for each fact that a line still needs."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields = {name: Field(label) for name, label in self._labels().items()}
        self._shown: list[str] = []
        column, self._grid = QVBoxLayout(self), QGridLayout()
        column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        column.setSpacing(theme.px(4))
        self._grid.setHorizontalSpacing(theme.px(8))
        column.addWidget(Label(self.tr("If you know this, there is more to say"), "muted", wrap=True))
        column.addLayout(self._grid)
        for field in self._fields.values():
            field.hide()
            self._grid.addWidget(field)  # a field of nobody's were a window of its own
            field.edited.connect(self.edited)
        self.hide()

    def offer(self, names: Sequence[str]) -> None:
        """Asks for these facts; what is typed stays to be seen."""
        shown = [name for name in self._fields if name in names or self._fields[name].text()]
        if shown == self._shown:
            return
        self._shown = shown
        for name, field in self._fields.items():
            self._grid.removeWidget(field)
            field.setVisible(name in shown)
        for at, name in enumerate(shown):
            self._grid.addWidget(self._fields[name], at // _ACROSS, at % _ACROSS)
        self.setVisible(bool(shown))

    def facts(self) -> dict[str, str]:
        """What is typed, by placeholder."""
        return {name: field.text() for name, field in self._fields.items() if field.text().strip()}

    def clear(self) -> None:
        """The next customer: nothing stays."""
        for field in self._fields.values():
            field.set_text("")

    def _labels(self) -> dict[str, str]:
        return {
            "item": self.tr("Item"),
            "similar_item": self.tr("Similar item"),
            "minutes": self.tr("Minutes"),
            "day": self.tr("Day"),
            "time": self.tr("Hour"),
            "price": self.tr("Price"),
        }
