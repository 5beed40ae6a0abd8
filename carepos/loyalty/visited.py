"""The last visit another system told of, which no sale here knows: a sale's answer keeps it for its own undoing."""

import datetime as dt

import msgspec
import sqlalchemy as sa

from carepos import customers, purchases
from carepos.database import Operation, Transaction
from carepos.loyalty.posting import Posting
from carepos.loyalty.tables import PointEntry

_ANSWERS = (
    sa.select(Operation.answer)
    .join(PointEntry, PointEntry.id == Operation.id)
    .where(
        PointEntry.customer_id.in_(sa.bindparam("people", expanding=True)),
        PointEntry.kind == "earn",
        Operation.answer.contains('"visited":"'),
    )
)


def told(tx: Transaction, customer_id: str) -> dt.datetime | None:
    """The customer's last visit where none of their sales here is as late."""
    last, latest = customers.show(tx, customer_id).last_visit, purchases.visits_of(tx, customer_id).latest
    return last if last and (latest is None or last > latest) else None


def told_before(tx: Transaction, *people: str) -> dt.datetime | None:
    """The latest visit that was told before any of their sales: of a customer, and of one merged into them."""
    postings = (msgspec.json.decode(row.answer, type=Posting) for row in tx.rows(_ANSWERS, people=people))
    return max((posting.visited for posting in postings if posting.visited), default=None)
