"""Registering: the reading is guessed, a likeness is shown before somebody is made twice, nothing typed is lost."""

import pytest
from hands import Hands
from PySide6.QtCore import QPoint

from carepos import customers

ALIKE = "Somebody with this phone is here already. A relative? Just register."


@pytest.fixture(autouse=True)
def _open(hands: Hands) -> None:
    """Nobody stands at the counter; the sheet for a new customer is open."""
    hands.key("Ctrl+N")


def everybody(hands: Hands) -> int:
    return hands.done("customers.register")


def test_two_names_and_a_phone_make_a_customer(hands: Hands) -> None:
    before = everybody(hands)
    hands.write("佐々木")
    hands.key("Tab")
    hands.write("陽子")
    hands.line("Phone").setText("090 8888 7777")
    hands.key("Ctrl+Return")
    (found,) = hands.till.ask(customers.find, "佐々木")
    assert everybody(hands) == before + 1
    assert hands.counter.customer_id == found.id
    assert (found.family_kana, found.phone) == ("ささき", "09088887777")


def test_a_press_storm_registers_once(hands: Hands) -> None:
    before = everybody(hands)
    hands.write("佐々木")
    hands.press(*("Ctrl+Return",) * 20)
    hands.rest()
    assert everybody(hands) == before + 1


def test_undo_takes_the_customer_from_the_counter(hands: Hands) -> None:
    hands.write("佐々木")
    hands.key("Ctrl+Return")
    hands.key("Ctrl+Z")
    assert hands.till.ask(customers.find, "佐々木") == []
    assert hands.counter.customer_id == ""
    assert hands.toast.text() == "Taken back"


def test_the_reading_is_guessed_while_the_name_is_composed_and_stays_when_mended(hands: Hands) -> None:
    hands.write("川崎", composing=True)
    assert hands.line("Family name, reading").text() == "かわさき"
    hands.write("川崎")
    hands.line("Family name, reading").setFocus()
    hands.key("Ctrl+A")
    hands.write("かわざき")
    hands.line("Family name").setFocus()
    hands.key("End")
    hands.write("田")
    assert hands.line("Family name, reading").text() == "かわざき"


def test_somebody_with_the_same_phone_is_shown_and_opened_instead(hands: Hands) -> None:
    hands.write("田仲")
    hands.line("Phone").setFocus()
    hands.write("09012345678")
    hands.until(lambda: ALIKE in hands.reads(hands.sheet))
    assert "田中 花子" in hands.reads(hands.sheet)
    hands.touch("Open this customer")
    assert hands.counter.customer_id == hands.till.ask(customers.find, "5678")[0].id
    assert hands.counter.sheet is None


def test_a_relative_with_the_same_phone_may_be_registered(hands: Hands) -> None:
    before = everybody(hands)
    hands.write("田仲")
    hands.line("Phone").setText("090-1234-5678")
    hands.key("Ctrl+Return")
    assert (everybody(hands), ALIKE in hands.reads(hands.sheet)) == (before, True)  # shown before somebody is made
    hands.key("Ctrl+Return")
    assert everybody(hands) == before + 1


WRONG = {
    ("Phone", "12"): "This is not a phone number.",
    ("Birthday", "2/30"): "This is not a date.",
    ("Birthday", "2031-02-14"): "This birthday lies in the future.",
    ("E-mail", "hanako"): "This is not an e-mail address.",
    ("Member card", "M9000001"): "This card already belongs to another customer.",
    ("Family name", "寿" * 61): "This is too long; at most 60 characters fit.",
}


@pytest.mark.parametrize(("field", "typed"), WRONG)
def test_what_is_wrong_is_told_under_its_field_and_stays(hands: Hands, field: str, typed: str) -> None:
    before = everybody(hands)
    hands.line("Family name").setText("佐々木")
    hands.line(field).setText(typed)
    hands.key("Ctrl+Return")
    assert WRONG[field, typed] in hands.line(field).accessibleDescription()
    assert WRONG[field, typed] in hands.reads(hands.sheet)
    assert (hands.line(field).text(), everybody(hands)) == (typed, before)
    assert hands.line(field).hasFocus()


