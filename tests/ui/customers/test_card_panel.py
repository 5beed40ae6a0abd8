"""The card: the phone is hidden until asked for, and what is wrong is mended where it stands."""

import pytest
from hands import Hands

from carepos import customers
from ui.kit.chip import Chip


@pytest.fixture
def hanako(hands: Hands) -> str:
    """She stands at the counter."""
    return hands.open()


def notes(hands: Hands, who: str) -> set[str]:
    return {note.text for note in hands.till.ask(customers.notes, who)}


def test_the_phone_is_masked_until_asked(hands: Hands, hanako: str) -> None:
    assert "090-1234-5678" not in hands.reads()
    assert "5678" in hands.reads(hands.counter)
    hands.touch("Show contact")
    assert "090-1234-5678" in hands.reads(hands.counter)
    hands.touch("Hide contact")
    assert "090-1234-5678" not in hands.reads()


def test_the_next_customer_s_phone_is_masked_again(hands: Hands, hanako: str) -> None:
    hands.touch("Show contact")
    hands.open("4567")
    hands.open("5678")
    assert "090-1234-5678" not in hands.reads()


def test_a_wrong_note_is_mended_where_it_stands_and_undone(hands: Hands, hanako: str) -> None:
    hands.touch("深煎りがお好き")
    hands.key("Ctrl+A")
    hands.write("浅煎りがお好き")
    hands.key("Ctrl+Return")
    assert "浅煎りがお好き" in notes(hands, hanako)
    assert hands.can_touch("浅煎りがお好き")
    hands.key("Ctrl+Z")
    assert "深煎りがお好き" in notes(hands, hanako)
    assert hands.can_touch("深煎りがお好き")


def test_what_holds_no_longer_goes_from_the_card(hands: Hands, hanako: str) -> None:
    hands.touch("小麦アレルギー")
    hands.touch("It holds no longer")
    assert "小麦アレルギー" not in notes(hands, hanako)
    assert not hands.can_touch("小麦アレルギー")


def test_an_edited_phone_is_found_and_can_be_taken_back(hands: Hands, hanako: str) -> None:
    hands.touch("Edit customer")
    hands.line("Phone").setText("090-5555-4444")
    hands.key("Ctrl+Return")
    assert hands.till.ask(customers.find, "4444")[0].id == hanako
    hands.key("Ctrl+Z")
    assert hands.till.ask(customers.find, "4444") == []
    assert hands.till.ask(customers.show, hanako).phone == "09012345678"


@pytest.mark.parametrize(
    ("reach", "told"),
    [
        ({"phone": "080-1111-2222"}, "Prefers phone"),
        ({"phone": ""}, ""),
        ({"channel": "email"}, ""),
        ({"channel": "email", "email": "m@example.jp"}, "Prefers e-mail"),
        ({"channel": "none"}, "No contact, please"),
    ],
)
def test_a_way_to_reach_is_shown_only_where_there_is_one(hands: Hands, reach: dict[str, str], told: str) -> None:
    hands.window.open_customer(hands.till.do(customers.register, customers.Details("森", "樹", **reach)))
    hands.rest()
    chips = [chip.text() for chip in hands.counter.findChildren(Chip) if chip.isVisible()]
    assert [text for text in chips if text.startswith(("Prefers", "No contact"))] == ([told] if told else [])


def test_the_owner_erases_whom_asks_for_it_after_one_question(hands: Hands, hanako: str) -> None:
    hands.window.enter(hands.owner())
    hands.touch("Edit customer")
    hands.touch("Erase …")
    asked = hands.reads(hands.sheet)
    assert "cannot be taken back" in asked and "receipts" in asked
    hands.touch("Keep this customer")
    assert hands.till.ask(customers.show, hanako).family == "田中"
    hands.touch("Edit customer")
    hands.touch("Erase …")
    hands.key("Ctrl+Return")
    assert hands.done("exchange.erase") == 0, "no key erases"
    hands.touch("Edit customer")
    hands.touch("Erase …")
    hands.touch("Erase for good")
    assert hands.done("exchange.erase") == 1
    assert (hands.counter.customer_id, hands.counter.sheet) == ("", None)
    assert hands.toast.text() == "Erased. The books stay, without a name."
    assert "花子" not in hands.reads()
    assert [hit.given for hit in hands.till.ask(customers.find, "田中")] == ["一郎"]


def test_staff_are_not_offered_to_erase(hands: Hands, hanako: str) -> None:
    hands.touch("Edit customer")
    assert not hands.can_touch("Erase …")
