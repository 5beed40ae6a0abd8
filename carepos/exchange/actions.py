"""Bringing a file in: everything it holds that can be taken, in one transaction, or nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import sqlalchemy as sa

from carepos.database import Transaction, command
from carepos.errors import Refused
from carepos.exchange import kinds, reading, rules
from carepos.exchange.incoming import Incoming
from carepos.exchange.people import PeopleReader
from carepos.exchange.receipts import ReceiptReader, grouped, wide
from carepos.exchange.rejects import Rejects
from carepos.exchange.sales import Sales
from carepos.exchange.tables import ImportBatch

CACHE_KIB = 128 * 1024
"""Memory the database may use for pages while a file comes in: half the counter's, for the file needs some, too."""

NAMES = ("family", "given", "name", "family_kana", "given_kana", "kana")

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be brought in, and who wants to hear of it."""

    path: Path
    kind: str
    columns: Mapping[str, str] | None
    rejects: Rejects
    pulse: reading.Pulse


def bring_in(
    tx: Transaction,
    op_id: str,
    path: Path,
    kind: str = "",
    columns: Mapping[str, str] | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    stop: Stop | None = None,
    rejected_to: Path | None = None,
) -> rules.Report:
    """Brings in a file of a known kind, or any table by `columns` (our field -> their header); the owner only.

    Takes what can be taken and reports the rest line by line, also as a CSV in the folder `rejected_to`. `progress`
    is told (bytes read, all bytes). Raises Refused: a file that is no table or holds no row ("file.…"),
    "columns.missing", "import.stopped" when `stop()` says so; then nothing stays. A dry run reports the same and
    writes nothing. Asked again with the same `op_id`, it answers the counts of the first time (the chain of
    operations holds no customer's data).
    """
    pulse = _pulse(path, progress, stop)
    with Rejects(path, None if dry_run else rejected_to) as rejects:
        asked = _Asked(path, kind, columns, rejects, pulse)
        tally = _rehearse(tx, op_id, asked) if dry_run else _bring_in(tx, op_id, asked)
        return rules.Report(
            **asdict(tally),
            rejected=tuple(rejects.listed),
            rejected_file=rejects.written,
            unread=tuple(rejects.unread),
        )


def _pulse(path: Path, progress: Progress | None, stop: Stop | None) -> reading.Pulse:
    size = path.stat().st_size if path.is_file() else 0

    def pulse(read: int) -> None:
        if stop is not None and stop():
            raise Refused("import.stopped")
        if progress is not None:
            progress(min(read, size), size)

    return pulse


def _rehearse(tx: Transaction, op_id: str, asked: _Asked) -> rules.Tally:
    """The same work inside a savepoint that is then rolled back."""
    if tx.actor.role != "owner":
        raise Refused("role.owner_only")
    changed, tx.operation = set(tx.changed), op_id
    tx.flush()
    point = tx.connection.begin_nested()
    try:
        return _take(tx, op_id, asked, dry=True)
    finally:
        point.rollback()
        tx.operation, tx.changed = None, changed


@command("exchange.import", role="owner")
def _bring_in(tx: Transaction, op_id: str, asked: _Asked) -> rules.Tally:
    with _sparing(tx):
        return _take(tx, op_id, asked, dry=False)


@contextmanager
def _sparing(tx: Transaction) -> Iterator[None]:
    """Lends the database less memory for its pages: all in all a million customers take less than 700 MB (V8)."""
    if tx.connection.dialect.name != "sqlite":
        yield
        return
    usual = tx.connection.exec_driver_sql("PRAGMA cache_size").scalar()
    tx.connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")
    try:
        yield
    finally:
        tx.connection.exec_driver_sql(f"PRAGMA cache_size = {usual}")


def _take(tx: Transaction, op_id: str, asked: _Asked, dry: bool) -> rules.Tally:
    """Recognises, reads and writes; the batch is told what it did when all is done."""
    source = reading.check(asked.path, asked.pulse)
    found = reading.rows(source, asked.pulse)
    _, header = next(found)
    tally = rules.Tally(op_id, asked.kind or kinds.recognise(header) or rules.ANY, source.encoding)
    kind = kinds.named(tally.kind)
    columns = asked.columns or kinds.columns_of(tally.kind, header)
    places = kinds.places(header, columns, kind)
    asked.rejects.begin(header, dict(columns), kinds.unread(header, columns, kind))
    mends = not _came_before(tx, source.digest)
    _begin_batch(tx, tally, source)
    if kind.about == "people":
        _check_columns(places, NAMES)
        reader = PeopleReader(tx, kind, places, kinds.place(header, kind.skip_by))
        incoming = Incoming(tx, tally, asked.rejects, kind.source, reader.has_references, mends, dry)
        _take_people(found, len(header), reader, incoming)
        incoming.finish(lambda: asked.pulse(source.size))
    else:
        _check_columns(places, ("number",), ("date",))
        sales = Sales(tx, tally, asked.rejects, kind.source)
        _take_receipts(found, ReceiptReader(tx, kind, places, header), places, sales)
    if not tally.rows:
        raise Refused("file.no_rows")
    tally.rejected_rows = asked.rejects.count
    _end_batch(tx, tally)
    return tally


def _check_columns(places: Mapping[str, int], *needed: Iterable[str]) -> None:
    for some in needed:
        if not any(field in places for field in some):
            raise Refused("columns.missing", field=next(iter(some)))


def _came_before(tx: Transaction, digest: str) -> bool:
    """Whether this very file was brought in and not taken back; then it mends nothing that was mended here since."""
    batches = sa.select(ImportBatch.id).where(ImportBatch.digest == digest, ImportBatch.undone_at.is_(None))
    return tx.value(batches.limit(1)) is not None


def _begin_batch(tx: Transaction, tally: rules.Tally, source: reading.Source) -> None:
    facts = {"id": tally.batch, "kind": tally.kind, "name": source.path.name, "digest": source.digest, "at": tx.now}
    tx.flush()
    tx.connection.execute(sa.insert(ImportBatch).values(**facts, rows=0, added=0, updated=0, purchases=0))


def _end_batch(tx: Transaction, tally: rules.Tally) -> None:
    done = {"rows": tally.rows, "added": tally.added, "updated": tally.updated, "purchases": tally.purchases}
    tx.connection.execute(sa.update(ImportBatch).where(ImportBatch.id == tally.batch).values(**done))
    for room in ("exchange", "customers", "loyalty", "purchases"):
        tx.touch(room)


def _take_people(found: Iterator[reading.Row], width: int, reader: PeopleReader, incoming: Incoming) -> None:
    tally, rejects = incoming.tally, incoming.rejects
    for line, cells in found:
        tally.rows += 1
        try:
            incoming.add(reader(line, wide(cells, width)), cells)
        except Refused as wrong:
            rejects.add(line, [cells], wrong)
        if incoming.full:
            incoming.flush()


def _take_receipts(
    found: Iterator[reading.Row], reader: ReceiptReader, places: Mapping[str, int], sales: Sales
) -> None:
    for line, rows in grouped(found, places["number"]):
        sales.tally.rows += len(rows)
        try:
            receipt = reader(line, rows)
            if receipt is None:
                sales.tally.cancelled += 1
            else:
                sales.add(receipt)
        except Refused as wrong:
            sales.rejects.add(line, rows, wrong)
    sales.finish()
