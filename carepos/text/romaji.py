"""What Latin letters may stand for in kana: Hepburn, Kunrei, Nihon-shiki, passport spelling, also half typed.

Each step through the letters has a cost for how unlikely it is; the cheapest ways through are the readings.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from carepos.text.folding import composed, fold, to_katakana

_MOST_READINGS, _MOST_LETTERS, _KEPT_PER_PLACE, _DEAREST = 16, 40, 64, 3
_VOWELS, _LONG, _BREAK = "aiueo", "^", "'"  # ^ stands for a macron, ' for an apostrophe, hyphen or space
_KANA_THEN_LATIN = re.compile("([ァ-ヺー]*)([a-z'^]+)")
_BREAKS = re.compile("['‘’ʼ`´\\s‐‑–-]+")
_CIRCUMFLEXED = re.compile("[\u0302\u0304]")
_OTHER_MARKS = re.compile("[\u0300-\u0301\u0303\u0305-\u036f]")

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
_LONG_AFTER = {"a": "ア", "i": "イ", "u": "ウ", "e": "イエ", "o": "ウオ"}
_O_FIRST = "オウ"  # at the start of a name a long o is 大
_IS_GLIDE = re.compile("y[uo]|.y[uo]|[sc]h[uo]|j[uo]")
_SHORT_BEFORE = {"yu": "n|k[ai]|mi|ri|zu|i(?!chi|ti)", "yo": "n|shi|si|ri|ne|ko."}  # yuki, yoshi
_CLOSING = re.compile(r"n(?![aiueoy])|([^aiueo^])\1|tch")  # ン or ッ follows: the vowel before is short
_UNSAID = re.compile("ッッ|ンン|ッン")


def readings(text: str) -> tuple[str, ...]:
    """The folded katakana prefixes that Latin letters, or kana with Latin letters after it, may stand for.

    Most likely first, at most 16; () for what is no romaji. A last consonant is every kana it can begin.
    """
    match = _KANA_THEN_LATIN.fullmatch(_plain(text)) if len(text) <= _MOST_LETTERS else None
    if match is None or not (letters := match[2].strip(_BREAK)):
        return ()
    said = (fold(match[1] + kana) for kana in _cheapest(letters, inside=bool(match[1])))
    return tuple(kana for kana in said if not _UNSAID.search(kana))


def _plain(text: str) -> str:
    """Katakana and small Latin letters; long marks as ^, everything that parts syllables as '."""
    decomposed = unicodedata.normalize("NFD", composed(text).casefold().strip())
    marked = _OTHER_MARKS.sub("", _CIRCUMFLEXED.sub(_LONG, decomposed))
    return to_katakana(unicodedata.normalize("NFC", _BREAKS.sub(_BREAK, marked)))


def _cheapest(letters: str, inside: bool) -> list[str]:
    """The likeliest kana for the letters; `inside` says that a word has already begun before them."""
    ways: list[dict[str, int]] = [{} for _ in range(len(letters) + 1)]
    ways[0][""] = 0
    for at in range(len(letters)):
        for written, cost in _best(ways[at], _KEPT_PER_PLACE):
            for end, kana, more in _steps(letters, at, inside or at > 0):
                there = ways[end]
                there[written + kana] = min(cost + more, there.get(written + kana, cost + more))
    best = _best(ways[-1], _MOST_READINGS)
    return [kana for kana, cost in best if cost <= best[0][1] + _DEAREST]


def _best(ways: dict[str, int], count: int) -> list[tuple[str, int]]:
    return sorted(ways.items(), key=lambda way: way[1])[:count]


def _steps(letters: str, at: int, inside: bool) -> Iterator[tuple[int, str, int]]:
    """Where one kana more may lead from here: (next place, kana, cost)."""
    if letters[at] == _BREAK:
        yield at + 1, "", 0
    if inside:
        yield from _syllabic_n(letters, at)
        yield from _double(letters, at)
    end = _syllable_end(letters, at)
    if end:
        yield from _syllable(letters, at, end, inside)
    else:
        yield from _begun(letters, at, inside)


def _syllabic_n(letters: str, at: int) -> Iterator[tuple[int, str, int]]:
    """ン: n where no vowel follows, nn as the input method wants it, and m before b, m and p."""
    rest = letters[at + 1 :]
    if letters[at] == "m" and rest[:1] in ("", "b", "m", "p"):
        yield at + 1, "ン", 0 if rest else 3
    if letters[at] == "n":
        yield at + 1, "ン", 3 if re.match("[aueo]|i(?!chi|ti)", rest) else 0
        if re.match("n[^y]", rest):
            yield at + 2, "ン", 2 if rest[1] in _VOWELS else 0


def _double(letters: str, at: int) -> Iterator[tuple[int, str, int]]:
    """ッ before a doubled consonant; tch and cch are both ッチ."""
    if letters[at] in _DOUBLED and (letters[at + 1 : at + 2] == letters[at] or letters.startswith("tch", at)):
        yield at + 1, "ッ", 0


