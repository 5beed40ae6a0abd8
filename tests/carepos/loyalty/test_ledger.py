"""The points ledger: what is given, used, brought back and undone, to the last point."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shops import CLERK_ID, OWNER, START, Clock, Till, refused

from carepos import customers, loyalty, purchases
from carepos.database import Actor
from carepos.errors import NotFound, Refused
from carepos.loyalty import Lot, Programme
from carepos.loyalty.rules import points_kept

TODAY = START.date()


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


def balance(till: Till, who: str) -> int:
    return till.ask(loyalty.balance, who)


def lots(till: Till, who: str) -> tuple[Lot, ...]:
    return till.ask(loyalty.account, who).lots


@pytest.mark.principle("P15")
def test_900_yen_earn_9_points_and_the_card_shows_them(till: Till, who: str) -> None:
    assert till.ask(loyalty.quote, who, 900).points == 9
    posting = till.do(loyalty.earn, who, 900, "R1")
    assert (posting.points, posting.balance) == (9, 9)
    account = till.ask(loyalty.account, who)
    assert account == loyalty.Account(9, "regular", 1500, 500, 1491, (Lot(9, None),))


def test_a_sale_is_a_purchase_too(till: Till, who: str) -> None:
    posting = till.do(loyalty.earn, who, 900, "R1")
    (bought,) = till.ask(purchases.history, who, START + dt.timedelta(1), 5)
    assert (bought.id, bought.yen, bought.receipt) == (posting.entry, 900, "R1")
    assert till.ask(customers.show, who).visits == 1


def test_a_small_sale_earns_nothing_and_is_recorded(till: Till, who: str) -> None:
    assert till.do(loyalty.earn, who, 99, "R1").points == 0
    assert till.do(loyalty.earn, who, 1, "R2").points == 0
    assert till.ask(customers.show, who).visits == 2


@pytest.mark.parametrize(
    ("yen", "rule"),
    [
        (0, "amount.not_positive"),
        (-1, "amount.negative"),
        (-900, "amount.negative"),
        (10**12 + 1, "amount.too_large"),
        (10**15, "amount.too_large"),
    ],
)
def test_an_amount_no_shop_takes_is_refused(till: Till, who: str, yen: int, rule: str) -> None:
    with refused(rule):
        till.do(loyalty.earn, who, yen, "R1")
    assert till.ask(customers.show, who).visits == 0


def test_the_largest_sale_fits(till: Till, who: str) -> None:
    assert till.do(loyalty.earn, who, 10**12, "R1").balance == 10**10


def test_a_receipt_counts_once_also_at_another_till(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    for other in (till, Till(till.shop, Actor(CLERK_ID, "staff", "second"))):
        with refused("receipt.used", receipt="R1"):
            other.do(loyalty.earn, who, 900, " R1 ")
    assert balance(till, who) == 9


def test_gold_begins_with_the_sale_after_the_threshold(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 29_999, "R1")
    assert till.ask(customers.show, who).tier == "regular"
    assert till.do(loyalty.earn, who, 1, "R2").points == 0
    assert till.ask(customers.show, who).tier == "gold"
    assert till.do(loyalty.earn, who, 3240, "R3").points == 48


def test_gold_ends_when_a_year_brought_too_little(till: Till, who: str, clock: Clock) -> None:
    till.do(loyalty.earn, who, 30_000, "R1")
    clock.forward(days=366)
    till.do(loyalty.earn, who, 100, "R2")
    assert till.ask(customers.show, who).tier == "regular"


def test_an_award_is_explained_line_by_line(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 30_000, "R1")
    told = till.ask(loyalty.explain, till.do(loyalty.earn, who, 3240, "R2").entry)
    assert [(reason.code, reason.points) for reason in told.reasons] == [("base", 32), ("tier", 16)]
    assert (told.entry.base_yen, told.programme.unit_yen, told.programme.unit_points) == (3240, 100, 1)
    assert (told.entry.tier, told.entry.percent, told.entry.points) == ("gold", 150, 48)
    assert (told.entry.receipt, told.entry.staff_id, told.entry.day) == ("R2", CLERK_ID, TODAY)


def test_what_was_earned_keeps_its_rules(till: Till, office: Till, who: str) -> None:
    first = till.do(loyalty.earn, who, 900, "R1")
    rule = office.do(loyalty.set_programme, Programme(unit_yen=200), TODAY)
    second = till.do(loyalty.earn, who, 900, "R2")
    told = [till.ask(loyalty.explain, posting.entry) for posting in (first, second)]
    assert [(one.rule, one.programme.unit_yen, one.entry.points) for one in told] == [(None, 100, 9), (rule, 200, 4)]


def test_a_programme_holds_from_its_day_on_and_never_before_today(till: Till, office: Till, clock: Clock) -> None:
    with refused("programme.past"):
        office.do(loyalty.set_programme, Programme(), TODAY - dt.timedelta(1))
    office.do(loyalty.set_programme, Programme(unit_yen=200), TODAY + dt.timedelta(1))
    assert till.ask(loyalty.programme).unit_yen == 100
    clock.forward(days=1)
    assert till.ask(loyalty.programme).unit_yen == 200


def test_nobody_spends_more_than_they_have(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    with refused("points.not_enough", balance=9):
        till.do(loyalty.spend, who, 10)
    assert till.do(loyalty.spend, who, 9).balance == 0
    with refused("points.not_enough", balance=0):
        till.do(loyalty.spend, who, 1)


@pytest.mark.parametrize(
    ("points", "rule"), [(0, "points.not_positive"), (-5, "points.not_positive"), (10**12, "amount.too_large")]
)
def test_only_a_number_of_points_can_be_spent(till: Till, who: str, points: int, rule: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    with refused(rule):
        till.do(loyalty.spend, who, points)
    assert balance(till, who) == 9


def test_the_soonest_expiry_is_spent_first_and_what_never_expires_last(till: Till, office: Till, who: str) -> None:
    spring, winter = dt.date(2027, 3, 31), dt.date(2026, 12, 31)
    for points, last_day in ((5, None), (10, spring), (20, winter)):
        office.do(loyalty.open_balance, who, points, last_day)
    till.do(loyalty.spend, who, 22)
    assert lots(till, who) == (Lot(8, spring), Lot(5, None))


def test_undoing_a_spend_gives_back_to_the_very_lots(till: Till, office: Till, who: str) -> None:
    for points, last_day in ((10, dt.date(2027, 3, 31)), (20, dt.date(2026, 12, 31))):
        office.do(loyalty.open_balance, who, points, last_day)
    before = lots(till, who)
    spent = till.do(loyalty.spend, who, 25)
    assert till.do(loyalty.undo, spent.entry).balance == 30
    assert lots(till, who) == before


def test_undoing_a_sale_takes_its_points_purchase_and_tier_and_frees_the_receipt(till: Till, who: str) -> None:
    sale = till.do(loyalty.earn, who, 30_000, "R1")
    assert till.do(loyalty.undo, sale.entry).balance == 0
    assert till.ask(purchases.history, who, START + dt.timedelta(1), 5) == []
    assert till.ask(customers.show, who).tier == "regular"
    assert till.do(loyalty.earn, who, 900, "R1").balance == 9


def test_a_movement_is_undone_once(till: Till, who: str) -> None:
    sale = till.do(loyalty.earn, who, 900, "R1")
    undone = till.do(loyalty.undo, sale.entry)
    with refused("points.undone"):
        till.do(loyalty.undo, sale.entry)
    with refused("points.not_undoable"):
        till.do(loyalty.undo, undone.entry)
    with pytest.raises(NotFound):
        till.do(loyalty.undo, who)


@pytest.mark.parametrize("others", [1, 900], ids=["alone", "beside other points"])
def test_spent_points_cannot_be_taken_back_where_the_owner_refuses(
    till: Till, office: Till, who: str, others: int
) -> None:
    office.do(loyalty.set_programme, Programme(after_return="refuse"), TODAY)
    sale = till.do(loyalty.earn, who, 1_800, "R1")
    till.do(loyalty.spend, who, 18)
    till.do(loyalty.earn, who, others, "R2")
    kept = balance(till, who)
    with refused("points.spent", missing=18 - kept):
        till.do(loyalty.undo, sale.entry)
    with refused("points.spent", missing=18 - kept):
        till.do(loyalty.return_sale, who, "R1", 1_800)
    assert balance(till, who) == kept
    assert till.ask(purchases.history, who, START + dt.timedelta(1), 5)[-1].returned_yen == 0


def test_a_sale_taken_back_after_its_points_were_used_leaves_them_owed(till: Till, who: str) -> None:
    sale = till.do(loyalty.earn, who, 900, "R1")
    till.do(loyalty.spend, who, 9)
    assert till.do(loyalty.undo, sale.entry).balance == -9
    assert till.do(loyalty.earn, who, 1000, "R2").balance == 1
    assert lots(till, who) == (Lot(1, None),)


def test_a_return_takes_its_share_and_the_last_return_the_rest(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    assert till.do(loyalty.return_sale, who, "R1", 450).points == -5
    assert till.do(loyalty.return_sale, who, "R1", 300).points == -3
    assert till.do(loyalty.return_sale, who, "R1", 150).balance == 0


def test_a_return_of_a_gold_sale_takes_back_what_gold_added(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 30_000, "R1")
    till.do(loyalty.earn, who, 3_240, "R2")
    assert till.do(loyalty.return_sale, who, "R2", 1_620).points == -24
    assert till.do(loyalty.return_sale, who, "R2", 1_620).balance == 300


def test_a_return_may_cost_the_tier(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 30_000, "R1")
    till.do(loyalty.return_sale, who, "R1", 1)
    assert till.ask(customers.show, who).tier == "regular"


@pytest.mark.parametrize("yen", [0, -1, 901, 10**15])
def test_no_more_comes_back_than_was_bought(till: Till, who: str, yen: int) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    with refused("return.too_much", most=900):
        till.do(loyalty.return_sale, who, "R1", yen)


def test_a_return_needs_this_customers_receipt(till: Till, who: str, make_customer: Callable[..., str]) -> None:
    other = make_customer(family="林")
    till.do(loyalty.earn, who, 900, "R1")
    till.do(purchases.record, who, 900, "without points")
    for customer, receipt in ((other, "R1"), (who, "R2"), (who, "without points")):
        with refused("receipt.unknown"):
            till.do(loyalty.return_sale, customer, receipt, 100)
    with refused("receipt.missing", field="receipt"):
        till.do(loyalty.return_sale, who, " ", 100)


def test_a_receipt_is_found_again_as_it_was_typed(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 900, " R 1")
    assert till.do(loyalty.return_sale, who, "R 1 ", 900).balance == 0


def test_points_once_used_come_back_when_their_sale_does_and_never_twice(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    spent = till.do(loyalty.spend, who, 5, "R2")
    till.do(loyalty.earn, who, 1000, "R2")
    assert till.do(loyalty.return_sale, who, "R2", 1000).balance == 9
    with refused("points.returned"):
        till.do(loyalty.undo, spent.entry)
    assert balance(till, who) == 9


def test_a_correction_says_why_and_goes_both_ways(till: Till, office: Till, who: str) -> None:
    for words in ("", " \n"):
        with refused("reason.missing"):
            office.do(loyalty.adjust, who, 30, words)
    assert office.do(loyalty.adjust, who, 30, "レジの誤り").balance == 30
    assert office.do(loyalty.adjust, who, -12, "二重").balance == 18
    with refused("points.not_enough"):
        office.do(loyalty.adjust, who, -19, "二重")
    with refused("points.not_positive"):
        office.do(loyalty.adjust, who, 0, "なし")
    assert [one.reason for _, one in office.ask(loyalty.adjusted_on, TODAY)] == ["レジの誤り", "二重"]


def test_the_balance_of_any_past_day(till: Till, who: str, clock: Clock) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    clock.forward(days=2)
    till.do(loyalty.spend, who, 4)
    days = [TODAY + dt.timedelta(days) for days in (-1, 0, 1, 2)]
    assert [till.ask(loyalty.balance_as_of, who, day) for day in days] == [0, 9, 9, 5]


def test_the_history_shows_what_was_undone(till: Till, who: str, clock: Clock) -> None:
    sale = till.do(loyalty.earn, who, 900, "R1")
    clock.forward(minutes=1)
    till.do(loyalty.undo, sale.entry)
    found = till.ask(loyalty.history, who, clock.forward(minutes=1), 10)
    assert [(one.kind, one.points, one.undone) for one in found] == [("undo", -9, False), ("earn", 9, True)]


def test_two_tills_never_spend_the_same_points(till: Till, who: str) -> None:
    def spend_all(name: str) -> bool:
        try:
            Till(till.shop, Actor(CLERK_ID, "staff", name)).do(loyalty.spend, who, 9)
        except Refused as trouble:
            assert trouble.rule == "points.not_enough"
            return False
        return True

    for round_ in range(4):
        till.do(loyalty.earn, who, 900, f"R{round_}")
        with ThreadPoolExecutor(3) as threads:
            assert sorted(threads.map(spend_all, ("a", "b", "c"))) == [False, False, True]
    assert balance(till, who) == 0


Deed = tuple[str, int]
DEEDS = st.lists(st.tuples(st.sampled_from(["earn", "spend", "return", "undo"]), st.integers(1, 2500)), max_size=12)


@settings(max_examples=15)
@given(DEEDS)
def test_the_ledger_equals_a_simple_model(till: Till, make_customer: Callable[..., str], deeds: list[Deed]) -> None:
    """Whatever is done, refused or not: the balance is what sales, returns and uses leave; below zero it is owed."""
    who, sales, expected = make_customer(), dict[str, list[int]](), 0
    for number, (deed, amount) in enumerate(deeds):
        before = balance(till, who)
        try:
            if deed == "earn":
                receipt = f"{who}{number}"
                sales[receipt] = [till.do(loyalty.earn, who, amount, receipt).points, amount, 0]
                expected += amount // 100
            elif deed == "spend":
                till.do(loyalty.spend, who, amount // 50 + 1)
                expected -= amount // 50 + 1
            elif sales and deed == "return":
                receipt, (points, yen, back) = list(sales.items())[-1]
                till.do(loyalty.return_sale, who, receipt, amount)
                sales[receipt][2] = back + amount
                expected += points_kept(points, yen, back + amount) - points_kept(points, yen, back)
            elif deed == "undo":
                (latest, *_) = till.ask(loyalty.history, who, START + dt.timedelta(1), 1)
                till.do(loyalty.undo, latest.id)
                expected -= latest.points
                sales.pop(latest.receipt or "", None)
        except (Refused, ValueError):
            assert balance(till, who) == before
        assert balance(till, who) == expected
    assert till.ask(loyalty.verify) == []


def test_points_of_a_day_and_all_together(till: Till, office: Till, who: str, clock: Clock) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    clock.forward(days=1)
    till.do(loyalty.spend, who, 4)
    till.do(loyalty.earn, who, 300, "R2")
    assert office.ask(loyalty.day_points, TODAY) == loyalty.DayPoints(9, 0, 8)
    assert office.ask(loyalty.day_points, TODAY + dt.timedelta(1)) == loyalty.DayPoints(3, 4, 8)
    assert Till(till.shop, OWNER).ask(loyalty.day_points, TODAY + dt.timedelta(9)) == loyalty.DayPoints(0, 0, 8)


def test_points_that_end_are_not_points_used(till: Till, office: Till, who: str, clock: Clock) -> None:
    office.do(loyalty.open_balance, who, 20, TODAY)
    clock.forward(days=1)
    till.do(loyalty.expire)
    assert office.ask(loyalty.day_points, TODAY + dt.timedelta(1)) == loyalty.DayPoints(0, 0, 0)
