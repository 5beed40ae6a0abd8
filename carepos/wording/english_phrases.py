"""Phrases of English with a few wildcards (`english` tells which), and where they match in a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carepos.wording.english_words import Sentence, forms
from carepos.wording.rulepacks import Words

MOST_GAPS, MOST_PARTS, MOST_DEPTH = 2, 24, 3
GAP, FILLERS = 4, 2
_PART = re.compile(r"\s*(?:\(([^()]+)\)|<([a-z0-9_.]+)>|([^\s()<>]+))(?=\s|$)")
_SIGNS = frozenset(("...", "*", "^", "$"))
_MARKS = frozenset(",.!?")


@dataclass(frozen=True, slots=True)
class Word:
    """One of these words; those of `exact` only in this very form."""

    any_form: frozenset[str]
    exact: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sign:
    """One of ... * ^ $."""

    sign: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several phrases, by the words they may begin with; nothing will do if it is optional."""

    phrases: dict[str, list["Phrase"]]
    optional: bool = False


Part = Word | Sign | Choice
Phrase = tuple[Part, ...]


class Reader:
    """Reads phrases, and the lists of words they name; raises ValueError with a phrase that cannot be read."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._lists: dict[str, Choice] = {}
        self._open: list[str] = []

    def phrase(self, written: str) -> Phrase:
        """The parts of a phrase; it must begin and end with certain words, have few gaps and name only lists there are."""
        parts = tuple(self._part(*one) for one in _split(written))
        gaps = sum(isinstance(part, Sign) and part.sign == "..." for part in parts)
        if gaps > MOST_GAPS or len(parts) > MOST_PARTS or not first_words(parts) or _open_ended(parts):
            raise ValueError(written)
        return parts

    def _part(self, optional: str, name: str, word: str) -> Part:
        if optional:
            return Choice(by_first_word([self.phrase(optional)]), optional=True)
        if name:
            return self._list(name)
        return Sign(word) if word in _SIGNS else _word(word)

    def _list(self, name: str) -> Choice:
        if name not in self._words or name in self._open or len(self._open) >= MOST_DEPTH:
            raise ValueError(f"<{name}>")
        if name not in self._lists:
            self._open.append(name)
            self._lists[name] = Choice(by_first_word(map(self.phrase, self._words[name])))
            self._open.pop()
        return self._lists[name]


def by_first_word(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    """Phrases by each word they may begin with, so that a text is read once and not once for each phrase."""
    index: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        for word in first_words(phrase):
            index[word].append(phrase)
    return dict(index)


def first_words(phrase: Iterable[Part]) -> frozenset[str]:
    """The words a phrase may begin with; none if it might begin with any."""
    words: frozenset[str] = frozenset()
    for part in phrase:
        if isinstance(part, Word):
            return words | part.any_form | part.exact
        if isinstance(part, Choice):
            words |= part.phrases.keys()
            if not part.optional:
                return words
        elif part.sign != "^":
            break
    return frozenset()


def _open_ended(parts: Phrase) -> bool:
    """Whether a phrase ends in nothing certain: what may be left out there is left out of the phrase."""
    last = parts[-1]
    return isinstance(last, Choice) and last.optional or last == Sign("...")


def ends(phrase: Phrase, sentence: Sentence, start: int, filler: frozenset[str]) -> set[int]:
    """Where a phrase that begins at a word of a sentence may end (indexes of the word after it)."""
    places = {start}
    for part in phrase:
        places = {end for place in places for end in _after(part, sentence, place, filler, place > start)}
    return places


def _after(part: Part, sentence: Sentence, place: int, filler: frozenset[str], inside: bool) -> Iterator[int]:
    if isinstance(part, Sign):
        yield from _after_sign(part.sign, sentence, place)
        return
    if isinstance(part, Choice) and part.optional:
        yield place
    for spot in _spots(sentence, place, filler if inside else frozenset()):
        yield from _one(part, sentence, spot, filler)


def _after_sign(sign: str, sentence: Sentence, place: int) -> Iterable[int]:
    begins = place == 0 or sentence[place - 1].word in _MARKS
    closes = place == len(sentence) or sentence[place].word in _MARKS
    if sign == "...":
        return range(place, min(place + GAP, len(sentence)) + 1)
    if sign == "*":
        return () if closes else (place + 1,)
    return (place,) if (begins if sign == "^" else closes) else ()


def _spots(sentence: Sentence, place: int, filler: frozenset[str]) -> Iterator[int]:
    """The place itself and, past fillers, the next ones."""
    for spot in range(place, min(place + FILLERS + 1, len(sentence))):
        yield spot
        if sentence[spot].word not in filler:
            return


def _one(part: Word | Choice, sentence: Sentence, spot: int, filler: frozenset[str]) -> Iterator[int]:
    word = sentence[spot].word
    if isinstance(part, Word):
        if word in part.exact or not part.any_form.isdisjoint(forms(word)):
            yield spot + 1
        return
    for form in forms(word):
        for phrase in part.phrases.get(form, ()):
            yield from ends(phrase, sentence, spot, filler)


def _split(written: str) -> Iterator[tuple[str, str, str]]:
    at = 0
    while at < len(written.rstrip()):
        if not (found := _PART.match(written, at)):
            raise ValueError(written)
        yield found[1] or "", found[2] or "", found[3] or ""
        at = found.end()


def _word(written: str) -> Word | Choice:
    words = written.split("|")
    if not all(words):
        raise ValueError(written)
    if "_" in written:
        together = (tuple(_plain_word([word]) for word in joined.split("_")) for joined in words)
        return Choice(by_first_word(together))
    return _plain_word(words)


def _plain_word(words: list[str]) -> Word:
    return Word(
        frozenset(word for word in words if not word.startswith("=")),
        frozenset(word.removeprefix("=") for word in words if word.startswith("=")),
    )
