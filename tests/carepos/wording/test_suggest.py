"""What is worth saying now: true facts only, never the same twice running (P09, P13, P20)."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from shops import START, Clock, Till, refused

from carepos import complaints, customers, loyalty, promises, purchases, wording
from carepos.wording import packs, rules
from carepos.wording.packs import Line

LANGUAGES = ("ja", "en")
SITUATIONS = [name for name, _ in wording.situations("ja")]


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    """田中様, of whom nothing else is known."""
    return make_customer()


@pytest.fixture
def known(till: Till, office: Till, who: str) -> str:
    """田中様, of whom everything is known that a saying can tell."""
    till.do(loyalty.earn, who, 900, "R0", START - dt.timedelta(days=3))
    till.do(purchases.record, who, 900, "R1", START - dt.timedelta(days=2), (purchases.Line("ほうじ茶", 1000, 900),))
    till.do(customers.add_note, who, "told", "来月、息子さんの引っ越し。")
    till.do(customers.add_note, who, "preference", "香ばしいもの")
    till.do(promises.make, who, "急須を取り置く", START + dt.timedelta(days=1))
    till.do(complaints.record, who, complaints.Account("割れた", "goods"))
    office.do(loyalty.open_balance, who, 120, dt.date(2026, 12, 31))
    return who


def lines(language: str, situation: str) -> dict[str, Line]:
    return {line.id: line for line in packs.situations(language)[situation].lines}


def suggestions(till: Till, who: str, language: str) -> list[wording.Suggestion]:
    """What is worth saying in every situation there is."""
    with till.shop.reading(till.actor) as tx:
        return [wording.suggest(tx, who, language, "佐藤", situation) for situation in SITUATIONS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_of_what_is_not_known(till: Till, who: str, language: str) -> None:
    told = {"customer", "staff", "shop", "to_next", "reward", "closing_time", "next_open"}
    for suggestion in suggestions(till, who, language):
        assert suggestion.sayings, f"nothing to say: {suggestion.situation}"
        for saying in suggestion.sayings:
            assert lines(language, suggestion.situation)[saying.line].needs <= told
            assert not re.search(r"[{}]", saying.text + saying.promise)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_to_four_lines_that_begin_differently(till: Till, known: str, language: str) -> None:
    for suggestion in suggestions(till, known, language):
        begun = {saying.moves[0] for saying in suggestion.sayings}
        assert 2 <= len(suggestion.sayings) <= 4, suggestion.situation
        assert len(begun) >= min(len(suggestion.sayings), 2), suggestion.situation


def test_spans_mark_the_facts_in_the_text(till: Till, known: str) -> None:
    facts = {"田中様", "佐藤", "みなも", "お品", "急須を取り置く"}
    sayings = till.ask(wording.suggest, known, "ja", "佐藤", "open_complaint").sayings
    marked = {saying.text[start:end] for saying in sayings for start, end in saying.spans}
    assert marked
    assert {one for one in marked if not one[0].isdigit()} <= facts | {"明日14時"}


@pytest.mark.principle("P13")
def test_the_line_heard_last_is_not_said_again(till: Till, known: str, clock: Clock) -> None:
    for situation in SITUATIONS:
        first = till.ask(wording.suggest, known, "ja", "佐藤", situation).sayings[0]
        till.do(wording.say, known, situation, first.line, first.text)
        clock.forward(seconds=1)
        again = till.ask(wording.suggest, known, "ja", "佐藤", situation).sayings
        assert first.line not in {saying.line for saying in again}


def test_what_was_not_said_after_all_may_be_said(till: Till, known: str) -> None:
    before = till.ask(wording.suggest, known, "ja", "佐藤")
    said = till.do(wording.say, known, before.situation, before.sayings[0].line, before.sayings[0].text)
    assert till.ask(wording.suggest, known, "ja", "佐藤") != before
    till.do(wording.withdraw, said)
    assert till.ask(wording.suggest, known, "ja", "佐藤") == before


def test_the_same_all_day_and_not_for_ever(till: Till, who: str, clock: Clock) -> None:
    first = till.ask(wording.suggest, who, "ja", "佐藤", "farewell")
    clock.forward(minutes=1)
    assert till.ask(wording.suggest, who, "ja", "佐藤", "farewell") == first
    days = []
    for _ in range(12):
        clock.forward(days=1)
        days.append(tuple(saying.line for saying in till.ask(wording.suggest, who, "ja", "佐藤", "farewell").sayings))
    assert len(set(days)) > 1


@pytest.mark.principle("P20")
@pytest.mark.parametrize(
    ("open_complaint", "visits", "days_since", "days_between", "situation"),
    [
        (True, 0, None, None, "open_complaint"),
        (True, 9, 400, 7.0, "open_complaint"),
        (False, 0, None, None, "new_face"),
        (False, 1, 0, None, "regular"),
        (False, 1, 120, None, "regular"),
        (False, 1, 121, None, "long_unseen"),
        (False, 2, 120, 7.0, "regular"),
        (False, 2, 121, 7.0, "long_unseen"),
        (False, 3, 45, 7.0, "regular"),
        (False, 3, 46, 7.0, "long_unseen"),
        (False, 9, 60, 30.0, "regular"),
        (False, 9, 61, 30.0, "long_unseen"),
    ],
)
def test_the_situation_follows_their_own_rhythm(
    open_complaint: bool, visits: int, days_since: int | None, days_between: float | None, situation: str
) -> None:
    assert rules.propose(open_complaint, visits, days_since, days_between) == situation


def test_the_card_proposes_the_situation(till: Till, who: str, clock: Clock) -> None:
    def proposed() -> str:
        return till.ask(wording.suggest, who, "ja", "佐藤").situation

    assert proposed() == "new_face"
    till.do(purchases.record, who, 900, "R1")
    assert proposed() == "regular"
    clock.forward(days=121)
    assert proposed() == "long_unseen"
    case = till.do(complaints.record, who, complaints.Account("割れた"))
    assert proposed() == "open_complaint"
    till.do(complaints.solve, case.id)
    assert proposed() == "long_unseen"


@pytest.mark.parametrize(
    ("details", "language", "called"),
    [
        ({"family": "田中", "family_kana": "たなか"}, "ja", "田中様"),
        ({"family": "田中", "honorific": "さん"}, "ja", "田中さん"),
        ({"family": "Smith", "given": "Zoë"}, "ja", "Smith様"),
    ],
)
def test_they_are_called_as_they_wish(
    till: Till, make_customer: Callable[..., str], details: dict[str, str], language: str, called: str
) -> None:
    who = make_customer(**details)
    texts = "".join(saying.text for one in suggestions(till, who, language) for saying in one.sayings)
    assert called in texts


def test_a_promise_already_late_is_not_offered_as_a_fact(till: Till, who: str, clock: Clock) -> None:
    till.do(promises.make, who, "急須を取り置く", START + dt.timedelta(hours=1))
    assert "急須" in repr(suggestions(till, who, "ja"))
    clock.forward(hours=2)
    assert "急須" not in repr(suggestions(till, who, "ja"))


def test_after_closing_nobody_is_told_todays_hours(till: Till, who: str, clock: Clock) -> None:
    clock.now = START.replace(hour=20)
    for suggestion in suggestions(till, who, "ja"):
        for saying in suggestion.sayings:
            assert "closing_time" not in lines("ja", suggestion.situation)[saying.line].needs


@pytest.mark.parametrize(
    ("hours", "said"),
    [(1, "本日15時"), (1.5, "本日15時30分"), (24, "明日14時"), (48, "11月23日14時")],
)
def test_a_time_is_said_as_people_say_it(hours: float, said: str) -> None:
    words = packs.fact_words("ja")
    assert rules.moment(words, START + dt.timedelta(hours=hours), START.date()) == said


@pytest.mark.principle("P37")
@pytest.mark.parametrize("register", ["formal", "friendly"])
def test_each_customer_is_spoken_to_at_their_distance(
    till: Till, make_customer: Callable[..., str], register: str
) -> None:
    who = make_customer(family="田中", register=register)
    for language in LANGUAGES:
        for suggestion in suggestions(till, who, language):
            known = lines(language, suggestion.situation)
            assert {known[saying.line].register for saying in suggestion.sayings} <= {"", register}


@pytest.mark.principle("P37")
@pytest.mark.parametrize(("language", "spoken"), [("ja", "ja"), ("en", "en"), ("other", "en")])
def test_the_customers_own_language_can_be_asked_for(
    till: Till, make_customer: Callable[..., str], language: str, spoken: str
) -> None:
    who = make_customer(family="田中", language=language)
    assert till.ask(wording.suggest, who, "", "佐藤").language == spoken


@pytest.mark.parametrize("channel", packs.CHANNELS)
def test_a_channel_gets_its_own_lines_and_else_those_there_are(till: Till, who: str, channel: str) -> None:
    for situation in SITUATIONS:
        known = lines("ja", situation)
        found = till.ask(lambda tx, name=situation: wording.suggest(tx, who, "ja", "佐藤", name, channel=channel))
        channels = {line.channel for line in known.values()}
        assert {known[saying.line].channel for saying in found.sayings} <= ({channel} & channels or channels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fact_the_clerk_types_brings_its_lines_first(till: Till, who: str, language: str) -> None:
    plain = till.ask(wording.suggest, who, language, "佐藤", "wait")
    assert "minutes" in plain.askable
    assert "17" not in "".join(saying.text for saying in plain.sayings)
    asked = {"minutes": " 17 ", "price": "", "secret": "x"}
    told = till.ask(lambda tx: wording.suggest(tx, who, language, "佐藤", "wait", asked=asked))
    assert "17" in told.sayings[0].text
    assert "minutes" not in told.askable


def test_what_there_is_not_is_refused(till: Till, who: str) -> None:
    with refused("situation.unknown"):
        till.ask(wording.suggest, who, "ja", "佐藤", "weather")
    with refused("choice.unknown"):
        till.ask(lambda tx: wording.suggest(tx, who, "ja", "佐藤", channel="fax"))


@pytest.mark.principle("P51")
def test_need_finding_questions_come_with_the_situation(till: Till, who: str) -> None:
    assert till.ask(wording.suggest, who, "ja", "佐藤", "new_face").questions


def test_a_line_that_fails_the_check_as_it_would_be_said_gives_way(office: Till, who: str, clock: Clock) -> None:
    """The shipped lines are proved by a test; what the owner writes is checked when it is about to be proposed."""
    for text in ("Thank you, see you again soon.", "Calm down, please."):
        office.do(wording.add_line, "en", "farewell", wording.Wording(text, ("thank",)))
    for _ in range(30):
        clock.forward(days=1)
        found = office.ask(wording.suggest, who, "en", "Sato", "farewell")
        assert len(found.sayings) >= 2
        assert "Calm down, please." not in {saying.text for saying in found.sayings}


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("ja", "1,200円", "急須は1,200円です。"),
        ("ja", "１２００", "急須は１２００円です。"),
        ("ja", "¥1,200", "急須は1,200円です。"),
        ("en", "1,200円", "For ¥1,200 you get 急須."),
        ("en", "£12", "For £12 you get 急須."),
    ],
)
def test_a_price_is_said_with_its_unit_once(till: Till, who: str, language: str, typed: str, said: str) -> None:
    asked = {"price": typed, "item": "急須", "similar_item": "湯のみ"}
    found = till.ask(lambda tx: wording.suggest(tx, who, language, "佐藤", "price", asked=asked))
    assert any(saying.text.startswith(said) for saying in found.sayings), [one.text for one in found.sayings]
