"""Erasing a customer who asks for it (APPI, articles 22 and 35): the person goes, what the shop's books need stays."""

from typing import Any

import sqlalchemy as sa

from carepos import complaints, customers, feedback, promises, wording
from carepos.customers.rules import Keys
from carepos.database import Transaction, command
from carepos.exchange.bulk import Bulk, table

ROOMS = (complaints, customers, feedback, promises, wording)
"""The rooms whose rows are blanked here; naming them makes sure that their tables are declared."""

KEYS = Keys.__slots__
PERSON = {
    **dict.fromkeys(("family", "given", "family_kana", "given_kana", "honorific"), ""),
    **dict.fromkeys(("phone", "email", "card", "birthday", "next_due")),
    **dict.fromkeys(KEYS, ""),
    "language": "ja",
    "channel": "none",
}
WORDS = {
    "customer_notes": ("text",),
    "complaints": ("words", "decision_reason"),
    "promises": ("text",),
    "ratings": ("words",),
    "said": ("text",),
}
"""What was said by, of or to a customer, by table."""


@command("exchange.erase", role="owner")
def erase(tx: Transaction, op_id: str, customer_id: str) -> None:
    """Blanks in place what is known of a person and what was said, and takes them out of every list; never undone.

    Receipts and the points ledger stay as they are, without a name. Raises NotFound("customers.not_found").
    """
    customers.show(tx, customer_id)
    tx.flush()
    _close(tx, customer_id)
    _forget_origin(tx, customer_id)
    for name, columns in WORDS.items():
        _blank(tx, table(name), table(name).c.customer_id == customer_id, dict.fromkeys(columns, ""))
    _blank_person(tx, customer_id)
    _blank_merged(tx, customer_id)
    for room in ("customers", "complaints", "promises", "feedback", "wording"):
        tx.touch(room)


def _blank(tx: Transaction, where: sa.Table, whose: sa.ColumnElement[bool], values: dict[str, Any]) -> None:
    tx.connection.execute(sa.update(where).where(whose).values(**values))


def _close(tx: Transaction, customer_id: str) -> None:
    """Nobody waits any more for what was open; reasons for moving a promise may name them too."""
    made, moves, notes = table("promises"), table("promise_moves"), table("customer_notes")
    mine = sa.select(made.c.id).where(made.c.customer_id == customer_id)
    _blank(tx, moves, moves.c.promise_id.in_(mine), {"reason": ""})
    for name in ("promises", "complaints"):
        rows = table(name)
        _blank(tx, rows, (rows.c.customer_id == customer_id) & (rows.c.state == "open"), {"state": "withdrawn"})
    _blank(tx, notes, (notes.c.customer_id == customer_id) & notes.c.ended_at.is_(None), {"ended_at": tx.now})


def _forget_origin(tx: Transaction, customer_id: str) -> None:
    """Their number elsewhere, what an import changed of them, and unfinished forms."""
    references, changes, drafts = table("import_references"), table("import_changes"), table("drafts")
    notes = table("customer_notes")
    of_notes = sa.select(notes.c.id).where(notes.c.customer_id == customer_id)
    for gone in (
        sa.delete(references).where(references.c.customer_id == customer_id),
        sa.delete(changes).where(changes.c.record_id == customer_id, changes.c.kind == "updated"),
        sa.delete(drafts).where((drafts.c.customer_id == customer_id) | drafts.c.customer_id.in_(of_notes)),
    ):
        tx.connection.execute(gone)


def _blank_person(tx: Transaction, customer_id: str) -> None:
    people = table("customers")
    *keys, last_visit = tx.rows(sa.select(*(people.c[k] for k in KEYS), people.c.last_visit).where(_is(customer_id)))[0]
    Bulk(tx).unpost([(customer_id, Keys(*keys), last_visit)])
    _blank(tx, people, _is(customer_id), PERSON | {"removed_at": tx.now})


def _blank_merged(tx: Transaction, customer_id: str) -> None:
    """Whoever was merged into them is the same person: their old cards go too, and nothing can be taken apart."""
    people, merges = table("customers"), table("customer_merges")
    for row in tx.rows(sa.select(people.c.id).where(people.c.merged_into == customer_id)):
        _blank(tx, people, _is(row.id), PERSON)
        _blank_merged(tx, row.id)
    mine = (merges.c.kept_id == customer_id) | (merges.c.gone_id == customer_id)
    _blank(tx, merges, mine, {"before": "", "undone_at": tx.now})


def _is(customer_id: str) -> sa.ColumnElement[bool]:
    return table("customers").c.id == customer_id
