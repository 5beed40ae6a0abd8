"""What to say, and what had better be said otherwise, from a terminal."""

import argparse
import functools
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from carepos import staff, wording
from carepos.cli.opening import Command, customer, reading
from carepos.database import Transaction
from carepos.errors import Refused

_TOLD = ("start", "end", "text", "level", "rule", "why", "reason", "better", "promise")


def add(command: Command) -> None:
    """The commands of this room."""
    made = command("suggest", reading(_suggest))
    made.add_argument("customer")
    which = made.add_mutually_exclusive_group()
    which.add_argument("--situation", metavar="ID")
    which.add_argument("--text", help="what is going on, in your own words")
    made = command("check", _check)
    made.add_argument("text", nargs="?", metavar="TEXT")
    made.add_argument("--lines", metavar="FILE", help="check each line of a file")


def _suggest(tx: Transaction, options: argparse.Namespace) -> object:
    who, language = customer(tx, options.customer), options.lang or tx.settings.language
    speaker = staff.owner(tx).name
    found = wording.suggest(tx, who, language, speaker, options.situation or "", text=options.text or "")
    fields = ("line", "text", "situation", "moves", "cue", "why", "reason")
    return [{name: getattr(saying, name) for name in fields} for saying in found.sayings]


def _check(options: argparse.Namespace) -> object:
    """By the shipped rules, and with --shop by that shop's own too; a text, standard input, or each line of a file."""
    if not options.shop:
        return _found(options, wording.check)
    return reading(lambda tx, _options: _found(options, functools.partial(_by_all_rules, tx)))(options)


def _by_all_rules(tx: Transaction, text: str, language: str, kinds: Collection[str]) -> tuple[wording.Finding, ...]:
    return wording.check_draft(tx, text, kinds, language)


def _found(options: argparse.Namespace, check: Callable[..., tuple[wording.Finding, ...]]) -> object:
    def told(text: str) -> list[dict[str, Any]]:
        found = check(text, options.lang or "", kinds=wording.kinds_of(text))
        return [{name: getattr(finding, name) for name in _TOLD} for finding in found]

    if options.lines:
        return [told(line) for line in _lines(options.lines)]
    return told(sys.stdin.read() if options.text in (None, "-") else options.text)


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8-sig").removesuffix("\n").split("\n")
    except UnicodeDecodeError as wrong:
        raise Refused("file.encoding", line=wrong.object.count(b"\n", 0, wrong.start) + 1) from None
    except OSError:
        raise Refused("file.not_found") from None
