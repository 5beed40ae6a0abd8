"""What is told of a return before it is done is what the return does; a statement's lines lead to its balance."""

import dataclasses
from collections.abc import Callable
from typing import Literal

import pytest
from shops import Clock, Till, refused

from carepos import loyalty

Outcome = Literal["owe", "settle", "refuse"]


@pytest.fixture
def customer(make_customer: Callable[..., str]) -> str:
    return make_customer()


def rule(office: Till, clock: Clock, **terms: object) -> None:
    changed = dataclasses.replace(loyalty.Programme(), **terms)  # type: ignore[arg-type]
    office.do(loyalty.set_programme, changed, clock().date())


@pytest.mark.parametrize("outcome", ["owe", "settle"])
@pytest.mark.parametrize("used", [0, 150, 200])
def test_the_preview_is_what_the_return_does(
    till: Till, office: Till, clock: Clock, customer: str, outcome: Outcome, used: int
) -> None:
    rule(office, clock, after_return=outcome, visit_points=3)
    till.do(loyalty.earn, customer, 19_999, "R-1")
    if used:
        till.do(loyalty.spend, customer, used)
    for yen in (6_667, 3_333, 9_999):
        told = till.ask(loyalty.preview_return, customer, "R-1", yen)
        done = till.do(loyalty.return_sale, customer, "R-1", yen)
        assert (told.balance, told.settle_yen) == (done.balance, done.settle_yen)
        assert told.back - told.taken + (told.missing if outcome == "settle" else 0) == done.points


def test_points_used_on_the_goods_come_back(till: Till, office: Till, customer: str) -> None:
    office.do(loyalty.open_balance, customer, 500)
    till.do(loyalty.spend, customer, 300, "R-2")
    till.do(loyalty.earn, customer, 10_000, "R-2")
    told = till.ask(loyalty.preview_return, customer, "R-2", 5_000)
    assert (told.back, told.taken, told.missing, told.balance) == (150, 50, 0, 400)


def test_a_refusal_is_seen_before_it_is_met(till: Till, office: Till, clock: Clock, customer: str) -> None:
    rule(office, clock, after_return="refuse")
    till.do(loyalty.earn, customer, 20_000, "R-1")
    till.do(loyalty.spend, customer, 150)
    told = till.ask(loyalty.preview_return, customer, "R-1", 20_000)
    assert (told.outcome, told.missing) == ("refuse", 150)
    with refused("points.spent"):
        till.do(loyalty.return_sale, customer, "R-1", 20_000)


@pytest.mark.parametrize("yen", [0, 20_001])
def test_more_or_less_than_the_goods_is_refused(till: Till, customer: str, yen: int) -> None:
    till.do(loyalty.earn, customer, 20_000, "R-1")
    with refused("return.too_much", most=20_000):
        till.ask(loyalty.preview_return, customer, "R-1", yen)


def test_a_strangers_receipt_is_not_told(till: Till, customer: str, make_customer: Callable[..., str]) -> None:
    till.do(loyalty.earn, customer, 20_000, "R-1")
    with refused("receipt.unknown"):
        till.ask(loyalty.preview_return, make_customer(), "R-1", 100)


def test_each_line_of_a_statement_leads_to_the_next(till: Till, office: Till, customer: str, clock: Clock) -> None:
    office.do(loyalty.open_balance, customer, 500)
    for number in range(4):
        clock.forward(minutes=1)
        till.do(loyalty.earn, customer, 1_000 + number, f"R-{number}")
    clock.forward(minutes=1)
    till.do(loyalty.spend, customer, 300)
    found = till.ask(loyalty.statement, customer)
    points = [line.explained.entry.points for line in found.lines]
    assert [line.balance for line in found.lines] == [sum(points[: at + 1]) for at in range(len(points))]
    assert found.lines[-1].balance == found.account.balance == till.ask(loyalty.balance, customer)
    assert [kind.explained.entry.kind for kind in found.lines] == ["opening", "earn", "earn", "earn", "earn", "spend"]
