"""The counter's day, played in the real window with keys and touches; a picture of every screen, in both languages."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from carepos.errors import CarePosError
from ui.app import make_qt
from ui.kit import theme
from ui.tour.evening import Evening
from ui.tour.points import Points
from ui.tour.serving import Serving

__all__ = ["run_tour"]


def run_tour(arguments: list[str]) -> int:
    """Plays the day in ja and en; 0 when every step did what it should, 1 at the first that did not."""
    parser = argparse.ArgumentParser(prog="carepos tour")
    parser.add_argument("--pictures", default="pictures", metavar="FOLDER")
    options = parser.parse_args(arguments)
    folder = Path(options.pictures)
    folder.mkdir(parents=True, exist_ok=True)
    qt = make_qt()
    theme.motion = False
    for language in ("ja", "en"):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
            tour = Tour(qt, Path(place), language, folder)
            try:
                tour.play()
            except (AssertionError, TimeoutError, CarePosError) as fault:
                print(f"{language}: FAILED {tour.step}: {fault}", file=sys.stderr)
                return 1
            finally:
                tour.close()
    print(f"tour: every step done; pictures in {folder}")
    return 0


class Tour(Serving, Points, Evening):
    """One language's day."""

    def play(self) -> None:
        """Every step in order; each says what happened and proves it from the store."""
        steps: list[Callable[[], None]] = [
            self.first_start,
            self.open_the_shop,
            self.find_by_kana,
            self.find_by_phone,
            self.find_by_card,
            self.open_a_card,
            self.say_a_line,
            self.record_a_complaint,
            self.give_points,
            self.use_points,
            self.read_every_line,
            self.turn_the_screen,
            self.own_words,
            self.thank_you_note,
            self.note_and_rating,
            self.register,
            self.keep_a_promise,
            self.change_person,
            self.confirm_the_day,
            self.settings_and_import,
            self.other_clothes,
        ]
        for step in steps:
            self.step = step.__name__.replace("_", " ")
            step()
