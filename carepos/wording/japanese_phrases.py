"""Phrases as example sentences: what a rule's author writes is read as the text is, and meant in any inflection.

A phrase finds words of the same lemma in the same order, in whatever politeness, spelling and tense. What it marks
(negation, question, condition, request, past, passive …; see `japanese_marks`) must be there; a negation, question,
condition or request it does not mark must not. は, が, を and no particle are one; に, で, から, の … are not. Adverbs
may stand between its words. Beyond that:

    <supply>   any entry of the list "supply"; <名詞> <動詞> <サ変> <数> <様> <さ入れ> <くだけ> <可能> are any such word
    …          up to six words more in the same clause; …… anything that comes later in the text
    。          the beginning or the end of a sentence
    、          a comma
    「申される」 this very word in this form, with ます or not; spelled as dictionaries do, it means every spelling
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from carepos.wording.japanese_elements import (
    MOST_BETWEEN,
    MOST_SKIPPED,
    NEEDED,
    STRICT,
    Choice,
    Edge,
    Element,
    Gap,
    Phrase,
    Step,
    folded,
)
from carepos.wording.japanese_reading import read
from carepos.wording.japanese_words import Word

Lists = Mapping[str, Sequence[str]]
LONGEST = 2 * MOST_BETWEEN  # words from the first of a list's entry to what follows it
MOST_GAPS = 4
_PARTS = re.compile("(……|…|。)")
_LIST = re.compile("<([^<>]*)>")
_MARKUP = re.compile("<([^<>]*)>|[「」]")
_KINDS = {"名詞": "品物", "動詞": "食べ", "サ変": "利用", "数": "3", "様": "店主様", "さ入れ": "読まさせ"}
_KINDS |= {"くだけ": "食べちゃう", "可能": "渡せ"}


def compiled(text: str, lists: Lists) -> Phrase:
    """A phrase ready to be looked for; raises ValueError if it cannot be read."""
    used = {name: tuple(lists[name]) for name in _LIST.findall(text) if lists.get(name)}
    return _compiled(text, tuple(used.items()))


@functools.lru_cache(10_000)
def _compiled(text: str, used: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrase:
    elements: list[Element] = []
    parts = [part for part in _PARTS.split(text) if part]
    for part, after in zip_longest(parts, parts[1:]):
        if part in ("…", "……"):
            elements.append(Gap(part == "……"))
        elif part == "。":
            elements.append(Edge())
        else:
            more = after in ("…", "……")
            elements += _steps(part, dict(used), bool(elements) and not _free(elements[-1]), more)
    words = [one for one in elements if isinstance(one, Step | Choice)]
    if not words or isinstance(elements[0], Gap) or sum(isinstance(one, Gap) for one in elements) > MOST_GAPS:
        raise ValueError(text)
    return Phrase(tuple(elements), tuple(_keys(word) for word in words), _reach(elements, words))


def _reach(elements: Sequence[Element], words: Sequence[Element]) -> int:
    """Words within which the second word of a phrase must come behind its first."""
    if len(words) == 1 or Gap(far=True) in elements:
        return 0
    close = all(isinstance(one, Step) for one in elements[:2])
    return 1 + MOST_SKIPPED if close else LONGEST


def _free(element: Element) -> bool:
    return isinstance(element, Edge) or isinstance(element, Gap) and element.far


def _keys(element: Step | Choice) -> frozenset[str]:
    if isinstance(element, Step):
        return element.keys
    return frozenset(element.entries)


def _steps(part: str, lists: Lists, joined: bool, more: bool) -> Iterator[Element]:
    """The words of a part of a phrase; a list's first entry stands for it while the part is read.

    Where `more` follows, a ～て at its end asks for nothing (どうして…).
    """
    text, slots, exact = _filled(part, lists)
    words = _going_on(read(text)) if more else read(text)
    while words:
        begins = (words[0].start, words[0].head.start)
        name, end = next(((name, end) for name, start, end in slots if start in begins), ("", 0))
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
    tail = folded(word) if quoted else None
    strict, needed = frozenset(word.marks & STRICT), frozenset(word.marks & NEEDED)
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
        end,
        strict=strict,
        needed=needed,
        case=last.case or end.case,
        verb=last.verb and not own.verb,
        comma=last.comma,
        we=last.we or end.we,
    )
    return tuple(steps)


@functools.lru_cache(2000)
def _read_entry(text: str) -> list[Word]:
    words = read(text)
    if not words:
        raise ValueError(text)
    return _going_on(words)  # 追って


def _going_on(words: list[Word]) -> list[Word]:
    """The words when something follows: a ～て at their end is no request."""
    if words and words[-1].ends("て"):
        words[-1].marks.discard("request")
    return words
