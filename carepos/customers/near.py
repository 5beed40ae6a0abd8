"""Forgiving one slip: who is one typing error away from what was typed, for below the exact hits."""

import string
from collections.abc import Sequence

import sqlalchemy as sa

from carepos.customers import rules
from carepos.customers.finding import (
    BY_PHONE,
    BY_REVERSED,
    BY_TOKEN,
    HIT,
    MOST,
    NAME_KEYS,
    Hit,
    asked,
    by_key,
    folded_ways,
    hits_of,
    in_range,
    is_reading,
    merged,
    only_digits,
    through,
    tidied,
)
from carepos.customers.queries import LIVE
from carepos.customers.tables import Customer, CustomerLookup
from carepos.database import Question, Transaction
from carepos.text import guess, japanese, phone, romaji, slips

NEAR_POSTINGS = 300
"""How many postings are looked through under each of several tokens, while the next key may come."""
MOST_RANKED = 200
"""How many of the latest near ones are compared as a whole."""
MOST_BEGUN = 40
"""How many of those whose name begins with two kana are asked whether that is all of it."""
FEWEST_BEGUN = 4
"""Fewer letters of one part, with a slip, name only who is called so altogether."""
FEWEST_DIGITS, MOST_OF_A_PART, MOST_DIGITS = 4, 9, 15
"""Three digits are near to everything; nine may be eight and one too many, or a whole number, which ends at fifteen."""

_BY_CARDS, _BY_EMAILS, _BY_PHONES = (
    sa.select(*HIT).where(LIVE, key.in_(sa.bindparam("keys", expanding=True))).limit(MOST)
    for key in (Customer.card, Customer.email_key, Customer.phone_key)
)
_NEAR_BY = Question(through(NEAR_POSTINGS, *NAME_KEYS))
_KNOWN_TOKENS = (
    sa.select(CustomerLookup.token).where(CustomerLookup.token.in_(sa.bindparam("tokens", expanding=True))).distinct()
)
_rest = (
    sa.select(Customer.id)
    .where(sa.or_(*(Customer.name_key.like(sa.bindparam(way)) for way in ("wrong", "missing"))))
    .limit(MOST)
    .subquery()
)
_BY_REST = Question(sa.select(*HIT).join(_rest, _rest.c.id == Customer.id).where(LIVE), Hit._make)
_KANA = [chr(code) for code in range(0x30A1, 0x30F5)] + ["ー"]
_ON_CARDS = string.digits + string.ascii_letters + "-"
_IN_EMAILS = string.ascii_lowercase + string.digits + ".-_+@"


def find_near(tx: Transaction, text: str, found: Sequence[Hit], most: int = 5) -> list[Hit]:
    """Customers one typing error away who are not `found`: those with the reading that was meant, then the others."""
    text = tidied(text)
    parts = text.split()
    if not parts:
        return []
    sounding = list[Hit]()
    if "@" in text:
        near = _with(tx, _BY_EMAILS, slips.one_off(japanese.fold(text), _IN_EMAILS))
    elif only_digits(text):
        near = [*_near_card(tx, text), *_near_phone(tx, phone.digits(text), most)]
    else:
        sounding = _sounding_alike(tx, parts, most)
        near = [
            *_near_card(tx, text),
            *_near_name(tx, "".join(parts), most),
            *_near_part(tx, parts),
            *_near_written(tx, parts),
        ]
        near += _but_for_the_first(tx, parts) if len({hit.id for hit in near}) < most else []
    known = {hit.id for hit in found}
    nearest = sorted(merged(near, MOST_RANKED), key=lambda hit: _farness(text, hit))
    once = {hit.id: hit for hit in (*merged(sounding, most), *nearest) if hit.id not in known}
    return list(once.values())[:most]


def _farness(text: str, hit: Hit) -> int:
    """0 if what was typed is one slip away from the whole name, 1 from one of its parts, 2 from a beginning."""
    typed = japanese.fold("".join(text.split()))
    names = [(japanese.fold(family), japanese.fold(given)) for family, given in (hit[1:3], hit[3:5])]
    if any(_is_slip_of_all(typed, whole) for a, b in names if a and b for whole in (a + b, b + a)):
        return 0
    return 1 if any(_is_slip_of_all(typed, part) for parts in names for part in parts if part) else 2


