"""How points are worked out, at, below and above each threshold."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.loyalty import Programme, Step, Tier, rules
from carepos.loyalty.rules import Occasion

USUAL, DAY = Programme(), dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("yen", "tier", "points"),
    [
        (0, "regular", 0),
        (99, "regular", 0),
        (100, "regular", 1),
        (101, "regular", 1),
        (900, "regular", 9),
        (900, "gold", 13),
        (999, "gold", 13),
        (1000, "gold", 15),
        (3240, "regular", 32),
        (3240, "gold", 48),
        (900, "a tier that is no more", 9),
        (10**12, "gold", 15 * 10**9),
    ],
)
@pytest.mark.principle("P15")
def test_a_sale_earns_full_units_only_then_its_tier(yen: int, tier: str, points: int) -> None:
    assert rules.quote(USUAL, yen, Occasion(DAY, tier)).points == points


def test_a_quote_tells_every_step() -> None:
    quote = rules.quote(USUAL, 3240, Occasion(DAY, "gold"))
    steps = (Step("base", "", 100, 32), Step("tier", "gold", 150, 16))
    assert quote == rules.Quote(3240, base_yen=3240, tier="gold", steps=steps)
    assert (quote.usual, quote.percent, quote.points) == (32, 150, 48)


@pytest.mark.parametrize(("spent", "tier"), [(0, "regular"), (29_999, "regular"), (30_000, "gold"), (30_001, "gold")])
def test_a_tier_begins_at_its_threshold(spent: int, tier: str) -> None:
    assert rules.tier_for(USUAL, spent) == tier


@given(st.permutations([Tier("regular", 0, 100), Tier("silver", 10_000, 120), Tier("gold", 30_000, 150)]))
def test_tiers_are_found_in_whatever_order_they_stand(tiers: list[Tier]) -> None:
    programme = Programme(tiers=tuple(tiers))
    assert [rules.tier_for(programme, yen) for yen in (9_999, 10_000, 30_000)] == ["regular", "silver", "gold"]


@pytest.mark.parametrize(("balance", "missing"), [(0, 1500), (1, 1499), (1499, 1), (1500, 1500), (1501, 1499)])
def test_the_next_reward_is_this_far(balance: int, missing: int) -> None:
    assert rules.to_next(USUAL, balance) == missing


@pytest.mark.parametrize(
    ("months", "earned_on", "last_day"),
    [
        (1, dt.date(2026, 11, 30), dt.date(2026, 12, 31)),
        (3, dt.date(2026, 11, 30), dt.date(2027, 2, 28)),
        (3, dt.date(2027, 11, 1), dt.date(2028, 2, 29)),
        (12, dt.date(2026, 11, 21), dt.date(2027, 11, 30)),
        (24, dt.date(2026, 12, 31), dt.date(2028, 12, 31)),
    ],
)
def test_points_last_to_the_end_of_a_month(months: int, earned_on: dt.date, last_day: dt.date) -> None:
    for expiry in ("earned", "visit"):
        assert rules.last_day(Programme(expiry=expiry, expires_months=months), earned_on) == last_day
    assert rules.last_day(Programme(expiry="none", expires_months=months), earned_on) is None


@pytest.mark.parametrize(
    ("earned", "sale", "returned", "kept"),
    [
        (9, 900, 0, 9),
        (9, 900, 1, 8),
        (9, 900, 450, 4),
        (9, 900, 899, 0),
        (9, 900, 900, 0),
        (0, 0, 0, 0),
        (7, 700, 233, 4),
    ],
)
def test_a_return_leaves_points_in_proportion_rounded_down(earned: int, sale: int, returned: int, kept: int) -> None:
    assert rules.points_kept(earned, sale, returned) == kept


@given(st.integers(0, 10**9), st.integers(1, 10**12), st.data())
def test_more_returned_never_leaves_more(earned: int, sale: int, data: st.DataObject) -> None:
    less, more = sorted(data.draw(st.tuples(st.integers(0, sale), st.integers(0, sale))))
    assert earned >= rules.points_kept(earned, sale, less) >= rules.points_kept(earned, sale, more) >= 0
