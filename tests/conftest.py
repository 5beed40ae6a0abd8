"""What every test may lean on."""

import os

# Whatever this machine likes; before Qt is imported, and for every child.
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", LC_ALL="C.UTF-8")

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import argon2
import postgres
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck
from hypothesis import settings as hypotheses
from shops import CLERK, OWNER, UNGUARDED, Clock, Lend, Till, customer_ids, furnish

import carepos.tables  # noqa: F401 - so that Base knows all of them
from carepos import customers, loyalty, shop
from carepos.database import Base, broken_links, key, migrate
from carepos.database.engine import open_file, open_server
from carepos.paths import ShopFolder
from carepos.settings import ShopSettings

NUMBERS = count(1)
FileEngine = tuple[ShopFolder, sa.Engine]
Rows = dict[sa.Table, list[dict[str, Any]]]

# The same examples in every run, however slowly they go: what chance may find, it finds for whoever changes something.
hypotheses.register_profile(
    "steady", derandomize=True, deadline=None, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip
hypotheses.load_profile("steady")


@pytest.fixture
def clock() -> Clock:
    """21 November 2026, 14:00 in Tokyo, until the test moves it."""
    return Clock()


@pytest.fixture(scope="session")
def quick_pins() -> Iterator[None]:
    """argon2 in its cheapest profile: the tests check PINs, not how long an attacker needs."""
    quick = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("carepos.staff.actions.hasher", cache(lambda: quick))
        yield


@pytest.fixture(scope="session")
def template_folder(quick_pins: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A furnished shop in a SQLCipher file, closed, to be copied."""
    folder = ShopFolder(tmp_path_factory.mktemp("template") / "shop")
    made, _ = shop.create(folder, ShopSettings(shop_name="みなも"), demo=True, clock=Clock())
    furnish(made)
    made.close()
    return folder.root


@pytest.fixture(scope="session")
def file_engine(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FileEngine]:
    """A folder without its files yet, and the one engine on it: what SQLAlchemy has compiled stays compiled."""
    folder = ShopFolder(tmp_path_factory.mktemp("file") / "shop")
    engine = open_file(folder.store, key.fetch(ShopFolder(template_folder)))
    yield folder, engine
    engine.dispose()


@pytest.fixture
def sqlite_shops(template_folder: Path, file_engine: FileEngine) -> Lend:
    """Lends furnished shops, one after the other, each in a fresh copy of the template's file."""
    folder, engine = file_engine

    @contextmanager
    def lend(clock: Clock) -> Iterator[shop.Shop]:
        shutil.copytree(template_folder, folder.root)
        lent = shop.Shop(engine, clock, folder, demo=True)
        try:
            yield lent
        finally:
            lent.close()
            shutil.rmtree(folder.root)

    return lend


@pytest.fixture
def sqlite_shop(sqlite_shops: Lend, clock: Clock) -> Iterator[shop.Shop]:
    """A furnished shop in a file."""
    with sqlite_shops(clock) as lent:
        yield lent


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[sa.URL]:
    """A PostgreSQL of our own, where its wheel exists."""
    if find_spec(postgres.PACKAGE) is None:
        pytest.skip(f"no {postgres.PACKAGE} wheel for this platform")
    with postgres.server() as url:
        yield sa.make_url(url)


@pytest.fixture(scope="session")
def furnished_engine(quick_pins: None, postgresql_server: sa.URL) -> Iterator[sa.Engine]:
    """The engine on a furnished shop's database, which the tests use one after the other."""
    engine = _database(postgresql_server, "shop")
    migrate.bring_up(engine)
    furnish(shop.Shop(engine, Clock()))
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def furniture(furnished_engine: sa.Engine) -> Rows:
    """What stands in a furnished shop."""
    with furnished_engine.connect() as connection:
        tables = Base.metadata.sorted_tables
        return {table: [row._asdict() for row in connection.execute(sa.select(table))] for table in tables}


@pytest.fixture
def postgresql_shops(furnished_engine: sa.Engine, furniture: Rows) -> Lend:
    """Lends a furnished shop in PostgreSQL; afterwards it stands there as before (a new database takes 0.2 s)."""

    @contextmanager
    def lend(clock: Clock) -> Iterator[shop.Shop]:
        lent = shop.Shop(furnished_engine, clock)
        try:
            yield lent
        finally:
            lent.close()
            _refurnish(furnished_engine, furniture)

    return lend


def _refurnish(engine: sa.Engine, furniture: Rows) -> None:
    swept = "; ".join(f"DELETE FROM {table}" for table in furniture)
    with engine.begin() as connection:
        connection.execute(UNGUARDED)
        connection.exec_driver_sql(swept)  # at once: a journey for each table took longer than most tests
        for table, rows in furniture.items():
            if rows:
                connection.execute(sa.insert(table), rows)


@pytest.fixture
def postgresql_shop(postgresql_shops: Lend, clock: Clock) -> Iterator[shop.Shop]:
    """A furnished shop in PostgreSQL."""
    with postgresql_shops(clock) as lent:
        yield lent


@pytest.fixture(params=["sqlite", "postgresql"])
def shops(request: pytest.FixtureRequest) -> Lend:
    """Lends furnished shops, one after the other, on each of the two databases in turn."""
    found: Lend = request.getfixturevalue(f"{request.param}_shops")
    return found


def _database(server: sa.URL, name: str) -> sa.Engine:
    _on_server(server, f"CREATE DATABASE {name}")
    return open_server(server.set(database=name).render_as_string())


def _on_server(server: sa.URL, statement: str) -> None:
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.execute(sa.text(statement))


@pytest.fixture
def empty_sqlite(tmp_path: Path) -> Iterator[sa.Engine]:
    """The engine on a SQLCipher file in which nothing is."""
    engine = open_file(tmp_path / "empty.db", "5e" * 32)
    yield engine
    engine.dispose()


@pytest.fixture
def empty_postgresql(postgresql_server: sa.URL) -> Iterator[sa.Engine]:
    """The engine on a PostgreSQL database in which nothing is."""
    name = f"empty_{next(NUMBERS)}"
    engine = _database(postgresql_server, name)
    yield engine
    engine.dispose()
    _on_server(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(name="shop", params=["sqlite", "postgresql"])
def either_shop(request: pytest.FixtureRequest) -> shop.Shop:
    """A furnished shop, on each of the two databases in turn."""
    found: shop.Shop = request.getfixturevalue(f"{request.param}_shop")
    return found


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_engine(request: pytest.FixtureRequest) -> sa.Engine:
    """An empty store, on each of the two databases in turn."""
    found: sa.Engine = request.getfixturevalue(f"empty_{request.param}")
    return found


@pytest.fixture
def till(shop: shop.Shop) -> Iterator[Till]:
    """A clerk at the counter; after the test the ledger and the chain must hold, whatever was done."""
    till = Till(shop, CLERK)
    yield till
    assert till.ask(loyalty.verify) == []
    assert till.ask(broken_links) == []


@pytest.fixture
def office(till: Till) -> Till:
    """The owner, in the same shop as `till`."""
    return Till(till.shop, OWNER)


@pytest.fixture
def make_customer(till: Till) -> Callable[..., str]:
    """Registers somebody, 田中 花子 unless told otherwise, and hands back their id."""
    usual = customers.Details(family="田中", given="花子", family_kana="たなか", given_kana="はなこ")
    ids = customer_ids()

    def make(**details: str) -> str:
        return till.run(customers.register, next(ids), customers.Details(**details) if details else usual)

    return make
