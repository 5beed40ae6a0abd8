"""Points end by themselves, once a day, behind the counter; a clock far ahead is the owner's to judge."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shops import CLERK, OWNER, Clock, Till

from carepos import loyalty
from carepos.shop import Shop
from ui.kit.tasks import Tasks
from ui.loyalty import expiring
from ui.loyalty.expiring import Expiring


@pytest.fixture(name="shop")
def one_shop(sqlite_shop: Shop) -> Shop:
    return sqlite_shop


@pytest.fixture
def tasks(qapp: QApplication, shop: Shop) -> Iterator[Tasks]:
    made = Tasks(shop, CLERK)
    yield made
    made.close()


@pytest.fixture
def customers(office: Till, make_customer: Callable[..., str], clock: Clock) -> list[str]:
    """Seven whose points end with November."""
    found = [make_customer(given=f"花子{number}") for number in range(7)]
    for who in found:
        office.do(loyalty.open_balance, who, 100, dt.date(2026, 11, 30))
    office.do(loyalty.expire)
    return found


@pytest.fixture
def ending(tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator["Heard"]:
    monkeypatch.setattr(expiring, "BATCH", 3)
    heard = Heard(Expiring(tasks), tasks, qtbot)
    yield heard
    heard.wait()


class Heard:
    """What was said, and a look that waits."""

    def __init__(self, ending: Expiring, tasks: Tasks, qtbot: QtBot) -> None:
        self.ending, self._tasks, self._qtbot = ending, tasks, qtbot
        self.ended: list[tuple[int, int]] = []
        self.asked: list[loyalty.Due] = []
        ending.ended.connect(lambda points, lots: self.ended.append((points, lots)))
        ending.agree_wanted.connect(self.asked.append)

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: self._tasks.idle)

    def look(self) -> None:
        self.ending.look()
        self.wait()


def night(clock: Clock, till: Till, days: int) -> None:
    """Goes on day by day, with a run each, as an open shop does."""
    for _ in range(days):
        clock.forward(days=1)
        till.do(loyalty.expire)


def test_what_is_due_ends_once_in_batches(ending: Heard, clock: Clock, till: Till, customers: list[str]) -> None:
    night(clock, till, 9)
    clock.forward(days=1)
    ending.look()
    ending.look()
    assert ending.ended == [(700, 7)]
    assert [till.ask(loyalty.balance, who) for who in customers] == [0] * 7
    assert till.ask(loyalty.verify) == []


def test_a_day_on_which_nothing_ends_says_nothing(
    ending: Heard, clock: Clock, till: Till, customers: list[str]
) -> None:
    clock.forward(days=1)
    ending.look()
    assert (ending.ended, ending.asked) == ([], [])
    assert till.ask(loyalty.expiry_due).done_today


def test_a_clock_far_ahead_asks_the_owner_and_nobody_else(
    ending: Heard, clock: Clock, till: Till, tasks: Tasks, customers: list[str]
) -> None:
    clock.forward(days=40)
    ending.look()
    assert ending.asked == []
    tasks.actor = dataclasses.replace(OWNER)
    ending.look()
    ending.look()
    assert [(due.points, due.customers) for due in ending.asked] == [(700, 7)]
    assert till.ask(loyalty.balance, customers[0]) == 100
    ending.ending.agree()
    ending.wait()
    assert ending.ended == [(700, 7)]


def test_not_now_asks_again_when_an_owner_comes_in_anew(
    ending: Heard, clock: Clock, tasks: Tasks, customers: list[str]
) -> None:
    clock.forward(days=40)
    for _ in range(2):
        tasks.actor = dataclasses.replace(OWNER)
        ending.look()
    assert len(ending.asked) == 2


def test_a_shop_that_was_closed_is_asked_no_more(tasks: Tasks, clock: Clock, qtbot: QtBot) -> None:
    ending = Expiring(tasks)
    ending.start()
    qtbot.waitUntil(lambda: tasks.idle)
    clock.forward(days=1)
    tasks.close()
    assert not ending._timer.isActive()


def test_a_clock_set_back_ends_nothing(ending: Heard, clock: Clock, till: Till, customers: list[str]) -> None:
    clock.forward(days=-300)
    ending.look()
    assert (ending.ended, till.ask(loyalty.balance, customers[0])) == ([], 100)
