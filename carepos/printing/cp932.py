"""Text as a Japanese receipt printer reads it: CP932, where one byte is one column and two bytes are two."""

import functools
import unicodedata

from carepos.text.variants import REPRESENTATIVE

YEN = b"\x5c"  # the printer's Japanese letters (ESC R 8) have ¥ in the place of the backslash
UNKNOWN = "〓"
_SPELLED = {
    "\\": "＼", "~": "～", "〜": "～", "−": "－", "–": "-", "—": "―", "‖": "∥", "•": "・", "·": "・", "€": "EUR",
    "ゔ": "ヴ", "¢": "￠", "£": "￡", "¬": "￢", "«": "≪", "»": "≫", "©": "(c)", "®": "(R)", "™": "TM",
    "ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d",
    "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
}  # fmt: skip
_KANA_MARKS = ("\u3099", "\u309a")


def encode(text: str) -> bytes:
    """The text in CP932, on one row; what CP932 lacks becomes its usual form (𠮷 → 吉, é → e), or 〓 if it has none.

    Controls vanish: a name can never command the printer. Never raises.
    """
    for mark in _KANA_MARKS:
        if mark in text:
            text = unicodedata.normalize("NFC", text)
    return b"".join(map(_bytes, text))


def columns(text: str) -> int:
    """How many columns the text takes on paper; full width counts two."""
    return len(encode(text))


@functools.lru_cache(4096)
def _bytes(char: str) -> bytes:
    if char == "¥":
        return YEN
    if char.isspace() and char != "\u3000":
        return b" "
    if unicodedata.category(char) in ("Cc", "Cf", "Mn", "Me"):
        return b""
    forms = (_SPELLED.get(char, char), REPRESENTATIVE.get(char), _unaccented(char), UNKNOWN)
    return next(filter(None, map(_encoded, filter(None, forms))))


def _unaccented(char: str) -> str:
    parts = unicodedata.normalize("NFKD", char)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _encoded(form: str) -> bytes:
    """The form in CP932, or nothing: private characters are other signs on each printer."""
    if any(unicodedata.category(char) in ("Co", "Cn", "Cs") for char in form):
        return b""
    try:
        code = form.encode("cp932")
    except UnicodeEncodeError:
        return b""
    return _IBM[form] if code[0] in (0xED, 0xEE) else code


_PLACES = (bytes((high, low)) for high in (0xFA, 0xFB, 0xFC) for low in range(0x40, 0xFD))
_IBM = {place.decode("cp932", "replace"): place for place in _PLACES}
"""髙, 﨑 and their like have two places in CP932; Windows, and so what printers are made for, writes IBM's."""
