"""The owner's rules: every figure has its bounds, and rules that contradict themselves are refused at their field."""

import datetime as dt
from typing import Any

import pytest
from shops import START, Clock, Till, refused

from carepos import loyalty
from carepos.loyalty import Campaign, Programme, Reward, Tier
from carepos.loyalty.terms import FIGURES, check

TODAY = START.date()
SUNDAY = TODAY + dt.timedelta(days=1)
REGULAR, GOLD = Tier("regular", 0, 100), Tier("gold", 30_000, 150)


def campaign(**terms: Any) -> dict[str, Any]:
    """A programme's campaigns with one that gives twice the points this week, apart from what is said."""
    usual = {"name": "秋祭り", "starts_on": TODAY, "ends_on": TODAY + dt.timedelta(days=6), "percent": 200}
    return {"campaigns": (Campaign(**(usual | terms)),)}


def test_the_usual_programme_holds() -> None:
    check(Programme())


@pytest.mark.parametrize("field", FIGURES)
def test_a_figure_is_taken_at_its_bounds_and_refused_beyond_them(field: str) -> None:
    least, most = FIGURES[field]
    room = {"rewards": (Reward(10**9, 1),)} if field.startswith("spend_") else {}
    if field == "spend_step":
        room["spend_least"] = most
    check(Programme(**{field: least}, **room))
    check(Programme(**{field: most}, **room))
    for beyond in (least - 1, most + 1, -(10**18), 10**18):
        with refused("programme.figure", field=field, least=least, most=most):
            check(Programme(**{field: beyond}, **room))


@pytest.mark.parametrize(("months", "holds"), [(0, False), (1, True), (120, True), (121, False)])
@pytest.mark.parametrize("expiry", ["earned", "visit"])
def test_points_that_end_last_from_one_month_to_ten_years(expiry: Any, months: int, holds: bool) -> None:
    programme = Programme(expiry=expiry, expires_months=months)
    if holds:
        check(programme)
        return
    with refused("programme.figure", field="expires_months", least=1, most=120):
        check(programme)


def test_how_long_points_last_does_not_matter_where_they_never_end() -> None:
    check(Programme(expiry="none", expires_months=0))


CONTRADICTIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "no tier": ("no_first_tier", "tiers", {"tiers": ()}),
    "no tier from 0": ("no_first_tier", "tiers", {"tiers": (GOLD,)}),
    "a tier below 0": ("no_first_tier", "tiers", {"tiers": (Tier("a", -1, 100), REGULAR)}),
    "two tiers from the same": ("tiers_crossed", "tiers", {"tiers": (REGULAR, Tier("gold", 0, 150))}),
    "a higher tier first": ("tiers_crossed", "tiers", {"tiers": (REGULAR, GOLD, Tier("silver", 10_000, 150))}),
    "a higher tier that gives less": ("tiers_crossed", "tiers", {"tiers": (REGULAR, Tier("gold", 30_000, 99))}),
    "a tier that gives nothing": ("figure", "tiers", {"tiers": (Tier("regular", 0, 0), GOLD)}),
    "a tier nobody reaches": ("figure", "tiers", {"tiers": (REGULAR, Tier("gold", 10**12 + 1, 150))}),
    "two tiers of one name": ("same_name", "tiers", {"tiers": (REGULAR, Tier("regular", 30_000, 150))}),
    "a tier called as new customers are": ("same_name", "tiers", {"tiers": (REGULAR, Tier("new", 30_000, 150))}),
    "a tier without a name": ("tier_unnamed", "tiers", {"tiers": (REGULAR, Tier(" ", 30_000, 150))}),
    "a campaign without a name": ("campaign_unnamed", "campaigns", campaign(name=" ")),
    "a campaign that ends first": ("campaign_ends_first", "campaigns", campaign(ends_on=TODAY - dt.timedelta(1))),
    "a campaign that gives nothing": ("campaign_gives_nothing", "campaigns", campaign(percent=100)),
    "a campaign that takes": ("figure", "campaigns", campaign(percent=99)),
    "a campaign with points below 0": ("figure", "campaigns", campaign(points=-1)),
    "a weekday there is not": ("weekday", "campaigns", campaign(weekdays=(0, 7))),
    "a weekday outside its days": ("campaign_never", "campaigns", campaign(ends_on=SUNDAY, weekdays=(0, 4))),
    "a group there is not": ("group_unknown", "campaigns", campaign(groups=("new", "platinum"))),
    "an item that earns nothing": (
        "campaign_barred", "campaigns", {**campaign(items=("切手",)), "no_points_items": ("切手",)},
    ),
    "a category that earns nothing": ("campaign_barred", "campaigns", campaign(categories=("gift_card",))),
    "two campaigns of one name": (
        "same_name", "campaigns", {"campaigns": campaign()["campaigns"] + campaign(percent=300)["campaigns"]},
    ),
    "no reward": ("no_reward", "rewards", {"rewards": ()}),
    "a reward for nothing": ("figure", "rewards", {"rewards": (Reward(0, 500),)}),
    "a reward of nothing": ("figure", "rewards", {"rewards": (Reward(1500, 0),)}),
    "a larger reward first": ("rewards_crossed", "rewards", {"rewards": (Reward(1500, 500), Reward(500, 100))}),
    "a larger reward worth less a point": (
        "rewards_crossed", "rewards", {"rewards": (Reward(500, 500), Reward(1000, 999))},
    ),
    "a least above the first reward": ("least_above_reward", "spend_least", {"spend_least": 1501}),
    "steps that miss the least": ("step_misses_least", "spend_step", {"spend_least": 15, "spend_step": 10}),
}  # fmt: skip


