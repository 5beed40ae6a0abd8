"""Which points are past their last day, and whether the clock that says so can be believed."""

import datetime as dt

import sqlalchemy as sa

from carepos import purchases
from carepos.database import Question, Row, Transaction
from carepos.loyalty import rules
from carepos.loyalty.tables import ExpiryRun, PointLot
from carepos.loyalty.terms import Programme

AHEAD = dt.timedelta(hours=24)

PAST = (PointLot.left > sa.literal_column("0"), PointLot.expires_on < sa.bindparam("today"))
"""The lots of a question that are past their last day; it is asked with `today`."""
_LAST_RUN = Question(sa.select(ExpiryRun.at, ExpiryRun.day).order_by(ExpiryRun.at.desc()).limit(1))
_ENDED = Question(
    sa.select(sa.func.coalesce(sa.func.sum(PointLot.left), 0)).where(PointLot.customer_id == sa.bindparam("id"), *PAST)
)


_ENDED_OF = Question(sa.select(PointLot.left).where(PointLot.entry_id == sa.bindparam("lot"), *PAST))


def last_run(tx: Transaction) -> Row | None:
    """When points were last looked through (its time and its day), or None for never."""
    return tx.row(_LAST_RUN)


def ahead(tx: Transaction, run: Row | None) -> bool:
    """Whether the clock says much more time has gone by since a run than the shop is usually closed."""
    return run is not None and tx.now > _next_opening(tx, run) + AHEAD


def _next_opening(tx: Transaction, run: Row) -> dt.datetime:
    at: dt.datetime = run.at
    return max(at, tx.settings.next_opening(run.day) or at)


def ended(tx: Transaction, customer_id: str) -> int:
    """A customer's points that no run has taken yet and no use takes any more; 0 while the clock is in doubt."""
    points = int(tx.value(_ENDED, id=customer_id, today=tx.today) or 0)
    return 0 if points and ahead(tx, last_run(tx)) else points


def ended_of(tx: Transaction, lot_id: str) -> int:
    """The same for one lot."""
    points = int(tx.value(_ENDED_OF, lot=lot_id, today=tx.today) or 0)
    return 0 if points and ahead(tx, last_run(tx)) else points


def by_visit(tx: Transaction, customer_id: str, terms: Programme) -> dt.date | None:
    """Until when points that visits renew last, by the last visit; None without one, or where visits renew none."""
    latest = purchases.visits_of(tx, customer_id).latest if terms.expiry == "visit" else None
    return rules.last_day(terms, tx.settings.day_of(latest)) if latest else None
