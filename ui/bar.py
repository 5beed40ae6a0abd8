"""The bar under the counter: what can be recorded for the customer shown, each with its key."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit import theme
from ui.kit.button import Button
from ui.kit.flow import FlowLayout
from ui.kit.label import Elided

ACTIONS = {
    "complaint": "F5", "points": "F6", "note": "F7", "promise": "F8", "letter": "F9", "rating": "F10", "display": "F12",
}  # fmt: skip
"""What the bar offers, and the key that does the same."""


class ActionBar(QWidget):
    """Stands on one line if it can: where it does not, the hint goes, then the keys, then words."""

    wanted = Signal(str)

    def __init__(self, with_display: bool) -> None:
        super().__init__()
        buttons = QWidget()
        self._flow = FlowLayout(buttons, line_gap=theme.px(6))
        self._hint = Elided(self.tr("Esc: next customer"), "muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.buttons = {name: self._button(name) for name in ACTIONS}
        self.buttons["display"].setVisible(with_display)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(buttons, 1)
        row.addWidget(self._hint)

    def _button(self, name: str) -> Button:
        button = Button(self._words(name), key=ACTIONS[name], tone="primary" if name == "points" else "plain")
        button.setEnabled(False)
        button.clicked.connect(lambda _checked: self.wanted.emit(name))
        self._flow.addWidget(button)
        return button

    def offer(self, on: bool) -> None:
        """Whether there is a customer for whom something could be recorded."""
        for button in self.buttons.values():
            button.setEnabled(on)

    def fit(self, room: int, wide: bool) -> None:
        """Makes itself at home in so many screen pixels of a window that is wide, or is not."""
        self._flow.set_gap(theme.px(10 if wide else 4))
        self.buttons["rating"].setText(self._words("rating") if wide else self.tr("Rating"))
        self._show_keys(True)
        self._show_keys(self._line().width() <= room)
        self._hint.setVisible(self._line().width() + self._hint.sizeHint().width() + theme.px(10) <= room)

    def _line(self) -> QSize:
        return self._flow.sizeHint()

    def _show_keys(self, on: bool) -> None:
        for name, key in ACTIONS.items():
            self.buttons[name].set_key(key if on else "")

    def _words(self, name: str) -> str:
        return {
            "complaint": self.tr("Complaint"),
            "points": self.tr("Points"),
            "note": self.tr("Note"),
            "promise": self.tr("Promise"),
            "letter": self.tr("Letter"),
            "rating": self.tr("Get a rating"),
            "display": self.tr("Their page"),
        }[name]
