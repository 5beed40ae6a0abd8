"""What customers bought, receipt by receipt."""

import datetime as dt
from collections.abc import Callable

import pytest
from shops import CLERK_ID, START, TOKYO, Clock, Till, refused

from carepos import customers, purchases
from carepos.errors import NotFound
from carepos.purchases import DaySales, Line

LATER = START + dt.timedelta(days=2)
TEA, CUP = Line("ほうじ茶", 2000, 1296), Line("湯のみ", 1000, 2200)

LATER = START + dt.timedelta(days=30)


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


def test_a_receipt_keeps_its_lines_in_order(till: Till, who: str, clock: Clock) -> None:
    sale = till.do(purchases.record, who, 3496, " R-1 ", None, (TEA, CUP))
    assert till.ask(purchases.history, who, LATER, 9) == [
        purchases.PurchaseEntry(START, sale, "R-1", 3496, 0, CLERK_ID, (TEA, CUP))
    ]
    assert till.ask(purchases.last_item, who) is None, "today is no last time"
    clock.forward(hours=14)  # 04:00, the next day
    assert till.ask(purchases.last_item, who) == "湯のみ"
    assert till.ask(purchases.by_receipt, "R-1") == sale


@pytest.mark.parametrize(
    ("yen", "receipt", "rule"),
    [
        (-1, "R1", "amount.negative"),
        (10**12 + 1, "R1", "amount.too_large"),
        (10**15, "R1", "amount.too_large"),
        (900, "", "receipt.missing"),
        (900, " \n", "receipt.missing"),
        (900, "9" * 61, "text.too_long"),
    ],
)
def test_what_no_till_prints_is_refused(till: Till, who: str, yen: int, receipt: str, rule: str) -> None:
    with refused(rule):
        till.do(purchases.record, who, yen, receipt)
    assert till.ask(customers.show, who).visits == 0


def test_a_sale_may_be_told_late_but_not_before_it_happens(till: Till, who: str) -> None:
    till.do(purchases.record, who, 900, "R1", START - dt.timedelta(days=400))
    with refused("date.future"):
        till.do(purchases.record, who, 900, "R2", START + dt.timedelta(days=1, seconds=1))
    assert till.ask(customers.show, who).last_visit == START - dt.timedelta(days=400)


def test_a_sale_needs_its_customer(till: Till) -> None:
    with pytest.raises(NotFound, match=r"customers\.not_found"):
        till.do(purchases.record, "0" * 32, 900, "R1")


def test_a_slip_frees_its_receipt(till: Till, who: str) -> None:
    slip = till.do(purchases.record, who, 900, "R1")
    till.do(purchases.withdraw, slip)
    assert till.ask(purchases.history, who, LATER, 9) == []
    assert till.ask(purchases.spent_between, who, START, LATER) == 0
    assert till.ask(purchases.last_item, who) is None
    till.do(purchases.record, who, 900, "R1")


def test_spent_is_what_was_kept(till: Till, who: str) -> None:
    sale = till.do(purchases.record, who, 900, "R1")
    till.do(purchases.record, who, 500, "R2", START - dt.timedelta(days=1))
    assert till.run(purchases.take_back, sale, 300) == (900, 300)
    assert till.ask(purchases.spent_between, who, START, LATER) == 600
    assert till.ask(purchases.spent_between, who, START - dt.timedelta(days=1), LATER) == 1100
    with refused("return.too_much", most=600):
        till.run(purchases.take_back, sale, 601)


def test_the_next_receipt_is_proposed_and_steps_over_used_ones(till: Till, who: str, clock: Clock) -> None:
    assert till.ask(purchases.next_receipt) == "20261121-0001"
    till.do(purchases.record, who, 900, "20261121-0001")
    till.do(purchases.record, who, 900, "20261121-0003")
    assert till.ask(purchases.next_receipt) == "20261121-0004"
    clock.now = dt.datetime(2026, 11, 22, 3, 59, tzinfo=TOKYO)
    assert till.ask(purchases.next_receipt) == "20261121-0004"
    clock.now = dt.datetime(2026, 11, 22, 4, 0, tzinfo=TOKYO)
    assert till.ask(purchases.next_receipt) == "20261122-0001"


