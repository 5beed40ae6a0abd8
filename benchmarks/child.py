"""Runs in a process of its own with a window: `python -m benchmarks.child MODE FOLDER`.

Modes that print one JSON object: "bare" a window of Qt alone, "start" the program's own, "expiry" the night's run.
Modes that are given one text (or id) a line and answer each with milliseconds: "list" a bare list fed by the bare
driver, "keys" the program's search box, "pages" customers opened at the counter, "display" the customer's own screen
that follows.
"""

import gc
import json
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


def bare(folder: Path) -> dict[str, Any]:
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


def start(folder: Path) -> dict[str, Any]:
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


def answer(qt: QApplication, measured: Callable[[str], float]) -> None:
    """Answers each line that comes in with the milliseconds it took; what waited meanwhile is done before."""
    print("ready", flush=True)
    for line in sys.stdin:
        qt.processEvents()
        print(measured(line.rstrip("\n")), flush=True)


def bare_list(folder: Path) -> None:
    """Each key: the look-up's own statement by the bare driver, its rows as plain strings, one paint."""
    from benchmarks.places import Place
    from benchmarks.tape import play, taped
    from carepos import customers
    from carepos.paths import ShopFolder

    qt, place = QApplication([]), Place(0, ShopFolder(folder))
    raw, tapes, (window, box, shown) = place.raw(), dict[str, Any](), _bare_window()
    model = QStringListModel()
    shown.setModel(model)

    def show(text: str) -> None:
        model.setStringList([" ".join(row[1:5]) for row in play(raw, tapes[text])])

    box.textEdited.connect(show)
    window.show()
    with place.opened() as shop, shop.reading() as tx:

        def measured(text: str) -> float:
            tapes[text] = taped(shop, lambda: customers.find(tx, text))
            return _typed(qt, box, text, lambda watched: watched is shown.viewport(), lambda: True)

        answer(qt, measured)


def keys(folder: Path) -> None:
    """Each key in the program's search box, until the list with its answer is painted."""
    app, qt = _opened(folder)
    window = app.window
    box = window.search.edit
    window.search.focus()

    def answered(watched: QObject) -> bool:
        view = watched.parent()
        return isinstance(view, QListView) and getattr(view.model(), "text", None) == window.search.text()

    answer(qt, lambda text: _typed(qt, box, text, answered, lambda: app.tasks.idle))
    app.close()


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
    qt: QApplication, box: QLineEdit, text: str, counts: Callable[[QObject], bool], idle: Callable[[], bool]
) -> float:
    """Milliseconds from a text's last key to the paint of its answer."""
    box.setText(text[:-1])
    wait(qt, idle)
    return _until_painted(qt, counts, lambda: press(box, text[-1]))


def _until_painted(qt: QApplication, counts: Callable[[QObject], bool], act: Callable[[], object]) -> float:
    painted = _watch(qt, counts)
    began = time.monotonic_ns()
    act()
    wait(qt, lambda: painted.at)
    qt.removeEventFilter(painted)
    return ((painted.at or 0) - began) / 1e6


def pages(folder: Path) -> None:
    """Each customer opened at the counter, until every panel was answered and painted."""
    app, qt = _opened(folder)
    counter = app.window.rooms.counter

    def measured(customer_id: str) -> float:
        began = time.monotonic_ns()
        counter.open_customer(customer_id)
        wait(qt, lambda: app.tasks.idle)
        qt.processEvents()
        return (time.monotonic_ns() - began) / 1e6

    answer(qt, measured)
    app.close()


def display(folder: Path) -> None:
    """Each customer opened at the counter, until the page on the customer's screen is painted with them."""
    app, qt = _opened(folder)
    window = app.window
    window.display.stand_on(window.screen())
    page, counter = window.display.page, window.rooms.counter

    def names_somebody(watched: QObject) -> bool:
        return bool(watched == page and page.names_somebody)

    def measured(customer_id: str) -> float:
        wait(qt, lambda: app.tasks.idle)
        return _until_painted(qt, names_somebody, lambda: counter.open_customer(customer_id))

    answer(qt, measured)
    app.close()


def expiry(folder: Path) -> dict[str, Any]:
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


REPORTS = {"bare": bare, "start": start, "expiry": expiry}
ANSWERS = {"list": bare_list, "keys": keys, "pages": pages, "display": display}


def main(mode: str, folder: str) -> None:
    """Runs one mode; like the program, without a collector that comes in between."""
    gc.disable()
    if mode in REPORTS:
        print(json.dumps(REPORTS[mode](Path(folder))))
    else:
        ANSWERS[mode](Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
