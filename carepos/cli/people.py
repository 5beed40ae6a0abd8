"""Customers from a terminal."""

import argparse
import datetime as dt

from carepos import complaints, customers, exchange, feedback, loyalty, promises, purchases
from carepos.cli import points
from carepos.cli.opening import Command, customer, op, reading, writing
from carepos.database import Transaction, as_id


def add(command: Command) -> None:
    """The commands of this room."""
    find = command("find", reading(_find))
    find.add_argument("text")
    find.add_argument("--limit", type=int, default=20)
    command("show", reading(_show)).add_argument("customer")
    add = command("add", writing(_add))
    for name in customers.Details.__slots__:
        add.add_argument(f"--{name.replace('_', '-')}", default=getattr(customers.Details(), name))
    add.add_argument("--op")
    erase = command("erase", writing(_erase))
    erase.add_argument("customer")
    erase.add_argument("--op")
    merge = command("merge", writing(_merge))
    for name in ("kept", "gone", "--op"):
        merge.add_argument(name)
    unmerge = command("unmerge", writing(_unmerge))
    for name in ("merge", "--op"):
        unmerge.add_argument(name)


def _find(tx: Transaction, options: argparse.Namespace) -> object:
    found = customers.find(tx, options.text, options.limit)
    near = customers.find_near(tx, options.text, found) if len(found) < 5 and options.text.strip() else []
    return _hits([*found, *near][: options.limit])


def _hits(hits: list[customers.Hit]) -> object:
    return [
        {
            "id": hit.id,
            "name": f"{hit.family} {hit.given}".strip(),
            "kana": f"{hit.family_kana} {hit.given_kana}".strip(),
            "phone": hit.phone,
            "card": hit.card,
            "email": hit.email,
            "tier": hit.tier,
            "last_visit": hit.last_visit,
        }
        for hit in hits
    ]


def _show(tx: Transaction, options: argparse.Namespace) -> object:
    who = customer(tx, options.customer)
    notes = customers.notes(tx, who)
    later = tx.now + dt.timedelta(days=1)
    return {
        "customer": customers.show(tx, who),
        "preferences": [note for note in notes if note.kind == "preference"],
        "notes": [note for note in notes if note.kind != "preference"],
        "points": points.shown(loyalty.account(tx, who)),
        "promises": promises.history(tx, who, later, 100),
        "complaints": complaints.history(tx, who, later, 100),
        "purchases": purchases.history(tx, who, later, 100),
        "feedback": feedback.history(tx, who, later, 100),
    }


def _add(tx: Transaction, options: argparse.Namespace) -> object:
    """Says who is alike as well: a script cannot be shown them before, as a clerk is."""
    given = {name: getattr(options, name) or "" for name in customers.Details.__slots__ if hasattr(options, name)}
    details = customers.Details(**given)
    alike = customers.alike(tx, details)
    made = customers.register(tx, op(options), details)
    return {"id": made, "alike": _hits([one.hit for one in alike if one.hit.id != made])}


def _erase(tx: Transaction, options: argparse.Namespace) -> object:
    who = customer(tx, options.customer)
    exchange.erase(tx, op(options), who)
    return {"id": who}


def _merge(tx: Transaction, options: argparse.Namespace) -> object:
    kept, gone = customer(tx, options.kept), customer(tx, options.gone)
    return {"merge": loyalty.merge(tx, op(options), kept, gone)}


def _unmerge(tx: Transaction, options: argparse.Namespace) -> object:
    return {"customer": loyalty.unmerge(tx, op(options), as_id(options.merge))}
