"""One row of another system's customers as our customer: the same rules as at the counter, remembered by name part."""

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple, TypeVar

from carepos.customers.rules import Details, Keys, check_birthday, tidy
from carepos.database import Transaction
from carepos.errors import Refused
from carepos.exchange.kinds import Kind
from carepos.exchange.rules import restored
from carepos.text import dates, guess, japanese, numbers, phone

REMEMBERED = 1 << 16
LONGEST_NOTE = 500
MOST_POINTS = 10**9
LONGEST_REFERENCE = 200
_PLAIN_START = re.compile("[ぁ-ゖァ-ヺ一-鿿A-Za-z]")
_PLAIN_PHONE = re.compile(r"0[5-9]0-?\d{4}-?\d{4}", re.ASCII)
_PLAIN_EMAIL = re.compile(r"[A-Za-z0-9._%+]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,2}")
_YEAR_LAST = re.compile(r"(\d{1,2}[-/]\d{1,2})[-/](\d{4})", re.ASCII)
_NUMBERS = ("reference", "card", "phone", "points")

_NO_POINTS = (0, None)

Value = TypeVar("Value")


class Person(NamedTuple):
    """A customer as a file has them; texts tidied, keys folded, `reference` their number there."""

    line: int
    reference: str
    family: str
    given: str
    family_kana: str
    given_kana: str
    phone: str
    email: str
    card: str
    birthday: str
    name_key: str
    given_key: str
    kana_key: str
    given_kana_key: str
    phone_key: str
    email_key: str
    since: dt.datetime | None
    last_visit: dt.datetime | None
    points: int
    expires_on: dt.date | None
    note: str

    def keys(self) -> Keys:
        """The folded forms as the customers' room has them."""
        name, given, kana, given_kana, digits, email = self[10:16]
        return Keys(name, given, kana, given_kana, digits, digits[::-1], email)


class PeopleReader:
    """Reads rows of one file; called with a line's number and its cells, raises Refused with our field's name."""

    def __init__(self, tx: Transaction, kind: Kind, places: dict[str, int], skip_at: int) -> None:
        self._kind, self._fields, self._skip_at = kind, tuple(places.items()), skip_at
        self._moment = partial(_moment, today=tx.today, zone=tx.settings.zone)
        self._day = partial(day_of, today=tx.today, zone=tx.settings.zone)
        self._latest, self._today = tx.now + dt.timedelta(days=1), tx.today
        self.has_references = "reference" in places
        self._by_name = "name" in places and not {"family", "given"} & places.keys()
        self._by_kana = "kana" in places and not {"family_kana", "given_kana"} & places.keys()

    def __call__(self, line: int, cells: list[str]) -> Person:
        """The person of one row; raises Refused(rule, field=our field)."""
        self._check_state(cells)
        told = {
            ours: restored_cell(ours, cell) if cell[0] == "'" else cell.strip()
            for ours, place in self._fields
            if (cell := cells[place])
        }
        get = told.get
        family, given, name_key, given_key, family_kana, given_kana, kana_key, given_kana_key = self._names(told)
        number, (email, email_key), card = _phone(get("phone", "")), _email(get("email", "")), _card(get("card", ""))
        phone_key = number if number[:1] != "+" else phone.digits(number)
        return Person(
            line, self._reference(told, card, phone_key, email_key, name_key),
            family, given, family_kana, given_kana, number, email, card, self._birthday(get("birthday", "")),
            name_key, given_key, kana_key, given_kana_key, phone_key, email_key,
            self._past("since", told) if "since" in told else None,
            self._past("last_visit", told) if "last_visit" in told else None,
            *(self._points(told) if "points" in told else _NO_POINTS), _note(told["note"]) if "note" in told else "",
        )  # fmt: skip

    def _birthday(self, text: str) -> str:
        birthday = _birthday(text)
        check_birthday(birthday, self._today)
        return birthday

    def _check_state(self, cells: list[str]) -> None:
        reason = self._kind.skip.get(cells[self._skip_at].strip()) if self._skip_at >= 0 else None
        if reason:
            raise Refused(reason, field="state")

    def _names(self, told: dict[str, str]) -> tuple[str, ...]:
        """Family, given, their keys, then the same of the reading; the reading stands in where there is no name."""
        get = told.get
        one, two = _split(get("name", "")) if self._by_name else (get("family", ""), get("given", ""))
        kana = get("family_kana", ""), get("given_kana", "")
        one_kana, two_kana = _split(get("kana", "")) if self._by_kana else kana
        family, given = _name(one, "family"), _name(two, "given")
        family_kana, given_kana = _kana(one_kana, "family_kana"), _kana(two_kana, "given_kana")
        if not family[0]:
            family, given = family_kana, given if given[0] else given_kana
        if not (family[0] or given[0]):
            raise Refused("customer.name_missing", field="name" if self._by_name else "family")
        return (
            family[0], given[0], _joined(family, given), given[1],
            family_kana[0], given_kana[0], _joined(family_kana, given_kana), given_kana[1],
        )  # fmt: skip

    def _reference(self, told: dict[str, str], card: str, phone_key: str, email_key: str, name_key: str) -> str:
        """Their number; else the card, or phone or e-mail with the name, or the whole row: never a name alone."""
        reference = told.get("reference", "") or card
        if len(reference) > LONGEST_REFERENCE:
            raise Refused("text.too_long", field="reference", most=LONGEST_REFERENCE)
        if not reference:
            contact = phone_key or email_key or hashlib.sha256(repr(sorted(told.items())).encode()).hexdigest()
            reference = f"{contact}|{name_key}"
        return reference

    def _past(self, field: str, told: dict[str, str]) -> dt.datetime | None:
        if not told[field]:
            return None
        moment = _of(field, self._moment, told[field])
        if moment > self._latest:
            raise Refused("date.future", field=field)
        return moment

    def _points(self, told: dict[str, str]) -> tuple[int, dt.date | None]:
        """Points and their last day; points that have expired are none."""
        points = _of("points", _whole, told["points"])
        if points > MOST_POINTS:
            raise Refused("amount.too_large", field="points", most=MOST_POINTS)
        text = told.get("expires_on", "")
        expires_on = _of("expires_on", self._day, text) if text and points else None
        return (0, None) if expires_on and expires_on < self._today else (points, expires_on)


