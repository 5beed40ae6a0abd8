"""What customers bought."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa

from carepos import customers
from carepos.database import Question, Transaction
from carepos.purchases.rules import COUNTER, Line, tidy_number
from carepos.purchases.tables import Purchase, PurchaseLine


@dataclass(frozen=True, slots=True)
class PurchaseEntry:
    """A purchase on the time line, with its lines."""

    at: dt.datetime
    id: str
    receipt: str
    yen: int
    returned_yen: int
    staff_id: str | None
    lines: tuple[Line, ...]


_bind = sa.bindparam
_HELD = Purchase.withdrawn_at.is_(None)
_HISTORY = (
    sa.select(Purchase.at, Purchase.id, Purchase.receipt, Purchase.yen, Purchase.returned_yen, Purchase.staff_id)
    .where(Purchase.customer_id == _bind("id"), Purchase.at < _bind("before"), _HELD)
    .order_by(Purchase.at.desc(), Purchase.id.desc())
    .limit(_bind("most"))
)
_SALES = Question(_HISTORY)
_LINES = Question(
    sa.select(
        PurchaseLine.purchase_id,
        PurchaseLine.item,
        PurchaseLine.thousandths,
        PurchaseLine.yen,
        PurchaseLine.category,
    )
    .where(PurchaseLine.purchase_id.in_(sa.select(_HISTORY.subquery().c.id)))  # a list of ids expands anew each time
    .order_by(PurchaseLine.purchase_id, PurchaseLine.position)
)
_LAST_ITEM = Question(
    sa.select(PurchaseLine.item)
    .join(Purchase, Purchase.id == PurchaseLine.purchase_id)
    .where(Purchase.customer_id == _bind("id"), Purchase.at < _bind("before"), _HELD)
    .order_by(Purchase.at.desc(), PurchaseLine.yen.desc())
    .limit(1)
)
_BY_RECEIPT = Question(
    sa.select(Purchase.id).where(Purchase.source == COUNTER, Purchase.receipt == _bind("receipt"), _HELD)
)
_BETWEEN = (Purchase.customer_id == _bind("id"), Purchase.at >= _bind("since"), Purchase.at <= _bind("until"), _HELD)
_SPENT = Question(sa.select(sa.func.coalesce(sa.func.sum(Purchase.yen - Purchase.returned_yen), 0)).where(*_BETWEEN))
_IDS = Question(sa.select(Purchase.id).where(*_BETWEEN))
_TIMES = Question(sa.select(Purchase.at).where(*_BETWEEN).order_by(Purchase.at))
_BOUGHT_ON = Question(
    sa.select(sa.func.count()).where(Purchase.customer_id == _bind("id"), Purchase.day == _bind("day"), _HELD)
)
_USUAL = sa.select(Purchase.yen).where(_HELD, Purchase.yen > 0).order_by(Purchase.id.desc()).limit(500)
_VISITS = Question(
    sa.select(sa.func.count(), sa.func.max(Purchase.at, type_=Purchase.at.type)).where(
        Purchase.customer_id == _bind("id"), _HELD
    )
)
_COUNT = sa.select(sa.func.count()).where(Purchase.day == _bind("day"), Purchase.source == COUNTER)


def history(tx: Transaction, customer_id: str, before: dt.datetime, most: int) -> list[PurchaseEntry]:
    """Purchases before a moment with their lines, latest first."""
    asked = {"id": customer_id, "before": before, "most": most}
    rows = tx.rows(_SALES, **asked)
    lines: dict[str, list[Line]] = {row.id: [] for row in rows}
    if rows:
        for line in tx.rows(_LINES, **asked):
            if line.purchase_id in lines:  # another till may have sold meanwhile
                lines[line.purchase_id].append(Line(line.item, line.thousandths, line.yen, line.category or ""))
    return [PurchaseEntry(*(*row, tuple(lines[row.id]))) for row in rows]


def last_item(tx: Transaction, customer_id: str) -> str | None:
    """The main thing on the customer's latest receipt before today, or None: what they bought "last time"."""
    start, _ = tx.settings.bounds(tx.today)
    item: str | None = tx.value(_LAST_ITEM, id=customer_id, before=start)
    return item


def by_receipt(tx: Transaction, receipt: str) -> str | None:
    """The purchase recorded at the counter under this receipt number, or None."""
    found: str | None = tx.value(_BY_RECEIPT, receipt=tidy_number(receipt))
    return found


_STANDING = Question(sa.select(Purchase.yen, Purchase.returned_yen).where(Purchase.id == _bind("id")))


def standing(tx: Transaction, purchase_id: str) -> tuple[int, int]:
    """(yen of the whole sale, yen returned by now)."""
    row = tx.rows(_STANDING, id=purchase_id)[0]
    return int(row.yen), int(row.returned_yen)


def spent_between(tx: Transaction, customer_id: str, since: dt.datetime, until: dt.datetime) -> int:
    """Yen spent between two moments, returns taken off."""
    return int(tx.value(_SPENT, id=customer_id, since=since, until=until))


def ids_between(tx: Transaction, customer_id: str, since: dt.datetime, until: dt.datetime) -> list[str]:
    """The purchases between two moments, also those that came with a customer merged into this one."""
    return [row.id for row in tx.rows(_IDS, id=customer_id, since=since, until=until)]


def times_since(
    tx: Transaction, customer_id: str, since: dt.datetime, until: dt.datetime | None = None
) -> list[dt.datetime]:
    """When somebody bought from a moment on (until another, or now), first to last."""
    return [row.at for row in tx.rows(_TIMES, id=customer_id, since=since, until=until or tx.now)]


def bought_on(tx: Transaction, customer_id: str, day: dt.date) -> bool:
    """Whether somebody has bought on a day."""
    return bool(tx.value(_BOUGHT_ON, id=customer_id, day=day))


def usual_yen(tx: Transaction) -> int:
    """The yen of a usual sale: the median of the latest 500, 0 in a shop without sales."""
    yen = sorted(row.yen for row in tx.rows(_USUAL))
    return yen[len(yen) // 2] if yen else 0


def visits_of(tx: Transaction, customer_id: str) -> customers.Visits:
    """How many of a customer's sales stand, and when the latest was."""
    return customers.Visits(*tx.rows(_VISITS, id=customer_id)[0])


def next_receipt(tx: Transaction) -> str:
    """The number proposed for the next receipt of this day, as 20261121-0042."""
    number = int(tx.value(_COUNT, day=tx.today)) + 1
    while by_receipt(tx, proposed := f"{tx.today:%Y%m%d}-{number:04d}"):
        number += 1
    return proposed


@dataclass(frozen=True, slots=True)
class DaySales:
    """A day's purchases: how many customers came, how many of them had come before, and yen taken."""

    customers: int
    returning: int
    yen: int


_DAY = (
    sa.select(Purchase.customer_id, sa.func.sum(Purchase.yen))
    .where(Purchase.day == _bind("day"), _HELD)
    .group_by(Purchase.customer_id)
)
_BEFORE = (
    sa.select(Purchase.customer_id)
    .distinct()
    .where(Purchase.customer_id.in_(_bind("ids", expanding=True)), Purchase.at < _bind("start"), _HELD)
)


def day_sales(tx: Transaction, day: dt.date) -> DaySales:
    """What was sold on a day, and to how many."""
    rows = tx.rows(_DAY, day=day)
    start, _ = tx.settings.bounds(day)
    returning = tx.rows(_BEFORE, ids=[row.customer_id for row in rows], start=start) if rows else ()
    return DaySales(len(rows), len(returning), sum(row[1] for row in rows))
