"""One-touch ratings, and what a bad one sets in motion (P05, P12)."""

import datetime as dt
from collections.abc import Callable

import pytest
from shops import START, TOKYO, Clock, Till, refused

from carepos import feedback, promises

LATER = START + dt.timedelta(days=1)


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


@pytest.mark.principle("P12")
@pytest.mark.parametrize(("score", "opened"), [(1, 1), (2, 1), (3, 0), (4, 0), (5, 0)])
def test_a_bad_mark_promises_a_follow_up_by_itself(till: Till, who: str, score: int, opened: int) -> None:
    till.do(feedback.rate, who, score, " 待った ", "電話でうかがう")
    promised = till.ask(promises.of_customer, who)
    noon = dt.datetime(2026, 11, 22, 12, 0, tzinfo=TOKYO)
    assert [(one.text, one.due_at) for one in promised] == [("電話でうかがう", noon)] * opened
    assert [(one.score, one.words) for one in till.ask(feedback.history, who, LATER, 9)] == [(score, "待った")]


def test_after_midnight_the_next_day_is_still_to_come(till: Till, who: str, clock: Clock) -> None:
    clock.now = dt.datetime(2026, 11, 22, 2, 30, tzinfo=TOKYO)
    till.do(feedback.rate, who, 1, "", "電話でうかがう")
    (promised,) = till.ask(promises.of_customer, who)
    assert promised.due_at == dt.datetime(2026, 11, 22, 12, 0, tzinfo=TOKYO)


@pytest.mark.parametrize("score", [-1, 0, 6, 10**15])
def test_a_mark_goes_from_1_to_5(till: Till, who: str, score: int) -> None:
    with refused("rating.range"):
        till.do(feedback.rate, who, score, "", "")


def test_a_rating_is_no_survey(till: Till, who: str) -> None:
    with refused("text.too_long"):
        till.do(feedback.rate, who, 5, "長" * 501, "")


def test_a_bad_mark_without_a_follow_up_is_not_taken(till: Till, who: str) -> None:
    with refused("promise.empty"):
        till.do(feedback.rate, who, 1, "待った", "")
    assert till.ask(feedback.history, who, LATER, 9) == []


def test_a_touch_by_mistake_is_taken_back_but_its_follow_up_stays(till: Till, who: str) -> None:
    touched = till.do(feedback.rate, who, 2, "", "電話でうかがう")
    till.do(feedback.withdraw, touched)
    assert till.ask(feedback.history, who, LATER, 9) == till.ask(feedback.of_day, START.date()) == []
    assert len(till.ask(promises.of_customer, who)) == 1
    till.do(feedback.reinstate, touched)
    assert [one.score for one in till.ask(feedback.history, who, LATER, 9)] == [2]


def test_ratings_of_a_shops_day(till: Till, who: str, clock: Clock) -> None:
    border = dt.datetime(2026, 11, 22, 4, 0, tzinfo=TOKYO)
    for moment, score in ((START, 5), (border - dt.timedelta(seconds=1), 4), (border, 3)):
        clock.now = moment
        till.do(feedback.rate, who, score, "", "")
    assert [one.score for one in till.ask(feedback.of_day, START.date())] == [5, 4]
