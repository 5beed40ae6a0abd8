"""What a customer's details must be, and the tokens they are found by; pure functions."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from carepos.errors import Refused
from carepos.text import dates, japanese, phone

CHANNELS = ("phone", "email", "post", "none")
LANGUAGES = ("ja", "en", "other")
REGISTERS = ("formal", "friendly")
HONORIFICS = ("様", "さん", "くん", "ちゃん", "先生", "")
NOTE_KINDS = ("preference", "allergy", "told")
SOURCES = ("stated", "observed")
LONGEST = {"name": 60, "email": 254, "card": 40, "note": 500}

KANA_PREFIXES, GIVEN_KANA_PREFIXES, NAME_PREFIXES, GIVEN_PREFIXES = 8, 3, 4, 2
"""How long the prefixes are that have a posting list of their own; longer texts are few and found by a range."""

CARD_NUMBERS = 9 * 10**10
"""How many card numbers of our own there are: 11 digits, the first no zero, and a check digit."""

PHONE_PREFIXES = (5, 6)
PHONE_SUFFIXES = (3, 4)


@dataclass(frozen=True, slots=True)
class Details:
    """What a form or a file says of a customer; `tidy` gives the form that is stored."""

    family: str = ""
    given: str = ""
    family_kana: str = ""
    given_kana: str = ""
    honorific: str = "様"
    phone: str = ""
    email: str = ""
    card: str = ""
    birthday: str = ""
    language: str = "ja"
    channel: str = "phone"
    register: str = "formal"


@dataclass(frozen=True, slots=True)
class Keys:
    """The folded forms a customer is compared by."""

    name_key: str
    given_key: str
    kana_key: str
    given_kana_key: str
    phone_key: str
    phone_reversed: str
    email_key: str


def tidy(details: Details) -> Details:
    """The details as they are stored; raises Refused with the field in its facts."""
    names = (_short(getattr(details, field), "name", field) for field in ("family", "given"))
    kana = (japanese.kana(_short(getattr(details, field), "name", field)) for field in ("family_kana", "given_kana"))
    family, given = names
    family_kana, given_kana = kana
    if not (family or given or family_kana or given_kana):
        raise Refused("customer.name_missing", field="family")
    return Details(
        family=family or family_kana,
        given=given or ("" if family else given_kana),
        family_kana=family_kana,
        given_kana=given_kana,
        honorific=_one_of(details.honorific, HONORIFICS, "honorific"),
        phone=_phone(details.phone),
        email=_email(details.email),
        card=_short(japanese.narrow(details.card), "card", "card"),
        birthday=_birthday(details.birthday),
        language=_one_of(details.language, LANGUAGES, "language"),
        channel=_one_of(details.channel, CHANNELS, "channel"),
        register=_one_of(details.register, REGISTERS, "register"),
    )


def _short(text: str, limit: str, field: str) -> str:
    """Trims, and drops control characters; a name of a megabyte is no name."""
    if len(text) > LONGEST[limit] * 4:
        raise Refused("text.too_long", field=field, most=LONGEST[limit])
    tidied = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(tidied) > LONGEST[limit]:
        raise Refused("text.too_long", field=field, most=LONGEST[limit])
    return tidied


def _one_of(value: str, allowed: tuple[str, ...], field: str) -> str:
    if value not in allowed:
        raise Refused("choice.unknown", field=field)
    return value


def _phone(text: str) -> str:
    try:
        return phone.parse(text) if text.strip() else ""
    except ValueError:
        raise Refused("phone.invalid", field="phone") from None


def _email(text: str) -> str:
    email = japanese.narrow(_short(text, "email", "email"))
    local, at, domain = email.partition("@")
    if email and (not local or not at or "." not in domain.strip(".") or " " in email):
        raise Refused("email.invalid", field="email")
    return email


def _birthday(text: str) -> str:
    try:
        return dates.parse_birthday(text) if text.strip() else ""
    except ValueError:
        raise Refused("date.invalid", field="birthday") from None


def check_birthday(birthday: str, today: dt.date) -> None:
    """Nobody is born tomorrow; raises Refused("birthday.future") for a tidied birthday with such a year."""
    if len(birthday) > len("MM-DD") and birthday > today.isoformat():
        raise Refused("birthday.future", field="birthday")


def note_text(text: str) -> str:
    """A note as it is stored; raises Refused("note.empty") or ("text.too_long")."""
    tidied = _short(text, "note", "text")
    if not tidied:
        raise Refused("note.empty", field="text")
    return tidied


def keys(details: Details) -> Keys:
    """The folded forms of tidied details."""
    digits = phone.digits(details.phone)
    return Keys(
        name_key=japanese.fold(details.family + details.given),
        given_key=japanese.fold(details.given),
        kana_key=japanese.fold(details.family_kana + details.given_kana),
        given_kana_key=japanese.fold(details.given_kana),
        phone_key=digits,
        phone_reversed=digits[::-1],
        email_key=japanese.fold(details.email),
    )


def tokens(keys: Keys) -> set[str]:
    """Every prefix that has a posting list of its own for this customer."""
    return {
        *_prefixes(keys.kana_key, KANA_PREFIXES),
        *_prefixes(keys.given_kana_key, GIVEN_KANA_PREFIXES),
        *_prefixes(keys.name_key, NAME_PREFIXES),
        *_prefixes(keys.given_key, GIVEN_PREFIXES),
        *(keys.phone_key[:n] for n in PHONE_PREFIXES if len(keys.phone_key) > n),
        *("~" + keys.phone_reversed[:n] for n in PHONE_SUFFIXES if len(keys.phone_reversed) > n),
    }


def _prefixes(key: str, most: int) -> Iterator[str]:
    return (key[:n] for n in range(1, min(most, len(key)) + 1))


def is_one_slip(typed: str, key: str) -> bool:
    """Whether a key begins with what is typed but for one character wrong, missing, too many, or two swapped."""
    at = 0
    while typed[at : at + 1] == key[at : at + 1] != "":
        at += 1
    return (
        key.startswith(typed[at + 1 :], at + 1)
        or key.startswith(typed[at:], at + 1)
        or key.startswith(typed[at + 1 :], at)
        or (typed[at : at + 2] == key[at : at + 2][::-1] and key.startswith(typed[at + 2 :], at + 2))
    )


def card_ways(number: str) -> tuple[str, ...]:
    """A card number as it is kept, then in capitals and in small letters: CapsLock turns a scanner's letters round."""
    kept = japanese.narrow(number).strip()
    return tuple(dict.fromkeys((kept, kept.upper(), kept.lower())))


def neg_visit(last_visit: dt.datetime | None) -> int:
    """Seconds since 1970, negated, so that an ascending list begins with the latest visit."""
    return -int(last_visit.timestamp()) if last_visit else 0


def card_number(place: int) -> str:
    """The card number at a place below CARD_NUMBERS: 12 digits, the last one by Luhn's rule (ISO/IEC 7812-1)."""
    digits = str(CARD_NUMBERS // 9 + place)
    doubled = (int(digit) * 2 if at % 2 == 0 else int(digit) for at, digit in enumerate(reversed(digits)))
    return f"{digits}{-sum(number // 10 + number % 10 for number in doubled) % 10}"
