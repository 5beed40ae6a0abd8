from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.avatar import Avatar, token_for
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import Chip, ChipButton, ChipRow
from ui.kit.field import Area, Field
from ui.kit.flow import FlowLayout
from ui.kit.keypad import Keypad
from ui.kit.meter import Meter
from ui.kit.rail import Rail
from ui.kit.tile import Tile

KINDS = [("item", "商品の不良"), ("service", "接客"), ("wait", "待ち時間")]
_KEPT: list[QWidget] = []


def _shown(qtbot: QtBot, *widgets: QWidget, width: int = 400) -> None:
    window = QWidget()
    _KEPT[:] = [window]  # Qt would delete the widgets with it
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    window.resize(width, 700)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    QApplication.processEvents()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_what_a_finger_touches_is_large_enough(qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    theme.apply(qapp, "light", scale)
    for control in (Button("記録する"), Button("", icon="close"), ChipButton("交換"), Field("電話").edit):
        assert control.sizeHint().height() >= 44 * scale - 1
    assert Keypad().button("7").sizeHint().height() >= 52 * scale


def test_a_button_says_its_words_and_its_key(qtbot: QtBot) -> None:
    button = Button("R&D を記録", "F5", "primary")
    assert button.accessibleName() == "R&D を記録"
    assert button.accessibleDescription() == "F5"
    assert button.shortcut().isEmpty()


def test_a_key_takes_room_beside_the_words(qtbot: QtBot) -> None:
    assert Button("記録", "Ctrl+Enter").sizeHint().width() > Button("記録").sizeHint().width() + 50


def test_a_touched_chip_is_chosen_and_stays(qtbot: QtBot) -> None:
    row = ChipRow(KINDS)
    _shown(qtbot, row)
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.mouseClick(row.chip("wait"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["wait"]
    QTest.mouseClick(row.chip("wait"), Qt.MouseButton.LeftButton)
    assert row.value() == "wait"


def test_an_optional_chip_can_be_taken_back(qtbot: QtBot) -> None:
    row = ChipRow(KINDS, optional=True)
    row.set_value("wait")
    row.chip("wait").click()
    assert row.value() == ""


def test_several_chips_at_once_when_allowed(qtbot: QtBot) -> None:
    row = ChipRow(KINDS, multiple=True)
    row.chip("wait").click()
    row.chip("item").click()
    assert row.values() == ("item", "wait")


def test_arrows_walk_and_enter_chooses(qtbot: QtBot) -> None:
    row, after = ChipRow(KINDS), Button("次")
    _shown(qtbot, row, after)
    row.setFocus()
    QTest.keyClick(row.chip("item"), Qt.Key.Key_Right)
    assert row.chip("service").hasFocus() and row.value() == ""
    QTest.keyClick(row.chip("service"), Qt.Key.Key_Return)
    assert row.value() == "service"
    QTest.keyClick(row.chip("service"), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_setting_a_chip_is_not_announced(qtbot: QtBot) -> None:
    row = ChipRow(KINDS)
    with qtbot.assertNotEmitted(row.chosen):
        row.set_value("item")
    assert row.value() == "item"


def test_other_choices_keep_what_is_chosen(qtbot: QtBot) -> None:
    row = ChipRow(KINDS)
    row.set_value("wait")
    row.set_choices([("wait", "待ち時間 2"), ("price", "価格")])
    assert row.value() == "wait"


def test_choosing_moves_nothing(qtbot: QtBot) -> None:
    chip = ChipButton("待ち時間")
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_a_narrow_flow_is_taller(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window, gap=6, line_gap=4)
    chips = [Chip(words) for words in ("深煎り", "豆のまま 200g", "簡易包装", "紙袋は不要")]
    for chip in chips:
        flow.addWidget(chip)
    assert flow.heightForWidth(2000) == chips[0].sizeHint().height()
    assert flow.heightForWidth(1) == 4 * chips[0].sizeHint().height() + 3 * 4
    assert flow.heightForWidth(flow.sizeHint().width()) == chips[0].sizeHint().height()


def test_chips_offered_again_line_up_anew(qtbot: QtBot) -> None:
    row = ChipRow([(name, name) for name in ("お詫び", "ご来店", "調べます")])
    _shown(qtbot, row)
    kept = row.chip("調べます")
    row.set_choices([(name, name) for name in ("お見送り", "調べます", "ご来店")])
    qtbot.waitUntil(lambda: row.chip("お見送り").isVisible() and row.chip("ご来店").x() > kept.x())
    places = [row.chip(name).geometry() for name in ("お見送り", "調べます", "ご来店")]
    assert row.chip("調べます") is kept
    assert all(a.right() < b.left() and a.top() == b.top() for a, b in pairwise(places))


def test_flowing_widgets_do_not_overlap(qtbot: QtBot) -> None:
    row = ChipRow([(str(n), "ことば" * (n % 3 + 1)) for n in range(12)])
    _shown(qtbot, row, width=260)
    places = [row.chip(str(n)).geometry() for n in range(12)]
    assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])
    assert all(row.rect().contains(place) for place in places)


def test_a_field_says_what_is_wrong_and_forgets_it(qtbot: QtBot) -> None:
    field = Field("電話", hint="自動・直せます")
    _shown(qtbot, field)
    field.set_error("数字ではありません")
    assert field.edit.accessibleName() == "電話"
    assert field.edit.accessibleDescription() == field.error() == "数字ではありません"
    tall = field.sizeHint().height()
    field.set_error("")
    assert field.sizeHint().height() < tall


def test_only_a_hand_is_announced(qtbot: QtBot) -> None:
    field = Field("姓")
    _shown(qtbot, field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_text("田中")
    with qtbot.waitSignal(field.edited):
        QTest.keyClicks(field.edit, "a")


@pytest.mark.parametrize("make", [Field, Area])
def test_unfinished_kana_count(qtbot: QtBot, make: type[Field] | type[Area]) -> None:
    field = make("お名前")
    _shown(qtbot, field)
    field.set_text("様")
    field.edit.setFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_Home)
    with qtbot.waitSignal(field.edited):
        QApplication.sendEvent(field.edit, QInputMethodEvent("たなか", []))
    assert field.text() == "様"
    assert field.text_with_composition() == "たなか様"


def test_an_area_grows_to_six_lines_and_lets_tab_through(qtbot: QtBot) -> None:
    area, after = Area("ことば"), Button("次")
    _shown(qtbot, area, after)
    two = area.edit.height()
    area.set_text("一\n二\n三\n四")
    four = area.edit.height()
    area.set_text("行\n" * 40)
    assert two < four < area.edit.height() <= 3 * two
    area.edit.setFocus()
    QTest.keyClick(area.edit, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_the_keypad_types_without_taking_the_focus(qtbot: QtBot) -> None:
    field, keypad = Field("金額"), Keypad()
    _shown(qtbot, field, keypad)
    keypad.pressed_key.connect(lambda key: field.edit.insert(key) if key.isdigit() else field.edit.backspace())
    field.edit.setFocus()
    for key in ("3", "2", "00", "backspace"):
        QTest.mouseClick(keypad.button(key), Qt.MouseButton.LeftButton)
    assert field.text() == "320"
    assert field.edit.hasFocus()
    assert keypad.button("backspace").accessibleName()


def test_the_rail_tells_where_and_how_many(qtbot: QtBot) -> None:
    rail = Rail([("counter", "接客", "counter"), ("promise", "約束", "promise")])
    rail.set_badge("promise", 3)
    rail.set_current("counter")
    with qtbot.waitSignal(rail.chosen) as chosen:
        rail._items["promise"].click()
    assert chosen.args == ["promise"]
    assert rail._items["promise"].accessibleName() == "約束 3"
    assert [item.isChecked() for item in rail._items.values()] == [False, True]


def test_the_person_at_the_foot_can_be_touched(qtbot: QtBot) -> None:
    rail = Rail([])
    rail.set_person("佐藤", "スタッフ")
    with qtbot.waitSignal(rail.person_clicked):
        rail._person.click()
    assert rail._person.accessibleName() == "佐藤 スタッフ"


def test_a_name_always_has_the_same_colour(qtbot: QtBot) -> None:
    assert token_for("佐藤") == token_for("佐藤")
    assert len({token_for(name) for name in ("佐藤", "鈴木", "高橋", "山田", "田中", "小林")}) > 2
    assert Avatar("佐藤").accessibleName() == "佐藤"


@pytest.mark.parametrize(("value", "most", "share"), [(1240, 1550, 0.8), (-5, 10, 0), (20, 10, 1), (1, 0, 0)])
def test_a_meter_is_never_less_than_empty_or_more_than_full(
    qtbot: QtBot, value: float, most: float, share: float
) -> None:
    assert Meter(value, most).share() == share


def test_a_tile_speaks_as_one(qtbot: QtBot) -> None:
    tile = Tile("苦情", "2", "初回対応 6分", "shu")
    assert tile.accessibleName() == "苦情 2 初回対応 6分"


def test_a_card_can_change_its_tone(qtbot: QtBot) -> None:
    card = Card("見出し", edge="shu")
    _shown(qtbot, card)
    card.set_tone("gold")
    assert card.grab().toImage().pixelColor(20, card.height() - 4) == theme.color("kincha_wash")
    assert card.grab().toImage().pixelColor(2, card.height() // 2) == theme.color("shu")
