"""A whole application on a small shop: opened once a module, swept and given its store back before each test."""

import gc
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hands import CARD, Hands, Opening, leave
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shops import CLERK, OWNER, START, Clock, Till, customer_ids

from carepos import customers, loyalty
from carepos import shop as shops
from carepos.database import Actor
from carepos.errors import CarePosError
from carepos.paths import ShopFolder
from carepos.shop import Shop
from ui.app import App
from ui.kit import theme
from ui.kit.sheet import Sheet
from ui.kit.tasks import Tasks
from ui.smoke import LONGEST, wait_until


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """With the patience a slow machine may need: what comes late is no fault, what never comes is."""
    for wait in ("waitUntil", "waitSignal", "waitExposed"):
        monkeypatch.setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=LONGEST * 1000))
    return qtbot


@pytest.fixture(name="shop")
def one_shop(sqlite_shop: Shop) -> Shop:
    """The window does not care which database answers."""
    return sqlite_shop


@pytest.fixture
def actor() -> Actor:
    """Who works in the window; rooms for a clerk say so."""
    return OWNER


@pytest.fixture
def troubles() -> list[CarePosError]:
    """What went wrong without anybody to tell; a test that expects some clears it."""
    return []


@pytest.fixture
def tasks(
    qapp: QApplication, shop: Shop, actor: Actor, troubles: list[CarePosError], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Tasks]:
    """What the panels of a room ask; whatever goes wrong without anybody to tell fails the test."""
    monkeypatch.setattr(theme, "motion", False)
    theme.apply(qapp, "light")
    made = Tasks(shop, actor)
    made.trouble.connect(troubles.append)
    yield made
    made.close()
    assert troubles == []


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Waits until every question was answered, and its answer is on the screen."""

    def wait() -> None:
        qtbot.waitUntil(lambda: tasks.idle)
        QApplication.processEvents()

    return wait


def move_in(till: Till, office: Till) -> None:
    """Four customers: one who has been here long, a relative of hers, one with nothing, one from abroad."""
    ids = customer_ids()
    hanako = customers.Details("田中", "花子", "たなか", "はなこ", phone="090-1234-5678", card=CARD, birthday="04-17")
    who = till.run(customers.register, next(ids), hanako)
    till.do(customers.add_note, who, "preference", "深煎りがお好き")
    till.do(customers.add_note, who, "allergy", "小麦アレルギー", consent=True)
    till.do(customers.add_note, who, "told", "息子さんが金沢でひとり暮らし")
    office.do(loyalty.open_balance, who, 900)
    ichiro = customers.Details("田中", "一郎", "たなか", "いちろう", phone="03-1111-2222")
    minoru = customers.Details("髙橋", "実", "たかはし", "みのる", phone="080-8123-4567")
    emma = customers.Details("Wilson", "Emma", "うぃるそん", "えま", phone="+44 7400 123456", language="en")
    for details in (ichiro, minoru, emma):
        till.run(customers.register, next(ids), details)


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


@pytest.fixture(scope="module")
def opening(qapp: QApplication) -> Iterator[Opening]:
    """Opens applications, one after the other; the last one is closed at the end."""
    opened: list[Hands] = []

    def open_(folder: ShopFolder, language: str = "en", scale: float = 1.0) -> Hands:
        while opened:
            leave(opened.pop())
        clock = Clock()
        app = App(qapp, folder, demo=True, clock=clock)
        app.preferences.set(language=language, theme="light", scale=scale)
        settled = list[bool]()
        app.settled.connect(lambda: settled.append(True))
        app.start()
        wait_until(qapp, lambda: settled)
        assert app.window is not None
        app.window.resize(1366, 768)  # the screen of the tests is smaller
        opened.append(Hands(app, clock))
        opened[-1].rest()
        return opened[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theme, "motion", False)
        gc.disable()  # as the program does: no other thread may take widgets apart
        yield open_
        while opened:
            leave(opened.pop())
        gc.enable()


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
    house.shop.close()
    shutil.copy(counter_template / "shop.db", house.shop.folder.store if house.shop.folder else "")
    house.clock.now = START
    house.troubles.clear()
    sweep(house)
    assert house.app.tasks is not None
    house.app.tasks.trouble.connect(house.trouble)
    yield house
    house.app.tasks.trouble.disconnect(house.trouble)
    assert house.troubles == []
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [house.window]
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
    house.window.enter(house.clerk())
    house.window.activateWindow()  # the customer's page may have taken the keyboard: this platform knows no better
    house.until(house.window.isActiveWindow)
    house.rest()
    scanner = house.app._scanner
    scanner._quiet.stop()
    scanner._last = 0.0  # four digits of the last test and four of this one would be a card
