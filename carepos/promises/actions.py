"""Promising, keeping, moving with a reason, handing over (P04, P32, P49)."""

import datetime as dt

import sqlalchemy as sa

from carepos import customers
from carepos.database import Transaction, command
from carepos.errors import Refused
from carepos.promises import rules
from carepos.promises.tables import Promise, PromiseMove


@command("promises.make")
def make(
    tx: Transaction,
    op_id: str,
    customer_id: str,
    text: str,
    due_at: dt.datetime,
    holder_id: str | None = None,
    complaint_id: str | None = None,
) -> str:
    """Promises something by an aware moment and returns the promise's id; the actor holds it if nobody else.

    Raises Refused("promise.empty"), ("promise.past"), ("date.far").
    """
    rules.check_due(due_at, tx.now)
    customers.present(tx, customer_id)
    promise = Promise(id=op_id, customer_id=customer_id, complaint_id=complaint_id, text=rules.text_of(text))
    promise.due_at, promise.holder_id, promise.state = due_at, holder_id or tx.actor.staff_id, "open"
    promise.made_at, promise.made_by = tx.now, tx.actor.staff_id
    tx.add(promise)
    tell_customer(tx, customer_id)
    return op_id


def tell_customer(tx: Transaction, customer_id: str) -> None:
    """Keeps the soonest open promise's time beside the customer; also after promises moved between customers."""
    soonest = sa.select(sa.func.min(Promise.due_at, type_=Promise.due_at.type)).where(
        Promise.customer_id == customer_id, Promise.state == "open"
    )
    customers.set_next_due(tx, customer_id, tx.value(soonest))


def _open(tx: Transaction, promise_id: str) -> Promise:
    promise = tx.get(Promise, promise_id)
    if promise.state != "open":
        raise Refused("promise.closed")
    return promise


@command("promises.keep")
def keep(tx: Transaction, op_id: str, promise_id: str) -> None:
    """The promise was kept, now; raises Refused("promise.closed") for one that is not open."""
    promise = _open(tx, promise_id)
    promise.state, promise.kept_at, promise.kept_by = "kept", tx.now, tx.actor.staff_id
    tell_customer(tx, promise.customer_id)


@command("promises.reopen")
def reopen(tx: Transaction, op_id: str, promise_id: str) -> None:
    """Takes back a keeping or a withdrawal that was a slip."""
    promise = tx.get(Promise, promise_id)
    promise.state, promise.kept_at, promise.kept_by = "open", None, None
    tell_customer(tx, promise.customer_id)


@command("promises.withdraw")
def withdraw(tx: Transaction, op_id: str, promise_id: str) -> None:
    """The promise was recorded by mistake; nobody counts it."""
    promise = _open(tx, promise_id)
    promise.state = "withdrawn"
    tell_customer(tx, promise.customer_id)


@command("promises.move")
def move(tx: Transaction, op_id: str, promise_id: str, due_at: dt.datetime, reason: str) -> None:
    """Promises a new time, with the reason told to the customer; raises Refused("reason.missing"), ("promise.past")."""
    promise = _open(tx, promise_id)
    rules.check_due(due_at, tx.now)
    _note_move(tx, op_id, promise, due_at, promise.holder_id, reason)


@command("promises.hand_over")
def hand_over(tx: Transaction, op_id: str, promise_id: str, holder_id: str, reason: str) -> None:
    """A colleague takes the promise over with its story, so that the customer repeats nothing (P32)."""
    promise = _open(tx, promise_id)
    _note_move(tx, op_id, promise, promise.due_at, holder_id, reason)


def _note_move(
    tx: Transaction, op_id: str, promise: Promise, due_at: dt.datetime, holder_id: str | None, reason: str
) -> None:
    if not reason.strip():
        raise Refused("reason.missing", field="reason")
    moved = PromiseMove(id=op_id, promise_id=promise.id, was_due_at=promise.due_at, due_at=due_at, at=tx.now)
    moved.was_holder_id, moved.holder_id = promise.holder_id, holder_id
    moved.reason, moved.staff_id = rules.text_of(reason), tx.actor.staff_id
    tx.add(moved)
    promise.due_at, promise.holder_id = due_at, holder_id
    tell_customer(tx, promise.customer_id)
