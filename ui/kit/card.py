"""A rounded sheet of paper that things lie on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import paint, theme
from ui.kit.label import Label

# how a card of each tone is filled and edged
_LOOKS = {
    "plain": ("surface", "line"),
    "on": ("surface", "indigo"),
    "red": ("shu_wash", "shu_line"),
    "gold": ("kincha_wash", "kincha_line"),
    "green": ("matsu_wash", "matsu_line"),
    "indigo": ("indigo_wash", "indigo_line"),
}


class Card(QWidget):
    """`.body` takes widgets; `tone` plain|on|red|gold|green|indigo washes it, `edge` is a token."""

    def __init__(self, heading: str = "", tone: str = "plain", edge: str = "") -> None:
        super().__init__()
        self._tone, self._edge = tone, edge
        self.setContentsMargins(1, 1, 1, 1)  # its edge
        self.body = QVBoxLayout(self)
        left = theme.px(18 if edge else 16)
        self.body.setContentsMargins(left, theme.px(14), theme.px(16), theme.px(14))
        self.body.setSpacing(theme.px(8))
        if heading:
            self.body.addWidget(Label(heading, "heading"))

    def set_tone(self, tone: str) -> None:
        """Wash the card in another tone (plain|on|red|gold|green|indigo)."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and its coloured left edge."""
        fill, line = _LOOKS[self._tone]
        width = 2 if self._tone == "on" else 1
        paint.board(QPainter(self), self.rect(), event.rect(), fill, line, theme.px(10), width)
        if self._edge:
            outline = QPainterPath()
            outline.addRoundedRect(QRectF(self.rect()), theme.px(10), theme.px(10))
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(outline)
            painter.fillRect(0, 0, theme.px(5), self.height(), theme.color(self._edge))


def divider() -> QWidget:
    """A thin line across, in the theme's colour of lines."""
    return _Divider()


class _Divider(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("line"))
