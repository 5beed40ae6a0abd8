"""Finds what rules look for in Japanese, by the lemmas and the grammar of what is said."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from carepos.wording import japanese_rescue
from carepos.wording.japanese_phrases import Lists, Phrase, Present, compiled
from carepos.wording.japanese_reading import Word, read
from carepos.wording.rulepacks import Found, Rule


class Matcher:
    """The rules of a pack, ready to look; raises ValueError for a phrase that cannot be read."""

    def __init__(self, rules: Sequence[Rule], words: Lists) -> None:
        self._said: dict[str, list[tuple[Rule, Phrase]]] = defaultdict(list)
        self._unless = {rule.id: [compiled(text, words) for text in rule.unless] for rule in rules}
        for rule in rules:
            for phrase in (compiled(text, words) for text in rule.say):
                for key in phrase.keys:
                    self._said[key].append((rule, phrase))

    def find(self, text: str) -> Iterator[Found]:
        """Each rule found with where (start, end), but for what `unless` or `rescue` makes fine."""
        words = read(text)
        for rule, first, end in self._found(words):
            if not (
                self._excused(rule, words, first, end) or japanese_rescue.rescued(rule.rescue, text, words, first, end)
            ):
                yield rule, words[first].start, words[end - 1].end

    def _found(self, words: Sequence[Word]) -> set[tuple[Rule, int, int]]:
        """Each rule with its first word and behind its last."""
        present = Present(words)
        return {
            (rule, at, end)
            for at, word in enumerate(words)
            for key in word.keys & self._said.keys()
            for rule, phrase in self._said[key]
            if all(keys in present for keys in phrase.others) and (end := phrase.end(words, at))
        }

    def _excused(self, rule: Rule, words: Sequence[Word], first: int, end: int) -> bool:
        """Whether the same sentence says it in a way that is fine."""
        sentences = range(words[first].sentence, words[end - 1].sentence + 1)
        places = [at for at, word in enumerate(words) if word.sentence in sentences]
        return any(phrase.end(words, at) for phrase in self._unless[rule.id] for at in places)
