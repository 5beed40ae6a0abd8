"""What each setting of the programme means, worked out by the very rules a sale is (P15)."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from carepos import loyalty, purchases
from carepos.loyalty import rules
from ui.kit import words
from ui.loyalty import telling

YEN, ODD_YEN = 900, 980


@dataclass(frozen=True)
class Example:
    """A sentence, and whether it is a warning."""

    text: str
    warns: bool = False


def of(programme: loyalty.Programme, usual_yen: int, today: dt.date) -> dict[str, Example]:
    """An example for each setting, by its name; `usual_yen` is what a usual sale of this shop comes to."""
    plain: dict[str, Callable[[], str]] = {
        "unit": lambda: _brings(programme, YEN),
        "rounding": lambda: _brings(programme, ODD_YEN),
        "tax": lambda: _tax(programme),
        "nothing": lambda: _nothing(programme),
        "tiers": lambda: _tiers(programme),
        "tier_year": lambda: _tier_year(programme, today),
        "birthday": lambda: _birthday(programme),
        "visit": lambda: _visit(programme),
        "combining": lambda: _combining(programme),
        "expiry": lambda: _expiry(programme, today),
        "rewards": lambda: _rewards(programme),
        "spend": lambda: _spend(programme),
        "redemption": lambda: _redemption(programme),
        "after_return": lambda: _after_return(programme),
    }
    return {name: Example(tell()) for name, tell in plain.items()} | {"most_visits": _visits(programme, usual_yen)}


def _pt(points: int) -> str:
    return words.points(points)


def _earned(programme: loyalty.Programme, yen: int, occasion: rules.Occasion | None = None) -> str:
    plain = rules.Occasion(dt.date.min, programme.tiers[0].name, first_today=False)
    return _pt(rules.quote(programme, yen, occasion or plain).points)


def _brings(programme: loyalty.Programme, yen: int) -> str:
    form = QCoreApplication.translate("examples", "{yen} bring {points}")
    return form.format(yen=words.yen(yen), points=_earned(programme, yen))


def _tax(programme: loyalty.Programme) -> str:
    yen = 1_000 + 10 * programme.tax_percent
    form = QCoreApplication.translate("examples", "{yen} with tax count as {base}: {points}")
    base = words.yen(rules.base_yen(programme, yen))
    return form.format(yen=words.yen(yen), base=base, points=_earned(programme, yen))


def _nothing(programme: loyalty.Programme) -> str:
    lines = [purchases.Line("", 1000, YEN), purchases.Line("", 1000, 500, "gift_card")]
    found = rules.quote(programme, YEN + 500, rules.Occasion(dt.date.min, first_today=False), lines)
    form = QCoreApplication.translate("examples", "{yen} including a {card} gift card: {base} count, {points}")
    base = words.yen(found.base_yen)
    return form.format(yen=words.yen(YEN + 500), card=words.yen(500), base=base, points=_pt(found.points))


def _tiers(programme: loyalty.Programme) -> str:
    form = QCoreApplication.translate("examples", "{tier}: {yen} bring {points}")
    told = []
    for tier in programme.tiers:
        occasion = rules.Occasion(dt.date.min, tier.name, first_today=False)
        name, points = words.tier(tier.name), _earned(programme, YEN, occasion)
        told.append(form.format(tier=name, yen=words.yen(YEN), points=points))
    return "\n".join(told)


def _tier_year(programme: loyalty.Programme, today: dt.date) -> str:
    since = today.replace(month=1, day=1)
    if programme.tier_year == "rolling":
        since = today - dt.timedelta(days=programme.tier_days)
    form = QCoreApplication.translate("examples", "Today everything since {day} counts")
    told = form.format(day=words.day(since, today))
    if programme.grace_days:
        grace = QCoreApplication.translate("examples", "Who falls below keeps the tier {days} days longer")
        told += "\n" + grace.format(days=programme.grace_days)
    return told


def _birthday(programme: loyalty.Programme) -> str:
    forms = {
        "day": QCoreApplication.translate("examples", "On the birthday {yen} bring {points}"),
        "month": QCoreApplication.translate("examples", "In the month of the birthday {yen} bring {points}"),
    }
    return forms[programme.birthday_span].format(
        yen=words.yen(YEN), points=_earned(programme, YEN, _on_birthday(programme, programme.tiers[0]))
    )


def _on_birthday(programme: loyalty.Programme, tier: loyalty.Tier) -> rules.Occasion:
    return rules.Occasion(
        dt.date.min, tier.name, birthday=True, birthday_bonus=programme.birthday_points > 0, first_today=False
    )


def _visit(programme: loyalty.Programme) -> str:
    first = rules.Occasion(dt.date.min, programme.tiers[0].name)
    form = QCoreApplication.translate("examples", "A day's first purchase of {yen} brings {points}")
    return form.format(yen=words.yen(YEN), points=_earned(programme, YEN, first))


def _combining(programme: loyalty.Programme) -> str:
    tier = programme.tiers[-1]
    form = QCoreApplication.translate("examples", "{tier} and a birthday together: {yen} bring {points}")
    points = _earned(programme, YEN, _on_birthday(programme, tier))
    return form.format(tier=words.tier(tier.name), yen=words.yen(YEN), points=points)


def _expiry(programme: loyalty.Programme, today: dt.date) -> str:
    last = rules.last_day(programme, today)
    if last is None:
        return QCoreApplication.translate("examples", "Points never end")
    form = QCoreApplication.translate("examples", "Points given today can be used until {day}")
    return form.format(day=words.day(last, today))


def _rewards(programme: loyalty.Programme) -> str:
    form = QCoreApplication.translate("examples", "{points}: {yen}, a point is worth {each} yen")
    return "\n".join(
        form.format(points=_pt(one.points), yen=words.yen(one.yen), each=f"{one.yen / one.points:.3g}")
        for one in programme.rewards
    )


def _visits(programme: loyalty.Programme, usual_yen: int) -> Example:
    if not usual_yen:
        return Example(QCoreApplication.translate("examples", "Told once the shop has its first sales"))
    visits = rules.visits_to_first(programme, usual_yen)
    usual = words.yen(usual_yen)
    if visits is None:
        form = QCoreApplication.translate("examples", "A usual sale of {yen} brings nothing: nobody reaches a reward")
        return Example(form.format(yen=usual), warns=True)
    if visits > programme.most_visits:
        form = QCoreApplication.translate(
            "examples",
            "A usual customer ({yen} a visit) needs {visits} visits for the first reward. "
            "That is too long to care for: a smaller first reward would help.",
        )
        return Example(form.format(yen=usual, visits=f"{visits:,}"), warns=True)
    form = QCoreApplication.translate(
        "examples", "A usual customer ({yen} a visit) has the first reward after {visits} visits"
    )
    return Example(form.format(yen=usual, visits=f"{visits:,}"))


def _spend(programme: loyalty.Programme) -> str:
    balance = programme.reward_points + YEN
    best = rules.best_use(programme, balance, YEN)
    form = QCoreApplication.translate("examples", "Who has {balance} is offered {points} on {yen}: {off} off")
    off = words.yen(rules.worth(programme, best))
    return form.format(balance=_pt(balance), points=_pt(best), yen=words.yen(YEN), off=off)


def _redemption(programme: loyalty.Programme) -> str:
    paid = 300 if programme.redemption == "payment" else 0
    found = rules.quote(programme, YEN, rules.Occasion(dt.date.min, first_today=False), (), paid)
    form = QCoreApplication.translate("examples", "{yen}, {part} of it by points: {base} earn, {points}")
    base = words.yen(found.base_yen)
    return form.format(yen=words.yen(YEN), part=words.yen(300), base=base, points=_pt(found.points))


def _after_return(programme: loyalty.Programme) -> str:
    yen = rules.worth(programme, 9) if programme.after_return == "settle" else 0
    preview = loyalty.ReturnPreview(YEN, YEN, 0, 9, 9, yen, -9, programme.after_return)
    form = QCoreApplication.translate("examples", "We say: “{words}”")
    return form.format(words=telling.returned(preview).say)
