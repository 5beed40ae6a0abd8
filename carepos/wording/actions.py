"""Remembering what was really said."""

from carepos import customers
from carepos.database import Transaction, command
from carepos.wording.tables import Said


@command("wording.say")
def say(tx: Transaction, op_id: str, customer_id: str, situation: str, line: str, text: str) -> str:
    """A clerk said this line to this customer, so it is not proposed to them again at once (P13)."""
    customers.present(tx, customer_id)
    said = Said(id=op_id, customer_id=customer_id, situation=situation, line=line, text=text[:500], at=tx.now)
    said.staff_id = tx.actor.staff_id
    tx.add(said)
    return op_id


@command("wording.withdraw")
def withdraw(tx: Transaction, op_id: str, said_id: str) -> None:
    """It was not said after all."""
    tx.get(Said, said_id).withdrawn_at = tx.now
