"""V3, V4's painting, V6, V7 and L4: what the eye and the hand meet, each window in a process of its own, offscreen."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any

from benchmarks.lookup import typed
from benchmarks.measure import Figure, Times, against, not_measured, times, within, without_goal
from benchmarks.page import drawn
from benchmarks.places import Place

STARTS, KEYS, PAGES = 7, 300, 100
GOAL_FROM = 1_000_000  # customers; the goal of a key is set for so many
FRAME, STALL, FOLLOWED = 16.7, 33.0, 100.0  # ms
USUAL_WINDOW, USUAL_KEY, USUAL_KEY_P99 = 106.0, 1.8, 3.1
"""Milliseconds of a bare window's start and of a key in a bare list on the machine the goals in ms were set on."""

Found = dict[str, Any]


class Child:
    """A process with a window of its own; what it says or is asked is a line. Raises RuntimeError when it ends."""

    def __init__(self, mode: str, place: Place, trouble: IO[bytes]) -> None:
        words = [sys.executable, "-X", "utf8", "-m", "benchmarks.child", mode, str(place.folder.root)]
        self.process = subprocess.Popen(
            words, cwd=Path(__file__).parents[1], env=_surroundings(),
            bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=trouble,
        )  # fmt: skip
        self._trouble = trouble

    def line(self) -> bytes:
        """Its next line."""
        assert self.process.stdout is not None
        if line := self.process.stdout.readline():
            return line
        raise self.failure()

    def answer(self, text: str) -> float:
        """Milliseconds it took for a text."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(f"{text}\n".encode())
        except OSError:
            raise self.failure() from None
        return float(self.line())

    def failure(self) -> RuntimeError:
        """Why it ended."""
        self._trouble.seek(0)
        return RuntimeError((self._trouble.read().decode().strip() or "it ended").splitlines()[-1])


@contextmanager
def _child(mode: str, place: Place) -> Iterator[Child]:
    with tempfile.TemporaryFile() as trouble:
        child = Child(mode, place, trouble)
        with child.process:
            yield child
        if child.process.returncode:
            raise child.failure()


def in_a_window(mode: str, place: Place) -> Found:
    """What a process with a window of its own found (`benchmarks.child`), "painted" as ms since it was started."""
    began = time.monotonic_ns()
    with _child(mode, place) as child:
        found: Found = json.loads(child.line())
    return found | ({"painted": (found["painted"] - began) / 1e6} if "painted" in found else {})


def in_turns(place: Place, asked: Mapping[str, Sequence[str]]) -> list[Times]:
    """Milliseconds each mode's window takes for its texts; a text of each in turn, so what slows one slows all.

    The first tenth only warms up.
    """
    with ExitStack() as stack:
        children = [stack.enter_context(_child(mode, place)) for mode in asked]
        for child in children:
            child.line()  # it is ready
        rounds = list(zip(*asked.values(), strict=True))
        runs = [[child.answer(text) for child, text in zip(children, texts, strict=True)] for texts in rounds]
    return [times(column) for column in zip(*runs[len(runs) // 10 :], strict=True)]


def _surroundings() -> dict[str, str]:
    """As on a shop's machine: Python keeps what it has compiled, and only the first start pays for it."""
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return usual | {"QT_QPA_PLATFORM": "offscreen"}


def starts(place: Place, share: float) -> Iterator[Figure]:
    """V6 and V7: a bare window and the program's, in turns; the first of each only warms the disk."""
    rounds = max(1, int(STARTS * share))
    try:
        pairs = [(in_a_window("bare", place), in_a_window("start", place)) for _ in range(rounds + 1)][1:]
    except RuntimeError as trouble:
        yield not_measured("V6", "start", str(trouble))
        return
    middle = partial(_median, pairs)
    bare = middle(0, "painted")
    yield against("V6", "start to first paint of the search box", middle(1, "painted"), bare, 1.5)
    yield within("V6", "longest stall until all is loaded", middle(1, "stall"), STALL, bare, USUAL_WINDOW)
    kept = all(ours["kept"] for _, ours in pairs)
    yield Figure("V6", "what was typed meanwhile is kept", "yes" if kept else "no", goal="yes", reached=kept)
    unwanted = pairs[-1][1]["unwanted"]
    yield Figure("V6", "loaded too early", ", ".join(unwanted) or "nothing", goal="nothing", reached=not unwanted)
    if middle(0, "memory"):
        yield _memory("memory at first paint", middle(1, "memory"), middle(0, "memory"), 1.25)
        yield _memory("memory when all is loaded", middle(1, "loaded"), middle(0, "memory"), 2.2)


def _median(pairs: list[tuple[Found, Found]], side: int, name: str) -> float:
    return float(statistics.median(pair[side][name] for pair in pairs))


def _memory(what: str, ours: float, bare: float, most: float) -> Figure:
    ratio = ours / bare
    each, beside = (f"{kilobytes / 1024:.1f} MB" for kilobytes in (ours, bare))
    return Figure("V7", what, each, beside, f"{ratio:.2f}", f"at most {most:g}x bare", ratio <= most)


def keystrokes(place: Place, share: float) -> Iterator[Figure]:
    """V3: from a key to the painted list, beside a bare list with the same statements."""
    texts, what = _texts(place, share), f"{place.size:,}: keystroke to painted list"
    try:
        ours, bare = in_turns(place, {"keys": texts, "list": texts})
    except RuntimeError as trouble:
        yield not_measured("V3", what, str(trouble))
        return
    lines = (
        against("V3", f"{what}, p50", ours.p50, bare.p50, 1.5),
        within("V3", f"{what}, p99", ours.p99, FRAME, bare.p99, USUAL_KEY_P99),
    )
    yield from lines if place.size >= GOAL_FROM else map(without_goal, lines)


def _texts(place: Place, share: float) -> list[str]:
    raw = place.raw()
    texts = [text for text in typed(raw, 1.0)["kana"] if text][: max(10, int(KEYS * share))]
    raw.close()
    return texts


def pages(place: Place, share: float) -> Iterator[Figure]:
    """V4: a customer's page, asked for and painted."""
    what = f"{place.size:,}: a customer's page asked for and painted, p50"
    try:
        ours, bare = _beside_a_list("pages", place, share)
    except RuntimeError as trouble:
        yield not_measured("V4", what, str(trouble))
        return
    yield within("V4", what, ours.p50, FRAME, bare.p50, USUAL_KEY)


def display(place: Place, share: float) -> Iterator[Figure]:
    """L4: the customer's own screen follows the counter."""
    what = f"{place.size:,}: the customer's page follows the counter, p99"
    try:
        ours, bare = _beside_a_list("display", place, share)
    except RuntimeError as trouble:
        yield not_measured("L4", what, str(trouble))
        return
    yield within("L4", what, ours.p99, FOLLOWED, bare.p99, USUAL_KEY_P99)


def _beside_a_list(mode: str, place: Place, share: float) -> list[Times]:
    """Customers opened; a key in a bare list in turn with each tells how fast the machine is."""
    ids = _ids(place, share)
    return in_turns(place, {mode: ids, "list": _texts(place, 1.0)[: len(ids)]})


def _ids(place: Place, share: float) -> list[str]:
    raw = place.raw()
    ids = drawn(raw, max(10, int(PAGES * share)))
    raw.close()
    return ids
