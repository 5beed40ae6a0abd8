"""A card under the scanner opens its customer whatever has the keyboard, and leaves no letter behind."""

import shiboken6
from hands import CARD, Hands
from PySide6.QtWidgets import QApplication

from carepos import customers
from ui.complaints.sheet import ComplaintSheet
from ui.customers.register import RegisterSheet
from ui.kit.edit import Line
from ui.scanner import _restore
from ui.wording.panel import SayingCard


def hanako(hands: Hands) -> str:
    """Whose card it is."""
    return hands.till.ask(customers.find, "5678")[0].id


def test_a_scan_in_the_search_box(hands: Hands) -> None:
    hands.key("F2")
    hands.write("田")
    hands.scan(CARD)
    assert hands.counter.customer_id == hanako(hands)
    assert hands.window.search.text() == ""
    assert hands.listed == []


def test_a_scan_with_the_focus_on_a_button(hands: Hands) -> None:
    hands.button("New customer").setFocus()
    hands.scan(CARD)
    assert hands.counter.customer_id == hanako(hands)
    assert hands.counter.sheet is None


def test_a_scan_where_nothing_has_the_keyboard(hands: Hands) -> None:
    hands.open("4567")
    hands.focus().clearFocus()
    assert QApplication.focusWidget() is None
    hands.scan(CARD)
    assert hands.counter.customer_id == hanako(hands)


def test_a_scan_over_the_sayings_marks_none_of_them(hands: Hands) -> None:
    """The code has the digits 1 to 3 in it."""
    hands.till.do(customers.register, customers.Details("森", card="4900312312311"))
    hands.open("4567")
    hands.part(SayingCard).setFocus()
    hands.scan("4900312312311")
    hands.clock.forward(minutes=1)
    assert hands.done("wording.say") == 0
    assert "森" in hands.reads(hands.counter)


def test_a_scan_on_another_customer_opens_the_card(hands: Hands) -> None:
    hands.open("4567")
    hands.scan(CARD)
    assert hands.counter.customer_id == hanako(hands)


def test_a_scan_in_a_sheet_keeps_its_draft_and_opens_the_card(hands: Hands) -> None:
    hands.open("4567")
    hands.key("F5")
    hands.write("包みが破れていた。")
    hands.scan(CARD)
    assert (hands.counter.sheet, hands.counter.customer_id) == (None, hanako(hands))
    hands.open("4567")
    hands.key("F5")
    assert isinstance(hands.sheet, ComplaintSheet)
    assert hands.sheet.fields()["words"] == "包みが破れていた。"


def test_a_scan_in_the_register_sheet_fills_the_card_alone(hands: Hands) -> None:
    hands.key("Ctrl+N")
    hands.write("川崎")
    before = hands.sheet.fields()
    hands.scan("M7000007")
    assert isinstance(hands.sheet, RegisterSheet)
    assert hands.sheet.fields() == before | {"card": "M7000007"}


def test_a_card_already_in_use_is_told_before_it_is_registered_twice(hands: Hands) -> None:
    hands.key("Ctrl+N")
    hands.write("川崎")
    hands.scan(CARD)
    hands.until(lambda: "This card belongs to somebody already." in hands.reads(hands.sheet))
    assert hands.counter.customer_id == ""


def test_an_unknown_card_is_searched(hands: Hands) -> None:
    hands.scan("9999999999999")
    assert hands.window.search.text() == "9999999999999"
    assert "Nobody is found" in hands.reads(hands.found)
    hands.key("Ctrl+N")
    assert hands.sheet.fields()["card"] == "9999999999999"


def test_a_scan_from_another_room_comes_back_to_the_counter(hands: Hands) -> None:
    hands.window.go("daybook")
    hands.rest()
    hands.scan(CARD)
    assert (hands.window.room(), hands.counter.customer_id) == ("counter", hanako(hands))


def test_a_scan_closes_a_sheet_of_another_room(hands: Hands) -> None:
    """No sheet lies over the card that was opened."""
    hands.window.enter(hands.owner())
    hands.touch("Settings")
    hands.touch("People")
    hands.touch("Take somebody on")
    assert hands.in_front()
    hands.scan(CARD)
    assert hands.counter.customer_id == hanako(hands)
    assert hands.in_front() == []


def test_behind_the_door_a_scan_does_nothing(hands: Hands) -> None:
    hands.key("Ctrl+L")
    hands.scan(CARD)
    assert hands.window.locked
    assert hands.counter.customer_id == ""


def test_fast_fingers_are_no_scanner(hands: Hands) -> None:
    """Seven digits are no card, however fast they come."""
    hands.key("F2")
    hands.scan("0901234")
    assert hands.counter.customer_id == hanako(hands)


def test_a_window_that_was_busy_makes_no_card_of_what_a_hand_typed(hands: Hands) -> None:
    """All the keys are heard at once, but the system knows when they were pressed."""
    hands.key("Ctrl+N")
    hands.scan("Kawasaki", apart=100)
    assert hands.sheet.fields()["family"] == "Kawasaki"
    assert "card" not in hands.sheet.fields()


def test_a_window_that_was_busy_tears_no_card_apart(hands: Hands) -> None:
    hands.key("Ctrl+N")
    hands.write("川崎")
    hands.scan("M7000007", busy=1_000)
    assert (hands.sheet.fields()["family"], hands.sheet.fields()["card"]) == ("川崎", "M7000007")


def test_a_single_key_marks_a_saying_once(hands: Hands) -> None:
    hands.open()
    for _ in range(2):
        hands.single("1")
    assert hands.done("wording.say") == 1
    hands.key("Ctrl+Z")
    assert hands.toast.text() == "Taken back"
    hands.single("1")
    assert hands.done("wording.say") == 2


def test_quick_fingers_lose_no_key(hands: Hands) -> None:
    """Two digits in the time of a scanner are no saying, but the beginning of a search."""
    hands.open()
    hands.single("1", "2")
    assert hands.done("wording.say") == 0
    assert hands.window.search.text() == "12"
    hands.open()
    hands.press(*"5678", "Return")
    hands.rest()
    assert hands.window.search.text() == "5678"


def test_a_window_that_hung_between_two_keys_loses_none(hands: Hands) -> None:
    hands.open()
    hands.press("1")
    hands.app._scanner._last -= 1  # a second in which the window told nobody anything
    hands.single("2")
    assert hands.done("wording.say") == 0
    assert hands.window.search.text() == "12"


def test_another_single_key_begins_a_search(hands: Hands) -> None:
    hands.open()
    hands.single("5")
    focus = QApplication.focusWidget()
    assert isinstance(focus, Line)
    assert focus is hands.window.search.edit
    assert focus.text() == "5"
    hands.type("678")
    hands.key("Return")
    assert hands.counter.customer_id == hanako(hands)


def test_a_scan_whose_field_has_gone_opens_the_card(hands: Hands) -> None:
    """The sheet closed while the code came in."""
    hands.open("4567")
    field = Line()
    field.setParent(hands.window)
    field.show()
    field.setFocus()
    assert field.hasFocus()
    hands.type(CARD[:6])
    scanner = hands.app._scanner
    assert scanner._field is field
    shiboken6.delete(field)
    _restore(scanner._field, scanner._before)
    scanner._begin(0)
