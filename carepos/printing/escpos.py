"""A receipt as ESC/POS commands: laid out in columns, as pure bytes; nothing here knows a printer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from carepos.printing.cp932 import columns, encode

_START = b"\x1b@" + b"\x1bR\x08" + b"\x1cC\x01" + b"\x1c&"  # reset, Japanese letters, Shift_JIS, kanji on
_CUT = b"\x1dVB\x00"  # feed to the knife, then cut
_DOTS = 6  # of one square of a QR code: 0.75 mm
_WORD = re.compile(r"[!-~]+ ?|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """Text from the left, which wraps, and text at the right edge of its last row; `size` 2 is twice as large."""

    left: str = ""
    right: str = ""
    bold: bool = False
    size: int = 1
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line from edge to edge."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code in the middle."""

    data: str


Part: TypeAlias = Line | Rule | Code


def receipt(parts: Sequence[Part], width: int) -> bytes:
    """All that a printer of `width` columns (32 or 48) needs for one receipt, cut at its end."""
    return b"".join((_START, *(_printed(part, width) for part in parts), _CUT))


def _printed(part: Part, width: int) -> bytes:
    match part:
        case Line():
            text = b"".join(encode(row) + b"\n" for row in rows(part, width))
            return _style(part.bold, part.size) + text
        case Rule():
            return _style(False, 1) + b"-" * width + b"\n"
        case Code():
            return _qr(part.data.encode())


def _style(bold: bool, size: int) -> bytes:
    return b"\x1bE" + bytes([bold]) + b"\x1d!" + bytes([(size - 1) * 0x11])


def _qr(data: bytes) -> bytes:
    """Model 2, level M, stored, then printed between centring and left again."""
    functions = (b"1A2\x00", b"1C" + bytes([_DOTS]), b"1E1", b"1P0" + data, b"1Q0")
    code = b"".join(b"\x1d(k" + len(f).to_bytes(2, "little") + f for f in functions)
    return b"\x1ba\x01" + code + b"\n\x1ba\x00"


def rows(line: Line, width: int) -> list[str]:
    """The rows of a line on paper of `width` columns; none is wider, none loses a character."""
    room = width // line.size
    left = _wrap(line.left, room)
    if not line.right:
        return [_centre(row, room) for row in left] if line.centred else left
    gap = room - columns(left[-1]) - columns(line.right)
    if gap >= bool(left[-1]):
        return [*left[:-1], left[-1] + " " * gap + line.right]
    return [*left, *(" " * (room - columns(row)) + row for row in _wrap(line.right, room))]


def _centre(row: str, room: int) -> str:
    return " " * ((room - columns(row)) // 2) + row


def _wrap(text: str, room: int) -> list[str]:
    """Rows of at most `room` columns: words in Latin letters stay whole if they can, kanji and kana break anywhere."""
    wrapped, taken = [""], 0
    for piece in _pieces(text, room):
        if taken + columns(piece.rstrip(" ")) > room:
            wrapped, taken = [*wrapped, ""], 0
        wrapped[-1] += piece
        taken += columns(piece)
    return [row.rstrip(" ") for row in wrapped]


def _pieces(text: str, room: int) -> Iterator[str]:
    for word in _WORD.findall(" ".join(text.split("\n"))):
        yield from [word] if columns(word) <= room else word
