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
        """The parts of a phrase, which must begin and end with certain words and have few gaps."""
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
    """Phrases by each word they may begin with."""
    index: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        for word in first_words(phrase):
            index[word].append(phrase)
    return dict(index)


def first_words(phrase: Phrase) -> frozenset[str]:
    """The words a phrase may begin with; none if it might begin with any."""
    words: frozenset[str] = frozenset()
    for part in phrase:
        words |= begins_with(part)
        if isinstance(part, Word) or isinstance(part, Choice) and not part.optional:
            return words
        if part in (Sign("..."), Sign("*"), Sign("$")):
            break
    return frozenset()


def needed(phrase: Phrase) -> list[frozenset[str]]:
    """Sets of words: a sentence without a word of each of them cannot hold the phrase."""
    return [
        begins_with(part)
        for part in phrase
        if not (isinstance(part, Sign) or isinstance(part, Choice) and part.optional)
    ]


def begins_with(part: Part) -> frozenset[str]:
    """The words a part may begin with."""
    if isinstance(part, Word):
        return part.any_form | part.exact
    return frozenset(part.phrases) if isinstance(part, Choice) else frozenset()


def _open_ended(parts: Phrase) -> bool:
    """Whether a phrase ends in nothing certain: what may be left out there is left out of the phrase."""
    last = parts[-1]
    return isinstance(last, Choice) and last.optional or last == Sign("...")


class Search:
    """One sentence in which phrases are looked for; once the tries are used up it is tired and finds nothing more."""

    def __init__(self, sentence: Sentence, filler: frozenset[str], tries: Iterator[int]) -> None:
        self.words = [token.word for token in sentence]
        self.forms = [frozenset(forms(word)) for word in self.words]
        self.tired = False
        self._filler = filler
        self._tries = tries
        self._chosen: dict[tuple[int, int], set[int]] = {}

    def ends(self, phrase: Phrase, start: int) -> set[int]:
        """Where a phrase that begins at a word of the sentence may end (indexes of the word after it)."""
        self.tired = next(self._tries, None) is None
        places = {start} if not self.tired else set()
        for part in phrase:
            if not places:
                break
            places = {end for place in places for end in self._after(part, place, place > start)}
        return places

    def _after(self, part: Part, place: int, inside: bool) -> Iterable[int]:
        if isinstance(part, Sign):
            return self._after_sign(part.sign, place)
        found = {place} if isinstance(part, Choice) and part.optional else set()
        for spot in range(place, min(place + FILLERS + 1, len(self.words))):
            found |= self._one(part, spot)
            if not (inside and self.words[spot] in self._filler):
                break
        return found

    def _after_sign(self, sign: str, place: int) -> Iterable[int]:
        begins = place == 0 or self.words[place - 1] in _MARKS
        closes = place == len(self.words) or self.words[place] in _MARKS
        if sign == "...":
            return range(place, min(place + GAP, len(self.words)) + 1)
        if sign == "*":
            return () if closes else (place + 1,)
        return (place,) if (begins if sign == "^" else closes) else ()

    def _one(self, part: Word | Choice, spot: int) -> set[int]:
        if isinstance(part, Word):
            fits = self.words[spot] in part.exact or not part.any_form.isdisjoint(self.forms[spot])
            return {spot + 1} if fits else set()
        known = (id(part), spot)
        if known not in self._chosen:
            phrases = [phrase for form in self.forms[spot] for phrase in part.phrases.get(form, ())]
            self._chosen[known] = {end for phrase in phrases for end in self.ends(phrase, spot)}
        return self._chosen[known]


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
