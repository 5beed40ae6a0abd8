"""The reading above the kanji, for staff who still learn them (P37)."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from carepos.text import japanese
from carepos.text.folding import to_hiragana
from carepos.text.morphemes import morphemes

_NO_NAMES: dict[str, str] = {}
_KANA_RUN = re.compile("[ぁ-ゖァ-ヺー]+")


def furigana(text: str, names: Mapping[str, str] = _NO_NAMES) -> list[tuple[str, str]]:
    """The text in pieces, each with its reading in hiragana, or "" where nothing needs one.

    Together the pieces are the text. `names` are written names with their readings, which go first: no dictionary
    knows how a family reads its name, and none knows 髙橋 at all.
    """
    known = {name: to_hiragana(reading) for name, reading in names.items() if name and japanese.has_kanji(name)}
    if not known:
        return _joined(_pieces(text))
    longest_first = sorted(known, key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, longest_first))})", text)
    return _joined(piece for part in parts for piece in ([(part, known[part])] if part in known else _pieces(part)))


def _joined(pieces: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pieces with what stays bare in one."""
    runs = itertools.groupby(pieces, key=lambda piece: not piece[1])
    return [piece for bare, run in runs for piece in ([("".join(text for text, _ in run), "")] if bare else run)]


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    for word in morphemes(text):
        if japanese.has_kanji(word.surface) and japanese.is_kana(word.reading):
            yield from _split(word.surface, word.reading)
        else:
            yield word.surface, ""


def _split(surface: str, reading: str) -> list[tuple[str, str]]:
    """The word with kana that stands in it left bare: 割れる is 割(わ) れる, 申し訳 is 申(もう) し 訳(わけ)."""
    parts = [part for part in re.split(f"({_KANA_RUN.pattern})", surface) if part]
    pattern = "".join(re.escape(to_hiragana(part)) if _KANA_RUN.fullmatch(part) else "(.+?)" for part in parts)
    found = re.fullmatch(pattern, reading)
    if found is None:
        return [(surface, reading)]
    readings = iter(found.groups())
    return [(part, "" if _KANA_RUN.fullmatch(part) else next(readings)) for part in parts]
