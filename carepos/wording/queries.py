"""What may be said to this customer now: from true facts only."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import jaconv
import sqlalchemy as sa

from carepos import complaints, customers, loyalty, promises, purchases
from carepos.database import Question, Transaction
from carepos.text import japanese
from carepos.wording import packs, rules
from carepos.wording.tables import Said


@dataclass(frozen=True, slots=True)
class Saying:
    """One line worth saying now; `spans` are where the facts stand, `promise` what saying it promises."""

    line: str
    text: str
    spans: tuple[tuple[int, int], ...]
    situation: str
    moves: tuple[str, ...]
    cue: str
    why: str
    reason: str
    promise: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The situation chosen or proposed, and the lines for it."""

    situation: str
    sayings: tuple[Saying, ...]


_LAST_HEARD = Question(
    sa.select(Said.line)
    .where(Said.customer_id == sa.bindparam("id"), Said.withdrawn_at.is_(None))
    .order_by(Said.at.desc(), Said.id.desc())
    .limit(1)
)


def situations(language: str) -> list[tuple[str, str]]:
    """(id, name) of every situation, in the order the counter shows them."""
    return [(one.id, one.name) for one in packs.situations(language).values()]


def suggest(tx: Transaction, customer_id: str, language: str, staff_name: str, situation: str = "") -> Suggestion:
    """Two to four lines for a situation, or for the one the card speaks of; the same all day (P09, P13, P20)."""
    card = customers.show(tx, customer_id)
    cases = complaints.open_of(tx, customer_id)
    chosen = situation or _proposed(tx, card, bool(cases))
    facts = _facts(tx, card, cases, language, staff_name)
    heard: str | None = tx.value(_LAST_HEARD, id=customer_id)
    lines = packs.situations(language)[chosen].lines
    picked = rules.choose(lines, facts.keys(), heard, f"{tx.today}{customer_id}{chosen}")
    return Suggestion(chosen, tuple(_saying(line, facts, chosen) for line in picked))


def _saying(line: packs.Line, facts: dict[str, str], situation: str) -> Saying:
    text, spans = rules.fill(line.text, facts)
    promise, _ = rules.fill(line.promise, facts)
    return Saying(line.id, text, tuple(spans), situation, line.moves, line.cue, line.why, line.reason, promise)


def _proposed(tx: Transaction, card: customers.Card, open_complaint: bool) -> str:
    since = (tx.now - card.last_visit).days if card.last_visit else None
    between = (card.last_visit - card.since).days / (card.visits - 1) if card.last_visit and card.visits > 1 else None
    return rules.propose(open_complaint, card.visits, since, between)


def _facts(
    tx: Transaction, card: customers.Card, cases: list[complaints.Case], language: str, staff_name: str
) -> dict[str, str]:
    words = packs.fact_words(language)
    facts = {"customer": _called(card, words), "shop": tx.settings.shop_name, "staff": staff_name}
    facts |= _history_facts(tx, card)
    facts |= _promise_facts(tx, card.id, cases, words)
    facts |= _points_facts(tx, card.id, words)
    facts |= _hours_facts(tx, words)
    return {name: fact for name, fact in facts.items() if fact}


def _called(card: customers.Card, words: dict[str, Any]) -> str:
    japanese_name = japanese.is_kana(card.family) or japanese.has_kanji(card.family)
    form: str = words["name"]["japanese" if japanese_name else "latin"]
    romaji = jaconv.kana2alphabet(card.family_kana).replace("ou", "o").replace("uu", "u").capitalize() or card.family
    return form.format(family=card.family, given=card.given or card.family, honorific=card.honorific, romaji=romaji)


def _history_facts(tx: Transaction, card: customers.Card) -> dict[str, str]:
    notes = customers.notes(tx, card.id)
    latest = {kind: next((n.text for n in notes if n.kind == kind), "") for kind in ("told", "preference")}
    years = (tx.now - card.since).days // 365
    return {
        "last_item": purchases.last_item(tx, card.id) or "",
        "days_since": str((tx.now - card.last_visit).days) if card.last_visit else "",
        "told": latest["told"].rstrip("。.") if len(latest["told"]) <= 24 else "",
        "preference": latest["preference"],
        "years": str(years) if years else "",
    }


def _promise_facts(
    tx: Transaction, customer_id: str, cases: list[complaints.Case], words: dict[str, Any]
) -> dict[str, str]:
    pending = [promise for promise in promises.of_customer(tx, customer_id) if promise.due_at > tx.now]
    due = pending[0].due_at.astimezone(tx.settings.zone) if pending else None
    return {
        "complaint": words["complaint"][cases[0].about] if cases else "",
        "promise": pending[0].text if pending and len(pending[0].text) <= 30 else "",
        "promise_due": rules.moment(words, due, tx.today) if due else "",
    }


def _points_facts(tx: Transaction, customer_id: str, words: dict[str, Any]) -> dict[str, str]:
    account = loyalty.account(tx, customer_id)
    expiring = next((lot for lot in account.lots if lot.expires_on), None)
    facts = {
        "balance": f"{account.balance:,}" if account.balance else "",
        "to_next": f"{account.to_next:,}",
        "reward": words["reward"]["voucher"].format(yen=f"{account.reward_yen:,}"),
    }
    if expiring and expiring.expires_on:
        facts |= {"expiry_points": f"{expiring.left:,}", "expiry_day": rules.date(words, expiring.expires_on)}
    return facts


def _hours_facts(tx: Transaction, words: dict[str, Any]) -> dict[str, str]:
    closing = tx.settings.closing(tx.today)
    open_still = closing is not None and closing > tx.now
    days = (tx.today + dt.timedelta(days=ahead) for ahead in range(1, 8))
    opening = next((opens for day in days if (opens := tx.settings.opening(day))), None)
    return {
        "closing_time": rules.clock(words, closing) if closing and open_still else "",
        "next_open": rules.moment(words, opening, tx.today) if opening else "",
    }


@dataclass(frozen=True, slots=True)
class SaidEntry:
    """Something that was said to a customer, for the time line."""

    at: dt.datetime
    id: str
    situation: str
    text: str
    staff_id: str | None


_HISTORY = Question(
    sa.select(*(getattr(Said, field) for field in SaidEntry.__slots__))
    .where(Said.customer_id == sa.bindparam("id"), Said.at < sa.bindparam("before"), Said.withdrawn_at.is_(None))
    .order_by(Said.at.desc(), Said.id.desc())
    .limit(sa.bindparam("most"))
)


def history(tx: Transaction, customer_id: str, before: dt.datetime, most: int) -> list[SaidEntry]:
    """What was said to a customer before a moment, latest first."""
    return [SaidEntry(*row) for row in tx.rows(_HISTORY, id=customer_id, before=before, most=most)]
