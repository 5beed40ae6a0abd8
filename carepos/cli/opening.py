"""What the commands share: which shop, who acts, whom a word names, and the work inside one transaction."""

import argparse
import datetime as dt
import getpass
from collections.abc import Callable
from pathlib import Path

from carepos import customers, loyalty, shop, staff
from carepos.database import Actor, Transaction, as_id, new_id
from carepos.errors import NotFound, Refused
from carepos.paths import ShopFolder, default_folder
from carepos.text import dates, due

Handler = Callable[[Transaction, argparse.Namespace], object]
Runner = Callable[[argparse.Namespace], object]
Command = Callable[[str, object], argparse.ArgumentParser]
"""Makes the parser of one command: its name, and what runs it."""

TILL = "command-line"


def reading(ask: Handler) -> Runner:
    """A command that asks."""
    return lambda options: _with_shop(options, ask, writes=False)


def writing(act: Handler) -> Runner:
    """A command that records."""
    return lambda options: _with_shop(options, act, writes=True)


def moving_points(act: Handler) -> Runner:
    """A command that records points; what has ended by today is taken away before it."""
    return lambda options: _with_shop(options, act, writes=True, turn_day=True)


def _with_shop(options: argparse.Namespace, work: Handler, writes: bool, turn_day: bool = False) -> object:
    opened = shop.open_shop(folder(options))
    try:
        actor = owner(opened, options)
        if turn_day:
            _turn_day(opened, actor)
        with opened.transaction(actor) if writes else opened.reading(actor) as tx:
            return work(tx, options)
    finally:
        opened.close()


def _turn_day(opened: shop.Shop, actor: Actor) -> None:
    """Once a day points past their last day are taken away, as the window does it at start; never in doubt."""
    with opened.reading(actor) as tx:
        due = loyalty.expiry_due(tx)
    more = not (due.done_today or due.must_agree)
    while more:
        with opened.transaction(actor) as tx:
            more = loyalty.expire(tx, new_id()).more


def folder(options: argparse.Namespace) -> ShopFolder:
    """The folder of the shop that is meant."""
    return ShopFolder(Path(options.shop).absolute() if options.shop else default_folder())


def owner(opened: shop.Shop, options: argparse.Namespace) -> Actor:
    """The owner, who proves it by the passphrase outside a demo shop."""
    with opened.reading() as tx:
        person = staff.owner(tx)
    if not opened.demo:
        _check_passphrase(opened, person.id, options)
    return staff.acting(person, TILL)


def _check_passphrase(opened: shop.Shop, owner_id: str, options: argparse.Namespace) -> None:
    file = options.passphrase_file
    given = _passphrase_in(Path(file)) if file else getpass.getpass("passphrase: ")
    with opened.transaction() as tx:
        seconds = staff.count_attempt(tx, owner_id)
    if seconds:
        raise Refused("pin.wait", seconds=seconds)
    with opened.transaction() as tx:
        if not staff.check_passphrase(tx, owner_id, given):
            raise Refused("passphrase.wrong")


def _passphrase_in(file: Path) -> str:
    try:
        return file.read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise Refused("passphrase.unreadable", file=file.name) from None


def customer(tx: Transaction, word: str) -> str:
    """The customer a word names: an id or a card number."""
    if found := customers.by_card(tx, word):
        return found
    try:
        return customers.show(tx, as_id(word)).id
    except Refused:
        raise NotFound("customers.not_found") from None


def op(options: argparse.Namespace) -> str:
    """The operation's id: the one given, so that a repeated command counts once, or a new one."""
    return as_id(options.op) if options.op else new_id()


def moment(tx: Transaction, text: str) -> dt.datetime:
    """A time as programs write it (ISO 8601), or as it is said at a counter."""
    try:
        return dates.parse_moment(text, tx.today, tx.settings.zone)
    except ValueError:
        return due.parse_due(text, tx.now, tx.settings.zone)
