"""Bringing in what customers bought elsewhere: no points (the opening balance holds them), but visits."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from carepos.database import Transaction
from carepos.errors import Refused
from carepos.exchange import rules
from carepos.exchange.bulk import Bulk, Ids, chunks, table
from carepos.exchange.incoming import change_customers
from carepos.exchange.questions import MANY, Here, Questions
from carepos.exchange.receipts import Receipt
from carepos.exchange.rejects import Rejects

CHUNK = 1000


class Sales:
    """One file's receipts on their way in."""

    def __init__(self, tx: Transaction, tally: rules.Tally, rejects: Rejects, source: str) -> None:
        self.tx, self.tally, self.rejects, self.source = tx, tally, rejects, source
        self._bulk, self._ids = Bulk(tx), Ids()
        self._waiting: dict[str, Receipt] = {}
        self._visits: dict[str, tuple[int, dt.datetime]] = {}
        self._questions = Questions(tx)
        purchases = table("purchases").c
        self._known = sa.select(
            purchases.receipt, purchases.id, purchases.yen, purchases.returned_yen, purchases.customer_id
        ).where(purchases.source == tally.kind, purchases.receipt.in_(MANY), purchases.withdrawn_at.is_(None))
        references = table("import_references").c
        self._refunded = sa.select(references.reference).where(
            references.source == self._refunds, references.reference.in_(MANY)
        )

    @property
    def _refunds(self) -> str:
        return f"{self.tally.kind}.refund"

    def add(self, receipt: Receipt) -> None:
        """Takes one receipt in, now or with the next thousand; raises Refused for a number that was here before."""
        if receipt.refund:
            self.flush()
            self._refund(receipt)
            return
        if other := self._waiting.get(receipt.number):
            raise Refused("receipt.duplicate", field="number", other_line=other.line)
        self._waiting[receipt.number] = receipt
        if len(self._waiting) >= CHUNK:
            self.flush()

    def flush(self) -> None:
        """Writes what is waiting."""
        waiting, self._waiting = list(self._waiting.values()), {}
        known = self._rows(self._known, {one.number for one in waiting})
        fresh = [one for one in waiting if one.number not in known]
        for one in waiting:
            if one.number in known:
                self._meet(one, known[one.number])
        self._write(fresh, self._questions.holders(fresh, self.source))

    def _rows(self, statement: sa.Select[Any], many: set[str]) -> dict[str, Any]:
        return {row[0]: row for row in self.tx.rows(statement, many=sorted(many))} if many else {}

    def _meet(self, receipt: Receipt, known: Any) -> None:
        """A receipt that is here: the same again changes nothing, more brought back since is noted."""
        if line := self._ids.line(known.id):
            wrong = Refused("receipt.duplicate", field="number", other_line=line)
            self.rejects.add(receipt.line, receipt.rows, wrong)
        elif known.returned_yen < receipt.returned <= known.yen:
            self._give_back(known, receipt.returned, None)
        else:
            self.tally.unchanged += 1

    def _give_back(self, known: Any, returned: int, marker: str | None) -> None:
        purchases = table("purchases")
        self.tx.connection.execute(sa.update(purchases).where(purchases.c.id == known.id).values(returned_yen=returned))
        if not self._ids.line(known.id):
            self.tally.updated += 1
        self._note_return(known, returned, marker)

    def _note_return(self, known: Any, returned: int, marker: str | None) -> None:
        """Remembers what an undo takes back; a second return of one purchase in one file joins the first."""
        changes = table("import_changes")
        mine = (changes.c.batch_id == self.tally.batch, changes.c.kind == "returned", changes.c.record_id == known.id)
        before = self.tx.value(sa.select(changes.c.before).where(*mine))
        facts = msgspec.json.decode(before) if before else {"before": known.returned_yen, "markers": []}
        facts |= {"after": returned, "markers": [*facts["markers"], *([marker] if marker else [])]}
        self.tx.connection.execute(sa.delete(changes).where(*mine))
        batch, told = self._bulk.id(self.tally.batch), msgspec.json.encode(facts).decode()
        row = (batch, "returned", self._bulk.id(known.id), told)
        self._bulk.insert("import_changes", "batch_id kind record_id before", [row])

    def _refund(self, receipt: Receipt) -> None:
        """Takes a refund off the sale it belongs to, once; raises Refused("receipt.unknown"), ("return.too_much")."""
        marker = f"{receipt.number} {receipt.at.isoformat()} {receipt.yen}"
        if self._rows(self._refunded, {marker}):
            self.tally.unchanged += 1
            return
        known = self._rows(self._known, set(receipt.originals))
        sale = next((known[number] for number in receipt.originals if number in known), None)
        if sale is None:
            raise Refused("receipt.unknown", field="number")
        if sale.returned_yen + receipt.yen > sale.yen:
            raise Refused("return.too_much", field="number", most=sale.yen - sale.returned_yen)
        row = (self._refunds, marker, self._bulk.id(sale.customer_id))
        self._bulk.insert("import_references", "source reference customer_id", [row])
        self._give_back(sale, sale.returned_yen + receipt.yen, marker)

    def _write(self, receipts: Sequence[Receipt], holders: dict[int, str]) -> None:
        whose = ((one, holders[one.line]) for one in receipts)
        held = [(self._bulk.id(self._ids.of(one.line)), holder, one) for one, holder in whose if holder]
        self.tally.without_customer += len(receipts) - len(held)
        self.tally.purchases += len(held)
        self._bulk.insert(
            "purchases", "id customer_id at day source receipt yen returned_yen",
            [(id_, self._bulk.id(customer), self._bulk.moment(one.at), self._bulk.day(self.tx.settings.day_of(one.at)),
              self.tally.kind, one.number, one.yen, one.returned) for id_, customer, one in held],
        )  # fmt: skip
        self._bulk.insert(
            "purchase_lines", "purchase_id position item thousandths yen",
            [(id_, position, line.item, line.thousandths, line.yen)
             for id_, _, one in held for position, line in enumerate(one.lines)],
        )  # fmt: skip
        batch = self._bulk.id(self.tally.batch)
        self._bulk.insert("import_changes", "batch_id kind record_id", [(batch, "purchase", id_) for id_, _, _ in held])
        for _, customer, one in held:
            count, latest = self._visits.get(customer, (0, one.at))
            self._visits[customer] = count + 1, max(latest, one.at)

    def finish(self) -> None:
        """Writes what is left, and each customer's visits at once."""
        self.flush()
        for some in chunks(list(self._visits), CHUNK):
            self._write_visits(some)

    def _write_visits(self, ids: Sequence[str]) -> None:
        customers = table("customers").c
        columns = (*(customers[name] for name in Here._fields), customers.visits)
        rows = self.tx.rows(sa.select(*columns).where(customers.id.in_(MANY)), many=list(ids))
        changes = [(Here(*row[:-1]), self._visited(row)) for row in rows]
        change_customers(self.tx, self._bulk, changes)
        batch = self._bulk.id(self.tally.batch)
        notes = [
            (batch, "updated", self._bulk.id(row.id), _facts({name: getattr(row, name) for name in after}, after))
            for row, (_, after) in zip(rows, changes, strict=True)
        ]
        self._bulk.insert("import_changes", "batch_id kind record_id before", notes)

    def _visited(self, row: Any) -> dict[str, Any]:
        count, latest = self._visits[row.id]
        later = row.last_visit is None or latest > row.last_visit
        return {"visits": row.visits + count} | ({"last_visit": latest} if later else {})


def _facts(before: dict[str, Any], after: dict[str, Any]) -> str:
    return msgspec.json.encode({"before": before, "after": after, "reference": None}).decode()
