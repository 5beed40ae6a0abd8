"""Taking everything out as CSV files that any spreadsheet opens and no spreadsheet runs (S-rule of failure F62)."""

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from carepos import complaints, customers, daybook, feedback, loyalty, promises, purchases, staff, wording
from carepos.database import Transaction, command
from carepos.errors import Refused
from carepos.exchange.bulk import table
from carepos.exchange.rules import harmless

ROOMS = (complaints, customers, daybook, feedback, loyalty, promises, purchases, staff, wording)
"""The rooms whose rows are taken out; naming them makes sure that their tables are declared."""

AT_ONCE = 2000
FILES = {
    "customer_notes": "notes",
    "purchases": "purchases",
    "purchase_lines": "lines",
    "point_entries": "points",
    "point_lots": "lots",
    "point_draws": "draws",
    "point_rules": "programmes",
    "promises": "promises",
    "promise_moves": "moves",
    "complaints": "complaints",
    "ratings": "ratings",
    "said": "said",
    "own_lines": "own_sayings",
    "own_rules": "own_rules",
    "day_notes": "days",
    "staff": "staff",
}
SECRET = {"pin_hash", "passphrase_hash"}
CUSTOMER = (
    "id family given family_kana given_kana honorific phone email card birthday language channel register tier"
    " since last_visit visits"
)


def export(tx: Transaction, op_id: str, folder: Path) -> list[Path]:
    """Writes everything into a folder as CSV (UTF-8 with BOM) and returns the files; the owner only.

    Times are in the shop's zone. Raises Refused("role.owner_only"), ("folder.not_writable"). Asked again with the same
    `op_id`, it writes nothing anew. Changes nothing either, yet is told to the chain of operations (S11).
    """
    _export(tx, op_id, folder)
    return [folder / f"{stem}.csv" for stem in ("customers", *FILES.values())]


@command("exchange.export", role="owner")
def _export(tx: Transaction, op_id: str, folder: Path) -> int:
    """How many files were written: the chain names no folder of anybody's."""
    tx.flush()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _customers(tx, folder)
        for name, stem in FILES.items():
            _table(tx, folder, name, stem)
    except OSError:
        raise Refused("folder.not_writable", folder=str(folder)) from None
    return 1 + len(FILES)


def _customers(tx: Transaction, folder: Path) -> None:
    """Customers as our own import reads them, with their points."""
    people, balances = table("customers").c, table("point_balances").c
    joined = sa.outerjoin(table("customers"), table("point_balances"), balances.customer_id == people.id)
    points = sa.func.coalesce(balances.points, 0).label("points")
    columns = (*(people[name] for name in CUSTOMER.split()), points)
    rows = sa.select(*columns).select_from(joined).where(people.removed_at.is_(None)).order_by(people.id)
    _write(tx, folder / "customers.csv", rows)


def _table(tx: Transaction, folder: Path, name: str, stem: str) -> None:
    whole = table(name)
    told = (column for column in whole.c if column.name not in SECRET)
    _write(tx, folder / f"{stem}.csv", sa.select(*told).order_by(*whole.primary_key.columns))


def _write(tx: Transaction, path: Path, rows: sa.Select[Any]) -> None:
    """Streams a question's answer into a file only its owner may read; a half-written one is never left."""
    unfinished = path.with_suffix(".part")
    with open(unfinished, "w", encoding="utf-8-sig", newline="", opener=_for_owner) as file:
        writer = csv.writer(file)
        answer = tx.connection.execute(rows, execution_options={"stream_results": True})
        writer.writerow(answer.keys())
        for some in answer.partitions(AT_ONCE):
            writer.writerows(_cells(tx, row) for row in some)
    unfinished.replace(path)


def _cells(tx: Transaction, row: Sequence[Any]) -> Iterable[Any]:
    for value in row:
        if isinstance(value, str):
            yield harmless(value)
        elif hasattr(value, "astimezone"):
            yield value.astimezone(tx.settings.zone).isoformat(" ", "seconds")
        else:
            yield value


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
