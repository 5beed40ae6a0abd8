"""Plain text broken over lines at the ends of Japanese phrases, with marked passages."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine

from ui.kit import theme

Spans = Sequence[tuple[int, int]]  # (first, past the last) character

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_FULL_ENOUGH = 0.55  # a line may end early at a phrase's end only if at least this much of it is filled


class Lines:
    """`text` laid out in `width` screen pixels; `height` is what it takes; hostile text stays plain."""

    def __init__(self, text: str, font: QFont, width: float, spans: Spans = ()) -> None:
        self._text, self._spans = text, [(units(text, a), units(text, b)) for a, b in spans]
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        self._own_ends = {units(text, at.end()) for at in re.finditer("\n", text)}
        self._row = row_height(font)
        self._lines: list[QTextLine] = []
        if self._spans:
            self._layout.setFormats([_bold(a, b - a) for a, b in self._spans])
        self._break(max(width, font.pixelSize()))
        self.height = self._row * max(1, len(self._lines))

    @property
    def width(self) -> float:
        """Screen pixels of the longest line."""
        return max((line.naturalTextWidth() for line in self._lines), default=0)

    def draw(self, painter: QPainter, at: QPointF, ink: QColor, back: str = "indigo_wash") -> None:
        """Paint with the upper left corner `at`; marked passages stand bold on the token `back`."""
        for area in self._marks():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(back))
            painter.drawRoundedRect(area.translated(at), theme.px(4), theme.px(4))
        painter.setPen(ink)
        self._layout.draw(painter, at)

    def _break(self, width: float) -> None:
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            self._end_with_a_phrase(line)
            line.setPosition(QPointF(0, len(self._lines) * self._row + (self._row - line.height()) / 2))
            self._lines.append(line)
        self._layout.endLayout()

    def _end_with_a_phrase(self, line: QTextLine) -> None:
        start, end = line.textStart(), line.textStart() + line.textLength()
        if end >= len(self._layout.text().encode("utf-16-le")) // 2 or end in self._own_ends:
            return
        least = start + _FULL_ENOUGH * line.textLength()
        best = max((at for at in _phrase_ends(self._text) if least <= at <= end), default=end)
        if best < end:
            line.setNumColumns(sum(self._layout.isValidCursorPosition(at) for at in range(start + 1, best + 1)))

    def _marks(self) -> list[QRectF]:
        return [
            _mark(line, max(a, line.textStart()), min(b, line.textStart() + line.textLength()), self._row)
            for line in self._lines
            for a, b in self._spans
            if max(a, line.textStart()) < min(b, line.textStart() + line.textLength())
        ]


def _mark(line: QTextLine, a: int, b: int, row: float) -> QRectF:
    left, right = _x(line, a), _x(line, b)
    middle = line.y() + line.height() / 2
    return QRectF(left - 2, middle - row * 0.44, right - left + 4, row * 0.88)


def _x(line: QTextLine, at: int) -> float:
    """Where the cursor stands before UTF-16 unit `at` (PySide gives the place and the unit back)."""
    place: tuple[float, int] = line.cursorToX(at)  # type: ignore[assignment]
    return place[0]


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(theme.color("indigo"))
    made.format = form
    return made


def units(text: str, at: int) -> int:
    """The place `at` counted in UTF-16 units, as Qt counts (𠮷 is two)."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


@theme.worn
def laid(text: str, role: str, width: float, spans: tuple[tuple[int, int], ...] = (), size: int = 0) -> Lines:
    """`text` in the font of `role` (or `size` screen pixels high) laid out in `width`: asked for again and again."""
    return Lines(text, _font(role, size), width, spans)


def _font(role: str, size: int) -> QFont:
    font = theme.font(role)
    if size:
        font.setPixelSize(size)
    return font


@lru_cache(maxsize=512)
def _phrase_ends(text: str) -> tuple[int, ...]:
    """Where a line may end without tearing a phrase, in UTF-16 units; nothing for other languages."""
    if not _JAPANESE.search(text):
        return ()
    ends, at = [], 0
    for phrase in _parse(text):
        at += units(phrase, len(phrase))
        ends.append(at)
    return tuple(ends)


def _parse(text: str) -> list[str]:
    return list(_parser()(text))


@cache
def _parser() -> Callable[[str], list[str]]:
    import budoux  # 27 ms that the first paint need not wait for

    return budoux.load_default_japanese_parser().parse


def row_height(font: QFont) -> int:
    """Screen pixels from one line to the next."""
    return round(font.pixelSize() * 1.55)


@theme.worn
def one_line(text: str, role: str, size: int = 0) -> float:
    """Screen pixels of `text` on one line (the longest, if it has several) in the font of `role`, or of that `size`."""
    metrics = QFontMetricsF(_font(role, size))
    return max(metrics.horizontalAdvance(part) for part in text.split("\n"))
