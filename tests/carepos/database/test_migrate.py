"""A store comes to today's shape whole or not at all; a newer one is left alone, an older one copied first."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import alembic.util
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from shops import CLERK, Till, tear

import carepos.tables  # noqa: F401 - every table, for the comparison
from carepos import customers, shop
from carepos.database import Base, backup, key, migrate
from carepos.database.engine import open_file
from carepos.errors import StorageTooNew
from carepos.shop import Shop


class Killed(Exception):
    """The power went."""


@contextmanager
def statements(engine: sa.Engine, until: int | None = None) -> Iterator[list[str]]:
    """Collects what is sent to the store; the power goes before the statement number `until`."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: object) -> None:
        if len(sent) == until:
            raise Killed
        sent.append(statement)

    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)


def everything_in(engine: sa.Engine) -> list[str]:
    """The names of whatever the store holds: tables, indexes, triggers, functions."""
    questions = {
        "sqlite": "SELECT name FROM sqlite_schema",
        "postgresql": "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace UNION ALL "
        "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    }
    with engine.connect() as connection:
        return list(connection.scalars(sa.text(questions[engine.dialect.name])))


def test_killed_at_any_statement_leaves_an_empty_store(empty_engine: sa.Engine) -> None:
    step = 3 if empty_engine.dialect.name == "sqlite" else 9  # where changes of tables are transactions by design
    before = 0
    while was_killed(empty_engine, before):
        assert everything_in(empty_engine) == [], f"statement {before}"
        before += step
    assert before > 60
    assert migrate.present(empty_engine) == migrate.HEAD


def was_killed(engine: sa.Engine, before: int) -> bool:
    """Brings a store up until a statement; says whether the power went before it was done."""
    with suppress(Killed), statements(engine, before):
        migrate.bring_up(engine)
        return False
    return True


def test_an_empty_store_has_no_version(empty_engine: sa.Engine) -> None:
    assert migrate.present(empty_engine) is None


def test_a_store_of_today_is_left_as_it_is(shop: Shop) -> None:
    with statements(shop.engine) as sent:
        migrate.bring_up(shop.engine, copy_first=lambda: pytest.fail("nothing to copy for"))
    assert not [statement for statement in sent if not statement.startswith(("BEGIN", "SELECT", "PRAGMA"))]


def test_the_head_we_state_is_the_newest_script() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    assert ScriptDirectory.from_config(config).get_heads() == [migrate.HEAD]


def test_the_migrations_make_what_the_tables_declare(shop: Shop) -> None:
    with shop.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_a_newer_store_is_refused_and_left_untouched(sqlite_shop: Shop) -> None:
    folder = sqlite_shop.folder
    assert folder
    tear(sqlite_shop, "UPDATE alembic_version SET version_num = '9999'")
    sqlite_shop.close()
    before = folder.store.read_bytes()
    with pytest.raises(StorageTooNew) as caught:
        shop.open_shop(folder)
    assert (caught.value.rule, caught.value.facts) == ("storage.too_new", {"found": "9999", "known": migrate.HEAD})
    assert folder.store.read_bytes() == before
    assert not folder.backups.exists()


def test_an_older_store_is_copied_before_any_script_runs(sqlite_shop: Shop) -> None:
    """A version no script knows stands for the older one: the copy is made, then Alembic stops."""
    folder = sqlite_shop.folder
    assert folder
    Till(sqlite_shop, CLERK).do(customers.register, customers.Details(family="林"))
    tear(sqlite_shop, "UPDATE alembic_version SET version_num = '0000'")
    sqlite_shop.close()
    with pytest.raises(alembic.util.CommandError, match="0000"):
        shop.open_shop(folder, sqlite_shop.clock)
    copies = list(folder.backups.iterdir())
    assert [copy.name for copy in copies] == ["20261121-140000.db"]
    assert names_in(copies[0], key.fetch(folder)) == ["林"]


def names_in(store: Path, secret: str) -> list[str]:
    """Who is in a store, read without the program's own questions."""
    backup.check(store, secret)
    engine = open_file(store, secret)
    with engine.connect() as connection:
        found = list(connection.scalars(sa.text("SELECT family FROM customers")))
    engine.dispose()
    return found
