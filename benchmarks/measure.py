"""Times, and the line each of them makes in the table."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

IN_TURN = 50
"""How many things one way does before the other's turn: enough to keep its caches, few enough to share the noise."""

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Times:
    """Milliseconds of many runs, in order of size."""

    sorted: tuple[float, ...]

    @property
    def p50(self) -> float:
        """The median, in ms."""
        return self.at(0.5)

    @property
    def p99(self) -> float:
        """What 99 of 100 runs do not exceed, in ms."""
        return self.at(0.99)

    def at(self, share: float) -> float:
        """What this share of the runs does not exceed, in ms."""
        return self.sorted[min(int(len(self.sorted) * share), len(self.sorted) - 1)]


def times(milliseconds: Iterable[float]) -> Times:
    """Runs as Times."""
    return Times(tuple(sorted(milliseconds)))


def clocked(act: Callable[[], object]) -> float:
    """How many ms an act takes."""
    start = time.perf_counter_ns()
    act()
    return (time.perf_counter_ns() - start) / 1e6


def side_by_side(
    ours: Callable[[Thing], object], raw: Callable[[Thing], object], things: Sequence[Thing], rounds: int = 3
) -> tuple[Times, Times]:
    """Both ways over the same things, some of them in turn, after a round that only warms the caches."""
    for act in (ours, raw):
        for thing in things:
            act(thing)
    found: tuple[list[float], list[float]] = [], []
    for at in list(range(0, len(things), IN_TURN)) * rounds:
        for act, runs in zip((ours, raw), found, strict=True):
            runs.extend(clocked(partial(act, thing)) for thing in things[at : at + IN_TURN])
    return times(found[0]), times(found[1])


@dataclass(frozen=True)
class Figure:
    """One line: what was measured, ours beside raw, the goal, and whether it was reached (None: no goal)."""

    number: str
    what: str
    ours: str
    raw: str = ""
    ratio: str = ""
    goal: str = ""
    reached: bool | None = None


def against(number: str, what: str, ours: float, raw: float, most: float, plus: float = 0.0) -> Figure:
    """A figure in ms whose goal is at most `most` times raw, `plus` so many ms."""
    goal = f"at most {most:g}x raw" + (f" + {plus:g} ms" if plus else "")
    return Figure(number, what, ms(ours), ms(raw), f"{ours / raw:.2f}", goal, ours <= raw * most + plus)


def within(number: str, what: str, ours: float, most: float, raw: float = 0.0, usual: float = 0.0) -> Figure:
    """A figure in ms whose goal is a time; where raw takes longer than `usual`, that tells how slow this machine is."""
    goal = f"at most {most:g} ms" + (f" (raw {raw / usual:.1f}x slow)" if usual and raw > usual else "")
    beside = (ms(raw), f"{ours / raw:.2f}") if raw else ("", "")
    return Figure(number, what, ms(ours), *beside, goal=goal, reached=ours <= most)


def without_goal(figure: Figure) -> Figure:
    """The same figure, only told."""
    return replace(figure, goal="", reached=None)


def ms(value: float) -> str:
    """Milliseconds as the table shows them."""
    return f"{value:.3f} ms" if value < 10 else f"{value:,.1f} ms"


def not_measured(number: str, what: str, why: str) -> Figure:
    """A figure that could not be measured here."""
    return Figure(number, what, "not measured", goal=why)


def shown(figures: Sequence[Figure]) -> str:
    """The table, in plain words."""
    head = ("figure", "what", "ours", "raw", "ratio", "goal", "reached")
    rows = [(f.number, f.what, f.ours, f.raw, f.ratio, f.goal, _word(f.reached)) for f in figures]
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    padded = ((cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in (head, *rows))
    return "\n".join("  ".join(cells).rstrip() for cells in padded)


def _word(reached: bool | None) -> str:
    return {True: "yes", False: "no", None: "-"}[reached]
