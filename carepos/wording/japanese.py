"""Finds what rules look for in Japanese, by the lemmas and the grammar of what is said."""

import re
from collections.abc import Iterator, Sequence

from carepos.wording import japanese_rescue
from carepos.wording.japanese_elements import Book, Places
from carepos.wording.japanese_phrases import Lists, compiled
from carepos.wording.japanese_reading import read
from carepos.wording.rulepacks import Found, Rule

_QUOTED = re.compile("「[^「」\n]{1,200}」(?=と|って)|『[^『』\n]{1,200}』(?=と|って)")


class Matcher:
    """The rules of a pack, ready to look; raises ValueError for a phrase that cannot be read."""

    def __init__(self, rules: Sequence[Rule], words: Lists) -> None:
        self._say = Book((rule, compiled(text, words)) for rule in rules for text in rule.say)
        self._unless = {rule.id: Book((True, compiled(text, words)) for text in rule.unless) for rule in rules}

    def find(self, text: str) -> Iterator[Found]:
        """Each rule found with where (start, end), but for what `unless` or `rescue` makes fine."""
        places = Places(read(text))
        words, quoted = places.words, [one.span() for one in _QUOTED.finditer(text)]
        for rule, first, end in set(self._say.found(places, range(len(words)))):
            told = any(start < words[first].start < stop for start, stop in quoted)  # somebody's words, told again
            if not told and not self._excused(rule, text, places, first, end):
                yield rule, words[first].start, words[end - 1].end

    def _excused(self, rule: Rule, text: str, places: Places, first: int, end: int) -> bool:
        """Whether the same sentence says it in a way that is fine, or those around it rescue it."""
        words = places.words
        said = range(words[first].sentence, words[end - 1].sentence + 1)
        begins = {at for at, word in enumerate(words) if word.sentence in said}
        excused = any(self._unless[rule.id].found(places, begins))
        return excused or japanese_rescue.rescued(rule.rescue, text, places, first, end)
