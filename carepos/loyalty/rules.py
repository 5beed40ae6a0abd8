"""Working points out: pure functions in whole numbers, each step kept so that it can be told (P15)."""

import calendar
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from carepos.loyalty.terms import NEW, Campaign, Programme, Reward


class Line(Protocol):
    """What of a receipt's line counts: what was bought, of which category, for how many yen with tax."""

    @property
    def item(self) -> str:
        """The thing's name."""

    @property
    def category(self) -> str:
        """Its category, or nothing."""

    @property
    def yen(self) -> int:
        """Its price with tax."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of a sale besides its amount: day, tier, whether it is a birthday (and the
    year's bonus for it is still due), a first sale, a day's first."""

    day: dt.date
    tier: str = ""
    birthday: bool = False
    birthday_bonus: bool = False
    new: bool = False
    first_today: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One reason for points: "base", "tier", "birthday", "birthday_bonus", "campaign", "campaign_bonus" or "visit"."""

    what: str
    name: str
    percent: int
    points: int


@dataclass(frozen=True, slots=True)
class Quote:
    """What a sale earns, step by step; `base_yen` is the part of `yen` that earns."""

    yen: int
    base_yen: int
    tier: str
    steps: tuple[Step, ...]

    @property
    def points(self) -> int:
        """All points together."""
        return sum(step.points for step in self.steps)

    @property
    def usual(self) -> int:
        """What the base alone earns."""
        return self.steps[0].points

    @property
    def percent(self) -> int:
        """What the tier makes of the usual points."""
        return next((step.percent for step in self.steps if step.what == "tier"), 100)


def quote(
    programme: Programme, yen: int, occasion: Occasion, lines: Sequence[Line] = (), no_points_yen: int = 0
) -> Quote:
    """What a sale of `yen` (with tax) earns; `no_points_yen` of it was paid with points or earns nothing.

    Factors: the best one alone, or what each adds, summed, as the programme says; bonuses always come on top. Each
    factor is rounded on what all before it made, so the steps add up to the whole (P15).
    """
    base = base_yen(programme, yen, lines, no_points_yen)
    usual = _rounded(base, programme.unit_yen, programme.rounding) * programme.unit_points
    steps = [Step("base", "", 100, usual), *_factor_steps(programme, usual, occasion, lines)]
    steps += _bonuses(programme, base, occasion, lines)
    return Quote(yen, base, occasion.tier, tuple(steps))


def base_yen(programme: Programme, yen: int, lines: Sequence[Line] = (), no_points_yen: int = 0) -> int:
    """The yen that earn: not marked items and categories, not what was paid with points, no tax if so set."""
    without = sum(line.yen for line in lines if _earns_nothing(programme, line))
    base = max(yen - without - no_points_yen, 0)
    return base if programme.with_tax else base * 100 // (100 + programme.tax_percent)


def _earns_nothing(programme: Programme, line: Line) -> bool:
    return line.item in programme.no_points_items or line.category in programme.no_points_categories


def _rounded(number: int, unit: int, rounding: str) -> int:
    ahead = {"down": 0, "nearest": unit // 2, "up": unit - 1}[rounding]
    return (number + ahead) // unit


Factor = tuple[str, str, int, tuple[int, ...]]
"""What it is, its name, its percent, and the shares (by place) it holds for."""


def _factor_steps(programme: Programme, usual: int, occasion: Occasion, lines: Sequence[Line]) -> list[Step]:
    shares = shared(usual, [line.yen for line in lines if not _earns_nothing(programme, line)])
    factors = _factors(programme, occasion, lines, len(shares))
    best = programme.combining == "best"
    steps, before = [], usual
    for count, (what, name, percent, _) in enumerate(factors, 1):
        hundredths = sum(
            share * _together([factor[2] for factor in factors[:count] if place in factor[3]], best)
            for place, share in enumerate(shares)
        )
        after = _rounded(hundredths, 100, programme.rounding)
        if after != before or what == "tier":
            steps.append(Step(what, name, percent, after - before))
        before = after
    return steps


def _together(percents: list[int], best: bool) -> int:
    return max(percents, default=100) if best else 100 + sum(percent - 100 for percent in percents)


def _factors(programme: Programme, occasion: Occasion, lines: Sequence[Line], count: int) -> list[Factor]:
    everything = tuple(range(count))
    found: list[Factor] = []
    percent = next((tier.percent for tier in programme.tiers if tier.name == occasion.tier), 100)
    if percent != 100:
        found.append(("tier", occasion.tier, percent, everything))
    if occasion.birthday and programme.birthday_percent != 100:
        found.append(("birthday", "", programme.birthday_percent, everything))
    earning = [line for line in lines if not _earns_nothing(programme, line)]
    for campaign in _running(programme, occasion):
        if campaign.percent != 100 and (places := _places(campaign, earning, everything)):
            found.append(("campaign", campaign.name, campaign.percent, places))
    return found


def _running(programme: Programme, occasion: Occasion) -> list[Campaign]:
    """The campaigns of a day for this customer, in the owner's order."""
    groups = {occasion.tier, NEW} if occasion.new else {occasion.tier}
    return [
        campaign
        for campaign in programme.campaigns
        if campaign.starts_on <= occasion.day <= campaign.ends_on
        and (not campaign.weekdays or occasion.day.weekday() in campaign.weekdays)
        and (not campaign.groups or groups & set(campaign.groups))
    ]


def told_apart(programme: Programme, occasion: Occasion) -> tuple[list[str], list[str]]:
    """The items and the categories that a sale's campaigns are about: how much of it they are must be asked."""
    running = _running(programme, occasion)
    items = dict.fromkeys(item for campaign in running for item in campaign.items)
    categories = dict.fromkeys(category for campaign in running for category in campaign.categories)
    barred = {*programme.no_points_items, *programme.no_points_categories}
    return [item for item in items if item not in barred], [one for one in categories if one not in barred]


