"""What may be said to this customer now: from true facts only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carepos.database import Transaction
from carepos.text import japanese
from carepos.wording import finding, packs, proposing, rules
from carepos.wording.proposing import Saying, Scene


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The situation chosen or proposed, and the lines for it.

    `found` are the situations the clerk's words may mean, likeliest first; `questions` find the need (P51), `cues`
    are how to go about it (P46); `askable` are the facts the clerk can still add, by their placeholders.
    """

    situation: str
    sayings: tuple[Saying, ...]
    language: str
    found: tuple[finding.Match, ...]
    questions: tuple[str, ...]
    cues: tuple[str, ...]
    askable: tuple[str, ...]


def situations(language: str) -> list[tuple[str, str]]:
    """(id, name) of every situation, in the order the counter shows them."""
    return [(one.id, one.name) for one in packs.situations(language).values()]


def suggest(
    tx: Transaction,
    customer_id: str,
    language: str,
    staff_name: str,
    situation: str = "",
    *,
    text: str = "",
    channel: str = "counter",
    asked: Mapping[str, str] = rules.NO_FACTS,
) -> Suggestion:
    """Two to four lines for a situation, for what a `text` describes, or for what the card speaks of (P09, P13, P20).

    `language` "" is the customer's own (P37); `channel` is "counter", "phone" or "written"; `asked` are facts the
    clerk typed ({"minutes": "10"}). The same all day. Raises Refused("situation.unknown"), ("choice.unknown").
    """
    moment = proposing.scene(tx, customer_id, language, staff_name, channel, asked)
    found = () if situation else tuple(finding.find_situation(text, "ja" if japanese.is_japanese(text) else "en"))
    wanted = situation or (found[0].situation if found else _proposed(tx, moment))
    chosen = proposing.situation(moment.language, wanted)
    lines = proposing.lines(tx, moment, chosen)
    sayings = proposing.varied(proposing.propose(tx, moment, chosen, lines), moment.language)
    askable = _askable(lines, moment.facts)
    return Suggestion(chosen.id, sayings, moment.language, found, chosen.ask, chosen.cues, askable)


def _askable(lines: Iterable[packs.Line], known: Mapping[str, str]) -> tuple[str, ...]:
    wanted = {name for line in lines for name in line.needs}
    return tuple(name for name in packs.ASKED if name in wanted and name not in known)


def _proposed(tx: Transaction, moment: Scene) -> str:
    card = moment.card
    since = (tx.now - card.last_visit).days if card.last_visit else None
    between = (card.last_visit - card.since).days / (card.visits - 1) if card.last_visit and card.visits > 1 else None
    return rules.propose(bool(moment.cases), card.visits, since, between)
