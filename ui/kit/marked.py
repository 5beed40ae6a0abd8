"""Plain text with passages set off: the facts in a saying."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import theme
from ui.kit.lines import Lines, Spans, laid, one_line


class MarkedText(QWidget):
    """`text` that wraps, its `spans` (first, past the last character) bold on a wash: the facts."""

    def __init__(self, text: str, spans: Spans = (), role: str = "reading") -> None:
        super().__init__()
        self._role = role
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text, spans)

    def set_text(self, text: str, spans: Spans = ()) -> None:
        """Show `text` with its `spans` from now on."""
        self._text, self._spans = text, tuple(spans)
        self.setAccessibleName(text)
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The words without marks."""
        return self._text

    def heightForWidth(self, width: int) -> int:
        """Screen pixels the text needs when `width` screen pixels are given."""
        return round(self._lines(width).height)

    def sizeHint(self) -> QSize:
        """The size it likes best."""
        font = theme.font(self._role)
        width = min(round(one_line(self._text, self._role) * 1.1) + 4, font.pixelSize() * 30)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The least size it can be read at."""
        size = theme.font(self._role).pixelSize()
        return QSize(size * 6, round(size * 1.55))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the lines the new width needs, also in layouts that do not ask."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, then the words."""
        painter = QPainter(self)
        ink = theme.color(theme.ROLES[self._role].ink)
        self._lines(self.width()).draw(painter, QPointF(2, 0), ink)

    def _lines(self, width: int) -> Lines:
        return laid(self._text, self._role, width - 4, self._spans)
