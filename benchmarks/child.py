"""Runs in a process of its own with a window: `python -m benchmarks.child MODE FOLDER [TEXTS]` prints one JSON object.

Modes: "bare" a window of Qt alone, "start" the program's own; "list" a bare list fed by the bare driver, "keys" the
program's search box; "page" a bare list of what a customer's page asks for, "pages" customers opened one after the
other, "display" the customer's own screen that follows; "expiry" the night's run. TEXTS is a file with one text (or id)
a line.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QStringListModel, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

LONGEST = 60.0  # seconds
SIZE = (1366, 768)
TYPED = "たな"
UNWANTED = ("sqlalchemy", "alembic", "numpy", "sudachipy", "psycopg")
"""What must not be loaded before the first paint."""


class Painted(QObject):
    """Notes when a widget has been painted; `wanted` says which paints count."""

    def __init__(self, wanted: Callable[[QObject], bool]) -> None:
        super().__init__()
        self._wanted = wanted
        self.at: int | None = None
        self.memory, self.unwanted = 0, list[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks at the clock as soon as the paint that counts is over."""
        if event.type() == QEvent.Type.Paint and self.at is None and self._wanted(watched):
            self.memory, self.unwanted = memory(), [name for name in UNWANTED if name in sys.modules]
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at = self.at or time.monotonic_ns()


def memory() -> int:
    """Kilobytes this process holds in memory; 0 where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def wait(qt: QApplication, ready: Callable[[], object]) -> None:
    """Lets the window work until something is so; like Qt's own loop it sleeps while there is nothing to do."""
    end, alarm = time.monotonic() + LONGEST, QTimer(interval=100)
    alarm.start()
    while not ready():
        if time.monotonic() > end:
            raise TimeoutError
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def press(box: QWidget, character: str) -> None:
    """One key as the keyboard sends it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(box, QKeyEvent(kind, 0, QApplication.keyboardModifiers(), character))


def bare(folder: Path, texts: list[str]) -> dict[str, Any]:
    """An empty window with a line to type into."""
    qt = QApplication([])
    window, box = _bare_window()[:2]
    window.show()
    painted = _watch(qt, lambda watched: watched is box)  # in time: it is painted in a later turn of the loop
    wait(qt, lambda: painted.at)
    return {"painted": painted.at, "memory": painted.memory}


def _bare_window() -> tuple[QWidget, QLineEdit, QListView]:
    window, box, shown = QWidget(), QLineEdit(), QListView()
    column = QVBoxLayout(window)
    column.addWidget(box)
    column.addWidget(shown)
    shown.setUniformItemSizes(True)
    window.resize(*SIZE)
    return window, box, shown


def _watch(qt: QApplication, wanted: Callable[[QObject], bool]) -> Painted:
    painted = Painted(wanted)
    qt.installEventFilter(painted)
    return painted


def start(folder: Path, texts: list[str]) -> dict[str, Any]:
    """The program's window: when it was painted, what was loaded by then, whether typing survives, how long it hung."""
    from carepos.paths import ShopFolder
    from ui.app import App, make_qt

    qt = make_qt()
    app = App(qt, ShopFolder(folder), demo=True)
    app.start()
    painted = _watch(qt, lambda watched: app.window is not None and watched is app.window.search.edit)
    wait(qt, lambda: painted.at)
    qt.removeEventFilter(painted)
    assert app.window is not None
    report: dict[str, Any] = {"painted": painted.at, "memory": painted.memory, "unwanted": painted.unwanted}
    window = app.window
    for character in TYPED:
        press(window.search.edit, character)
    report["stall"] = _longest_stall(qt, lambda: app.tasks is not None and app.tasks.idle and window.rooms is not None)
    report["kept"] = window.search.text() == TYPED
    report["loaded"] = memory()
    app.close()
    return report


def _longest_stall(qt: QApplication, ready: Callable[[], object]) -> float:
    """The longest time in ms for which the window answered nobody until it was ready, and half a second more."""
    beats = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start(1)
    wait(qt, ready)
    end = time.monotonic() + 0.5
    wait(qt, lambda: time.monotonic() > end)
    return max(b - a for a, b in zip(beats, beats[1:], strict=False)) * 1000


def bare_list(folder: Path, texts: list[str]) -> dict[str, Any]:
    """Each key: the look-up's own statement by the bare driver, its rows as plain strings, one paint."""
    from carepos import customers

    return {"keys": _listed(folder, texts, customers.find)}


def bare_page(folder: Path, ids: list[str]) -> dict[str, Any]:
    """Each customer: all statements of their page by the bare driver, the rows as plain strings, one paint."""
    from benchmarks.page import page

    return {"pages": _listed(folder, ids, page)}


