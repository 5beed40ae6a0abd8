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
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from carepos.wording.japanese_reading import Word, read

Lists = Mapping[str, Sequence[str]]
MOST_BETWEEN = 6
MOST_SKIPPED = 2
_PARTS = re.compile("(……|…|。)")
_LIST = re.compile("<([^<>]*)>")
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
    verb: bool
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
        if self.keys.isdisjoint(word.keys) or self.comma > word.comma or self.verb > word.act:
            return False
        if self.tail is not None:
            asked = ("request" in word.marks) >= ("request" in self.strict)
            return asked and self.polite <= word.polite and _tail(word)[: len(self.tail)] == self.tail
        cased = self.case in (None, word.case) or not word.noun
        other = self.we and "you" in word.marks
        marks = word.marks | {"be"} if "end" in word.marks else word.marks
        return cased and not other and marks & _STRICT == self.strict and self.needed <= marks


@dataclass(frozen=True, eq=False, slots=True)
class Choice:
    """Any entry of a list of words, by what its first word is found by."""

    entries: Mapping[str, tuple[tuple[Step, ...], ...]]
    joined: bool

    def ends(self, words: Sequence[Word], at: int) -> Iterator[int]:
        """Behind each entry that stands here."""
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
    others: tuple[frozenset[str], ...]  # what its other words are found by

    def end(self, words: Sequence[Word], at: int) -> int:
        """Behind which word it ends at the latest when it begins at one; 0 if it does not stand there."""
        return 0 if self.keys.isdisjoint(words[at].keys) else max(_ends(self.elements, words, at), default=0)


class Present:
    """Which words of phrases stand anywhere in a text: most phrases need not be looked for at all."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._keys = frozenset[str]().union(*(word.keys for word in words))
        self._known: dict[frozenset[str], bool] = {}

    def __contains__(self, keys: frozenset[str]) -> bool:
        known = self._known.get(keys)
        if known is None:
            known = self._known[keys] = not keys.isdisjoint(self._keys)
        return known


def compiled(text: str, lists: Lists) -> Phrase:
    """A phrase ready to be looked for; raises ValueError if it cannot be read."""
    used = {name: tuple(lists[name]) for name in _LIST.findall(text) if lists.get(name)}
    return _compiled(text, tuple(used.items()))


@functools.lru_cache(10_000)
def _compiled(text: str, used: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrase:
    elements: list[Element] = []
    for part in filter(None, _PARTS.split(text)):
        if part in ("…", "……"):
            elements.append(Gap(part == "……"))
        elif part == "。":
            elements.append(Edge())
        else:
            elements += _steps(part, dict(used), bool(elements) and not _free(elements[-1]))
    words = [one for one in elements if isinstance(one, Step | Choice)]
    if not words or isinstance(elements[0], Gap):
        raise ValueError(text)
    return Phrase(tuple(elements), _keys(words[0]), tuple(_keys(word) for word in words[1:]))


def _free(element: Element) -> bool:
    return isinstance(element, Edge) or isinstance(element, Gap) and element.far


def _keys(element: Step | Choice) -> frozenset[str]:
    if isinstance(element, Step):
        return element.keys
    return frozenset(element.entries)


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
        step = _step(taken[-1], "" if name in lists else name, quoted, joined)
        yield _choice(tuple(lists[name]), step) if name in lists else step
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
    verb = not kind and (word.head.a("動詞") or any(one.a("動詞") for one in word.tail))
    return Step(frozenset(keys), strict, needed, case, word.comma, "we" in word.marks, word.polite, verb, tail, joined)


def _keys_of(word: Word) -> set[str]:
    return {one for one in word.keys if one[0] not in "<="}


def _choice(entries: tuple[str, ...], last: Step) -> Choice:
    """The list's entries, each inflected at its end as its first one is in the phrase."""
    return _inflected(entries, last, _step(_read_entry(entries[0])[-1], "", False, last.joined))


@functools.lru_cache(2000)
def _inflected(entries: tuple[str, ...], last: Step, own: Step) -> Choice:
    found: dict[str, list[tuple[Step, ...]]] = defaultdict(list)
    for entry in (_entry(text, last, own, last.joined) for text in entries):
        for key in entry[0].keys:
            found[key].append(entry)
    return Choice({key: tuple(some) for key, some in found.items()}, last.joined)


def _entry(text: str, last: Step, own: Step, joined: bool) -> tuple[Step, ...]:
    steps = [_step(one, "", False, joined or bool(at)) for at, one in enumerate(_read_entry(text))]
    end = steps[-1]
    strict = end.strict | (last.strict - own.strict)
    needed = end.needed | (last.needed - own.needed)
    steps[-1] = replace(
        end, strict=strict, needed=needed, case=last.case or end.case,
        verb=last.verb or end.verb, comma=last.comma, we=last.we or end.we
    )
    return tuple(steps)


@functools.lru_cache(2000)
def _read_entry(text: str) -> list[Word]:
    words = read(text)
    if not words:
        raise ValueError(text)
    if words[-1].ends("て"):  # 追って: no request when something follows
        words[-1].marks.discard("request")
    return words


def _tail(word: Word) -> tuple[str, ...]:
    """What is folded into a word, but for plain politeness."""
    return tuple(one.lemma for one in word.tail if one.lemma != "ます")
