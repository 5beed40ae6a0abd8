"""Phrases as example sentences: what a rule's author writes is read as the text is, and meant in any inflection.

A phrase matches words of the same lemma in the same order, whatever their politeness, spelling and tense; what it
marks (negation, question, condition, request, past, passive …) must be there, and a negation, question, condition or
request it does not mark must not. は, が, を or no particle are one; に, で, から, の … must be the same. Adverbs may stand
between its words. Beyond that:

    <supply>   any entry of the list "supply"; <名詞> <動詞> <サ変> <数> <様> <さ入れ> are any word of that kind
    …          up to six words more in the same clause; …… anything that comes later in the text
    。          the beginning or the end of a sentence
    、          a comma
    「申される」 this very word in this form, in whatever mood and ますor not; written in its usual kanji, in any spelling
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from carepos.wording.japanese_reading import Word, read

Lists = Mapping[str, Sequence[str]]
MOST_BETWEEN = 6
MOST_SKIPPED = 2
_PARTS = re.compile("(……|…|。)")
_MARKUP = re.compile("<([^<>]*)>|[「」]")
_STRICT = frozenset({"neg", "ask", "if", "request", "not", "soft", "let"})
_NEEDED = frozenset({"past", "can", "passive", "cause", "only", "wish", "be", "ing", "insist", "perhaps", "allow"})
_KINDS = {"名詞": "品物", "動詞": "食べ", "サ変": "利用", "数": "3", "様": "店主様", "さ入れ": "読まさせ"}


class Element(Protocol):
    """A part of a phrase."""

    def ends(self, words: Sequence[Word], at: int) -> Iterator[int]:
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
    tail: tuple[str, ...] | None  # of a word in 「」
    joined: bool  # to the word before it: in the same sentence, an adverb or two between

    def ends(self, words: Sequence[Word], at: int) -> Iterator[int]:
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
        if self.keys.isdisjoint(word.keys) or self.comma > word.comma:
            return False
        if self.tail is not None:
            return self.polite <= word.polite and _tail(word)[: len(self.tail)] == self.tail
        cased = self.case in (None, word.case) or not word.noun
        other = self.we and "you" in word.marks
        marks = word.marks | {"be"} if "end" in word.marks else word.marks
        return cased and not other and marks & _STRICT == self.strict and self.needed <= marks


@dataclass(frozen=True, slots=True)
class Choice:
    """Any entry of a list of words."""

    entries: tuple[tuple[Step, ...], ...]

    def ends(self, words: Sequence[Word], at: int) -> Iterator[int]:
        """Behind each entry that stands here."""
        for entry in self.entries:
            yield from _ends(entry, words, at)


@dataclass(frozen=True, slots=True)
class Gap:
    """Some words more, in the same clause or anywhere."""

    far: bool

    def ends(self, words: Sequence[Word], at: int) -> Iterator[int]:
        """Here and behind each word that may stand between."""
        for place in range(at, len(words) if self.far else min(at + MOST_BETWEEN + 1, len(words))):
            if not self.far and words[place].clause != words[at - 1].clause:
                return
            yield place


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning or the end of a sentence."""

    def ends(self, words: Sequence[Word], at: int) -> Iterator[int]:
        """Here, if a sentence begins or ends here."""
        if at in (0, len(words)) or words[at - 1].sentence != words[at].sentence:
            yield at


@dataclass(frozen=True, slots=True)
class Phrase:
    """An example sentence ready to be looked for; it begins with one of `keys`."""

    elements: tuple[Element, ...]
    keys: frozenset[str]

    def end(self, words: Sequence[Word], at: int) -> int:
        """Behind which word it ends at the latest when it begins at one; 0 if it does not stand there."""
        return max(_ends(self.elements, words, at), default=0)


def compiled(text: str, lists: Lists) -> Phrase:
    """A phrase ready to be looked for; raises ValueError if it cannot be read."""
    elements: list[Element] = []
    for part in filter(None, _PARTS.split(text)):
        if part in ("…", "……"):
            elements.append(Gap(part == "……"))
        elif part == "。":
            elements.append(Edge())
        else:
            elements += _steps(part, lists, bool(elements) and not _free(elements[-1]))
    words = [one for one in elements if isinstance(one, Step | Choice)]
    if not words or isinstance(elements[0], Gap):
        raise ValueError(text)
    return Phrase(tuple(elements), _keys(words[0]))


