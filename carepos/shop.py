"""The shop: one open store, one clock, and `transaction()`, which lends one unit of work."""

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from carepos import lock
from carepos import settings as shop_settings
from carepos.database import NOBODY, Actor, Transaction, backup, key, migrate, new_id
from carepos.database.engine import open_file
from carepos.errors import Refused, StorageTrouble
from carepos.paths import ShopFolder

log = logging.getLogger(__name__)
Clock = Callable[[], dt.datetime]
Result = TypeVar("Result")


def utc_now() -> dt.datetime:
    """The machine's clock; everything else gets its time from a Shop."""
    return dt.datetime.now(dt.UTC)


@dataclass
class Shop:
    """One open shop."""

    engine: sa.Engine
    clock: Clock = utc_now
    folder: ShopFolder | None = None
    demo: bool = False

    def __post_init__(self) -> None:
        self._writer = self.engine.execution_options(writing=True)
        self._readers: list[sa.Connection] = []
        with self.engine.connect() as connection:
            self.settings = shop_settings.read(connection)

    @contextmanager
    def transaction(self, actor: Actor = NOBODY) -> Iterator[Transaction]:
        """Lends one unit of work that may write: leaving commits, stumbling leaves nothing; raises StorageTrouble."""
        with _told_plainly(), self._writer.connect() as connection, connection.begin():
            tx = Transaction(connection, self.clock(), actor, self.settings)
            yield tx
            tx.flush()
            settings = shop_settings.read(connection) if "settings" in tx.changed else self.settings
        self.settings = settings

    @contextmanager
    def reading(self, actor: Actor = NOBODY) -> Iterator[Transaction]:
        """Lends one unit of work that only reads; it never waits for a writer."""
        with _told_plainly(), self._reader() as connection, connection.begin():
            yield Transaction(connection, self.clock(), actor, self.settings)

    @contextmanager
    def asking(self, actor: Actor = NOBODY) -> Iterator[Callable[[Callable[[Transaction], Result]], Result]]:
        """Lends one unit of work for several questions, and what two want to know is read once.

        Each stumbles alone: after one the others have their own, for a server gives up what it stumbled in.
        """
        stumbled = False
        with self.reading(actor) as shared:
            shared.remember()

            def ask(work: Callable[[Transaction], Result]) -> Result:
                nonlocal stumbled
                if stumbled:
                    with self.reading(actor) as own:
                        return work(own)
                try:
                    with _told_plainly():
                        return work(shared)
                except StorageTrouble:
                    stumbled = True
                    raise

            yield ask

    @contextmanager
    def _reader(self) -> Iterator[sa.Connection]:
        """A connection that waits for the next read: taking one out of the pool costs as much as a look-up (V1)."""
        connection = self._readers.pop() if self._readers else self.engine.connect()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        self._readers.append(connection)

    def rest(self) -> None:
        """Folds the write-ahead log into the file; for a moment when nobody waits."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def copy_to(self, target: Path) -> None:
        """Makes a verified copy, encrypted with the same key; makes no folder for it.

        Raises StorageTrouble, Refused("file.exists"), ("folder.not_found").
        """
        assert self.folder is not None
        if not target.parent.is_dir():
            raise Refused("folder.not_found", folder=str(target.parent))
        if target.exists():
            raise Refused("file.exists", file=target.name)
        backup.copy(self.folder.store, target, key.fetch(self.folder))

    def close(self) -> None:
        """Closes every connection."""
        while self._readers:
            self._readers.pop().close()
        self.engine.dispose()


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Driver errors become StorageTrouble with a rule the counter has a sentence for."""
    try:
        yield
    except DBAPIError as trouble:
        log.warning("store: %s", type(trouble.orig).__name__)
        raise StorageTrouble(_rule_of(str(trouble.orig))) from trouble


def _rule_of(words: str) -> str:
    rules = {"full": "storage.full", "locked": "storage.busy", "readonly": "storage.read_only"}
    return next((rule for word, rule in rules.items() if word in words), "storage.failed")


def create(
    folder: ShopFolder,
    settings: shop_settings.ShopSettings,
    demo: bool = False,
    clock: Clock = utc_now,
    furnish: Callable[[Transaction], object] = lambda _tx: None,
) -> tuple[Shop, str]:
    """Makes a shop and hands back (shop, recovery code); raises Refused("shop.exists") on a folder in use.

    `furnish` puts in what the shop begins with, its owner above all; all of it or nothing is there afterwards.
    """
    if folder.in_use():
        raise Refused("shop.exists", folder=str(folder.root))
    folder.make()
    secret, shop_id = key.new_key(), new_id()
    engine = open_file(folder.store, secret)
    try:
        migrate.bring_up(engine)
        shop = Shop(engine, clock, folder, demo)
        with shop.transaction(Actor(None, "owner", "window")) as tx:
            shop_settings.change(tx, new_id(), settings)
            tx.settings = settings
            furnish(tx)
        key.keep(folder, shop_id, secret, demo)  # the label comes last: a folder without one holds no shop
    except BaseException:
        engine.dispose()
        folder.forget()
        raise
    return shop, key.recovery_code(secret)


def open_shop(folder: ShopFolder, clock: Clock = utc_now) -> Shop:
    """Opens a shop, migrating an older one after a verified copy; raises StorageTrouble, StorageTooNew."""
    _, _, demo = key.read_label(folder)
    secret = key.fetch(folder)
    engine = open_file(folder.store, secret)

    def copy_first() -> None:
        folder.backups.mkdir(exist_ok=True, mode=0o700)
        backup.copy(folder.store, folder.backups / f"{clock():%Y%m%d-%H%M%S}.db", secret)

    migrate.bring_up(engine, copy_first)
    return Shop(engine, clock, folder, demo)


def restore(folder: ShopFolder, copy: Path, clock: Clock = utc_now) -> Path:
    """Puts a verified copy in the place of a shop's store and returns where today's store was laid aside.

    Raises Refused("file.not_found"), ("shop.is_open"), ("copy.not_ours"), StorageTrouble("storage.copy_damaged").
    """
    secret = key.fetch(folder)
    if not copy.is_file():
        raise Refused("file.not_found")
    if (held := lock.hold(folder.lock)) is None:
        raise Refused("shop.is_open")
    with held:
        incoming = folder.root / "incoming.db"
        _copy_of_this_shop(copy, incoming, secret)
        return backup.put_in_place(incoming, folder.store, folder.backups / f"{clock():%Y%m%d-%H%M%S-%f}-replaced.db")


def _copy_of_this_shop(copy: Path, incoming: Path, secret: str) -> None:
    try:
        backup.copy(copy, incoming, secret)
    except StorageTrouble as trouble:
        if trouble.rule == "storage.wrong_key":
            raise Refused("copy.not_ours", file=copy.name) from None
        raise


def recover(folder: ShopFolder, code: str) -> None:
    """Opens a shop whose keystore was lost by its printed code, and keeps the key here again; raises Refused."""
    secret = key.key_of(code)
    shop_id, _, demo = key.read_label(folder)
    try:
        open_file(folder.store, secret).connect().close()
    except StorageTrouble:
        raise Refused("recovery.wrong_shop") from None
    key.keep(folder, shop_id, secret, demo)
