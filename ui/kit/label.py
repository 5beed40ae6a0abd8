"""Words on the screen: always plain text, so a customer named <b> stays <b>."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.kit import theme

if TYPE_CHECKING:
    from ui.kit.lines import Lines

_WIDEST = 36  # letters a wrapping label would like in a line when nothing presses it


def tip(text: str) -> str:
    """`text` safe as a tooltip: Qt would read hostile text as rich text, so that is escaped first."""
    if "<" not in text and "&" not in text:
        return text
    from html import escape

    return f"<span>{escape(text)}</span>"


class Label(QLabel):
    """`text` in a `role` of theme.ROLES; with `wrap` it breaks at the ends of phrases."""

    def __init__(self, text: str = "", role: str = "body", wrap: bool = False) -> None:
        super().__init__()
        self._role, self._ink, self._wrap = role, theme.ROLES[role].ink, wrap
        self._size = 0
        self._heights: dict[int, int] = {}  # of the text by the width it is given: layouts ask again and again
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)  # Qt then asks for its height by itself
        policy = self.sizePolicy()
        policy.setHeightForWidth(wrap)
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed if not wrap else QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        self._dress()
        self.setText(text)

    def set_ink(self, token: str) -> None:
        """Write in the theme's colour `token` instead of the role's own."""
        if token != self._ink:
            self._ink = token
            self._dress()

    def set_size(self, pixels: int) -> None:
        """Write in letters of so many screen pixels instead of the role's own."""
        self._size = pixels
        self._dress()
        self._fit_height()

    def setText(self, text: str) -> None:
        """Show `text` from now on, as plain text."""
        if text == self.text():
            return
        self._heights.clear()
        super().setText(text)
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._fit_height()

    def heightForWidth(self, width: int) -> int:
        """Screen pixels the text needs when `width` screen pixels are given."""
        if width not in self._heights:
            self._heights[width] = round(self._lines(width).height) if self._wrap else super().heightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """The size it likes best."""
        if not self._wrap:
            return self.minimumSizeHint()
        from ui.kit.lines import one_line, row_height

        font, text = self.font(), self.text()
        width, most = round(one_line(text, self._role, self._size)) + 2, font.pixelSize() * _WIDEST
        if width > most:
            return QSize(most, self.heightForWidth(most))
        return QSize(width, row_height(font) * (text.count("\n") + 1))  # nothing wraps: it need not be laid out

    def minimumSizeHint(self) -> QSize:
        """The least size it can be read at."""
        if not self._wrap:
            least = super().minimumSizeHint()
            return least.expandedTo(QSize(0, round(self.font().pixelSize() * 1.4)))
        return QSize(self.font().pixelSize() * 4, round(self.font().pixelSize() * 1.55))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        if not self._wrap:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        lines = self._lines(self.width())
        left = (self.width() - lines.width) / 2 if self.alignment() & Qt.AlignmentFlag.AlignHCenter else 0
        lines.draw(painter, QPointF(left, 0), theme.color(self._ink))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the lines the new width needs, also in layouts that do not ask."""
        super().resizeEvent(event)
        self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        """Dress anew when the theme changes; Qt says so also whenever something around it finds its place."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._season != theme.season():
            self._dress()

    def _fit_height(self) -> None:
        if self._wrap:
            self.setMinimumHeight(self.heightForWidth(self.width()))

    def _dress(self) -> None:
        self._season = theme.season()
        self._heights.clear()
        font = QFont(theme.font(self._role))
        if self._size:
            font.setPixelSize(self._size)
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._ink))
        self.setPalette(palette)

    def _lines(self, width: int) -> "Lines":
        from ui.kit.lines import laid

        return laid(self.text(), self._role, width, size=self._size)


class Elided(Label):
    """One line of `text` that ends in … where there is no room; tooltip and accessible name keep it whole."""

    def __init__(self, text: str = "", role: str = "body") -> None:
        super().__init__(text, role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """All its words."""
        return Label.minimumSizeHint(self)

    def setText(self, text: str) -> None:
        """Show `text` from now on."""
        if text == self.text():
            return
        super().setText(text)
        self.setToolTip(tip(text))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Room for three letters."""
        return QSize(self.font().pixelSize() * 3, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the words as there is room for."""
        painter = QPainter(self)
        painter.setPen(theme.color(self._ink))
        flat = self.text().replace("\n", " ")
        shown = self.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(self.rect()), self.alignment() | Qt.TextFlag.TextSingleLine, shown)
