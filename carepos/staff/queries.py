"""Who works here."""

from dataclasses import dataclass

import sqlalchemy as sa

from carepos.database import Actor, Question, Transaction
from carepos.errors import NotFound
from carepos.staff.tables import Person


@dataclass(frozen=True, slots=True)
class Member:
    """One of the people who work here now."""

    id: str
    name: str
    role: str


_PRESENT = Question(
    sa.select(Person.id, Person.name, Person.role).where(Person.left_at.is_(None)).order_by(Person.since, Person.id)
)
_OWN_CARD = Question(sa.select(Person.customer_id).where(Person.id == sa.bindparam("id")))
_EVERYONE = Question(sa.select(Person.id, Person.name))


def present(tx: Transaction) -> list[Member]:
    """Everybody who works here now, longest here first."""
    return [Member(*row) for row in tx.rows(_PRESENT)]


def names(tx: Transaction) -> dict[str, str]:
    """Names by id, of those who left too: what they did keeps their name."""
    return {row.id: row.name for row in tx.rows(_EVERYONE)}


def owner(tx: Transaction) -> Member:
    """The shop's first owner; raises NotFound("staff.not_found")."""
    for member in present(tx):
        if member.role == "owner":
            return member
    raise NotFound("staff.not_found")


def acting(member: Member, till: str) -> Actor:
    """This person at this till, as commands want to know it."""
    return Actor(member.id, member.role, till)


def own_card(tx: Transaction, staff_id: str) -> str | None:
    """Who somebody is as a customer of this shop, if they said so."""
    found: str | None = tx.value(_OWN_CARD, id=staff_id)
    return found
