"""The key: in the system's keystore or, said aloud, in a file; on paper as the recovery code."""

import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backends import fail
from shops import CLERK, Till, refused

from carepos import customers, shop
from carepos.database import key
from carepos.errors import Refused, StorageTrouble
from carepos.paths import ShopFolder
from carepos.settings import ShopSettings

SECRETS = st.binary(min_size=32, max_size=32).map(bytes.hex)
SECRET = "0123456789abcdef" * 4
NO_KEYSTORE = fail.Keyring()  # type: ignore[no-untyped-call]


class Drawer(keyring.backend.KeyringBackend):
    """A keystore in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def usual_keystore() -> Iterator[None]:
    """Puts this machine's own keystore back afterwards."""
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.fixture
def drawer(usual_keystore: None) -> Drawer:
    """A keystore that works."""
    drawer = Drawer()
    keyring.set_keyring(drawer)
    return drawer


@pytest.fixture
def no_keystore(usual_keystore: None) -> None:
    """A machine without one, as a headless Linux."""
    keyring.set_keyring(NO_KEYSTORE)


@pytest.fixture
def folder(tmp_path: Path) -> ShopFolder:
    return ShopFolder(tmp_path / "shop")


def made(folder: ShopFolder) -> str:
    """Makes a shop where 林 is a customer, closes it, and hands back its recovery code."""
    opened, code = shop.create(folder, ShopSettings(shop_name="みなも"))
    Till(opened, CLERK).do(customers.register, customers.Details(family="林"))
    opened.close()
    return code


def names_in(folder: ShopFolder) -> list[str]:
    opened = shop.open_shop(folder)
    found = Till(opened, CLERK).ask(customers.find, "")
    opened.close()
    return [hit.family for hit in found]


def test_no_two_keys_are_alike() -> None:
    assert len({key.new_key() for _ in range(50)}) == 50
    assert len(bytes.fromhex(key.new_key())) == 32


@given(SECRETS)
def test_a_code_gives_its_key_back(secret: str) -> None:
    assert key.key_of(key.recovery_code(secret)) == secret


def test_a_code_is_fourteen_groups_of_four_without_look_alikes() -> None:
    groups = key.recovery_code(SECRET).split("-")
    assert [len(group) for group in groups] == [4] * 14
    assert not set("".join(groups)) & set("ILOU")


def test_a_code_may_be_typed_as_people_type() -> None:
    code = key.recovery_code(SECRET)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert key.key_of(f" {typed}\n") == SECRET


def test_one_wrong_character_anywhere_is_refused() -> None:
    code = key.recovery_code(SECRET)
    for at, right in enumerate(code):
        wrong = "7" if right != "7" else "8"
        if right != "-":
            with refused("recovery.invalid"):
                key.key_of(code[:at] + wrong + code[at + 1 :])


@given(st.text(max_size=80))
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"recovery\.invalid"):
        key.key_of(text)


@pytest.mark.parametrize("part", [slice(-1), slice(5, None), slice(0)], ids=["cut", "begun late", "empty"])
def test_a_part_of_a_code_is_refused(part: slice) -> None:
    with refused("recovery.invalid"):
        key.key_of(key.recovery_code(SECRET)[part])


def test_a_code_with_something_after_it_is_refused() -> None:
    with refused("recovery.invalid"):
        key.key_of(key.recovery_code(SECRET) + "0")


def test_the_keystore_keeps_the_key_and_no_file_does(folder: ShopFolder, drawer: Drawer) -> None:
    made(folder)
    assert len(drawer.kept) == 1
    assert not folder.key.exists()
    assert names_in(folder) == ["林"]


def test_without_a_keystore_a_file_only_its_owner_can_read_keeps_the_key(folder: ShopFolder, no_keystore: None) -> None:
    made(folder)
    assert folder.key.stat().st_mode & 0o777 == 0o600
    assert key.read_label(folder)[1] == "file"
    assert names_in(folder) == ["林"]


def test_where_the_key_went_is_said(folder: ShopFolder, drawer: Drawer) -> None:
    folder.make()
    assert key.keep(folder, "0" * 32, SECRET, demo=False) == "keystore"
    keyring.set_keyring(NO_KEYSTORE)
    assert key.keep(folder, "0" * 32, SECRET, demo=False) == "file"


def test_a_demo_never_touches_the_keystore(folder: ShopFolder, drawer: Drawer) -> None:
    shop.create(folder, ShopSettings(shop_name="みなも"), demo=True)[0].close()
    assert drawer.kept == {}


def test_neither_the_store_nor_its_label_shows_the_key(folder: ShopFolder, drawer: Drawer) -> None:
    made(folder)
    (secret,) = drawer.kept.values()
    for path in folder.root.iterdir():
        assert secret.encode() not in path.read_bytes()
        assert bytes.fromhex(secret) not in path.read_bytes()


@pytest.mark.parametrize("lost", [Drawer(), NO_KEYSTORE], ids=["emptied", "gone"])
def test_a_lost_keystore_asks_for_the_code_and_is_filled_by_it(
    folder: ShopFolder, drawer: Drawer, lost: keyring.backend.KeyringBackend
) -> None:
    code = made(folder)
    keyring.set_keyring(lost)
    with pytest.raises(StorageTrouble, match=r"storage\.key_missing"):
        shop.open_shop(folder)
    shop.recover(folder, code)
    assert names_in(folder) == ["林"]


def test_the_code_alone_opens_the_shop_on_a_new_computer(folder: ShopFolder, no_keystore: None) -> None:
    code = made(folder)
    folder.key.unlink()
    with pytest.raises(StorageTrouble, match=r"storage\.key_missing"):
        shop.open_shop(folder)
    shop.recover(folder, code)
    assert names_in(folder) == ["林"]


def test_the_code_of_another_shop_is_refused_and_changes_nothing(folder: ShopFolder, no_keystore: None) -> None:
    made(folder)
    with refused("recovery.wrong_shop"):
        shop.recover(folder, key.recovery_code(SECRET))
    assert names_in(folder) == ["林"]


def test_a_wrong_key_is_said_and_the_store_untouched(folder: ShopFolder, no_keystore: None) -> None:
    made(folder)
    before = folder.store.read_bytes()
    folder.key.write_text(SECRET, "ascii")
    with pytest.raises(StorageTrouble, match=r"storage\.wrong_key"):
        shop.open_shop(folder)
    assert folder.store.read_bytes() == before


@pytest.mark.parametrize("label", ["", "{}", "[]", '"shop"', json.dumps({"shop": "0" * 32})])
def test_a_spoilt_label_is_said(folder: ShopFolder, label: str) -> None:
    folder.make()
    folder.label.write_text(label, "utf-8")
    with pytest.raises(StorageTrouble, match=r"storage\.no_shop"):
        key.read_label(folder)
