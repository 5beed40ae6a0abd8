"""Japanese sentences as words with lemma, reading and part of speech; the dictionary is loaded when first asked."""

import functools
import lzma
import shutil
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from carepos.paths import cache_folder, resources
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
    return [_morpheme(found) for piece in pieces for found in tokens(piece)]


def tokens(text: str, compounds: bool = False) -> Iterable[Any]:
    """SudachiPy's own morphemes of at most LONGEST characters, the shortest there are, or with `compounds` whole."""
    from sudachipy import SplitMode

    return cast(Iterable[Any], _here().tokenize(text, SplitMode.C if compounds else SplitMode.A))


def _morpheme(found: Any) -> Morpheme:
    part: tuple[str, ...] = found.part_of_speech()
    return Morpheme(found.surface(), found.normalized_form(), to_hiragana(found.reading_form()), part)


@functools.cache
def _dictionary() -> Any:
    from sudachipy import Dictionary

    packed = resources() / "words" / "system.dic.xz"
    return Dictionary(dict=str(_unpacked(packed)) if packed.exists() else "small")


def _unpacked(packed: Path) -> Path:
    """The built program brings the dictionary packed, a quarter as large; it is unpacked once, into the cache."""
    place = cache_folder() / f"words-{packed.stat().st_size}.dic"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(".part")
        with lzma.open(packed) as source, part.open("wb") as target:
            shutil.copyfileobj(source, target)
        part.replace(place)
    return place


_threads = threading.local()
"""A tokenizer belongs to one thread; the dictionary is everybody's."""


def _here() -> Any:
    if not hasattr(_threads, "tokenizer"):
        _threads.tokenizer = _dictionary().tokenizer()
    return _threads.tokenizer
