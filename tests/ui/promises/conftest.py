"""The promises' rooms of a till: a shop in a file, its tasks, and a window's calm."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shops import CLERK

from carepos.shop import Shop
from ui.kit import theme
from ui.kit.tasks import Tasks


@pytest.fixture(name="shop")
def one_shop(sqlite_shop: Shop) -> Shop:
    """The pages do not care which database answers."""
    return sqlite_shop


@pytest.fixture
def tasks(qapp: QApplication, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tasks]:
    """A clerk's tasks; whatever goes wrong without anybody to tell fails the test."""
    monkeypatch.setattr(theme, "motion", False)
    theme.apply(qapp, "light")
    made, troubles = Tasks(shop, CLERK), list[object]()
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