@pytest.mark.parametrize("said", CONTRADICTIONS)
def test_rules_that_contradict_themselves_are_refused_at_their_field(said: str) -> None:
    rule, field, terms = CONTRADICTIONS[said]
    with refused(f"programme.{rule}", field=field):
        check(Programme(**terms))


@pytest.mark.parametrize(
    "terms",
    [
        campaign(points=5),
        campaign(percent=100, points=1),
        campaign(starts_on=TODAY, ends_on=TODAY, weekdays=(5,)),
        campaign(ends_on=SUNDAY, weekdays=(6,)),
        campaign(groups=("new", "gold")),
        {"rewards": (Reward(500, 500), Reward(1000, 1000))},
        {"spend_least": 1500, "spend_step": 1500},
    ],
)
def test_what_is_just_possible_is_taken(terms: dict[str, Any]) -> None:
    check(Programme(**terms))


def test_refused_rules_change_nothing(till: Till, office: Till) -> None:
    with refused("programme.no_reward"):
        office.do(loyalty.set_programme, Programme(rewards=()), TODAY)
    assert office.ask(loyalty.programmes) == []
    assert till.ask(loyalty.programme) == Programme()


def test_every_version_is_kept_and_told_with_its_first_day(till: Till, office: Till, clock: Clock) -> None:
    first = office.do(loyalty.set_programme, Programme(unit_yen=200), TODAY)
    later = office.do(loyalty.set_programme, Programme(unit_yen=300), TODAY + dt.timedelta(days=9))
    mended = office.do(loyalty.set_programme, Programme(unit_yen=250), TODAY)
    found = [(one.id, one.starts_on, one.programme.unit_yen) for one in office.ask(loyalty.programmes)]
    assert found == [(later, TODAY + dt.timedelta(days=9), 300), (mended, TODAY, 250), (first, TODAY, 200)]
    assert till.ask(loyalty.programme).unit_yen == 250
    clock.forward(days=9)
    assert till.ask(loyalty.programme).unit_yen == 300


def test_a_version_comes_back_as_the_owner_set_it(till: Till, office: Till) -> None:
    programme = Programme(
        unit_yen=1000, unit_points=10, rounding="nearest", with_tax=False, tax_percent=8, no_points_items=("切手",),
        tiers=(REGULAR, GOLD), tier_by="visits", tier_year="calendar", tier_days=180, grace_days=30,
        birthday_span="day", birthday_percent=300, birthday_points=50, visit_points=2, combining="sum",
        expiry="visit", expires_months=6, rewards=(Reward(100, 100), Reward(1000, 1200, "discount")),
        redemption="payment", spend_least=10, spend_step=10, after_return="settle", most_visits=5,
        **campaign(weekdays=(0, 6), items=("湯のみ",), categories=("茶",), groups=("new",), points=3),
    )  # fmt: skip
    office.do(loyalty.set_programme, programme, TODAY)
    assert till.ask(loyalty.programme) == programme


def test_points_earned_are_never_worth_anything_else_afterwards(
    till: Till, office: Till, clock: Clock, make_customer: Any
) -> None:
    who = make_customer()
    office.do(loyalty.set_programme, Programme(expiry="earned", expires_months=1), TODAY)
    first = till.do(loyalty.earn, who, 900, "R1").entry
    before = till.ask(loyalty.explain, first)
    clock.forward(days=1)
    office.do(loyalty.set_programme, Programme(unit_yen=1000, expiry="none"), SUNDAY)
    assert till.do(loyalty.earn, who, 900, "R2").balance == 9
    assert till.ask(loyalty.explain, first) == before
    late = till.do(loyalty.earn, who, 900, "R3", START)
    assert (late.points, late.balance) == (9, 18), "a sale told late earns by the rules of its day"
