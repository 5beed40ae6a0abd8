"""The customer's display: it follows the counter, keeps nobody's data, and takes one touch."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hands import CARD, Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from carepos import customers, feedback, loyalty, promises
from ui.display import facts
from ui.display.display import FORGETS_AFTER, Display
from ui.display.page import CustomerPage

PRIVATE = ("1234", "5678", CARD, "深煎り", "小麦", "金沢", "hanako@")


@pytest.fixture
def display(hands: Hands) -> Iterator[Display]:
    """The display as the window has it; the page is put away afterwards."""
    assert hands.window.display is not None
    yield hands.window.display
    hands.window.display.turn_back()
    hands.window.display.page.hide()
    hands.window.activateWindow()


@pytest.fixture
def page(hands: Hands, display: Display) -> CustomerPage:
    """The page beside the window, as on a screen of its own."""
    display.stand_on(hands.window.screen())
    hands.until(hands.window.isActiveWindow)
    hands.rest()
    return display.page


def read(page: QWidget, hands: Hands) -> str:
    hands.rest()
    return hands.reads(page)


def scores(hands: Hands, who: str) -> list[int]:
    later = hands.clock() + dt.timedelta(minutes=1)
    return [rated.score for rated in hands.till.ask(feedback.history, who, later, 9)]


def test_it_follows_the_counter(hands: Hands, page: CustomerPage) -> None:
    assert "みなも" in read(page, hands)
    hands.open()
    told = read(page, hands)
    assert "田中 花子 様" in told
    assert "900 pt" in told
    assert "みなも" not in told
    hands.open("4567")
    told = read(page, hands)
    assert "髙橋 実 様" in told
    assert "花子" not in told
    hands.key("Esc")
    assert "みなも" in read(page, hands)
    assert not page.names_somebody


def test_the_keyboard_stays_with_the_clerk(hands: Hands, page: CustomerPage) -> None:
    hands.open()
    hands.key("F6")
    hands.type("100")
    assert hands.sheet.fields()["amount"] == "100"
    assert page.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_a_late_answer_shows_nobody_who_has_gone(hands: Hands, display: Display, page: CustomerPage) -> None:
    who = hands.open()
    display.follow(who)
    display.follow("")
    told = read(page, hands)
    assert not page.names_somebody
    assert "花子" not in told
    display.follow(hands.open("4567"))
    display._answered(hands.till.ask(facts.read, who))
    assert "花子" not in read(page, hands)


def test_no_word_of_the_last_customer_waits_for_the_next_answer(hands: Hands, page: CustomerPage) -> None:
    hands.open()
    hands.counter.open_customer(hands.till.ask(customers.find, "4567")[0].id)
    assert "花子" not in hands.reads(page)
    assert not page.names_somebody
    hands.rest()


def test_what_is_typed_is_shown_before_it_is_recorded_and_goes_with_it(hands: Hands, page: CustomerPage) -> None:
    hands.open()
    hands.key("F6")
    hands.type("3240")
    assert "32 pt" in read(page, hands)
    assert "900 pt" in hands.reads(page)
    hands.key("Ctrl+A", "Backspace")
    assert "32 pt" not in read(page, hands)
    hands.type("5000")
    assert "50 pt" in read(page, hands)
    hands.key("Esc")
    assert "50 pt" not in read(page, hands)
    assert hands.done("loyalty.earn") == 0


def test_what_was_recorded_is_in_the_balance_and_in_today_s_points(hands: Hands, page: CustomerPage) -> None:
    who = hands.open()
    hands.key("F6")
    hands.type("3240")
    hands.key("Return")
    told = read(page, hands)
    assert "932 pt" in told
    assert "32 pt" in told.split("\n")
    hands.key("Ctrl+Z")
    assert "32 pt" not in read(page, hands).split("\n")
    assert hands.till.ask(facts.read, who).today == 0


def test_after_a_minute_without_a_touch_nobody_is_named(hands: Hands, display: Display, page: CustomerPage) -> None:
    who = hands.open()
    assert display.forgetting.isActive()
    assert display.forgetting.interval() == FORGETS_AFTER == 60_000
    display.forgetting.start(0)
    hands.until(lambda: not page.names_somebody)
    hands.till.do(loyalty.earn, who, 900, "R1")
    display.refresh({"loyalty"})
    assert "花子" not in read(page, hands)
    hands.key("F6")
    hands.type("900")
    assert "花子" in read(page, hands)


def test_a_touch_begins_the_minute_anew(hands: Hands, display: Display, page: CustomerPage) -> None:
    hands.open()
    display.forgetting.start(3_600_000)
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton)
    assert display.forgetting.interval() == FORGETS_AFTER


def test_the_door_clears_it_and_whoever_enters_goes_on(hands: Hands, page: CustomerPage) -> None:
    hands.open()
    hands.key("Ctrl+L")
    assert "花子" not in read(page, hands)
    hands.key("F12")
    assert "花子" not in read(page, hands)
    hands.window.enter(hands.clerk())
    assert "花子" in read(page, hands)


def test_somebody_taken_back_leaves_it(hands: Hands, display: Display, page: CustomerPage) -> None:
    who = hands.till.do(customers.register, customers.Details("林", "芽衣"))
    hands.window.open_customer(who)
    assert "林 芽衣" in read(page, hands)
    hands.till.do(customers.withdraw, who)
    display.refresh({"customers"})
    assert "林" not in read(page, hands)


def test_nothing_private_is_on_it_or_behind_it(hands: Hands, page: CustomerPage) -> None:
    hands.open()
    hands.rest()
    parts = [page, *page.findChildren(QWidget)]
    told = hands.reads(page) + "".join(one.toolTip() + one.accessibleName() for one in parts)
    assert "花子" in told
    assert [word for word in PRIVATE if word in told] == []
    assert {"phone", "email", "card", "notes", "birthday"} & {*facts.Facts.__slots__} == set()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_each_reads_their_own_language_whatever_the_window_speaks(
    hands: Hands, display: Display, page: CustomerPage, language: str
) -> None:
    page.hide()
    hands.wear(language=language)
    fresh = hands.window.display
    assert fresh is not None
    fresh.stand_on(hands.window.screen())
    hands.open()
    japanese = read(fresh.page, hands)
    hands.open("3456")
    english = read(fresh.page, hands)
    fresh.page.hide()
    hands.wear(language="en")
    assert ("500円券" in japanese, "¥500 voucher" in japanese) == (True, False)
    assert ("500円券" in english, "¥500 voucher" in english) == (False, True)


def test_one_touch_rates_once_a_visit(hands: Hands, page: CustomerPage) -> None:
    who = hands.open()
    hands.rest()
    face = hands.button("とてもよかった", page)
    for _ in range(5):
        QTest.mouseClick(face, Qt.MouseButton.LeftButton)
    hands.rest()
    assert scores(hands, who) == [5]
    hands.key("Esc")
    hands.open()
    hands.rest()
    assert not face.isVisible()
    hands.clock.forward(days=1)
    hands.key("Esc")
    hands.open()
    hands.rest()
    assert face.isVisible()


def test_a_rating_taken_back_may_be_given_again(hands: Hands, page: CustomerPage) -> None:
    who = hands.open()
    hands.rest()
    QTest.mouseClick(hands.button("よかった", page), Qt.MouseButton.LeftButton)
    hands.rest()
    hands.key("Ctrl+Z")
    assert scores(hands, who) == []
    QTest.mouseClick(hands.button("とてもよかった", page), Qt.MouseButton.LeftButton)
    hands.rest()
    assert scores(hands, who) == [5]


def test_a_bad_rating_is_promised_a_call(hands: Hands, page: CustomerPage) -> None:
    who = hands.open()
    hands.rest()
    QTest.mouseClick(hands.button("とても残念", page), Qt.MouseButton.LeftButton)
    hands.rest()
    (promise,) = hands.till.ask(promises.of_customer, who)
    assert promise.text == "Call about the rating of 1: ask what went wrong"


def test_f12_turns_the_screen_over_the_window_and_esc_takes_it_back(hands: Hands, display: Display) -> None:
    hands.open()
    hands.key("F6")
    hands.type("3240")
    hands.key("F12")
    assert display.turned
    assert display.page.geometry() == hands.window.geometry()
    assert "花子" in hands.reads(display.page)
    assert "32 pt" in hands.reads(display.page)
    QTest.keyClick(display.page, Qt.Key.Key_Escape)
    assert (display.turned, display.page.isVisible()) == (False, False)
    assert hands.sheet.fields()["amount"] == "3240"


def test_the_button_of_the_bar_turns_it_and_a_finger_takes_it_back(hands: Hands, display: Display) -> None:
    hands.open()
    hands.touch("Their page")
    assert display.turned
    QTest.mouseClick(hands.button("Back to the counter", display.page), Qt.MouseButton.LeftButton)
    assert not display.turned


def test_behind_the_turned_screen_no_key_of_the_counter_works(hands: Hands, display: Display) -> None:
    who = hands.open()
    hands.key("F12")
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F2, Qt.Key.Key_1):
        QTest.keyClick(display.page, key)
    hands.window.single_key("1")
    hands.window.single_key("た")
    hands.rest()
    assert (display.turned, hands.counter.customer_id, hands.counter.sheet) == (True, who, None)
    assert hands.window.search.text() == ""
    assert hands.done("wording.say") == 0


def test_a_card_scanned_at_the_turned_screen_is_shown_on_it(hands: Hands, display: Display) -> None:
    hands.key("F12")
    assert not display.page.names_somebody
    hands.window.scanned(CARD)
    assert "花子" in read(display.page, hands)
    assert display.turned


def test_the_door_takes_the_turned_screen_back(hands: Hands, display: Display) -> None:
    hands.open()
    hands.key("F12")
    hands.window.lock()
    assert (display.turned, display.page.isVisible()) == (False, False)


def test_a_page_nobody_sees_asks_nothing(hands: Hands, display: Display) -> None:
    hands.open()
    assert display._facts is None
    assert not display.forgetting.isActive()


def test_a_shop_without_it_has_neither_key_nor_button(hands: Hands) -> None:
    hands.wear(display="off")
    hands.open()
    assert not hands.can_touch("Their page")
    hands.key("F12")
    assert hands.window.display is not None
    assert not hands.window.display.turned
    hands.wear(display="turned")


def test_without_the_second_screen_f12_turns_this_one(hands: Hands) -> None:
    hands.wear(display="second")
    display = hands.window.display
    assert display is not None
    display.stand_on(hands.window.screen())
    display.place()
    assert not display.page.isVisible()
    hands.open()
    hands.key("F12")
    assert display.turned
    assert "花子" in hands.reads(display.page)
    QTest.keyClick(display.page, Qt.Key.Key_F12)
    assert not display.turned
    hands.wear(display="turned")
