from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.kit import icons, paint, theme

_LEFT = Qt.AlignmentFlag.AlignLeft
_AREA = QRectF(10, 6, 120, 28)


def _painted(
    stroke: Callable[[QPainter], object], dense: float = 1.0, zoom: float = 1.0, room: tuple[int, int] = (160, 40)
) -> QImage:
    picture = QImage(round(room[0] * dense), round(room[1] * dense), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(dense)
    picture.fill(theme.color("paper"))
    painter = QPainter(picture)
    painter.scale(zoom, zoom)
    stroke(painter)
    painter.end()
    return picture


def _apart(one: QImage, other: QImage) -> int:
    """The largest difference of any pixel's any colour."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize("dense", [1.0, 1.5, 2.0])
def test_a_kept_box_looks_like_one_painted_anew(qapp: QApplication, dense: float) -> None:
    kept = _painted(lambda painter: paint.box(painter, _AREA, "surface", "line", 14), dense)
    anew = _painted(lambda painter: paint._draw_box(painter, _AREA, "surface", "line", 14, 1), dense)
    assert _apart(kept, anew) <= 2  # blending rounds once more


@pytest.mark.parametrize("dense", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    ("fill", "line", "width"), [("surface", "line_strong", 1), ("", "indigo", 2), ("toast", "", 1)]
)
def test_a_large_box_looks_like_one_painted_anew(
    qapp: QApplication, dense: float, fill: str, line: str, width: int
) -> None:
    area, room = QRectF(3, 5, 380, 120), (400, 140)
    kept = _painted(lambda painter: paint.box(painter, area, fill, line, 10, width), dense, room=room)
    anew = _painted(lambda painter: paint._draw_box(painter, area, fill, line, 10, width), dense, room=room)
    assert _apart(kept, anew) <= 2  # blending rounds once more


def test_a_kept_box_puts_on_another_theme(qapp: QApplication) -> None:
    def stroke(painter: QPainter) -> None:
        paint.box(painter, _AREA, "surface", radius=4)

    assert _painted(stroke).pixelColor(60, 20) == theme.color("surface")
    theme.apply(qapp, "dark")
    assert _painted(stroke).pixelColor(60, 20) == theme.color("surface")


def test_drawings_put_on_another_theme(qapp: QApplication) -> None:
    def stroke(painter: QPainter) -> None:
        icons.draw(painter, "search", QRectF(4, 4, 30, 30), "ink")

    light = _painted(stroke)
    theme.apply(qapp, "dark")
    assert _painted(stroke) != light
    theme.apply(qapp, "light")
    assert _painted(stroke) == light


def test_what_is_painted_larger_stays_sharp(qapp: QApplication) -> None:
    area = QRectF(5, 3, 60, 14)
    ours = _painted(lambda painter: paint.box(painter, area, "indigo", radius=7), zoom=2)
    sharp = _painted(lambda painter: paint._draw_box(painter, area, "indigo", "", 7, 1), zoom=2)
    assert ours == sharp


@pytest.mark.parametrize("align", [_LEFT, Qt.AlignmentFlag.AlignHCenter])
def test_words_stand_where_qt_puts_them(qapp: QApplication, align: Qt.AlignmentFlag) -> None:
    def by_qt(painter: QPainter) -> None:
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("ink"))
        painter.drawText(_AREA, align | Qt.AlignmentFlag.AlignVCenter, "髙橋 Anna")

    ours = _painted(lambda painter: paint.words(painter, _AREA, "髙橋 Anna", "strong", "ink", align))
    assert _apart(ours, _painted(by_qt)) == 0


@pytest.mark.parametrize("broken", ["田中\n花子", "田中\u2028花子", "田中\r\n花子"])
def test_words_stay_on_one_line(qapp: QApplication, broken: str) -> None:
    ours, flat = (
        _painted(lambda painter, text=text: paint.words(painter, _AREA, text, "body", "ink", _LEFT))  # type: ignore[misc]
        for text in (broken, "田中 花子")
    )
    assert ours == flat


def test_words_without_room_end_in_dots_and_larger_ones_are_measured_anew(qapp: QApplication) -> None:
    def stroke(text: str) -> Callable[[QPainter], None]:
        return lambda painter: paint.words(painter, QRectF(0, 0, 64, 40), text, "body", "ink", _LEFT)

    for scale in (1.0, 1.5):
        theme.apply(qapp, "light", scale)
        shown = theme.metrics("body").elidedText("とても長い名前の人", Qt.TextElideMode.ElideRight, 65)
        assert shown.endswith("…")
        assert _painted(stroke("とても長い名前の人")) == _painted(stroke(shown))
