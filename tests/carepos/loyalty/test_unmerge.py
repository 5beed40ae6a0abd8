"""Two customers taken apart: what each did before the merge is their own, what was used since is the one kept's."""

import datetime as dt
from collections.abc import Callable

import pytest
from shops import Till

from carepos import loyalty

FOREVER = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def kept(make_customer: Callable[..., str]) -> str:
    return make_customer()


@pytest.fixture
def gone(make_customer: Callable[..., str]) -> str:
    return make_customer()


def points(till: Till, *people: str) -> list[int]:
    return [till.ask(loyalty.balance, who) for who in people]


def used_and_returned(till: Till, who: str, receipt: str) -> str:
    """10 points used on goods that come back, so that the points do too; hands back the return."""
    till.do(loyalty.spend, who, 10, receipt)
    till.do(loyalty.earn, who, 50, receipt)
    return till.do(loyalty.return_sale, who, receipt, 50).entry


def test_points_used_since_by_a_return_that_was_none_are_the_one_kept_s_use(
    till: Till, office: Till, kept: str, gone: str
) -> None:
    office.do(loyalty.open_balance, gone, 10)
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.undo, used_and_returned(till, kept, "R1"))
    office.do(loyalty.open_balance, kept, 50)
    till.do(loyalty.unmerge, merge)
    assert points(till, kept, gone) == [40, 10]


def test_points_used_before_by_a_return_that_was_none_are_not_given_back(
    till: Till, office: Till, kept: str, gone: str
) -> None:
    office.do(loyalty.open_balance, kept, 50)
    office.do(loyalty.open_balance, gone, 10)
    returned = used_and_returned(till, gone, "R1")
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.undo, returned)
    till.do(loyalty.unmerge, merge)
    assert points(till, kept, gone) == [50, 0]


def test_goods_that_come_back_after_two_merges_cost_the_one_who_had_bought_them(
    till: Till, kept: str, gone: str, make_customer: Callable[..., str]
) -> None:
    last = make_customer()
    till.do(loyalty.earn, last, 5_000, "R1")
    till.do(loyalty.earn, gone, 1_000, "R2")
    first, second = till.do(loyalty.merge, kept, gone), till.do(loyalty.merge, last, kept)
    till.do(loyalty.return_sale, last, "R2", 400)
    till.do(loyalty.unmerge, second)
    assert points(till, last, kept) == [50, 6]
    till.do(loyalty.unmerge, first)
    assert points(till, kept, gone) == [0, 6]


def test_what_another_s_goods_took_counts_as_the_one_kept_s_use(till: Till, office: Till, kept: str, gone: str) -> None:
    till.do(loyalty.earn, kept, 1_000, "R1")
    till.do(loyalty.spend, kept, 10)
    office.do(loyalty.open_balance, gone, 10)
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.return_sale, kept, "R1", 1_000)
    office.do(loyalty.open_balance, kept, 50)
    till.do(loyalty.unmerge, merge)
    assert points(till, kept, gone) == [40, 10]


def test_points_owed_for_the_other_s_goods_go_with_the_other(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.earn, gone, 10_000, "R1")
    till.do(loyalty.spend, gone, 80)
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.return_sale, kept, "R1", 10_000)
    assert points(till, kept, gone) == [-80, 0]
    till.do(loyalty.unmerge, merge)
    assert points(till, kept, gone) == [0, -80]


def test_of_points_used_before_the_merge_nothing_is_left_with_the_one_kept(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.earn, kept, 5_000, "R1")
    till.do(loyalty.earn, gone, 10_000, "R2")
    till.do(loyalty.spend, gone, 100)
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.return_sale, kept, "R2", 4_000)
    assert points(till, kept, gone) == [10, 0]
    till.do(loyalty.unmerge, merge)
    assert points(till, kept, gone) == [50, -40]


def test_a_return_while_merged_that_was_none_gives_the_points_to_whose_goods_they_were(
    till: Till, kept: str, gone: str
) -> None:
    sale = till.do(loyalty.earn, gone, 10_000, "R1")
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.return_sale, kept, "R1", 5_000)
    till.do(loyalty.unmerge, merge)
    assert points(till, kept, gone) == [0, 50]
    (again,) = (row for row in till.ask(loyalty.history, gone, FOREVER, 9) if row.kind == "return")
    till.do(loyalty.undo, again.id)
    assert points(till, kept, gone) == [0, 100]
    till.do(loyalty.undo, sale.entry)
    assert points(till, kept, gone) == [0, 0]


def test_a_sale_taken_back_while_merged_costs_the_one_who_had_used_its_points(
    till: Till, office: Till, kept: str, gone: str, make_customer: Callable[..., str]
) -> None:
    last = make_customer()
    sale = till.do(loyalty.earn, gone, 10_000, "R1")
    till.do(loyalty.spend, gone, 70)
    first, second = till.do(loyalty.merge, kept, gone), till.do(loyalty.merge, last, kept)
    office.do(loyalty.undo, sale.entry)
    assert points(till, last, kept, gone) == [-70, 0, 0]
    till.do(loyalty.unmerge, second)
    assert points(till, last, kept, gone) == [0, -70, 0]
    till.do(loyalty.unmerge, first)
    assert points(till, last, kept, gone) == [0, 0, -70]


def test_merged_and_parted_again_nobody_bears_a_return_twice(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.earn, gone, 10_000, "R1")
    till.do(loyalty.spend, gone, 80)
    first = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.return_sale, kept, "R1", 6_000)
    till.do(loyalty.unmerge, first)
    second = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.return_sale, kept, "R1", 4_000)
    till.do(loyalty.unmerge, second)
    assert points(till, kept, gone) == [0, -80]


def test_the_day_s_figures_count_nothing_that_only_went_to_the_other(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.earn, gone, 10_000, "R1")
    till.do(loyalty.spend, gone, 80)
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.return_sale, kept, "R1", 10_000)
    day = till.shop.clock().date()
    before = till.ask(loyalty.day_points, day), till.ask(loyalty.adjusted_on, day)
    till.do(loyalty.unmerge, merge)
    assert (till.ask(loyalty.day_points, day), till.ask(loyalty.adjusted_on, day)) == before
