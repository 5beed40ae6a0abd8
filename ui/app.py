"""The application: language, theme, shop, window; painted first, opened behind the paint."""

import gc
import logging
import sys
import threading
from collections.abc import Iterator
from io import TextIOWrapper
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QFileSystemWatcher, QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from carepos import lock
from carepos.errors import CarePosError, StorageTrouble
from carepos.paths import ShopFolder, demo_folder, resources
from ui.kit import screen, theme
from ui.preferences import Preferences
from ui.scanner import Scanner
from ui.window import Window

if TYPE_CHECKING:
    from carepos.loyalty import Due
    from carepos.shop import Clock, Shop
    from carepos.staff import Member
    from ui.kit.tasks import Tasks
    from ui.loyalty.expiring import Expiring

log = logging.getLogger(__name__)
REST = 60_000  # milliseconds without a hand at the till after which the store and Python tidy up: it takes a moment


class App(QObject):
    """One shop in one window."""

    settled = Signal()  # the shop is open and the rooms are hung
    _opened = Signal(object, object)  # the Shop, and who enters without a PIN (None: ask)
    _failed = Signal(object)

    def __init__(self, qt: QApplication, folder: ShopFolder, demo: bool = False, clock: "Clock | None" = None) -> None:
        super().__init__()
        self._qt, self.folder, self._demo, self._clock = qt, folder, demo, clock
        self.preferences = Preferences(folder.window)
        self._held: TextIOWrapper | None = None  # the lock of the folder
        self.tasks: Tasks | None = None
        self.window: Window | None = None
        self._front: QWidget | None = None
        self._translators: list[QTranslator] = []
        self._scanner = Scanner(self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._steps: Iterator[None] = iter(())
        self._stepper = QTimer(self, interval=0)
        self._watcher: QFileSystemWatcher | None = None
        self._wire()

    def come_in(self) -> bool:
        """Takes the shop's one place and starts; False when a window has it already, which then comes forward."""
        try:
            self.folder.make()
            self._held = self._held or lock.hold(self.folder.lock)
        except StorageTrouble as trouble:
            self.dress()
            self._show_trouble(trouble)
            return True
        if self._held is None:
            self.folder.front.touch()
            return False
        self.start()
        return True

    def start(self) -> None:
        """Paints the window (or the first start's page), then opens the shop behind it."""
        self.dress()
        if not self._demo and not self.folder.exists():
            self._show_welcome()
            return
        self._show_window(closed=not self._demo)
        assert self.window is not None
        # The paint comes first, and the keys that wait: what opens a shop takes seven times as long as the window.
        opening = QTimer(self, singleShot=True, interval=0)
        opening.timeout.connect(self._open_behind)
        self.window.painted.connect(opening.start, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Waits until everything acknowledged is stored, closes the shop, and lets go of the application."""
        if self.tasks is not None:
            self.tasks.close()
            self.tasks = None
        self._rest.stop()
        self._stepper.stop()
        self._qt.disconnect(self._hearing)  # type: ignore[call-overload]  # mypy sees no static overload
        while self._translators:
            self._qt.removeTranslator(self._translators.pop())
        self._let_go()

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None

    def choose(self, name: str, value: Any) -> None:
        """Another language, theme or text size: kept, and worn at once without a restart."""
        self.preferences.set(**{name: value})
        QTimer.singleShot(0, self, self._change_clothes)  # not inside the old window, which asked for it

    def _open_behind(self) -> None:
        threading.Thread(target=self._open, name="opening", daemon=True).start()

    def _watch(self) -> None:
        """A second start leaves a file in the folder, or has left it there already."""
        if self.folder.root.is_dir():
            self._watcher = QFileSystemWatcher([str(self.folder.root)])
            self._watcher.directoryChanged.connect(self._come_forward)
            self._come_forward()

    def _open(self) -> None:
        try:
            self._keep_log()
            _load_the_rest()
            from carepos import shop, staff, wording

            clock = self._clock or shop.utc_now
            opened = self._demo_shop(clock) if self._demo else shop.open_shop(self.folder, clock)
            with opened.reading() as tx:
                first = next(p for p in staff.present(tx) if p.role == staff.STAFF) if opened.demo else None
            wording.situations(self.preferences.language)  # long to read: before somebody is opened, and not there
            self._opened.emit(opened, first)
        except Exception as error:  # told in the window
            self._failed.emit(error)

    def _keep_log(self) -> None:
        from ui import logs

        logs.keep(self.folder)
        sys.excepthook = self._fault

    def _fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What nobody caught, mostly in answer to a key, is written down and told: nothing fails unseen."""
        from ui.kit import messages

        log.error("unhandled %s", kind.__name__, exc_info=(kind, error, trace))
        if self.window is not None and self.window.toast is not None:
            self.window.toast.say(messages.of_rule("unexpected", {}), seconds=12)

    def _demo_shop(self, clock: "Clock") -> "Shop":
        from carepos import demo, shop

        if self.folder.exists():
            return shop.open_shop(self.folder, clock)
        return demo.make(self.folder, clock=clock, language=self.preferences.language)

    def _settle(self, shop: "Shop", member: "Member | None") -> None:
        from carepos.database import NOBODY
        from ui.kit.tasks import Tasks

        self.tasks = Tasks(shop, NOBODY)
        self._watch()
        self._rest.start()
        self._steps = self._settling(member)
        self._stepper.start()

    def _step(self) -> None:
        """A small part of the settling in each turn of the loop: a hand at the keyboard never waits for it."""
        for _ in self._steps:
            return
        self._stepper.stop()

    def _settling(self, member: "Member | None") -> Iterator[None]:
        assert self.window is not None
        yield from self._hanging(self.window, member)
        self._let_points_end()
        self.settled.emit()

    def _hanging(self, window: Window, member: "Member | None") -> Iterator[None]:
        from ui.rooms import Rooms

        assert self.tasks is not None
        rooms = Rooms(self.tasks, self.preferences)
        rooms.setParent(window)
        window.hang_counter(rooms.counter)
        yield
        yield from rooms.counter.furnishing(self.preferences.language, member.name if member else "")
        window.settle(self.tasks, rooms)
        yield
        if member:
            window.enter(member)

    def _let_points_end(self) -> None:
        """What has passed its last day ends behind the counter's back; the owner is asked about a clock far ahead."""
        from ui.loyalty.expiring import Expiring

        assert self.tasks is not None
        ending = Expiring(self.tasks, lambda: self.window is not None and not (self.window.locked or self.window.busy))
        ending.agree_wanted.connect(lambda due: self._ask_about_clock(ending, due))
        ending.start()

    def _ask_about_clock(self, ending: "Expiring", due: "Due") -> None:
        from ui.loyalty.expiring import ClockSheet
        from ui.staff import passphrase

        tasks, window = self.tasks, self.window
        if tasks is None or window is None:
            return
        settings = tasks.shop.settings
        last = settings.day_of(due.last_run) if due.last_run else None
        sheet = ClockSheet(window, due, settings.day_of(tasks.shop.clock()), last)
        sheet.agreed.connect(lambda: passphrase.ask(tasks, window, ending.agree))
        sheet.closed.connect(sheet.deleteLater)
        sheet.open_()

    def _change_clothes(self) -> None:
        """A new window in the new clothes, where the old one stood, with the same customer and room."""
        old = self.window
        if old is None:
            self.dress()
            return
        if self.tasks is not None and self.tasks.held:  # its answer belongs to the old window
            self.tasks.delayed.emit()
            self.tasks.when_free(self, self._change_clothes)
            return
        customer_id = old.rooms.counter.customer_id if old.rooms else ""
        room, member, place, locked = old.room(), old.member, old.geometry(), old.locked
        self._take_down(old)
        self.dress()
        self._show_window(closed=locked)
        self._qt.setQuitOnLastWindowClosed(True)
        assert self.window is not None
        self.window.setGeometry(place)
        if self.tasks is not None:
            for _ in self._hanging(self.window, member):
                pass
            if customer_id:
                self.window.open_customer(customer_id)
            self.window.go(room)

    def _take_down(self, old: Window) -> None:
        """Gone before the new clothes: dressing a thousand widgets nobody will see takes longer than making them."""
        self._qt.setQuitOnLastWindowClosed(False)
        self.window = None
        old.close()
        old.deleteLater()
        self._qt.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)

    def _show_window(self, closed: bool) -> None:
        window = Window(self.preferences, closed)
        window.settings_changed.connect(self.choose)
        window.shut.connect(lambda: self.close() if window is self.window else None)
        old, self.window = self.window, window
        window.show()
        if old is not None:
            old.close()
        self._put_front(None)

    def _put_front(self, page: QWidget | None) -> None:
        """Shows a page in the window's stead (first start, recovery), or none."""
        old, self._front = self._front, page
        if page is not None:
            screen.fit(page)
            page.setWindowTitle("CarePOS")
            page.show()
            self._watch()
        if old is not None:
            old.close()
            old.deleteLater()

    def _show_welcome(self) -> None:
        from ui.welcome import Welcome

        page = Welcome(self.folder)
        page.language_chosen.connect(self._welcome_in)
        page.shop_made.connect(self._open_made)
        page.demo_wanted.connect(self._open_demo)
        page.import_wanted.connect(self._import_first)
        self._put_front(page)

    def _welcome_in(self, language: str) -> None:
        self.preferences.set(language=language)
        self.dress()
        self._show_welcome()

    def _open_made(self, shop: "Shop") -> None:
        self._show_window(closed=True)
        self._opened.emit(shop, None)

    def _import_first(self) -> None:
        """The new shop begins with bringing customers in."""
        if self.window is not None:
            self.window.first_room = "exchange"

    def _open_demo(self) -> None:
        language = self.preferences.language
        self._let_go()
        self.folder, self._demo = ShopFolder(demo_folder()), True
        self.preferences = Preferences(self.folder.window)
        self.preferences.set(language=language)
        if not self.come_in():
            self._qt.quit()

    def _show_trouble(self, error: object) -> None:
        from ui.recovery import RecoveryPage

        ours = error.rule if isinstance(error, CarePosError) else ""
        log.error("could not open: %s", ours or type(error).__name__, exc_info=None if ours else error)  # type: ignore[arg-type]
        page = RecoveryPage(self.folder, error)
        page.recovered.connect(self.come_in)
        self._put_front(page)
        if self.window is not None:
            window, self.window = self.window, None
            window.close()

    def dress(self) -> None:
        """Puts on the theme, the text size and the language of the preferences."""
        theme.apply(self._qt, self.preferences.theme, self.preferences.scale)
        language = self.preferences.language
        QLocale.setDefault(QLocale(language))
        while self._translators:
            self._qt.removeTranslator(self._translators.pop())
        folders = [str(resources() / "i18n"), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)]
        self._translators = [
            self._translator(f"{stem}_{language}", folder)
            for stem, folder in zip(("carepos", "qtbase"), folders, strict=True)
        ]

    def _translator(self, name: str, folder: str) -> QTranslator:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._qt.installTranslator(translator)
        return translator

    def _come_forward(self, *_: object) -> None:
        """A second start on the same shop asked for this window."""
        shown = self._front or self.window
        if shown is not None and self.folder.front.exists():
            self.folder.front.unlink(missing_ok=True)
            shown.setWindowState(shown.windowState() & ~Qt.WindowState.WindowMinimized)
            shown.show()
            shown.raise_()
            shown.activateWindow()

    def _touched(self) -> None:
        """Any key or touch keeps the door open, and puts off what a hand would have to wait for."""
        if self.window is not None:
            self.window.touched()
        if self.tasks is not None:
            self._rest.start()

    def _scanned(self, code: str) -> None:
        if self.window is not None:
            self.window.scanned(code)

    def _single_key(self, key: str) -> None:
        if self.window is not None:
            self.window.single_key(key)

    def _let_rest(self) -> None:
        if self.tasks is not None:
            self.tasks.rest()
            gc.collect()

    def _wire(self) -> None:
        self._opened.connect(self._settle)
        self._failed.connect(self._show_trouble)
        self._hearing = self._qt.focusChanged.connect(self._scanner.follow)
        self._scanner.scanned.connect(self._scanned)
        self._scanner.single.connect(self._single_key)
        self._scanner.touched.connect(self._touched)
        self._rest.timeout.connect(self._let_rest)
        self._stepper.timeout.connect(self._step)


