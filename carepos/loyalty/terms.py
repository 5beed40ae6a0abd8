"""The owner's rules: what earns points, what they are worth, how long they last; data and its contradictions."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from carepos.errors import Refused

MOST_POINTS = 10**9
MOST_EACH = 10_000
MOST_YEN = 10**12
MOST_DAYS = 3_660
GIFT_CARD, FEE = "gift_card", "fee"
NEW = "new"
"""The group of customers who buy for the first time; all others are named by their tier."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A level, the yen, visits or points from which it holds, and its points in percent of the usual ones."""

    name: str
    needs: int
    percent: int


@dataclass(frozen=True, slots=True)
class Campaign:
    """Days on which some things or some customers earn more: `percent` of the usual points, and `points` on top.

    Without weekdays (0 is Monday), items, categories or groups all of them are meant.
    """

    name: str
    starts_on: dt.date
    ends_on: dt.date
    percent: int = 100
    points: int = 0
    weekdays: tuple[int, ...] = ()
    items: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reward:
    """A milestone: so many points become a coupon or a discount of so many yen."""

    points: int
    yen: int
    kind: Literal["coupon", "discount"] = "coupon"


@dataclass(frozen=True)
class Programme:
    """The shop's rules as the owner sets them; stored whole with each version, so that old points keep theirs."""

    unit_yen: int = 100
    unit_points: int = 1
    rounding: Literal["down", "nearest", "up"] = "down"
    with_tax: bool = True
    tax_percent: int = 10
    no_points_items: tuple[str, ...] = ()
    no_points_categories: tuple[str, ...] = (GIFT_CARD, FEE)
    tiers: tuple[Tier, ...] = field(default=(Tier("regular", 0, 100), Tier("gold", 30_000, 150)))
    tier_by: Literal["amount", "visits", "points"] = "amount"
    tier_year: Literal["rolling", "calendar"] = "rolling"
    tier_days: int = 365
    grace_days: int = 0
    birthday_span: Literal["day", "month"] = "month"
    birthday_percent: int = 100
    birthday_points: int = 0
    campaigns: tuple[Campaign, ...] = ()
    visit_points: int = 0
    combining: Literal["best", "sum"] = "best"
    expiry: Literal["none", "earned", "visit"] = "none"
    expires_months: int = 12
    rewards: tuple[Reward, ...] = (Reward(1500, 500),)
    redemption: Literal["discount", "payment"] = "discount"
    spend_least: int = 1
    spend_step: int = 1
    after_return: Literal["owe", "settle", "refuse"] = "owe"
    most_visits: int = 12

    @property
    def reward_points(self) -> int:
        """Points of the first reward."""
        return self.rewards[0].points

    @property
    def reward_yen(self) -> int:
        """Yen of the first reward."""
        return self.rewards[0].yen


def check(programme: Programme) -> None:
    """Raises Refused("programme.…", field=…) for rules that could not be worked out or contradict themselves."""
    _check_figures(programme)
    _check_tiers(programme)
    for campaign in programme.campaigns:
        _check_campaign(programme, campaign)
    if len({campaign.name for campaign in programme.campaigns}) < len(programme.campaigns):
        raise Refused("programme.same_name", field="campaigns")
    _check_rewards(programme)


def _check_figures(programme: Programme) -> None:
    for name, (least, most) in FIGURES.items():
        _between(name, getattr(programme, name), least, most)
    if programme.expiry != "none":
        _between("expires_months", programme.expires_months, 1, 120)


FIGURES = {
    "unit_yen": (1, MOST_POINTS), "unit_points": (1, MOST_EACH), "tax_percent": (0, 100),
    "tier_days": (1, MOST_DAYS), "grace_days": (0, 366),
    "birthday_percent": (100, MOST_EACH), "birthday_points": (0, MOST_POINTS), "visit_points": (0, MOST_POINTS),
    "spend_least": (1, MOST_POINTS), "spend_step": (1, MOST_POINTS), "most_visits": (1, MOST_POINTS),
}  # fmt: skip
"""The least and the most of every figure that stands alone."""


def _between(name: str, figure: int, least: int, most: int) -> None:
    if not least <= figure <= most:
        raise Refused("programme.figure", field=name, least=least, most=most)


def _check_tiers(programme: Programme) -> None:
    tiers = programme.tiers
    if not tiers or min(tier.needs for tier in tiers) != 0:
        raise Refused("programme.no_first_tier", field="tiers")
    for lower, higher in zip(tiers, tiers[1:], strict=False):
        if higher.needs <= lower.needs or higher.percent < lower.percent:
            raise Refused("programme.tiers_crossed", field="tiers", lower=lower.name, higher=higher.name)
    names = [NEW, *(tier.name.strip() for tier in tiers)]
    if "" in names:
        raise Refused("programme.tier_unnamed", field="tiers")
    if len({*names}) < len(names):
        raise Refused("programme.same_name", field="tiers")
    for tier in tiers:
        _between("tiers", tier.percent, 1, MOST_EACH)
        _between("tiers", tier.needs, 0, MOST_YEN)


def _check_campaign(programme: Programme, campaign: Campaign) -> None:
    if not campaign.name.strip():
        raise Refused("programme.campaign_unnamed", field="campaigns")
    if campaign.ends_on < campaign.starts_on:
        raise Refused("programme.campaign_ends_first", field="campaigns", name=campaign.name)
    if campaign.percent == 100 and not campaign.points:
        raise Refused("programme.campaign_gives_nothing", field="campaigns", name=campaign.name)
    _between("campaigns", campaign.percent, 100, MOST_EACH)
    _between("campaigns", campaign.points, 0, MOST_POINTS)
    if not {*campaign.weekdays} <= {*range(7)}:
        raise Refused("programme.weekday", field="campaigns", name=campaign.name)
    if not _runs(campaign):
        raise Refused("programme.campaign_never", field="campaigns", name=campaign.name)
    if unknown := {*campaign.groups} - {NEW, *(tier.name for tier in programme.tiers)}:
        raise Refused("programme.group_unknown", field="campaigns", name=campaign.name, group=min(unknown))
    without = {*programme.no_points_items, *programme.no_points_categories}
    if barred := without & {*campaign.items, *campaign.categories}:
        raise Refused("programme.campaign_barred", field="campaigns", name=campaign.name, item=min(barred))


def _runs(campaign: Campaign) -> bool:
    """Whether one of its weekdays lies between its first day and its last."""
    days = min((campaign.ends_on - campaign.starts_on).days, 6)
    first = campaign.starts_on.weekday()
    return not campaign.weekdays or any((first + day) % 7 in campaign.weekdays for day in range(days + 1))


def _check_rewards(programme: Programme) -> None:
    rewards = programme.rewards
    if not rewards:
        raise Refused("programme.no_reward", field="rewards")
    for reward in rewards:
        _between("rewards", min(reward.points, reward.yen), 1, MOST_POINTS)
    for lower, higher in zip(rewards, rewards[1:], strict=False):
        if higher.points <= lower.points or higher.yen * lower.points < lower.yen * higher.points:
            raise Refused("programme.rewards_crossed", field="rewards", lower=lower.points, higher=higher.points)
    if programme.spend_least > rewards[0].points:
        raise Refused("programme.least_above_reward", field="spend_least", points=rewards[0].points)
    if programme.spend_least % programme.spend_step:
        raise Refused("programme.step_misses_least", field="spend_step", least=programme.spend_least)
