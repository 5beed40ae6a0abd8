"""How points are worked out; pure functions on whole numbers."""

import calendar
import datetime as dt
from dataclasses import dataclass, field

from carepos.errors import Refused

MOST_POINTS = 10**9


@dataclass(frozen=True, slots=True)
class Tier:
    """A level reached by `yen` spent within the programme's days; its points are `percent` of the usual ones."""

    name: str
    yen: int
    percent: int


@dataclass(frozen=True, slots=True)
class Programme:
    """`unit_points` for each full `unit_yen`, times the tier; `reward_points` bring `reward_yen` off."""

    unit_yen: int = 100
    unit_points: int = 1
    tiers: tuple[Tier, ...] = field(default=(Tier("regular", 0, 100), Tier("gold", 30_000, 150)))
    tier_days: int = 365
    reward_points: int = 1500
    reward_yen: int = 500
    expires_months: int = 0


def check(programme: Programme) -> None:
    """Raises Refused("amount.not_positive") for a programme that could not be worked out."""
    figures = (programme.unit_yen, programme.unit_points, programme.reward_points, programme.reward_yen)
    if min(*figures, programme.tier_days, *(tier.percent for tier in programme.tiers)) < 1:
        raise Refused("amount.not_positive", field="programme")


@dataclass(frozen=True, slots=True)
class Quote:
    """What a sale earns, step by step: usual points for the base, then what the tier adds."""

    base_yen: int
    usual: int
    tier: str
    percent: int
    points: int


def quote(programme: Programme, base_yen: int, tier: str) -> Quote:
    """Points for an amount; rounding down at each step, as the programme's example shows (P15)."""
    usual = base_yen // programme.unit_yen * programme.unit_points
    percent = next((level.percent for level in programme.tiers if level.name == tier), 100)
    return Quote(base_yen, usual, tier, percent, usual * percent // 100)


def tier_for(programme: Programme, spent_yen: int) -> str:
    """The highest tier whose threshold is reached."""
    return max((level for level in programme.tiers if spent_yen >= level.yen), key=lambda level: level.yen).name


def last_day(programme: Programme, earned_on: dt.date) -> dt.date | None:
    """The last day points earned on a day can be used: the end of a month, or None for never."""
    if not programme.expires_months:
        return None
    months = earned_on.month - 1 + programme.expires_months
    year, month = earned_on.year + months // 12, months % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def to_next(programme: Programme, balance: int) -> int:
    """Points still missing to the next reward."""
    return programme.reward_points - balance % programme.reward_points


def points_kept(earned: int, sale_yen: int, returned_yen: int) -> int:
    """Points that stay after part of a sale came back: in proportion, rounded down."""
    return earned * (sale_yen - returned_yen) // sale_yen if sale_yen else 0