def test_without_a_name_nobody_is_registered(hands: Hands) -> None:
    hands.line("Phone").setText("090-8888-7777")
    hands.key("Ctrl+Return")
    assert "Please enter a name or its reading." in hands.reads(hands.sheet)


@pytest.mark.parametrize("name", ["<b>太字</b><img src=x>", "محمد علي", "&amp; Söhne", "名\u200b前"])
def test_any_name_is_shown_as_it_is_written(hands: Hands, name: str) -> None:
    hands.write(name)
    hands.key("Ctrl+Return")
    card = hands.till.ask(customers.show, hands.counter.customer_id)
    assert card.family in hands.reads(hands.counter)
    hands.key("F6")
    assert card.family in hands.reads(hands.sheet)
    hands.key("Esc")
    hands.key("F2")
    assert hands.listed[0].startswith(card.family) or card.family in "".join(hands.listed)


def test_enter_walks_to_the_next_field(hands: Hands) -> None:
    hands.key("Return")
    assert hands.line("Given name").hasFocus()
    hands.key("Return")
    assert hands.line("Family name, reading").hasFocus()


BEGUN = "This was begun before and is back."


def test_what_was_begun_for_somebody_else_is_told_and_taken_away_by_one_touch(hands: Hands) -> None:
    hands.write("佐々木")
    hands.line("Phone").setText("090-8888-7777")
    begun = hands.sheet.op_id
    assert BEGUN not in hands.reads(hands.sheet)
    hands.key("Esc")
    hands.key("Ctrl+N")
    assert hands.line("Family name").text() == "佐々木"
    assert BEGUN in hands.reads(hands.sheet)
    hands.touch("Start afresh")
    assert BEGUN not in hands.reads(hands.sheet)
    assert [hands.line(name).text() for name in ("Family name", "Family name, reading", "Phone")] == ["", "", ""]
    assert hands.line("Family name").hasFocus()
    assert hands.sheet.op_id != begun
    hands.key("Esc")
    hands.key("Ctrl+N")
    assert hands.line("Family name").text() == ""
    hands.write("森")
    hands.key("Ctrl+Return")
    assert hands.till.ask(customers.find, "佐々木") == []


def test_what_was_typed_into_the_search_begins_the_sheet(hands: Hands) -> None:
    hands.write("佐々木")
    hands.key("Esc")
    for text, field in (("やまだ", "Family name, reading"), ("山田", "Family name"), ("080-1111-2222", "Phone")):
        hands.key("F2")
        hands.write(text)
        hands.key("Ctrl+N")
        assert (hands.line(field).text(), BEGUN in hands.reads(hands.sheet)) == (text, False)
        hands.key("Esc")


def test_the_button_begins_with_what_was_typed_too(hands: Hands) -> None:
    hands.key("Esc")
    hands.key("F2")
    hands.write("やまだ")
    hands.touch("New customer")
    assert hands.line("Family name, reading").text() == "やまだ"


def test_only_a_way_that_is_known_is_offered_as_the_best(hands: Hands) -> None:
    assert [hands.can_touch(name) for name in ("Phone", "E-mail", "Post")] == [False, False, True]
    hands.line("Phone").setFocus()
    hands.write("090-8888-7777")
    assert [hands.can_touch(name) for name in ("Phone", "E-mail")] == [True, False]
    assert hands.button("Phone").isChecked()
    hands.line("E-mail").setFocus()
    hands.write("y@example.jp")
    hands.touch("E-mail")
    hands.line("Family name").setFocus()
    hands.write("佐々木")
    hands.key("Ctrl+Return")
    assert hands.till.ask(customers.show, hands.counter.customer_id).channel == "email"


def test_a_sentence_below_one_field_does_not_push_its_neighbour_down(hands: Hands) -> None:
    hands.line("Family name").setText("佐々木")
    hands.line("Phone").setText("12")
    hands.key("Ctrl+Return")
    assert "This is not a phone number." in hands.reads(hands.sheet)
    tops = {hands.line(name).mapTo(hands.sheet, QPoint()).y() for name in ("Phone", "Member card")}
    assert len(tops) == 1
