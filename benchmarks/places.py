"""The shops that are measured: made once, kept in the cache folder of this user."""

import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
from sqlalchemy.schema import CreateIndex, CreateTable

import carepos.tables  # noqa: F401 - so that Base knows all of them
from carepos import demo
from carepos.customers import by_card
from carepos.database import Base, key
from carepos.database.engine import unlock
from carepos.demo.people import card_of
from carepos.paths import ShopFolder
from carepos.shop import Shop, open_shop

HEAVY, REGULAR = 9_500_001, 9_500_002
"""Card numbers of two customers added to every shop."""

PURCHASES = {HEAVY: 77_000, REGULAR: 60}


@dataclass(frozen=True)
class Place:
    """One shop to measure."""

    size: int
    folder: ShopFolder

    @contextmanager
    def opened(self) -> Iterator[Shop]:
        """The shop, open."""
        shop = open_shop(self.folder)
        yield shop
        shop.close()

    def raw(self) -> Any:
        """A bare driver connection to the same file, with the same settings."""
        import sqlcipher3.dbapi2 as driver

        connection = driver.connect(str(self.folder.store), isolation_level=None)
        unlock(connection, key.fetch(self.folder))
        return connection

    @contextmanager
    def copied(self) -> Iterator["Place"]:
        """A copy that may be written to."""
        with tempfile.TemporaryDirectory() as temporary:
            shutil.copytree(self.folder.root, Path(temporary) / "shop")
            yield Place(self.size, ShopFolder(Path(temporary) / "shop"))


def default_cache() -> Path:
    """Where the shops stay between runs."""
    return Path(platformdirs.user_cache_dir("CarePOS", appauthor=False)) / "benchmarks"


def place(cache: Path, size: int) -> Place:
    """The shop of this size, made if it is not there yet."""
    found = Place(size, folder(cache, size))
    if not found.folder.exists():
        demo.make(found.folder, size, progress=_tell).close()
    with found.opened() as shop:
        for number, purchases in PURCHASES.items():
            if _nobody_has(shop, number):
                demo.grow(shop, min(purchases, size * 10), number)
    return found


def folder(cache: Path, size: int) -> ShopFolder:
    """Where the shop of this size stays; a store of another shape is another one."""
    tables = Base.metadata.sorted_tables
    shape = [str(CreateTable(one)) for one in tables]
    shape += [str(CreateIndex(index)) for one in tables for index in sorted(one.indexes, key=lambda i: str(i.name))]
    return ShopFolder(cache / f"{size}-{zlib.crc32(''.join(shape).encode()):08x}")


def _nobody_has(shop: Shop, number: int) -> bool:
    with shop.reading() as tx:
        return by_card(tx, card_of(number)) is None


def holder(shop: Shop, number: int) -> str:
    """The id of one of the customers added to every shop."""
    with shop.reading() as tx:
        return by_card(tx, card_of(number)) or ""


def _tell(done: int, total: int) -> None:
    print(f"making a shop of {total:,}: {done:,}", end="\r" if done < total else "\n", file=sys.stderr, flush=True)
