"""Ids the client makes itself: UUID version 7 (RFC 9562), so that newer ids sort after older ones."""

import secrets
import time
import uuid


def new_id() -> str:
    """A fresh UUIDv7 as 32 hexadecimal digits."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | secrets.randbits(80)
    value = value & ~(0xF << 76) | (0x7 << 76)
    value = value & ~(0x3 << 62) | (0x2 << 62)
    return f"{value:032x}"


def as_id(text: str) -> str:
    """The id that a person or a script wrote in any usual form; raises ValueError("id.invalid")."""
    try:
        return uuid.UUID(text).hex
    except ValueError:
        raise ValueError("id.invalid") from None
