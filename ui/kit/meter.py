"""How far the way to the next reward is walked."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import paint, theme


class Meter(QWidget):
    """A golden bar, `value` of `most` filled (never less than nothing or more than full)."""

    def __init__(self, value: float, most: float) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(value, most)

    def set(self, value: float, most: float) -> None:
        """Fill `value` of `most`."""
        self._share = min(max(value / most, 0), 1) if most > 0 else 0
        self.setAccessibleName(f"{self._share:.0%}")
        self.update()

    def share(self) -> float:
        """The filled part, 0 to 1."""
        return self._share

    def sizeHint(self) -> QSize:
        """Ten design pixels high."""
        return QSize(theme.px(120), theme.px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the groove and what fills it."""
        painter, area = QPainter(self), QRectF(self.rect())
        radius = area.height() / 2
        paint.box(painter, area, "sunken", radius=radius)
        if self._share > 0:
            area.setWidth(max(round(area.width() * self._share), area.height()))  # whole pixels: its picture is kept
            paint.box(painter, area, "kincha", radius=radius)
