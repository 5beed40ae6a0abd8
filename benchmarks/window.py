"""V3, V4's painting, V6, V7 and L4: what the eye and the hand meet, each window in a process of its own, offscreen."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.lookup import typed
from benchmarks.measure import Figure, against, not_measured, times, within
from benchmarks.page import drawn
from benchmarks.places import Place

STARTS, KEYS, PAGES = 7, 300, 100
FRAME, STALL, FOLLOWED = 16.7, 33.0, 100.0  # ms
Found = dict[str, Any]


def in_a_window(mode: str, place: Place, texts: list[str] | None = None) -> Found:
    """What a process with a window of its own found (`benchmarks.child`), "painted" as ms since it was started."""
    with tempfile.TemporaryDirectory() as temporary:
        said = Path(temporary) / "texts"
        said.write_text("\n".join(texts or []), encoding="utf-8")
        words = [sys.executable, "-X", "utf8", "-m", "benchmarks.child", mode, str(place.folder.root), str(said)]
        began = time.monotonic_ns()
        done = subprocess.run(
            words, cwd=Path(__file__).parents[1], env=_surroundings(),
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"exit {done.returncode}")
    found: Found = json.loads(done.stdout)
    return found | ({"painted": (found["painted"] - began) / 1e6} if "painted" in found else {})


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
    yield against("V6", "start to first paint of the search box", middle(1, "painted"), middle(0, "painted"), 1.5)
    yield within("V6", "longest stall until all is loaded", middle(1, "stall"), STALL)
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
    raw = place.raw()
    texts = [text for text in typed(raw, 1.0)["kana"] if text][: max(10, int(KEYS * share))]
    raw.close()
    try:
        ours, bare = (times(in_a_window(mode, place, texts)["keys"]) for mode in ("keys", "list"))
    except RuntimeError as trouble:
        yield not_measured("V3", f"{place.size:,}: keystroke to painted list", str(trouble))
        return
    yield against("V3", f"{place.size:,}: keystroke to painted list, p50", ours.p50, bare.p50, 1.5)
    yield within("V3", f"{place.size:,}: keystroke to painted list, p99", ours.p99, FRAME, bare.p99)


def pages(place: Place, share: float) -> Iterator[Figure]:
    """V4: a customer's page, asked for and painted, beside a bare list of the same statements' rows."""
    what = f"{place.size:,}: a customer's page asked for and painted, p50"
    try:
        ours, bare = (times(in_a_window(mode, place, _ids(place, share))["pages"]) for mode in ("pages", "page"))
    except RuntimeError as trouble:
        yield not_measured("V4", what, str(trouble))
        return
    yield within("V4", what, ours.p50, FRAME, bare.p50)


def display(place: Place, share: float) -> Iterator[Figure]:
    """L4: the customer's own screen follows the counter."""
    what = f"{place.size:,}: the customer's page follows the counter, p99"
    try:
        yield within("L4", what, times(in_a_window("display", place, _ids(place, share))["pages"]).p99, FOLLOWED)
    except RuntimeError as trouble:
        yield not_measured("L4", what, str(trouble))


def _ids(place: Place, share: float) -> list[str]:
    raw = place.raw()
    ids = drawn(raw, max(10, int(PAGES * share)))
    raw.close()
    return ids
