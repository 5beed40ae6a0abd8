"""The parts of a phrase and how they stand in a text; every part keeps a set of places, so nothing can explode."""

import bisect
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from carepos.wording.japanese_words import Word

T = TypeVar("T")
MOST_BETWEEN, MOST_SKIPPED = 6, 2  # words
ANYWHERE = 10_000
STRICT = frozenset({"neg", "ask", "if", "request", "not", "soft", "let"})
NEEDED = frozenset({"past", "can", "passive", "cause", "only", "wish", "be", "ing", "insist", "perhaps", "allow"})
NEEDED |= {"since"}


class Words(list[Word]):
    """A text's words, and behind which of them each choice of words ends: many phrases ask for the same."""

    def __init__(self, words: Iterable[Word] = ()) -> None:
        super().__init__(words)
        self.chosen: dict[tuple[Choice, int], set[int]] = {}


class Element(Protocol):
    """A part of a phrase."""

    def ends(self, words: Words, at: int) -> Iterable[int]:
        """Behind which words it may end when it begins at one."""


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a phrase: what it is found by, and how it must be inflected."""

    keys: frozenset[str]
    strict: frozenset[str]
    needed: frozenset[str]
    case: str | None
    comma: bool
    we: bool
    polite: bool
    verb: bool
    tail: tuple[str, ...] | None  # of a word in 「」
    joined: bool  # to the word before it: in the same sentence, an adverb or two between

    def ends(self, words: Words, at: int) -> Iterable[int]:
        """Behind the word meant."""
        for place in range(at, min(at + 1 + MOST_SKIPPED * self.joined, len(words))):
            if self.joined and words[place].sentence != words[at - 1].sentence:
                return
            if self.fits(words[place]):
                yield place + 1
            if not words[place].passing:
                return

    def fits(self, word: Word) -> bool:
        """Whether a word of the text is meant."""
        if self.keys.isdisjoint(word.keys) or self.comma > word.comma or self.verb > word.act:
            return False
        if self.tail is not None:
            return self.polite <= word.polite and self._said_so(word, folded(word))
        cased = self.case in (None, word.case) or not word.noun
        other = self.we and "you" in word.marks
        marks = word.marks | {"be"} if "end" in word.marks else word.marks
        return cased and not other and marks & STRICT == self.strict and self.needed <= marks

    def _said_so(self, word: Word, tail: tuple[str, ...]) -> bool:
        """Whether a word is said as in 「」; ～てくださいますか asks as ～てください does not, nor ～て alone."""
        said = len(tail) if self.tail == ("て",) else len(self.tail or ())
        asked = "request" not in self.strict or "request" in word.marks and "か" not in tail[said:]
        return asked and tail[:said] == self.tail


@dataclass(frozen=True, eq=False, slots=True)
class Choice:
    """Any entry of a list of words, by what its first word is found by."""

    entries: Mapping[str, tuple[tuple[Step, ...], ...]]
    joined: bool

    def ends(self, words: Words, at: int) -> Iterable[int]:
        """Behind each entry that stands here."""
        if (self, at) not in words.chosen:
            words.chosen[self, at] = set(self._ends(words, at))
        return words.chosen[self, at]

    def _ends(self, words: Words, at: int) -> Iterator[int]:
        for place in range(at, min(at + 1 + MOST_SKIPPED * self.joined, len(words))):
            for key in words[place].keys & self.entries.keys():
                for entry in self.entries[key]:
                    yield from _ends(entry, words, at)
            if not words[place].passing:
                return


@dataclass(frozen=True, slots=True)
class Gap:
    """Some words more, in the same clause or anywhere."""

    far: bool

    def ends(self, words: Words, at: int) -> Iterable[int]:
        """Here and behind each word that may stand between."""
        for place in range(at, len(words) if self.far else min(at + MOST_BETWEEN + 1, len(words))):
            if not self.far and words[place].clause != words[at - 1].clause:
                return
            yield place


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning or the end of a sentence."""

    def ends(self, words: Words, at: int) -> Iterable[int]:
        """Here, if a sentence begins or ends here."""
        if at in (0, len(words)) or words[at - 1].sentence != words[at].sentence:
            yield at


