"""Reads what a clerk wants to say and points at what may hurt; a person decides (P11)."""

import bisect
import functools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from carepos.wording import betters, rulepacks
from carepos.wording.rulepacks import Found, Pack

PIECE = 2000
_BREAK = re.compile(r"[\n.!?。！？]")
_UNPAIRED = re.compile("[\ud800-\udfff]")
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’]*(?:[ ,]+[A-Za-z'’]+){2,}")  # three words in a row: no name of a thing
_THANKS = re.compile(r"\bthank|\bgrateful|\bappreciate|ありがと|有難う|有り難う|感謝|お礼|御礼", re.IGNORECASE)


@dataclass(frozen=True)
class Finding:
    """Words of a text (start, end in characters) that may hurt, and why.

    `promise`: a vague time, which may become a dated promise (P04).
    """

    start: int
    end: int
    text: str
    level: str
    rule: str
    why: str
    reason: str
    promise: bool
    fit: Callable[[], tuple[str, ...]] = field(repr=False, compare=False)

    @functools.cached_property
    def better(self) -> tuple[str, ...]:
        """What to say instead, found when first asked for (some milliseconds); what nobody told is a 〔blank〕."""
        return self.fit()


def check(
    text: str, language: str = "", packs: Iterable[Pack] | None = None, kinds: Collection[str] = ()
) -> tuple[Finding, ...]:
    """What may hurt in a text of any length, in order, without overlaps; never raises.

    `language` "" is told by the text. `packs` None are the shipped rules. `kinds` says what the text is for:
    "written" (P47), "thanks" (P14); without them only what holds for every text is found.
    """
    used = tuple(packs) if packs is not None else tuple(map(rulepacks.loaded, languages_of(text, language)))
    return tuple(_finding(text, one, used, kinds) for one in _kept(text, used, kinds))


def language_of(text: str) -> str:
    """The language a text is written in, as far as it can be told: "ja" or "en"."""
    return "ja" if _JAPANESE.search(text) else "en"


def languages_of(text: str, language: str = "") -> tuple[str, ...]:
    """The languages a text is to be checked in: `language`, or "" for its own, and English sentences beside it."""
    main = language or language_of(text)
    return (main, "en") if main == "ja" and not language and _ENGLISH.search(text) else (main,)


def kinds_of(text: str) -> frozenset[str]:
    """What a written text is for, as far as it can be told: one with thanks in it may be a thank-you note."""
    return frozenset(("written", "thanks") if _THANKS.search(text) else ("written",))


def mended(text: str, finding: Finding, better: str) -> str:
    """The text with a better wording taken over: a sentence replaces the sentence, other words replace the words."""
    return betters.mended(text, finding.start, finding.end, better)


def blank_in(text: str, after: int = 0) -> tuple[int, int] | None:
    """Where the next 〔blank〕 of a better wording stands that nobody has filled; None if there is none."""
    found = betters.BLANK.search(text, after)
    return found.span() if found else None


def _kept(text: str, packs: Sequence[Pack], kinds: Collection[str]) -> list[Found]:
    found = (one for pack in packs for one in rulepacks.counted(_found(text, pack)))
    return _apart(one for one in found if not one[0].kind or one[0].kind in kinds)


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


def _finding(text: str, found: Found, packs: Sequence[Pack], kinds: Collection[str]) -> Finding:
    rule, start, end = found
    lists = {name: words for pack in packs for name, words in pack.words.items()}
    fit = functools.partial(betters.fitting, text, found, lists, lambda words: _kept(words, packs, kinds))
    promise = rule.rescue == "time"
    return Finding(start, end, text[start:end], rule.level, rule.id, rule.why, rule.reason, promise, fit)
