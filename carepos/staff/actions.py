"""Taking people on, letting them go, and checking that it is them."""

import functools
import math

import argon2
import sqlalchemy as sa

from carepos.database import Transaction, command
from carepos.errors import Refused
from carepos.staff import rules
from carepos.staff.tables import Attempts, Person


@functools.cache
def hasher() -> argon2.PasswordHasher:
    """argon2id with 64 MiB, 3 passes, 1 lane (S01)."""
    return argon2.PasswordHasher(time_cost=3, memory_cost=65536, parallelism=1)


@command("staff.add", role="owner")
def add(tx: Transaction, op_id: str, name: str, pin: str, role: str = rules.STAFF, passphrase: str = "") -> str:
    """Takes somebody on and returns their id; an owner brings a passphrase too.

    Raises Refused: "staff.name", "staff.role", "pin.shape", "pin.common", "passphrase.short".
    """
    if fault := rules.newcomer_fault(name, pin, role, passphrase):
        raise Refused(fault)
    kept = hasher().hash(rules.typed_pin(pin))
    secret = hasher().hash(passphrase) if role == rules.OWNER else None
    tx.add(Person(id=op_id, name=name.strip(), role=role, pin_hash=kept, passphrase_hash=secret, since=tx.now))
    return op_id


@command("staff.change_pin", role="owner")
def change_pin(tx: Transaction, op_id: str, staff_id: str, pin: str) -> None:
    """Gives somebody a new PIN and forgets their wrong tries; raises Refused("pin.shape") or ("pin.common")."""
    pin = rules.typed_pin(pin)
    if fault := rules.pin_fault(pin):
        raise Refused(fault)
    tx.get(Person, staff_id).pin_hash = hasher().hash(pin)
    forget_attempts(tx, staff_id)


@command("staff.set_own_card", role="owner")
def set_own_card(tx: Transaction, op_id: str, staff_id: str, customer_id: str | None) -> None:
    """Keeps who somebody is as a customer: on that card they move no points themselves."""
    tx.get(Person, staff_id).customer_id = customer_id


@command("staff.leave", role="owner")
def leave(tx: Transaction, op_id: str, staff_id: str) -> None:
    """Somebody works here no longer; their deeds keep their name. Raises Refused("staff.last_owner")."""
    person = tx.get(Person, staff_id)
    owners = tx.value(sa.select(sa.func.count()).where(Person.role == rules.OWNER, Person.left_at.is_(None)))
    if person.role == rules.OWNER and owners == 1:
        raise Refused("staff.last_owner")
    person.left_at = tx.now


def count_attempt(tx: Transaction, staff_id: str) -> int:
    """Counts a try before it is checked; commit this first. Returns the seconds still to wait, 0 to go on.

    A try made too early is not counted. Raises Refused("pin.locked").
    """
    tries = tx.session.get(Attempts, staff_id, with_for_update=True)
    if tries is None:
        tx.add(Attempts(staff_id=staff_id, count=1, last_at=tx.now))
        return 0
    # A clock set back must not shorten the wait, nor lengthen it for ever: the wait begins anew.
    tries.last_at = min(tries.last_at, tx.now)
    wait = _seconds_to_wait(tx, tries)
    if not wait:
        tries.count, tries.last_at = tries.count + 1, tx.now
    tx.flush()
    return wait


def _seconds_to_wait(tx: Transaction, tries: Attempts) -> int:
    if tries.count >= rules.MOST_TRIES and tx.get(Person, tries.staff_id).role != rules.OWNER:
        raise Refused("pin.locked")
    wait = rules.wait_until(tries.count, min(tries.last_at, tx.now)) - tx.now
    return max(0, math.ceil(wait.total_seconds()))


def check_pin(tx: Transaction, staff_id: str, pin: str) -> bool:
    """Whether this is their PIN; a right one forgets the wrong tries. Commit `count_attempt` first."""
    person = tx.get(Person, staff_id)
    return person.left_at is None and _check(tx, staff_id, person.pin_hash, rules.typed_pin(pin))


def is_pin(tx: Transaction, staff_id: str, pin: str) -> bool:
    """Whether this is their PIN, for while nothing can be written: whoever asks counts the try.

    Raises Refused("pin.locked"), ("pin.wait").
    """
    person, tries = tx.get(Person, staff_id), tx.session.get(Attempts, staff_id)
    if tries is not None and (wait := _seconds_to_wait(tx, tries)):
        raise Refused("pin.wait", seconds=wait)
    return person.left_at is None and _is_right(person.pin_hash, rules.typed_pin(pin))


def check_passphrase(tx: Transaction, staff_id: str, passphrase: str) -> bool:
    """Whether this is the owner's passphrase; counted like a PIN."""
    return _check(tx, staff_id, tx.get(Person, staff_id).passphrase_hash or "", passphrase)


def _check(tx: Transaction, staff_id: str, kept: str, given: str) -> bool:
    if not _is_right(kept, given):
        return False
    forget_attempts(tx, staff_id)
    return True


def _is_right(kept: str, given: str) -> bool:
    try:
        return hasher().verify(kept, given)
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def forget_attempts(tx: Transaction, staff_id: str) -> None:
    """Sets the count of wrong tries back to none."""
    tx.connection.execute(sa.delete(Attempts).where(Attempts.staff_id == staff_id))
    tx.touch("staff")
