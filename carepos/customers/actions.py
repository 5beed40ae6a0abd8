"""Registering customers, mending what is known of them, and noting their visits."""

import datetime as dt
from dataclasses import asdict, replace

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from carepos.customers import queries, rules
from carepos.customers.tables import Customer, CustomerLookup, CustomerNote
from carepos.database import Transaction, command
from carepos.errors import Refused

NULLABLE = ("phone", "email", "card", "birthday")


@command("customers.register")
def register(tx: Transaction, op_id: str, details: rules.Details) -> str:
    """Registers a customer and returns their id; raises Refused naming the field, as "card.used"."""
    tidied = rules.tidy(details)
    rules.check_birthday(tidied.birthday, tx.today)
    keys = rules.keys(tidied)
    _check_card(tx, tidied.card, op_id)
    tx.add(Customer(id=op_id, tier="regular", since=tx.now, visits=0, **_columns(tidied), **asdict(keys)))
    post(tx, op_id, rules.tokens(keys), None)
    return op_id


def _columns(tidied: rules.Details) -> dict[str, str | None]:
    return {name: (value or None) if name in NULLABLE else value for name, value in asdict(tidied).items()}


def _check_card(tx: Transaction, card: str, customer_id: str) -> None:
    holder = queries.by_card(tx, card) if card else None
    if holder not in (None, customer_id):
        raise Refused("card.used", field="card")


def post(tx: Transaction, customer_id: str, tokens: set[str], last_visit: dt.datetime | None) -> None:
    """Writes a customer's places in the posting lists."""
    place = {"neg_visit": rules.neg_visit(last_visit), "customer_id": customer_id}
    tx.connection.execute(sa.insert(CustomerLookup), [{"token": token, **place} for token in sorted(tokens)])
    tx.touch("customers")


_UNPOST = sa.delete(CustomerLookup).where(
    CustomerLookup.token.in_(sa.bindparam("tokens", expanding=True)),
    CustomerLookup.neg_visit == sa.bindparam("visit"),
    CustomerLookup.customer_id == sa.bindparam("customer"),
)


def unpost(tx: Transaction, customer: Customer) -> set[str]:
    """Takes a customer out of the posting lists and hands back the tokens they stood under."""
    tokens = rules.tokens(keys_of(customer))
    place = {"visit": rules.neg_visit(customer.last_visit), "customer": customer.id}
    tx.connection.execute(_UNPOST, {"tokens": sorted(tokens), **place})
    return tokens


def keys_of(customer: Customer) -> rules.Keys:
    """The folded forms a customer is stored with."""
    return rules.Keys(*(getattr(customer, field) for field in rules.Keys.__slots__))


@command("customers.edit")
def edit(
    tx: Transaction, op_id: str, customer_id: str, details: rules.Details, seen: rules.Details | None = None
) -> str:
    """Mends a customer's details and returns their id; raises Refused naming the field.

    With what the clerk had `seen`, only what they changed of it is changed: the rest may have been mended meanwhile.
    """
    tidied = rules.tidy(details)
    rules.check_birthday(tidied.birthday, tx.today)
    customer = _alone(tx, customer_id)
    if seen is not None:
        changed = asdict(tidied).items() - asdict(rules.tidy(seen)).items()
        tidied = replace(queries.show(tx, customer_id).details, **dict(changed))
    keys = rules.keys(tidied)
    _check_card(tx, tidied.card, customer_id)
    customer.kana_guessed = customer.kana_guessed and customer.kana_key == keys.kana_key
    unpost(tx, customer)
    _free_card(tx, tidied.card, customer_id)
    for name, value in {**_columns(tidied), **asdict(keys)}.items():
        setattr(customer, name, value)
    post(tx, customer_id, rules.tokens(keys), customer.last_visit)
    return customer_id


def _alone(tx: Transaction, customer_id: str) -> Customer:
    """The customer as they are now, kept from other tills that would count or post them at the same moment."""
    queries.present(tx, customer_id)
    tx.flush()
    customer = tx.session.get(Customer, customer_id, with_for_update={"key_share": True}, populate_existing=True)
    assert customer is not None
    return customer


