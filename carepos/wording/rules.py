"""Which sayings fit a moment, and how true facts are written into them; pure functions."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from carepos.errors import Refused
from carepos.text import japanese
from carepos.wording.packs import ASKED, PLACEHOLDER, Line

LONG_UNSEEN_DAYS = 120
LONGEST_SAID, LONGEST_WRITTEN, LONGEST_FACT = 500, 4000, 60
WRITTEN = ("note", "letter")
"""What may be written to a customer, beside what is said."""

_NUMBER = re.compile(r"\d[\d,.]*")
_UNITS = {
    "price": re.compile(r"[¥￥]?\s*(\d[\d,.]*)\s*円?"),
    "minutes": re.compile(r"(\d+)\s*(?:分|min(?:ute)?s?)?", re.IGNORECASE),
}
NO_FACTS: Mapping[str, str] = MappingProxyType({})


def propose(open_complaint: bool, visits: int, days_since: int | None, days_between: float | None) -> str:
    """The situation the card speaks of: an open complaint first, then a long absence by their own rhythm (P20)."""
    if open_complaint:
        return "open_complaint"
    if visits == 0 or days_since is None:
        return "new_face"
    rhythm = max(45.0, 2 * days_between) if days_between is not None and visits >= 3 else LONG_UNSEEN_DAYS
    return "long_unseen" if days_since > rhythm else "regular"


def fitting(lines: Iterable[Line], known: Collection[str], channel: str, register: str) -> list[Line]:
    """The lines of which every fact is known, for this channel and this distance (P37).

    A situation without a line for the channel, as the telephone's at the counter, gives those it has.
    """
    facts = set(known)
    near = [line for line in lines if line.register in ("", register)]
    meant = [line for line in near if line.channel == channel] or near
    return [line for line in meant if line.needs <= facts]


def asked_facts(asked: Mapping[str, str]) -> dict[str, str]:
    """What the clerk typed for a line's sake, tidied; empty and unknown ones are left out."""
    tidied = {name: " ".join(japanese.storable(asked[name]).split())[:LONGEST_FACT] for name in ASKED if name in asked}
    return {name: _bare(name, fact) for name, fact in tidied.items() if fact}


def priced(words: dict[str, Any], facts: Mapping[str, str]) -> dict[str, str]:
    """The facts with a price of yen as this language says it (1,200円, ¥1,200); another currency is left as typed."""
    price = facts.get("price", "")
    return {**facts, "price": words["price"]["yen"].format(yen=price)} if _NUMBER.fullmatch(price) else dict(facts)


def _bare(name: str, fact: str) -> str:
    """A number without its unit, which the line says itself: 1,200円 is 1,200, and 10分 is 10."""
    unit = _UNITS.get(name)
    found = unit.fullmatch(fact) if unit else None
    return found[1] if found else fact


def letter_text(text: str) -> str:
    """A note or a letter as it is kept; raises Refused("note.empty") or ("text.too_long")."""
    tidied = japanese.storable(text)
    if not tidied:
        raise Refused("note.empty", field="text")
    if len(tidied) > LONGEST_WRITTEN:
        raise Refused("text.too_long", field="text", most=LONGEST_WRITTEN)
    return tidied


def fill(text: str, facts: Mapping[str, str]) -> tuple[str, list[tuple[int, int]]]:
    """The text with its facts, and where in it the facts stand."""
    filled, spans, end = "", [], 0
    for found in PLACEHOLDER.finditer(text):
        filled += text[end : found.start()]
        fact = facts[found[1]]
        spans.append((len(filled), len(filled) + len(fact)))
        filled += fact
        end = found.end()
    return filled + text[end:], spans


def clock(words: dict[str, Any], moment: dt.datetime) -> str:
    """An hour as it is said: 17時, 5 pm."""
    form: str = words["time"]["minutes" if moment.minute else "hour"]
    half = "am" if moment.hour < 12 else "pm"
    return form.format(hour24=moment.hour, hour12=(moment.hour - 1) % 12 + 1, minute=f"{moment.minute:02d}", half=half)


def date(words: dict[str, Any], day: dt.date, form: str = "date", clock: str = "") -> str:
    """A day as it is said: 12月31日, 31 December."""
    months = words["time"].get("months", ())
    name = months[day.month - 1] if months else ""
    said: str = words["time"][form].format(month=day.month, day=day.day, month_name=name, clock=clock)
    return said


def moment(words: dict[str, Any], when: dt.datetime, today: dt.date) -> str:
    """A time as it is said today: 本日17時, noon tomorrow is 12 pm tomorrow."""
    hour = clock(words, when)
    days = (when.date() - today).days
    form = {0: "today", 1: "tomorrow"}.get(days, "day")
    return date(words, when.date(), form, hour)
