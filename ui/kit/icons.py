"""One-colour drawings of resources/icons, tinted by the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.kit import paint, theme

SIZES = (16, 20, 24, 32, 48, 96)  # pixels at which Qt's own widgets may ask


def icon(name: str, token: str = "ink_2") -> QIcon:
    """The drawing `name` in the theme's colour `token`; FileNotFoundError if there is no such drawing."""
    result = QIcon()
    for size in SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw(painter, name, QRectF(0, 0, size, size), token)
        painter.end()
        result.addPixmap(pixmap)
    return result


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
