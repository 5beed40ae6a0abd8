"""Taking a rating; a bad one opens its own follow-up (P05, P12)."""

import datetime as dt

from carepos import customers, promises
from carepos.database import Transaction, command, new_id
from carepos.errors import Refused
from carepos.feedback.tables import Rating
from carepos.text import japanese

LOW = 2


@command("feedback.rate")
def rate(tx: Transaction, op_id: str, customer_id: str, score: int, words: str, follow_up: str) -> str:
    """Records a rating from 1 to 5 and returns its id; 1 or 2 promises `follow_up` by noon of the next day (P12)."""
    if score not in range(1, 6):
        raise Refused("rating.range", field="score")
    if len(words) > 500:
        raise Refused("text.too_long", field="words", most=500)
    customers.present(tx, customer_id)
    rating = Rating(id=op_id, customer_id=customer_id, score=score, words=japanese.storable(words), at=tx.now)
    rating.staff_id = tx.actor.staff_id
    tx.add(rating)
    if score <= LOW:
        noon = dt.datetime.combine(tx.today + dt.timedelta(days=1), dt.time(12), tx.settings.zone)
        promises.make(tx, new_id(), customer_id, follow_up, noon)
    return op_id


@command("feedback.withdraw")
def withdraw(tx: Transaction, op_id: str, rating_id: str) -> None:
    """A rating touched by mistake; the promise it opened stays until somebody closes it."""
    tx.get(Rating, rating_id).withdrawn_at = tx.now


@command("feedback.reinstate")
def reinstate(tx: Transaction, op_id: str, rating_id: str) -> None:
    """It had been meant after all: the rating counts again."""
    tx.get(Rating, rating_id).withdrawn_at = None
