"""Histories no shop plans for: each is played on the real commands, and nobody gains or loses a point by it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from shops import CLERK, START, Clock, Till, refused

from carepos import customers, loyalty
from carepos.loyalty import Programme, Reward, Tier

TODAY = START.date()
PLAIN = Programme(tiers=(Tier("regular", 0, 100),))


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


@pytest.fixture
def other(make_customer: Callable[..., str]) -> str:
    return make_customer()


def balance(till: Till, who: str) -> int:
    return till.ask(loyalty.balance, who)


def tier(till: Till, who: str) -> str:
    return till.ask(loyalty.account, who).tier


def test_goods_come_back_after_a_merge_and_after_their_points_ended(
    till: Till, office: Till, who: str, other: str, clock: Clock
) -> None:
    office.do(loyalty.set_programme, replace(PLAIN, expiry="earned", expires_months=1), TODAY)
    till.do(loyalty.earn, other, 1_000, "R1")
    till.do(loyalty.merge, who, other)
    clock.forward(days=60)
    assert till.do(loyalty.return_sale, who, "R1", 1_000).balance == 0


def test_an_unmerge_is_undone_by_merging_again_alone(till: Till, who: str, other: str) -> None:
    till.do(loyalty.earn, other, 1_000, "R1")
    till.do(loyalty.unmerge, till.do(loyalty.merge, who, other))
    history = till.ask(loyalty.history, other, START + dt.timedelta(days=1), 9)
    for row in history[:-1]:
        with refused("points.not_undoable"):
            till.do(loyalty.undo, row.id)
    till.do(loyalty.merge, who, other)
    assert balance(till, who) == 10


def test_one_receipt_belongs_to_one_customer_until_it_is_taken_back(till: Till, who: str, other: str) -> None:
    second = Till(till.shop, replace(CLERK, till="second"))
    slip = till.do(loyalty.earn, who, 1_000, "R1")
    with refused("receipt.used"):
        second.do(loyalty.earn, other, 1_000, " R 1 ")
    second.do(loyalty.undo, slip.entry)
    second.do(loyalty.earn, other, 1_000, "R1")
    with refused("points.undone"):
        till.do(loyalty.undo, slip.entry)
    assert (balance(till, who), balance(till, other)) == (0, 10)


def test_a_clock_that_jumps_over_the_tier_s_year_and_back_costs_no_tier(till: Till, who: str, clock: Clock) -> None:
    till.do(loyalty.earn, who, 30_000, "R1")
    assert tier(till, who) == "gold"
    clock.forward(days=400)
    wrong = till.do(loyalty.earn, who, 100, "R2")
    assert tier(till, who) == "regular"
    clock.forward(days=-400)
    till.do(loyalty.undo, wrong.entry)
    assert (tier(till, who), balance(till, who)) == ("gold", 300)


def test_a_milestone_is_announced_for_a_sale_alone(till: Till, office: Till, who: str) -> None:
    office.do(loyalty.set_programme, replace(PLAIN, rewards=(Reward(10, 5), Reward(20, 15))), TODAY)
    first = till.do(loyalty.earn, who, 2_500, "R1")
    spent = till.do(loyalty.spend, who, 20)
    assert (first.milestone, till.do(loyalty.undo, spent.entry).milestone) == (20, 0)
    assert till.do(loyalty.undo, first.entry).milestone == 0
    assert till.do(loyalty.earn, who, 1_500, "R2").milestone == 10


def test_of_two_returns_the_first_was_none(till: Till, office: Till, who: str) -> None:
    office.do(loyalty.set_programme, PLAIN, TODAY)
    till.do(loyalty.earn, who, 1_000, "R1")
    first = till.do(loyalty.return_sale, who, "R1", 333)
    till.do(loyalty.return_sale, who, "R1", 333)
    till.do(loyalty.undo, first.entry)
    assert balance(till, who) in (6, 7)
    assert till.do(loyalty.return_sale, who, "R1", 667).balance == 0


def test_a_sale_paid_with_points_comes_back_and_did_not(till: Till, office: Till, who: str) -> None:
    office.do(loyalty.set_programme, replace(PLAIN, redemption="payment", rewards=(Reward(100, 100),)), TODAY)
    office.do(loyalty.open_balance, who, 500)
    spent = till.do(loyalty.spend, who, 500, "R1")
    sale = till.do(loyalty.earn, who, 1_500, "R1")
    returned = till.do(loyalty.return_sale, who, "R1", 1_500)
    assert returned.balance == 500
    till.do(loyalty.undo, returned.entry)
    assert balance(till, who) == 10
    till.do(loyalty.undo, sale.entry)
    assert till.do(loyalty.undo, spent.entry).balance == 500


def test_a_birthday_s_bonus_is_given_once_a_year_however_often_sales_are_undone(
    till: Till, office: Till, make_customer: Callable[..., str]
) -> None:
    office.do(loyalty.set_programme, replace(PLAIN, birthday_points=50), TODAY)
    who = make_customer(family="林", birthday=f"{TODAY:%m-%d}")
    first = till.do(loyalty.earn, who, 100, "R1")
    second = till.do(loyalty.earn, who, 100, "R2")
    assert (first.points, second.points) == (51, 1)
    till.do(loyalty.undo, first.entry)
    assert [till.do(loyalty.earn, who, 100, receipt).points for receipt in ("R3", "R4")] == [51, 1]


def test_a_debt_travels_through_two_merges_and_home_again(
    till: Till, who: str, other: str, make_customer: Callable[..., str]
) -> None:
    last = make_customer()
    till.do(loyalty.earn, who, 1_000, "R1")
    till.do(loyalty.spend, who, 10)
    till.do(loyalty.return_sale, who, "R1", 1_000)
    till.do(loyalty.earn, last, 400, "R2")
    first = till.do(loyalty.merge, other, who)
    second = till.do(loyalty.merge, last, other)
    assert balance(till, last) == -6
    till.do(loyalty.earn, last, 1_000, "R3")
    till.do(loyalty.unmerge, second)
    till.do(loyalty.unmerge, first)
    assert [balance(till, one) for one in (who, other, last)] == [-10, 0, 14]


def test_a_visit_recorded_by_mistake_does_not_lose_the_last_one_before(
    till: Till, office: Till, who: str, clock: Clock
) -> None:
    till.do(loyalty.earn, who, 1_000, "R1")
    before = till.ask(customers.show, who)
    clock.forward(days=3)
    late = till.do(loyalty.earn, who, 100, "R2", START + dt.timedelta(days=1))
    mistake = till.do(loyalty.earn, who, 1_000, "R3")
    till.do(loyalty.undo, mistake.entry)
    till.do(loyalty.undo, late.entry)
    assert till.ask(customers.show, who) == before
