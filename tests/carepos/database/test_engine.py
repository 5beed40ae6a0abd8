"""The store's own settings, and which SQLite may hold a shop."""

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver

from carepos.database.engine import OLDEST_SQLITE, check_sqlite
from carepos.errors import StorageTrouble
from carepos.shop import Shop


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 51, 2)])
def test_a_sqlite_that_may_lose_data_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(StorageTrouble) as caught:
        check_sqlite(version)
    assert (caught.value.rule, caught.value.facts["found"]) == (
        "storage.sqlite_too_old",
        ".".join(map(str, version)),
    )


@pytest.mark.parametrize("version", [OLDEST_SQLITE, (3, 51, 4), (3, 52, 0), driver.sqlite_version_info])
def test_a_mended_sqlite_is_taken(version: tuple[int, ...]) -> None:
    check_sqlite(version)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0), ("busy_timeout", 5000)],
)
def test_a_file_is_kept_durably(sqlite_shop: Shop, pragma: str, value: object) -> None:
    with sqlite_shop.engine.connect() as connection:
        assert connection.scalar(sa.text(f"PRAGMA {pragma}")) == value


def test_the_file_is_encrypted(sqlite_shop: Shop) -> None:
    assert sqlite_shop.folder
    content = sqlite_shop.folder.store.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert "みなも".encode() not in content
