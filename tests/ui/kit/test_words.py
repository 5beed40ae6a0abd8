from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.kit import icons, paint, theme
from ui.kit.column import Column
from ui.kit.label import Elided, Label
from ui.kit.lines import Lines
from ui.kit.marked import MarkedText

SAYING = "田中様、先日はお皿の件でご迷惑をおかけしました。本日17時までに必ずお電話します。"
PHRASES = ("田中様、", "先日は", "お皿の", "件で", "ご迷惑を", "おかけ", "本日17時", "必ず", "お電話")
HOSTILE = "<b>名前</b> & <img src=x>"


def test_a_hostile_name_stays_plain_text(qtbot: QtBot) -> None:
    label = Elided(HOSTILE)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == label.accessibleName() == HOSTILE
    assert "<b>" not in label.toolTip()


def test_elided_words_keep_their_whole_text_and_can_shrink(qtbot: QtBot) -> None:
    label = Elided("とても長いお名前の方がいらっしゃいました")
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 3
    assert label.toolTip() == label.text()


def test_narrower_words_are_taller(qtbot: QtBot) -> None:
    label = Label(SAYING, wrap=True)
    assert label.heightForWidth(200) > label.heightForWidth(400) > label.heightForWidth(2000)
    assert label.text() == SAYING


def test_lines_end_where_phrases_end(qtbot: QtBot) -> None:
    lines = Lines(SAYING, theme.font("reading"), 300)
    rests = [SAYING[line.textStart() :] for line in lines._lines]
    assert len(rests) > 2
    assert all(rest.startswith(PHRASES) for rest in rests)


def test_every_line_fits_its_width(qtbot: QtBot) -> None:
    for width in range(80, 500, 35):
        assert Lines(SAYING, theme.font("reading"), width, [(0, 3)]).width <= width


def test_marks_count_letters_as_people_do(qtbot: QtBot) -> None:
    plain, rare = (
        Lines("吉野様", theme.font("reading"), 300, [(1, 3)]),
        Lines("𠮷野様", theme.font("reading"), 300, [(1, 3)]),
    )
    assert len(plain._marks()) == len(rare._marks()) == 1
    assert abs(plain._marks()[0].width() - rare._marks()[0].width()) < 1


def test_marked_text_grows_when_it_gets_narrow(qtbot: QtBot) -> None:
    marked = MarkedText(SAYING, [(0, 3), (24, 29)])
    assert marked.heightForWidth(200) > marked.heightForWidth(600)
    assert marked.accessibleName() == marked.text() == SAYING


def test_found_letters_stand_on_the_mark(qtbot: QtBot) -> None:
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    Column(painter, 0, 200, 30, "body", "ink").write(0, "たなか", [(0, 2)])
    painter.end()
    row = {image.pixelColor(x, 7).name() for x in range(200)}
    assert theme.color("mark").name() in row


def test_every_drawing_can_be_painted_in_the_theme(qtbot: QtBot) -> None:
    names = [file.stem for file in (theme.RESOURCES / "icons").glob("*.svg")]
    assert len(names) >= 27
    for name in names:
        image = paint.blank(48, 48, 1)
        painter = QPainter(image)
        icons.draw(painter, name, QRectF(0, 0, 48, 48), "shu")
        painter.end()
        inked = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255]
        assert theme.color("shu").name() in {colour.name() for colour in inked}, name


def test_a_font_made_larger_for_one_place_stays_as_it_was_elsewhere(qtbot: QtBot) -> None:
    usual = theme.font("strong").pixelSize()
    theme.font("strong").setPixelSize(usual * 3)
    assert theme.font("strong").pixelSize() == usual


def test_a_line_that_ends_by_itself_is_not_torn_before_its_end(qtbot: QtBot) -> None:
    text = "お困りごとをうかがう\n・前のお品の使い心地はいかがですか\n・今日はどなたのためのお買い物ですか"
    one, three = (Lines(words, theme.font("reading"), 800).height for words in ("あ", text))
    assert three == 3 * one
