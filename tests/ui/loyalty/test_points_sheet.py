"""The points sheet: what it shows beforehand is what happens, once, and it can be taken back."""

import pytest
from hands import Hands

from carepos import loyalty

STORM = ("Return",) * 10 + ("Ctrl+Return",) * 10


@pytest.fixture
def hanako(hands: Hands) -> str:
    """She stands at the counter with 900 points, and the sheet is open."""
    who = hands.open()
    hands.key("F6")
    return who


def balance(hands: Hands, who: str) -> int:
    return hands.till.ask(loyalty.balance, who)


def test_f6_an_amount_and_enter_give_points(hands: Hands, hanako: str) -> None:
    hands.type("3240")
    assert "Then 932 pt" in hands.reads(hands.sheet)
    hands.key("Return")
    assert balance(hands, hanako) == 932
    assert hands.counter.sheet is None
    assert "932" in hands.toast.text()
    assert "932" in hands.reads(hands.counter)


def test_what_is_given_can_be_taken_back_by_undo(hands: Hands, hanako: str) -> None:
    hands.type("3240")
    hands.key("Return")
    hands.key("Ctrl+Z")
    assert balance(hands, hanako) == 900
    assert hands.toast.text() == "Taken back"


def test_a_press_storm_gives_once(hands: Hands, hanako: str) -> None:
    hands.type("10000")
    hands.press(*STORM)
    hands.rest()
    assert (hands.done("loyalty.earn"), balance(hands, hanako)) == (1, 1_000)


def test_esc_on_the_heels_of_enter_still_says_what_was_done(hands: Hands, hanako: str) -> None:
    """The sheet waits for the store; no draft of what was recorded comes back."""
    hands.type("5000")
    hands.press("Return", "Esc")
    hands.rest()
    assert (hands.counter.sheet, balance(hands, hanako)) == (None, 950)
    assert "950" in hands.toast.text()
    hands.key("F6")
    assert hands.sheet.fields() == {}


def test_points_are_used_down_to_what_the_preview_says(hands: Hands, hanako: str) -> None:
    hands.touch("Use")
    hands.type("150")
    assert "Then 750 pt" in hands.reads(hands.sheet)
    hands.touch("Use 150 pt")
    assert balance(hands, hanako) == 750


def test_the_keypad_types_into_the_amount(hands: Hands, hanako: str) -> None:
    for key in ("1", "2", "00", "Backspace"):
        hands.touch(key)
    assert hands.sheet.fields()["amount"] == "120"


def test_a_movement_is_taken_back_by_a_line_of_its_own(hands: Hands, hanako: str) -> None:
    hands.type("3240")
    hands.key("Return")
    hands.key("F6")
    hands.touch("Take back")
    hands.touch("Take back +32 pt")
    assert balance(hands, hanako) == 900
    assert hands.done("loyalty.undo") == 1


def test_a_receipt_counts_once(hands: Hands, hanako: str) -> None:
    hands.till.do(loyalty.earn, hanako, 1_000, "20261121-7777")
    hands.type("1000")
    receipt = hands.line("Receipt number")
    receipt.setText("20261121-7777")
    hands.key("Return")
    assert "Receipt 20261121-7777 has its points already." in hands.reads(hands.sheet)
    assert (receipt.text(), hands.sheet.fields()["amount"]) == ("20261121-7777", "1000")
    assert balance(hands, hanako) == 910


WRONG = {
    "1" + "0" * 15: "at most 1,000,000,000,000",
    "-500": "An amount cannot be below zero.",
    "abc": "Please enter an amount in digits.",
    "10.5": "Please enter whole yen.",
    "": "Please enter an amount in digits.",
}


@pytest.mark.parametrize("typed", WRONG)
def test_a_wrong_amount_is_told_under_its_field_and_stays(hands: Hands, hanako: str, typed: str) -> None:
    hands.write(typed)
    hands.key("Return")
    assert WRONG[typed] in hands.reads(hands.sheet)
    assert hands.line("Amount bought (with tax)").text() == typed
    assert hands.done("loyalty.earn") == 0


def test_more_than_there_is_cannot_be_used(hands: Hands, hanako: str) -> None:
    hands.touch("Use")
    hands.type("901")
    hands.key("Return")
    assert "There are 900 points." in hands.reads(hands.sheet)
    assert hands.sheet.fields()["points"] == "901"
    hands.key("Backspace")
    hands.key("Return")
    assert balance(hands, hanako) == 810


def test_only_the_owner_corrects_and_gives_the_reason(hands: Hands, hanako: str) -> None:
    assert not hands.can_touch("Correct (owner)")
    hands.key("Esc")
    hands.window.enter(hands.owner())
    hands.key("F6")
    hands.touch("Correct (owner)")
    hands.type("100")
    hands.key("Return")
    assert "Please give the reason in a few words." in hands.reads(hands.sheet)
    hands.line("Reason").setText("Stamp card")
    hands.key("Ctrl+Return")
    assert balance(hands, hanako) == 1_000
