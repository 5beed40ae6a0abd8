"""The owner's evening: a made-up day in numbers, what to look at, and the word for tomorrow (P50, P56)."""

import datetime as dt
from collections.abc import Callable

import pytest
from shops import OWNER_ID, START, TOKYO, Clock, Till, refused

from carepos import complaints, daybook, feedback, loyalty, promises, purchases
from carepos.complaints import Account, Pledge

TODAY = START.date()
BORDER = dt.datetime(2026, 11, 22, 4, 0, tzinfo=TOKYO)
MOMENT = dt.timedelta(microseconds=1)


@pytest.fixture
def hayashi(make_customer: Callable[..., str]) -> str:
    return make_customer(family="林")


@pytest.fixture
def mori(make_customer: Callable[..., str]) -> str:
    return make_customer(family="森")


@pytest.fixture
def day(till: Till, office: Till, hayashi: str, mori: str, clock: Clock) -> daybook.Day:
    """A Saturday from 14:00 to its end at 04:00; some things belong to the days around it."""
    clock.now = START - dt.timedelta(days=3)
    till.do(loyalty.earn, hayashi, 500, "before")
    early = till.do(promises.make, hayashi, "取り置く", START + dt.timedelta(hours=1))
    late = till.do(promises.make, mori, "電話する", START + dt.timedelta(hours=2))
    clock.now = START
    till.do(loyalty.earn, hayashi, 900, "R1")
    till.do(loyalty.spend, hayashi, 5)
    till.do(promises.keep, early)
    clock.forward(minutes=4)
    till.do(complaints.record, mori, Account("割れた"), Pledge("替わりを探す", BORDER + dt.timedelta(1)), START)
    till.do(complaints.record, mori, Account("待った"))
    clock.now = START + dt.timedelta(hours=3)
    till.do(promises.keep, late)
    office.do(loyalty.adjust, mori, 30, "レジの誤り")
    till.do(feedback.rate, hayashi, 5, "", "")
    clock.now = BORDER - MOMENT
    till.do(loyalty.earn, mori, 1_000, "R2")
    till.do(feedback.rate, mori, 2, "待った", "電話でうかがう")
    clock.now = BORDER
    till.do(loyalty.earn, mori, 7_000, "after")
    till.do(feedback.rate, mori, 4, "", "")
    till.do(complaints.record, mori, Account("翌日のこと"))
    return office.ask(daybook.day_notes, TODAY)


@pytest.mark.principle("P50")
def test_the_tiles_count_the_shops_day_to_its_last_moment(day: daybook.Day) -> None:
    assert day.sales == purchases.DaySales(customers=2, returning=1, yen=1_900)
    assert day.points == loyalty.DayPoints(given=9 + 10 + 30, used=5, outstanding=5 + 9 - 5 + 30 + 10 + 70)
    assert (day.complaints, day.minutes_to_answer) == (2, 4.0)
    assert day.kept == promises.Share(due=2, kept=1)
    assert (day.ratings, day.mean_rating) == (2, 3.5)


@pytest.mark.principle("P56")
def test_the_owner_sees_in_order_what_wants_a_look(day: daybook.Day) -> None:
    told = [(entry.customer.family, type(entry.subject).__name__, entry.needs_look) for entry in day.entries]
    assert [entry.at for entry in day.entries] == sorted(entry.at for entry in day.entries)
    assert sorted(told) == [
        ("林", "Promised", False),
        ("林", "Rated", False),
        ("森", "Case", True),
        ("森", "Case", True),
        ("森", "PointsEntry", True),
        ("森", "Promised", False),
        ("森", "Promised", False),
        ("森", "Promised", True),
        ("森", "Rated", True),
    ]


def test_a_day_without_anything_is_told_without_numbers(office: Till) -> None:
    empty = office.ask(daybook.day_notes, TODAY)
    assert (empty.minutes_to_answer, empty.mean_rating, empty.entries) == (None, None, ())
    assert empty.kept == promises.Share(0, 0)


def test_today_counts_only_promises_whose_hour_has_come(till: Till, office: Till, hayashi: str, clock: Clock) -> None:
    till.do(promises.make, hayashi, "電話する", START + dt.timedelta(hours=1))
    assert office.ask(daybook.day_notes, TODAY).kept == promises.Share(0, 0)
    clock.forward(hours=2)
    assert office.ask(daybook.day_notes, TODAY).kept == promises.Share(1, 0)


def test_what_waits_for_the_owner_stays_until_decided(till: Till, office: Till, mori: str, clock: Clock) -> None:
    asked = till.do(complaints.record, mori, Account("返してほしい", goodwill="ask_owner"))
    clock.forward(days=3)
    (entry,) = office.ask(daybook.day_notes, TODAY + dt.timedelta(days=3)).entries
    assert (entry.subject, entry.needs_look) == (office.ask(complaints.waiting)[0], True)
    office.do(complaints.decide, asked.id, True, "")
    assert office.ask(daybook.day_notes, TODAY + dt.timedelta(days=3)).entries == ()


def test_the_owners_word_is_for_the_next_opening(till: Till, office: Till, clock: Clock) -> None:
    office.do(daybook.set_words, TODAY, " 明日は棚卸し ")
    assert till.ask(daybook.owner_words) == ""
    clock.now = BORDER
    assert till.ask(daybook.owner_words) == "明日は棚卸し"
    clock.forward(days=7)
    assert till.ask(daybook.owner_words) == ""
    with refused("text.too_long"):
        office.do(daybook.set_words, TODAY, "長" * 501)


def test_a_day_is_confirmed_by_the_owner_and_may_be_reopened(office: Till, clock: Clock) -> None:
    office.do(daybook.set_words, TODAY, "よい一日")
    office.do(daybook.confirm, TODAY)
    read = office.ask(daybook.day_notes, TODAY)
    assert (read.words, read.confirmed_at, read.confirmed_by) == ("よい一日", START, OWNER_ID)
    office.do(daybook.reopen, TODAY)
    assert office.ask(daybook.day_notes, TODAY).confirmed_at is None
    with refused("day.future"):
        office.do(daybook.confirm, TODAY + dt.timedelta(days=1))


def test_the_last_day_with_something_in_it_asks_to_be_confirmed(
    till: Till, office: Till, hayashi: str, clock: Clock
) -> None:
    assert office.ask(daybook.unconfirmed) is None
    clock.forward(days=3)
    assert office.ask(daybook.unconfirmed) == TODAY
    office.do(daybook.confirm, TODAY)
    assert office.ask(daybook.unconfirmed) is None
