"""Small strokes that several painted widgets and list delegates share."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.kit import theme

_CENTRE = Qt.AlignmentFlag.AlignHCenter
# as a number: joining Qt's flags anew costs more than the drawing
_UPRIGHT = (Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine).value

# how a chip of each tone is filled, edged and written
TONES = {
    "plain": ("surface", "line", "ink"),
    "on": ("indigo", "indigo", "indigo_ink"),
    "red": ("shu_wash", "shu_line", "shu"),
    "gold": ("kincha_wash", "kincha_line", "kincha"),
    "green": ("matsu_wash", "matsu_line", "matsu"),
}


def box(  # noqa: PLR0913, PLR0917 - all that a box needs
    painter: QPainter, area: QRectF, fill: str, line: str = "", radius: float = 0, width: float = 1
) -> None:
    """A rounded box inside `area`, its edge `width` pixels of the token `line`, sharp on whole pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(line), width) if line else Qt.PenStyle.NoPen)
    inset = width / 2 if line else 0
    inner = area.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius, radius)


def words(  # noqa: PLR0913, PLR0917 - all that a line of words needs
    painter: QPainter, area: QRectF, text: str, role: str, ink: str, align: Qt.AlignmentFlag = _CENTRE
) -> None:
    """One line of plain `text` in `area`, upright in the middle; what does not fit ends in …"""
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(ink))
    painter.drawText(area, _UPRIGHT | align.value, shortened(text, role, area.width()))


def shortened(text: str, role: str, width: float) -> str:
    """`text` on one line, as much of it as `width` screen pixels take; what does not fit ends in …"""
    flat = text.replace("\n", " ")
    if theme.width_of(flat, role) <= width + 1:
        return flat
    return theme.metrics(role).elidedText(flat, Qt.TextElideMode.ElideRight, width + 1)


def chip_width(text: str, tone: str = "plain") -> int:
    """Screen pixels a chip with `text` takes from edge to edge."""
    role = "chip" if tone == "plain" else "chip_strong"
    return round(theme.width_of(text, role) + 0.5) + 2 * theme.px(13)


def chip(painter: QPainter, area: QRectF, text: str, tone: str = "plain", line: str = "") -> None:
    """A pill with `text` filling `area`; `line` is another token for its edge."""
    fill, edge, ink = TONES[tone]
    box(painter, area, fill, line or edge, radius=area.height() / 2 - 0.5)
    inner = area.adjusted(theme.px(12), 0, -theme.px(12), 0)
    role = "chip" if tone == "plain" else "chip_strong"
    words(painter, inner, text, role, ink)


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
    """An open circle, the mark of one moment on a line of time."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.color("surface"))
    painter.setPen(QPen(theme.color(ink), theme.px(3)))
    painter.drawEllipse(middle, radius, radius)
