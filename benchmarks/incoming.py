"""V8: bringing in customers, as lines of the table."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import imports
from benchmarks.measure import Figure
from benchmarks.places import Place

ROWS = 100_000


def measure(place: Place, share: float) -> Iterator[Figure]:
    """A file of customers in CP932 into an empty shop, beside a raw script and beside ORM add()."""
    rows = max(300, int(ROWS * share))
    with tempfile.TemporaryDirectory() as folder:
        found = imports.measure(rows, Path(folder))
    ours, raw, ratio = found["bring_in_s"], found["raw_s"], found["ratio_to_raw"]
    what = f"{rows:,} customers brought in"
    yield Figure("V8", what, f"{ours:.2f} s", f"{raw:.2f} s", f"{ratio:.2f}", "at most 1.3x raw", ratio <= 1.3)
    times = found["times_orm"]
    each, orm = f"{found['rows_per_s']:,.0f} rows/s", f"{found['orm_rows_per_s']:,.0f} rows/s"
    yield Figure("V8", f"{what}, beside ORM add()", each, orm, f"{times:.1f}x", "at least 3x", times >= 3)