def _free_card(tx: Transaction, card: str, customer_id: str) -> None:
    """The card of somebody merged into this customer becomes this customer's own."""
    mine = Customer.card == card, Customer.merged_into == customer_id
    tx.connection.execute(sa.update(Customer).where(*mine).values(card=None))


@command("customers.withdraw")
def withdraw(tx: Transaction, op_id: str, customer_id: str) -> None:
    """Takes back a registration made by mistake; raises Refused("customer.has_history") once there is one."""
    customer = tx.get(Customer, customer_id)
    try:
        with tx.connection.begin_nested():
            unpost(tx, customer)
            tx.connection.execute(sa.delete(CustomerNote).where(CustomerNote.customer_id == customer_id))
            tx.connection.execute(sa.delete(Customer).where(Customer.id == customer_id))
    except IntegrityError:
        raise Refused("customer.has_history") from None
    tx.session.expunge(customer)
    tx.touch("customers")


def note_visit(tx: Transaction, customer_id: str, at: dt.datetime) -> None:
    """Counts a visit; a later one than the last moves the customer to the front of their posting lists."""
    customer = _alone(tx, customer_id)
    customer.visits += 1
    if customer.last_visit is None or at > customer.last_visit:
        tokens = unpost(tx, customer)
        customer.last_visit = at
        post(tx, customer_id, tokens, at)


def take_visit_back(tx: Transaction, customer_id: str, at: dt.datetime, latest: dt.datetime | None) -> None:
    """The visit at a moment was counted by mistake; `latest` is when the last one was without it, if any is known."""
    customer = _alone(tx, customer_id)
    customer.visits = max(customer.visits - 1, 0)
    if customer.last_visit == at:
        tokens = unpost(tx, customer)
        customer.last_visit = latest
        post(tx, customer_id, tokens, latest)


def set_tier(tx: Transaction, customer_id: str, tier: str) -> None:
    """Keeps the tier beside the customer, so that the look-up list shows it without asking another room."""
    tx.get(Customer, customer_id).tier = tier


def set_next_due(tx: Transaction, customer_id: str, due_at: dt.datetime | None) -> None:
    """Keeps the next open promise's time beside the customer, for the look-up list."""
    tx.get(Customer, customer_id).next_due = due_at


@command("customers.add_note")
def add_note(
    tx: Transaction, op_id: str, customer_id: str, kind: str, text: str, source: str = "stated", consent: bool = False
) -> str:
    """Notes a liking ("preference"), an "allergy", or what they "told" us; returns the note's id (P03, P41).

    Raises Refused("consent.missing") for health facts without the customer's consent (APPI).
    """
    if kind not in rules.NOTE_KINDS or source not in rules.SOURCES:
        raise Refused("choice.unknown", field="kind")
    if kind == "allergy" and not consent:
        raise Refused("consent.missing", field="consent")
    queries.present(tx, customer_id)
    note = CustomerNote(id=op_id, customer_id=customer_id, kind=kind, text=rules.note_text(text), source=source)
    note.consent, note.staff_id, note.at = consent, tx.actor.staff_id, tx.now
    tx.add(note)
    return op_id


@command("customers.mend_note")
def mend_note(tx: Transaction, op_id: str, note_id: str, text: str) -> str:
    """Puts a right note in the place of a wrong one and returns its id; the old one ends but stays in the store."""
    old = tx.get(CustomerNote, note_id)
    old.ended_at = tx.now
    mended = CustomerNote(id=op_id, customer_id=old.customer_id, kind=old.kind, text=rules.note_text(text))
    mended.source, mended.consent, mended.staff_id, mended.at = old.source, old.consent, tx.actor.staff_id, tx.now
    tx.add(mended)
    return op_id


@command("customers.end_note")
def end_note(tx: Transaction, op_id: str, note_id: str) -> None:
    """A note holds no longer, or was a mistake."""
    tx.get(CustomerNote, note_id).ended_at = tx.now


@command("customers.restore_note")
def restore_note(tx: Transaction, op_id: str, note_id: str) -> None:
    """Takes the ending of a note back."""
    tx.get(CustomerNote, note_id).ended_at = None
