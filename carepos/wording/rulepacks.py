"""Checking rules as data: packs of TOML, each rule tried by its own examples before it may speak.

A pack names lists of words, then rules:

    [words]
    supply = ["stock", "size"]

    [[rule]]
    id = "dead_end.supply"
    level = "warn"                      # or "hint"
    why = "P02"
    reason = "A bare no leaves the customer with nothing."
    say = ["be out of <supply>"]        # how it is said; any inflection is meant
    unless = ["never be out of"]        # said like this in the same sentence, it is fine
    rescue = "recovery"                 # an alternative or a time close by makes it fine; "time": only a time does
    kind = "written"                    # only in writing; "thanks": only in thank-you notes
    again = true                        # only from the second time on in one message
    instead = [["out of", "waiting for"]]  # in what was found these words, or a <list> of them, become those
    add = ["I can have it here by 〔day〕."]  # said after the clerk's own sentence; unknown facts are 〔blanks〕
    better = ["It will be in again by 〔day〕."]  # in the sentence's place
    ng = ["We are out of stock."]       # must be found
    ok = ["We are never out of stock."] # must not be found

The phrases are read by `english` and `japanese`, each of which documents its few wildcards. Nothing here runs.
"""

import functools
import importlib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Protocol

import msgspec

from carepos.paths import resources

MOST_BYTES, MOST_RULES = 1_000_000, 500
_RULE_HEAD = re.compile(r"[ \t]*\[\[[ \t]*rule[ \t]*\]\][ \t]*(#.*)?")
_AT_LINE = re.compile(r"\(at line (\d+)")

Name = Annotated[str, msgspec.Meta(pattern="^[a-z0-9_.]{1,60}$")]
Phrase = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Reply = Annotated[str, msgspec.Meta(max_length=200)]
Phrases = Annotated[tuple[Phrase, ...], msgspec.Meta(max_length=200)]
Said = Annotated[tuple[Phrase, ...], msgspec.Meta(min_length=1, max_length=200)]
Examples = Annotated[tuple[Phrase, ...], msgspec.Meta(min_length=1, max_length=50)]
Words = Mapping[str, tuple[str, ...]]


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing the check looks for, why (a principle), and what to say instead."""

    id: Name
    level: Literal["warn", "hint"]
    why: Annotated[str, msgspec.Meta(pattern=r"^P\d\d$")]
    reason: Phrase
    say: Said
    better: Examples
    ng: Examples
    ok: Examples
    unless: Phrases = ()
    rescue: Literal["", "recovery", "time"] = ""
    kind: Literal["", "thanks", "written"] = ""
    again: bool = False
    instead: Annotated[tuple[tuple[Phrase, Reply], ...], msgspec.Meta(max_length=200)] = ()
    add: Phrases = ()


Found = tuple[Rule, int, int]


class Matcher(Protocol):
    """Finds what rules look for in a text, in one language."""

    def find(self, text: str) -> Iterable[Found]:
        """Each rule found with where (start, end); `unless` and `rescue` are applied."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule left out: its line in the pack, its id if it has one, a reason, and the sentence or words it is about."""

    line: int
    rule: str
    reason: str
    fact: str = ""


@dataclass(frozen=True, eq=False)
class Pack:
    """The rules of one pack that work, its lists of words, and what is broken in it."""

    language: str
    rules: tuple[Rule, ...]
    words: Words
    broken: tuple[Broken, ...] = ()

    @functools.cached_property
    def matcher(self) -> Matcher:
        """Finds this pack's rules in a text."""
        return _matcher(self.language, self.rules, self.words)


class _Head(msgspec.Struct, forbid_unknown_fields=True):
    words: dict[Name, Annotated[tuple[Phrase, ...], msgspec.Meta(max_length=1000)]] = {}


class _Block(msgspec.Struct, forbid_unknown_fields=True):
    rule: tuple[Rule]


class _Wrong(Exception):
    """Why a rule cannot be used: reason, and what it is about."""


@functools.cache
def loaded(language: str) -> Pack:
    """The shipped rules of a language ("ja" or "en"), read once; a test of ours has tried them (`shipped`)."""
    return read(shipped(language), language, tried=False)


def shipped(language: str) -> str:
    """The text of the shipped rules of a language."""
    return (resources() / "wording" / language / "rules.toml").read_text("utf-8")


