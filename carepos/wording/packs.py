"""Sayings as data: read once from TOML, with fixed placeholders and nothing that runs."""

import functools
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from carepos.paths import resources

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """One saying with its moves in order, how to say it (P08), and the principle it serves."""

    id: str
    text: str
    moves: tuple[str, ...]
    cue: str
    why: str
    reason: str
    promise: str = ""
    channel: str = "counter"

    @property
    def needs(self) -> frozenset[str]:
        """The facts without which the line cannot be said."""
        return frozenset(PLACEHOLDER.findall(self.text + self.promise))


@dataclass(frozen=True, slots=True)
class Situation:
    """A moment at the counter, with the moves it asks for and the lines we have for it."""

    id: str
    name: str
    moves: tuple[str, ...]
    lines: tuple[Line, ...]


@functools.cache
def situations(language: str) -> dict[str, Situation]:
    """The situations of a language ("ja" or "en") in the order the counter shows them."""
    return {found["id"]: _situation(found) for found in _read(language, "sayings")["situation"]}


@functools.cache
def fact_words(language: str) -> dict[str, Any]:
    """How this language writes names, times and things into sayings."""
    return _read(language, "facts")


def _read(language: str, name: str) -> dict[str, Any]:
    with (resources() / "wording" / language / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _situation(found: dict[str, Any]) -> Situation:
    lines = tuple(Line(**{**line, "moves": tuple(line["moves"])}) for line in found["line"])
    return Situation(found["id"], found["name"], tuple(found["moves"]), lines)
