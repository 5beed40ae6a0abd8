"""One-colour drawings of resources/icons, tinted by the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ui.kit import paint, theme


def draw(painter: QPainter, name: str, area: QRectF, token: str = "ink_2") -> None:
    """Paint the drawing `name` into `area` in the theme's colour `token`, sharp at any size."""
    if painter.transform().isScaling():
        _render(painter, name, area, token)
    else:
        picture = _picture(name, area.width(), area.height(), painter.device().devicePixelRatio(), token)
        painter.drawImage(round(area.left()), round(area.top()), picture)


@theme.worn
def _picture(name: str, width: float, height: float, dense: float, token: str) -> QImage:
    picture = paint.blank(width, height, dense)
    painter = QPainter(picture)
    _render(painter, name, QRectF(0, 0, width, height), token)
    painter.end()
    return picture


def _render(painter: QPainter, name: str, area: QRectF, token: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _drawing(name, theme.color(token).name()).render(painter, area)


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    text = (theme.RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
