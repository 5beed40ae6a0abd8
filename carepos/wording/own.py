"""The shop's own sayings and rules: data the owner writes, beside the packs and never inside the program."""

import functools
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

import sqlalchemy as sa

from carepos import customers
from carepos.database import Question, Transaction, command
from carepos.errors import NotFound, Refused
from carepos.text import japanese
from carepos.wording import checking, packs, rulepacks
from carepos.wording.tables import OwnLine, OwnRule

MOST_LINES, LONGEST_LINE, LONGEST_CUE = 300, 200, 60
MOST_RULES, LONGEST_RULE = 200, 10_000

_KNOWN_FACT = re.compile("{(?:" + "|".join(packs.FACTS) + ")}")
_STRAY = re.compile("{[^{}]*}?|}")
Held = TypeVar("Held", OwnLine, OwnRule)


@dataclass(frozen=True, slots=True)
class Wording:
    """What the owner writes of a line; `moves` in their order, the first one decides what it stands beside."""

    text: str
    moves: tuple[str, ...]
    cue: str = ""
    promise: str = ""
    channel: str = "counter"
    register: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """One line of the shop's own, for the owner's list."""

    id: str
    language: str
    situation: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the shop's own, as TOML."""

    id: str
    language: str
    text: str


_ALL = (
    sa.select(OwnLine.id, OwnLine.language, OwnLine.situation, *(getattr(OwnLine, name) for name in Wording.__slots__))
    .where(OwnLine.ended_at.is_(None))
    .order_by(OwnLine.id)
)
_LINES = Question(_ALL)
_LINES_OF = Question(
    _ALL.where(OwnLine.language == sa.bindparam("language"), OwnLine.situation == sa.bindparam("situation"))
)
_RULES = Question(
    sa.select(OwnRule.id, OwnRule.language, OwnRule.text).where(OwnRule.ended_at.is_(None)).order_by(OwnRule.id)
)


def own_lines(tx: Transaction) -> list[Own]:
    """The shop's own lines, oldest first."""
    return [_own(*row) for row in tx.rows(_LINES)]


def lines_of(tx: Transaction, language: str, situation: str) -> list[packs.Line]:
    """The shop's own lines for a situation, in the shape of a pack's."""
    rows = tx.rows(_LINES_OF, language=language, situation=situation)
    return [_line(one.id, one.wording) for one in (_own(*row) for row in rows)]


def _own(id_: str, language: str, situation: str, text: str, moves: str, *rest: str) -> Own:
    return Own(id_, language, situation, Wording(text, tuple(moves.split()), *rest))


def _line(id_: str, said: Wording) -> packs.Line:
    return packs.Line(id_, said.text, said.moves, said.cue, "", "", said.promise, said.channel, said.register)


def own_rules(tx: Transaction) -> list[Rule]:
    """The shop's own rules of the check, oldest first."""
    return [Rule(*row) for row in tx.rows(_RULES)]


@command("wording.add_line", role="owner")
def add_line(tx: Transaction, op_id: str, language: str, situation: str, wording: Wording) -> str:
    """Adds a line of the shop's own to a situation; returns its id.

    Raises Refused: "situation.unknown", "line.empty", "line.fact", "line.moves", "text.too_long", "own.too_many".
    """
    if language not in packs.LANGUAGES or situation not in packs.situations(language):
        raise Refused("situation.unknown", field="situation")
    _room(len(own_lines(tx)), MOST_LINES)
    row = OwnLine(id=op_id, language=language, situation=situation, staff_id=tx.actor.staff_id, at=tx.now)
    _put(row, _checked(wording))
    tx.add(row)
    return op_id


@command("wording.mend_line", role="owner")
def mend_line(tx: Transaction, op_id: str, line_id: str, wording: Wording) -> None:
    """Puts other words in the place of a line's; what was said before stays as it was said."""
    _put(_held(tx.get(OwnLine, line_id)), _checked(wording))


@command("wording.end_line", role="owner")
def end_line(tx: Transaction, op_id: str, line_id: str) -> None:
    """The line is proposed no more."""
    _held(tx.get(OwnLine, line_id)).ended_at = tx.now


@command("wording.add_rule", role="owner")
def add_rule(tx: Transaction, op_id: str, language: str, text: str) -> str:
    """Adds a rule of the check, the TOML of one; returns its id.

    Raises Refused("rule.broken"), ("text.too_long"), ("own.too_many"), ("choice.unknown").
    """
    if language not in packs.LANGUAGES:
        raise Refused("choice.unknown", field="language")
    _room(len(own_rules(tx)), MOST_RULES)
    text = _readable(text, language)
    tx.add(OwnRule(id=op_id, language=language, text=text, staff_id=tx.actor.staff_id, at=tx.now))
    return op_id


