"""Buttons, with the key that does the same drawn at their right."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.kit import icons, paint, theme

# (fill, fill under the pointer, edge, words) of each tone
_LOOKS = {
    "plain": ("surface", "sunken", "line_strong", "ink"),
    "primary": ("indigo", "indigo_deep", "indigo", "indigo_ink"),
    "quiet": ("", "sunken", "", "ink_2"),
}


@theme.worn
def _widths(icon: int, text: str, key: str, role: str) -> tuple[int, ...]:
    """Screen pixels of the icon, the words and the key, as far as there are any; layouts ask again and again."""
    made = [theme.px(icon)] if icon else []
    made += [round(theme.width_of(text, role) + 0.5)] if text else []
    made += [paint.cap_width(key)] if key else []
    return tuple(made)


class Button(QPushButton):
    """A button at least 44 design pixels high; `key` is only shown, the window binds it.

    `tone` is plain|primary|quiet, `icon` a name of resources/icons. Its accessible name is its text.
    """

    role = "strong"
    icon_side = 20  # design pixels
    side, inset = 16, 0  # design pixels: room beside the words; how much less is painted than touched, above and below

    def __init__(self, text: str, key: str = "", tone: str = "plain", icon: str = "") -> None:
        super().__init__()
        self._key, self._tone, self._icon = key, tone, icon
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text` from now on; an & in it is only an &."""
        super().setText(text)
        self.setShortcut(QKeySequence())
        self.setAccessibleName(text)
        self.setAccessibleDescription(self._key)

    def set_key(self, key: str) -> None:
        """Show another key, or none."""
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        """Change to plain|primary|quiet."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """Its words, key and icon, and room for a thumb."""
        inner = sum(self._widths()) + theme.px(10) * max(0, len(self._widths()) - 1)
        return QSize(max(inner + 2 * theme.px(self.side if self.text() else 10), theme.px(44)), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink: cut-off words are worse than a wrapped row."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does; an Enter held down presses once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the ring of focus, then icon, words and key side by side in the middle."""
        painter = QPainter(self)
        ink = self._paint_box(painter)
        left = (self.width() - sum(self._widths()) - theme.px(10) * (len(self._widths()) - 1)) / 2
        for width, part in zip(self._widths(), self._parts(), strict=True):
            self._paint_part(painter, part, QRectF(round(left), 0, width, self.height()), ink)
            left += width + theme.px(10)

    def _parts(self) -> list[str]:
        held = {"icon": self._icon, "text": self.text(), "key": self._key}
        return [part for part, value in held.items() if value]

    def _widths(self) -> tuple[int, ...]:
        return _widths(self.icon_side if self._icon else 0, self.text(), self._key, self.role)

    def _paint_box(self, painter: QPainter) -> str:
        fill, hover, line, ink = _LOOKS[self._tone]
        if not self.isEnabled():
            fill, line, ink = ("sunken" if fill else ""), "line" if line else "", "ink_3"
        elif self.isDown() or self.underMouse():
            fill = hover
        above = theme.px(self.inset)
        radius, area = theme.px(10), QRectF(self.rect()).adjusted(0, above, 0, -above)
        paint.box(painter, area, fill, line, radius)
        if self.hasFocus():
            inset = 3 if self._tone == "primary" else 0
            ring = "indigo_ink" if self._tone == "primary" else "indigo"
            paint.box(painter, area.adjusted(inset, inset, -inset, -inset), "", ring, radius - inset, width=2)
        return ink

    def _paint_part(self, painter: QPainter, part: str, area: QRectF, ink: str) -> None:
        if part == "icon":
            side = theme.px(self.icon_side)
            icons.draw(painter, self._icon, QRectF(area.left(), (area.height() - side) / 2, side, side), ink)
        elif part == "text":
            paint.words(painter, area, self.text(), self.role, ink)
        elif self._tone == "primary" and self.isEnabled():
            paint.cap(painter, area, self._key, fill="", ink=ink)
        else:
            paint.cap(painter, area, self._key)


class SmallButton(Button):
    """A calm button among many: 36 design pixels high to the eye, 44 to the finger."""

    role = "chip_strong"
    side, inset = 9, 4
