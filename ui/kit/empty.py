"""What stands where there is nothing yet: a friendly word and what to do."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import icons, theme
from ui.kit.label import Label


class Empty(QWidget):
    """`title` and `hint` in the middle of the room there is, under the drawing `icon`."""

    def __init__(self, title: str, hint: str, icon: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.addStretch(2)
        if icon:
            column.addWidget(_Drawing(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (Label(title, "strong"), Label(hint, "muted")):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)


class _Drawing(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(theme.px(48), theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.draw(QPainter(self), self._icon, QRectF(self.rect()), "line_strong")
