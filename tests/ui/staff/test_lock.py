"""The door: who comes in, who does not, and that nobody's typing is lost."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shops import CLERK_ID, CLERK_PIN, OWNER_ID, OWNER_PIN, START, Clock, Till

from carepos import daybook, promises, staff
from carepos.errors import Refused
from carepos.staff import Member
from ui.kit import messages
from ui.kit.keypad import Keypad
from ui.kit.label import Label
from ui.kit.night import Greeting
from ui.kit.tasks import Tasks
from ui.staff.lock import MOST_UNCOUNTED, LockPage
from ui.staff.tiles import Dots, PersonTile

ROOT = Path(__file__).parents[3]
Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, tasks: Tasks) -> LockPage:
    """The door, painted, the shop still closed."""
    made = LockPage(lambda: START)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def entered(page: LockPage) -> list[Member]:
    """Everybody who came in."""
    came: list[Member] = []
    page.entered.connect(came.append)
    return came


def open_door(page: LockPage, tasks: Tasks, settle: Settle) -> None:
    page.settle(tasks)
    settle()


def tile(page: LockPage, name: str) -> PersonTile:
    return [tile for tile in page.findChildren(PersonTile) if tile.text() == name][-1]


def typed(page: LockPage) -> int:
    return page.findChildren(Dots)[0].count()


def keys(page: LockPage) -> Keypad:
    return page.findChildren(Keypad)[0]


def says(page: LockPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def try_pin(page: LockPage, settle: Settle, pin: str) -> None:
    QTest.keyClicks(page, pin)
    QTest.keyClick(page, Qt.Key.Key_Return)
    settle()
    settle()


def test_the_door_is_painted_without_the_store() -> None:
    script = "import sys, ui.staff.lock; print({'sqlalchemy', 'argon2', 'carepos.staff'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("set()\n", "")


def test_digits_typed_before_the_shop_is_open_are_kept(
    page: LockPage, tasks: Tasks, settle: Settle, entered: list[Member]
) -> None:
    QTest.keyClicks(page, CLERK_PIN)
    assert typed(page) == 4
    open_door(page, tasks, settle)
    tile(page, "佐藤").click()
    try_pin(page, settle, "")
    assert [member.id for member in entered] == [CLERK_ID]


def test_enter_before_the_shop_is_open_asks_who_it_was(
    page: LockPage, tasks: Tasks, settle: Settle, entered: list[Member]
) -> None:
    QTest.keyClicks(page, CLERK_PIN)
    QTest.keyClick(page, Qt.Key.Key_Return)
    open_door(page, tasks, settle)
    assert "Please touch your name." in says(page)
    assert (typed(page), entered) == (4, [])


def test_a_wrong_pin_is_told_and_forgotten(page: LockPage, tasks: Tasks, settle: Settle, entered: list[Member]) -> None:
    open_door(page, tasks, settle)
    tile(page, "佐藤").click()
    try_pin(page, settle, "1928")
    assert messages.sentence(Refused("pin.wrong")) in says(page)
    assert (typed(page), entered) == (0, [])


def test_after_five_wrong_pins_even_the_right_one_waits(
    page: LockPage, tasks: Tasks, settle: Settle, entered: list[Member], clock: Clock
) -> None:
    open_door(page, tasks, settle)
    tile(page, "佐藤").click()
    for _ in range(5):
        try_pin(page, settle, "1928")
    try_pin(page, settle, CLERK_PIN)
    assert "Please wait 30 seconds" in says(page)
    assert entered == []
    clock.forward(seconds=31)
    try_pin(page, settle, CLERK_PIN)
    assert [member.id for member in entered] == [CLERK_ID]


@pytest.fixture
def gate(tasks: Tasks, settle: Settle) -> Iterator[Event]:
    """A long command that holds the store until the gate is opened."""
    opened = Event()
    tasks.background(tasks, lambda _tx: opened.wait(30), lambda _opened: None)
    yield opened
    opened.set()
    settle()


def test_while_a_file_comes_in_the_door_opens_for_few_wrong_pins(
    qtbot: QtBot, page: LockPage, tasks: Tasks, settle: Settle, entered: list[Member], gate: Event, till: Till
) -> None:
    """The tries are counted when the store can be written to again."""
    page.settle(tasks)
    qtbot.waitUntil(lambda: bool(page.findChildren(PersonTile)))
    tile(page, "佐藤").click()

    def try_now(pin: str, told: str) -> None:
        QTest.keyClicks(page, pin)
        QTest.keyClick(page, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: messages.sentence(Refused(told)) in says(page) if told else bool(entered))

    for _ in range(MOST_UNCOUNTED - 1):
        try_now("1928", "pin.wrong")
    try_now(CLERK_PIN, "")
    assert [member.id for member in entered] == [CLERK_ID]
    for _ in range(MOST_UNCOUNTED):
        try_now("1928", "pin.wrong")
    try_now(CLERK_PIN, "pin.later")
    assert len(entered) == 1
    gate.set()
    settle()
    assert till.run(staff.count_attempt, CLERK_ID) > 0


def test_a_pin_too_short_is_not_counted(page: LockPage, tasks: Tasks, settle: Settle, till: Till) -> None:
    open_door(page, tasks, settle)
    tile(page, "佐藤").click()
    for _ in range(6):
        try_pin(page, settle, "12")
    assert "4 to 8 digits" in says(page)


def test_touch_does_all_that_keys_do(page: LockPage, tasks: Tasks, settle: Settle, entered: list[Member]) -> None:
    open_door(page, tasks, settle)
    keypad = keys(page)
    tile(page, "松本").click()
    for digit in ("9", "9"):
        keypad.button(digit).click()
    keypad.button("Clear").click()
    for digit in OWNER_PIN:
        keypad.button(digit).click()
    keypad.button("Enter").click()
    settle()
    settle()
    assert [(member.id, member.role) for member in entered] == [(OWNER_ID, "owner")]


def test_arrows_choose_and_full_width_digits_count(
    page: LockPage, tasks: Tasks, settle: Settle, entered: list[Member]
) -> None:
    open_door(page, tasks, settle)
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_Right)
    for digit in "３９１７":
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, digit)
        QApplication.sendEvent(page, pressed)
    try_pin(page, settle, "")
    assert [member.name for member in entered] == ["佐藤"]


def test_a_closed_door_forgets_every_digit(page: LockPage, tasks: Tasks, settle: Settle) -> None:
    open_door(page, tasks, settle)
    QTest.keyClicks(page, "391")
    page.open_()
    settle()
    assert typed(page) == 0


def test_the_demo_needs_one_touch_and_shows_its_secrets(
    page: LockPage, tasks: Tasks, settle: Settle, entered: list[Member]
) -> None:
    tasks.shop.demo = True
    open_door(page, tasks, settle)
    assert "4863" in says(page)
    assert not keys(page).isVisible()
    tile(page, "佐藤").click()
    assert [member.name for member in entered] == ["佐藤"]


@pytest.mark.parametrize(("hour", "words"), [(9, "Good morning"), (14, "Good afternoon"), (20, "Good evening")])
def test_the_greeting_follows_the_hour(
    page: LockPage, tasks: Tasks, settle: Settle, clock: Clock, hour: int, words: str
) -> None:
    clock.now = START.replace(hour=hour, minute=5).astimezone(dt.UTC)
    open_door(page, tasks, settle)
    assert page.findChildren(Greeting)[0].text() == words
    assert f"{hour:02}:05" in says(page)


def test_the_door_tells_the_owners_word_and_what_was_promised(
    page: LockPage, tasks: Tasks, settle: Settle, till: Till, office: Till, make_customer: Callable[..., str]
) -> None:
    office.do(daybook.set_words, START.date() - dt.timedelta(days=1), "箱を二重に <b>")
    customer = make_customer()
    for minutes in (10, 60):
        till.do(promises.make, customer, "電話する", START + dt.timedelta(minutes=minutes), None)
    tasks.shop.clock = Clock(START + dt.timedelta(minutes=30))
    open_door(page, tasks, settle)
    told = says(page)
    assert all(part in told for part in ("みなも", "箱を二重に <b>", "Promises today: 1", "Overdue: 1"))
