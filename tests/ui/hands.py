"""A till as its tests meet it: the application's window with a keyboard, a scanner, fingers and eyes."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

import shiboken6
import sqlalchemy as sa
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QWidget
from shops import CLERK, CLERK_ID, Clock, Till

from carepos import staff
from carepos.database.operations import Operation
from carepos.paths import ShopFolder
from carepos.shop import Shop
from ui.app import App
from ui.kit.edit import Line
from ui.kit.label import Label
from ui.kit.sheet import Sheet
from ui.kit.toast import Toast
from ui.smoke import wait_until

if TYPE_CHECKING:
    from ui.counter import Counter
    from ui.customers.hits import HitList
    from ui.kit.form import Form
    from ui.window import Window

Part = TypeVar("Part", bound=QWidget)
CARD = "M9000001"  # 田中 花子's


@dataclass
class Hands:
    """One till with its keyboard, its scanner, and somebody's fingers and eyes."""

    app: App
    clock: Clock
    troubles: list[object] = field(default_factory=list)  # what nobody took; a test empties it if it meant it
    pressed_at: int = 0  # when the last key of a scan was pressed, in milliseconds

    def trouble(self, error: object) -> None:
        """Nobody took this one."""
        self.troubles.append(error)

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
    def sheet(self) -> "Form":
        """The sheet that is open at the counter."""
        assert self.counter.sheet is not None
        return self.counter.sheet

    @property
    def shop(self) -> Shop:
        """The open shop."""
        assert self.app.tasks is not None
        return self.app.tasks.shop

    @property
    def till(self) -> Till:
        """What the clerk's till holds, asked behind the window's back."""
        return Till(self.shop, CLERK)

    @property
    def toast(self) -> Toast:
        """What was recorded last."""
        assert self.window.toast is not None
        return self.window.toast

    @property
    def found(self) -> "HitList":
        """The list below the search box."""
        from ui.customers.hits import HitList

        return self.part(HitList)

    @property
    def listed(self) -> list[str]:
        """The names in that list, as a screen reader says them; none when it is put away."""
        if not self.found.isVisible():
            return []
        model = self.part(QListView, self.found).model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return [str(model.data(row, Qt.ItemDataRole.AccessibleTextRole)) for row in rows]

    def in_front(self) -> list[Sheet]:
        """The sheets that can be seen, of whichever room."""
        return [sheet for sheet in self.window.findChildren(Sheet) if sheet.isVisible()]

    def owner(self) -> staff.Member:
        """The owner, who may come in."""
        return self.till.ask(staff.owner)

    def clerk(self) -> staff.Member:
        """Who works at the till unless a test says otherwise."""
        return next(member for member in self.till.ask(staff.present) if member.id == CLERK_ID)

    def done(self, kind: str) -> int:
        """How many operations of a kind were recorded."""
        count = sa.select(sa.func.count()).where(Operation.kind == kind)
        return int(self.till.ask(lambda tx: tx.value(count)))

    def part(self, kind: type[Part], of: QWidget | None = None) -> Part:
        """The one part of this kind in the window."""
        found = (of or self.window).findChild(kind)
        assert isinstance(found, kind)
        return found

    def press(self, *keys: str) -> None:
        """Presses keys where the keyboard is, each before the last was answered."""
        for key in keys:
            QTest.keySequence(self.focus(), QKeySequence(key))

    def key(self, *keys: str) -> None:
        """Presses keys and waits for what they do."""
        self.press(*keys)
        self.rest()

    def single(self, *keys: str) -> None:
        """Keys pressed where nothing is typed, and the moment in which a scanner would go on."""
        self.press(*keys)
        self.until(lambda: not self.app._scanner._quiet.isActive())
        self.rest()

    def type(self, text: str) -> None:
        """Types letters and digits where the keyboard is."""
        QTest.keyClicks(self.focus(), text)
        self.rest()

    def write(self, text: str, composing: bool = False) -> None:
        """What an input method commits, or is still composing."""
        event = QInputMethodEvent(text if composing else "", [])
        if not composing:
            event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)
        self.rest()

    def scan(self, code: str, apart: int = 2, busy: int = 0) -> None:
        """A card goes under the scanner: keys so far apart, in milliseconds, and Enter; once the window hung."""
        self.pressed_at += 10_000
        for place, letter in enumerate(code):
            self.pressed_at += busy if place == 3 else apart
            self._stamped(ord(letter.upper()), letter)
        self.pressed_at += apart
        self._stamped(Qt.Key.Key_Return, "\r")
        self.rest()

    def _stamped(self, key: int, text: str) -> None:
        """A key with the moment at which the system says it was pressed, whenever it is heard."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            event.setTimestamp(self.pressed_at)
            QApplication.sendEvent(self.focus(), event)

    def touch(self, name: str) -> None:
        """A finger on the first button with this name that can be seen."""
        front = next(iter(self.in_front()), self.window)
        QTest.mouseClick(self.button(name, front), Qt.MouseButton.LeftButton)
        self.rest()

    def button(self, name: str, front: QWidget | None = None) -> QAbstractButton:
        """The first button with this name that can be seen."""
        buttons = (front or self.window).findChildren(QAbstractButton)
        named = [one for one in buttons if one.accessibleName() == name and one.isVisible()]
        assert named, [one.accessibleName() for one in buttons if one.isVisible()]
        return named[0]

    def focus(self) -> QWidget:
        """What has the keyboard."""
        return QApplication.focusWidget() or self.window

    def wear(self, **chosen: str | float) -> None:
        """Chooses another language, theme or scale; the old window is gone as in a running program."""
        for name, value in chosen.items():
            self._change(name, value, self.window)

    def _change(self, name: str, value: str | float, before: "Window") -> None:
        self.app.choose(name, value)
        self.until(lambda: self.app.window is not None and self.app.window is not before)
        self.rest()

    def can_touch(self, name: str) -> bool:
        """Whether there is a button with this name to be seen."""
        buttons = self.window.findChildren(QAbstractButton)
        return any(one.accessibleName() == name and one.isVisible() for one in buttons)

    def line(self, name: str) -> Line:
        """The line of the sheet with this label that can be seen."""
        return next(one for one in self.sheet.findChildren(Line) if one.accessibleName() == name and one.isVisible())

    def rest(self) -> None:
        """Waits until everything asked was answered and everything recorded is stored."""
        QApplication.processEvents()
        self._answered()
        while not self.idle:  # a timer has asked anew
            self._answered()

    def _answered(self) -> None:
        self.until(lambda: self.idle)
        QApplication.processEvents()

    @property
    def idle(self) -> bool:
        """Whether nothing is asked and nothing is being recorded."""
        return self.app.tasks is None or self.app.tasks.idle

    def until(self, ready: Callable[[], object]) -> None:
        """Lets the window work until something is so."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        wait_until(application, ready)

    def open(self, phone: str = "5678") -> str:
        """Four digits and Enter; says whose card that opened."""
        self.key("F2")
        self.type(phone)
        self.key("Return")
        return self.counter.customer_id

    def reads(self, of: QWidget | None = None) -> str:
        """Every word that can be seen."""
        labels = (of or self.window).findChildren(Label)
        return "\n".join(label.text() for label in labels if label.isVisible())


def leave(hands: Hands) -> None:
    """Closes the window and takes everything apart at once, in the thread that may."""
    window, scanner = hands.window, hands.app._scanner
    window.close()
    hands.app.close()
    hands.app.window = None
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for one in (scanner, hands.app):
        shiboken6.delete(one)
    gc.collect()


class Opening(Protocol):
    """Opens an application on a shop, after the last one was closed."""

    def __call__(self, folder: ShopFolder, language: str = "en", scale: float = 1.0) -> Hands: ...