@command("wording.mend_rule", role="owner")
def mend_rule(tx: Transaction, op_id: str, rule_id: str, text: str) -> None:
    """Puts another rule in the place of one."""
    rule = _held(tx.get(OwnRule, rule_id))
    rule.text = _readable(text, rule.language)


@command("wording.end_rule", role="owner")
def end_rule(tx: Transaction, op_id: str, rule_id: str) -> None:
    """The rule holds no more."""
    _held(tx.get(OwnRule, rule_id)).ended_at = tx.now


def _room(there: int, most: int) -> None:
    if there >= most:
        raise Refused("own.too_many", most=most)


def _held(row: Held) -> Held:
    """The row, unless it was ended already."""
    if row.ended_at is not None:
        raise NotFound(f"{row.__tablename__}.not_found")
    return row


def _put(row: OwnLine, wording: Wording) -> None:
    row.text, row.moves, row.cue = wording.text, " ".join(wording.moves), wording.cue
    row.promise, row.channel, row.register = wording.promise, wording.channel, wording.register


def _checked(wording: Wording) -> Wording:
    """The line as it is kept; nothing in it that no suggestion could fill."""
    text = _short(wording.text, "text", LONGEST_LINE)
    cue, promise = _short(wording.cue, "cue", LONGEST_CUE), _short(wording.promise, "promise", LONGEST_LINE)
    if not text:
        raise Refused("line.empty", field="text")
    if stray := _STRAY.search(_KNOWN_FACT.sub("", text + promise)):
        raise Refused("line.fact", field="text", fact=stray[0])
    if not 1 <= len(wording.moves) <= 5 or not set(wording.moves) <= set(packs.MOVES):
        raise Refused("line.moves", field="moves")
    if wording.channel not in packs.CHANNELS or wording.register not in ("", *customers.REGISTERS):
        raise Refused("choice.unknown", field="channel")
    return Wording(text, wording.moves, cue, promise, wording.channel, wording.register)


def _short(text: str, field: str, most: int) -> str:
    if len(text) > most * 4 or len(tidied := " ".join(japanese.storable(text).split())) > most:
        raise Refused("text.too_long", field=field, most=most)
    return tidied


def _readable(text: str, language: str) -> str:
    """The rule as it is kept, if it is one and keeps its own examples."""
    if len(text) > LONGEST_RULE:
        raise Refused("text.too_long", field="rule", most=LONGEST_RULE)
    tidied = japanese.storable(text.replace("\r\n", "\n"))
    pack = rulepacks.read(tidied, language, rulepacks.loaded(language).words)
    if pack.broken:
        broken = pack.broken[0]
        raise Refused("rule.broken", field="rule", line=broken.line, fault=broken.reason, fact=broken.fact)
    if len(pack.rules) != 1:
        raise Refused("rule.broken", field="rule", line=1, fault="rule.shape", fact="")
    return tidied


def own_pack(tx: Transaction, language: str) -> rulepacks.Pack:
    """The shop's own rules of a language as a pack for the check; broken ones are named in it and left out."""
    return _pack("\n".join(rule.text for rule in own_rules(tx) if rule.language == language), language)


@functools.lru_cache(maxsize=4)
def _pack(texts: str, language: str) -> rulepacks.Pack:
    """Read and tried once, for a draft is checked with every key."""
    return rulepacks.read(texts, language, rulepacks.loaded(language).words)


def check_draft(
    tx: Transaction, text: str, kinds: Collection[str] = (), language: str = ""
) -> tuple[checking.Finding, ...]:
    """What may hurt in a text by the shipped rules and the shop's own; `language` "" is told by the text.

    `kinds` as in `check`.
    """
    languages = checking.languages_of(text, language)
    rules = [pack for one in languages for pack in (rulepacks.loaded(one), own_pack(tx, one))]
    return checking.check(text, language, rules, kinds)


def try_rule(rule: str, language: str, text: str) -> tuple[checking.Finding, ...]:
    """What a rule, the TOML of one, finds in a text before it is kept; raises Refused as `add_rule` does."""
    pack = rulepacks.read(_readable(rule, language), language, rulepacks.loaded(language).words)
    return checking.check(text, language, (pack,), ("thanks", "written"))


def broken_rules(tx: Transaction, language: str) -> tuple[rulepacks.Broken, ...]:
    """The rules of a language, shipped or the shop's own, that cannot be used, each with its line; the rest works."""
    return (*rulepacks.loaded(language).broken, *own_pack(tx, language).broken)
