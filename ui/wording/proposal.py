"""What the sayings panel asks of the store in one go, and what it is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from carepos import customers, wording
from carepos.database import Transaction

PHONE = "phone"


@dataclass(frozen=True)
class Wish:
    """Whom to speak with, where, in which language, and what the clerk knows; `beside` None: for visitors only."""

    customer_id: str
    language: str
    staff_name: str
    situation: str = ""
    channel: str = "counter"
    asked: Mapping[str, str] = field(default_factory=dict)
    beside: bool | None = None


@dataclass(frozen=True)
class Proposal:
    """The sayings, those to say beside them in the other language, and how to go about it."""

    suggestion: wording.Suggestion
    sayings: tuple[wording.Saying, ...]
    cues: tuple[str, ...]
    questions: tuple[str, ...]
    beside: Mapping[str, str]
    card: customers.Card


def ask(tx: Transaction, wish: Wish) -> Proposal:
    """What may be said; on the telephone the whole script with its cues (P46)."""
    card = customers.show(tx, wish.customer_id)
    suggestion = wording.suggest(
        tx, card.id, wish.language, wish.staff_name, wish.situation, channel=wish.channel, asked=wish.asked
    )
    sayings, cues, questions = suggestion.sayings, suggestion.cues, suggestion.questions
    if wish.channel == PHONE:
        call = wording.script(tx, card.id, wish.language, wish.staff_name, suggestion.situation, asked=wish.asked)
        sayings, cues, questions = call.lines or sayings, call.cues, call.questions
    visitor = wish.language == "ja" and card.language != "ja"
    wanted = visitor if wish.beside is None else wish.beside
    beside = _beside(tx, wish, suggestion.situation, sayings) if wanted else {}
    return Proposal(suggestion, sayings, cues, questions, beside, card)


def _beside(tx: Transaction, wish: Wish, situation: str, sayings: tuple[wording.Saying, ...]) -> dict[str, str]:
    """For each saying one of the other language that makes the same first move, as far as there are any.

    One that quotes what is noted in this language would not be understood: it is left out.
    """
    other = "en" if wish.language == "ja" else "ja"
    offered = wording.suggest(
        tx, wish.customer_id, other, wish.staff_name, situation, channel=wish.channel, asked=wish.asked
    )
    waiting = [one for one in offered.sayings if not one.free or wording.language_of(one.text) == other]
    found = dict[str, str]()
    for saying in sorted(sayings, key=lambda one: one.moves[0] not in {o.moves[0] for o in waiting}):
        near = next((one for one in waiting if one.moves[0] == saying.moves[0]), next(iter(waiting), None))
        if near is not None:
            waiting.remove(near)
            found[saying.line] = near.text
    return found
