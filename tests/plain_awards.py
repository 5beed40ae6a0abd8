"""What a sale earns, worked out a second time from the shop's own words, in fractions: the ledger's model uses it."""

import calendar
import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from carepos.loyalty import Campaign, Programme
from carepos.purchases import Line

TOKYO = dt.timezone(dt.timedelta(hours=9))
ROUND = {"down": math.floor, "up": math.ceil, "nearest": lambda number: math.floor(number + Fraction(1, 2))}


@dataclass(frozen=True)
class Visit:
    """What decides on a sale's points besides the amount."""

    day: dt.date
    tier: str
    birthday: bool
    birthday_bonus: bool
    first_ever: bool
    first_today: bool


def shop_day(moment: dt.datetime) -> dt.date:
    """A day in Tokyo lasts until four in the morning."""
    return (moment.astimezone(TOKYO) - dt.timedelta(hours=4)).date()


def month_end(day: dt.date, months: int = 0) -> dt.date:
    """The last day of the month so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def last_day(terms: Programme, day: dt.date) -> dt.date | None:
    """Until when points of a day can be used."""
    return None if terms.expiry == "none" else month_end(day, terms.expires_months)


def earning_yen(terms: Programme, yen: int, lines: Sequence[Line], paid_otherwise: int) -> int:
    """The yen that earn: without what is barred or paid with points, without tax where the shop counts so."""
    barred = sum(line.yen for line in lines if _barred(terms, line))
    left = max(0, yen - barred - paid_otherwise)
    return left if terms.with_tax else math.floor(Fraction(left * 100, 100 + terms.tax_percent))


def _barred(terms: Programme, line: Line) -> bool:
    return line.category in terms.no_points_categories or line.item in terms.no_points_items


def awards(terms: Programme, base: int, visit: Visit, lines: Sequence[Line]) -> dict[tuple[str, str], int]:
    """Points by row: ("earn", ""), ("birthday", "") and ("campaign", its name)."""
    counted = [line for line in lines if not _barred(terms, line)]
    usual = ROUND[terms.rounding](Fraction(base, terms.unit_yen)) * terms.unit_points
    found = {("earn", ""): usual}
    found |= _by_factors(terms, usual, visit, counted, found)
    if base:
        _add_bonuses(terms, visit, counted, found)
    return {row: points for row, points in found.items() if points or row[0] == "earn"}


def _by_factors(
    terms: Programme, usual: int, visit: Visit, lines: list[Line], found: dict[tuple[str, str], int]
) -> dict[tuple[str, str], int]:
    shares = _shares(usual, [line.yen for line in lines])
    each: list[list[int]] = [[] for _ in shares]
    reached, more = usual, dict(found)
    for row, percent, places in _factors(terms, visit, lines, len(shares)):
        for place in places:
            each[place].append(percent)
        whole = sum(Fraction(share * _together(terms, some), 100) for share, some in zip(shares, each, strict=True))
        now = ROUND[terms.rounding](whole)
        more[row] = more.get(row, 0) + now - reached
        reached = now
    return more


def _together(terms: Programme, percents: list[int]) -> int:
    if terms.combining == "best":
        return max(percents, default=100)
    return 100 + sum(percent - 100 for percent in percents)


def _shares(points: int, amounts: list[int]) -> list[int]:
    """Points over lines by amount; the odd points one each to the first lines."""
    if not sum(amounts):
        return [points]
    shares = [math.floor(Fraction(points * amount, sum(amounts))) for amount in amounts]
    odd = points - sum(shares)
    return [share + (place < odd) for place, share in enumerate(shares)]


def _factors(
    terms: Programme, visit: Visit, lines: list[Line], count: int
) -> Iterable[tuple[tuple[str, str], int, list[int]]]:
    everywhere = list(range(count))
    tier = {tier.name: tier.percent for tier in terms.tiers}.get(visit.tier, 100)
    if tier != 100:
        yield ("earn", ""), tier, everywhere
    if visit.birthday and terms.birthday_percent != 100:
        yield ("birthday", ""), terms.birthday_percent, everywhere
    for campaign in _running(terms, visit):
        places = _places(campaign, lines, everywhere)
        if places and campaign.percent != 100:
            yield ("campaign", campaign.name), campaign.percent, places


def _running(terms: Programme, visit: Visit) -> list[Campaign]:
    mine = {visit.tier, "new"} if visit.first_ever else {visit.tier}
    return [
        one
        for one in terms.campaigns
        if one.starts_on <= visit.day <= one.ends_on
        and visit.day.weekday() in (one.weekdays or range(7))
        and (not one.groups or mine.intersection(one.groups))
    ]


def _places(campaign: Campaign, lines: list[Line], everywhere: list[int]) -> list[int]:
    if not (campaign.items or campaign.categories):
        return everywhere
    return [at for at, line in enumerate(lines) if line.item in campaign.items or line.category in campaign.categories]


def _add_bonuses(terms: Programme, visit: Visit, lines: list[Line], found: dict[tuple[str, str], int]) -> None:
    bonuses = [(("birthday", ""), terms.birthday_points if visit.birthday_bonus else 0)]
    running = [one for one in _running(terms, visit) if _places(one, lines, [0])]
    bonuses += [(("campaign", one.name), one.points) for one in running]
    bonuses.append((("earn", ""), terms.visit_points if visit.first_today else 0))
    for row, points in bonuses:
        found[row] = found.get(row, 0) + points


def is_birthday(terms: Programme, birthday: str, day: dt.date) -> bool:
    """Whether a day counts as the birthday "MM-DD" (never 29 February in these tests)."""
    return f"{day:%m-%d}" == birthday if terms.birthday_span == "day" else f"{day:%m}" == birthday[:2]


def worth(terms: Programme, points: int) -> int:
    """Yen for points by the best reward they reach, else by the first, rounded down."""
    reached = [reward for reward in terms.rewards if reward.points <= points]
    rate = max(reached, key=lambda reward: reward.points, default=terms.rewards[0])
    return math.floor(Fraction(points * rate.yen, rate.points))
