"""A room of the window: a head over a body over a foot, as high in every room."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import theme

SIDE = 20  # design pixels left and right of what stands in the head and the foot


class Page(QWidget):
    """`.head` and `.foot` take widgets in a row on white, `.body` what lies between them on paper."""

    def __init__(self) -> None:
        super().__init__()
        self.head, self.body, self.foot = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_Band(self.head, theme.px(68), "bottom"))
        column.addLayout(self.body, 1)
        column.addWidget(_Band(self.foot, theme.px(60), "top"))
        self.body.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self.body.setSpacing(theme.px(12))


class _Band(QWidget):
    def __init__(self, row: QHBoxLayout, height: int, line: str) -> None:
        super().__init__()
        self._line = line
        self.setMinimumHeight(height)
        self.setLayout(row)
        row.setContentsMargins(theme.px(SIDE), theme.px(6), theme.px(SIDE), theme.px(6))
        row.setSpacing(theme.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        y = self.height() - 1 if self._line == "bottom" else 0
        painter.fillRect(QRectF(0, y, self.width(), 1), theme.color("line"))
