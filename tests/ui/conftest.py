"""A whole application on a small shop: opened once a module, swept and given its store back before each test."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shops import CLERK, CLERK_ID, OWNER, START, Clock, Till

from carepos import customers, loyalty, staff
from carepos import shop as shops
from carepos.paths import ShopFolder
from carepos.shop import Shop
from ui.app import App
from ui.kit import theme
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
CARD = "M9000001"


@dataclass
class Hands:
    """One till with its keyboard, its scanner, and somebody's fingers and eyes."""

    app: App
    clock: Clock

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

    def part(self, kind: type[Part], of: QWidget | None = None) -> Part:
        """The one part of this kind in the window."""
        found = (of or self.window).findChild(kind)
        assert isinstance(found, kind)
        return found

    def key(self, name: str, times: int = 1) -> None:
        """Presses a key where the keyboard is, as often as said before anything is answered."""
        for _ in range(times):
            QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(name))
        self.rest()

    def type(self, text: str) -> None:
        """Types letters and digits where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self.rest()

    def write(self, text: str, composing: bool = False) -> None:
        """What an input method commits, or is still composing."""
        event = QInputMethodEvent(text if composing else "", [])
        if not composing:
            event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget() or self.window, event)
        self.rest()

    def scan(self, code: str) -> None:
        """A card goes under the scanner: keys without a pause, and Enter."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, code)
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Return)
        self.rest()

    def touch(self, name: str) -> None:
        """A finger on the first button with this name that can be seen."""
        front = self.counter.sheet or self.window
        QTest.mouseClick(self.button(name, front), Qt.MouseButton.LeftButton)
        self.rest()

    def button(self, name: str, front: QWidget | None = None) -> QAbstractButton:
        """The first button with this name that can be seen."""
        buttons = (front or self.window).findChildren(QAbstractButton)
        named = [one for one in buttons if one.accessibleName() == name and one.isVisible()]
        assert named, [one.accessibleName() for one in buttons if one.isVisible()]
        return named[0]

    def rest(self) -> None:
        """Waits until everything asked was answered and everything recorded is stored."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.processEvents()
        wait_until(application, lambda: self.app.tasks is None or self.app.tasks.idle, 20)
        application.processEvents()

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


def move_in(till: Till, office: Till) -> None:
    """Four customers: one who has been here long, a relative of hers, one with nothing, one from abroad."""
    hanako = customers.Details("田中", "花子", "たなか", "はなこ", phone="090-1234-5678", card=CARD, birthday="04-17")
    who = till.do(customers.register, hanako)
    till.do(customers.add_note, who, "preference", "深煎りがお好き")
    till.do(customers.add_note, who, "allergy", "小麦アレルギー", consent=True)
    till.do(customers.add_note, who, "told", "息子さんが金沢でひとり暮らし")
    office.do(loyalty.open_balance, who, 900)
    till.do(customers.register, customers.Details("田中", "一郎", "たなか", "いちろう", phone="03-1111-2222"))
    till.do(customers.register, customers.Details("髙橋", "実", "たかはし", "みのる", phone="080-8123-4567"))
    till.do(customers.register, customers.Details("Wilson", "Emma", phone="+44 7400 123456", language="en"))


@pytest.fixture(scope="session")
def counter_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A furnished shop with four customers, closed, to be copied."""
    folder = ShopFolder(tmp_path_factory.mktemp("counter") / "shop")
    shutil.copytree(template_folder, folder.root)
    opened = shops.open_shop(folder, Clock())
    move_in(Till(opened, CLERK), Till(opened, OWNER))
    opened.close()
    return folder.root


@pytest.fixture
def counter_folder(counter_template: Path, tmp_path: Path) -> ShopFolder:
    """A fresh copy of that shop."""
    shutil.copytree(counter_template, tmp_path / "shop")
    return ShopFolder(tmp_path / "shop")


Opening = Callable[[ShopFolder], Hands]


@pytest.fixture(scope="module")
def opening(qapp: QApplication) -> Iterator[Opening]:
    """Opens applications, one after the other; the last one is closed at the end."""
    opened: list[Hands] = []

    def open_(folder: ShopFolder) -> Hands:
        while opened:
            leave(opened.pop())
        clock = Clock()
        app = App(qapp, folder, demo=True, clock=clock)
        app.preferences.set(language="en", theme="light", scale=1.0)
        settled = list[bool]()
        app.settled.connect(lambda: settled.append(True))
        app.start()
        wait_until(qapp, lambda: settled, 20)
        opened.append(Hands(app, clock))
        opened[-1].rest()
        return opened[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theme, "motion", False)
        yield open_
        while opened:
            leave(opened.pop())


def leave(hands: Hands) -> None:
    """Closes the window and lets go of it, so that no later test has to dress it anew."""
    window = hands.window
    window.close()
    hands.app.close()
    hands.app.window = None
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def house(opening: Opening, counter_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Hands:
    """One application for a module."""
    folder = ShopFolder(tmp_path_factory.mktemp("house") / "shop")
    shutil.copytree(counter_template, folder.root)
    return opening(folder)


@pytest.fixture
def hands(house: Hands, counter_template: Path) -> Iterator[Hands]:
    """The application as it stands in the morning: nobody at the counter, the store as it was made."""
    sweep(house)
    house.shop.engine.dispose()
    shutil.copy(counter_template / "shop.db", house.shop.folder.store if house.shop.folder else "")
    house.clock.now = START
    sweep(house)
    troubles = list[object]()
    assert house.app.tasks is not None
    house.app.tasks.trouble.connect(troubles.append)
    yield house
    house.app.tasks.trouble.disconnect(troubles.append)
    assert troubles == []
    assert house.till.ask(loyalty.verify) == []


def sweep(house: Hands) -> None:
    """Puts everything away that the last test left open."""
    house.rest()
    for sheet in house.window.findChildren(Sheet):
        sheet.shut()
    house.window.go("counter")
    house.counter.clear()
    house.window.search.clear()
    house.toast.put_away()
    house.window.enter(house.till.ask(clerk))
    house.rest()


def clerk(tx: shops.Transaction) -> staff.Member:
    """The clerk who works at the till."""
    return next(member for member in staff.present(tx) if member.id == CLERK_ID)
