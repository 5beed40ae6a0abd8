"""Finds rules in English: phrases of plain words with a few wildcards, none of which can explode.

A phrase is words in small letters without contractions ("can not", "it is"). A word in its base form stands for all its
forms ("be" for is and were, "break" for broke); any other word, and =word, stands for itself. Further:

    we|i        one of these words            <supply>     one of the pack's list of that name
    late|at_fault  the same, of more words
    (very)      may be there                  #            a number
    ...         up to four words or pauses    *            exactly one word
    ,           a pause (comma, dash, colon)  . ! ?        the mark that ends the sentence
    ^           a clause begins here          $            a clause ends here

Between two words of a phrase, up to two words of the list `filler` may stand. A match never leaves its sentence; a list
may use lists of plain words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from carepos.wording.english_phrases import Phrase, Reader, ends, first_words
from carepos.wording.english_words import Sentence, forms, sentences
from carepos.wording.rulepacks import Found, Rule, Words

RESCUED_BY = {"recovery": ("recovery", "time"), "time": ("time",)}
REACH = {"recovery": (1, 2), "time": (1, 1)}  # sentences before and after in which a rescue counts

Role = tuple[str, str]  # ("say", rule id), ("unless", rule id), ("list", name)
Spot = tuple[int, int]  # from which word of a sentence, to before which
Marks = dict[Role, list[Spot]]


class Matcher:
    """Finds rules in a text; raises ValueError for a phrase it cannot read."""

    def __init__(self, rules: Iterable[Rule], words: Words) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._filler = frozenset(words.get("filler", ()))
        self._index: dict[str, list[tuple[Role, Phrase]]] = defaultdict(list)
        reader = Reader(words)
        for role, written in _roles(self._rules.values(), words):
            phrase = reader.phrase(written)
            for word in first_words(phrase):
                self._index[word].append((role, phrase))

    def find(self, text: str) -> Iterator[Found]:
        """Each rule found with where (start, end in characters); `unless` and `rescue` are applied."""
        message = sentences(text)
        marks = [self._marks(sentence) for sentence in message]
        for at, sentence in enumerate(message):
            for (role, name), spots in marks[at].items():
                if role == "say" and ("unless", name) not in marks[at]:
                    rule = self._rules[name]
                    yield from (
                        (rule, *_place(sentence, spot)) for spot in spots if not _rescued(rule, spot, at, marks)
                    )

    def _marks(self, sentence: Sentence) -> Marks:
        """Every phrase in a sentence; of those with one role that begin at one word, the longest."""
        marks: Marks = defaultdict(list)
        for at, token in enumerate(sentence):
            longest: dict[Role, int] = {}
            for form in forms(token.word):
                for role, phrase in self._index.get(form, ()):
                    longest[role] = max(longest.get(role, 0), *ends(phrase, sentence, at, self._filler), 0)
            for role, end in longest.items():
                if end:
                    marks[role].append((at, end))
        return marks


def _roles(rules: Iterable[Rule], words: Words) -> Iterator[tuple[Role, str]]:
    for rule in rules:
        yield from ((("say", rule.id), phrase) for phrase in rule.say)
        yield from ((("unless", rule.id), phrase) for phrase in rule.unless)
    for name in RESCUED_BY["recovery"]:
        yield from ((("list", name), phrase) for phrase in words.get(name, ()))


def _rescued(rule: Rule, spot: Spot, at: int, marks: list[Marks]) -> bool:
    """Whether an alternative or a time stands close by (P02, P04), in other words than those found."""
    if not rule.rescue:
        return False
    before, after = REACH[rule.rescue]
    return any(
        near != at or end <= spot[0] or spot[1] <= start
        for near in range(max(0, at - before), min(at + after + 1, len(marks)))
        for name in RESCUED_BY[rule.rescue]
        for start, end in marks[near].get(("list", name), ())
    )


def _place(sentence: Sentence, spot: Spot) -> Spot:
    """Where the words found stand in the text, without the marks around them."""
    first, last = spot[0], spot[1] - 1
    while last > first and not sentence[last].word[0].isalnum():
        last -= 1
    return sentence[first].start, sentence[last].end
