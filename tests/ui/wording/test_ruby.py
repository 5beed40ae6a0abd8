"""A saying with the reading above its kanji."""

from PySide6.QtWidgets import QApplication

from ui.wording.ruby import RubyText

HOUR = [("本日", "ほんじつ"), ("17", ""), ("時", "じ"), ("までのお", ""), ("約束", "やくそく")]


def lines(text: RubyText, width: int) -> list[str]:
    """What stands in each line of so many screen pixels."""
    told: dict[float, str] = {}
    for words, _reading, area in text._places(width):
        told[area.top()] = told.get(area.top(), "") + words
    return list(told.values())


def test_a_number_is_never_torn(qapp: QApplication) -> None:
    text = RubyText()
    text.set_pieces(HOUR)
    for width in range(40, 300, 4):
        assert any("17" in line for line in lines(text, width)), width


def test_every_word_stands_once(qapp: QApplication) -> None:
    text = RubyText()
    text.set_pieces(HOUR)
    assert "".join(lines(text, 90)) == "本日17時までのお約束"
    assert len(lines(text, 90)) > 1
