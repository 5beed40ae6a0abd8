"""A customer's card, and what is known of them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, cast

import sqlalchemy as sa

from carepos.customers import rules
from carepos.customers.tables import Customer, CustomerNote
from carepos.database import Question, Row, Transaction
from carepos.errors import NotFound, Refused


@dataclass(frozen=True, slots=True)
class Card:
    """What the card shows of a customer."""

    id: str
    family: str
    given: str
    family_kana: str
    given_kana: str
    honorific: str
    phone: str | None
    email: str | None
    card: str | None
    birthday: str | None
    language: str
    channel: str
    register: str
    tier: str
    since: dt.datetime
    last_visit: dt.datetime | None
    visits: int
    kana_guessed: bool = False

    @property
    def details(self) -> rules.Details:
        """What a form holds of it."""
        return rules.Details(**{name: getattr(self, name) or "" for name in rules.Details.__slots__})


@dataclass(frozen=True, slots=True)
class Note:
    """One thing known of a customer, with who heard it and when."""

    id: str
    kind: str
    text: str
    source: str
    staff_id: str | None
    at: dt.datetime


LIVE = Customer.removed_at.is_(None)
_bind = sa.bindparam

_card = sa.orm.aliased(Customer)
HOLDER = sa.select(sa.func.coalesce(_card.merged_into, _card.id)).where(
    _card.card == _bind("card"), sa.or_(_card.removed_at.is_(None), _card.merged_into.is_not(None))
)
"""Whose card it is now: the old card of somebody merged is the kept customer's too."""
_CARD = Question(
    sa.select(*(getattr(Customer, field) for field in Card.__slots__)).where(LIVE, Customer.id == _bind("id"))
)
_CARD_ID = Question(HOLDER)
_BY_ID = sa.select(Customer.removed_at, Customer.merged_into).where(Customer.id == _bind("id"))
_STATE, _HELD = Question(_BY_ID), Question(_BY_ID.with_for_update(read=True, key_share=True))
_NOTES = Question(
    sa.select(*(getattr(CustomerNote, field) for field in Note.__slots__))
    .where(CustomerNote.customer_id == _bind("id"), CustomerNote.ended_at.is_(None))
    .order_by(CustomerNote.at.desc(), CustomerNote.id.desc())
    .limit(200)
)


def show(tx: Transaction, customer_id: str) -> Card:
    """A customer's card; raises NotFound("customers.not_found"), Refused("customer.merged", kept=their id now)."""
    return tx.once((show, customer_id), lambda: _shown(tx, customer_id))


def _shown(tx: Transaction, customer_id: str) -> Card:
    row = tx.row(_CARD, id=customer_id)
    if row is None:
        _check_here(tx.row(_STATE, id=customer_id))
    return Card(*cast(Row, row))


def present(tx: Transaction, customer_id: str) -> None:
    """Holds a customer for what a command writes about them: no merge takes them away before it is done.

    Raises what `show` raises.
    """
    _check_here(tx.row(_HELD, id=customer_id))


def current(tx: Transaction, customer_id: str) -> str:
    """Who a customer is now: the one they were merged into, or themselves."""
    state = tx.row(_STATE, id=customer_id)
    return cast(str, state.merged_into) if state and state.merged_into else customer_id


def _check_here(state: Row | None) -> None:
    if state is not None and state.merged_into is not None:
        raise Refused("customer.merged", kept=state.merged_into)
    if state is None or state.removed_at is not None:
        raise NotFound("customers.not_found")


class Name(NamedTuple):
    """How a list names a customer."""

    family: str
    given: str
    honorific: str


_NAMES = sa.select(Customer.id, Customer.family, Customer.given, Customer.honorific).where(
    Customer.id.in_(_bind("ids", expanding=True))
)


def names(tx: Transaction, ids: Iterable[str]) -> dict[str, Name]:
    """The names of many customers at once, for other rooms' lists."""
    wanted = list(set(ids))
    return {row.id: Name(row.family, row.given, row.honorific) for row in tx.rows(_NAMES, ids=wanted)} if wanted else {}


def by_card(tx: Transaction, card: str) -> str | None:
    """Whose card was scanned, also by a scanner that CapsLock confuses; None for one nobody has."""
    found = (tx.value(_CARD_ID, card=way) for way in rules.card_ways(card))
    return next((cast(str, one) for one in found if one), None)


def notes(tx: Transaction, customer_id: str) -> list[Note]:
    """What is known of a customer now, latest first (P03, P41)."""
    return [Note(*row) for row in tx.rows(_NOTES, id=customer_id)]


_HISTORY = Question(
    sa.select(*(getattr(CustomerNote, field) for field in Note.__slots__))
    .where(CustomerNote.customer_id == _bind("id"), CustomerNote.at < _bind("before"), CustomerNote.ended_at.is_(None))
    .order_by(CustomerNote.at.desc(), CustomerNote.id.desc())
    .limit(_bind("most"))
)


def history(tx: Transaction, customer_id: str, before: dt.datetime, most: int) -> list[Note]:
    """What was noted before a moment, latest first."""
    return [Note(*row) for row in tx.rows(_HISTORY, id=customer_id, before=before, most=most)]
