"""Small strokes that several painted widgets and list delegates share."""

from math import ceil, floor, sqrt

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPen, QStaticText, QTransform

from ui.kit import theme

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_BEFORE = {Qt.AlignmentFlag.AlignLeft: 0.0, _CENTRE: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}  # shares of the room left
_LARGE = 32_000  # square pixels: the picture of a larger box is not worth its memory

# how a chip of each tone is filled, edged and written
TONES = {
    "plain": ("surface", "line", "ink"),
    "on": ("indigo", "indigo", "indigo_ink"),
    "red": ("shu_wash", "shu_line", "shu"),
    "gold": ("kincha_wash", "kincha_line", "kincha"),
    "green": ("matsu_wash", "matsu_line", "matsu"),
}


def box(
    painter: QPainter, area: QRectF, fill: str, line: str = "", radius: float = 0, width: float = 1
) -> None:
    """A rounded box inside `area`, its edge `width` pixels of the token `line`, sharp on whole pixels.

    Smoothing its edge costs thirty times what its picture does, so that of a small box is kept, and of a large one
    its corners (V3, V4).
    """
    size, dense = area.size(), painter.device().devicePixelRatio()
    large = size.width() * size.height() > _LARGE
    if painter.transform().isScaling() or (large and dense % 1):
        _draw_box(painter, area, fill, line, radius, width)
    elif large:
        _stretch_box(painter, area.toRect(), dense, fill, line, radius, width)
    elif not size.isEmpty():
        picture = kept_box(size.width(), size.height(), dense, fill, line, radius, width)
        painter.drawImage(round(area.left()), round(area.top()), picture)


def board(
    painter: QPainter, area: QRect, seen: QRect, fill: str, line: str = "", radius: float = 0, width: float = 1
) -> None:
    """A box that things lie on: where only these are to be `seen` anew, its edge need not be drawn (V4)."""
    side = ceil(radius - (radius - width - 0.5) / sqrt(2))  # so far in, no round corner is touched
    if area.adjusted(side, side, -side, -side).contains(seen):
        painter.fillRect(seen, theme.color(fill))
    else:
        box(painter, QRectF(area), fill, line, radius, width)


def _stretch_box(
    painter: QPainter, area: QRect, dense: float, fill: str, line: str, radius: float, width: float
) -> None:
    """A small box drawn out: its corners as they are, its sides as long as they have to be."""
    side, edge = ceil(radius + width), round(width) if line else 0
    corners, half = kept_box(2 * side, 2 * side, dense, fill, line, radius, width), side * dense
    for x, at_x in ((0, area.left()), (half, area.right() + 1 - side)):
        for y, at_y in ((0, area.top()), (half, area.bottom() + 1 - side)):
            painter.drawImage(QRectF(at_x, at_y, side, side), corners, QRectF(x, y, half, half))
    across, down = area.adjusted(side, edge, -side, -edge), area.adjusted(edge, side, -edge, -side)
    if fill:
        painter.fillRect(across, theme.color(fill))
        for strip in (down.left(), down.right() + 1 - (side - edge)):
            painter.fillRect(strip, down.top(), side - edge, down.height(), theme.color(fill))
    if line:
        for y in (area.top(), area.bottom() + 1 - edge):
            painter.fillRect(across.left(), y, across.width(), edge, theme.color(line))
        for x in (area.left(), area.right() + 1 - edge):
            painter.fillRect(x, down.top(), edge, down.height(), theme.color(line))


@theme.worn
def kept_box(
    across: float, down: float, dense: float, fill: str, line: str, radius: float, width: float
) -> QImage:
    """The picture of a box; who paints many of the same size asks for it once."""
    picture = blank(across, down, dense)
    painter = QPainter(picture)
    _draw_box(painter, QRectF(0, 0, across, down), fill, line, radius, width)
    painter.end()
    return picture


def blank(across: float, down: float, dense: float) -> QImage:
    """A clear picture of so many logical pixels for a screen with `dense` real ones in each."""
    picture = QImage(ceil(across * dense), ceil(down * dense), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(dense)
    picture.fill(0)
    return picture


def _draw_box(
    painter: QPainter, area: QRectF, fill: str, line: str, radius: float, width: float
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(line), width) if line else Qt.PenStyle.NoPen)
    inset = width / 2 if line else 0
    inner = area.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius, radius)


