"""English phrases stand for every form of their words, and nothing they may hold can explode."""

import pytest

from carepos.wording.english import Matcher
from carepos.wording.english_words import forms, sentences
from carepos.wording.rulepacks import Rule

WORDS = {
    "filler": ("really",),
    "thing": ("tray", "tea cup"),
    "recovery": ("let me",),
    "time": ("by # pm",),
    "turn": (",",),
}


def found(say: str, text: str, unless: str = "", rescue: str = "") -> list[str]:
    rule = Rule("x", "warn", "P02", "r", (say,), ("b",), ("n",), ("o",), (unless,) if unless else (), rescue)  # type: ignore[arg-type]
    return [text[start:end] for _, start, end in Matcher([rule], WORDS).find(text)]


@pytest.mark.parametrize(
    ("say", "text"),
    [
        ("can not", "Can't"),
        ("can not", "CANNOT"),
        ("can not", "can’t"),
        ("it is not", "It isn't"),
        ("be not", "Weren't"),
        ("break", "broken"),
        ("stop", "stopping"),
        ("apply", "applies"),
        ("we|they can", "They can"),
        ("have no <thing>", "had no tea cups"),
        ("have (got) no tray", "had no tray"),
        ("we do", "We really do"),
        ("late|at_fault", "at fault"),
        ("# minute", "five minutes"),
        ("we ... tray", "we sold our last tray"),
        ("^ no $", "No"),
        ("sorry , no", "sorry - no"),
        ("if you (have) -ed", "If you have lost"),
        ("if you (have) -ed", "If you opened"),
    ],
)
def test_a_phrase_finds(say: str, text: str) -> None:
    assert found(say, f"{text}.") == [text]


@pytest.mark.parametrize(
    ("say", "text"),
    [
        ("we can", "We. Can you?"),
        ("=sunday", "on Sundays"),
        ("^ no $", "There is no tray."),
        ("no $", "No tray."),
        ("we ... tray", "we sold our very last and best tray"),
        ("we *", "Do we?"),
        ("sorry no", "Sorry, no."),
        ("if you (have) -ed", "If you need, feed or are"),
    ],
)
def test_a_phrase_does_not_find(say: str, text: str) -> None:
    assert found(say, text) == []


def test_unless_counts_in_the_same_sentence_only() -> None:
    assert found("can not", "I can't wait. I can't.", unless="can not wait") == ["can't"]


@pytest.mark.parametrize(
    ("text", "rescued"),
    [
        ("I can't. Let me ask.", True),
        ("I can't. Well. Let me ask.", True),
        ("I can't. Well. Hm. Let me ask.", False),
        ("Let me ask. I can't.", True),
        ("I can't, by 5 pm it comes.", True),
        ("I can't by 5 pm.", False),
    ],
)
def test_an_alternative_or_a_time_close_by_mends_a_no(text: str, rescued: bool) -> None:
    assert (found("can not", text, rescue="recovery") == []) is rescued


def test_a_time_beside_a_vague_one_mends_it() -> None:
    assert found("soon", "Soon, by 5 pm.", rescue="time") == []
    assert found("soon", "Soon. Let me ask.", rescue="time") == ["Soon"]


def test_a_point_within_a_number_or_a_name_ends_no_sentence() -> None:
    assert len(sentences("It costs 3.50 at shop.example.com, Mr. Sato, at 5 p.m. sharp...")) == 1


def test_a_word_is_a_form_of_its_base() -> None:
    assert {"give", "carry", "stop", "be"} <= {
        base for word in ("gave", "carried", "stopped", "was") for base in forms(word)
    }
