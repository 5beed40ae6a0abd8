"""In which order lines are proposed: what was picked often, what has rested, and never the same for ever; pure."""

import datetime as dt
import math
import random
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from carepos.wording.packs import Line

FEWEST, MOST = 3, 4
RESTS_FOR = 40
"""After so many sayings of its situation a line has rested fully."""

LEAST_RESTED = 0.4
HALVED_EVERY_DAYS = 90
CONCRETE_PRIOR = 2.0
"""Each true fact a line names counts as so many pickings before anybody picked (Packard and Berger 2021)."""

JUDGED = 2.0
NAMES = frozenset({"customer", "staff", "shop"})


@dataclass(frozen=True, slots=True)
class Count:
    """How often a line was picked, and how often passed over for one below it; fractions, for both fade."""

    picked: float = 0.0
    passed: float = 0.0

    def faded(self, since: dt.timedelta) -> "Count":
        """The counts after a time: half of them in 90 days, so that a shop may change its mind."""
        left = 0.5 ** (max(since.total_seconds(), 0.0) / 86400 / HALVED_EVERY_DAYS)
        return Count(self.picked * left, self.passed * left)

    def plus(self, other: "Count", times: float = 1.0) -> "Count":
        """Both together, or one less the other."""
        return Count(self.picked + times * other.picked, self.passed + times * other.passed)


def learnt(kind: str, line: str, above: Iterable[str], pleased: bool | None) -> dict[str, Count]:
    """What one deed teaches of its lines: said or changed, those above it, put off; whether it pleased counts double.

    What was only written teaches nothing.
    """
    if kind == "passed":
        return {line: Count(passed=1)}
    if not line:
        return {}
    judged = {None: Count(), True: Count(picked=JUDGED), False: Count(passed=JUDGED)}[pleased]
    return {one: Count(passed=1) for one in above} | {line: Count(picked=1).plus(judged)}


def ordered(lines: Iterable[Line], counts: Mapping[str, Count], latest: Collection[str], seed: str) -> list[Line]:
    """The lines by Thompson sampling, the likeliest to help first (P13).

    `counts` are of each line's id, `latest` the ids said last in this situation, latest first. The luck of a line
    depends on the seed and its id alone, so that a redraw does not reshuffle.
    """
    uses = {line: at for at, line in reversed(list(enumerate(latest)))}

    def worth(line: Line) -> float:
        count = counts.get(line.id, Count())
        concrete = CONCRETE_PRIOR * min(len(line.needs - NAMES), 2)
        luck = random.Random(f"{seed} {line.id}")
        return beta(1 + concrete + count.picked, 1 + count.passed, luck) * rested(uses.get(line.id, RESTS_FOR))

    return sorted(lines, key=worth, reverse=True)


def rested(uses: int) -> float:
    """How much of its worth a line has back after so many sayings of others: from .4 up to all of it after 40."""
    return LEAST_RESTED + (1 - LEAST_RESTED) * min(uses, RESTS_FOR) / RESTS_FOR


def beta(picked: float, passed: float, luck: random.Random) -> float:
    """A draw from Beta(picked, passed) that moves only a little when the counts do (Wilson and Hilferty 1931)."""
    up, down = (_gamma(shape, luck.gauss()) for shape in (picked, passed))
    return up / (up + down)


def _gamma(shape: float, normal: float) -> float:
    """A draw from Gamma(shape), shape 1 or more, made of a normal one."""
    spread = 1 / (9 * shape)
    root = max(1 - spread + normal * math.sqrt(spread), 0.01)
    return shape * root * root * root


class Moving(Protocol):
    """Whatever begins with a move."""

    @property
    def moves(self) -> tuple[str, ...]:
        """The moves in their order."""


Mover = TypeVar("Mover", bound=Moving)


def varied(lines: Iterable[Mover]) -> list[Mover]:
    """The first of each first move, at most four; filled up to three in their order."""
    waiting = list(lines)
    first = {line.moves[0]: line for line in reversed(waiting)}
    chosen = [line for line in waiting if first[line.moves[0]] is line][:MOST]
    others = [line for line in waiting if line not in chosen]
    return chosen + others[: max(FEWEST - len(chosen), 0)]
