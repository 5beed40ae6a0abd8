"""Opening the store: SQLCipher in a file, or PostgreSQL for several tills."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

from carepos.errors import StorageTrouble

OLDEST_SQLITE = (3, 51, 3)
"""SQLite from 3.7.0 to 3.51.2 can corrupt a file when its WAL is reset; we refuse to run on them."""

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA temp_store = MEMORY",
    # Decrypting a page costs more than the row in it. Only a store this large takes as much.
    "PRAGMA cache_size = -256000",
    # A checkpoint syncs again; it is run when the counter is idle, not inside a clerk's save.
    "PRAGMA wal_autocheckpoint = 20000",
)


def check_sqlite(version: tuple[int, ...]) -> None:
    """Raises StorageTrouble("storage.sqlite_too_old") for a SQLite that may lose a shop's data."""
    if version < OLDEST_SQLITE:
        raise StorageTrouble("storage.sqlite_too_old", found=".".join(map(str, version)))


def open_file(path: Path, key: str) -> sa.Engine:
    """The engine on one encrypted file; `key` is 64 hexadecimal digits. Raises StorageTrouble."""
    import sqlcipher3.dbapi2 as driver

    check_sqlite(driver.sqlite_version_info)

    def connect() -> Any:
        connection = driver.connect(str(path), isolation_level=None, check_same_thread=False)
        unlock(connection, key)
        return connection

    engine = sa.create_engine(
        "sqlite://", creator=connect, module=driver, poolclass=QueuePool, pool_size=4, query_cache_size=1200
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def unlock(connection: Any, key: str) -> None:
    """Gives the key and the house's settings to a fresh driver connection."""
    connection.execute("PRAGMA cipher_log_level = none")
    connection.execute(f"PRAGMA key = \"x'{bytes.fromhex(key).hex()}'\"")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except Exception as trouble:
        connection.close()
        raise StorageTrouble("storage.wrong_key") from trouble
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: sa.Connection) -> None:
    """A command takes the writer's place at once, so that it never fails half-way; a read never waits for it."""
    if connection.get_execution_options().get("writing", False):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:  # waits for nobody, so it cannot fail: the driver is asked at once (V1)
        connection.connection.cursor().execute("BEGIN")


def open_server(url: str) -> sa.Engine:
    """The engine on a PostgreSQL server, times in UTC."""
    return sa.create_engine(url, connect_args={"options": "-c timezone=UTC"}, query_cache_size=1200)