def with_reading(person: Person) -> tuple[Person, bool]:
    """A person without a reading gets the usual one of their name, if there is one; says whether it is a guess."""
    if person.kana_key:
        return person, False
    family, given = _guess(person.family, person.given)
    if not (family[0] or given[0]):
        return person, False
    guessed = person._replace(
        family_kana=family[0], given_kana=given[0], kana_key=_joined(family, given), given_kana_key=given[1]
    )
    return guessed, True


@lru_cache(REMEMBERED)
def _guess(family: str, given: str) -> tuple[tuple[str, str], tuple[str, str]]:
    one, two = guess.reading(family, given)
    return (one, japanese.fold(one)), (two, japanese.fold(two))


def restored_cell(field: str, cell: str) -> str:
    """A cell without the apostrophes spreadsheets and exports put before numbers and formulas."""
    if cell[:1] == "'":
        cell = cell.lstrip("'") if field in _NUMBERS else restored(cell)
    return cell.strip()


def _of(field: str, parse: Callable[[str], Value], text: str) -> Value:
    try:
        return parse(text)
    except ValueError as wrong:
        raise Refused(str(wrong), field=field, most=MOST_POINTS) from None


def _whole(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    return numbers.parse_points(text) if text else 0


def _split(name: str) -> tuple[str, str]:
    first, _, rest = " ".join(name.split()).partition(" ")
    return first, rest


@lru_cache(REMEMBERED)
def _name(text: str, field: str) -> tuple[str, str]:
    """A part of a name as it is stored, and folded."""
    try:
        shown = tidy(Details(family="-", given=text)).given
    except Refused as wrong:
        raise Refused(wrong.rule, **{**wrong.facts, "field": field}) from None
    return shown, japanese.fold(shown)


@lru_cache(REMEMBERED)
def _kana(text: str, field: str) -> tuple[str, str]:
    try:
        shown = tidy(Details(family="-", given_kana=text)).given_kana
    except Refused as wrong:
        raise Refused(wrong.rule, **{**wrong.facts, "field": field}) from None
    return shown, japanese.fold(shown)


def _joined(first: tuple[str, str], second: tuple[str, str]) -> str:
    """The folded form of both parts together; parts may only be joined where the second begins with a plain letter."""
    if not second[0] or _PLAIN_START.match(second[0]):
        return first[1] + second[1]
    return japanese.fold(first[0] + second[0])


def _phone(text: str) -> str:
    if _PLAIN_PHONE.fullmatch(text):
        return text.replace("-", "")
    return tidy(Details(family="-", phone=text)).phone if text else ""


def _email(text: str) -> tuple[str, str]:
    if not text:
        return "", ""
    if _PLAIN_EMAIL.fullmatch(text):
        return text, text.lower()
    email = tidy(Details(family="-", email=text)).email
    return email, japanese.fold(email)


def _card(text: str) -> str:
    if text.isascii() and text.isalnum() and len(text) <= 40:
        return text
    return tidy(Details(family="-", card=text)).card


@lru_cache(REMEMBERED)
def _birthday(text: str) -> str:
    text = _YEAR_LAST.sub(r"\2-\1", unicodedata.normalize("NFKC", text)).removeprefix("0000-")
    return tidy(Details(family="-", birthday=text)).birthday


def _note(text: str) -> str:
    tidied = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(tidied) > LONGEST_NOTE:
        raise Refused("text.too_long", field="note", most=LONGEST_NOTE)
    return tidied


@lru_cache(REMEMBERED)
def _moment(text: str, today: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """A moment in UTC; the usual forms quickly (`combine` takes a quarter of `replace`), others by our rules."""
    try:
        moment = dt.datetime.fromisoformat(text.replace("/", "-"))
        moment = moment if moment.tzinfo else dt.datetime.combine(moment, moment.time(), zone)
    except ValueError:
        moment = dates.parse_moment(text, today, zone)
    return moment.astimezone(dt.UTC)


def day_of(text: str, zone: dt.tzinfo, today: dt.date) -> dt.date:
    """The shop's calendar day of a date or a moment; raises ValueError("date.invalid")."""
    return _moment(text, today, zone).astimezone(zone).date()
