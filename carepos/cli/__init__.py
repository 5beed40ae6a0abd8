"""The core's second face: each command parses, calls one public function, prints."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from carepos import daybook, loyalty
from carepos.cli import complaint, people, points, promise, records, shops, words
from carepos.cli.opening import Command
from carepos.cli.telling import complain, tell
from carepos.errors import CarePosError, Refused
from carepos.settings import ShopSettings
from carepos.text import numbers

__all__ = ["run"]

Sentence = Callable[[object], str]
SaveDay = Callable[[Path, daybook.Day, dict[str, str], ShopSettings], object]
SaveStatement = Callable[[Path, loyalty.Statement, ShopSettings], object]

ROOMS: dict[str, Callable[[Command], None]] = {
    "shop": shops.add,
    "customer": people.add,
    "points": points.add,
    "complaint": complaint.add,
    "promise": promise.add,
    "wording": words.add,
    "daybook": records.add_daybook,
    "exchange": records.add_exchange,
}


def run(typed: list[str], sentence: Sentence, save_day: SaveDay, save_statement: SaveStatement) -> int:
    """Runs one command line; returns 0 done, 1 refused (with one sentence), 2 wrong use.

    `sentence` words an error, `save_day` and `save_statement` paint pages: the interface lends them.
    """
    try:
        options = _parser().parse_args(typed)
        options.sentence, options.save_day, options.save_statement = sentence, save_day, save_statement
    except SystemExit as wrong:
        return int(wrong.code or 0)
    try:
        tell(options.run(options), options.json)
        sys.stdout.flush()
    except BrokenPipeError:  # it is done; whoever listened has heard enough (`… | head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except CarePosError as error:
        complain(error, sentence(error), options.json)
        return 1
    except ValueError as wrong_value:
        refused = Refused(str(wrong_value), most=numbers.MOST)  # the sentence of an amount too large names the most
        complain(refused, sentence(refused), options.json)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--shop", metavar="FOLDER", help="the shop's data folder")
    common.add_argument("--lang", choices=("ja", "en"))
    common.add_argument("--json", action="store_true", help="answer for programs")
    common.add_argument("--passphrase-file", metavar="FILE")
    parser = argparse.ArgumentParser(prog="carepos", description="The shop's counter from a terminal.")
    nouns = parser.add_subparsers(metavar="ROOM", required=True)
    for room, add in ROOMS.items():
        verbs = nouns.add_parser(room, help="").add_subparsers(metavar="COMMAND", required=True)

        def command(name: str, handler: object, verbs: Any = verbs) -> argparse.ArgumentParser:
            made: argparse.ArgumentParser = verbs.add_parser(name, parents=[common], help="")
            made.set_defaults(run=handler)
            return made

        add(command)
    return parser
