"""Programmes an owner might set, at random."""

import datetime as dt
from random import Random
from typing import Literal

from carepos.loyalty import Campaign, Programme, Reward, Tier

ALWAYS = dt.date(2000, 1, 1), dt.date(2100, 1, 1)
CAMPAIGNS = (
    Campaign("豆の日", *ALWAYS, percent=150, categories=("coffee",)),
    Campaign("初めての方", *ALWAYS, percent=200, points=3, groups=("new",)),
    Campaign("週末", *ALWAYS, percent=120, weekdays=(5, 6)),
    Campaign("金の日", *ALWAYS, points=11, groups=("gold",)),
)
TIERS: dict[Literal["amount", "visits", "points"], tuple[Tier, ...]] = {
    "amount": (Tier("regular", 0, 100), Tier("gold", 5_000, 150)),
    "visits": (Tier("regular", 0, 100), Tier("gold", 2, 125), Tier("platinum", 4, 133)),
    "points": (Tier("regular", 0, 100), Tier("gold", 40, 150)),
}


def programme(dice: Random) -> Programme:
    """Rules that do not contradict themselves: `Programme` is checked when it is set."""
    pick = dice.choice
    tier_by = pick(("amount", "visits", "points"))
    unit_yen, unit_points = pick(((100, 1), (1_000, 10), (30, 1)))
    spend_least, spend_step = pick(((1, 1), (10, 1), (10, 5)))
    return Programme(
        unit_yen=unit_yen,
        unit_points=unit_points,
        rounding=pick(("down", "nearest", "up")),
        with_tax=pick((True, False)),
        tiers=TIERS[tier_by],
        tier_by=tier_by,
        tier_year=pick(("rolling", "calendar")),
        tier_days=pick((30, 365)),
        grace_days=pick((0, 40)),
        birthday_span=pick(("day", "month")),
        birthday_percent=pick((100, 200)),
        birthday_points=pick((0, 50)),
        campaigns=pick((CAMPAIGNS, CAMPAIGNS[:1], CAMPAIGNS[1:], ())),
        visit_points=pick((0, 5)),
        combining=pick(("best", "sum")),
        expiry=pick(("none", "earned", "visit")),
        expires_months=pick((1, 3)),
        rewards=pick(((Reward(100, 50), Reward(300, 200)), (Reward(30, 10),))),
        redemption=pick(("discount", "payment")),
        spend_least=spend_least,
        spend_step=spend_step,
        after_return=pick(("owe", "settle", "refuse")),
    )
