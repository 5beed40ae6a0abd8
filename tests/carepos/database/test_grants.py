"""A shop on a server whose role is an ordinary one: it does all its work, and cannot change what is written (S08)."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from shops import CLERK, OWNER, Clock, Till, furnish, refused

from carepos import customers, exchange, loyalty
from carepos.database import Base, broken_links, migrate
from carepos.database.engine import open_server
from carepos.shop import Shop

HANAKO = customers.Details("田中", "花子", "たなか", "はなこ", card="4901")
CLOSED = ("operations", "point_entries", "point_draws", "merged_rows")
DENIED = "permission denied for table "


@pytest.fixture
def owner(empty_postgresql: sa.Engine) -> Iterator[sa.Engine]:
    """The engine of a role that owns its empty database and nothing else, where everybody may do everything."""
    name = f"Shop {empty_postgresql.url.database}"
    do(empty_postgresql, f'CREATE ROLE "{name}" LOGIN',
       f'ALTER DATABASE {empty_postgresql.url.database} OWNER TO "{name}"',
       f'ALTER DEFAULT PRIVILEGES FOR ROLE "{name}" GRANT ALL ON TABLES TO PUBLIC')  # fmt: skip
    engine = open_server(empty_postgresql.url.set(username=name).render_as_string())
    yield engine
    engine.dispose()


@pytest.fixture
def shop(quick_pins: None, owner: sa.Engine, clock: Clock) -> Iterator[Shop]:
    """Its shop, brought up and furnished in its name."""
    migrate.bring_up(owner)
    opened = Shop(owner, clock)
    furnish(opened)
    yield opened
    opened.close()


def do(engine: sa.Engine, *statements: str) -> None:
    """One transaction past the program."""
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))


def test_the_work_of_a_shop_is_done_as_ever(shop: Shop, clock: Clock, tmp_path: Path) -> None:
    till, office = Till(shop, CLERK), Till(shop, OWNER)
    kept, gone = till.do(customers.register, HANAKO), till.do(customers.register, customers.Details("田中"))
    till.do(loyalty.earn, kept, 10_000, "R1")
    till.do(loyalty.undo, till.do(loyalty.spend, kept, 30).entry)
    till.do(loyalty.spend, kept, 20)
    till.do(loyalty.return_sale, kept, "R1", 5_000)
    office.do(loyalty.open_balance, gone, 70, dt.date(2026, 11, 30))
    till.do(loyalty.unmerge, till.do(loyalty.merge, kept, gone))
    till.do(loyalty.merge, kept, gone)
    (tmp_path / "people.csv").write_text("姓,ポイント\n森,35\n岡,0\n", "utf-8")
    brought = office.do(exchange.bring_in, tmp_path / "people.csv", "", {"family": "姓", "points": "ポイント"})
    assert office.do(exchange.undo, brought.batch).points == 35
    clock.forward(days=10)
    office.do(loyalty.agree_to_clock)
    assert till.do(loyalty.expire).points == 70
    with refused("customer.has_history"):
        till.do(customers.withdraw, kept)
    till.do(customers.withdraw, till.do(customers.register, customers.Details("林")))
    office.do(exchange.erase, kept)
    assert till.ask(loyalty.balance, kept) == 30
    assert till.ask(loyalty.verify) == till.ask(broken_links) == []


def test_what_is_closed_is_closed_without_its_triggers_too(shop: Shop) -> None:
    do(shop.engine, *(f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in CLOSED))
    for table in CLOSED:
        for change in (*updates(table), f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
            with pytest.raises(sa.exc.ProgrammingError, match=DENIED + table):
                do(shop.engine, change)


def updates(table: str) -> list[str]:
    """A change of each column; only the id of a row that others point at may be locked, and so be changed."""
    kept = {key.column.name for other in Base.metadata.sorted_tables for key in other.foreign_keys
            if key.column.table.name == table}  # fmt: skip
    names = (column.name for column in Base.metadata.tables[table].columns)
    return [f"UPDATE {table} SET {name} = {name}" for name in names if name not in kept]


def test_no_table_that_is_closed_was_forgotten(shop: Shop) -> None:
    named = sa.text("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
    with shop.engine.connect() as connection:
        assert {*connection.scalars(named)} == {*CLOSED}
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_whoever_brings_it_up_takes_the_right_from_the_owner(owner: sa.Engine, empty_postgresql: sa.Engine) -> None:
    migrate.bring_up(owner, target="0002")
    migrate.bring_up(empty_postgresql)
    with pytest.raises(sa.exc.ProgrammingError, match=DENIED):
        do(owner, "DELETE FROM point_draws")


def test_a_later_migration_can_open_a_table_and_close_it_again(shop: Shop) -> None:
    change = "UPDATE point_draws SET points = points"
    do(shop.engine, "GRANT UPDATE ON point_draws TO CURRENT_USER", "ALTER TABLE point_draws DISABLE TRIGGER USER",
       change, "ALTER TABLE point_draws ENABLE TRIGGER USER",
       "REVOKE UPDATE ON point_draws FROM CURRENT_USER")  # fmt: skip
    with pytest.raises(sa.exc.ProgrammingError, match=DENIED):
        do(shop.engine, change)
