"""Which sayings fit a moment, and how true facts are written into them; pure functions."""

import datetime as dt
import random
from collections.abc import Collection, Mapping
from typing import Any

from carepos.wording.packs import PLACEHOLDER, Line

LONG_UNSEEN_DAYS = 120
MOST_LINES = 3


def propose(open_complaint: bool, visits: int, days_since: int | None, days_between: float | None) -> str:
    """The situation the card speaks of: an open complaint first, then a long absence by their own rhythm (P20)."""
    if open_complaint:
        return "open_complaint"
    if visits == 0 or days_since is None:
        return "new_face"
    rhythm = max(45.0, 2 * days_between) if days_between is not None and visits >= 3 else LONG_UNSEEN_DAYS
    return "long_unseen" if days_since > rhythm else "regular"


def choose(lines: Collection[Line], known: Collection[str], heard: str | None, seed: str) -> list[Line]:
    """Two to four lines of which every fact is known, with different first moves, never the one heard last (P13).

    Concrete lines come first: what names a true fact helps most (Packard and Berger 2021).
    """
    fitting = [line for line in lines if line.needs <= set(known) and line.id != heard]
    random.Random(seed).shuffle(fitting)
    fitting.sort(key=lambda line: -len(line.needs - {"customer", "staff", "shop"}))
    first_moves: set[str] = set()
    chosen = []
    for line in fitting:
        if line.moves[0] not in first_moves:
            first_moves.add(line.moves[0])
            chosen.append(line)
    chosen += [line for line in fitting if line not in chosen]
    return chosen[:MOST_LINES]


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
