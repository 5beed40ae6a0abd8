"""V4: everything the counter asks for when a customer's page opens."""

import random
from collections.abc import Iterator
from typing import Any

from benchmarks.lookup import random_ids
from benchmarks.measure import Figure, against, ms, side_by_side
from benchmarks.places import HEAVY, PURCHASES, REGULAR, Place, holder
from benchmarks.tape import say, taped
from carepos import complaints, customers, daybook, loyalty, promises
from carepos.database import Transaction

CUSTOMERS = 600


def page(tx: Transaction, customer_id: str) -> None:
    """The card, what is known, the points, what was promised, what is open, and the time line."""
    customers.show(tx, customer_id)
    customers.notes(tx, customer_id)
    loyalty.account(tx, customer_id)
    promises.of_customer(tx, customer_id)
    complaints.open_of(tx, customer_id)
    daybook.timeline(tx, customer_id)


def measure(place: Place, share: float) -> Iterator[Figure]:
    """The page of customers drawn at random, and of one with very many purchases beside one who fills the same page."""
    raw = place.raw()
    raw.execute("BEGIN")
    with place.opened() as shop, shop.reading() as tx:
        tapes = _Tapes(shop, tx)

        def measured(ids: list[str]) -> tuple[float, float]:
            ours, bare = side_by_side(lambda one: page(tx, one), lambda one: say(raw, tapes[one]), ids)
            return ours.p50, bare.p50

        usual, bare = measured(drawn(raw, max(20, int(CUSTOMERS * share))))
        yield against("V4", f"{place.size:,}: a customer's page ({tapes.most} statements), p50", usual, bare, 4.0)
        again = max(10, int(100 * share))
        full, bare_full = measured([holder(shop, REGULAR)] * again)
        yield against("V4", f"{place.size:,}: the page of {PURCHASES[REGULAR]} purchases, p50", full, bare_full, 4.0)
        heavy, _ = measured([holder(shop, HEAVY)] * again)
        many = min(PURCHASES[HEAVY], place.size * 10)
        what = f"{place.size:,}: the page of {many:,} purchases, beside that of {PURCHASES[REGULAR]}"
        yield Figure("V4", what, ms(heavy), ms(full), f"{heavy / full:.2f}", "at most 1.5x", heavy <= 1.5 * full)
    raw.close()


class _Tapes(dict[str, Any]):
    """Each customer's statements, recorded when first asked for."""

    def __init__(self, shop: Any, tx: Transaction) -> None:
        self._shop, self._tx, self.most = shop, tx, 0

    def __missing__(self, customer_id: str) -> Any:
        tape = self[customer_id] = taped(self._shop, lambda: page(self._tx, customer_id))
        self.most = max(self.most, len(tape))
        return tape


def drawn(raw: Any, count: int) -> list[str]:
    """The ids of some customers of this shop."""
    rng = random.Random(11)
    question = "SELECT id FROM customers WHERE id >= ? LIMIT 1"
    return [raw.execute(question, (row,)).fetchone()[0].hex() for row in random_ids(raw, rng, count)]
