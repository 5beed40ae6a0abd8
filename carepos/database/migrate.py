"""Bringing a store to today's shape, with a verified copy before; Alembic does it, and is loaded only then."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from carepos.errors import StorageTooNew, StorageTrouble

HEAD = "0003"
"""The newest migration; a test compares it with the scripts, so that a usual start need not load Alembic."""

SCRIPTS = Path(__file__).parent / "migrations"


def present(engine: sa.Engine) -> str | None:
    """The store's version, None for an empty one."""
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
        return version


def bring_up(engine: sa.Engine, copy_first: Callable[[], object] | None = None, target: str = HEAD) -> None:
    """Migrates to `target` in one transaction; an older store is copied first, a newer one raises StorageTooNew."""
    version = present(engine)
    if version == target:
        return
    if version is not None and version > HEAD:
        raise StorageTooNew("storage.too_new", found=version, known=HEAD)
    if version is not None and copy_first is not None:
        copy_first()
    _run_scripts(engine, target)


def _run_scripts(engine: sa.Engine, target: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with engine.execution_options(writing=True).connect() as connection, _links_checked_last(connection):
        config.attributes["connection"] = connection
        command.upgrade(config, target)


@contextmanager
def _links_checked_last(connection: sa.Connection) -> Iterator[None]:
    """One transaction; SQLite changes a table by making it anew, so only at the end must each row find its own."""
    if connection.dialect.name != "sqlite":
        with connection.begin():
            yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            yield
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise StorageTrouble("storage.failed")
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