def _load_the_rest() -> None:
    """Everything the first paint did not need, so that the window's own thread finds it loaded."""
    for ciphers in ("ssl", "_hashlib"):  # as in build.spec: nothing goes online, and Python hashes by itself (7 MB, V7)
        sys.modules.setdefault(ciphers, None)  # type: ignore[arg-type]
    import encodings.utf_16_le  # noqa: F401 - as Qt counts letters

    import budoux  # noqa: F401 - breaks the first Japanese lines

    import ui.customers.hits
    import ui.display.display
    import ui.kit.toast
    import ui.loyalty.expiring
    import ui.rooms  # noqa: F401

    # PySide makes a class of Qt's when it is first named, and every kind of widget at once when it meets one of Qt's
    # own that has no name: 60 ms in the middle of a hand's work (V6).
    for name in dir(QtWidgets):
        getattr(QtWidgets, name)


def make_qt() -> QApplication:
    """Qt's application with our name and fonts; one per process."""
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication([*sys.argv[:1], "-style", "fusion"])
    qt.setApplicationName("CarePOS")
    for font in sorted((resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    return qt


def run(folder: ShopFolder, demo: bool = False) -> int:
    """Opens the window on a shop and returns the exit code; a second start brings the first one's window forward."""
    qt = make_qt()
    gc.disable()  # it would run in any thread, and only this one may take widgets apart: see _let_rest
    app = App(qt, folder, demo)
    code = qt.exec() if app.come_in() else 0
    app.close()
    return code
