"""What Latin letters may stand for in kana: Hepburn, Kunrei, Nihon-shiki, passport spelling, also half typed.

Each step through the letters has a cost for how unlikely it is; the cheapest ways through are the readings.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from carepos.text import slips
from carepos.text.folding import composed, fold, to_katakana
from carepos.text.syllables import DOUBLED, GLIDES, SYLLABLES, VOWELS, begun_by, meant_by

Step = tuple[int, str, int]
"""One kana more: (letters used for it, the kana, cost)."""

_MOST_READINGS, _MOST_LETTERS, _KEPT_PER_PLACE, _DEAREST, _UNREACHED = 16, 40, 64, 3, 1000
_LONGEST_SLIPPED, _KEPT_BESIDE = 4, 2
_LONG, _BREAK = "^", "'"  # ^ stands for a macron, ' for an apostrophe, hyphen or space
_KANA_THEN_LATIN = re.compile("([ァ-ヺー]*)([a-z'^]+)")
_BREAKS = re.compile("['‘’ʼ`´\\s‐‑–-]+")
_CIRCUMFLEXED = re.compile("[\u0302\u0304]")
_OTHER_MARKS = re.compile("[\u0300-\u0301\u0303\u0305-\u036f]")
_LONG_AFTER = {"a": "ア", "i": "イ", "u": "ウ", "e": "イエ", "o": "ウオ", "n": ""}
_O_FIRST = "オウ"  # at the start of a name a long o is 大
_SHORT_BEFORE = {"yu": "n|k[ai]|mi|ri|zu|i(?!chi|ti)", "yo": "n|shi|si|ri|ne|ko."}  # yuki, yoshi
_CLOSING = re.compile(r"n(?![aiueoy])|([^aiueo^])\1|tch")  # ン or ッ follows: the vowel before is short
_SAID_AFTER_N = re.compile("[aueo]|i(?!chi|ti)")  # more likely one syllable with the n than ン before it
_UNSAID = re.compile("ッッ|ンン|ッン")


def readings(text: str) -> tuple[str, ...]:
    """The folded katakana prefixes that Latin letters, or kana with Latin letters after it, may stand for.

    Most likely first, at most 16; () for what is no romaji. A last consonant is every kana it can begin.
    """
    begun, letters = _parted(text)
    if not letters:
        return ()
    said = (begun + kana for kana in _cheapest(letters, inside=bool(begun)))
    return tuple(kana for kana in said if not _UNSAID.search(kana))


def slipped(text: str, fewest: int = 4) -> set[str]:
    """What may have been meant, in folded katakana, if one letter is wrong, missing or too many, or two are swapped.

    The slip is looked for syllable by syllable; what stands before and after it is read as it is. Nothing for less than
    the `fewest` letters, as three are near to everything, nor for what is no romaji even so.
    """
    begun, letters = _parted(text)
    if len(letters) < fewest:
        return set()
    inside = bool(begun)
    said = {kana for way in slips.swapped(letters) for kana in _cheapest(way, inside)[:_KEPT_BESIDE]}
    after = [_cheapest(letters[at:], inside=True)[:_KEPT_BESIDE] for at in range(len(letters) + 1)]
    for at, before in enumerate(_read_before(letters, inside)):
        for used, meant in _meant(letters[at:], inside or at > 0) if before else ():
            said.update(a + meant + b for b in after[at + used] for a in before)
    return {begun + kana for kana in said.difference(_cheapest(letters, inside)) if not _UNSAID.search(kana)}


def _read_before(letters: str, inside: bool) -> Iterator[list[str]]:
    """For each place the likeliest kana up to it; the two letters of a long vowel may part there (noura for nomura)."""
    for at, ways in enumerate(_ways(letters, inside)[:-1]):  # what only goes on is what was said
        alone = {} if ways or letters[at - 1] not in VOWELS else _ways(letters[:at], inside)[-1]
        yield [kana for kana, _ in _best(ways or alone, _KEPT_BESIDE)]


def _meant(rest: str, inside: bool) -> Iterator[tuple[int, str]]:
    """The syllables that the next letters may be with one slip: (letters used for it, kana)."""
    for size in range(min(_LONGEST_SLIPPED, len(rest)) + 1):
        for spelling, sounds in meant_by(rest[:size]).items():
            for used, long, _ in _lengths(spelling, rest[size:], first=not inside):
                yield from ((size + used, kana + long) for kana, _ in sounds)


def _parted(text: str) -> tuple[str, str]:
    """The folded kana before, and the Latin letters; both "" for what is no romaji."""
    match = _KANA_THEN_LATIN.fullmatch(_plain(text)) if len(text) <= _MOST_LETTERS else None
    return (fold(match[1]), match[2].strip(_BREAK)) if match else ("", "")


def _plain(text: str) -> str:
    """Katakana and small Latin letters; long marks as ^, everything that parts syllables as '."""
    if text.isascii() and text.isalpha():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", composed(text).casefold().strip())
    marked = _OTHER_MARKS.sub("", _CIRCUMFLEXED.sub(_LONG, decomposed))
    return to_katakana(unicodedata.normalize("NFC", _BREAKS.sub(_BREAK, marked)))


