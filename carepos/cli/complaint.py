"""Complaints from a terminal."""

import argparse

from carepos import complaints
from carepos.cli.opening import Command, customer, moment, op, writing
from carepos.database import Transaction


def add(command: Command) -> None:
    """The commands of this room."""
    made = command("record", writing(_complaint))
    made.add_argument("customer")
    made.add_argument("--words", required=True)
    made.add_argument("--about", default="other", choices=complaints.ABOUT)
    made.add_argument("--wants", default="to_be_heard", choices=complaints.WANTS)
    made.add_argument("--urgency", default="usual", choices=complaints.URGENCY)
    for name in ("--promise", "--due", "--op"):
        made.add_argument(name)


def _complaint(tx: Transaction, options: argparse.Namespace) -> object:
    account = complaints.Account(options.words, options.about, options.wants, options.urgency)
    pledge = None
    if options.promise or options.due:
        pledge = complaints.Pledge(options.promise or "", moment(tx, options.due or ""))
    return complaints.record(tx, op(options), customer(tx, options.customer), account, pledge)
