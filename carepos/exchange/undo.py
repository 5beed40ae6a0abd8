"""Taking a batch back: what it added goes, what it changed stands as before; the ledger is reversed, never erased."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
import sqlalchemy as sa

from carepos.customers.rules import Keys
from carepos.database import Base, Transaction, command
from carepos.errors import Refused
from carepos.exchange import kinds, rules
from carepos.exchange.bulk import Bulk, Ids, chunks, table
from carepos.exchange.incoming import change_customers
from carepos.exchange.questions import MANY, Here
from carepos.exchange.tables import ImportBatch, ImportChange

CHUNK = 1000
BATCH_OWNED = {"customer_lookup", "customers", "import_references", "point_lots", "point_balances"}
"""Tables that follow from others: what stands in them is no sign that a customer came back (`customer_merges` is one
that another was merged into them)."""


@dataclass(slots=True)
class _Going:
    """What the undoing of one batch has done so far."""

    ids: Ids = field(default_factory=Ids)
    entries: int = 0
    taken_out: int = 0
    put_back: int = 0
    purchases: int = 0
    points: int = 0
    kept: list[str] = field(default_factory=list)


@command("exchange.undo", role="owner")
def undo(tx: Transaction, op_id: str, batch_id: str) -> rules.Undone:
    """Takes a batch back; customers who have got something else since are kept and listed.

    Raises NotFound("import_batches.not_found"), Refused("import.undone").
    """
    batch = tx.get(ImportBatch, batch_id)
    if batch.undone_at is not None:
        raise Refused("import.undone")
    batch.undone_at = tx.now
    tx.flush()
    going, source = _Going(), kinds.named(batch.kind).source
    _withdraw_purchases(tx, batch_id, going)
    _put_returns_back(tx, batch, going)
    _put_customers_back(tx, batch_id, source, going)
    _take_out(tx, batch_id, source, going)
    for room in ("exchange", "customers", "loyalty", "purchases"):
        tx.touch(room)
    return rules.Undone(
        batch_id, going.taken_out, going.put_back, going.purchases, going.points, tuple(dict.fromkeys(going.kept))
    )


def _changes(tx: Transaction, batch_id: str, kind: str) -> Sequence[Any]:
    statement = sa.select(ImportChange.record_id, ImportChange.before).where(
        ImportChange.batch_id == batch_id, ImportChange.kind == kind
    )
    return tx.rows(statement)


def _of_batch(batch_id: str, kind: str) -> sa.Select[Any]:
    return sa.select(ImportChange.record_id).where(ImportChange.batch_id == batch_id, ImportChange.kind == kind)


def _withdraw_purchases(tx: Transaction, batch_id: str, going: _Going) -> None:
    purchases = table("purchases")
    mine = purchases.c.id.in_(_of_batch(batch_id, "purchase"))
    done = sa.update(purchases).where(mine, purchases.c.withdrawn_at.is_(None)).values(withdrawn_at=tx.now)
    going.purchases = tx.connection.execute(done).rowcount


def _put_returns_back(tx: Transaction, batch: ImportBatch, going: _Going) -> None:
    """What the file said was brought back is not any more; what came back at the counter since stays so."""
    purchases, references = table("purchases"), table("import_references")
    for purchase, before in _changes(tx, batch.id, "returned"):
        facts = msgspec.json.decode(before)
        less = purchases.c.returned_yen - (facts["after"] - facts["before"])
        tx.connection.execute(sa.update(purchases).where(purchases.c.id == purchase).values(returned_yen=less))
        markers = (references.c.source == f"{batch.kind}.refund", references.c.reference.in_(facts["markers"]))
        tx.connection.execute(sa.delete(references).where(*markers))


def _put_customers_back(tx: Transaction, batch_id: str, source: str, going: _Going) -> None:
    """Each field that still says what the file said gets back what stood there before."""
    changes = _changes(tx, batch_id, "updated")
    for some in chunks(changes, CHUNK):
        _put_some_back(tx, {row.record_id: msgspec.json.decode(row.before) for row in some}, source, going)


def _put_some_back(tx: Transaction, facts: dict[str, dict[str, Any]], source: str, going: _Going) -> None:
    customers = table("customers").c
    columns = (*(customers[name] for name in Here._fields), customers.visits)
    changes = []
    here = sa.select(*columns).where(customers.id.in_(MANY), customers.merged_into.is_(None))
    found = tx.rows(here, many=list(facts))
    going.kept += facts.keys() - {row.id for row in found}  # merged since: they stand in no list any more
    for row in found:
        back = _what_goes_back(row, facts[row.id])
        changes.append((Here(*row[:-1]), back))
        if back.keys() != facts[row.id]["before"].keys():
            going.kept.append(row.id)
    change_customers(tx, Bulk(tx), changes)
    going.put_back += len(changes)
    references = table("import_references")
    mine = [fact["reference"] for fact in facts.values() if fact["reference"]]
    for some in chunks(mine):
        gone = (references.c.source == source, references.c.reference.in_(some))
        tx.connection.execute(sa.delete(references).where(*gone))


def _what_goes_back(row: Any, facts: dict[str, Any]) -> dict[str, Any]:
    back: dict[str, Any] = {}
    for name, after in facts["after"].items():
        before, now = facts["before"][name], getattr(row, name)
        if name == "visits":
            back[name] = now - (after - before)
        elif name == "last_visit":
            if now == dt.datetime.fromisoformat(after):
                back[name] = dt.datetime.fromisoformat(before) if before else None
        elif now == after:
            back[name] = before
    return back


def _take_out(tx: Transaction, batch_id: str, source: str, going: _Going) -> None:
    """Customers the batch added go with their points and notes; those with a life of their own since are kept."""
    customers = table("customers").c
    mine = sa.select(customers.id).where(customers.id.in_(_of_batch(batch_id, "added")))
    kept = [row.id for row in tx.rows(mine.where(sa.or_(*_lives(tx, batch_id, source))))]
    going.kept += kept
    staying = set(kept)
    leaving = [row.record_id for row in _changes(tx, batch_id, "added") if row.record_id not in staying]
    entries = [row.record_id for row in _changes(tx, batch_id, "points")]
    for some in chunks(entries, CHUNK):
        _reverse(tx, some, staying, going)
    for some in chunks(leaving, CHUNK):
        _remove(tx, some)
    going.taken_out = len(leaving)


def _lives(tx: Transaction, batch_id: str, source: str) -> Iterable[sa.ColumnElement[bool]]:
    """Something of any room that points at the customer and is not of this batch; another file's mention of them."""
    customer = table("customers").c.id
    own = {"point_entries": "points", "customer_notes": "note"}
    for other in Base.metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column is not customer or other.name in BATCH_OWNED:
                continue
            more = [other.c.id.not_in(_of_batch(batch_id, own[other.name]))] if other.name in own else []
            more += [other.c.withdrawn_at.is_(None)] if other.name == "purchases" else []
            yield sa.exists().where(key.parent == customer, *more)
    references, changes = table("import_references").c, table("import_changes").c
    yield sa.exists().where(references.customer_id == customer, references.source != source)
    yield sa.exists().where(
        changes.record_id == customer, changes.batch_id.in_(_others(batch_id)), changes.kind == "updated"
    )