def _cheapest(letters: str, inside: bool) -> list[str]:
    """The likeliest kana for the letters; `inside` says that a word has already begun before them."""
    best = _best(_ways(letters, inside)[-1], _MOST_READINGS)
    return [kana for kana, cost in best if cost <= best[0][1] + _DEAREST]


def _ways(letters: str, inside: bool) -> list[dict[str, int]]:
    """For each place, what the letters before it may stand for, with its cost."""
    ways: list[dict[str, int]] = [{} for _ in range(len(letters) + 1)]
    ways[0][""] = 0
    for at, here in enumerate(ways[:-1]):
        steps = _steps(letters[at:], inside or at > 0) if here else ()
        for written, cost in _best(here, _KEPT_PER_PLACE):
            for used, kana, more in steps:
                there, way = ways[at + used], written + kana
                if cost + more < there.get(way, _UNREACHED):
                    there[way] = cost + more
    return ways


def _best(ways: dict[str, int], count: int) -> list[tuple[str, int]]:
    return sorted(ways.items(), key=itemgetter(1))[:count]


@lru_cache(1024)  # with the next letter typed, or one of them wrong, most stay as they are
def _steps(rest: str, inside: bool) -> tuple[Step, ...]:
    """Where one kana more may lead from here."""
    return tuple(_all_steps(rest, inside))


def _all_steps(rest: str, inside: bool) -> Iterator[Step]:
    if rest[0] == _BREAK:
        yield 1, "", 0
    if inside:
        yield from _syllabic_n(rest)
        yield from _double(rest)
    size = next((size for size in (1, 2, 3) if rest[:size] in SYLLABLES), 0)
    if size:
        yield from _syllable(rest, size, inside)
    else:
        yield from _begun(rest, inside)


def _syllabic_n(rest: str) -> Iterator[Step]:
    """ン: n where no vowel follows, nn as the input method wants it, and m before b, m and p."""
    if rest[0] == "m" and rest[1:2] in ("", "b", "m", "p"):
        yield 1, "ン", 0 if rest[1:] else 3
    if rest[0] == "n":
        yield 1, "ン", 3 if _SAID_AFTER_N.match(rest, 1) else 0
        if rest[1:2] == "n" and rest[2:3] not in ("", "y"):
            yield 2, "ン", 2 if rest[2] in VOWELS else 0


def _double(rest: str) -> Iterator[Step]:
    """ッ before a doubled consonant; tch and cch are both ッチ."""
    if rest[0] in DOUBLED and (rest[1:2] == rest[0] or rest.startswith("tch")):
        yield 1, "ッ", 0


def _begun(rest: str, inside: bool) -> Iterator[Step]:
    """What the last consonants may become; h after a vowel more likely makes it long."""
    yield from ((len(rest), kana, 2 if inside and rest == "h" else 0) for kana in begun_by(rest))
    if inside and rest in DOUBLED:
        yield len(rest), "ッ", 3


def _syllable(rest: str, size: int, inside: bool) -> Iterator[Step]:
    """One syllable, its vowel short or long; kenichi and shinya have ン more often than ニ and ニャ."""
    spelling, after_n = rest[:size], 1 if inside and rest.startswith(("nichi", "niti", "nya", "nyu", "nyo")) else 0
    lengths = tuple(_lengths(spelling, rest[size:], first=not inside))
    for kana, cost in SYLLABLES[spelling]:
        for used, long, more in lengths:
            yield size + used, kana + long, cost + after_n + more


def _lengths(syllable: str, rest: str, first: bool) -> Iterator[Step]:
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


def _unspelled(syllable: str, rest: str, longer: str) -> Iterator[Step]:
    """Passport spelling leaves long vowels out, or writes an h: yuko, ono, ohno, satoh."""
    if rest[0] == "h":
        before_vowel = 2 if rest[1:2] and rest[1] in VOWELS else 0
        yield from ((1, kana, before_vowel + cost) for cost, kana in enumerate(longer))
    if not rest.strip(_BREAK) or _CLOSING.match(rest):
        return
    if syllable in GLIDES:
        yield 0, "ウ", 1 - _cost_of_short(syllable, rest)
    else:
        cheapest = 1 if syllable[-1] == "o" or syllable in ("fu", "hu") else 3
        yield from ((0, kana, cheapest + cost) for cost, kana in enumerate(longer))


def _cost_of_short(syllable: str, rest: str) -> int:
    """yu, yo, kyo, sho … inside a name are mostly long, and so is o before hy (ohyama)."""
    if not rest.strip(_BREAK) or _CLOSING.match(rest):
        return 0
    if syllable not in GLIDES:
        return 1 if syllable[-1] == "o" and rest.startswith("hy") else 0
    return 0 if re.match(_SHORT_BEFORE.get(syllable, "n"), rest) else 1
