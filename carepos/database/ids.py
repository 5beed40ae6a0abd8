"""Ids the client makes itself: UUID version 7 (RFC 9562), so that newer ids sort after older ones."""

import secrets
import time
import uuid
from threading import Lock

from carepos.errors import Refused

_one_at_a_time = Lock()
_latest = 0


def new_id() -> str:
    """A fresh UUIDv7 as 32 hexadecimal digits; in one process each sorts after the one before (RFC 9562, 6.2)."""
    global _latest  # noqa: PLW0603 - the rows of one command follow each other within a millisecond
    with _one_at_a_time:
        _latest = max(_fresh(), _latest + 1)
        return f"{_latest:032x}"


def _fresh() -> int:
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | secrets.randbits(80)
    value = value & ~(0xF << 76) | (0x7 << 76)
    return value & ~(0x3 << 62) | (0x2 << 62)


def as_id(text: str) -> str:
    """The id that a person or a script wrote in any usual form; raises Refused("id.invalid")."""
    try:
        return uuid.UUID(text).hex
    except ValueError:
        raise Refused("id.invalid") from None
