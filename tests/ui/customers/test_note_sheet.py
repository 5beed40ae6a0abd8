"""Notes: one field and one touch; health facts only with consent."""

import pytest
from hands import Hands

from carepos import customers


@pytest.fixture
def minoru(hands: Hands) -> str:
    """He stands at the counter; nothing is known of him."""
    return hands.open("4567")


def kept(hands: Hands, who: str) -> list[tuple[str, str]]:
    return [(note.kind, note.text) for note in hands.till.ask(customers.notes, who)]


@pytest.mark.parametrize(("chip", "kind"), [("They told us", "told"), ("They like", "preference")])
def test_a_note_is_kept_once_and_taken_back(hands: Hands, minoru: str, chip: str, kind: str) -> None:
    hands.key("F7")
    hands.write("窓際の席がお好き")
    hands.touch(chip)
    hands.press(*("Ctrl+Return",) * 20)
    hands.rest()
    assert kept(hands, minoru) == [(kind, "窓際の席がお好き")]
    hands.key("Ctrl+Z")
    assert kept(hands, minoru) == []


def test_an_allergy_needs_consent(hands: Hands, minoru: str) -> None:
    hands.key("F7")
    hands.write("そばアレルギー")
    hands.touch("Allergy")
    hands.key("Ctrl+Return")
    assert "Health facts are kept only with the customer's consent." in hands.reads(hands.sheet)
    assert kept(hands, minoru) == []
    hands.touch("The customer agrees that we keep this")
    hands.key("Ctrl+Return")
    assert kept(hands, minoru) == [("allergy", "そばアレルギー")]
    assert hands.can_touch("そばアレルギー")


def test_an_empty_note_is_refused(hands: Hands, minoru: str) -> None:
    hands.key("F7")
    hands.write("　 ")
    hands.key("Ctrl+Return")
    assert "Please write something to keep." in hands.reads(hands.sheet)
    assert kept(hands, minoru) == []


def test_a_sheet_left_empty_leaves_no_draft_of_another_kind(hands: Hands, minoru: str) -> None:
    hands.key("F7")
    hands.write("x")
    hands.touch("Allergy")
    hands.sheet.setFocus()
    hands.key("Tab", "Ctrl+A", "Backspace")
    hands.key("Esc")
    hands.key("F7")
    hands.write("紅茶")
    hands.key("Ctrl+Return")
    assert kept(hands, minoru) == [("told", "紅茶")]


def test_a_draft_emptied_by_hand_does_not_come_back(hands: Hands, minoru: str) -> None:
    hands.key("F7")
    hands.write("書きかけ")
    hands.key("Esc")
    hands.key("F7")
    assert hands.sheet.fields()["text"] == "書きかけ"
    hands.key("Ctrl+A", "Backspace")
    hands.key("Esc")
    hands.key("F7")
    assert hands.sheet.fields() == {}
