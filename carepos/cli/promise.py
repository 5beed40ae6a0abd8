"""Promises from a terminal."""

import argparse

import msgspec

from carepos import promises
from carepos.cli.opening import Command, moment, op, reading, writing
from carepos.database import Transaction, as_id


def add(command: Command) -> None:
    """The commands of this room."""
    command("list", reading(_promises)).add_argument("--due", default="all", choices=("today", "overdue", "all"))
    for name, handler in (("keep", _keep), ("move", _move)):
        made = command(name, writing(handler))
        made.add_argument("id")
        made.add_argument("--op")
        if name == "move":
            made.add_argument("--due", required=True, metavar="TIME")
            made.add_argument("--reason", required=True)


def _promises(tx: Transaction, options: argparse.Namespace) -> object:
    _, tonight = tx.settings.bounds(tx.today)
    ends = {"today": tonight, "overdue": tx.now, "all": None}
    end = ends[options.due]
    listed = [one for one in promises.open_promises(tx) if end is None or one.promise.due_at < end]
    return [{**msgspec.to_builtins(one.promise), "customer": " ".join(one.customer)} for one in listed]


def _keep(tx: Transaction, options: argparse.Namespace) -> object:
    promises.keep(tx, op(options), as_id(options.id))
    return {"id": as_id(options.id)}


def _move(tx: Transaction, options: argparse.Namespace) -> object:
    promises.move(tx, op(options), as_id(options.id), moment(tx, options.due), options.reason)
    return {"id": as_id(options.id)}