def _is_slip_of_all(typed: str, key: str) -> bool:
    """Whether a key is one slip away, not only its beginning: a mark at both ends has to be met."""
    return rules.is_one_slip(typed + "\0", key + "\0")


def _with(tx: Transaction, statement: sa.Select[*tuple[object, ...]], keys: set[str]) -> list[Hit]:
    return hits_of(tx.rows(statement, keys=sorted(keys))) if keys else []


def _sounding_alike(tx: Transaction, parts: list[str], most: int) -> list[Hit]:
    """Names an input method offers for the same reading: 大田 for 太田, 安部 for 阿部."""
    if is_reading(japanese.fold(parts[0])):
        return []
    family, given = guess.reading(parts[0], "".join(parts[1:]))
    key = japanese.fold(family + given) if family and (given or len(parts) == 1) else ""
    return by_key(tx, key, most)


def _near_name(tx: Transaction, text: str, most: int) -> list[Hit]:
    """Readings with a letter off, as far as letters make the beginnings that are kept; if nobody, with a kana off."""
    said = [way for way in folded_ways(text)[:2] if is_reading(way) and len(way) > 1]
    letters_off = romaji.slipped(text[: 2 * rules.KANA_PREFIXES])
    return _with_reading(tx, letters_off, most) or _with_reading(tx, set().union(*map(_one_kana_off, said)), most)


def _with_reading(tx: Transaction, readings: set[str], most: int) -> list[Hit]:
    """Whose name or given name begins with any of these readings; one kana says too little."""
    readings = {reading for reading in readings if len(reading) > 1}
    found = _by_beginnings(tx, readings, most)
    return found if len(found) >= most else [*found, *_by_given(tx, readings, most)]


def _by_beginnings(tx: Transaction, readings: set[str], most: int) -> list[Hit]:
    """Who is kept under any of these readings, as far as they have posting lists; two kana must be all of a name."""
    found = list[Hit]()
    for token in _known(tx, {reading[: rules.KANA_PREFIXES] for reading in readings}):
        if len(token) > 2:
            found += asked(tx, BY_TOKEN, token=token, most=most)
        else:
            begun = asked(tx, BY_TOKEN, token=token, most=MOST_BEGUN)
            found += [hit for hit in begun if token in map(japanese.fold, (hit.family_kana, hit.given_kana))]
    return found


def _one_kana_off(key: str) -> set[str]:
    """Readings with one kana wrong, missing, too many, or two swapped."""
    begun = key[: rules.KANA_PREFIXES]
    return {near for near in slips.one_off(begun, _KANA) if not near.startswith(begun)}


def _by_given(tx: Transaction, readings: set[str], most: int) -> list[Hit]:
    """Given names with one of these readings that are longer than their posting lists are."""
    longer = {reading for reading in readings if len(reading) > rules.GIVEN_KANA_PREFIXES}
    sizes, found = set(map(len, longer)), list[Hit]()
    for token in _known(tx, {reading[: rules.GIVEN_KANA_PREFIXES] for reading in longer}):
        for *hit, _name, _given, _kana, given_kana in tx.rows(_NEAR_BY, token=token):
            if any(given_kana[:size] in longer for size in sizes):
                found.append(Hit._make(hit))
        if len(found) >= most:
            break
    return found


def _known(tx: Transaction, tokens: set[str]) -> list[str]:
    """Those of these tokens under which anybody is kept."""
    return sorted(row.token for row in tx.rows(_KNOWN_TOKENS, tokens=sorted(tokens))) if tokens else []


def _near_part(tx: Transaction, parts: list[str]) -> list[Hit]:
    """Two parts in Latin letters, in either order, of which one has a letter off: hanako tanska."""
    if len(parts) != 2:
        return []
    found = []
    for right, wrong in (parts, parts[::-1]):
        near = romaji.slipped(wrong, fewest=2)
        begun = tuple(near) if len(wrong) >= FEWEST_BEGUN else ()
        ways = [way for way in folded_ways(right) if near and is_reading(way)]
        for token in _known(tx, {way[:size] for way in ways for size in (rules.GIVEN_KANA_PREFIXES, len(way))}):
            for *hit, _name, _given, kana, given_kana in tx.rows(_NEAR_BY, token=token):
                called = {given_kana, kana.removesuffix(given_kana)}
                if near & called or kana.startswith(begun) or given_kana.startswith(begun):
                    found.append(Hit._make(hit))
    return found