def _free(element: Element) -> bool:
    return isinstance(element, Edge) or isinstance(element, Gap) and element.far


def _keys(element: Step | Choice) -> frozenset[str]:
    if isinstance(element, Step):
        return element.keys
    return frozenset[str]().union(*(entry[0].keys for entry in element.entries))


def _ends(elements: Sequence[Element], words: Sequence[Word], at: int) -> set[int]:
    """Behind which words elements in a row may end; each step keeps a set of places, so nothing can explode."""
    places = {at}
    for element in elements:
        places = {end for place in places for end in element.ends(words, place)}
        if not places:
            break
    return places


def _steps(part: str, lists: Lists, joined: bool) -> Iterator[Element]:
    """The words of a part of a phrase; a list's first entry stands for it while the part is read."""
    text, slots, exact = _filled(part, lists)
    words = read(text)
    while words:
        name, end = next(
            ((name, end) for name, start, end in slots if start in (words[0].start, words[0].head.start)), ("", 0)
        )
        taken = [one for one in words if one.head.start < end] if name else words[:1]
        quoted = any(start <= taken[0].head.start < stop for start, stop in exact)
        yield _choice(name, taken, lists, joined) if name in lists else _step(taken[-1], name, quoted, joined)
        words, joined = words[len(taken) :], True


def _filled(part: str, lists: Lists) -> tuple[str, list[tuple[str, int, int]], list[tuple[int, int]]]:
    """The text without markup, where lists stand in it, and where 「」 do."""
    text, slots, exact, last = "", [], [], 0
    for found in _MARKUP.finditer(part):
        text += part[last : found.start()]
        last = found.end()
        if found[1] is not None:
            sample = _sample(found[1], lists)
            slots.append((found[1], len(text), len(text) + len(sample)))
            text += sample
        elif found[0] == "「":
            exact.append((len(text), len(part)))
        elif exact:
            exact[-1] = (exact[-1][0], len(text))
    return text + part[last:], slots, exact


def _sample(name: str, lists: Lists) -> str:
    if name in _KINDS:
        return _KINDS[name]
    if not lists.get(name):
        raise ValueError(f"<{name}>")
    return lists[name][0]


def _step(word: Word, kind: str, quoted: bool, joined: bool) -> Step:
    keys = {f"<{kind}>"} if kind else {f"={word.head.base}"} if quoted else _keys_of(word)
    tail = _tail(word) if quoted else None
    strict, needed = frozenset(word.marks & _STRICT), frozenset(word.marks & _NEEDED)
    case = None if kind and not word.tail else word.case
    return Step(frozenset(keys), strict, needed, case, word.comma, "we" in word.marks, word.polite, tail, joined)


def _keys_of(word: Word) -> set[str]:
    return {one for one in word.keys if one[0] not in "<="}


def _choice(name: str, sample: list[Word], lists: Lists, joined: bool) -> Choice:
    """The list's entries, each inflected at its end as the sample is."""
    alone = _read_entry(lists[name][0])[-1]
    own = _step(alone, "", False, joined)
    last = _step(sample[-1], "", False, joined)
    return Choice(tuple(_entry(one, last, own, joined) for one in lists[name]))


def _entry(text: str, last: Step, own: Step, joined: bool) -> tuple[Step, ...]:
    steps = [_step(one, "", False, joined or bool(at)) for at, one in enumerate(_read_entry(text))]
    end = steps[-1]
    strict = end.strict | (last.strict - own.strict)
    needed = end.needed | (last.needed - own.needed)
    steps[-1] = replace(
        end, strict=strict, needed=needed, case=last.case or end.case, comma=last.comma, we=last.we or end.we
    )
    return tuple(steps)


@functools.lru_cache(2000)
def _read_entry(text: str) -> list[Word]:
    words = read(text)
    if not words:
        raise ValueError(text)
    return words


def _tail(word: Word) -> tuple[str, ...]:
    """What is folded into a word, but for plain politeness."""
    return tuple(one.lemma for one in word.tail if one.lemma != "ます")
