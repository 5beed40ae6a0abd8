"""One column of a painted list: a font and an ink are taken up once for many single lines (V3)."""

import re
from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QTextLayout

from ui.kit import paint, theme

_LEFT = Qt.AlignmentFlag.AlignLeft
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Column:
    """Writes names and numbers, which hardly come again, in cells `wide` and `high` screen pixels large from `left`."""

    def __init__(
        self, painter: QPainter, left: float, wide: float, high: float, role: str, ink: str
    ) -> None:
        self._painter, self._role, self._ink = painter, role, ink
        self._left, self._wide, self._high = left, wide, high
        font, down = _hanging(role)
        self._down = high / 2 + down
        self._letter = 2 * font.pixelSize()  # no letter of a name is wider, in whichever font it is found
        self._marks: dict[tuple[str, str], tuple[int, int, QImage]] = {}
        painter.setFont(font)
        painter.setPen(theme.color(ink))

    def write(self, top: float, text: str, spans: Sequence[tuple[int, int]] = ()) -> None:
        """One line of plain `text` in the upright middle of the cell at `top`, `spans` of it on the token `mark`.

        What is too long ends in … Where its letters fit one by one, the whole need not be measured first.
        """
        for first, end in spans:
            self._mark(top, text.replace("\n", " "), first, end)
        fits = len(text) * self._letter <= self._wide or theme.at_most(text, self._role) <= self._wide
        if fits and text.isprintable() and not _FROM_RIGHT.search(text):
            self._painter.drawText(QPointF(self._left, top + self._down), text)
        else:
            area = QRectF(self._left, top, self._wide, self._high)
            paint.words(self._painter, area, text, self._role, self._ink, _LEFT)

    def _mark(self, top: float, text: str, first: int, end: int) -> None:
        place = (text[:first], text[first:end])  # the same in nearly every line
        if place not in self._marks:
            self._marks[place] = self._made_mark(*place)
        left, below, picture = self._marks[place]
        self._painter.drawImage(left, round(top) + below, picture)

    def _made_mark(self, before: str, marked: str) -> tuple[int, int, QImage]:
        """Where a mark stands, measured from the top of its cell, and its picture."""
        left, right = (self._left + theme.width_of(text, self._role) for text in (before, before + marked))
        height = theme.metrics(self._role).height() * 1.2
        whole = QRectF(floor(left) - 1, round((self._high - height) / 2), ceil(right - left) + 2, round(height))
        area = whole.intersected(QRectF(self._left, 0, self._wide, self._high)).toRect()
        dense = self._painter.device().devicePixelRatio()
        picture = paint.kept_box(area.width(), area.height(), dense, "mark", "", theme.px(3), 1)
        return area.left(), area.top(), picture


@theme.worn
def _hanging(role: str) -> tuple[QFont, float]:
    """The font of a line, and how far below its middle its letters stand."""
    font = theme.font(role)
    layout = QTextLayout("あ", font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return font, line.ascent() - paint.shaped("あ", font)[1].height() / 2
