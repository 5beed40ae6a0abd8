"""What a sale earns under every setting of the programme, reason by reason."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.loyalty import Campaign, Programme, Tier, rules
from carepos.loyalty.rules import Occasion
from carepos.purchases import Line

USUAL, DAY = Programme(), dt.date(2026, 11, 21)
TEA, CUP, STAMP = (
    Line("ほうじ茶", 1000, 400, "茶"),
    Line("湯のみ", 1000, 600, "器"),
    Line("切手", 1000, 840, "gift_card"),
)


def steps(programme: Programme, yen: int, occasion: Occasion, lines: Sequence[Line] = ()) -> list[tuple[str, str, int]]:
    """What a sale earns, step by step."""
    quote = rules.quote(programme, yen, occasion, lines)
    assert quote.points == sum(step.points for step in quote.steps)
    return [(step.what, step.name, step.points) for step in quote.steps]


@pytest.mark.parametrize(
    ("unit_yen", "unit_points", "yen", "points"),
    [
        (100, 1, 900, 9),
        (1000, 10, 900, 0),
        (1000, 10, 999, 0),
        (1000, 10, 1000, 10),
        (1000, 10, 1999, 10),
        (1, 1, 900, 900),
        (200, 3, 399, 3),
        (10**9, 1, 10**9 - 1, 0),
        (10**9, 1, 10**9, 1),
    ],
)
def test_points_come_by_the_unit(unit_yen: int, unit_points: int, yen: int, points: int) -> None:
    assert rules.example(Programme(unit_yen=unit_yen, unit_points=unit_points), yen) == points


@pytest.mark.parametrize(
    ("rounding", "found"), [("down", [0, 0, 0, 1, 1, 1]), ("nearest", [0, 0, 1, 1, 1, 2]), ("up", [1, 1, 1, 1, 2, 2])]
)
def test_a_part_of_a_unit_is_rounded_as_set(rounding: Any, found: list[int]) -> None:
    programme = Programme(rounding=rounding)
    assert [rules.example(programme, yen) for yen in (1, 49, 50, 100, 101, 150)] == found


@pytest.mark.parametrize(("rounding", "gold"), [("down", 13), ("nearest", 14), ("up", 14)])
def test_half_a_point_of_a_factor_is_rounded_as_set(rounding: Any, gold: int) -> None:
    assert rules.quote(Programme(rounding=rounding), 900, Occasion(DAY, "gold")).points == gold


@pytest.mark.parametrize(
    ("with_tax", "percent", "yen", "base"),
    [
        (True, 10, 1100, 1100),
        (False, 10, 1100, 1000),
        (False, 10, 1099, 999),
        (False, 10, 109, 99),
        (False, 10, 110, 100),
        (False, 8, 108, 100),
        (False, 0, 100, 100),
    ],
)
def test_tax_earns_points_only_if_so_set(with_tax: bool, percent: int, yen: int, base: int) -> None:
    assert rules.base_yen(Programme(with_tax=with_tax, tax_percent=percent), yen) == base


def test_marked_items_and_categories_and_the_part_paid_with_points_earn_nothing() -> None:
    lines = (TEA, CUP, STAMP)
    assert rules.base_yen(USUAL, 1840, lines) == 1000
    assert rules.base_yen(Programme(no_points_categories=()), 1840, lines) == 1840
    assert rules.base_yen(Programme(no_points_items=("湯のみ",)), 1840, lines) == 400
    assert rules.base_yen(Programme(no_points_categories=("茶", "器", "gift_card")), 1840, lines) == 0
    assert rules.base_yen(USUAL, 1840, lines, no_points_yen=300) == 700
    assert rules.base_yen(USUAL, 1840, lines, no_points_yen=1840) == 0


@pytest.mark.parametrize("tier", ["gold", "regular"])
def test_a_sale_of_nothing_that_earns_brings_no_bonus_either(tier: str) -> None:
    programme = Programme(visit_points=5, birthday_points=50, campaigns=(Campaign("祭", DAY, DAY, points=7),))
    occasion = Occasion(DAY, tier, birthday=True, birthday_bonus=True)
    assert rules.quote(programme, 840, occasion, (STAMP,)).points == 0


@pytest.mark.parametrize(("first", "points"), [(True, 12), (False, 9)])
def test_a_visit_has_its_bonus_once_a_day(first: bool, points: int) -> None:
    assert rules.quote(Programme(visit_points=3), 900, Occasion(DAY, "regular", first_today=first)).points == points


def test_a_birthday_multiplies_and_its_bonus_comes_on_top() -> None:
    programme = Programme(birthday_percent=200, birthday_points=50)
    base = ("base", "", 9)
    assert steps(programme, 900, Occasion(DAY, "regular")) == [base]
    assert steps(programme, 900, Occasion(DAY, "regular", birthday=True)) == [base, ("birthday", "", 9)]
    occasion = Occasion(DAY, "regular", birthday=True, birthday_bonus=True)
    assert steps(programme, 900, occasion) == [base, ("birthday", "", 9), ("birthday_bonus", "", 50)]


@pytest.mark.parametrize(
    ("birthday", "day", "month", "on_day"),
    [
        ("11-21", dt.date(2026, 11, 21), True, True),
        ("11-21", dt.date(2026, 11, 20), True, False),
        ("11-21", dt.date(2026, 10, 31), False, False),
        ("11-21", dt.date(2026, 12, 1), False, False),
        ("1980-11-21", dt.date(2026, 11, 21), True, True),
        ("02-29", dt.date(2027, 2, 28), True, True),
        ("02-29", dt.date(2028, 2, 28), True, False),
        ("02-29", dt.date(2028, 2, 29), True, True),
        ("02-29", dt.date(2027, 3, 1), False, False),
        ("", dt.date(2026, 11, 21), False, False),
        (None, dt.date(2026, 11, 21), False, False),
    ],
)
def test_a_birthday_is_a_month_or_a_day(birthday: str | None, day: dt.date, month: bool, on_day: bool) -> None:
    assert rules.is_birthday(Programme(birthday_span="month"), birthday, day) is month
    assert rules.is_birthday(Programme(birthday_span="day"), birthday, day) is on_day


def campaigned(day: dt.date = DAY, tier: str = "regular", new: bool = False, **terms: Any) -> int:
    """Points of 1,000 yen, tea and a cup, beside a campaign of three times the points from Thursday to Saturday."""
    usual = {"name": "三日祭", "starts_on": dt.date(2026, 11, 19), "ends_on": DAY, "percent": 300}
    programme = Programme(
        campaigns=(Campaign(**(usual | terms)),), tiers=(Tier("regular", 0, 100), Tier("gold", 1, 100))
    )
    return rules.quote(programme, 1000, Occasion(day, tier, new=new), (TEA, CUP)).points


@pytest.mark.parametrize(("day", "points"), [(18, 10), (19, 30), (20, 30), (21, 30), (22, 10)])
def test_a_campaign_runs_from_its_first_day_to_its_last(day: int, points: int) -> None:
    assert campaigned(dt.date(2026, 11, day)) == points


@pytest.mark.parametrize(("day", "points"), [(19, 10), (20, 30), (21, 10)])
def test_a_campaign_runs_on_its_weekdays(day: int, points: int) -> None:
    assert campaigned(dt.date(2026, 11, day), weekdays=(4,)) == points


@pytest.mark.parametrize(
    ("terms", "points"),
    [
        ({"items": ("湯のみ",)}, 10 + 12),
        ({"categories": ("茶",)}, 10 + 8),
        ({"items": ("湯のみ",), "categories": ("茶",)}, 30),
        ({"items": ("急須",)}, 10),
        ({"items": ("湯のみ",), "percent": 100, "points": 7}, 17),
        ({"items": ("急須",), "percent": 100, "points": 7}, 10),
        ({"percent": 100, "points": 7}, 17),
        ({"points": 7}, 37),
    ],
)
def test_a_campaign_is_for_its_things_alone(terms: dict[str, Any], points: int) -> None:
    assert campaigned(**terms) == points


def test_what_the_campaigns_of_a_sale_are_about_is_asked_for() -> None:
    next_day = DAY + dt.timedelta(days=1)
    programme = Programme(
        no_points_items=("切手",),
        campaigns=(
            Campaign("器の日", DAY, DAY, 300, items=("湯のみ", "切手"), categories=("器",)),
            Campaign("茶の日", DAY, next_day, 200, items=("ほうじ茶", "湯のみ")),
            Campaign("日曜", DAY, next_day, 200, weekdays=(6,), categories=("茶",)),
            Campaign("みんな", DAY, next_day, 200),
            Campaign("ゴールド", DAY, next_day, 200, items=("皿",), groups=("gold",)),
        ),
    )
    assert rules.told_apart(programme, Occasion(DAY, "regular")) == (["湯のみ", "ほうじ茶"], ["器"])
    assert rules.told_apart(programme, Occasion(next_day, "regular")) == (["ほうじ茶", "湯のみ"], ["茶"])
    assert rules.told_apart(programme, Occasion(next_day, "gold")) == (["ほうじ茶", "湯のみ", "皿"], ["茶"])
    assert rules.told_apart(USUAL, Occasion(DAY, "gold")) == ([], [])


def test_a_campaign_for_things_gives_nothing_on_a_receipt_without_lines() -> None:
    campaign = Campaign("器の日", DAY, DAY, 300, points=7, items=("湯のみ",))
    assert rules.quote(Programme(campaigns=(campaign,)), 1000, Occasion(DAY, "regular")).points == 10


@pytest.mark.parametrize(
    ("groups", "tier", "new", "points"),
    [
        (("gold",), "gold", False, 30),
        (("gold",), "regular", False, 10),
        (("new",), "regular", True, 30),
        (("new",), "regular", False, 10),
        (("new", "gold"), "gold", False, 30),
    ],
)
def test_a_campaign_is_for_its_customers_alone(groups: tuple[str, ...], tier: str, new: bool, points: int) -> None:
    assert campaigned(groups=groups, tier=tier, new=new) == points


EVERYTHING = {
    "birthday_percent": 200,
    "campaigns": (Campaign("祭", DAY, DAY, 300), Campaign("器", DAY, DAY, 400, items=("湯のみ",))),
    "visit_points": 1,
}
BUSY = Occasion(DAY, "gold", birthday=True)


def test_of_several_factors_the_best_counts_thing_by_thing() -> None:
    assert steps(Programme(combining="best", **EVERYTHING), 1000, BUSY, (TEA, CUP)) == [
        ("base", "", 10),
        ("tier", "gold", 5),
        ("birthday", "", 5),
        ("campaign", "祭", 10),
        ("campaign", "器", 6),
        ("visit", "", 1),
    ]


def test_or_what_each_of_them_adds_is_summed() -> None:
    assert steps(Programme(combining="sum", **EVERYTHING), 1000, BUSY, (TEA, CUP)) == [
        ("base", "", 10),
        ("tier", "gold", 5),
        ("birthday", "", 10),
        ("campaign", "祭", 20),
        ("campaign", "器", 18),
        ("visit", "", 1),
    ]


def test_a_factor_that_a_better_one_covers_is_not_told() -> None:
    programme = Programme(birthday_percent=120, combining="best")
    assert steps(programme, 1000, BUSY) == [("base", "", 10), ("tier", "gold", 5)]


@given(
    st.integers(0, 10**7),
    st.sampled_from(["down", "nearest", "up"]),
    st.sampled_from(["best", "sum"]),
    st.sampled_from(["regular", "gold"]),
    st.lists(st.sampled_from([TEA, CUP, STAMP]), max_size=5),
)
def test_the_steps_are_never_below_zero_and_best_is_never_more_than_sum(
    yen: int, rounding: Any, combining: Any, tier: str, lines: list[Line]
) -> None:
    def earned(combining: Any) -> rules.Quote:
        programme = Programme(rounding=rounding, combining=combining, **EVERYTHING)
        return rules.quote(programme, yen, Occasion(DAY, tier, birthday=True), lines)

    assert min(step.points for step in earned(combining).steps) >= 0
    assert earned("best").points <= earned("sum").points
