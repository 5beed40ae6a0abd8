"""The shop as a whole: made for a demonstration, verified, copied, brought back."""

import argparse
from pathlib import Path

from carepos import loyalty, shop
from carepos.cli.opening import Command, folder, owner, reading
from carepos.database import Transaction, broken_links
from carepos.errors import Refused, StorageTrouble


def add(command: Command) -> None:
    """The commands of this room."""
    made = command("demo", _demo)
    made.add_argument("--customers", type=int, default=200)
    made.add_argument("--seed", type=int, default=1)
    command("verify", reading(_verify))
    command("backup", _backup).add_argument("file", metavar="FILE")
    command("restore", _restore).add_argument("file", metavar="FILE")


def _demo(options: argparse.Namespace) -> object:
    from carepos import demo

    if options.customers < 1:
        raise Refused("amount.not_positive")
    made = demo.make(folder(options), options.customers, options.seed, language=options.lang or "ja")
    made.close()
    return {"folder": str(folder(options).root), "customers": options.customers}


def _verify(tx: Transaction, _options: argparse.Namespace) -> object:
    found = {"ledger": loyalty.verify(tx), "chain": broken_links(tx)}
    if any(found.values()):
        raise Refused("verify.failed", count=sum(map(len, found.values())))
    return {**found, "shop": tx.settings.shop_name}


def _backup(options: argparse.Namespace) -> object:
    opened = shop.open_shop(folder(options))
    try:
        owner(opened, options)
        opened.copy_to(Path(options.file).absolute())
    finally:
        opened.close()
    return {"file": options.file}


def _restore(options: argparse.Namespace) -> object:
    _check_owner_if_open(options)
    aside = shop.restore(folder(options), Path(options.file).absolute())
    return {"file": options.file, "aside": str(aside)}


def _check_owner_if_open(options: argparse.Namespace) -> None:
    """A store that no longer opens can ask nobody; the copy still needs this shop's key."""
    try:
        opened = shop.open_shop(folder(options))
    except StorageTrouble as trouble:
        if trouble.rule in ("storage.no_shop", "storage.key_missing"):
            raise
        return
    try:
        owner(opened, options)
    finally:
        opened.close()
