"""Who may try again when, and which PINs are no secret."""

import datetime as dt
import unicodedata

STAFF, OWNER = "staff", "owner"
SHORTEST_PASSPHRASE = 8
FREE_TRIES = 4
MOST_TRIES = 10
WAITS = (30, 60, 300, 900, 900)
"""Seconds to wait after the 5th, 6th, … wrong PIN in a row (S02)."""

COMMON = frozenset(
    {"121212", "112233", "123123", "131313", "159753", "147258", "101010", "2580", "1357", "0852", "1004"}
)


def wait_until(count: int, last_at: dt.datetime) -> dt.datetime:
    """When the next try may be made after `count` wrong ones, the last of them at `last_at`."""
    if count <= FREE_TRIES:
        return last_at
    return last_at + dt.timedelta(seconds=WAITS[min(count - FREE_TRIES, len(WAITS)) - 1])


def pin_fault(pin: str) -> str | None:
    """The rule a new PIN breaks: 4 to 8 digits, not one that everybody tries first."""
    if not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 8):
        return "pin.shape"
    steps = {(int(b) - int(a)) % 10 for a, b in zip(pin, pin[1:], strict=False)}
    return "pin.common" if steps in ({0}, {1}, {9}) or pin in COMMON else None


def newcomer_fault(name: str, pin: str, role: str, passphrase: str) -> str | None:
    """The rule somebody new breaks: a name of 1 to 40 letters, a role we know, a PIN, an owner's long passphrase."""
    if not 1 <= len(name.strip()) <= 40:
        return "staff.name"
    if role not in (STAFF, OWNER):
        return "staff.role"
    too_short = role == OWNER and len(passphrase) < SHORTEST_PASSPHRASE
    return pin_fault(typed_pin(pin)) or ("passphrase.short" if too_short else None)


def typed_pin(pin: str) -> str:
    """The digits of a PIN, also when the input method wrote them full width."""
    return unicodedata.normalize("NFKC", pin).strip()
