"""A saying with the reading above its kanji, for staff who still learn them (P37)."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import theme

Pieces = Sequence[tuple[str, str]]  # (text, its reading or "")
_LEADING = 1.25


class RubyText(QWidget):
    """`pieces` that wrap, each reading small above its text."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[tuple[str, str]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pieces(self, pieces: Pieces) -> None:
        """Shows these words from now on."""
        self._pieces = [part for piece in pieces for part in _breakable(*piece)]
        self.setAccessibleName("".join(text for text, _ in pieces))
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Screen pixels the words need when `width` screen pixels are given."""
        places = self._places(width)
        return round(places[-1][2].bottom()) if places else 0

    def sizeHint(self) -> QSize:
        """The size it likes best."""
        width = theme.font("reading").pixelSize() * 24
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the lines the new width needs."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each reading, then what it belongs to."""
        painter, small = QPainter(self), theme.font("cap")
        for text, reading, area in self._places(self.width()):
            above = QFontMetricsF(small).height() * 0.9
            painter.setFont(small)
            painter.setPen(theme.color("ink_2"))
            painter.drawText(
                QRectF(area.left(), area.top(), area.width(), above), Qt.AlignmentFlag.AlignCenter, reading
            )
            painter.setFont(theme.font("reading"))
            painter.setPen(theme.color("ink"))
            painter.drawText(area.adjusted(0, above, 0, 0), Qt.AlignmentFlag.AlignCenter, text)

    def _places(self, width: int) -> list[tuple[str, str, QRectF]]:
        words, readings = QFontMetricsF(theme.font("reading")), QFontMetricsF(theme.font("cap"))
        height = words.height() * _LEADING + readings.height() * 0.9
        x, y = 0.0, 0.0
        places: list[tuple[str, str, QRectF]] = []
        for text, reading in self._pieces:
            wide = max(words.horizontalAdvance(text), readings.horizontalAdvance(reading))
            if x and x + wide > width and text not in _NEVER_FIRST:
                x, y = 0.0, y + height
            places.append((text, reading, QRectF(x, y, wide, height)))
            x += wide
        return places


_NEVER_FIRST = "、。，．）」』！？ー"
_TOGETHER = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)


def _breakable(text: str, reading: str) -> list[tuple[str, str]]:
    """What has a reading stays together, and so do numbers and Latin words; the rest may break anywhere."""
    return [(text, reading)] if reading else [(part, "") for part in _TOGETHER.findall(text)]