def words(
    painter: QPainter, area: QRectF, text: str, role: str, ink: str, align: Qt.AlignmentFlag = _CENTRE
) -> None:
    """One line of plain `text` in `area`, at a side or in the centre; what does not fit ends in …"""
    font, run, across, down = _run(text, role, area.width())
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    left = area.left() + (area.width() - across) * _BEFORE[align]
    painter.drawStaticText(QPointF(left, area.top() + (area.height() - down) / 2), run)


@theme.worn
def _run(text: str, role: str, width: float) -> tuple[QFont, QStaticText, float, float]:
    """The font and the shaped letters of one line, and how wide and high they are."""
    font, flat = theme.font(role), " ".join(text.splitlines())
    run, size = shaped(flat, font)
    if size.width() > width + 1:
        run, size = shaped(theme.metrics(role).elidedText(flat, Qt.TextElideMode.ElideRight, width + 1), font)
    return font, run, size.width(), size.height()


def shaped(text: str, font: QFont) -> tuple[QStaticText, QSizeF]:
    """The shaped letters of one line, and how wide and high they are."""
    run = QStaticText(text)
    run.setTextFormat(Qt.TextFormat.PlainText)
    run.prepare(QTransform(), font)
    return run, run.size()


@theme.worn
def chip_width(text: str, tone: str = "plain") -> int:
    """Screen pixels a chip with `text` takes from edge to edge."""
    role = "chip" if tone == "plain" else "chip_strong"
    return round(theme.width_of(text, role) + 0.5) + 2 * theme.px(13)


def chip(painter: QPainter, area: QRectF, text: str, tone: str = "plain", line: str = "") -> None:
    """A pill with `text` filling `area`; `line` is another token for its edge. Its picture is kept (V3)."""
    if painter.transform().isScaling() or area.isEmpty():
        _draw_chip(painter, area, text, tone, line)
    else:
        picture = _kept_chip(area.width(), area.height(), painter.device().devicePixelRatio(), text, tone, line)
        painter.drawImage(round(area.left()), round(area.top()), picture)


def _chip(
    across: float, down: float, dense: float, text: str, tone: str, line: str
) -> QImage:
    picture = blank(across, down, dense)
    painter = QPainter(picture)
    _draw_chip(painter, QRectF(0, 0, across, down), text, tone, line)
    painter.end()
    return picture


_kept_chip = theme.worn(_chip, most=200)  # each is ten times as large as a box's corners


def _draw_chip(painter: QPainter, area: QRectF, text: str, tone: str, line: str) -> None:
    fill, edge, ink = TONES[tone]
    box(painter, area, fill, line or edge, radius=area.height() / 2 - 0.5)
    inner = area.adjusted(theme.px(12), 0, -theme.px(12), 0)
    words(painter, inner, text, "chip" if tone == "plain" else "chip_strong", ink)


def cap_width(text: str) -> int:
    """Screen pixels a key cap with `text` takes."""
    return round(theme.width_of(text, "cap") + 0.5) + 2 * theme.px(7)


def cap(painter: QPainter, area: QRectF, text: str, fill: str = "paper", ink: str = "ink_2") -> None:
    """A little key with `text`, drawn in the upright middle of `area`."""
    height = theme.px(22)
    key = QRectF(area.left(), round(area.center().y() - height / 2), area.width(), height)
    box(painter, key, fill, ink if not fill else "line_strong", radius=theme.px(5))
    words(painter, key, text, "cap", ink)


def ring(painter: QPainter, middle: QPointF, radius: float, ink: str) -> None:
    """An open circle, the mark of one moment on a line of time; its picture is kept, as that of a box is."""
    half, dense = ceil(radius + theme.px(3)), painter.device().devicePixelRatio()
    at = QPointF(floor(middle.x()) - half, floor(middle.y()) - half)
    painter.drawImage(at, _ring(middle.x() - at.x(), middle.y() - at.y(), radius, dense, ink))


@theme.worn
def _ring(x: float, y: float, radius: float, dense: float, ink: str) -> QImage:
    side = 2 * ceil(radius + theme.px(3)) + 1
    picture = blank(side, side, dense)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color("surface"))
    painter.setPen(QPen(theme.color(ink), theme.px(3)))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.end()
    return picture
