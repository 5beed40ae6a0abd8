"""Reads what a clerk wants to say and points at what may hurt; a person decides (P11)."""

import bisect
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from carepos.wording import rulepacks
from carepos.wording.rulepacks import Found, Pack

PIECE = 2000
_BREAK = re.compile(r"[\n.!?。！？]")
_UNPAIRED = re.compile("[\ud800-\udfff]")
_SENTENCE_END = re.compile(r"(?:[.!?](?=\s|$)|[。！？\n])\s*")
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_THANKS = re.compile(r"\bthank|\bgrateful|\bappreciate|ありがと|有難う|有り難う|感謝|お礼|御礼", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of a text (start, end in characters) that may hurt: why, and what to say instead.

    `promise`: a vague time, which may become a dated promise (P04).
    """

    start: int
    end: int
    text: str
    level: str
    rule: str
    why: str
    reason: str
    better: tuple[str, ...]
    promise: bool


def check(
    text: str, language: str = "", packs: Iterable[Pack] | None = None, kinds: Collection[str] = ()
) -> tuple[Finding, ...]:
    """What may hurt in a text of any length, in order, without overlaps; never raises.

    `language` "" is told by the text. `packs` None are the shipped rules. `kinds` says what the text is for:
    "written" (P47), "thanks" (P14); without them only what holds for every text is found.
    """
    used = packs if packs is not None else (rulepacks.loaded(language or language_of(text)),)
    found = (one for pack in used for one in rulepacks.counted(_found(text, pack)))
    kept = _apart(one for one in found if not one[0].kind or one[0].kind in kinds)
    return tuple(_finding(text, *one) for one in kept)


def language_of(text: str) -> str:
    """The language a text is written in, as far as it can be told: "ja" or "en"."""
    return "ja" if _JAPANESE.search(text) else "en"


def kinds_of(text: str) -> frozenset[str]:
    """What a written text is for, as far as it can be told: one with thanks in it may be a thank-you note."""
    return frozenset(("written", "thanks") if _THANKS.search(text) else ("written",))


def mended(text: str, finding: Finding, better: str) -> str:
    """The text with a better wording taken over: a sentence replaces the sentence, other words replace the words."""
    start, end = finding.start, finding.end
    if _SENTENCE_END.search(better):
        start, end = _sentence(text, start, end)
    return text[:start] + better + text[end:]


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences around a part of the text begin and end."""
    first = max((one.end() for one in _SENTENCE_END.finditer(text, 0, start)), default=0)
    after = _SENTENCE_END.search(text, max(start, end - 1))
    return first, len(text[: after.end()].rstrip()) if after else len(text)


def _found(text: str, pack: Pack) -> Iterator[Found]:
    """The pack's rules found in a text, which is read in pieces when it is long."""
    sound = _UNPAIRED.sub("\ufffd", text)
    for start, end in _pieces(sound):
        for rule, first, last in pack.matcher.find(sound[start:end]):
            yield rule, start + first, start + last


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > PIECE:
        breaks = [one.end() for one in _BREAK.finditer(text, start + PIECE // 2, start + PIECE)]
        end = breaks[-1] if breaks else start + PIECE
        yield start, end
        start = end
    yield start, len(text)


def _apart(found: Iterable[Found]) -> list[Found]:
    """Of findings that overlap, the warning before the hint and the longest."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one[0].level != "warn", one[1] - one[2], one[1])):
        at = bisect.bisect(kept, one[1], key=lambda other: other[1])
        if (at == 0 or kept[at - 1][2] <= one[1]) and (at == len(kept) or one[2] <= kept[at][1]):
            kept.insert(at, one)
    return kept


def _finding(text: str, rule: rulepacks.Rule, start: int, end: int) -> Finding:
    promise = rule.rescue == "time"
    return Finding(start, end, text[start:end], rule.level, rule.id, rule.why, rule.reason, rule.better, promise)
