"""What went wrong: heard in the customer's own words, answered, decided, solved (P23, P24, P30, P52)."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shops import CLERK_ID, COLLEAGUE_ID, START, Clock, Till, refused

from carepos import complaints, promises
from carepos.complaints import Account, Pledge, rules
from carepos.errors import NotFound

TOMORROW = START + dt.timedelta(days=1)
WORDS = "急須の口が欠けていた。\n\n  昨日買ったばかり……「もう来ない」と思った。"


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


def only(till: Till, who: str) -> complaints.Case:
    (case,) = till.ask(complaints.history, who, TOMORROW, 9)
    return case


@pytest.mark.principle("P23")
def test_their_words_stay_as_they_were_said(till: Till, who: str) -> None:
    till.do(complaints.record, who, Account(WORDS, "goods", "exchange", "today"))
    case = only(till, who)
    assert case.words == WORDS
    assert (case.about, case.wants, case.urgency) == ("goods", "exchange", "today")
    assert (case.state, case.staff_id) == ("open", CLERK_ID)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200).map(str.strip).filter(bool))
def test_no_words_are_ever_changed(words: str) -> None:
    assert rules.check(Account(words), 0, "staff").words == words


@pytest.mark.parametrize(
    ("account", "rule"),
    [
        (Account(""), "complaint.empty"),
        (Account(" \n　"), "complaint.empty"),
        (Account("長" * 4001), "text.too_long"),
        (Account("割れた", about="weather"), "choice.unknown"),
        (Account("割れた", wants="revenge"), "choice.unknown"),
        (Account("割れた", urgency="soon"), "choice.unknown"),
        (Account("割れた", goodwill="holiday"), "choice.unknown"),
        (Account("割れた", goodwill="coupon", goodwill_yen=-1), "amount.negative"),
        (Account("割れた", goodwill="coupon", goodwill_yen=3001), "goodwill.over_limit"),
        (Account("割れた", goodwill="coupon", goodwill_yen=10**15), "goodwill.over_limit"),
    ],
)
def test_what_cannot_be_recorded_is_refused_whole(till: Till, who: str, account: Account, rule: str) -> None:
    with refused(rule):
        till.do(complaints.record, who, account, Pledge("電話する", TOMORROW))
    assert till.ask(complaints.open_of, who) == []
    assert till.ask(promises.of_customer, who) == []


@pytest.mark.principle("P06")
def test_staff_give_up_to_the_limit_and_the_owner_beyond(till: Till, office: Till, who: str) -> None:
    at_limit = till.do(complaints.record, who, Account("割れた", goodwill="coupon", goodwill_yen=3000))
    beyond = office.do(complaints.record, who, Account("割れた", goodwill="coupon", goodwill_yen=3001))
    yen = {case.id: case.goodwill_yen for case in till.ask(complaints.open_of, who)}
    assert yen == {at_limit.id: 3000, beyond.id: 3001}


@pytest.mark.parametrize(("goodwill", "yen"), complaints.GOODWILL.items())
def test_goodwill_has_its_usual_price(till: Till, who: str, goodwill: str, yen: int) -> None:
    till.do(complaints.record, who, Account("割れた", goodwill=goodwill))
    assert only(till, who).goodwill_yen == yen


@pytest.mark.principle("P24")
def test_a_complaint_and_its_promise_are_one(till: Till, who: str) -> None:
    recorded = till.do(complaints.record, who, Account(WORDS), Pledge("替わりを電話で知らせる", TOMORROW, COLLEAGUE_ID))
    (promise,) = till.ask(promises.of_customer, who)
    assert (promise.id, promise.complaint_id, promise.holder_id) == (recorded.promise, recorded.id, COLLEAGUE_ID)


def test_a_promise_that_cannot_be_made_keeps_the_complaint_out_too(till: Till, who: str) -> None:
    with refused("promise.past"):
        till.do(complaints.record, who, Account(WORDS), Pledge("電話する", START))
    assert till.ask(complaints.open_of, who) == []


@pytest.mark.principle("P07")
def test_the_answer_is_timed_from_when_the_clerk_began_to_listen(till: Till, who: str, clock: Clock) -> None:
    clock.forward(minutes=6)
    till.do(complaints.record, who, Account(WORDS), Pledge("電話する", TOMORROW), START)
    case = only(till, who)
    assert (case.received_at, case.answered_at) == (START, START + dt.timedelta(minutes=6))


def test_nobody_listened_in_the_future(till: Till, who: str) -> None:
    till.do(complaints.record, who, Account(WORDS), None, TOMORROW)
    assert only(till, who).received_at == START


def test_without_promise_or_goodwill_it_is_not_answered_yet(till: Till, who: str, clock: Clock) -> None:
    case = till.do(complaints.record, who, Account(WORDS))
    assert only(till, who).answered_at is None
    till.do(complaints.solve, case.id)
    assert only(till, who).answered_at == clock.now


@pytest.mark.principle("P52")
def test_the_owner_decides_what_staff_ask(till: Till, office: Till, who: str) -> None:
    asked = till.do(complaints.record, who, Account("全額返してほしい", goodwill="ask_owner"))
    assert [case.id for case in office.ask(complaints.waiting)] == [asked.id]
    with refused("role.owner_only"):
        till.do(complaints.decide, asked.id, True, "")
    office.do(complaints.decide, asked.id, True, "")
    assert office.ask(complaints.waiting) == []
    assert only(till, who).decision == "granted"


def test_another_way_needs_its_reason_and_is_decided_once(till: Till, office: Till, who: str) -> None:
    asked = till.do(complaints.record, who, Account("全額返してほしい", goodwill="ask_owner"))
    with refused("reason.missing"):
        office.do(complaints.decide, asked.id, False, " ")
    office.do(complaints.decide, asked.id, False, "お取り替えで")
    assert (only(till, who).decision, only(till, who).decision_reason) == ("other_way", "お取り替えで")
    with refused("decision.not_asked"):
        office.do(complaints.decide, asked.id, True, "")


def test_what_nobody_asked_is_not_decided(till: Till, office: Till, who: str) -> None:
    case = till.do(complaints.record, who, Account("割れた"))
    with refused("decision.not_asked"):
        office.do(complaints.decide, case.id, True, "")


def test_solved_is_solved_once_and_may_be_reopened(till: Till, who: str, clock: Clock) -> None:
    case = till.do(complaints.record, who, Account("割れた"))
    till.do(complaints.solve, case.id)
    assert till.ask(complaints.open_of, who) == []
    with refused("complaint.closed"):
        till.do(complaints.solve, case.id)
    till.do(complaints.reopen, case.id)
    assert [one.solved_at for one in till.ask(complaints.open_of, who)] == [None]


def test_a_slip_takes_its_open_promises_with_it_and_no_others(till: Till, who: str) -> None:
    till.do(promises.make, who, "取り置く", TOMORROW)
    slip = till.do(complaints.record, who, Account("割れた"), Pledge("電話する", TOMORROW))
    gone = till.do(complaints.withdraw, slip.id)
    assert [promise.text for promise in till.ask(promises.of_customer, who)] == ["取り置く"]
    assert till.ask(complaints.history, who, TOMORROW, 9) == till.ask(complaints.of_day, START.date()) == []
    till.do(complaints.reopen, slip.id, gone)
    assert {promise.text for promise in till.ask(promises.of_customer, who)} == {"取り置く", "電話する"}
    assert [case.id for case in till.ask(complaints.open_of, who)] == [slip.id]


def test_the_latest_complaint_comes_first(till: Till, who: str, clock: Clock) -> None:
    for words in ("一度目", "二度目"):
        till.do(complaints.record, who, Account(words))
        clock.forward(minutes=1)
    assert [case.words for case in till.ask(complaints.open_of, who)] == ["二度目", "一度目"]


def test_a_complaint_that_is_not_here(till: Till, who: str) -> None:
    with pytest.raises(NotFound, match=r"complaints\.not_found"):
        till.do(complaints.solve, who)


def test_the_words_of_open_complaints_by_their_ids(till: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer()
    one, other = (till.do(complaints.record, who, complaints.Account(text)).id for text in ("割れた", "遅い"))
    till.do(complaints.solve, other)
    assert till.ask(complaints.told, [one, other]) == {one: "割れた"}


def test_only_a_decision_can_be_taken_back(till: Till, office: Till, make_customer: Callable[..., str]) -> None:
    account = complaints.Account("割れた", goodwill="ask_owner")
    case = till.do(complaints.record, make_customer(), account).id
    with refused("decision.none"):
        office.do(complaints.undecide, case)
    office.do(complaints.decide, case, False, "券を渡す")
    office.do(complaints.undecide, case)
    (waiting,) = office.ask(complaints.waiting)
    assert (waiting.decision, waiting.decision_reason) == ("asked", "")
