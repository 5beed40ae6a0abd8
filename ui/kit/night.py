"""The panel in the colour of night at the left of every door: the lock, the first start, the recovery."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.label import Label


class Night(QWidget):
    """`.body` takes what is written on the night, from the top."""

    def __init__(self) -> None:
        super().__init__()
        side = theme.px(60)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(side, side, side, side)
        self.body.setSpacing(theme.px(8))

    def say(self, text: str, role: str = "subtitle", ink: str = "night_ink_2") -> Label:
        """Writes one more line, wrapped, in a `role` and a colour that can be read on the night."""
        label = Label(text, role, wrap=True)
        label.set_ink(ink)
        self.body.addWidget(label)
        return label

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the night."""
        QPainter(self).fillRect(self.rect(), theme.color("night"))


class Greeting(QWidget):
    """One line as large as its role allows and as the width has room for."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Greet with `text` from now on."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        """The height of its role; it takes any width."""
        return QSize(theme.px(200), round(theme.px(theme.ROLES["greeting"].size) * 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, smaller if it would not fit."""
        font = QFont(theme.font("greeting"))
        needs = QFontMetricsF(font).horizontalAdvance(self._text)
        if needs > self.width():
            font.setPixelSize(max(1, int(font.pixelSize() * self.width() / needs)))
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(theme.color("night_ink"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)
