"""The day's notes, and what comes in and goes out as files, from a terminal."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from carepos import daybook, exchange, staff
from carepos.cli.opening import Command, op, reading, writing
from carepos.database import Transaction, as_id
from carepos.text import dates


def add_daybook(command: Command) -> None:
    """The commands of the day's notes."""
    made = command("show", reading(_day))
    made.add_argument("date", nargs="?")
    made.add_argument("--pdf", metavar="FILE")


def add_exchange(command: Command) -> None:
    """The commands of files."""
    command("look", reading(_look)).add_argument("file", metavar="FILE")
    bring = command("import", writing(_import))
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--kind")
    bring.add_argument("--column", action="append", default=[], metavar="FIELD=HEADING")
    bring.add_argument("--dry-run", action="store_true")
    bring.add_argument("--op")
    undo = command("undo", writing(_undo_import))
    undo.add_argument("batch")
    undo.add_argument("--op")
    export = command("export", writing(_export))
    export.add_argument("folder", metavar="FOLDER")
    export.add_argument("--op")


def _day(tx: Transaction, options: argparse.Namespace) -> object:
    day = dates.parse_day(options.date) if options.date else tx.today
    notes = daybook.day_notes(tx, day)
    if options.pdf:
        options.save_day(Path(options.pdf), notes, staff.names(tx), tx.settings)
    return notes


def _look(_tx: Transaction, options: argparse.Namespace) -> object:
    return exchange.look(Path(options.file))


def _import(tx: Transaction, options: argparse.Namespace) -> object:
    path = Path(options.file)
    kind = options.kind or ""
    named = dict(one.partition("=")[::2] for one in options.column)
    columns = exchange.look(path).columns | named if named else None
    beside = path.absolute().parent
    progress = None if options.json else _progress
    try:
        report = exchange.bring_in(
            tx, op(options), path, kind, columns, dry_run=options.dry_run, progress=progress, rejected_to=beside
        )
    finally:
        if progress:
            print(file=sys.stderr)
    if options.json:
        return report
    told = (replace(one, reason=options.sentence(one.refusal)) for one in report.rejected)
    return replace(report, rejected=tuple(told))


def _progress(read: int, size: int) -> None:
    share = 100 * read // max(size, 1)
    print(f"\r{share:3d} %", end="", file=sys.stderr, flush=True)


def _undo_import(tx: Transaction, options: argparse.Namespace) -> object:
    return exchange.undo(tx, op(options), as_id(options.batch))


def _export(tx: Transaction, options: argparse.Namespace) -> object:
    return [str(path) for path in exchange.export(tx, op(options), Path(options.folder))]