def _places(campaign: Campaign, lines: Sequence[Line], everything: tuple[int, ...]) -> tuple[int, ...]:
    """Which shares a campaign is about; one for certain things needs the receipt's lines."""
    if not campaign.items and not campaign.categories:
        return everything
    return tuple(
        place
        for place, line in enumerate(lines)
        if line.item in campaign.items or (line.category and line.category in campaign.categories)
    )


def _bonuses(programme: Programme, base: int, occasion: Occasion, lines: Sequence[Line]) -> list[Step]:
    found = []
    if base and occasion.birthday_bonus and programme.birthday_points:
        found.append(Step("birthday_bonus", "", 100, programme.birthday_points))
    earning = [line for line in lines if not _earns_nothing(programme, line)]
    for campaign in _running(programme, occasion) if base else ():
        if campaign.points and _places(campaign, earning, (0,)):
            found.append(Step("campaign_bonus", campaign.name, 100, campaign.points))
    if base and occasion.first_today and programme.visit_points:
        found.append(Step("visit", "", 100, programme.visit_points))
    return found


def shared(points: int, amounts: Sequence[int]) -> list[int]:
    """Points shared out by amount; what rounding leaves goes, one each, to the first lines. One share without lines."""
    whole = sum(amounts)
    if whole <= 0:
        return [points]
    shares = [points * amount // whole for amount in amounts]
    for place in range(points - sum(shares)):
        shares[place] += 1
    return shares


def tier_for(programme: Programme, reached: int) -> str:
    """The highest tier whose threshold is reached."""
    return max((tier for tier in programme.tiers if reached >= tier.needs), key=lambda tier: tier.needs).name


def last_day(programme: Programme, day: dt.date) -> dt.date | None:
    """The last day points of a sale or visit on `day` can be used: the end of a month, or None for never."""
    if programme.expiry == "none":
        return None
    months = day.month - 1 + programme.expires_months
    year, month = day.year + months // 12, months % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def next_reward(programme: Programme, balance: int) -> Reward:
    """The first reward not reached yet; above them all, the largest once more."""
    return next((reward for reward in programme.rewards if reward.points > balance), programme.rewards[-1])


def to_next(programme: Programme, balance: int) -> int:
    """Points still missing to the next reward; above the largest, to the next time it is full."""
    reward = next_reward(programme, balance)
    return reward.points - balance if reward.points > balance else reward.points - balance % reward.points


def milestone(programme: Programme, before: int, after: int) -> Reward | None:
    """The highest reward an earning has just crossed, or None."""
    crossed = [reward for reward in programme.rewards if before < reward.points <= after]
    return crossed[-1] if crossed else None


def worth(programme: Programme, points: int) -> int:
    """Yen that points take off, by the best reward they reach, else by the first one's rate; rounded down."""
    reached = [reward for reward in programme.rewards if reward.points <= points] or programme.rewards[:1]
    return points * reached[-1].yen // reached[-1].points


def best_use(programme: Programme, balance: int, yen: int) -> int:
    """The points proposed for a sale of `yen`: what takes most off it for the fewest points, never more; 0 for none."""
    above = [reward.points - 1 for reward in programme.rewards[1:]] + [balance]
    tried = {reward.points for reward in programme.rewards}
    for reward, most in zip(programme.rewards, above, strict=True):
        tried.add(_fewest(programme, reward, min(most, balance, ((yen + 1) * reward.points - 1) // reward.yen)))
    fit = [points for points in tried if points <= balance and 0 < worth(programme, points) <= yen]
    return max((points for points in fit if may_spend(programme, points)), key=_value(programme), default=0)


def _fewest(programme: Programme, reward: Reward, most: int) -> int:
    """The fewest points, in whole steps, that take off as much as `most` points do at a reward's rate."""
    step = programme.spend_step
    yen = most // step * step * reward.yen // reward.points
    fewest = -(-yen * reward.points // reward.yen)
    return max(-(-fewest // step) * step, programme.spend_least)


def _value(programme: Programme) -> Callable[[int], tuple[int, int]]:
    return lambda points: (worth(programme, points), -points)


def may_spend(programme: Programme, points: int) -> bool:
    """Whether so many points may be used at once: the least or more, in whole steps, or a reward's own number."""
    in_steps = points >= programme.spend_least and points % programme.spend_step == 0
    return in_steps or points in {reward.points for reward in programme.rewards}


def points_kept(earned: int, sale_yen: int, returned_yen: int) -> int:
    """Points that stay after part of a sale came back: in proportion, the odd point goes back with the goods."""
    return earned * (sale_yen - returned_yen) // sale_yen if sale_yen else 0


def is_birthday(programme: Programme, birthday: str | None, day: dt.date) -> bool:
    """Whether `day` is in the month, or is the day, of a birthday ("MM-DD" or "YYYY-MM-DD"); 29 February is also 28."""
    if not birthday:
        return False
    month, date = (int(part) for part in birthday.split("-")[-2:])
    if programme.birthday_span == "month":
        return day.month == month
    last = calendar.monthrange(day.year, month)[1]
    return (day.month, day.day) == (month, min(date, last))


def visits_to_first(programme: Programme, usual_yen: int) -> int | None:
    """Visits a usual customer needs for the first reward; None if they would never reach it."""
    each = quote(programme, usual_yen, Occasion(dt.date.min, programme.tiers[0].name, first_today=True)).points
    return -(-programme.reward_points // each) if each else None


def example(programme: Programme, yen: int = 900) -> int:
    """The points of a plain sale, for the example beside each setting."""
    return quote(programme, yen, Occasion(dt.date.min, programme.tiers[0].name)).points
