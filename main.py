"""One entry: no words open the window, words go to the command line."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any


def main(words: list[str]) -> int:
    """Runs the program and returns its exit code."""
    if not words or words[0].startswith("-"):
        return _window(words)
    if words[0] == "tour":
        from ui.tour import run_tour

        return run_tour(words[1:])
    from carepos import cli
    from ui.kit.messages import sentence

    return cli.run(words, sentence, _save_day, _save_statement)


def _save_day(path: Path, *notes: Any) -> None:
    _paint_nowhere()
    from ui.daybook import pdf

    pdf.save(path, *notes)


def _save_statement(path: Path, *statement: Any) -> None:
    _paint_nowhere()
    from ui.loyalty import statement as page

    page.save(path, *statement)


def _paint_nowhere() -> None:
    """A page is painted, no window is shown."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.app import make_qt

    make_qt()


def _window(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="carepos", description="Without words: the window. With a room: its commands (try: customer --help)."
    )
    parser.add_argument("--shop", metavar="FOLDER", help="the shop's data folder")
    parser.add_argument("--demo", action="store_true", help="a demo shop to try things in")
    parser.add_argument("--smoke", action="store_true", help="open a demo shop, find a customer, leave")
    options = parser.parse_args(words)
    if options.smoke:
        from ui.smoke import run_smoke

        return run_smoke()
    from carepos.paths import ShopFolder, default_folder, demo_folder
    from ui.app import run

    usual = demo_folder() if options.demo else default_folder()
    return run(ShopFolder(Path(options.shop).absolute() if options.shop else usual), options.demo)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