def test_a_day_knows_who_came_and_who_had_come_before(till: Till, make_customer: Callable[..., str]) -> None:
    regular, new, early = (make_customer(family=name) for name in ("林", "森", "原"))
    first_moment, _ = till.shop.settings.bounds(START.date())
    till.do(purchases.record, regular, 500, "R0", first_moment - dt.timedelta(microseconds=1))
    till.do(purchases.withdraw, till.do(purchases.record, new, 500, "slip", START - dt.timedelta(days=7)))
    till.do(purchases.record, early, 500, "R9", first_moment)
    for number, who in enumerate((regular, regular, new)):
        till.do(purchases.record, who, 1000, f"R{number + 1}")
    assert till.ask(purchases.day_sales, START.date()) == DaySales(customers=3, returning=1, yen=3500)
    assert till.ask(purchases.day_sales, START.date() + dt.timedelta(1)) == DaySales(0, 0, 0)


def test_history_comes_latest_first_and_in_pages(till: Till, who: str) -> None:
    for number in range(5):
        till.do(purchases.record, who, 100, f"R{number}", START - dt.timedelta(hours=number))
    first = till.ask(purchases.history, who, LATER, 3)
    rest = till.ask(purchases.history, who, first[-1].at, 3)
    assert [one.receipt for one in (*first, *rest)] == ["R0", "R1", "R2", "R3", "R4"]


def test_a_line_keeps_its_category(till: Till, who: str) -> None:
    lines = (Line("商品券", 1000, 500, "gift_card"), Line("玉露", 250, 1_080))
    till.do(purchases.record, who, 1_580, "R1", None, lines)
    assert till.ask(purchases.history, who, LATER, 1)[0].lines == lines


@pytest.mark.parametrize(
    ("now", "bought"),
    [
        (dt.datetime(2026, 11, 21, 3, 59, tzinfo=TOKYO), False),
        (dt.datetime(2026, 11, 21, 4, 0, tzinfo=TOKYO), True),
        (dt.datetime(2026, 11, 22, 3, 59, tzinfo=TOKYO), True),
        (dt.datetime(2026, 11, 22, 4, 0, tzinfo=TOKYO), False),
    ],
)
def test_whether_somebody_bought_on_a_day_of_the_shop(till: Till, who: str, now: dt.datetime, bought: bool) -> None:
    till.do(purchases.record, who, 900, "R1")
    assert till.ask(purchases.bought_on, who, till.shop.settings.day_of(now)) is bought


def test_a_sale_taken_back_was_never_bought(till: Till, who: str) -> None:
    till.do(purchases.withdraw, till.do(purchases.record, who, 900, "R1"))
    assert not till.ask(purchases.bought_on, who, START.date())
    assert till.ask(purchases.visits_of, who) == customers.Visits(0, None)
    assert till.ask(purchases.times_since, who, START) == []
    assert till.ask(purchases.usual_yen) == 0


def test_goods_that_did_not_come_back_after_all_can_come_back_again(till: Till, who: str) -> None:
    sale = till.do(purchases.record, who, 900, "R1")
    till.run(purchases.take_back, sale, 900)
    with refused("return.too_much", most=0):
        till.run(purchases.take_back, sale, 1)
    till.run(purchases.give_back, sale, 300)
    assert till.ask(purchases.standing, sale) == (900, 600)
    assert till.run(purchases.take_back, sale, 300) == (900, 900)


def test_times_lie_between_two_moments_both_counted(till: Till, who: str) -> None:
    moments = [START - dt.timedelta(days=days) for days in (3, 2, 1, 0)]
    for number, at in enumerate(moments):
        till.do(purchases.record, who, 100, f"R{number}", at)
    assert till.ask(purchases.times_since, who, moments[1]) == moments[1:]
    assert till.ask(purchases.times_since, who, moments[0], moments[2]) == moments[:3]


@pytest.mark.parametrize(
    ("sales", "usual"), [((), 0), ((900,), 900), ((100, 900, 5000), 900), ((0, 0, 300), 300), ((1, 2, 3, 4), 3)]
)
def test_a_usual_sale_is_the_middle_one_of_those_that_cost_something(
    till: Till, who: str, sales: tuple[int, ...], usual: int
) -> None:
    for number, yen in enumerate(sales):
        till.do(purchases.record, who, yen, f"R{number}")
    assert till.ask(purchases.usual_yen) == usual


def test_visits_are_counted_as_they_stand(till: Till, who: str) -> None:
    till.do(purchases.record, who, 100, "R1", START - dt.timedelta(days=3))
    latest = till.do(purchases.record, who, 100, "R2")
    assert till.ask(purchases.visits_of, who) == customers.Visits(2, START)
    till.do(purchases.withdraw, latest)
    assert till.ask(purchases.visits_of, who) == customers.Visits(1, START - dt.timedelta(days=3))
