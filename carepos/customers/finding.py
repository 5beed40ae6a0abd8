"""Naming a customer in a keystroke: by name, kana, romaji, digits or card, forgiving one slip; and who is alike."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import sqlalchemy as sa

from carepos.customers import rules
from carepos.customers.queries import HOLDER, LIVE
from carepos.customers.tables import Customer, CustomerLookup
from carepos.database import Question, Row, Transaction
from carepos.text import japanese, phone, romaji

MOST = 20
_LATIN_LETTER = re.compile("[A-Za-zÀ-ɏＡ-Ｚａ-ｚ]")
MOST_POSTINGS = 2000
"""How many postings a search by two parts looks through before it is content with what it found."""


class Hit(NamedTuple):
    """One line of the look-up list (a NamedTuple: twenty are made for each keystroke)."""

    id: str
    family: str
    given: str
    family_kana: str
    given_kana: str
    phone: str | None
    email: str | None
    card: str | None
    tier: str
    last_visit: dt.datetime | None
    next_due: dt.datetime | None


HIT = [getattr(Customer, field) for field in Hit._fields]
_bind = sa.bindparam

_LATEST = Question(
    sa.select(*HIT).where(LIVE, Customer.last_visit.is_not(None)).order_by(Customer.last_visit.desc()).limit(MOST),
    Hit._make,
)
_NEWEST = Question(sa.select(*HIT).where(LIVE).order_by(Customer.id.desc()).limit(MOST), Hit._make)
BY_TOKEN = Question(
    sa.select(*HIT)
    .join(CustomerLookup, CustomerLookup.customer_id == Customer.id)
    .where(CustomerLookup.token == _bind("token"))
    .order_by(CustomerLookup.neg_visit, CustomerLookup.customer_id)
    .limit(_bind("most")),
    Hit._make,
)
_BY_CARD = Question(sa.select(*HIT).where(LIVE, Customer.id == HOLDER.scalar_subquery()), Hit._make)


def _range(key: Any) -> Question:
    """The customers whose key begins with a text, latest visit first."""
    return Question(
        sa.select(*HIT)
        .where(LIVE, key >= _bind("low"), key < _bind("high"))
        .order_by(Customer.last_visit.desc())
        .limit(_bind("most")),
        Hit._make,
    )


_BY_NAME, _BY_KANA, BY_PHONE, BY_REVERSED, _BY_EMAIL = (
    _range(key)
    for key in (
        Customer.name_key,
        Customer.kana_key,
        Customer.phone_key,
        Customer.phone_reversed,
        Customer.email_key,
    )
)


def through(most: int, *keys: Any) -> sa.Select[*tuple[Any, ...]]:
    """The latest customers with a token, so many, and with the keys their names are compared in."""
    postings = (
        sa.select(CustomerLookup.customer_id)
        .where(CustomerLookup.token == _bind("token"))
        .order_by(CustomerLookup.neg_visit)
        .limit(most)
        .subquery()
    )
    return (
        sa.select(*HIT, *keys)
        .join(postings, postings.c.customer_id == Customer.id)
        .order_by(Customer.last_visit.desc())
    )


NAME_KEYS = (Customer.name_key, Customer.given_key, Customer.kana_key, Customer.given_kana_key)
_GIVEN = (Customer.given_key, Customer.given_kana_key)
_BY_TWO = Question(through(MOST_POSTINGS, *NAME_KEYS))
_BY_GIVEN = Question(
    through(MOST_POSTINGS).where(sa.or_(*(sa.and_(key >= _bind("low"), key < _bind("high")) for key in _GIVEN))),
    Hit._make,
)


def find(tx: Transaction, text: str, most: int = MOST) -> list[Hit]:
    """The customers a few characters name, latest visit first; no text gives the latest customers (P31).

    Kana, also in composition, kanji with variants, romaji, phone, card, e-mail, two parts in either order.
    """
    text = tidied(text)
    if not text:
        return latest(tx)
    digits = phone.digits(text) if any(map(str.isdigit, text)) else ""
    parts = text.split()
    if len(parts) > 1 and not digits:
        return _by_two_parts(tx, parts[0], "".join(parts[1:]), most)
    if "@" in text:
        return in_range(tx, _BY_EMAIL, japanese.fold(text), most)
    if len(digits) >= 3 and only_digits(text):
        return _by_digits(tx, text, digits, most)
    return _by_words(tx, text, most)


def tidied(text: str) -> str:
    """As much of what was typed as anybody is looked for by."""
    return (text if text.isprintable() else japanese.storable(text[:200])).strip()[:100]


def latest(tx: Transaction) -> list[Hit]:
    """The latest customers; before anybody has visited, the newest ones."""
    return asked(tx, _LATEST) or asked(tx, _NEWEST)


def asked(tx: Transaction, question: Question, **values: Any) -> list[Hit]:
    return cast(list[Hit], tx.rows(question, **values))


def hits_of(rows: Iterable[Row]) -> list[Hit]:
    return list(map(Hit._make, rows))


def only_digits(text: str) -> bool:
    return not any(character.isalpha() and character != "ー" for character in text)  # typed full width for a hyphen


def _by_words(tx: Transaction, text: str, most: int) -> list[Hit]:
    wanted = folded_ways(text, 16)
    found = [hit for key in wanted for hit in by_key(tx, key, most)]
    if not found and wanted:
        found = [*_with_card(tx, text), *in_range(tx, _BY_EMAIL, wanted[0], most), *_by_given(tx, wanted)]
        return merged(found, most)
    return found if len(wanted) == 1 else merged(found, most)


def _with_card(tx: Transaction, number: str) -> list[Hit]:
    """Whose card that is; small and capital letters count as one where nobody has the card as it is typed."""
    ways = (asked(tx, _BY_CARD, card=way) for way in rules.card_ways(number))
    return next(filter(None, ways), [])


def _by_given(tx: Transaction, wanted: list[str]) -> list[Hit]:
    """A given name longer than its posting lists are, among the latest that begin like it."""
    found = []
    for key in wanted[:4]:
        short = rules.GIVEN_KANA_PREFIXES if is_reading(key) else rules.GIVEN_PREFIXES
        found += asked(tx, _BY_GIVEN, token=key[:short], low=key, high=key + "\U0010ffff")
    return found


def by_key(tx: Transaction, key: str, most: int) -> list[Hit]:
    if not key:
        return []
    if len(key) <= (rules.KANA_PREFIXES if is_reading(key) else rules.NAME_PREFIXES):
        return asked(tx, BY_TOKEN, token=key, most=most)
    return in_range(tx, _BY_KANA if is_reading(key) else _BY_NAME, key, most)


def in_range(tx: Transaction, statement: Question, key: str, most: int) -> list[Hit]:
    return asked(tx, statement, low=key, high=key + "\U0010ffff", most=most) if key else []


def merged(hits: Iterable[Hit], most: int) -> list[Hit]:
    """Hits of several questions as one list: each customer once, latest visit first."""
    once = {hit.id: hit for hit in hits}
    return sorted(once.values(), key=lambda hit: rules.neg_visit(hit.last_visit))[:most]


def _by_digits(tx: Transaction, text: str, digits: str, most: int) -> list[Hit]:
    """Three or four digits end a phone, or begin it if nobody's ends so; more do either, or are a card."""
    found = _with_card(tx, text)
    if len(digits) in rules.PHONE_SUFFIXES:
        found += asked(tx, BY_TOKEN, token="~" + digits[::-1], most=most)
        return merged(found or in_range(tx, BY_PHONE, digits, most), most)
    if len(digits) in rules.PHONE_PREFIXES:
        found += asked(tx, BY_TOKEN, token=digits, most=most)
    else:
        found += in_range(tx, BY_PHONE, digits, most)
    if len(digits) <= 8:
        found += in_range(tx, BY_REVERSED, digits[::-1], most)
    return merged(found, most)


