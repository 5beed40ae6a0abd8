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

    language = _language(words)
    return cli.run(
        words, lambda error: _sentence(error, language), lambda *day: _save_day(language, *day), _save_statement
    )


def _language(words: list[str]) -> str:
    """The language asked for by --lang, "" for none."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--lang", default="")
    return str(parser.parse_known_args(words)[0].lang)


def _sentence(error: object, language: str) -> str:
    """An error in the language asked for, else in the terminal's."""
    from PySide6.QtCore import QCoreApplication

    from ui.kit.messages import sentence

    terminal = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    qt = QCoreApplication.instance() or QCoreApplication([])
    _speak(qt, language or terminal[:2])
    return sentence(error)


def _speak(qt: Any, language: str) -> None:
    """What is said from now on is said in this language; whoever reads no Japanese reads English."""
    from PySide6.QtCore import QLocale, QTranslator

    from carepos.paths import resources

    language = "ja" if language == "ja" else "en"
    QLocale.setDefault(QLocale(language))
    translator = QTranslator(qt)
    if translator.load(f"carepos_{language}", str(resources() / "i18n")):
        qt.installTranslator(translator)


def _save_day(language: str, path: Path, *notes: Any) -> None:
    """The day on paper, in the language asked for, else in the shop's."""
    *_, settings = notes
    _speak(_paint_nowhere(), language or settings.language)
    from ui.daybook import pdf

    pdf.save(path, *notes)


def _save_statement(path: Path, *statement: Any) -> None:
    _paint_nowhere()
    from ui.loyalty import statement as page

    page.save(path, *statement)


def _paint_nowhere() -> Any:
    """Qt's application; a page is painted, no window is shown."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.app import make_qt

    return make_qt()


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
