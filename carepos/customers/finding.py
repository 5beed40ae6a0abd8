"""Naming a customer in a keystroke: by name, kana, romaji, digits or card, forgiving one slip; and who is alike."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any, NamedTuple, cast

import sqlalchemy as sa

from carepos.customers import rules
from carepos.customers.queries import HOLDER, LIVE
from carepos.customers.tables import Customer, CustomerLookup
from carepos.database import Question, Row, Transaction
from carepos.text import japanese, phone, romaji, slips

MOST = 20
_LATIN_LETTER = re.compile("[A-Za-zÀ-ɏＡ-Ｚａ-ｚ]")
MOST_POSTINGS = 2000
"""How many postings a search by two parts looks through before it is content with what it found."""
NEAR_POSTINGS = 300
"""The same for a slip, which is looked for under several tokens while the next key may come."""


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


_HIT = [getattr(Customer, field) for field in Hit._fields]
_bind = sa.bindparam

_LATEST = Question(
    sa.select(*_HIT).where(LIVE, Customer.last_visit.is_not(None)).order_by(Customer.last_visit.desc()).limit(MOST),
    Hit._make,
)
_NEWEST = Question(sa.select(*_HIT).where(LIVE).order_by(Customer.id.desc()).limit(MOST), Hit._make)
_BY_TOKEN = Question(
    sa.select(*_HIT)
    .join(CustomerLookup, CustomerLookup.customer_id == Customer.id)
    .where(CustomerLookup.token == _bind("token"))
    .order_by(CustomerLookup.neg_visit, CustomerLookup.customer_id)
    .limit(_bind("most")),
    Hit._make,
)
_BY_PHONES = sa.select(*_HIT).where(LIVE, Customer.phone_key.in_(_bind("keys", expanding=True))).limit(MOST)
_BY_EMAILS = sa.select(*_HIT).where(LIVE, Customer.email_key.in_(_bind("keys", expanding=True))).limit(MOST)
_BY_CARD = Question(sa.select(*_HIT).where(LIVE, Customer.id == HOLDER.scalar_subquery()), Hit._make)


def _range(key: Any) -> Question:
    """The customers whose key begins with a text, latest visit first."""
    return Question(
        sa.select(*_HIT)
        .where(LIVE, key >= _bind("low"), key < _bind("high"))
        .order_by(Customer.last_visit.desc())
        .limit(_bind("most")),
        Hit._make,
    )


_BY_NAME, _BY_KANA, _BY_PHONE, _BY_REVERSED, _BY_EMAIL = (
    _range(key)
    for key in (
        Customer.name_key,
        Customer.kana_key,
        Customer.phone_key,
        Customer.phone_reversed,
        Customer.email_key,
    )
)


def _through(most: int, *keys: Any) -> sa.Select[*tuple[Any, ...]]:
    """The latest customers with a token, so many, and with the keys their names are compared in."""
    postings = (
        sa.select(CustomerLookup.customer_id)
        .where(CustomerLookup.token == _bind("token"))
        .order_by(CustomerLookup.neg_visit)
        .limit(most)
        .subquery()
    )
    return (
        sa.select(*_HIT, *keys)
        .join(postings, postings.c.customer_id == Customer.id)
        .order_by(Customer.last_visit.desc())
    )


_GIVEN = (Customer.given_key, Customer.given_kana_key)
_BY_TWO, _NEAR_BY = (
    Question(_through(most, Customer.name_key, Customer.given_key, Customer.kana_key, Customer.given_kana_key))
    for most in (MOST_POSTINGS, NEAR_POSTINGS)
)
_BY_GIVEN = Question(
    _through(MOST_POSTINGS).where(sa.or_(*(sa.and_(key >= _bind("low"), key < _bind("high")) for key in _GIVEN))),
    Hit._make,
)
_KNOWN_TOKENS = (
    sa.select(CustomerLookup.token).where(CustomerLookup.token.in_(_bind("tokens", expanding=True))).distinct()
)


def find(tx: Transaction, text: str, most: int = MOST) -> list[Hit]:
    """The customers a few characters name, latest visit first; no text gives the latest customers (P31).

    Kana, also in composition, kanji with variants, romaji, phone, card, e-mail, two parts in either order.
    """
    text = (text if text.isprintable() else japanese.storable(text[:200])).strip()[:100]
    if not text:
        return latest(tx)
    digits = phone.digits(text) if any(map(str.isdigit, text)) else ""
    parts = text.split()
    if len(parts) > 1 and not digits:
        return _by_two_parts(tx, parts[0], "".join(parts[1:]), most)
    if "@" in text:
        return _in_range(tx, _BY_EMAIL, japanese.fold(text), most)
    if len(digits) >= 3 and _only_digits(text):
        return _by_digits(tx, text, digits, most)
    return _by_words(tx, text, most)


def latest(tx: Transaction) -> list[Hit]:
    """The latest customers; before anybody has visited, the newest ones."""
    return _asked(tx, _LATEST) or _asked(tx, _NEWEST)


def _asked(tx: Transaction, question: Question, **values: Any) -> list[Hit]:
    return cast(list[Hit], tx.rows(question, **values))


def _hits(rows: Iterable[Row]) -> list[Hit]:
    return list(map(Hit._make, rows))


def _only_digits(text: str) -> bool:
    return not any(character.isalpha() and character != "ー" for character in text)  # typed full width for a hyphen


def _by_words(tx: Transaction, text: str, most: int) -> list[Hit]:
    wanted = _folded_ways(text, 16)
    found = [hit for key in wanted for hit in _by_key(tx, key, most)]
    if not found and wanted:
        found = [*_with_card(tx, text), *_in_range(tx, _BY_EMAIL, wanted[0], most), *_by_given(tx, wanted)]
        return _merged(found, most)
    return found if len(wanted) == 1 else _merged(found, most)


def _with_card(tx: Transaction, number: str) -> list[Hit]:
    """Whose card that is; small and capital letters count as one where nobody has the card as it is typed."""
    ways = (_asked(tx, _BY_CARD, card=way) for way in rules.card_ways(number))
    return next(filter(None, ways), [])


def _by_given(tx: Transaction, wanted: list[str]) -> list[Hit]:
    """A given name longer than its posting lists are, among the latest that begin like it."""
    found = []
    for key in wanted[:4]:
        short = rules.GIVEN_KANA_PREFIXES if _is_reading(key) else rules.GIVEN_PREFIXES
        found += _asked(tx, _BY_GIVEN, token=key[:short], low=key, high=key + "\U0010ffff")
    return found


def _by_key(tx: Transaction, key: str, most: int) -> list[Hit]:
    if not key:
        return []
    if len(key) <= (rules.KANA_PREFIXES if _is_reading(key) else rules.NAME_PREFIXES):
        return _asked(tx, _BY_TOKEN, token=key, most=most)
    return _in_range(tx, _BY_KANA if _is_reading(key) else _BY_NAME, key, most)


def _in_range(tx: Transaction, statement: Question, key: str, most: int) -> list[Hit]:
    return _asked(tx, statement, low=key, high=key + "\U0010ffff", most=most) if key else []


def _merged(hits: Iterable[Hit], most: int) -> list[Hit]:
    """Hits of several questions as one list: each customer once, latest visit first."""
    once = {hit.id: hit for hit in hits}
    return sorted(once.values(), key=lambda hit: rules.neg_visit(hit.last_visit))[:most]


def _by_digits(tx: Transaction, text: str, digits: str, most: int) -> list[Hit]:
    """Three or four digits are the last ones of a phone; more are its beginning, its end, or a card."""
    found = _with_card(tx, text)
    if len(digits) in rules.PHONE_SUFFIXES:
        return _merged([*found, *_asked(tx, _BY_TOKEN, token="~" + digits[::-1], most=most)], most)
    if len(digits) in rules.PHONE_PREFIXES:
        found += _asked(tx, _BY_TOKEN, token=digits, most=most)
    else:
        found += _in_range(tx, _BY_PHONE, digits, most)
    if len(digits) <= 8:
        found += _in_range(tx, _BY_REVERSED, digits[::-1], most)
    return _merged(found, most)


def _by_two_parts(tx: Transaction, first: str, second: str, most: int) -> list[Hit]:
    """田中 花子, はなこ たなか, tanaka hana: both parts must begin the name or the given name, in either order."""
    firsts, seconds = (_folded_ways(part) for part in (first, second))
    exact = [hit for a in firsts for b in seconds for key in (a + b, b + a) for hit in _by_key(tx, key, most)]
    if len(exact) >= most:
        return _merged(exact, most)
    return _merged([*exact, *_through_postings(tx, firsts, seconds)], most)


def _folded_ways(part: str, most: int = 4) -> list[str]:
    """The form a part is compared in, then what its Latin letters may stand for."""
    said = romaji.readings(part)[:most] if _LATIN_LETTER.search(part) else ()
    return [key for key in dict.fromkeys((japanese.fold(part), *said)) if key]


def _is_reading(key: str) -> bool:
    """Whether a folded key is a reading: these begin with katakana and nothing else does."""
    return "ァ" <= key[:1] <= "ー"


def _through_postings(tx: Transaction, firsts: list[str], seconds: list[str]) -> list[Hit]:
    longer, other = sorted((firsts, seconds), key=lambda ways: -max(map(len, ways), default=0))
    return _begun_by(tx, longer, other) or _begun_by(tx, other, longer)


def _begun_by(tx: Transaction, ways: list[str], other: list[str]) -> list[Hit]:
    """Those found by one part, as far as the other part begins a name of theirs too."""
    found = []
    for way in ways:
        token = way[: rules.KANA_PREFIXES if _is_reading(way) else rules.NAME_PREFIXES]
        for row in tx.rows(_BY_TWO, token=token):
            *hit, name, given, kana, given_kana = row
            if any(key.startswith(b) for b in other for key in (name, given, kana, given_kana)):
                found.append(Hit._make(hit))
    return found


def find_near(tx: Transaction, text: str, found: Sequence[Hit], most: int = 5) -> list[Hit]:
    """Customers one typing error away, for below the exact hits when those are fewer than five."""
    text = text.strip()[:100]
    digits = phone.digits(text)
    if _only_digits(text):
        near = _near_phone(tx, digits) if len(digits) in (10, 11) else []
    elif "@" in text:
        near = _hits(tx.rows(_BY_EMAILS, keys=sorted(slips.one_off(japanese.fold(text), _IN_EMAILS))))
    else:
        near = [*_near_name(tx, "".join(text.split()), most), *_near_written(tx, text.split())]
    known = {hit.id for hit in found}
    return _merged((hit for hit in near if hit.id not in known), most)


def _near_name(tx: Transaction, text: str, most: int) -> list[Hit]:
    """Readings with a letter off, as far as letters make the beginnings that are kept; if nobody, with a kana off."""
    letters_off = romaji.slipped(text[: 2 * rules.KANA_PREFIXES])
    said = filter(_is_reading, _folded_ways(text)[:2])
    return _by_beginnings(tx, letters_off, most) or _by_beginnings(
        tx, {near for way in said for near in _one_kana_off(way)}, most
    )


def _by_beginnings(tx: Transaction, readings: Iterable[str], most: int) -> list[Hit]:
    """Who is kept under any of these readings, as far as they have posting lists; two kana say too little."""
    tokens = {reading[: rules.KANA_PREFIXES] for reading in readings if len(reading) > 2}
    if not tokens:
        return []
    there = sorted(row.token for row in tx.rows(_KNOWN_TOKENS, tokens=sorted(tokens)))
    return [hit for token in there[:40] for hit in _asked(tx, _BY_TOKEN, token=token, most=most)]


def _near_written(tx: Transaction, parts: list[str]) -> list[Hit]:
    """Names as they are written, kanji or letters, with one slip; 渡部 裕子 is near 渡辺 裕子, Jonson near Johnson."""
    typed = japanese.fold("".join(parts))
    known = len(parts) == 1 and _is_reading(typed)  # what one reading may stand for was looked up already
    if known or len(typed) < (4 if typed.isascii() else 3):
        return []
    tokens = _kept_beginnings([japanese.fold(part) for part in parts])
    there = {row.token for row in tx.rows(_KNOWN_TOKENS, tokens=sorted(tokens))}
    rows = (row for token in sorted(there, key=len, reverse=True)[:8] for row in tx.rows(_NEAR_BY, token=token))
    said = _is_reading(typed)  # only then can it be near to a reading
    return [
        Hit._make(hit)
        for *hit, name, given, kana, given_kana in rows
        if _is_slip_of(typed, name, given) or (said and _is_slip_of(typed, kana, given_kana))
    ]


def _is_slip_of(typed: str, whole: str, given: str) -> bool:
    """Whether a folded name, as it is kept or with the given name first, is one slip away."""
    return rules.is_one_slip(typed, whole) or rules.is_one_slip(typed, given + whole.removesuffix(given))


def _kept_beginnings(parts: list[str]) -> set[str]:
    """The beginnings of names that one slip may have left as they are, or that it may have changed into others."""
    whole = "".join(parts)
    tokens = {part[:size] for part in parts for size in (2, 3, rules.NAME_PREFIXES)}
    if whole.isascii():
        near = slips.one_off(whole[: rules.NAME_PREFIXES], ascii_lowercase + "'-")
        return tokens | {beginning[: rules.NAME_PREFIXES] for beginning in near}
    return tokens | {whole[at : at + rules.GIVEN_PREFIXES] for at in (1, 2, 3)}  # where the given name may begin


def _near_phone(tx: Transaction, digits: str) -> list[Hit]:
    """A whole number with one digit wrong, or two neighbours swapped."""
    wrong = {digits[:at] + digit + digits[at + 1 :] for at in range(len(digits)) for digit in "0123456789"}
    return _hits(tx.rows(_BY_PHONES, keys=sorted((wrong | slips.swapped(digits)) - {digits})))


_KANA = [chr(code) for code in range(0x30A1, 0x30F5)] + ["ー"]
_IN_EMAILS = ascii_lowercase + "0123456789.-_+@"


def _one_kana_off(key: str) -> set[str]:
    """Readings with one kana wrong, missing, too many, or two swapped; only for readings of three kana or more."""
    begun = key[: rules.KANA_PREFIXES]
    if len(key) < 3 or not _is_reading(key):
        return set()
    return {near for near in slips.one_off(begun, _KANA) if not near.startswith(begun)}


@dataclass(frozen=True, slots=True)
class Alike:
    """A customer who may be the same person as the one being registered, and by what ("phone", "card", "birthday")."""

    hit: Hit
    by: str


_SAME_PHONE = (
    sa.select(*_HIT).where(LIVE, Customer.phone == _bind("phone"), Customer.phone_key == _bind("key")).limit(5)
)
_SAME_BIRTHDAY = sa.select(*_HIT, Customer.birthday).where(LIVE, Customer.kana_key == _bind("kana")).limit(200)


def alike(tx: Transaction, details: rules.Details) -> list[Alike]:
    """Who may already be here under the same phone, card, or reading and birthday; takes details as typed."""
    tidied = rules.tidy(details)
    keys = rules.keys(tidied)
    found = [Alike(hit, "card") for hit in _with_card(tx, tidied.card)] if tidied.card else []
    if tidied.phone:
        found += [Alike(hit, "phone") for hit in _hits(tx.rows(_SAME_PHONE, phone=tidied.phone, key=keys.phone_key))]
    if tidied.birthday and keys.kana_key:
        same = tx.rows(_SAME_BIRTHDAY, kana=keys.kana_key)
        found += [
            Alike(Hit._make(row[:-1]), "birthday") for row in same if (row[-1] or "")[-5:] == tidied.birthday[-5:]
        ]
    return list({one.hit.id: one for one in reversed(found)}.values())[::-1]
