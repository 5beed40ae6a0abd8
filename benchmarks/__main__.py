"""`python -m benchmarks [--sizes 10000,100000] [--only V1,V2] [--cache FOLDER]` prints the table of figures."""

import argparse
import gc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from benchmarks import incoming, ledger, lookup, page, saving, window, words
from benchmarks.measure import Figure, shown
from benchmarks.places import Place, default_cache, place

SIZES = (10_000, 100_000, 1_000_000)
ALL = ("V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9", "C1", "L1", "L2", "L3", "L4")
Measure = Callable[[Place, float], Iterable[Figure]]
ON_EACH: dict[str, list[Measure]] = {"V4": [page.measure, window.pages], "V3": [window.keystrokes]}
ON_THE_SMALLEST: dict[str, list[Measure]] = {
    "V5": [saving.measure], "V6": [window.starts], "V8": [incoming.measure],
    "V9": [words.measure], "C1": [words.judged],
    "L1": [ledger.movements], "L2": [ledger.verifying], "L3": [ledger.expiring],
    "L4": [window.display],
}  # fmt: skip
"""What is measured on every shop, and what needs only one; V6 brings V7."""


def run(sizes: Iterable[int], only: Iterable[str], cache: Path, share: float = 1.0) -> list[Figure]:
    """Every figure asked for; `share` of the usual number of runs (a test takes few)."""
    places = [place(cache, size) for size in sorted(set(sizes))]
    gc.collect()
    return [figure for figure in _figures(places, set(only), share) if figure.number in only]


def _figures(places: list[Place], only: set[str], share: float) -> Iterator[Figure]:
    if only & {"V1", "V2"}:
        medians = {}
        for shop in places:
            figures, medians[shop.size] = lookup.measure(shop, share)
            yield from figures
        yield from lookup.growth(medians)
    for number, measures in ON_EACH.items():
        for shop in places if number in only else ():
            for measure in measures:
                yield from measure(shop, share)
    for number, measures in ON_THE_SMALLEST.items():
        for measure in measures if number in only or (number == "V6" and "V7" in only) else ():
            yield from measure(places[0], share)


def main() -> None:
    """Reads the words behind the command and prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast, beside raw scripts.")
    parser.add_argument("--sizes", help="numbers of customers, by commas")
    parser.add_argument("--only", default=",".join(ALL), help="figures, by commas")
    parser.add_argument("--cache", type=Path, default=default_cache(), help="where the shops are kept")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")] if options.sizes else SIZES
    print(shown(run(sizes, options.only.upper().split(","), options.cache)))


if __name__ == "__main__":
    main()
