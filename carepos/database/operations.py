"""The one append-only row behind every command: idempotency, the audit trail, and later sending to a server."""

import datetime as dt
import functools
import hashlib
import typing
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database.base import Base, Id, Moment, Whole
from carepos.database.question import Question
from carepos.database.transaction import Row, Transaction
from carepos.errors import Refused

P = ParamSpec("P")
Answer = TypeVar("Answer")


class Till(Base):
    """A place where commands come from; it counts them without a gap and carries the chain's head."""

    __tablename__ = "tills"
    name: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(Whole)
    digest: Mapped[str]


class Operation(Base):
    """One command that was done: by whom, where, when, what it answered; never changed, never deleted (P50, S09)."""

    __tablename__ = "operations"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    till: Mapped[str]
    sequence: Mapped[int] = mapped_column(Whole)
    staff_id: Mapped[str | None] = mapped_column(Id)
    at: Mapped[dt.datetime] = mapped_column(Moment)
    offset_minutes: Mapped[int]
    kind: Mapped[str]
    answer: Mapped[str]
    digest: Mapped[str]
    __table_args__ = (sa.UniqueConstraint("till", "sequence"), sa.Index(None, "at"))


_FIND = Question(sa.select(Operation.kind, Operation.answer).where(Operation.id == sa.bindparam("id")))
_TILL = Question(sa.select(Till.sequence, Till.digest).where(Till.name == sa.bindparam("till")).with_for_update())
_CHAIN = sa.select(Operation).order_by(Operation.till, Operation.sequence)


def command(
    kind: str, role: str = "staff"
) -> Callable[[Callable[Concatenate[Transaction, str, P], Answer]], Callable[Concatenate[Transaction, str, P], Answer]]:
    """Makes `f(tx, op_id, …)` a command: done once for each op_id, and told to the operations' chain.

    A repeated op_id gets its first answer; one used for another kind is Refused("operation.reused"); a command for the
    owner is Refused("role.owner_only") to others. A command called inside another is a part of that one.
    """

    def make(
        act: Callable[Concatenate[Transaction, str, P], Answer],
    ) -> Callable[Concatenate[Transaction, str, P], Answer]:
        @functools.wraps(act)
        def run(tx: Transaction, op_id: str, *args: P.args, **kwargs: P.kwargs) -> Answer:
            if tx.operation is not None:
                return act(tx, op_id, *args, **kwargs)
            sequence, digest = _hold_till(tx)
            if (first := tx.row(_FIND, id=op_id)) is not None:
                return _first_answer(act, kind, first)
            if role == "owner" and tx.actor.role != "owner":
                raise Refused("role.owner_only")
            return _do(tx, op_id, functools.partial(act, tx, op_id, *args, **kwargs), kind, sequence, digest)

        return typing.cast(Callable[Concatenate[Transaction, str, P], Answer], run)

    return make


def _hold_till(tx: Transaction) -> tuple[int, str]:
    """The till's count and chain head; on a server the row stays locked until the command is done."""
    row = tx.row(_TILL, till=tx.actor.till)
    if row is None:
        tx.connection.execute(sa.insert(Till).values(name=tx.actor.till, sequence=0, digest=""))
        return 0, ""
    return row.sequence, row.digest


def _first_answer(act: Callable[..., Answer], kind: str, first: Row) -> Answer:
    if first.kind != kind:
        raise Refused("operation.reused")
    answer: Answer = msgspec.json.decode(first.answer, type=typing.get_type_hints(act)["return"])
    return answer


def _do(tx: Transaction, op_id: str, act: Callable[[], Answer], kind: str, sequence: int, digest: str) -> Answer:
    tx.operation = op_id
    try:
        answer = act()
        _append(tx, op_id, kind, msgspec.json.encode(answer).decode(), sequence + 1, digest)
    finally:
        tx.operation = None
    return answer


def _append(tx: Transaction, op_id: str, kind: str, answer: str, sequence: int, before: str) -> None:
    offset = tx.now.astimezone(tx.settings.zone).utcoffset() or dt.timedelta()
    row = Operation(
        id=op_id,
        till=tx.actor.till,
        sequence=sequence,
        staff_id=tx.actor.staff_id,
        at=tx.now,
        offset_minutes=int(offset.total_seconds()) // 60,
        kind=kind,
        answer=answer,
    )
    row.digest = digest_of(row, before)
    tx.add(row)
    head = sa.update(Till).where(Till.name == tx.actor.till).values(sequence=sequence, digest=row.digest)
    tx.connection.execute(head)


def digest_of(row: Operation, before: str) -> str:
    """SHA-256 over a row and the digest of the row before it; holds ids and whole numbers, no personal data."""
    at = row.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    parts = (before, row.id, row.till, str(row.sequence), row.staff_id or "", at, str(row.offset_minutes), row.kind)
    return hashlib.sha256("\x1f".join((*parts, row.answer)).encode()).hexdigest()


def broken_links(tx: Transaction) -> list[str]:
    """Ids of operations whose chain does not hold, and names of tills whose head was cut off (S09)."""
    wrong: list[str] = []
    heads: dict[str, tuple[int, str]] = {}
    for row in tx.session.scalars(_CHAIN.execution_options(yield_per=5000)):
        count, digest = heads.get(row.till, (0, ""))
        if row.sequence != count + 1 or row.digest != digest_of(row, digest):
            wrong.append(row.id)
        heads[row.till] = (row.sequence, row.digest)
        tx.session.expunge(row)
    tills = tx.rows(sa.select(Till.name, Till.sequence, Till.digest))
    return wrong + [till.name for till in tills if heads.get(till.name, (0, "")) != (till.sequence, till.digest)]
