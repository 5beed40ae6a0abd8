"""What was said before: to this customer, in this situation, and on the time line."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa

from carepos.database import Question, Transaction
from carepos.wording.order import RESTS_FOR, Count
from carepos.wording.tables import LineCount, Said

_bind = sa.bindparam
_HELD = Said.withdrawn_at.is_(None)
_SPOKEN = (Said.line != "", Said.kind != "passed", _HELD)
_LATEST_FIRST = (Said.at.desc(), Said.id.desc())
_TO_CUSTOMER = Question(
    sa.select(Said.line, Said.kind, Said.at)
    .where(Said.customer_id == _bind("id"), Said.line != "", _HELD)
    .order_by(*_LATEST_FIRST)
    .limit(RESTS_FOR)
)
_IN_SITUATION = Question(
    sa.select(Said.line, Said.at)
    .where(Said.situation == _bind("situation"), *_SPOKEN)
    .order_by(*_LATEST_FIRST)
    .limit(RESTS_FOR)
)
_COUNTS = Question(
    sa.select(LineCount.line, LineCount.picked, LineCount.passed, LineCount.at).where(
        LineCount.situation == _bind("situation")
    )
)


@dataclass(frozen=True, slots=True)
class Memory:
    """What the next proposal must know of the past.

    `barred` are the line this customer heard last and those put off today; `latest` the lines of the situation,
    latest first, with when.
    """

    barred: frozenset[str]
    latest: tuple[tuple[str, dt.datetime], ...]
    counts: dict[str, Count]

    def rested_days(self, line: str, now: dt.datetime) -> int | None:
        """Whole days since the line was said in this situation; None if not among the latest forty."""
        return next(((now - at).days for said, at in self.latest if said == line), None)


def recall(tx: Transaction, customer_id: str, situation: str) -> Memory:
    """What is remembered for proposing to this customer in this situation."""
    heard = tx.rows(_TO_CUSTOMER, id=customer_id)
    morning, _ = tx.settings.bounds(tx.today)
    last = next((row.line for row in heard if row.kind != "passed"), None)
    put_off = {row.line for row in heard if row.kind == "passed" and row.at >= morning}
    latest = tuple((row.line, row.at) for row in tx.rows(_IN_SITUATION, situation=situation))
    counts = {
        row.line: Count(row.picked, row.passed).faded(tx.now - row.at) for row in tx.rows(_COUNTS, situation=situation)
    }
    return Memory(frozenset(put_off | ({last} if last else set())), latest, counts)


@dataclass(frozen=True, slots=True)
class SaidEntry:
    """Something that was said ("said", "changed") or written ("note", "letter") to a customer, for the time line."""

    at: dt.datetime
    id: str
    situation: str
    text: str
    staff_id: str | None
    kind: str
    pleased: bool | None


_HISTORY = Question(
    sa.select(*(getattr(Said, field) for field in SaidEntry.__slots__))
    .where(Said.customer_id == _bind("id"), Said.at < _bind("before"), Said.kind != "passed", _HELD)
    .order_by(*_LATEST_FIRST)
    .limit(_bind("most"))
)


def history(tx: Transaction, customer_id: str, before: dt.datetime, most: int) -> list[SaidEntry]:
    """What was said and written to a customer before a moment, latest first."""
    return [SaidEntry(*row) for row in tx.rows(_HISTORY, id=customer_id, before=before, most=most)]
