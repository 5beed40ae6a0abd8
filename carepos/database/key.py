"""The shop's key: 256 random bits in the system's keystore, and once on paper as the recovery code (S05)."""

import hashlib
import json
import os
import secrets
import unicodedata
from typing import Literal

from carepos.errors import Refused, StorageTrouble
from carepos.paths import ShopFolder

Place = Literal["keystore", "file"]
SERVICE = "CarePOS"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U to misread
CODE_DIGITS = 52
CHECK_DIGITS = 4


def new_key() -> str:
    """64 hexadecimal digits from the system's randomness."""
    return secrets.token_hex(32)


def recovery_code(key: str) -> str:
    """The key as 14 groups of four to print and keep away from the computer; the last group is a check."""
    number = int(key, 16)
    digits = "".join(ALPHABET[number >> (5 * place) & 31] for place in reversed(range(CODE_DIGITS)))
    code = digits + _check(key)
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def key_of(code: str) -> str:
    """The key behind a recovery code as somebody typed it; raises Refused("recovery.invalid")."""
    plain = unicodedata.normalize("NFKC", code).upper()  # an input method writes it full width
    typed = "".join(filter(str.isalnum, plain.replace("ー", ""))).translate(str.maketrans("OIL", "011"))
    try:
        key = f"{sum(ALPHABET.index(digit) << (5 * at) for at, digit in enumerate(typed[51::-1])):064x}"
    except ValueError:
        raise Refused("recovery.invalid") from None
    if len(typed) != CODE_DIGITS + CHECK_DIGITS or len(key) != 64 or typed[CODE_DIGITS:] != _check(key):
        raise Refused("recovery.invalid")
    return key


def _check(key: str) -> str:
    digest = hashlib.sha256(bytes.fromhex(key)).digest()
    return "".join(ALPHABET[byte & 31] for byte in digest[:CHECK_DIGITS])


def keep(folder: ShopFolder, shop_id: str, key: str, demo: bool) -> Place:
    """Puts the key where this machine keeps such things, writes the shop's label, and says where the key went."""
    place: Place = "file" if demo or not _to_keystore(shop_id, key) else "keystore"
    if place == "file":
        _to_file(folder, key)
    label = {"shop": shop_id, "key": place, "demo": demo}
    folder.label.write_text(json.dumps(label), encoding="utf-8")
    return place


def _to_keystore(shop_id: str, key: str) -> bool:
    import keyring.errors

    try:
        keyring.set_password(SERVICE, shop_id, key)
        return keyring.get_password(SERVICE, shop_id) == key
    except (keyring.errors.KeyringError, RuntimeError, OSError):
        return False


def _to_file(folder: ShopFolder, key: str) -> None:
    handle = os.open(folder.key, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())


def read_label(folder: ShopFolder) -> tuple[str, Place, bool]:
    """(shop id, where the key is, whether it is a demo); raises StorageTrouble("storage.no_shop")."""
    try:
        label = json.loads(folder.label.read_text(encoding="utf-8"))
        return label["shop"], label["key"], label["demo"]
    except (OSError, ValueError, KeyError, TypeError) as trouble:
        raise StorageTrouble("storage.no_shop", folder=str(folder.root)) from trouble


def fetch(folder: ShopFolder) -> str:
    """The key of this shop on this machine; raises StorageTrouble("storage.key_missing"): ask for the recovery code."""
    shop_id, place, _ = read_label(folder)
    key = _from_file(folder) if place == "file" else _from_keystore(shop_id)
    if not key:
        raise StorageTrouble("storage.key_missing")
    return key


def _from_file(folder: ShopFolder) -> str:
    try:
        return folder.key.read_text("ascii").strip()
    except OSError as trouble:
        raise StorageTrouble("storage.key_missing") from trouble


def _from_keystore(shop_id: str) -> str:
    import keyring.errors  # 2 MB that a demo shop does without

    try:
        return keyring.get_password(SERVICE, shop_id) or ""
    except (OSError, keyring.errors.KeyringError, RuntimeError) as trouble:
        raise StorageTrouble("storage.key_missing") from trouble
