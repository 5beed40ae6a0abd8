"""A sign of life for the built program: opens a demo shop in its window, finds a customer, begins another, leaves."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from carepos.paths import ShopFolder
from ui.app import App, make_qt

LONGEST = 60.0  # seconds


def wait_until(qt: QApplication, ready: Callable[[], object], seconds: float = LONGEST) -> None:
    """Lets the window work until something is so; raises TimeoutError after `seconds`."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError("the window did not answer")
        qt.processEvents()
        time.sleep(0.002)


def run_smoke() -> int:
    """0 when a demo shop opened, was searched and shown, and a new customer was begun."""
    qt = make_qt()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        app = App(qt, ShopFolder(Path(place) / "demo"), demo=True)
        app.start()
        wait_until(qt, lambda: app.tasks is not None and app.tasks.idle)
        window = app.window
        assert window is not None
        window.search.edit.setText("tanaka")
        window.search.ask()
        window.search.enter()
        wait_until(qt, lambda: window.rooms is not None and window.rooms.counter.customer_id)
        assert window.rooms is not None
        print("smoke: a customer was found and shown")
        window.rooms.counter.register("髙橋 翔子")
        assert window.rooms.counter.sheet is not None
        print("smoke: a new one was begun, their name's reading guessed")
        window.close()
    return 0