def _others(batch_id: str) -> sa.Select[Any]:
    """Batches that are still in force."""
    return sa.select(ImportBatch.id).where(ImportBatch.id != batch_id, ImportBatch.undone_at.is_(None))


def _reverse(tx: Transaction, entries: Sequence[str], staying: set[str], going: _Going) -> None:
    """Opening lots nobody has drawn on are taken back by rows that say so (`loyalty.undo`, for many at once)."""
    lots, points = table("point_lots").c, table("point_entries").c
    joined = sa.join(table("point_lots"), table("point_entries"), lots.entry_id == points.id)
    question = sa.select(points.id, points.customer_id, points.points, lots.left).select_from(joined)
    rows = tx.rows(question.where(points.id.in_(MANY)), many=list(entries))
    going.kept += [row.customer_id for row in rows if row.left != row.points]
    whole = [row for row in rows if row.left == row.points and row.customer_id not in staying]
    bulk, reversing = Bulk(tx), []
    for row in whole:
        going.entries += 1
        reversing.append((bulk.id(going.ids.of(going.entries)), bulk.id(row.id), bulk.id(row.customer_id), row.points))
    _write_reversing(tx, bulk, reversing)
    going.points += sum(row.points for row in whole)


def _write_reversing(tx: Transaction, bulk: Bulk, rows: Sequence[tuple[Any, Any, Any, int]]) -> None:
    staff_id = bulk.maybe_id(tx.actor.staff_id)
    by = (bulk.maybe_id(tx.operation), "undo", bulk.moment(tx.now), bulk.day(tx.today), tx.actor.till, staff_id)
    columns = "id reverses customer_id points operation_id kind at day till staff_id"
    written = [(id_, entry, customer, -points, *by) for id_, entry, customer, points in rows]
    bulk.insert("point_entries", columns, written)
    bulk.insert("point_draws", "entry_id lot_id points", [(id_, entry, points) for id_, entry, _, points in rows])
    if rows:
        bulk.run('UPDATE point_lots SET "left" = 0 WHERE entry_id = ?', [(entry,) for _, entry, _, _ in rows])
        less = "UPDATE point_balances SET points = points - ? WHERE customer_id = ?"
        bulk.run(less, [(points, customer) for _, _, customer, points in rows])


def _remove(tx: Transaction, ids: Sequence[str]) -> None:
    """Out of every list; those the ledger or a withdrawn receipt names stay as removed, without their card."""
    customers, notes = table("customers"), table("customer_notes")
    references = table("import_references")
    names = (*Keys.__slots__, "id", "last_visit")
    rows = tx.rows(sa.select(*(customers.c[name] for name in names)).where(customers.c.id.in_(MANY)), many=list(ids))
    Bulk(tx).unpost([(row.id, Keys(*row[: len(Keys.__slots__)]), row.last_visit) for row in rows])
    for other in (references, notes):
        tx.connection.execute(sa.delete(other).where(other.c.customer_id.in_(MANY)), {"many": list(ids)})
    mine = customers.c.id.in_(MANY)
    tx.connection.execute(sa.delete(customers).where(mine, *_unnamed()), {"many": list(ids)})
    gone = sa.update(customers).where(mine).values(removed_at=tx.now, card=None)
    tx.connection.execute(gone, {"many": list(ids)})


def _unnamed() -> list[sa.ColumnElement[bool]]:
    customers = table("customers")
    return [
        ~sa.exists().where(other.c.customer_id == customers.c.id).correlate(customers)
        for other in (table("point_entries"), table("purchases"))
    ]
