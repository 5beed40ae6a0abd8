"""Single lines one below the other: written as everywhere else, their marks below them."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.kit import paint, theme
from ui.kit.column import Column

LEFT = Qt.AlignmentFlag.AlignLeft
TEXTS = ["髙橋 Anna", "とても長い名前の人がいる", "שלום", "田中\n花子", "W" * 9, ""]


def paper() -> QImage:
    """An empty sheet."""
    sheet = QImage(160, 80, QImage.Format.Format_RGB32)
    sheet.fill(theme.color("surface"))
    return sheet


@pytest.mark.parametrize("text", TEXTS)
def test_a_column_writes_as_words_are_written(qapp: QApplication, text: str) -> None:
    ours, words = paper(), paper()
    with QPainter(ours) as painter:
        Column(painter, 10, 120, 28, "strong", "ink").write(40, text)
    with QPainter(words) as painter:
        paint.words(painter, QRectF(10, 40, 120, 28), text, "strong", "ink", LEFT)
    assert ours == words


def test_a_line_that_does_not_fit_leaves_the_next_one_its_font(qapp: QApplication) -> None:
    ours, alone = paper(), paper()
    with QPainter(ours) as painter:
        column = Column(painter, 10, 120, 28, "body", "ink_2")
        column.write(-100, TEXTS[1])
        column.write(40, "田中")
    with QPainter(alone) as painter:
        Column(painter, 10, 120, 28, "body", "ink_2").write(40, "田中")
    assert ours == alone


def test_a_mark_stays_in_its_cell(qapp: QApplication) -> None:
    sheet, mark = paper(), theme.color("mark")
    with QPainter(sheet) as painter:
        Column(painter, 10, 60, 28, "strong", "surface").write(40, TEXTS[1], [(0, len(TEXTS[1]))])
    marked = [(x, y) for x in range(160) for y in range(80) if sheet.pixelColor(x, y) == mark]
    assert marked
    assert all(10 <= x < 70 and 40 <= y < 68 for x, y in marked)
