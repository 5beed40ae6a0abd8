"""Taken from the one kept, while two were merged, for sales of the other's: once apart it is the other who bears it."""

import sqlalchemy as sa

from carepos import customers
from carepos.database import Transaction, new_id
from carepos.loyalty import ledger, queries
from carepos.loyalty.ledger import entry_of
from carepos.loyalty.moved import lots_of
from carepos.loyalty.tables import PointEntry

_about = sa.orm.aliased(PointEntry)
_BORNE = (
    sa.select(PointEntry)
    .join(_about, _about.id == PointEntry.reverses)
    .where(
        PointEntry.customer_id == sa.bindparam("kept"),
        PointEntry.kind.in_(("return", "undo")),
        _about.customer_id != PointEntry.customer_id,
        ~queries.undone(PointEntry),
    )
    .order_by(PointEntry.at.desc(), PointEntry.id.desc())
)


def borne_for(tx: Transaction, kept: str, gone: str) -> list[PointEntry]:
    """What stands on the one kept and is about movements of the other, who is apart again; the latest first."""
    rows = tx.session.scalars(_BORNE, {"kept": kept}).all()
    return [row for row in rows if customers.current(tx, _cause(tx, row).customer_id) == gone]


def free(tx: Transaction, row: PointEntry) -> PointEntry:
    """Gives the one kept back what a row took, into the lots it took it from."""
    freed = entry_of(tx, new_id(), row.customer_id, "undo", -row.points)
    freed.reverses, freed.receipt = row.id, row.receipt
    ledger.give_back(tx, freed, row)
    return freed


def bear(tx: Transaction, gone: str, row: PointEntry, freed: PointEntry) -> None:
    """The same row once more, for the one who is back: out of the points it is about, and owed where they are used."""
    again = entry_of(tx, new_id(), gone, row.kind, row.points)
    again.receipt, again.purchase_id, again.rule_id = row.receipt, row.purchase_id, row.rule_id
    again.base_yen, again.settled = row.base_yen, row.settled
    again.reverses = row.reverses if row.kind == "return" else freed.id  # a movement is undone only once
    ledger.take(tx, again, lots_of(tx, _cause(tx, row)), ledger.ANY_DEBT)


def _cause(tx: Transaction, row: PointEntry) -> PointEntry:
    """The movement which a row took back."""
    while (row := tx.get(PointEntry, str(row.reverses))).kind == "undo":
        pass
    return row
