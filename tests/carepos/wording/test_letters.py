"""Letters, notes and telephone scripts: of true facts and written lines, with tact, sent by nobody."""

from collections.abc import Callable

import pytest
from shops import Clock, Till, refused

from carepos import purchases, wording
from carepos.wording import packs

LANGUAGES = ("ja", "en")


@pytest.fixture
def who(till: Till, make_customer: Callable[..., str]) -> str:
    """田中様, who bought tea."""
    who = make_customer()
    till.do(purchases.record, who, 900, "R1", None, (purchases.Line("ほうじ茶", 1000, 900),))
    return who


def moves(language: str, situation: str, lines: tuple[str, ...]) -> list[str]:
    known = {line.id: line for line in packs.situations(language)[situation].lines}
    return [move for line in lines for move in known[line].moves]


@pytest.mark.principle("P14")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thank_you_note_is_made_of_written_lines_with_its_names(till: Till, who: str, language: str) -> None:
    note = till.ask(wording.thank_you, who, language, "佐藤")
    written = {line.id for line in packs.situations(language)["thank_note"].lines if line.channel == "written"}
    assert note.lines
    assert set(note.lines) <= written
    assert "thank" in moves(language, "thank_note", note.lines)
    assert note.greeting in note.text and note.body in note.text and "みなも" in note.signature
    assert ("田中様" if language == "ja" else "Tanaka-san") in note.greeting
    assert not set("{}") & set(note.subject + note.text)


@pytest.mark.principle("P13")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_makes_a_move_twice(till: Till, who: str, language: str) -> None:
    for situation, _ in wording.situations(language):
        letter = till.ask(wording.letter, who, language, "佐藤", situation)
        made = moves(language, situation, letter.lines)
        assert made.count("apologise") <= 1, situation
        assert len(letter.lines) == 1 or len(made) == len(set(made)), situation
        assert letter.subject
        assert not set("{}") & set(letter.subject + letter.text)


@pytest.mark.principle("P47")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_season_is_greeted_and_kept_silent_in_grave_letters(
    till: Till, who: str, language: str, clock: Clock
) -> None:
    openings = packs.fact_words(language)["greeting"]
    for month in range(1, 13):
        clock.now = clock.now.replace(month=month)
        assert till.ask(wording.letter, who, language, "佐藤", "regular").season in openings[str(month)]
    for grave in ("condolence", "our_mistake", "faulty_notice"):
        assert till.ask(wording.letter, who, language, "佐藤", grave).season == ""
    assert till.ask(wording.thank_you, who, language, "佐藤").season == ""


def test_a_letter_speaks_the_customers_own_language(till: Till, make_customer: Callable[..., str]) -> None:
    emma = make_customer(family="Wilson", given="Emma", language="en")
    assert till.ask(wording.letter, emma, "", "佐藤", "regular").greeting == "Dear Emma,"


@pytest.mark.principle("P46")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_script_has_what_to_say_and_the_eleven_cues(till: Till, who: str, language: str) -> None:
    script = till.ask(wording.script, who, language, "佐藤")
    assert script.lines
    assert {line.channel for line in packs.situations(language)["phone"].lines} == {"phone"}
    assert len(script.cues) == 11
    assert till.ask(wording.script, who, language, "佐藤", "delivery_late").cues == script.cues


def test_of_a_situation_there_is_not_nothing_can_be_written(till: Till, who: str) -> None:
    with refused("situation.unknown"):
        till.ask(wording.letter, who, "ja", "佐藤", "weather")


@pytest.mark.principle("P46")
@pytest.mark.parametrize("language", LANGUAGES)
def test_after_hours_a_call_is_still_owned_and_answered_with_a_time(
    till: Till, who: str, language: str, clock: Clock
) -> None:
    clock.forward(hours=7)
    script = till.ask(wording.script, who, language, "佐藤")
    assert {"thank", "own", "commit"} <= set(moves(language, "phone", tuple(one.line for one in script.lines)))
