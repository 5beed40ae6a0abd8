"""Points from a terminal."""

import argparse
import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

from carepos import loyalty, staff
from carepos.cli.opening import Command, customer, moving_points, op, reading, writing
from carepos.database import Transaction, as_id, new_id
from carepos.text import dates, numbers


def add(command: Command) -> None:
    """The commands of this room."""
    show = command("show", reading(_points_show))
    show.add_argument("customer")
    show.add_argument("--as-of", metavar="DATE")
    command("explain", reading(_points_explain)).add_argument("entry")
    paper = command("statement", reading(_statement))
    paper.add_argument("customer")
    paper.add_argument("--pdf", required=True, metavar="FILE")
    expire = command("expire", writing(_expire))
    expire.add_argument("--agree-to-clock", action="store_true")
    expire.add_argument("--op")
    for name, handler in (("earn", _earn), ("spend", _spend), ("return", _return), ("adjust", _adjust)):
        made = command(name, moving_points(handler))
        made.add_argument("customer")
        made.add_argument("--op")
        made.add_argument("--receipt", required=name in ("earn", "return"))
        if name in ("earn", "return"):
            made.add_argument("--amount", required=True, metavar="YEN")
        else:
            made.add_argument("--points", required=True)
        if name == "earn":
            made.add_argument("--at", metavar="TIME")
            made.add_argument("--no-points", default="0", metavar="YEN", help="gift cards and fees in the amount")
        if name == "adjust":
            made.add_argument("--reason", required=True)


def shown(account: loyalty.Account) -> dict[str, Any]:
    """An account as the commands tell it."""
    return {
        "balance": account.balance,
        "tier": account.tier,
        "next_reward": {"points": account.reward_points, "yen": account.reward_yen, "to_next": account.to_next},
        "lots": account.lots,
    }


def _points_show(tx: Transaction, options: argparse.Namespace) -> object:
    who, account, until = customer(tx, options.customer), loyalty.account, tx.now + dt.timedelta(days=1)
    if options.as_of:
        day = dates.parse_day(options.as_of)
        account, until = partial(loyalty.account_as_of, day=day), tx.settings.bounds(day)[1]
    return {**shown(account(tx, who)), "entries": loyalty.history(tx, who, until, 1000)}


def _points_explain(tx: Transaction, options: argparse.Namespace) -> object:
    found = loyalty.explain(tx, as_id(options.entry))
    told = found.told(options.lang or tx.settings.language)
    return {
        "lines": [{"text": text, "points": points} for text, points in told],
        "rule": found.rule,
        "starts_on": found.starts_on,
        "base": found.entry.base_yen,
        "rate": {"points": found.programme.unit_points, "yen": found.programme.unit_yen},
        "rounding": found.programme.rounding,
        "tier": found.entry.tier,
        "percent": found.entry.percent,
        "kind": found.entry.kind,
        "points": found.entry.points,
        "at": found.entry.at,
        "receipt": found.entry.receipt,
        "by": staff.names(tx).get(found.entry.staff_id or "", ""),
        "till": found.till,
        "expires_on": found.expires_on,
        "drawn": found.drawn,
    }


def _statement(tx: Transaction, options: argparse.Namespace) -> object:
    found = loyalty.statement(tx, customer(tx, options.customer))
    options.save_statement(Path(options.pdf), found, tx.settings)
    return {"file": options.pdf, "lines": len(found.lines), "balance": found.account.balance}


def _expire(tx: Transaction, options: argparse.Namespace) -> object:
    """Everything past its last day at once, also after weeks if the owner says that the clock is right."""
    if options.agree_to_clock:
        loyalty.agree_to_clock(tx, new_id())
    runs = [loyalty.expire(tx, op(options))]
    while runs[-1].more:
        runs.append(loyalty.expire(tx, new_id()))
    return {"lots": sum(run.lots for run in runs), "points": sum(run.points for run in runs)}


def _posted(posting: loyalty.Posting) -> object:
    """What a command did; money to keep and a reward just reached only where there are any."""
    found = {"entry": posting.entry, "points": posting.points, "balance": posting.balance}
    beside = {"settle_yen": posting.settle_yen, "milestone": posting.milestone}
    return found | {name: figure for name, figure in beside.items() if figure}


def _earn(tx: Transaction, options: argparse.Namespace) -> object:
    yen, at = numbers.parse_yen(options.amount), options.at
    moment = dates.parse_moment(at, tx.today, tx.settings.zone) if at else None
    who = customer(tx, options.customer)
    without = numbers.parse_yen(options.no_points)
    return _posted(loyalty.earn(tx, op(options), who, yen, options.receipt, moment, no_points_yen=without))


def _spend(tx: Transaction, options: argparse.Namespace) -> object:
    points, who = numbers.parse_points(options.points), customer(tx, options.customer)
    return _posted(loyalty.spend(tx, op(options), who, points, options.receipt or ""))


def _return(tx: Transaction, options: argparse.Namespace) -> object:
    yen, who = numbers.parse_yen(options.amount), customer(tx, options.customer)
    return _posted(loyalty.return_sale(tx, op(options), who, options.receipt, yen))


def _adjust(tx: Transaction, options: argparse.Namespace) -> object:
    points, who = numbers.parse_points(options.points.lstrip("+＋"), negative=True), customer(tx, options.customer)
    return _posted(loyalty.adjust(tx, op(options), who, points, options.reason))
