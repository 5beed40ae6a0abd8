"""A copy of the store: encrypted with the same key, opened and checked before anybody relies on it."""

import os
import shutil
from pathlib import Path

from carepos.database.engine import unlock
from carepos.errors import StorageTrouble


def copy(store: Path, target: Path, key: str) -> None:
    """Copies a store while others may write, verifies the copy, then gives it its name; raises StorageTrouble."""
    import sqlcipher3.dbapi2 as driver

    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        source, copied = (driver.connect(str(path), isolation_level=None) for path in (store, part))
    except driver.Error as trouble:
        raise StorageTrouble("storage.copy_failed") from trouble
    try:
        unlock(source, key)
        copied.execute("PRAGMA cipher_log_level = none")
        copied.execute(f"PRAGMA key = \"x'{key}'\"")
        source.backup(copied, pages=-1)
    except driver.Error as trouble:
        raise StorageTrouble("storage.copy_failed") from trouble
    finally:
        source.close()
        copied.close()
    check(part, key)
    os.replace(part, target)


def put_in_place(incoming: Path, store: Path, aside: Path) -> Path:
    """Makes `incoming` the store; today's, with its log of latest commits, is kept as `aside`, whatever state it is in.

    Its log goes before the new store comes: SQLite would play it into the new one.
    """
    aside.parent.mkdir(exist_ok=True, mode=0o700)
    for ending in ("", "-wal"):
        if (part := Path(f"{store}{ending}")).exists():
            shutil.copy2(part, f"{aside}{ending}")
    for ending in ("-wal", "-shm"):
        Path(f"{store}{ending}").unlink(missing_ok=True)
    os.replace(incoming, store)
    return aside


def check(path: Path, key: str) -> None:
    """Opens a copy anew and reads every page of it; raises StorageTrouble("storage.copy_damaged")."""
    import sqlcipher3.dbapi2 as driver

    connection = driver.connect(str(path), isolation_level=None)
    try:
        unlock(connection, key)
        empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
        wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if empty or wrong or connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise StorageTrouble("storage.copy_damaged")
    except driver.Error as trouble:
        raise StorageTrouble("storage.copy_damaged") from trouble
    finally:
        connection.close()
