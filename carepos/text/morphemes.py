"""Japanese sentences as words with lemma, reading and part of speech; the dictionary is loaded when first asked."""

import functools
import threading
from dataclasses import dataclass
from typing import Any

from carepos.text.folding import to_hiragana

LONGEST = 10_000
"""The dictionary refuses texts of more than 48 KB; longer ones are cut in pieces of so many characters."""


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One word as written; `lemma` in its usual spelling (われて -> 割れる), `reading` in hiragana."""

    surface: str
    lemma: str
    reading: str
    part: tuple[str, ...]


def morphemes(text: str) -> list[Morpheme]:
    """The words of a text in order; together their surfaces are the text. About 1 ms for 100 characters.

    The first call takes some 60 ms, so it belongs on a thread nobody waits for.
    """
    pieces = (text[at : at + LONGEST] for at in range(0, len(text), LONGEST))
    return [_morpheme(found) for piece in pieces for found in _here().tokenize(piece)]


def _morpheme(found: Any) -> Morpheme:
    part: tuple[str, ...] = found.part_of_speech()
    return Morpheme(found.surface(), found.normalized_form(), to_hiragana(found.reading_form()), part)


@functools.cache
def _dictionary() -> Any:
    from sudachipy import Dictionary

    return Dictionary(dict="small")


_threads = threading.local()
"""A tokenizer belongs to one thread; the dictionary is everybody's."""


def _here() -> Any:
    if not hasattr(_threads, "tokenizer"):
        from sudachipy import SplitMode

        _threads.tokenizer = _dictionary().tokenizer(mode=SplitMode.A)
    return _threads.tokenizer
