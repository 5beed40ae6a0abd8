"""Sentences ranked by the words and the letter pairs they share with a text: BM25, no dictionary of our own."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from carepos.text.folding import composed, to_katakana
from carepos.text.morphemes import morphemes

SATURATION, LENGTH = 1.2, 0.5
LETTERS = {"ja": 0.5, "en": 0.2}
"""What shared letters count beside shared words: they catch compounds, slips and what no dictionary knows."""

Terms = Callable[[str], list[str]]
_EMPTY_PARTS = {"助詞", "助動詞", "補助記号", "空白", "記号", "接頭辞"}
_NEGATIONS = {"ない", "ず", "無い"}
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ENDINGS = re.compile("(?<=...)(?:ing|ed|ies|es|s|ly|er|e|y)$")
_FUNCTION_WORDS = frozenset(
    """
    a an the and or of to in on at it its is are was were be been am i we you he she they them their his her our my me
    us this that these those with for from by as do does did has have had so just there then than will would
    """.split()  # noqa: SIM905  a list of quoted words reads worse
)


class Bm25:
    """BM25 over one kind of terms."""

    def __init__(self, sentences: Iterable[str], terms: Terms) -> None:
        self._terms = terms
        bags = [Counter(terms(sentence)) for sentence in sentences]
        self._count = len(bags)
        mean = sum(bag.total() for bag in bags) / max(len(bags), 1) or 1.0
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, bag in enumerate(bags):
            room = SATURATION * (1 - LENGTH + LENGTH * bag.total() / mean)
            for term, times in bag.items():
                self._postings[term].append((at, times * (SATURATION + 1) / (times + room)))

    def scores(self, text: str) -> list[float]:
        """How near each sentence is to the text; 0 for one that shares nothing."""
        found = [0.0] * self._count
        for term in set(self._terms(text)):
            postings = self._postings.get(term, ())
            rare = math.log(1 + (self._count - len(postings) + 0.5) / (len(postings) + 0.5))
            for at, weight in postings:
                found[at] += rare * weight
        return found


class Words:
    """Words by their lemma, and letter pairs beside them."""

    def __init__(self, sentences: Sequence[str], language: str) -> None:
        words, letters = (japanese_words, pairs) if language == "ja" else (english_words, triples)
        self._words, self._letters, self._share = Bm25(sentences, words), Bm25(sentences, letters), LETTERS[language]

    def scores(self, text: str) -> list[float]:
        """How near each sentence is to the text; 0 for one that shares nothing."""
        both = zip(self._words.scores(text), self._letters.scores(text), strict=True)
        return [words + self._share * letters for words, letters in both]


def japanese_words(text: str) -> list[str]:
    """The lemmas that carry meaning, negations too, in their usual spelling."""
    return [
        "ない" if found.lemma in _NEGATIONS else found.lemma
        for found in morphemes(composed(text))
        if found.part[0] not in _EMPTY_PARTS or found.lemma in _NEGATIONS
    ]


def pairs(text: str) -> list[str]:
    """Neighbouring letters, kana of one kind."""
    letters = to_katakana("".join(_WORD.findall(composed(text).lower())))
    return [letters[at : at + 2] for at in range(len(letters) - 1)]


def english_words(text: str) -> list[str]:
    """The words that carry meaning, without their endings; n't is not."""
    plain = composed(text).lower().replace("’", "'").replace("n't", " not")
    words = (word.partition("'")[0] for word in _WORD.findall(plain) if word not in _FUNCTION_WORDS)
    return [_ENDINGS.sub("", word) for word in words if word not in _FUNCTION_WORDS]


def triples(text: str) -> list[str]:
    """Three neighbouring letters inside words and at their edges."""
    words = (f" {word} " for word in english_words(text))
    return [word[at : at + 3] for word in words for at in range(len(word) - 2)]