def _by_two_parts(tx: Transaction, first: str, second: str, most: int) -> list[Hit]:
    """田中 花子, はなこ たなか, tanaka hana: both parts must begin the name or the given name, in either order."""
    firsts, seconds = (folded_ways(part) for part in (first, second))
    exact = [hit for a in firsts for b in seconds for key in (a + b, b + a) for hit in by_key(tx, key, most)]
    if len(exact) >= most:
        return merged(exact, most)
    return merged([*exact, *_through_postings(tx, firsts, seconds)], most)


def folded_ways(part: str, most: int = 4) -> list[str]:
    """The form a part is compared in, then what its Latin letters may stand for."""
    said = romaji.readings(part)[:most] if _LATIN_LETTER.search(part) else ()
    return [key for key in dict.fromkeys((japanese.fold(part), *said)) if key]


def is_reading(key: str) -> bool:
    """Whether a folded key is a reading: these begin with katakana and nothing else does."""
    return "ァ" <= key[:1] <= "ー"


def _through_postings(tx: Transaction, firsts: list[str], seconds: list[str]) -> list[Hit]:
    longer, other = sorted((firsts, seconds), key=lambda ways: -max(map(len, ways), default=0))
    return _begun_by(tx, longer, other) or _begun_by(tx, other, longer)


def _begun_by(tx: Transaction, ways: list[str], other: list[str]) -> list[Hit]:
    """Those found by one part, as far as the other part begins a name of theirs too."""
    found = []
    for way in ways:
        token = way[: rules.KANA_PREFIXES if is_reading(way) else rules.NAME_PREFIXES]
        for row in tx.rows(_BY_TWO, token=token):
            *hit, name, given, kana, given_kana = row
            if any(key.startswith(b) for b in other for key in (name, given, kana, given_kana)):
                found.append(Hit._make(hit))
    return found


@dataclass(frozen=True, slots=True)
class Alike:
    """A customer who may be the same person as the one being registered, and by what ("phone", "card", "birthday")."""

    hit: Hit
    by: str


_SAME_PHONE = (
    sa.select(*HIT).where(LIVE, Customer.phone == _bind("phone"), Customer.phone_key == _bind("key")).limit(5)
)
_SAME_BIRTHDAY = sa.select(*HIT, Customer.birthday).where(LIVE, Customer.kana_key == _bind("kana")).limit(200)


def alike(tx: Transaction, details: rules.Details) -> list[Alike]:
    """Who may already be here under the same phone, card, or reading and birthday; takes details as typed."""
    tidied = rules.tidy(details)
    keys = rules.keys(tidied)
    found = [Alike(hit, "card") for hit in _with_card(tx, tidied.card)] if tidied.card else []
    if tidied.phone:
        found += [Alike(hit, "phone") for hit in hits_of(tx.rows(_SAME_PHONE, phone=tidied.phone, key=keys.phone_key))]
    if tidied.birthday and keys.kana_key:
        same = tx.rows(_SAME_BIRTHDAY, kana=keys.kana_key)
        found += [
            Alike(Hit._make(row[:-1]), "birthday") for row in same if (row[-1] or "")[-5:] == tidied.birthday[-5:]
        ]
    return list({one.hit.id: one for one in reversed(found)}.values())[::-1]
