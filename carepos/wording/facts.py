"""What is truly known of a customer and this moment, in the words of a language."""

from typing import Any

import jaconv

from carepos import complaints, customers, loyalty, promises, purchases
from carepos.database import Transaction
from carepos.text import japanese
from carepos.wording import packs, rules


def known(
    tx: Transaction, card: customers.Card, cases: list[complaints.Case], language: str, staff_name: str
) -> dict[str, str]:
    """The facts a saying in this language may name, each by its placeholder; what is not known is not there."""
    words = packs.fact_words(language)
    facts = {"customer": _called(card, words), "shop": tx.settings.shop_name, "staff": staff_name}
    facts |= _history_facts(tx, card)
    facts |= _promise_facts(tx, card.id, cases, words)
    facts |= _points_facts(tx, card.id, words)
    facts |= _hours_facts(tx, words)
    return {name: fact for name, fact in facts.items() if fact and _understood(name, fact, language)}


def _understood(name: str, fact: str, language: str) -> bool:
    """Whether words noted in Japanese can stand in a sentence of this language; what things are called can."""
    return language == "ja" or name not in ("told", "preference", "promise") or not japanese.is_japanese(fact)


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
    opening = tx.settings.next_opening(tx.today)
    return {
        "closing_time": rules.clock(words, closing) if closing and open_still else "",
        "next_open": rules.moment(words, opening, tx.today) if opening else "",
    }
