"""A copy is worth having only once it was opened and read."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shops import CLERK, Till

from carepos import customers
from carepos.database import backup, key
from carepos.database.engine import open_file
from carepos.errors import StorageTrouble
from carepos.shop import Shop


@pytest.fixture
def secret(sqlite_shop: Shop) -> str:
    """The key of the shop in the file."""
    assert sqlite_shop.folder
    return key.fetch(sqlite_shop.folder)


@pytest.fixture
def copied(sqlite_shop: Shop, secret: str) -> Path:
    """A verified copy of the shop, in which 林 is a customer."""
    assert sqlite_shop.folder
    Till(sqlite_shop, CLERK).do(customers.register, customers.Details(family="林"))
    target = sqlite_shop.folder.backups / "copy.db"
    target.parent.mkdir()
    backup.copy(sqlite_shop.folder.store, target, secret)
    return target


def test_a_copy_holds_what_was_committed_also_while_others_work(copied: Path, sqlite_shop: Shop, secret: str) -> None:
    assert sqlite_shop.folder
    with sqlite_shop.transaction(CLERK):
        backup.copy(sqlite_shop.folder.store, copied, secret)
    copy = Shop(open_file(copied, secret), sqlite_shop.clock)
    assert [hit.family for hit in Till(copy, CLERK).ask(customers.find, "林")] == ["林"]
    copy.close()


def test_no_half_made_copy_stays(copied: Path) -> None:
    assert [path.name for path in copied.parent.iterdir()] == ["copy.db"]


def test_a_copy_is_encrypted(copied: Path) -> None:
    # Long enough that no cipher text holds it by chance, and plain in every store that is not encrypted.
    assert b"CREATE TABLE" not in copied.read_bytes()
    assert not copied.read_bytes().startswith(b"SQLite format 3")


@settings(max_examples=40)
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_one_turned_bit_is_found(copied: Path, secret: str, at: float, bit: int) -> None:
    whole = copied.read_bytes()
    damaged = bytearray(whole)
    damaged[int(at * len(whole))] ^= 1 << bit
    spoilt = copied.with_name("spoilt.db")
    spoilt.write_bytes(damaged)
    with pytest.raises(StorageTrouble):
        backup.check(spoilt, secret)


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.5, 0.99])
def test_a_cut_off_copy_is_found(copied: Path, secret: str, kept: float) -> None:
    whole = copied.read_bytes()
    copied.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(StorageTrouble):
        backup.check(copied, secret)


def test_a_copy_under_another_key_is_refused(copied: Path) -> None:
    with pytest.raises(StorageTrouble):
        backup.check(copied, key.new_key())


def test_a_damaged_store_gives_no_copy_and_spares_the_last_one(copied: Path, sqlite_shop: Shop, secret: str) -> None:
    assert sqlite_shop.folder
    good = copied.read_bytes()
    sqlite_shop.close()
    store = bytearray(sqlite_shop.folder.store.read_bytes())
    store[len(store) // 2] ^= 1
    sqlite_shop.folder.store.write_bytes(store)
    with pytest.raises(StorageTrouble):
        backup.copy(sqlite_shop.folder.store, copied, secret)
    assert copied.read_bytes() == good