def _near_written(tx: Transaction, parts: list[str]) -> list[Hit]:
    """Names as they are written, kanji or letters, with one slip; 渡部 裕子 is near 渡辺 裕子, Jonson near Johnson."""
    typed = japanese.fold("".join(parts))
    said = is_reading(typed)  # only then can it be near to a reading
    if (said and len(parts) == 1) or len(typed) < (4 if typed.isascii() else 2):
        return []
    there = _known(tx, _kept_beginnings([japanese.fold(part) for part in parts]))
    return [
        Hit._make(hit)
        for token in sorted(there, key=len, reverse=True)[:8]
        for *hit, name, given, kana, given_kana in tx.rows(_NEAR_BY, token=token)
        if _is_slip_of(typed, name, given) or (said and _is_slip_of(typed, kana, given_kana))
    ]


def _is_slip_of(typed: str, whole: str, given: str) -> bool:
    """Whether a folded name, in either order, is one slip away; two signs must be so from all of a name or a part."""
    family = whole.removesuffix(given)
    if len(typed) == 2:
        return any(_is_slip_of_all(typed, key) for key in (whole, family, given) if key)
    return rules.is_one_slip(typed, whole) or rules.is_one_slip(typed, given + family)


def _kept_beginnings(parts: list[str]) -> set[str]:
    """The beginnings of names that one slip may have left as they are, or that it may have changed into others."""
    whole = "".join(parts)
    tokens = {part[:size] for part in parts for size in (2, 3, rules.NAME_PREFIXES)}
    if whole.isascii():
        near = slips.one_off(whole[: rules.NAME_PREFIXES], string.ascii_lowercase + "'-")
        return tokens | {beginning[: rules.NAME_PREFIXES] for beginning in near}
    tokens |= {near[:size] for near in slips.one_off(whole[:3], "") if near for size in (1, rules.NAME_PREFIXES)}
    return tokens | {whole[at : at + rules.GIVEN_PREFIXES] for at in (1, 2, 3)}  # where the given name may begin


def _but_for_the_first(tx: Transaction, parts: list[str]) -> list[Hit]:
    """Names whose first kanji is wrong or missing: no list begins so, the index of names is read from end to end."""
    typed = japanese.fold("".join(parts))
    if len(typed) < 2 or typed.isascii() or is_reading(typed) or not typed.isalpha():
        return []
    return asked(tx, _BY_REST, wrong=f"_{typed[1:]}%", missing=f"_{typed}%")


def _near_card(tx: Transaction, number: str) -> list[Hit]:
    """Cards with a digit or a letter off."""
    if not (any(map(str.isdigit, number)) and FEWEST_DIGITS <= len(number) <= rules.LONGEST["card"]):
        return []
    return _with(tx, _BY_CARDS, {key for way in rules.card_ways(number) for key in slips.one_off(way, _ON_CARDS)})


def _near_phone(tx: Transaction, digits: str, most: int) -> list[Hit]:
    """Phones with a digit off: whole ones, or what they end with; from five digits on also what they begin with.

    Three or four digits are looked for at the end of a number first: here come those that begin with them.
    """
    found = in_range(tx, BY_PHONE, digits, most) if len(digits) in rules.PHONE_SUFFIXES else []
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        return found
    near = sorted(slips.one_off(digits, string.digits))
    if len(digits) >= MOST_OF_A_PART:
        found += _with(tx, _BY_PHONES, set(near))
    if len(digits) > MOST_OF_A_PART:
        return found
    if len(digits) == FEWEST_DIGITS:
        near = [key for key in near if len(key) == FEWEST_DIGITS]
    ends = (key[::-1] for key in near if not (key.endswith(digits) or digits.endswith(key)))
    begun = (key for key in near if not (key.startswith(digits) or digits.startswith(key)))
    found += [hit for key in ends for hit in in_range(tx, BY_REVERSED, key, most)]
    if len(digits) > FEWEST_DIGITS:
        found += [hit for key in begun for hit in in_range(tx, BY_PHONE, key, most)]
    return found
