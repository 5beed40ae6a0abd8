"""The gold card under the fields: what will happen, before it does."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.card import Card, divider
from ui.kit.flow import empty
from ui.kit.label import Label
from ui.loyalty.telling import Told


class Preview(Card):
    """Shows what is told; hidden while there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__(tone="gold")
        self._lines, self._line = QVBoxLayout(), divider()
        self._total, self._figure = Label("", "strong", wrap=True), Label("", "title")
        self._after, self._say = Label("", "muted", wrap=True), Label("", "reading", wrap=True)
        self._lines.setSpacing(theme.px(6))
        self.body.addLayout(self._lines)
        self.body.addWidget(self._line)
        row = QHBoxLayout()
        row.addWidget(self._total, 1)
        row.addWidget(self._figure)
        self.body.addLayout(row)
        for label in (self._after, self._say):
            self.body.addWidget(label)
        self.hide()

    def show_told(self, told: Told) -> None:
        """Shows these lines instead of the last ones."""
        self._show_lines(told.lines)
        text, figure = told.total or ("", "")
        self._total.setText(text)
        self._figure.setText(figure)
        for widget in (self._total, self._figure):
            widget.setVisible(told.total is not None)
        self._line.setVisible(told.total is not None and bool(told.lines))
        self._after.setText(told.after)
        self._say.setText(self.tr("“{words}”").format(words=told.say) if told.say else "")
        for label in (self._after, self._say):
            label.setVisible(bool(label.text()))
        self.show()

    def _show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        empty(self._lines)
        for text, figure in lines:
            self._lines.addWidget(_row(text, figure))


def _row(text: str, figure: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Label(text, "body", wrap=True), 1)
    row.addWidget(Label(figure, "strong"))
    return line