def _begun(letters: str, at: int, inside: bool) -> Iterator[tuple[int, str, int]]:
    """What the last consonants may become; h after a vowel more likely makes it long."""
    rest = letters[at:]
    yield from ((len(letters), kana, 2 if inside and rest == "h" else 0) for kana in _kana_begun_by(rest))
    if inside and rest in _DOUBLED:
        yield len(letters), "ッ", 3


def _syllable_end(letters: str, at: int) -> int | None:
    """The place after the syllable that starts here, if one does."""
    ends = range(at + 1, min(at + 3, len(letters)) + 1)
    return next((end for end in ends if letters[at:end] in _SYLLABLES), None)


def _syllable(letters: str, at: int, end: int, inside: bool) -> Iterator[tuple[int, str, int]]:
    """One syllable, its vowel short or long; kenichi and shinya have ン more often than ニ and ニャ."""
    after_n = 1 if inside and letters.startswith(("nichi", "niti", "nya", "nyu", "nyo"), at) else 0
    for kana, cost in _SYLLABLES[letters[at:end]]:
        for place, long, more in _lengths(letters[at:end], letters[end:], at == 0 and not inside):
            yield end + place, kana + long, cost + after_n + more


def _lengths(syllable: str, rest: str, first: bool) -> Iterator[tuple[int, str, int]]:
    """How long the vowel may be: (letters used for it, what is added, cost)."""
    vowel, cost_of_short = syllable[-1], _cost_of_short(syllable, rest)
    longer = _O_FIRST if first and syllable == "o" else _LONG_AFTER[vowel]
    if rest.startswith(_LONG):
        yield from ((1, kana, cost) for cost, kana in enumerate(longer))
    elif vowel in "ou" and rest.startswith("u"):
        yield 1, "ウ", 0
    elif vowel == "o" and rest.startswith("o"):
        yield from ((1, kana, cost) for cost, kana in enumerate(longer))
    else:
        yield 0, "", cost_of_short
        if vowel in "ou" and rest:
            yield from _unspelled(syllable, rest, longer)


def _unspelled(syllable: str, rest: str, longer: str) -> Iterator[tuple[int, str, int]]:
    """Passport spelling leaves long vowels out, or writes an h: yuko, ono, ohno, satoh."""
    if rest[0] == "h":
        before_vowel = 2 if rest[1:2] and rest[1] in _VOWELS else 0
        yield from ((1, kana, before_vowel + cost) for cost, kana in enumerate(longer))
    if not rest.strip(_BREAK) or _CLOSING.match(rest):
        return
    if _IS_GLIDE.fullmatch(syllable):
        yield 0, "ウ", 1 - _cost_of_short(syllable, rest)
    else:
        cheapest = 1 if syllable[-1] == "o" or syllable in ("fu", "hu") else 3
        yield from ((0, kana, cheapest + cost) for cost, kana in enumerate(longer))


def _cost_of_short(syllable: str, rest: str) -> int:
    """yu, yo, kyo, sho … inside a name are mostly long, and so is o before hy (ohyama)."""
    if not rest.strip(_BREAK) or _CLOSING.match(rest):
        return 0
    if not _IS_GLIDE.fullmatch(syllable):
        return 1 if syllable[-1] == "o" and rest.startswith("hy") else 0
    return 0 if re.match(_SHORT_BEFORE.get(syllable, "n"), rest) else 1


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    words = table.split()
    return zip(words[::2], words[1::2], strict=True)


def _all_syllables() -> dict[str, list[tuple[str, int]]]:
    """Every spelling of a syllable with its kana and how unlikely each is."""
    rows = [("", "アイウエオ"), *_pairs(_ROWS)]
    kana = {row + vowel: sound for row, sounds in rows for vowel, sound in zip(_VOWELS, sounds, strict=True)}
    for start, first in _pairs(_GLIDES):
        kana |= {start + "a": first + "ャ", start + "u": first + "ュ", start + "o": first + "ョ"}
    kana |= dict(_pairs(_SINGLE))
    also = {spelling: [(sound, 2)] for spelling, sound in _ALSO.items()}
    return {spelling: [(sound, 0), *also.get(spelling, [])] for spelling, sound in kana.items()}


@lru_cache(256)
def _kana_begun_by(letters: str) -> list[str]:
    """For letters that only begin a syllable: the kana that cover everything it can become."""
    sounds = (ways[0][0] for spelling, ways in _SYLLABLES.items() if spelling.startswith(letters))
    return _covering(sounds)


def _covering(sounds: Iterable[str]) -> list[str]:
    """The sounds, without those that another one of them begins."""
    different = list(dict.fromkeys(sounds))
    return [sound for sound in different if sound[0] == sound or sound[0] not in different]


_SYLLABLES = _all_syllables()
_DOUBLED = "kgsztdhbpfcrj"