def _listed(folder: Path, texts: list[str], ask: Callable[[Any, str], object]) -> list[float]:
    """Milliseconds from each text's last key until a bare list with the rows of its question is painted."""
    from benchmarks.places import Place
    from benchmarks.tape import play, taped
    from carepos.paths import ShopFolder

    qt, place = QApplication([]), Place(0, ShopFolder(folder))
    with place.opened() as shop, shop.reading() as tx:
        tapes = {text: taped(shop, lambda text=text: ask(tx, text)) for text in texts}  # type: ignore[misc]
    raw, (window, box, shown) = place.raw(), _bare_window()
    model = QStringListModel()
    shown.setModel(model)

    def show(text: str) -> None:
        if text in tapes:
            model.setStringList([" ".join(map(str, row[1:5])) for row in play(raw, tapes[text])])

    box.textEdited.connect(show)
    window.show()
    return _typed(qt, box, texts, lambda watched: watched is shown.viewport(), lambda: True)


def keys(folder: Path, texts: list[str]) -> dict[str, Any]:
    """Each key in the program's search box, until the list with its answer is painted."""
    app, qt = _opened(folder)
    window = app.window
    box = window.search.edit
    window.search.focus()

    def answered(watched: QObject) -> bool:
        view = watched.parent()
        return isinstance(view, QListView) and getattr(view.model(), "text", None) == window.search.text()

    runs = _typed(qt, box, texts, answered, lambda: app.tasks.idle)
    app.close()
    return {"keys": runs}


def _opened(folder: Path) -> tuple[Any, QApplication]:
    app, qt = _started(folder)
    wait(qt, lambda: app.tasks is not None and app.tasks.idle and app.window and app.window.rooms)
    return app, qt


def _started(folder: Path) -> tuple[Any, QApplication]:
    from carepos.paths import ShopFolder
    from ui.app import App, make_qt

    qt = make_qt()
    app = App(qt, ShopFolder(folder), demo=True)
    app.start()
    return app, qt


def _typed(
    qt: QApplication, box: QLineEdit, texts: list[str], counts: Callable[[QObject], bool], idle: Callable[[], bool]
) -> list[float]:
    """Milliseconds from each text's last key to the paint of its answer; the first tenth only warms up."""
    runs = []
    for text in texts:
        box.setText(text[:-1])
        wait(qt, idle)
        painted = _watch(qt, counts)
        began = time.monotonic_ns()
        press(box, text[-1])
        wait(qt, lambda: painted.at)  # noqa: B023 - asked at once
        qt.removeEventFilter(painted)
        runs.append(((painted.at or 0) - began) / 1e6)
    return runs[len(runs) // 10 :]


def pages(folder: Path, texts: list[str]) -> dict[str, Any]:
    """Each customer opened at the counter, until every panel was answered and painted."""
    app, qt = _opened(folder)
    counter = app.window.rooms.counter
    runs = []
    for customer_id in texts:
        began = time.monotonic_ns()
        counter.open_customer(customer_id)
        wait(qt, lambda: app.tasks.idle)
        qt.processEvents()
        runs.append((time.monotonic_ns() - began) / 1e6)
    app.close()
    return {"pages": runs[len(runs) // 10 :]}


def display(folder: Path, texts: list[str]) -> dict[str, Any]:
    """Each customer opened at the counter, until the page on the customer's screen is painted with them."""
    app, qt = _opened(folder)
    window = app.window
    window.display.stand_on(window.screen())
    page, runs = window.display.page, []
    for customer_id in texts:
        wait(qt, lambda: app.tasks.idle)
        painted = _watch(qt, lambda watched: watched == page and page.names_somebody)
        began = time.monotonic_ns()
        window.rooms.counter.open_customer(customer_id)
        wait(qt, lambda: painted.at)  # noqa: B023 - asked at once
        qt.removeEventFilter(painted)
        runs.append(((painted.at or 0) - began) / 1e6)
    app.close()
    return {"pages": runs[len(runs) // 10 :]}


def expiry(folder: Path, texts: list[str]) -> dict[str, Any]:
    """The night's run at the start of the program: how long, how many lots, and how long the window hung meanwhile."""
    from ui.loyalty.expiring import Expiring

    began = time.monotonic()
    app, qt = _started(folder)
    ended: list[int] = []

    def listen() -> None:
        (ending,) = app.tasks.findChildren(Expiring)
        ending.ended.connect(lambda _points, lots: ended.append(lots))

    app.settled.connect(listen)
    wait(qt, lambda: app.window and app.window.rooms)
    stall = _longest_stall(qt, lambda: ended)
    seconds = time.monotonic() - began
    app.close()
    return {"stall": stall, "seconds": seconds, "lots": sum(ended)}


MODES = {
    "bare": bare, "start": start, "list": bare_list, "keys": keys, "page": bare_page, "pages": pages,
    "display": display, "expiry": expiry,
}  # fmt: skip


def main(mode: str, folder: str, texts: str = os.devnull) -> None:
    """Runs one mode and prints what it found; like the program, without a collector that comes in between."""
    gc.disable()
    print(json.dumps(MODES[mode](Path(folder), Path(texts).read_text(encoding="utf-8").splitlines())))


if __name__ == "__main__":
    main(*sys.argv[1:])
