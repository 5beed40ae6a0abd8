"""Who of a file's people is here already."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from carepos.database import Transaction
from carepos.exchange.bulk import table
from carepos.exchange.people import Person
from carepos.exchange.receipts import Receipt

OURS = "carepos"
_ID = re.compile("[0-9a-f]{32}")
MANY: sa.BindParameter[Any] = sa.bindparam("many", expanding=True)


class Here(NamedTuple):
    """A customer who is here already, as far as a file can change them."""

    id: str
    family: str
    given: str
    family_kana: str
    given_kana: str
    phone: str | None
    email: str | None
    card: str | None
    birthday: str | None
    last_visit: dt.datetime | None


class Match(NamedTuple):
    """Which customer a row is, whether by their own number there, and who holds the row's card."""

    id: str
    known: bool
    card_holder: str


def _asked(name: str, *columns: str) -> sa.Select[Any]:
    """Customers whose value is one of many; for what is told of somebody merged, who they are now."""
    customers = table("customers")
    now = sa.func.coalesce(customers.c.merged_into, customers.c.id).label("id")
    found = [now, *(customers.c[column] for column in (name, *columns))]
    here = sa.or_(customers.c.removed_at.is_(None), customers.c.merged_into.is_not(None))
    return sa.select(*found).where(here, customers.c[name].in_(MANY))


class Questions:
    """Asks for thousands of customers at a time."""

    def __init__(self, tx: Transaction) -> None:
        references, customers = table("import_references"), table("customers")
        of_source = sa.select(references.c.reference, references.c.customer_id).where(
            references.c.source == sa.bindparam("source")
        )
        self._tx = tx
        self._by_reference = of_source.where(references.c.reference.in_(MANY))
        self._referred = of_source.where(references.c.customer_id.in_(MANY))
        self._by_card = _asked("card")
        self._by_phone, self._by_email = _asked("phone_key", "name_key"), _asked("email_key", "name_key")
        self._live = _asked("id")
        self._here = sa.select(*(customers.c[name] for name in Here._fields)).where(customers.c.id.in_(MANY))

    def matches(self, people: list[Person], source: str, own: bool, contacts: bool) -> dict[int, Match]:
        """For each line its match: by their number, else card, else phone and name, else e-mail and name.

        With numbers of their `own`, a customer who has another number there is somebody else. Without `contacts`
        phones and e-mails are not asked for: while an empty shop is filled, their indexes rest.
        """
        by_reference = self._own(people) if source == OURS else {}
        references = self._ask(self._by_reference, {one.reference for one in people}, source=source)
        by_reference |= {row[0]: row[1] for row in references}
        by_card = {row[1]: row[0] for row in self._ask(self._by_card, {one.card for one in people})}
        rest = [one for one in people if one.reference not in by_reference]
        by_phone = self._by_two(self._by_phone, {one.phone_key for one in rest if contacts})
        by_email = self._by_two(self._by_email, {one.email_key for one in rest if contacts})
        likely = {
            one.line: by_card.get(one.card)
            or by_phone.get((one.phone_key, one.name_key))
            or by_email.get((one.email_key, one.name_key), "")
            for one in rest
        }
        taken = self._ask(self._referred, set(likely.values()), source=source) if own else ()
        others = {row[1] for row in taken}
        return {
            one.line: Match(
                by_reference.get(one.reference, "") or ("" if likely[one.line] in others else likely[one.line]),
                one.reference in by_reference,
                by_card.get(one.card, ""),
            )
            for one in people
        }

    def _own(self, people: list[Person]) -> dict[str, str]:
        """Our own export names our own customers."""
        ids = {one.reference for one in people if _ID.fullmatch(one.reference)}
        return {row.id: row.id for row in self._ask(self._live, ids)}

    def _by_two(self, statement: sa.Select[Any], many: set[str]) -> dict[tuple[str, str], str]:
        return {(row[1], row[2]): row[0] for row in self._ask(statement, many)}

    def _ask(self, statement: sa.Select[Any], many: set[str], **more: str) -> Sequence[Any]:
        many.discard("")
        return self._tx.rows(statement, many=sorted(many), **more) if many else ()

    def here(self, ids: set[str]) -> dict[str, Here]:
        """The customers with these ids."""
        return {row.id: Here(*row) for row in self._ask(self._here, ids)}

    def holders(self, receipts: Sequence[Receipt], source: str) -> dict[int, str]:
        """For each line its customer or "": by their number, else card, else a phone or e-mail; never by name alone."""
        references = self._ask(self._by_reference, {one.reference for one in receipts}, source=source)
        by_reference = {row[0]: row[1] for row in references}
        by_card = {row[1]: row[0] for row in self._ask(self._by_card, {one.card for one in receipts})}
        by_phone = _holders(self._ask(self._by_phone, {one.phone_key for one in receipts}))
        by_email = _holders(self._ask(self._by_email, {one.email_key for one in receipts}))
        return {
            one.line: by_reference.get(one.reference)
            or by_card.get(one.card)
            or _the_one(by_phone.get(one.phone_key, {}), one.name_key)
            or _the_one(by_email.get(one.email_key, {}), one.name_key)
            for one in receipts
        }


def _holders(rows: Iterable[Any]) -> dict[str, dict[str, str]]:
    """Who has a phone or e-mail, by their folded names."""
    found: dict[str, dict[str, str]] = {}
    for id_, contact, name_key in rows:
        found.setdefault(contact, {})[name_key] = id_
    return found


def _the_one(holders: dict[str, str], name_key: str) -> str:
    """The only customer with this phone or e-mail; of several the one with the same name."""
    return next(iter(holders.values())) if len(set(holders.values())) == 1 else holders.get(name_key, "")
