"""Sayings as data: read once from TOML, with fixed placeholders and nothing that runs."""

import functools
import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from carepos.paths import resources

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
ASKED = ("item", "similar_item", "minutes", "day", "time", "price")
"""The facts no record holds: the clerk types them where a line needs them."""
FREE = frozenset((*ASKED, "last_item", "told", "preference", "promise"))
"""Facts in somebody's own words: a line with one of them is checked as it will be said."""
LANGUAGES = ("ja", "en")
CHANNELS = ("counter", "phone", "written")
MOVES = tuple(
    ["recognise", "acknowledge", "apologise", "own", "reason", "offer", "ask", "commit", "follow_up", "thank", "invite"]
)
FACTS = (
    *("customer", "shop", "staff", "last_item", "days_since", "told", "preference", "years", "complaint", "promise"),
    *("promise_due", "balance", "to_next", "reward", "expiry_points", "expiry_day", "closing_time", "next_open"),
    *ASKED,
)
"""Every fact a line may name."""


@dataclass(frozen=True)
class Line:
    """One saying with its moves in order, how to say it (P08), and the principle it serves.

    `register` is "formal" or "friendly", or "" where the line fits both (P37).
    """

    id: str
    text: str
    moves: tuple[str, ...]
    cue: str
    why: str
    reason: str
    promise: str = ""
    channel: str = "counter"
    register: str = ""

    @cached_property
    def needs(self) -> frozenset[str]:
        """The facts without which the line cannot be said."""
        return frozenset(PLACEHOLDER.findall(self.text + self.promise))


@dataclass(frozen=True, slots=True)
class Situation:
    """A moment at the counter, with the moves it asks for and the lines we have for it.

    `ask` finds the need (P51), `cues` are for the telephone (P46), `say_when` is how clerks describe the moment.
    """

    id: str
    name: str
    moves: tuple[str, ...]
    lines: tuple[Line, ...]
    ask: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    say_when: tuple[str, ...] = ()


@functools.cache
def situations(language: str) -> dict[str, Situation]:
    """The situations of a language ("ja" or "en") in the order the counter shows them."""
    return {found["id"]: read_situation(found) for found in _read(language, "sayings")["situation"]}


@dataclass(frozen=True, slots=True)
class Exercise:
    """One draft to mend: the principle it forgets, a better one, and why that is better.

    `about` is set for an answer to a complaint of that kind, `case` is what a customer of this shop really said.
    """

    draft: str
    why: str
    better: str
    explanation: str
    about: str = ""
    case: str = ""


@functools.cache
def exercises(language: str) -> tuple[Exercise, ...]:
    """The drafts to mend, of which each stands for itself."""
    return tuple(Exercise(**found) for found in _read(language, "exercises")["exercise"])


@functools.cache
def answers(language: str) -> dict[str, Exercise]:
    """The drafts to mend that answer a complaint, by what it is about."""
    return {found["about"]: Exercise(**found) for found in _read(language, "exercises")["answer"]}


@functools.cache
def fact_words(language: str) -> dict[str, Any]:
    """How this language writes names, times and things into sayings and letters.

    Letters take `subject` (by situation, and "other"), `letter.opening` (with {customer}), `greeting` (of the season, a
    list for each month "1" to "12", except where `letter.without_greeting` names the situation), `letter.closing` and
    `signature.form` (with {shop} and {staff}).
    """
    return _read(language, "facts")


def _read(language: str, name: str) -> dict[str, Any]:
    with (resources() / "wording" / language / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def read_situation(found: dict[str, Any]) -> Situation:
    """One situation as TOML gives it; raises KeyError or TypeError for a part that is missing or unknown."""
    lists = {name: tuple(found.get(name, ())) for name in ("moves", "ask", "cues", "say_when")}
    return Situation(id=found["id"], name=found["name"], lines=tuple(map(read_line, found["line"])), **lists)


def read_line(found: dict[str, Any]) -> Line:
    """One line as TOML gives it."""
    return Line(**{**found, "moves": tuple(found["moves"])})
