"""The window: its rooms, its door, and what stays when it changes its clothes."""

import pytest
from hands import CARD, Hands, Opening
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shops import CLERK_PIN

from carepos import loyalty
from carepos.paths import ShopFolder
from ui.bar import ACTIONS
from ui.kit import screen, theme
from ui.wording.saying import SayingCard


def test_esc_leads_from_every_room_back_to_the_counter(hands: Hands) -> None:
    who = hands.open()
    for room in ("promises", "daybook", "settings", "exchange"):
        hands.window.go(room)
        hands.rest()
        assert hands.window.room() == room
        hands.key("Esc")
        assert (hands.window.room(), hands.counter.customer_id) == ("counter", who)


@pytest.mark.parametrize("key", ["F2", "Ctrl+F"])
def test_the_search_is_one_key_away_from_every_room(hands: Hands, key: str) -> None:
    hands.window.go("daybook")
    hands.key(key)
    assert hands.window.room() == "counter"
    assert hands.window.search.edit.hasFocus()


def test_the_bar_waits_for_a_customer(hands: Hands) -> None:
    button = hands.button("Points")
    assert not button.isEnabled()
    hands.open()
    hands.touch("Points")
    assert hands.sheet.kind == "points"
    hands.key("Esc")
    hands.key("Esc")
    assert not button.isEnabled()


def test_behind_a_sheet_of_the_settings_no_key_of_the_counter_works(hands: Hands) -> None:
    hands.window.enter(hands.owner())
    hands.touch("Settings")
    hands.touch("People")
    hands.touch("Take somebody on")
    hands.key("F2", "Ctrl+N", "F8")
    assert hands.window.room() == "settings"
    assert len(hands.in_front()) == 1
    assert hands.counter.sheet is None


def test_the_door_closes_sheets_and_hides_what_was_said(hands: Hands) -> None:
    who = hands.open()
    hands.key("F6")
    hands.type("100")
    hands.key("Return")
    hands.key("F5")
    hands.write("書きかけ")
    assert hands.toast.isVisible()
    hands.key("Ctrl+L")
    assert hands.window.locked
    assert (hands.in_front(), hands.toast.isVisible()) == ([], False)
    assert "田中" not in hands.reads()
    hands.key("F2", "Ctrl+N", "F6", "Ctrl+Z", "Esc")
    assert hands.window.locked
    assert hands.done("loyalty.undo") == 0
    hands.window.enter(hands.clerk())
    assert hands.counter.customer_id == who
    hands.key("F5")
    assert hands.sheet.fields()["words"] == "書きかけ"


def test_what_is_recorded_behind_the_door_is_not_told_on_it(hands: Hands) -> None:
    who = hands.open()
    hands.key("F6")
    hands.type("1000")
    hands.press("Return", "Ctrl+L")
    hands.rest()
    assert hands.window.locked
    assert hands.till.ask(loyalty.balance, who) == 910
    assert (hands.in_front(), hands.toast.isVisible()) == ([], False)


def test_behind_the_door_a_scan_leaves_no_digit(hands: Hands) -> None:
    hands.shop.demo = False
    hands.key("Ctrl+L")
    hands.scan("4900312312311")
    hands.touch("佐藤")
    hands.type(CLERK_PIN)
    hands.key("Return")
    assert not hands.window.locked


def test_the_door_closes_by_itself_and_a_hand_keeps_it_open(hands: Hands) -> None:
    hands.shop.demo = False
    hands.key("F2")
    assert hands.window._idle.isActive()
    assert hands.window._idle.interval() == hands.shop.settings.lock_minutes * 60_000
    hands.window._idle.start(3_600_000)
    QTest.mouseClick(hands.window.windowHandle(), Qt.MouseButton.LeftButton)
    assert hands.window._idle.interval() == hands.shop.settings.lock_minutes * 60_000
    hands.open()
    hands.key("F6")
    hands.window._idle.start(0)
    hands.until(lambda: hands.window.locked)
    assert hands.in_front() == []
    hands.shop.demo = True


def test_a_demo_s_door_stays_open(hands: Hands) -> None:
    hands.key("F2")
    assert not hands.window._idle.isActive()


def test_other_clothes_keep_the_customer_and_the_room(opening: Opening, counter_folder: ShopFolder) -> None:
    hands = opening(counter_folder)
    who = hands.open()
    hands.window.go("settings")
    hands.window.resize(1100, 700)
    for name, value in (("language", "ja"), ("theme", "dark"), ("scale", 1.25)):
        hands.wear(**{name: value})
        assert (hands.counter.customer_id, hands.window.room()) == (who, "settings")
        assert (hands.window.isVisible(), hands.window.width(), hands.window.height()) == (True, 1100, 700)
    assert theme.px(100) == 125
    hands.window.go("counter")
    assert hands.can_touch("新しいお客様")
    hands.scan(CARD)
    hands.key("F6")
    assert hands.sheet.customer_id == who


def test_an_open_sheet_s_words_survive_other_clothes(opening: Opening, counter_folder: ShopFolder) -> None:
    hands = opening(counter_folder)
    hands.open()
    hands.key("F7")
    hands.write("書きかけ")
    hands.wear(theme="dark")
    hands.key("F7")
    assert hands.sheet.fields()["text"] == "書きかけ"


def test_a_window_opens_no_larger_than_its_screen(qtbot: QtBot) -> None:
    small = QWidget()
    qtbot.addWidget(small)
    room = small.screen().availableGeometry().size()
    assert room.width() < screen.USUAL.width(), "the screen of the tests is small"
    screen.fit(small)
    assert small.width() == room.width()
    assert small.height() < min(room.height(), screen.USUAL.height() + 1)
    assert small.minimumWidth() == room.width()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_bar_stands_on_one_line_and_tells_its_keys(
    opening: Opening, counter_folder: ShopFolder, language: str
) -> None:
    hands = opening(counter_folder, language)
    hands.window.resize(screen.USUAL)
    hands.rest()
    buttons = hands.window._bar.buttons.values()
    assert len({button.y() for button in buttons}) == 1
    assert [button.accessibleDescription() for button in buttons] == list(ACTIONS.values())
    hands.window.resize(1024, 768)
    hands.rest()
    assert len({button.y() for button in buttons}) == 1
    assert {button.accessibleDescription() for button in buttons} == {""}


def test_at_half_as_large_again_a_whole_saying_is_read(opening: Opening, counter_folder: ShopFolder) -> None:
    hands = opening(counter_folder, "ja", 1.5)
    hands.window.resize(screen.USUAL)
    hands.open()
    hands.rest()
    first = next(card for card in hands.window.findChildren(SayingCard) if card.number == 1)
    assert first.visibleRegion().boundingRect() == first.rect()
