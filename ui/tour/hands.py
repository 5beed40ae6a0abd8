"""The hands that play the day: keys, touches, scans and pictures, on a demo shop at half past two."""

import datetime as dt
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from carepos.paths import ShopFolder
from ui.app import App
from ui.smoke import wait_until

if TYPE_CHECKING:
    from ui.counter import Counter
    from ui.window import Window

OPENING = dt.time(14, 32)
HAND = 75  # milliseconds between the keys of a hand


class Hands:
    """One language's window, and what can be done with it."""

    def __init__(self, qt: QApplication, place: Path, language: str, pictures: Path) -> None:
        self.qt, self.place, self.language, self.pictures = qt, place, language, pictures
        self._number = 0
        self.step = "start"
        self._began = time.monotonic()
        self._noon = self._afternoon()
        self.app = App(qt, ShopFolder(place / "demo"), demo=True, clock=self._clock)
        self.app.preferences.set(language=language, theme="light", scale=1.0)

    def close(self) -> None:
        """Leaves the shop."""
        if self.app.window is not None:
            self.app.window.close()
        self.app.close()

    @property
    def window(self) -> "Window":
        """The window that is shown now."""
        assert self.app.window is not None
        return self.app.window

    @property
    def counter(self) -> "Counter":
        """The counter of that window."""
        assert self.window.rooms is not None
        return self.window.rooms.counter

    @property
    def shop(self) -> Any:
        """The open shop."""
        assert self.app.tasks is not None
        return self.app.tasks.shop

    def _clock(self) -> dt.datetime:
        return self._noon + dt.timedelta(seconds=time.monotonic() - self._began)

    def _afternoon(self) -> dt.datetime:
        from zoneinfo import ZoneInfo

        from carepos.shop import utc_now

        zone = ZoneInfo("Asia/Tokyo")
        return dt.datetime.combine(utc_now().astimezone(zone).date(), OPENING, zone).astimezone(dt.UTC)

    def export(self) -> Path:
        """A small export as another system writes it."""
        head = "会員ID,会員コード,姓,名,電話番号,メールアドレス,ポイント,ポイント期限,最終来店日時,入会日,備考"
        rows = (
            "1001,4900100200301,藤沢,千尋,090-1010-2020,,860,2027-03-31,2026-10-01 12:00:00,2021-04-01,",
            "1002,4900100200318,石川,涼,080-3030-4040,,0,,2026-10-04 15:20:00,2022-05-12,",
            "1003,4900100200325,中村,優子,070-5050-6060,,未確認,,2026-10-09 11:05:00,2023-01-20,",
        )
        path = self.place / "members.csv"
        path.write_bytes("\r\n".join((head, *rows)).encode("cp932"))
        return path

    def words(self, japanese: str, english: str) -> str:
        """The words of the language that is played."""
        return japanese if self.language == "ja" else english

    def hanako(self) -> str:
        """The id of 田中 花子."""
        from carepos import customers

        with self.shop.reading() as tx:
            return str(customers.find(tx, "5678")[0].id)

    def balance(self) -> int:
        """The points of the customer on the counter."""
        from carepos import loyalty

        with self.shop.reading() as tx:
            return loyalty.balance(tx, self.counter.customer_id)

    def listed(self) -> str:
        """What the list below the search box reads, as a screen reader hears it."""
        from PySide6.QtWidgets import QListView

        from ui.customers.hits import HitList

        found = self.window.findChild(HitList)
        assert isinstance(found, HitList)
        listed = found.findChild(QListView)
        assert isinstance(listed, QListView)
        model = listed.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return " / ".join(str(model.data(model.index(row, 0), role)) for row in range(model.rowCount()))

    def key(self, name: str) -> None:
        """Presses a key or a chord."""
        from PySide6.QtGui import QKeySequence

        target = QApplication.focusWidget() or self.window
        QTest.keySequence(target, QKeySequence(name))
        self.rest()

    def type(self, text: str, delay: int = HAND) -> None:
        """Types as a hand does, `delay` milliseconds between the keys."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text, delay=delay)
        self.rest(0.08)

    def scan(self, code: str) -> None:
        """A scanner's burst, ending in Enter."""
        target = QApplication.focusWidget() or self.window
        QTest.keyClicks(target, code)
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Return)
        self.rest()

    def write(self, text: str) -> None:
        """What an input method commits."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget() or self.window, event)
        self.rest()

    def touch(self, words: str) -> None:
        """A finger on the first visible control with these words."""
        front = self.counter.sheet or self.window
        control = next((button for button in _controls(front) if _named(button) == words), None)
        self.check(control is not None, f"there is a control named {words}")
        assert control is not None
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)
        self.rest()

    def enter_owner(self) -> None:
        """The owner takes over; a demo asks for no PIN."""
        owner = "山田" if self.language == "ja" else self.owner_name()
        control = next(one for one in _controls(self.window) if owner in _named(one))
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)
        wait_until(self.qt, lambda: not self.window.locked)
        self.rest()

    def owner_name(self) -> str:
        """Who owns the shop."""
        from carepos import staff

        with self.shop.reading() as tx:
            return staff.owner(tx).name

    def rest(self, seconds: float = 0.03) -> None:
        """Waits until everything asked is answered, and at least so many seconds."""
        end = time.monotonic() + seconds
        wait_until(
            self.qt,
            lambda: time.monotonic() > end and (self.app.tasks is None or self.app.tasks.idle),
        )
        self.qt.processEvents()

    def snap(self, name: str, widget: QWidget | None = None) -> None:
        """Keeps a picture of the window, or of a widget."""
        self.rest(0.05)
        self._number += 1
        path = self.pictures / f"{self._number:02d}_{name}_{self.language}.png"
        self.check((widget or self.window).grab().save(str(path)), f"{path} was written")

    def check(self, so: object, what: str) -> None:
        """Fails the tour where something is not so."""
        if not so:
            raise AssertionError(what)

    def say(self, sentence: str) -> None:
        """Tells what happened."""
        print(f"{self.language}: {sentence}", flush=True)


def _controls(front: QWidget) -> list[QWidget]:
    from ui.kit.chip import ChipButton

    buttons = [*front.findChildren(ChipButton), *front.findChildren(QPushButton)]
    found: list[QWidget] = [*buttons, *front.findChildren(QWidget)]
    return [widget for widget in found if widget.isVisible() and widget.isEnabled()]


def _named(control: QWidget) -> str:
    return control.accessibleName()
