"""What customers read on paper and cards, in their own language; data only (P37, P43)."""

import datetime as dt
import functools
import tomllib
from typing import Any

from carepos import customers
from carepos.paths import resources

LANGUAGES = ("ja", "en")


def language_of(card: customers.Card) -> str:
    """The language a customer's papers are in: theirs, or English if there are no words for it."""
    return card.language if card.language in LANGUAGES else "en"


@functools.cache
def words(language: str) -> dict[str, Any]:
    """The words of a language ("ja" or "en"), by section and name."""
    with (resources() / "printing" / f"{language}.toml").open("rb") as file:
        return tomllib.load(file)


def name(card: customers.Card) -> str:
    """田中 花子 様, Emma Wilson: family first unless the name is in Latin letters."""
    foreign = (card.family + card.given).isascii()
    parts = (card.given, card.family) if foreign else (card.family, card.given, card.honorific)
    return " ".join(part for part in parts if part)


def day(language: str, date: dt.date) -> str:
    """2027年11月30日, 30 Nov 2027."""
    return _dated(language, "day", date, "")


def moment(language: str, local: dt.datetime) -> str:
    """2026年11月21日 14:00, 21 Nov 2026 14:00; `local` is in the shop's zone."""
    return _dated(language, "moment", local.date(), f"{local:%H:%M}")


def _dated(language: str, form: str, date: dt.date, clock: str) -> str:
    time = words(language)["time"]
    names = time.get("month_names", [""] * 12)
    facts = {"year": date.year, "month": date.month, "day": date.day, "month_name": names[date.month - 1]}
    return str(time[form]).format(clock=clock, **facts)
