"""The lines that may be said to one customer in one situation, filled with true facts, the best first."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carepos import complaints, customers
from carepos.database import Transaction
from carepos.errors import Refused
from carepos.wording import checking, facts, memory, order, own, packs, rules


@dataclass(frozen=True, slots=True)
class Saying:
    """One line worth saying now; `spans` are where the facts stand, `promise` what saying it promises.

    It was chosen `chosen` of the `offered` times it was looked at lately, and last said `rested_days` ago
    (None: not among the latest forty). A line of the shop's own has no `why` and `reason`. With `free` words of
    somebody's own stand in it, which no test of the packs has seen.
    """

    line: str
    text: str
    spans: tuple[tuple[int, int], ...]
    situation: str
    moves: tuple[str, ...]
    cue: str
    why: str
    reason: str
    promise: str
    chosen: int
    offered: int
    rested_days: int | None
    free: bool = False


@dataclass(frozen=True)
class Scene:
    """Who speaks with whom, where, and what is known: all that a line needs to be chosen and filled."""

    card: customers.Card
    cases: list[complaints.Case]
    language: str
    channel: str
    facts: Mapping[str, str]
    typed: frozenset[str]


def scene(
    tx: Transaction, customer_id: str, language: str, staff_name: str, channel: str, asked: Mapping[str, str]
) -> Scene:
    """The scene with a customer; `language` "" is the customer's own (P37), `asked` are facts the clerk typed."""
    if channel not in packs.CHANNELS:
        raise Refused("choice.unknown", field="channel")
    card = customers.show(tx, customer_id)
    cases = complaints.open_of(tx, customer_id)
    language = language or spoken_with(card)
    typed = rules.priced(packs.fact_words(language), rules.asked_facts(asked))
    known = facts.known(tx, card, cases, language, staff_name) | typed
    return Scene(card, cases, language, channel, known, frozenset(typed))


def spoken_with(card: customers.Card) -> str:
    """The language of the sayings for a customer: their own where there is a pack for it, else English (P37)."""
    return card.language if card.language in packs.LANGUAGES else "en"


def situation(language: str, wanted: str) -> packs.Situation:
    """The situation with this id; raises Refused("situation.unknown")."""
    found = packs.situations(language).get(wanted)
    if found is None:
        raise Refused("situation.unknown", field="situation")
    return found


def lines(tx: Transaction, moment: Scene, chosen: packs.Situation) -> list[packs.Line]:
    """The pack's lines of a situation and the shop's own."""
    return [*chosen.lines, *own.lines_of(tx, moment.language, chosen.id)]


def propose(tx: Transaction, moment: Scene, chosen: packs.Situation, among: Iterable[packs.Line]) -> list[Saying]:
    """The fitting lines among these, filled; those with a fact the clerk typed first, then by their worth (P13)."""
    past = memory.recall(tx, moment.card.id, chosen.id)
    ready = rules.fitting(among, moment.facts.keys(), moment.channel, moment.card.register)
    ready = [line for line in ready if line.id not in past.barred]
    seed = f"{tx.today}{moment.card.id}{chosen.id}"
    best = order.ordered(ready, past.counts, [line for line, _ in past.latest], seed)
    best.sort(key=lambda line: -len(line.needs & moment.typed))
    return [_filled(tx, line, moment, chosen.id, past) for line in best]


def _filled(tx: Transaction, line: packs.Line, moment: Scene, situation: str, past: memory.Memory) -> Saying:
    text, spans = rules.fill(line.text, moment.facts)
    promise, _ = rules.fill(line.promise, moment.facts)
    count = past.counts.get(line.id, order.Count())
    chosen, offered = round(count.picked), round(count.picked + count.passed)
    told = (line.moves, line.cue, line.why, line.reason, promise)
    rested, free = past.rested_days(line.id, tx.now), not line.why or bool(line.needs & packs.FREE)
    return Saying(line.id, text, tuple(spans), situation, *told, chosen, offered, rested, free)


def varied(sayings: list[Saying], language: str) -> tuple[Saying, ...]:
    """Two to four sayings with different first moves, each of which passes the check as it will be said."""
    chosen = order.varied(sayings)
    failing = [saying for saying in chosen if saying.free and not passes(saying.text, language)]
    if not failing:
        return tuple(chosen)
    return varied([saying for saying in sayings if saying not in failing], language)


@functools.lru_cache(maxsize=512)
def passes(text: str, language: str) -> bool:
    """Whether a filled line may stand before a clerk: nothing in it that the check would warn of."""
    return not any(finding.level == "warn" for finding in checking.check(text, language))
