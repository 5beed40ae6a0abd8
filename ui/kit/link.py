"""Words in a line that are a button too: a customer's name, say."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.kit import paint, theme
from ui.kit.label import tip


class Link(QAbstractButton):
    """Bold `text`, underlined under the pointer, ending in … where there is no room; 44 design pixels to the finger."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip(text))

    def sizeHint(self) -> QSize:
        """All its words."""
        return QSize(round(theme.width_of(self.text(), "strong") + 1), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(theme.px(64), self.sizeHint().width()), theme.px(44))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and a line below them under the pointer or with the focus."""
        painter, lit = QPainter(self), self.underMouse() or self.hasFocus()
        ink = "indigo" if lit else "ink"
        paint.words(painter, QRectF(self.rect()), self.text(), "strong", ink, Qt.AlignmentFlag.AlignLeft)
        if lit:
            below = (self.height() + theme.font("strong").pixelSize()) // 2 + 2
            painter.fillRect(0, below, self.width(), 1, theme.color("indigo"))
