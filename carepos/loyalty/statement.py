"""A customer's points on one page: what is there, when it ends, and why each line is as it is (P15)."""

import datetime as dt
from dataclasses import dataclass

from carepos import customers
from carepos.database import Transaction
from carepos.loyalty import accounts, explaining, queries

MOST = 1000
"""Lines of one statement, the latest; the balance before them stands in the first."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One movement: what it left in the account, and every reason behind it."""

    balance: int
    explained: explaining.Explanation


@dataclass(frozen=True, slots=True)
class Statement:
    """Everything a customer may take home about their points, oldest line first."""

    card: customers.Card
    day: dt.date
    account: accounts.Account
    lines: tuple[StatementLine, ...]


def statement(tx: Transaction, customer_id: str) -> Statement:
    """A customer's statement as of now; raises NotFound("customers.not_found")."""
    card, account = customers.show(tx, customer_id), accounts.account(tx, customer_id)
    lines, left = [], queries.total(tx, customer_id)
    for entry in queries.history(tx, customer_id, tx.now + dt.timedelta(days=2), MOST):
        lines.append(StatementLine(left, explaining.explain(tx, entry.id)))
        left -= entry.points
    return Statement(card, tx.today, account, tuple(reversed(lines)))
