"""What was promised, to whom, by when: kept, moved with a reason, handed over (P49)."""

import datetime as dt
from collections.abc import Callable

import pytest
from shops import CLERK_ID, COLLEAGUE_ID, START, TOKYO, Clock, Till, refused

from carepos import customers, promises
from carepos.errors import NotFound
from carepos.promises import Counts, Share

TONIGHT, TOMORROW = START.replace(hour=18), START + dt.timedelta(days=1)


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


@pytest.fixture
def promise(till: Till, who: str) -> str:
    return till.do(promises.make, who, "急須の替わりを電話で知らせる", TOMORROW)


def next_due(till: Till) -> dt.datetime | None:
    (hit,) = till.ask(customers.find, "たなか")
    return hit.next_due


@pytest.mark.principle("P04")
def test_a_promise_has_its_words_its_hour_and_its_holder(till: Till, who: str, promise: str) -> None:
    (made,) = till.ask(promises.of_customer, who)
    assert (made.id, made.text, made.due_at) == (promise, "急須の替わりを電話で知らせる", TOMORROW)
    assert (made.holder_id, made.state, made.made_at, made.kept_at) == (CLERK_ID, "open", START, None)


@pytest.mark.parametrize(
    ("text", "due", "rule"),
    [
        ("", TOMORROW, "promise.empty"),
        (" \n\t　", TOMORROW, "promise.empty"),
        ("長" * 201, TOMORROW, "text.too_long"),
        ("電話する", START, "promise.past"),
        ("電話する", START - dt.timedelta(seconds=1), "promise.past"),
        ("電話する", START + dt.timedelta(days=732), "date.far"),
    ],
)
def test_a_promise_nobody_could_keep_is_refused(till: Till, who: str, text: str, due: dt.datetime, rule: str) -> None:
    with refused(rule):
        till.do(promises.make, who, text, due)
    assert till.ask(promises.of_customer, who) == []
    assert next_due(till) is None


def test_the_soonest_open_promise_stands_beside_the_customer(till: Till, who: str, promise: str) -> None:
    assert next_due(till) == TOMORROW
    sooner = till.do(promises.make, who, "取り置く", TONIGHT)
    assert next_due(till) == TONIGHT
    till.do(promises.keep, sooner)
    assert next_due(till) == TOMORROW
    till.do(promises.reopen, sooner)
    assert next_due(till) == TONIGHT
    till.do(promises.move, sooner, TOMORROW + dt.timedelta(days=2), "入荷が遅れる")
    assert next_due(till) == TOMORROW
    till.do(promises.withdraw, promise)
    till.do(promises.withdraw, sooner)
    assert next_due(till) is None


def test_a_closed_promise_is_kept_moved_or_handed_over_by_nobody(till: Till, promise: str) -> None:
    till.do(promises.keep, promise)
    with refused("promise.closed"):
        till.do(promises.keep, promise)
    with refused("promise.closed"):
        till.do(promises.withdraw, promise)
    with refused("promise.closed"):
        till.do(promises.move, promise, TOMORROW, "もう一度")
    with refused("promise.closed"):
        till.do(promises.hand_over, promise, COLLEAGUE_ID, "早番")


def test_a_slip_is_taken_back(till: Till, who: str, promise: str) -> None:
    till.do(promises.keep, promise)
    till.do(promises.reopen, promise)
    (open_again,) = till.ask(promises.of_customer, who)
    assert (open_again.state, open_again.kept_at) == ("open", None)


def test_a_new_time_needs_its_reason_and_lies_ahead(till: Till, who: str, promise: str) -> None:
    with refused("reason.missing"):
        till.do(promises.move, promise, TOMORROW + dt.timedelta(1), " ")
    with refused("promise.past"):
        till.do(promises.move, promise, START, "早める")
    assert till.ask(promises.of_customer, who)[0].due_at == TOMORROW
    assert till.ask(promises.moves, promise) == []


@pytest.mark.principle("P32")
def test_a_colleague_takes_it_over_with_its_story(till: Till, who: str, promise: str, clock: Clock) -> None:
    later = TOMORROW + dt.timedelta(days=1)
    till.do(promises.move, promise, later, "入荷が遅れる")
    clock.forward(minutes=5)
    till.do(promises.hand_over, promise, COLLEAGUE_ID, "早番のため")
    (handed,) = till.ask(promises.of_customer, who)
    assert (handed.holder_id, handed.due_at) == (COLLEAGUE_ID, later)
    told = [(one.was_due_at, one.due_at, one.holder_id, one.reason) for one in till.ask(promises.moves, promise)]
    assert told == [(TOMORROW, later, CLERK_ID, "入荷が遅れる"), (later, later, COLLEAGUE_ID, "早番のため")]
    with refused("reason.missing"):
        till.do(promises.hand_over, promise, CLERK_ID, "")


def test_counts_look_to_the_end_of_the_shops_day(till: Till, who: str, clock: Clock) -> None:
    border = dt.datetime(2026, 11, 22, 4, 0, tzinfo=TOKYO)
    for due in (TONIGHT, border - dt.timedelta(seconds=1), border):
        till.do(promises.make, who, "電話する", due)
    assert till.ask(promises.counts) == Counts(due=2, late=0)
    clock.now = TONIGHT + dt.timedelta(seconds=1)
    assert till.ask(promises.counts) == Counts(due=2, late=1)
    clock.now = border
    assert till.ask(promises.counts) == Counts(due=3, late=2)


@pytest.mark.principle("P49")
def test_the_share_counts_what_was_kept_in_time(till: Till, who: str, clock: Clock) -> None:
    made = [till.do(promises.make, who, f"約束{number}", TONIGHT) for number in range(4)]
    clock.now = TONIGHT
    till.do(promises.keep, made[0])
    till.do(promises.withdraw, made[3])
    clock.forward(seconds=1)
    till.do(promises.keep, made[1])
    assert till.ask(promises.share, START, TONIGHT) == Share(0, 0)
    assert till.ask(promises.share, START, clock.now) == Share(due=3, kept=1)


def test_all_open_promises_come_with_their_customer_soonest_first(
    till: Till, make_customer: Callable[..., str]
) -> None:
    for name, due in (("林", TOMORROW), ("森", TONIGHT)):
        till.do(promises.make, make_customer(family=name), "電話する", due)
    assert [due.customer.family for due in till.ask(promises.open_promises)] == ["森", "林"]


def test_a_withdrawn_promise_is_no_history(till: Till, who: str, promise: str) -> None:
    assert len(till.ask(promises.history, who, TOMORROW, 9)) == 1
    till.do(promises.withdraw, promise)
    assert till.ask(promises.history, who, TOMORROW, 9) == till.ask(promises.of_day, TOMORROW.date()) == []


def test_a_promise_that_is_not_here(till: Till, who: str) -> None:
    with pytest.raises(NotFound, match=r"promises\.not_found"):
        till.do(promises.keep, who)


def test_the_last_reasons_of_many_come_in_one_answer(till: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer()
    one, other = (till.do(promises.make, who, text, START + dt.timedelta(days=1)) for text in ("電話", "手紙"))
    for days, reason in ((2, "入荷待ち"), (3, "休業のため")):
        till.do(promises.move, one, START + dt.timedelta(days=days), reason)
    assert till.ask(promises.reasons, [one, other]) == {one: "休業のため"}
    assert till.ask(promises.reasons, []) == {}
