"""Finds rules in English: phrases of plain words with a few wildcards, none of which can explode.

A phrase is words in small letters without contractions ("can not", "it is"). A word in its base form stands for all its
forms ("be" for is and were, "break" for broke); any other word, and =word, stands for itself. Further:

    we|i        one of these words            <supply>     one of the pack's list of that name
    late|at_fault  the same, of more words
    (very)      may be there                  #            a number
    ...         up to four words or pauses    *            exactly one word
    ,           a pause (comma, dash, colon)  . ! ?        the mark that ends the sentence
    ^           a clause begins here          $            a clause ends here
    -ed         a verb in the past (gave, opened)

Between two words of a phrase, up to two words of the list `filler` may stand. A match never leaves its sentence; a list
may use lists of plain words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from carepos.wording.english_phrases import Phrase, Reader, Search, first_words, needed
from carepos.wording.english_words import Sentence, sentences
from carepos.wording.rulepacks import Found, Rule, Words

MOST_TRIES = 200_000  # for one text; the shipped rules need some thousand for 2,000 characters
RESCUED_BY = {"recovery": ("recovery", "time"), "time": ("time",)}
REACH = {"recovery": (1, 2), "time": (1, 1)}  # sentences before and after in which a rescue counts

Role = tuple[str, str]  # ("say", rule id), ("unless", rule id), ("list", name)
Spot = tuple[int, int]  # from which word of a sentence, to before which
Marks = dict[Role, list[Spot]]


class Entry(NamedTuple):
    """A phrase to look for, and what a sentence must hold for it."""

    role: Role
    phrase: Phrase
    needed: list[frozenset[str]]


class Matcher:
    """Finds rules in a text; raises ValueError for a phrase it cannot read."""

    def __init__(self, rules: Iterable[Rule], words: Words) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._filler = frozenset(words.get("filler", ()))
        reader = Reader(words)
        self._index = _by_rarest_word(
            Entry(role, phrase, needed(phrase))
            for role, written in _roles(self._rules.values(), words)
            for phrase in [reader.phrase(written)]
        )

    def find(self, text: str) -> Iterator[Found]:
        """Each rule found with where (start, end in characters); `unless` and `rescue` are applied."""
        message = sentences(text)
        tries = iter(range(MOST_TRIES))
        marks = [self._marks(sentence, tries) for sentence in message]
        for at, sentence in enumerate(message):
            for (role, name), spots in marks[at].items():
                if role == "say" and ("unless", name) not in marks[at]:
                    rule = self._rules[name]
                    yield from (
                        (rule, *_place(sentence, spot)) for spot in spots if not _rescued(rule, spot, at, marks)
                    )

    def _marks(self, sentence: Sentence, tries: Iterator[int]) -> Marks:
        """Every phrase in a sentence; of those with one role that begin at one word, the longest."""
        search = Search(sentence, self._filler, tries)
        present = frozenset().union(*search.forms)
        longest: dict[tuple[Role, int], int] = {}
        for role, phrase, _ in self._possible(present):
            first = first_words(phrase)
            for at, known in enumerate(search.forms):
                if not known.isdisjoint(first) and (found := search.ends(phrase, at)):
                    longest[role, at] = max(longest.get((role, at), 0), *found)
            if search.tired:
                break
        marks: Marks = defaultdict(list)
        for (role, at), end in sorted(longest.items()):
            marks[role].append((at, end))
        return marks

    def _possible(self, present: frozenset[str]) -> list[Entry]:
        """The phrases of which a sentence with these words holds every word, once each."""
        near = {id(entry): entry for word in present for entry in self._index.get(word, ())}
        return [entry for entry in near.values() if not any(words.isdisjoint(present) for words in entry.needed)]


def _by_rarest_word(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The phrases by the part of each whose words are the rarest in all of them: few sentences ask for many."""
    known = list(entries)
    often = Counter(word for entry in known for words in entry.needed for word in words)
    index: dict[str, list[Entry]] = defaultdict(list)
    for entry in known:
        for word in min(entry.needed, key=lambda words: sum(often[word] for word in words)):
            index[word].append(entry)
    return dict(index)


def _roles(rules: Iterable[Rule], words: Words) -> Iterator[tuple[Role, str]]:
    for rule in rules:
        yield from ((("say", rule.id), phrase) for phrase in rule.say)
        yield from ((("unless", rule.id), phrase) for phrase in rule.unless)
    for name in ("recovery", "time", "turn"):
        yield from ((("list", name), phrase) for phrase in words.get(name, ()))


def _rescued(rule: Rule, spot: Spot, at: int, marks: list[Marks]) -> bool:
    """Whether a time, or what can be done instead, stands close by (P02, P04)."""
    if not rule.rescue:
        return False
    before, after = REACH[rule.rescue]
    return any(
        near != at or _helps(rule, spot, name, other, marks[at])
        for near in range(max(0, at - before), min(at + after + 1, len(marks)))
        for name in RESCUED_BY[rule.rescue]
        for other in marks[near].get(("list", name), ())
    )


def _helps(rule: Rule, spot: Spot, name: str, other: Spot, marks: Marks) -> bool:
    """Whether words in the same sentence mend those found: a time in one breath with a no belongs to the no."""
    first, last = sorted((spot, other))
    if last[0] < first[1]:
        return False
    turns = (start for start, _ in marks.get(("list", "turn"), ()))
    return name == rule.rescue or any(first[1] <= turn <= last[0] for turn in turns)


def _place(sentence: Sentence, spot: Spot) -> Spot:
    """Where the words found stand in the text, without the marks around them."""
    first, last = spot[0], spot[1] - 1
    while last > first and not sentence[last].word[0].isalnum():
        last -= 1
    return sentence[first].start, sentence[last].end
