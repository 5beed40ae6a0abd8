"""A round with the first letter of a name."""

from zlib import crc32

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import paint, theme

TOKENS = ("indigo", "plum", "matsu", "kincha")
_SIDE = 38  # design pixels


def token_for(name: str) -> str:
    """The colour token `name` always has, today and on every till."""
    return TOKENS[(crc32(name.encode()) >> 26) % len(TOKENS)]  # by these bits the four of the demo differ


class Avatar(QWidget):
    """A round in the theme's colour `token` (by itself the one `name` always has) with its first letter."""

    def __init__(self, name: str, token: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name, token)

    def set_name(self, name: str, token: str = "") -> None:
        """Stand for `name` from now on."""
        self._letter, self._token = name.strip()[:1].upper(), token or token_for(name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Always the same round."""
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the round and the letter."""
        painter, area = QPainter(self), QRectF(self.rect())
        paint.box(painter, area, self._token, radius=area.height() / 2)
        paint.words(painter, area, self._letter, "strong", "fill_ink")
