"""Whole letters and telephone scripts, proposed from true facts and never sent by the program (P11)."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carepos.database import Transaction
from carepos.wording import packs, proposing, rules
from carepos.wording.proposing import Saying, Scene

THANKS, PHONE = "thank_note", "phone"


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter in its parts, any of which may be "" (P47); `lines` are the sayings its body is made of."""

    subject: str
    greeting: str
    season: str
    body: str
    closing: str
    signature: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole letter below its subject."""
        parts = (self.greeting, "\n".join(filter(None, (self.season, self.body))), self.closing, self.signature)
        return "\n\n".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Script:
    """What to say on the telephone in its order, and how to go about it (P46)."""

    lines: tuple[Saying, ...]
    cues: tuple[str, ...]
    questions: tuple[str, ...]


def thank_you(
    tx: Transaction,
    customer_id: str,
    language: str,
    staff_name: str,
    *,
    asked: Mapping[str, str] = rules.NO_FACTS,
) -> Draft:
    """A thank-you note that asks for nothing (P14); `language` "" is the customer's own."""
    moment = proposing.scene(tx, customer_id, language, staff_name, "written", asked)
    return _draft(tx, moment, proposing.situation(moment.language, THANKS), season="")


def letter(
    tx: Transaction,
    customer_id: str,
    language: str,
    staff_name: str,
    situation: str,
    *,
    asked: Mapping[str, str] = rules.NO_FACTS,
) -> Draft:
    """A letter or mail for a situation: subject, greeting by season, body, signature (P47).

    Its body is "" where nothing can be proposed in writing. Raises Refused("situation.unknown").
    """
    moment = proposing.scene(tx, customer_id, language, staff_name, "written", asked)
    chosen = proposing.situation(moment.language, situation)
    return _draft(tx, moment, chosen, _season(tx, moment, situation))


def script(
    tx: Transaction,
    customer_id: str,
    language: str,
    staff_name: str,
    situation: str = PHONE,
    *,
    asked: Mapping[str, str] = rules.NO_FACTS,
) -> Script:
    """How a call may go, a line for each move, and the cues for it (P46). Raises Refused("situation.unknown")."""
    moment = proposing.scene(tx, customer_id, language, staff_name, "phone", asked)
    chosen = proposing.situation(moment.language, situation)
    cues = chosen.cues or proposing.situation(moment.language, PHONE).cues
    return Script(_told(tx, moment, chosen), cues, chosen.ask)


def _draft(tx: Transaction, moment: Scene, chosen: packs.Situation, season: str) -> Draft:
    words = packs.fact_words(moment.language)
    forms, subjects = words["letter"], words["subject"]
    told = _told(tx, moment, chosen)
    return Draft(
        subject=subjects.get(chosen.id, subjects["other"]),
        greeting=forms["opening"].format_map(moment.facts),
        season=season,
        body="\n".join(saying.text for saying in told),
        closing=forms["closing"],
        signature=words["signature"]["form"].format(shop=tx.settings.shop_name, staff=moment.facts.get("staff", "")),
        lines=tuple(saying.line for saying in told),
    )


def _season(tx: Transaction, moment: Scene, situation: str) -> str:
    """One of the month's openings, the same for a customer all month; "" where no tact speaks of the weather."""
    words = packs.fact_words(moment.language)
    if situation in words["letter"]["without_greeting"]:
        return ""
    openings: list[str] = words["greeting"][str(tx.today.month)]
    return random.Random(f"{tx.today:%Y%m}{moment.card.id}").choice(openings)


def _told(tx: Transaction, moment: Scene, chosen: packs.Situation) -> tuple[Saying, ...]:
    """The sayings of this channel alone, the best for each move of the situation, no move made twice (P13)."""
    lines = (line for line in proposing.lines(tx, moment, chosen) if line.channel == moment.channel)
    ready = proposing.propose(tx, moment, chosen, lines)
    sound = [one for one in ready if not one.free or proposing.passes(one.text, moment.language)]
    return tuple(_by_moves(sound, chosen.moves))


def _by_moves(sayings: list[Saying], moves: Iterable[str]) -> list[Saying]:
    told: list[Saying] = []
    made: set[str] = set()
    for move in moves:
        fresh = (one for one in sayings if one.moves[0] == move and not made & set(one.moves))
        if saying := next(fresh, None):
            told.append(saying)
            made |= set(saying.moves)
    return told or sayings[:1]
