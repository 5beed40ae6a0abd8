"""The form names are compared in: width, kanji variant, kind of kana, case and spacing no longer count."""

import re
import unicodedata
from functools import lru_cache

from carepos.text.variants import REPRESENTATIVE

_VOICING_MARKS = {0x309B: 0x3099, 0x309C: 0x309A}  # NFKC alone would put a space before the mark
_PIECE = 1000  # a long pile of marks would take Unicode's sorting quadratic time
_UNSEEN = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}
_MIDDLE_DOTS, _ACCENTS = "\u00b7\u2027\u2219\u22c5\u30fb", "\u0300-\u036f"
_VARIATIONS = "\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_DROPPED = re.compile(f"[{_MIDDLE_DOTS}{_ACCENTS}{_VARIATIONS}]")
_ALIKE = {
    "ヵ": "カ", "ヶ": "ケ", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
    **dict.fromkeys("‘’ʼ`´′", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), **REPRESENTATIVE,
}  # fmt: skip
_JOINED = re.compile(f"[{_ACCENTS}{_VARIATIONS}\u3099-\u309c\uff9e\uff9f]")
_CLUSTER = re.compile(f"(?s:.){_JOINED.pattern}*")


def composed(text: str) -> str:
    """The text in NFKC, with voicing marks typed on their own joined to the kana before them."""
    joined = text.translate(_VOICING_MARKS)
    pieces = (joined[at : at + _PIECE] for at in range(0, len(joined), _PIECE))
    return "".join(unicodedata.normalize("NFKC", piece) for piece in pieces)


def to_katakana(text: str) -> str:
    """Hiragana as katakana; everything else stays."""
    return text.translate(_TO_KATAKANA)


def to_hiragana(text: str) -> str:
    """Katakana as hiragana; everything else, the long mark ー too, stays."""
    return text.translate(_TO_HIRAGANA)


def fold(text: str) -> str:
    """The form names are compared in; `fold(fold(x)) == fold(x)`, never raises.

    Repeated until nothing changes: what is dropped may bring together what NFKC then joins.
    """
    while (folded := composed(text).translate(_FOLDED)) != text:
        text = folded
    return text


@lru_cache(maxsize=1024)  # a list marks the same names with every key
def fold_aligned(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The folded text, and for each of its characters where in the text (start, end) it comes from."""
    if _JOINED.search(text):
        spans = [cluster.span() for cluster in _CLUSTER.finditer(text)]
        pieces = [_folded_cluster(text[start:end]) for start, end in spans]
    else:  # nearly every name
        spans = list(zip(range(len(text)), range(1, len(text) + 1), strict=True))
        pieces = list(map(_folded_cluster, text))
    return "".join(pieces), tuple([span for span, piece in zip(spans, pieces, strict=True) for _ in piece])


def joins(text: str) -> bool:
    """Whether the text begins with what belongs to the character before it."""
    return _JOINED.match(text) is not None


_folded_cluster = lru_cache(maxsize=4096)(fold)  # names are made of the same few characters


def _fold_character(character: str) -> str:
    """One character of NFKC text in its folded form, often empty."""
    if unicodedata.category(character) in _UNSEEN:
        return ""
    plain = _DROPPED.sub("", unicodedata.normalize("NFD", character))
    lowered = unicodedata.normalize("NFC", to_katakana(plain)).casefold()
    return "".join(_ALIKE.get(part, part) for part in lowered)


class _FoldedCharacters(dict[int, str]):
    """Fills itself, so that each character is worked out once."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_FOLDED = _FoldedCharacters()
_KANA_CODES = [*range(0x3041, 0x3097), 0x309D, 0x309E]
_TO_KATAKANA = {code: code + 0x60 for code in _KANA_CODES}
_TO_HIRAGANA = {code + 0x60: code for code in _KANA_CODES}
