"""The door of a shop that is no demo: a window's calm, and tasks for whoever comes."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shops import OWNER

from carepos.shop import Shop
from ui.kit import theme
from ui.kit.tasks import Tasks


@pytest.fixture(name="shop")
def one_shop(sqlite_shop: Shop) -> Shop:
    """The pages do not care which database answers; this shop asks for PINs."""
    sqlite_shop.demo = False
    return sqlite_shop


@pytest.fixture
def tasks(qapp: QApplication, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tasks]:
    """The owner's tasks."""
    monkeypatch.setattr(theme, "motion", False)
    if not qapp.styleSheet():
        theme.apply(qapp, "light")
    made = Tasks(shop, OWNER)
    yield made
    made.close()


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Waits until every question was answered."""
    return lambda: qtbot.waitUntil(lambda: tasks.idle)
