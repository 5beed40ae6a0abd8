"""L1 to L3: what a movement of points costs, how long a million take to verify, whether a night's expiry is felt."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from benchmarks import saving
from benchmarks.measure import Figure, clocked, ms, times, within
from benchmarks.places import Place
from benchmarks.window import STALL, USUAL_WINDOW, in_a_window
from carepos import loyalty
from carepos.database import Actor, Transaction, new_id
from carepos.shop import Shop

SAVES, ROWS, LOTS = 1_000, 1_000_000, 100_000
VERIFIED = 5_000.0
"""Goal in ms."""


def movements(place: Place, share: float) -> Iterator[Figure]:
    """Giving and using points, each a commit of its own, and its syncs."""
    with place.copied() as copy:
        yield from _movements(copy, max(5, int(SAVES * share)))
    yield saving.syncs(place, "L1")


def verifying(place: Place, share: float) -> Iterator[Figure]:
    """The whole ledger proved; a test takes a small share of the rows."""
    with place.copied() as copy:
        yield _verifying(copy, max(50, int(ROWS * share)))


def expiring(place: Place, share: float) -> Iterator[Figure]:
    """One night's run behind an open window."""
    with place.copied() as copy:
        yield _expiring(copy, max(50, int(LOTS * share)))


def _movements(copy: Place, saves: int) -> Iterator[Figure]:
    raw = copy.raw()
    somebody = saving.somebody(raw, saves)
    raw.close()
    with copy.opened() as shop:
        actor = saving.actor(shop)
        for what, act in {"earn": _earn, "spend": _spend}.items():
            runs = times(_saved(shop, actor, act, one) for one in somebody)
            yield Figure("L1", f"{copy.size:,}: {what}, p50", ms(runs.p50))
            yield Figure("L1", f"{copy.size:,}: {what}, p99", ms(runs.p99))


def _earn(tx: Transaction, customer_id: str) -> None:
    loyalty.earn(tx, new_id(), customer_id, 1_620, new_id())


def _spend(tx: Transaction, customer_id: str) -> None:
    loyalty.spend(tx, new_id(), customer_id, 1)


def _saved(shop: Shop, actor: Actor, act: Callable[[Transaction, str], None], customer_id: str) -> float:
    def save() -> None:
        with shop.transaction(actor) as tx:
            act(tx, customer_id)

    return clocked(save)


def _verifying(copy: Place, rows: int) -> Figure:
    fill(copy, max(rows - _count(copy), 0), None)
    with copy.opened() as shop, shop.reading() as tx:
        wrong: list[str] = []
        took = clocked(lambda: wrong.extend(loyalty.verify(tx)))
    return Figure(
        "L2", f"{_count(copy):,} rows: verify", ms(took), goal=f"at most {VERIFIED:,.0f} ms",
        reached=not wrong and took <= VERIFIED,
    )  # fmt: skip


def _count(copy: Place) -> int:
    raw = copy.raw()
    rows: int = raw.execute("SELECT count(*) FROM point_entries").fetchone()[0]
    raw.close()
    return rows


def _expiring(copy: Place, lots: int) -> Figure:
    """The window's own night run, in a process of its own."""
    with copy.opened() as shop, shop.reading() as tx:
        yesterday = tx.today - timedelta(days=1)
    fill(copy, lots, yesterday.isoformat())
    bare, told = (in_a_window(mode, copy) for mode in ("bare", "expiry"))
    what = f"{told['lots']:,} lots expired in {told['seconds']:.1f} s: longest stall"
    figure = within("L3", what, told["stall"], STALL, bare["painted"], USUAL_WINDOW)
    return replace(figure, reached=bool(figure.reached) and told["lots"] >= lots)


_ENTRY = (
    "INSERT INTO point_entries (id, operation_id, customer_id, kind, points, at, day, till) "
    "VALUES (?, ?, ?, 'opening', 1, '2026-01-01T03:00:00.000000+00:00', '2026-01-01', 'window')"
)
_LOT = 'INSERT INTO point_lots (entry_id, customer_id, expires_on, "left") VALUES (?, ?, ?, 1)'
_MORE = (
    "INSERT INTO point_balances (customer_id, points) VALUES (?, ?) "
    "ON CONFLICT (customer_id) DO UPDATE SET points = points + excluded.points"
)


def fill(copy: Place, rows: int, expires_on: str | None) -> None:
    """So many lots of one point more, over all customers."""
    raw: Any = copy.raw()
    people = [row[0] for row in raw.execute("SELECT id FROM customers")]
    operation = raw.execute("SELECT id FROM operations LIMIT 1").fetchone()[0]
    ids = [number.to_bytes(16, "big") for number in range(1, rows + 1)]
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("DELETE FROM expiry_runs")  # nobody has looked yet
    raw.executemany(_ENTRY, ((id_, operation, people[at % len(people)]) for at, id_ in enumerate(ids)))
    raw.executemany(_LOT, ((id_, people[at % len(people)], expires_on) for at, id_ in enumerate(ids)))
    each, odd = divmod(rows, len(people))
    raw.executemany(_MORE, ((one, each + (at < odd)) for at, one in enumerate(people)))
    raw.execute("COMMIT")
    raw.close()
