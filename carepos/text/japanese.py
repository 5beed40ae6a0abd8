"""Names and readings: the form they are compared in, the form they are shown in, and what to mark in them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from carepos.text import phone, romaji
from carepos.text.folding import composed, fold, fold_aligned, joins, to_hiragana, to_katakana

__all__ = ["fold", "has_kanji", "is_japanese", "is_kana", "kana", "katakana", "narrow", "spans", "storable"]

_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_PLAIN_KANA = re.compile("[ぁ-ゖァ-ヴ]{1,200}")
_ALL_KANA = re.compile("[ぁ-ゖゝゞァ-ヺー-ヾ・\\s]*")
_KANJI = (
    ("々", "〇"),
    ("㐀", "鿿"),
    ("豈", "﫿"),
    ("\U00020000", "\U0003fffd"),
)  # of each block
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
_NUMBER_LIKE = re.compile(r"[\s()+ー‐-―−-]*\d[\d\s()+ー‐-―−-]*", re.ASCII)
_JOINTS = str.maketrans("", "", "-()+")
_PART_END = re.compile("[\\s・･·]")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_MOST_SHOWN, _MOST_TYPED, _MOST_PARTS = 1000, 200, 4  # nothing on a card is longer; keeps marking instant


def kana(text: str) -> str:
    """A reading as the card shows it: full-width hiragana, ー kept, one space between parts."""
    return to_hiragana(_tidy(text))


def katakana(text: str) -> str:
    """A reading in full-width katakana, one space between parts."""
    return to_katakana(_tidy(text))


def is_kana(text: str) -> bool:
    """Whether the text is written in kana alone, of any width (spaces, ー and ・ between are fine)."""
    tidy = _tidy(text)
    return bool(_KANA.search(tidy) and _ALL_KANA.fullmatch(tidy))


def has_kanji(text: str) -> bool:
    """Whether any character is a kanji (々 counts)."""
    return any(first <= character <= last for character in text for first, last in _KANJI)


def is_japanese(text: str) -> bool:
    """Whether any character is a kana or a kanji."""
    return bool(_KANA.search(composed(text))) or has_kanji(text)


def spans(shown: str, query: str) -> list[tuple[int, int]]:
    """Which stretches (start, end) of the shown text match what was typed, in order, for marking.

    The start of a part (family or given) wins over its middle; in a number the end wins. Parts may
    come in either order. Looks at the first 1,000 shown and 200 typed characters only.
    """
    if shown.startswith(query) and _PLAIN_KANA.fullmatch(query) and not joins(shown[len(query) :]):
        return [(0, len(query))]  # as nearly every reading in a list that was found by kana
    shown, query = shown[:_MOST_SHOWN], query[:_MOST_TYPED]
    whole, parts = _find(shown, query), query.split()[:_MOST_PARTS]
    if whole or parts == [query] or _is_number(query):
        return whole
    return _merged(span for part in parts for span in _find(shown, part))


def _tidy(text: str) -> str:
    return " ".join(composed(_UNSEEN.sub("", text)).split())


def _find(shown: str, typed: str) -> list[tuple[int, int]]:
    """The one stretch where the typed text, or a reading of it, is found."""
    is_number, numeric, forms = _meant(typed)
    folded, origins = _without_joints(*fold_aligned(shown)) if numeric else fold_aligned(shown)
    at = _first_place(folded, _part_starts(shown, origins), forms, from_end=is_number)
    return [(origins[at[0]][0], origins[at[1] - 1][1])] if at else []


@lru_cache(maxsize=64)
def _is_number(typed: str) -> bool:
    return _NUMBER_LIKE.fullmatch(composed(typed)) is not None


@lru_cache(maxsize=64)  # asked for each name of a list
def _meant(typed: str) -> tuple[bool, bool, tuple[str, ...]]:
    """Whether the typed text is a number, whether digits are in it, and what it may stand for, most likely first."""
    is_number = _is_number(typed)
    numeric, folded = is_number or any(map(str.isdigit, typed)), fold(typed)
    forms = (folded.translate(_JOINTS) if numeric else folded, *romaji.readings(typed))
    return is_number, numeric, tuple(filter(None, [phone.digits(typed)] if is_number else forms))


def _without_joints(folded: str, origins: Sequence[tuple[int, int]]) -> tuple[str, Sequence[tuple[int, int]]]:
    """Numbers are compared without the hyphens that only divide them."""
    kept = [at for at, character in enumerate(folded) if character not in "-()+"]
    return "".join(folded[at] for at in kept), [origins[at] for at in kept]


def _part_starts(shown: str, origins: Sequence[tuple[int, int]]) -> list[int]:
    """Where in the folded text the family or the given name begins."""
    begins = {0, *(end.end() for end in _PART_END.finditer(shown))}
    return [at for at, (start, _) in enumerate(origins) if start in begins]


def _first_place(folded: str, starts: Sequence[int], forms: Sequence[str], from_end: bool) -> tuple[int, int] | None:
    """The best place of any form: at the start of a part, else anywhere."""
    for form in forms:
        for start in starts:
            if folded.startswith(form, start):
                return start, start + len(form)
    for form in forms:
        if (at := folded.rfind(form) if from_end else folded.find(form)) >= 0:
            return at, at + len(form)
    return None


def _merged(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, overlapping ones as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def narrow(text: str) -> str:
    """Letters, digits and signs in their plain width, trimmed: what a scanner under an input method meant."""
    return composed(_UNSEEN.sub("", text)).strip()


def storable(text: str) -> str:
    """The text without what no store or screen can take (control characters, half surrogates); line breaks stay.

    Nor marks that turn the direction of reading: they would turn the sentences round it, too.
    """
    return _UNSTORABLE.sub("", text).strip()
