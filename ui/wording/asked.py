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
        self._fields: dict[str, Field] = {}
        self._shown: list[str] = []
        column, self._grid = QVBoxLayout(self), QGridLayout()
        column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        column.setSpacing(theme.px(4))
        self._grid.setHorizontalSpacing(theme.px(8))
        column.addWidget(Label(self.tr("If you know this, there is more to say"), "muted", wrap=True))
        column.addLayout(self._grid)
        self.hide()

    def offer(self, names: Sequence[str]) -> None:
        """Asks for these facts; what is typed stays to be seen."""
        typed = self.facts()
        shown = [name for name in self._labels() if name in names or name in typed]
        if shown == self._shown:
            return
        self._shown = shown
        for name, field in self._fields.items():
            self._grid.removeWidget(field)
            field.setVisible(name in shown)
        for at, name in enumerate(shown):
            self._grid.addWidget(self._field(name), at // _ACROSS, at % _ACROSS)
        self.setVisible(bool(shown))

    def facts(self) -> dict[str, str]:
        """What is typed, by placeholder."""
        return {name: field.text() for name, field in self._fields.items() if field.text().strip()}

    def clear(self) -> None:
        """The next customer: nothing stays."""
        for field in self._fields.values():
            field.set_text("")

    def _field(self, name: str) -> Field:
        """The field for a fact, made when it is first asked for."""
        if name not in self._fields:
            self._fields[name] = Field(self._labels()[name])
            self._fields[name].edited.connect(self.edited)
        return self._fields[name]

    def _labels(self) -> dict[str, str]:
        return {
            "item": self.tr("Item"),
            "similar_item": self.tr("Similar item"),
            "minutes": self.tr("Minutes"),
            "day": self.tr("Day"),
            "time": self.tr("Hour"),
            "price": self.tr("Price"),
        }
