"""Ids the client makes itself: UUID version 7 (RFC 9562), so that newer ids sort after older ones."""

import secrets
import time
import uuid
from threading import Lock

from carepos.errors import Refused

_one_at_a_time = Lock()
_tick = 0


def new_id() -> str:
    """A fresh UUIDv7 as 32 hexadecimal digits; in one process each sorts after the one before (RFC 9562, 6.2)."""
    global _tick  # noqa: PLW0603 - the rows of one command follow each other within a millisecond
    with _one_at_a_time:
        _tick = max((time.time_ns() // 1_000_000) << 12 | secrets.randbits(11), _tick + 1)
        moment, count = _tick >> 12, _tick & 0xFFF
    return f"{moment << 80 | 0x7 << 76 | count << 64 | 0x2 << 62 | secrets.randbits(62):032x}"


def as_id(text: str) -> str:
    """The id that a person or a script wrote in any usual form; raises Refused("id.invalid")."""
    try:
        return uuid.UUID(text).hex
    except ValueError:
        raise Refused("id.invalid") from None
