"""What became of a saying teaches, and taking it back unteaches (P11, P13)."""

import datetime as dt
from collections.abc import Callable

import pytest
from shops import Clock, Till, refused

from carepos import wording
from carepos.database import new_id
from carepos.errors import NotFound
from carepos.wording import memory
from carepos.wording.order import Count

LINES = ("regular-1", "regular-2", "regular-3")


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


def counts(till: Till, who: str) -> dict[str, Count]:
    """What was learnt, to three places."""
    found = till.ask(memory.recall, who, "regular").counts
    rounded = {line: Count(round(one.picked, 3), round(one.passed, 3)) for line, one in found.items()}
    return {line: one for line, one in rounded.items() if one != Count()}


def barred(till: Till, who: str) -> frozenset[str]:
    return till.ask(memory.recall, who, "regular").barred


def test_what_was_said_after_all_is_learnt_again_once(till: Till, who: str) -> None:
    said = till.do(wording.say, who, "regular", LINES[1], "どうも", LINES)
    learnt = counts(till, who)
    till.do(wording.withdraw, said)
    for _ in range(2):
        till.do(wording.reinstate, said)
        assert counts(till, who) == learnt


def test_only_lines_above_the_one_said_are_passed_over(till: Till, who: str) -> None:
    till.do(wording.say, who, "regular", LINES[1], "どうも", LINES)
    assert counts(till, who) == {LINES[0]: Count(0, 1), LINES[1]: Count(1, 0)}
    till.do(wording.say, who, "regular", "regular-9", "どうも", LINES)
    assert counts(till, who)["regular-9"] == Count(1, 0), "one that was not shown passes nobody over"


def test_taking_it_back_forgets_what_was_learnt(till: Till, who: str, clock: Clock) -> None:
    said = till.do(wording.say, who, "regular", LINES[1], "どうも", LINES)
    till.do(wording.judge, said, True)
    clock.forward(days=30)
    till.do(wording.withdraw, said)
    assert (counts(till, who), barred(till, who)) == ({}, frozenset())
    till.do(wording.withdraw, said)
    till.do(wording.judge, said, False)
    assert counts(till, who) == {}


def test_whether_it_pleased_counts_double_and_can_be_taken_back(till: Till, who: str) -> None:
    said = till.do(wording.say, who, "regular", LINES[0], "どうも")
    till.do(wording.judge, said, True)
    assert counts(till, who) == {LINES[0]: Count(3, 0)}
    till.do(wording.judge, said, False)
    assert counts(till, who) == {LINES[0]: Count(1, 2)}
    till.do(wording.judge, said, None)
    assert counts(till, who) == {LINES[0]: Count(1, 0)}


def test_put_off_is_for_today_and_for_this_customer(
    till: Till, who: str, make_customer: Callable[..., str], clock: Clock
) -> None:
    other = make_customer(family="森")
    shown = till.ask(wording.suggest, who, "ja", "佐藤", "regular").sayings
    put_off = till.do(wording.pass_over, who, "regular", shown[0].line)
    again = till.ask(wording.suggest, who, "ja", "佐藤", "regular").sayings
    assert shown[0].line not in {saying.line for saying in again}
    assert barred(till, other) == frozenset()
    assert counts(till, who) == {shown[0].line: Count(0, 1)}
    till.do(wording.withdraw, put_off)
    assert till.ask(wording.suggest, who, "ja", "佐藤", "regular").sayings == shown
    till.do(wording.pass_over, who, "regular", shown[0].line)
    clock.forward(days=1)
    assert barred(till, who) == frozenset()


def test_the_reason_is_told_in_numbers(till: Till, who: str, clock: Clock) -> None:
    for _ in range(2):
        till.do(wording.say, who, "regular", LINES[2], "どうも", LINES)
    till.do(wording.say, who, "regular", LINES[0], "どうも", LINES)
    clock.forward(days=3)
    found = till.ask(wording.suggest, who, "ja", "佐藤", "regular").sayings
    told = {one.line: (one.chosen, one.offered, one.rested_days) for one in found}
    known = {LINES[0]: (1, 3, 3), LINES[1]: (0, 2, None), LINES[2]: (2, 2, 3)}
    assert told.items() <= (dict.fromkeys(told, (0, 0, None)) | known).items()
    assert LINES[0] not in told, "heard last"


def test_the_time_line_shows_what_was_said_and_written_but_not_what_was_put_off(
    till: Till, who: str, clock: Clock
) -> None:
    till.do(wording.say, who, "regular", LINES[0], "どうも")
    till.do(wording.say, who, "regular", LINES[1], "まいど", (), True)
    till.do(wording.pass_over, who, "regular", LINES[2])
    till.do(wording.write, who, "letter", "defective", "お詫び\n申し上げます。")
    entries = till.ask(wording.history, who, clock.now + dt.timedelta(days=1), 9)
    assert sorted((one.kind, one.text) for one in entries) == [
        ("changed", "まいど"), ("letter", "お詫び\n申し上げます。"), ("said", "どうも"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text", "rule"),
    [("note", " ", "note.empty"), ("note", "あ" * 4001, "text.too_long"), ("mail", "どうも", "choice.unknown")],
)
def test_what_cannot_be_kept_as_written_is_refused(till: Till, who: str, kind: str, text: str, rule: str) -> None:
    with refused(rule):
        till.do(wording.write, who, kind, "thank_note", text)


def test_a_saying_nobody_remembers_cannot_be_judged(till: Till) -> None:
    with pytest.raises(NotFound) as caught:
        till.do(wording.judge, new_id(), True)
    assert caught.value.rule == "said.not_found"
