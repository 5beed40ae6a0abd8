"""Which kana each spelling of a syllable in Latin letters stands for: Hepburn, Kunrei, Nihon-shiki."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from string import ascii_lowercase

from carepos.text import slips

Sounds = list[tuple[str, int]]
"""The kana a spelling stands for, each with how unlikely it is."""

VOWELS = "aiueo"

_ROWS = """
k カキクケコ g ガギグゲゴ s サシスセソ z ザジズゼゾ t タチツテト d ダヂヅデド n ナニヌネノ
h ハヒフヘホ b バビブベボ p パピプペポ m マミムメモ r ラリルレロ
"""
_GLIDES = """
ky キ gy ギ sy シ sh シ zy ジ j ジ jy ジ ty チ ch チ cy チ dy ヂ ny ニ hy ヒ by ビ py ピ my ミ ry リ
"""
_SINGLE = """
ya ヤ yu ユ yo ヨ wa ワ wo ヲ shi シ she シェ ji ジ je ジェ chi チ che チェ tsu ツ dzu ヅ fu フ fa ファ
fi フィ fe フェ fo フォ wi ウィ we ウェ
"""
_ALSO = {"ji": "ヂ", "zu": "ヅ", "wo": "オ", "ti": "ティ", "di": "ディ"}


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    words = table.split()
    return zip(words[::2], words[1::2], strict=True)


def _all_syllables() -> dict[str, Sounds]:
    """Every spelling of a syllable with its kana and how unlikely each is."""
    rows = [("", "アイウエオ"), *_pairs(_ROWS)]
    kana = {row + vowel: sound for row, sounds in rows for vowel, sound in zip(VOWELS, sounds, strict=True)}
    for start, first in _pairs(_GLIDES):
        kana |= {start + "a": first + "ャ", start + "u": first + "ュ", start + "o": first + "ョ"}
    kana |= dict(_pairs(_SINGLE))
    also = {spelling: [(sound, 2)] for spelling, sound in _ALSO.items()}
    return {spelling: [(sound, 0), *also.get(spelling, [])] for spelling, sound in kana.items()}


@lru_cache(256)
def begun_by(letters: str) -> list[str]:
    """For letters that only begin a syllable: the kana that cover everything it can become."""
    if len(letters) >= _LONGEST:
        return []
    return _covering(ways[0][0] for spelling, ways in SYLLABLES.items() if spelling.startswith(letters))


@lru_cache(4096)  # names are made of the same few syllables
def meant_by(letters: str) -> dict[str, Sounds]:
    """The syllables, also ン and doubled ones, that a few letters may be with one slip among them."""
    near = slips.one_off(letters, ascii_lowercase)
    return {spelling: _SPELLED[spelling] for spelling in near if spelling in _SPELLED}


def _covering(sounds: Iterable[str]) -> list[str]:
    """The sounds, without those that another one of them begins."""
    different = list(dict.fromkeys(sounds))
    return [sound for sound in different if sound[0] == sound or sound[0] not in different]


SYLLABLES = _all_syllables()
GLIDES = frozenset(filter(re.compile("y[uo]|.y[uo]|[sc]h[uo]|j[uo]").fullmatch, SYLLABLES))
DOUBLED = "kgsztdhbpfcrj"
_LONGEST = max(map(len, SYLLABLES))
_DOUBLE = {
    spelling[0] + spelling: [("ッ" + kana, cost) for kana, cost in sounds]
    for spelling, sounds in SYLLABLES.items()
    if spelling[0] in DOUBLED
}
_SPELLED: dict[str, Sounds] = {**SYLLABLES, **_DOUBLE, "n": [("ン", 0)]}
