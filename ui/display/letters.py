"""Words sized by the screen they stand on: a customer reads them from a metre away, on whatever screen there is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import paint, theme
from ui.kit.label import Label


class Letters(Label):
    """A label of `size` pixels on a screen of 1366×768, larger or smaller on others."""

    def __init__(self, size: float, role: str = "body", wrap: bool = True) -> None:
        super().__init__("", role, wrap)
        self._design = size

    def fit(self, factor: float) -> None:
        """Writes `factor` times its size."""
        self.set_size(round(self._design * factor))

    def say(self, text: str) -> None:
        """Shows `text`; nothing at all, not even its room, for no words."""
        self.setText(text)
        self.setVisible(bool(text))


class Figure(Letters):
    """A number as large as the room allows, its unit smaller behind it on the same line."""

    def __init__(self, size: float, unit: float) -> None:
        super().__init__(size, "figure", wrap=False)
        self._unit, self._factor = unit, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def fit(self, factor: float) -> None:
        """Is `factor` times its size."""
        self._factor = factor
        self.setFixedHeight(round(self._design * factor * 1.25))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number, then its unit, upon one line."""
        painter, (number, _, unit) = QPainter(self), self.text().partition(" ")
        painter.setPen(theme.color("kincha"))
        small, line = self._font(self._unit), self.height() * 0.8
        room = self.width() - QFontMetricsF(small).horizontalAdvance(f" {unit}")
        large = self._font(self._design)
        wide = QFontMetricsF(large).horizontalAdvance(number)
        large.setPixelSize(round(large.pixelSize() * min(1, room / max(wide, 1))))
        painter.setFont(large)
        painter.drawText(QPointF(0, line), number)
        painter.setFont(small)
        painter.drawText(QPointF(QFontMetricsF(large).horizontalAdvance(number), line), f" {unit}")

    def _font(self, size: float) -> QFont:
        font = theme.font("figure")
        font.setPixelSize(round(size * self._factor))
        return font


class Number(QWidget):
    """A step's number in its circle."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.fit(1)

    def fit(self, factor: float) -> None:
        """Is 44 pixels wide, `factor` times."""
        self.setFixedSize(QSize(1, 1) * round(44 * factor))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle and the number in its middle."""
        painter, area = QPainter(self), QRectF(self.rect())
        paint.box(painter, area, "indigo_wash", radius=area.height() / 2)
        font = theme.font("strong")
        font.setPixelSize(round(area.height() * 0.46))
        painter.setFont(font)
        painter.setPen(theme.color("indigo"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._number))