def read(text: str, language: str, words: Words | None = None, tried: bool = True) -> Pack:
    """The rules of a pack in TOML, and by line and reason those that cannot be used; never raises for any text.

    `words` are lists known already, so that the owner's rules can use the shipped ones; not `tried` trusts the
    rules to find their examples, which takes half a second for the shipped ones. Reasons: pack.too_large,
    pack.too_many, pack.toml, pack.words, rule.toml, rule.shape (unknown, missing, too long), rule.twice,
    rule.phrase (cannot be read), rule.ng (an example not found), rule.ok (an example found).
    """
    sound = text.encode("utf-8", "replace")
    if len(sound) > MOST_BYTES:
        return Pack(language, (), words or {}, (Broken(1, "", "pack.too_large"),))
    head, *blocks = _blocks(sound.decode())
    broken: list[Broken] = []
    known = {**(words or {}), **_words(head, broken)}
    rules: dict[str, Rule] = {}
    for line, block in blocks[:MOST_RULES]:
        _take(line, block, rules, broken, (lambda rule: _try(rule, language, known)) if tried else _trust)
    if len(blocks) > MOST_RULES:
        broken.append(Broken(blocks[MOST_RULES][0], "", "pack.too_many"))
    return Pack(language, tuple(rules.values()), known, tuple(broken))


def counted(found: Iterable[Found]) -> Iterator[Found]:
    """What was found in one message, by place; of rules that count only `again`, all but the first (P13)."""
    ends: dict[str, int] = {}
    for rule, start, end in sorted(found, key=lambda one: (one[1], -one[2])):
        first, overlapping = rule.id not in ends, start < ends.get(rule.id, 0)
        if not overlapping:
            ends[rule.id] = end
            if not (rule.again and first):
                yield rule, start, end


def _blocks(text: str) -> list[tuple[int, str]]:
    """The pack cut before each rule, so that one that is broken does not take the others with it; with first lines."""
    lines = text.splitlines(keepends=True)
    starts = [0, *(at for at, line in enumerate(lines) if _RULE_HEAD.fullmatch(line.rstrip("\r\n")))]
    ends = [*starts[1:], len(lines)]
    return [(start + 1, "".join(lines[start:end])) for start, end in zip(starts, ends, strict=True)]


def _words(head: tuple[int, str], broken: list[Broken]) -> Words:
    line, text = head
    try:
        return msgspec.convert(_toml(text), _Head).words
    except msgspec.ValidationError as wrong:
        broken.append(Broken(line, "", "pack.words", str(wrong)))
    except _Wrong as wrong:
        broken.append(Broken(wrong.args[0], "", "pack.toml", wrong.args[1]))
    return {}


def _take(line: int, block: str, rules: dict[str, Rule], broken: list[Broken], tried: Callable[[Rule], None]) -> None:
    """Adds the rule written in a block, or why it cannot be used."""
    name = ""
    try:
        written = _toml(block)
        name = str(written["rule"][0].get("id", ""))
        [rule] = msgspec.convert(written, _Block).rule
        if rule.id in rules:
            raise _Wrong("rule.twice", rule.id)
        tried(rule)
        rules[rule.id] = rule
    except msgspec.ValidationError as wrong:
        broken.append(Broken(line, name, "rule.shape", str(wrong)))
    except _Wrong as wrong:
        first, fact = wrong.args
        at, reason = (line + first - 1, "rule.toml") if isinstance(first, int) else (line, first)
        broken.append(Broken(at, name, reason, fact))


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as wrong:
        at = _AT_LINE.search(str(wrong))
        raise _Wrong(int(at[1]) if at else 1, str(wrong)) from None


def _try(rule: Rule, language: str, words: Words) -> None:
    """A rule must find its `ng` and pass its `ok`: who writes a rule sees at once what it does."""
    try:
        matcher = _matcher(language, (rule,), words)
    except ValueError as unreadable:
        raise _Wrong("rule.phrase", str(unreadable)) from None
    for reason, examples, wanted in (("rule.ng", rule.ng, True), ("rule.ok", rule.ok, False)):
        for example in examples:
            if any(counted(matcher.find(example))) is not wanted:
                raise _Wrong(reason, example)


def _trust(rule: Rule) -> None:
    """Takes a rule at its word."""


def _matcher(language: str, rules: tuple[Rule, ...], words: Words) -> Matcher:
    """The language's own way of finding; loaded when first needed, for the words of Japanese take memory."""
    name = "japanese" if language == "ja" else "english"
    matcher: Matcher = importlib.import_module(f"carepos.wording.{name}").Matcher(rules, words)
    return matcher
