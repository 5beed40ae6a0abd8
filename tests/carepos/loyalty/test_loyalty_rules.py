"""How points are worked out, at, below and above each threshold."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.loyalty import Programme, Reward, Step, Tier, rules
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


REWARDS = (Reward(500, 100), Reward(1000, 300), Reward(2000, 1000))


@pytest.mark.parametrize(
    ("before", "after", "points"),
    [
        (0, 499, None),
        (0, 500, 500),
        (499, 500, 500),
        (500, 501, None),
        (0, 1999, 1000),
        (0, 2000, 2000),
        (999, 2500, 2000),
        (2000, 9999, None),
        (-20, 10, None),
    ],
)
def test_only_the_highest_milestone_just_crossed_is_told(before: int, after: int, points: int | None) -> None:
    crossed = rules.milestone(Programme(rewards=REWARDS), before, after)
    assert (crossed.points if crossed else None) == points


@pytest.mark.parametrize(
    ("points", "yen"),
    [(0, 0), (1, 0), (5, 1), (499, 99), (500, 100), (999, 199), (1000, 300), (2000, 1000), (2001, 1000)],
)
def test_points_are_worth_what_the_best_reward_they_reach_makes_of_them(points: int, yen: int) -> None:
    assert rules.worth(Programme(rewards=REWARDS), points) == yen


@pytest.mark.parametrize(
    ("balance", "reward", "missing"),
    [(-10, 500, 510), (0, 500, 500), (499, 500, 1), (500, 1000, 500), (1999, 2000, 1), (2000, 2000, 2000)],
)
def test_the_next_of_several_rewards(balance: int, reward: int, missing: int) -> None:
    programme = Programme(rewards=REWARDS)
    assert (rules.next_reward(programme, balance).points, rules.to_next(programme, balance)) == (reward, missing)


@pytest.mark.parametrize(
    ("points", "may"),
    [(0, False), (1, False), (19, False), (20, True), (25, False), (30, True), (33, True), (500, True)],
)
def test_points_are_used_from_the_least_in_steps_or_as_many_as_a_reward_needs(points: int, may: bool) -> None:
    programme = Programme(spend_least=20, spend_step=10, rewards=(Reward(33, 33), Reward(500, 500)))
    assert rules.may_spend(programme, points) is may


PROGRAMMES = (
    USUAL,
    Programme(rewards=(Reward(20, 7), Reward(50, 30), Reward(90, 90))),
    Programme(rewards=(Reward(20, 20), Reward(60, 120)), spend_least=10, spend_step=5),
    Programme(rewards=(Reward(33, 50), Reward(77, 140)), spend_least=30, spend_step=10),
)


@given(st.sampled_from(PROGRAMMES), st.integers(-20, 200), st.integers(0, 300))
def test_the_best_use_takes_most_off_for_the_fewest_points(programme: Programme, balance: int, yen: int) -> None:
    """As trying every number of points would find it."""
    fit = [
        (rules.worth(programme, points), -points)
        for points in range(1, balance + 1)
        if rules.may_spend(programme, points) and 0 < rules.worth(programme, points) <= yen
    ]
    found = rules.best_use(programme, balance, yen)
    assert (rules.worth(programme, found), -found) == max(fit, default=(0, 0))


@pytest.mark.parametrize(
    ("usual_yen", "visits"), [(0, None), (99, None), (100, 1500), (1000, 150), (150_000, 1), (149_999, 2)]
)
@pytest.mark.principle("P15")
def test_the_owner_is_told_how_many_visits_the_first_reward_takes(usual_yen: int, visits: int | None) -> None:
    assert rules.visits_to_first(USUAL, usual_yen) == visits