@dataclass(frozen=True, slots=True)
class Phrase:
    """An example sentence ready to be looked for: its elements, and what its words are found by."""

    elements: tuple[Element, ...]
    keys: tuple[frozenset[str], ...]
    reach: int  # words within which its second word must come; 0 if it has none or it may come anywhere

    def end(self, words: Words, at: int) -> int:
        """Behind which word it ends at the latest when it begins at one; 0 if it does not stand there."""
        first = self.elements[0]
        if isinstance(first, Step) and not first.fits(words[at]):  # tells most of them at once
            return 0
        return max(_ends(self.elements, words, at), default=0)


class Book(Generic[T]):
    """Phrases by the word of each that is the rarest in all of them, each with what it stands for."""

    def __init__(self, phrases: Iterable[tuple[T, Phrase]]) -> None:
        known = list(phrases)
        often = Counter(key for _, phrase in known for keys in phrase.keys for key in keys)
        self._by_key: dict[str, list[tuple[T, Phrase]]] = defaultdict(list)
        for meant, phrase in known:
            for key in min(phrase.keys, key=lambda keys: _often(keys, often)):
                self._by_key[key].append((meant, phrase))

    def found(self, places: "Places", begins: Container[int]) -> Iterator[tuple[T, int, int]]:
        """What begins at some words of a text, with its first word and behind its last."""
        near = {id(entry): entry for key in places.keys & self._by_key.keys() for entry in self._by_key[key]}
        for meant, phrase in near.values():
            for at in places.begins(phrase):
                if at in begins and (end := phrase.end(places.words, at)):
                    yield meant, at, end


def _often(keys: Iterable[str], often: Mapping[str, int]) -> int:
    """How often one of these is asked for; any noun or verb is in every text."""
    return sum(ANYWHERE if key[0] == "<" else often[key] for key in keys)


class Places:
    """A text's words and where each stands: most phrases need not be looked for at all."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = Words(words)
        self._of_key: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(words):
            for key in word.keys:
                self._of_key[key].append(at)
        self._of_keys: dict[frozenset[str], list[int]] = {}

    @property
    def keys(self) -> Set[str]:
        """All that words of the text are found by."""
        return self._of_key.keys()

    def begins(self, phrase: Phrase) -> Sequence[int]:
        """Where a phrase may begin: its other words are there at all, and its second one near enough."""
        if not all(map(self._at, phrase.keys)):
            return ()
        first = self._at(phrase.keys[0])
        if not phrase.reach:
            return first
        second = self._at(phrase.keys[1])
        return [at for at in first if _follows(second, at, phrase.reach)]

    def _at(self, keys: frozenset[str]) -> list[int]:
        known = self._of_keys.get(keys)
        if known is None:
            known = sorted({at for key in keys & self._of_key.keys() for at in self._of_key[key]})
            self._of_keys[keys] = known
        return known


def _follows(places: Sequence[int], at: int, reach: int) -> bool:
    """Whether one of some places comes within so many words."""
    following = bisect.bisect_right(places, at)
    return following < len(places) and places[following] <= at + reach


def _ends(elements: Sequence[Element], words: Words, at: int) -> set[int]:
    """Behind which words elements in a row may end; each step keeps a set of places, so nothing can explode."""
    places = {at}
    for element in elements:
        if isinstance(element, Gap) and element.far:
            places = {min(places)}
        places = {end for place in places for end in element.ends(words, place)}
        if not places:
            break
    return places


def folded(word: Word) -> tuple[str, ...]:
    """What is folded into a word, but for plain politeness."""
    return tuple(one.lemma for one in word.tail if one.lemma != "ます")
