"""One column of a painted list: a font and an ink are taken up once for many single lines (V3)."""

import re
from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout

from ui.kit import paint, theme

_LEFT = Qt.AlignmentFlag.AlignLeft
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Column:
    """Writes names and numbers, which hardly come again, in cells `wide` and `high` screen pixels large from `left`."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a column needs
        self, painter: QPainter, left: float, wide: float, high: float, role: str, ink: str
    ) -> None:
        self._painter, self._role, self._ink = painter, role, ink
        self._left, self._wide, self._high = left, wide, high
        font, down = _hanging(role)
        self._down = high / 2 + down
        painter.setFont(font)
        painter.setPen(theme.color(ink))

    def write(self, top: float, text: str, spans: Sequence[tuple[int, int]] = ()) -> None:
        """One line of plain `text` in the upright middle of the cell at `top`, `spans` of it on the token `mark`.

        What is too long ends in … Where its letters fit one by one, the whole need not be measured first.
        """
        for first, end in spans:
            self._mark(top, text.replace("\n", " "), first, end)
        if theme.at_most(text, self._role) <= self._wide and text.isprintable() and not _FROM_RIGHT.search(text):
            self._painter.drawText(QPointF(self._left, top + self._down), text)
        else:
            area = QRectF(self._left, top, self._wide, self._high)
            paint.words(self._painter, area, text, self._role, self._ink, _LEFT)

    def _mark(self, top: float, text: str, first: int, end: int) -> None:
        left, right = (self._left + theme.width_of(text[:at], self._role) for at in (first, end))
        height = theme.metrics(self._role).height() * 1.2
        wide = ceil(right - left) + 2  # whole pixels: the picture of the mark serves the next text too
        area = QRectF(floor(left) - 1, round(top + self._high / 2 - height / 2), wide, round(height))
        cell = QRectF(self._left, top, self._wide, self._high)
        paint.box(self._painter, area.intersected(cell), "mark", radius=theme.px(3))


@theme.worn
def _hanging(role: str) -> tuple[QFont, float]:
    """The font of a line, and how far below its middle its letters stand."""
    font = theme.font(role)
    layout = QTextLayout("あ", font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return font, line.ascent() - paint.shaped("あ", font)[1].height() / 2
