"""A shop whose commands stand at once for whoever asks through it, and are committed together when it closes."""

from collections.abc import Iterator
from contextlib import contextmanager

from carepos.database import NOBODY, Actor, Transaction
from carepos.shop import Shop


class OneCommit:
    """Each command in a savepoint of its own: refused ones leave nothing, and thousands need no sync."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._connection = shop.engine.execution_options(writing=True).connect()
        self._whole = self._connection.begin()

    @contextmanager
    def transaction(self, actor: Actor = NOBODY) -> Iterator[Transaction]:
        """Lends a unit of work that stands or falls as a whole."""
        with self._connection.begin_nested():
            tx = Transaction(self._connection, self._shop.clock(), actor, self._shop.settings)
            yield tx
            tx.flush()

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Lends a unit of work that only reads."""
        yield Transaction(self._connection, self._shop.clock(), NOBODY, self._shop.settings)

    def close(self) -> None:
        """Commits everything; what the store checks only then (PostgreSQL's deferred keys) is checked."""
        if self._whole.is_active:
            self._whole.commit()
        self._connection.close()
