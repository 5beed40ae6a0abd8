"""What a file seems to be, and which files have been brought in."""

import datetime as dt
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import sqlalchemy as sa

from carepos.database import Transaction
from carepos.exchange import kinds, reading, rules
from carepos.exchange.tables import ImportBatch


@dataclass(frozen=True, slots=True)
class Batch:
    """One file that was brought in, and when it was taken back if it was."""

    id: str
    kind: str
    name: str
    at: dt.datetime
    rows: int
    added: int
    updated: int
    purchases: int
    undone_at: dt.datetime | None


_BATCHES = sa.select(*(getattr(ImportBatch, name) for name in Batch.__slots__)).order_by(
    ImportBatch.at.desc(), ImportBatch.id.desc()
)


def look(path: Path) -> rules.Look:
    """Recognises a file without writing anything; raises Refused("file.not_found"), ("file.not_a_table"), …"""
    source = reading.check(path)
    found = reading.rows(source)
    _, header = next(found)
    first = [cells for _, cells in islice(found, rules.FIRST_ROWS)]
    count = len(first) + sum(1 for _ in found)
    kind = kinds.recognise(header)
    columns = kinds.columns_of(kind, header)
    unread = kinds.unread(header, columns, kinds.named(kind or rules.ANY))
    return rules.Look(kind, source.encoding, count, header, first, columns, unread)


def batches(tx: Transaction) -> list[Batch]:
    """Every file that was brought in, latest first."""
    return [Batch(*row) for row in tx.rows(_BATCHES)]
