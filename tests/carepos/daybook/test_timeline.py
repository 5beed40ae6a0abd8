"""Everything between the shop and one customer on one line, latest first (P22)."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

import pytest
from shops import START, Clock, Till

from carepos import complaints, customers, daybook, feedback, loyalty, promises, purchases, wording

LATER = START + dt.timedelta(days=30)
KINDS = {
    "purchases": ["PurchaseEntry"],
    "points": ["PointsEntry"],
    "care": ["Note", "Case", "Promised", "Rated", "SaidEntry"],
}


@pytest.fixture
def who(till: Till, make_customer: Callable[..., str], clock: Clock) -> str:
    """Somebody with three of each kind of entry, a minute after one another, and a neighbour with their own."""
    who, neighbour = make_customer(family="林"), make_customer(family="森")
    for _ in range(3):
        for customer in (neighbour, who):
            for act in (
                lambda one: till.do(customers.add_note, one, "told", "来月"),
                lambda one: till.do(complaints.record, one, complaints.Account("割れた")),
                lambda one: till.do(promises.make, one, "電話する", LATER),
                lambda one: till.do(feedback.rate, one, 5, "", ""),
                lambda one: till.do(wording.say, one, "regular", "regular-1", "どうも"),
                lambda one: till.do(loyalty.earn, one, 900, f"{one}{clock.now}"),
            ):
                act(customer)
                clock.forward(minutes=1)
    return who


def kinds(entries: list[daybook.Entry]) -> list[str]:
    return [type(entry).__name__ for entry in entries]


@pytest.mark.principle("P22")
def test_everything_of_this_customer_latest_first(till: Till, who: str) -> None:
    line = till.ask(daybook.timeline, who)
    assert sorted(kinds(line)) == sorted(3 * [kind for some in KINDS.values() for kind in some])
    assert all(daybook.moment(a) >= daybook.moment(b) for a, b in pairwise(line))


def test_one_kind_alone(till: Till, who: str) -> None:
    found = {only: sorted(kinds(till.ask(daybook.timeline, who, only=only))) for only in KINDS}
    assert found == {only: sorted(3 * some) for only, some in KINDS.items()}


@pytest.mark.principle("P22")
def test_pages_join_without_gap_or_repeat(till: Till, who: str) -> None:
    """Also where many share their moment, as a sale and its points do, and what came in from a file."""
    for number in range(7):
        till.do(purchases.record, who, 900, f"M{number}")
    for only in ("", *KINDS):
        line = till.ask(daybook.timeline, who, only=only)
        for size in (1, 2, 5, len(line), len(line) + 1):
            pages: list[daybook.Entry] = []
            while page := till.ask(daybook.timeline, who, daybook.moment(pages[-1]) if pages else None, size, only):
                pages += page
            assert pages == line, (only, size)


def test_what_was_taken_back_is_not_on_the_line(till: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer(family="原")
    till.do(purchases.withdraw, till.do(purchases.record, who, 900, "R1"))
    till.do(promises.withdraw, till.do(promises.make, who, "電話する", LATER))
    till.do(complaints.withdraw, till.do(complaints.record, who, complaints.Account("割れた")).id)
    till.do(feedback.withdraw, till.do(feedback.rate, who, 5, "", ""))
    till.do(wording.withdraw, till.do(wording.say, who, "regular", "regular-1", "どうも"))
    till.do(customers.end_note, till.do(customers.add_note, who, "told", "来月"))
    assert till.ask(daybook.timeline, who) == []
