"""Membership cards: a number of our own for a customer who has none, and taking it back."""

import secrets
from itertools import count

import sqlalchemy as sa

from carepos.customers import queries, rules
from carepos.customers.tables import Customer
from carepos.database import Transaction, command
from carepos.errors import Refused


@command("customers.issue_card")
def issue_card(tx: Transaction, op_id: str, customer_id: str) -> str:
    """Gives a customer without a card a number nobody has or had, and returns it; raises Refused("card.present")."""
    queries.present(tx, customer_id)
    customer = tx.get(Customer, customer_id)
    if customer.card:
        raise Refused("card.present", card=customer.card)
    customer.card = _free_number(tx)
    return customer.card


def _free_number(tx: Transaction) -> str:
    """Drawn by lot, so that nobody can guess their neighbour's."""
    drawn = (rules.card_number(secrets.randbelow(rules.CARD_NUMBERS)) for _ in count())
    return next(number for number in drawn if not tx.value(_HELD, number=number))


_HELD = sa.select(sa.func.count()).where(Customer.card == sa.bindparam("number"))


@command("customers.withdraw_card")
def withdraw_card(tx: Transaction, op_id: str, customer_id: str, number: str) -> None:
    """Takes a card number back that was issued by mistake; raises Refused("card.other") if they have another by now."""
    customer = tx.get(Customer, customer_id)
    if customer.card != number:
        raise Refused("card.other")
    customer.card = None
