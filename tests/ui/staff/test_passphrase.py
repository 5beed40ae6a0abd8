"""The owner's passphrase: asked before an owner's act, once in five minutes, of nobody else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shops import CLERK, OWNER_ID, PASSPHRASE, Clock

from carepos.database import Actor
from carepos.errors import CarePosError
from ui.kit.field import Field
from ui.kit.tasks import Tasks
from ui.staff import passphrase
from ui.staff.passphrase import PassphraseSheet

Settle = Callable[[], None]


@pytest.fixture
def desk(qtbot: QtBot, tasks: Tasks) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


class Acts(list[str]):
    """What was done after asking."""

    def ask(self, tasks: Tasks, desk: QWidget) -> PassphraseSheet | None:
        """Asks, and hands back the sheet if one came."""
        passphrase.ask(tasks, desk, lambda: self.append("done"))
        return next((sheet for sheet in desk.findChildren(PassphraseSheet) if sheet.isVisible()), None)


def answer(sheet: PassphraseSheet, settle: Settle, words: str) -> Field:
    field = sheet.findChildren(Field)[0]
    field.set_text(words)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    settle()
    settle()
    return field


def test_the_right_passphrase_lets_through_and_is_good_for_five_minutes(
    desk: QWidget, tasks: Tasks, settle: Settle, clock: Clock
) -> None:
    acts = Acts()
    sheet = acts.ask(tasks, desk)
    assert sheet is not None
    answer(sheet, settle, PASSPHRASE)
    assert acts == ["done"]
    clock.forward(minutes=4, seconds=59)
    assert acts.ask(tasks, desk) is None
    assert acts == ["done", "done"]
    clock.forward(seconds=1)
    assert acts.ask(tasks, desk) is not None
    assert acts == ["done", "done"]


def test_a_wrong_one_is_told_and_nothing_is_done(desk: QWidget, tasks: Tasks, settle: Settle) -> None:
    acts = Acts()
    sheet = acts.ask(tasks, desk)
    assert sheet is not None
    assert "not the passphrase" in answer(sheet, settle, "みなもの合言葉").error()
    for _ in range(4):
        answer(sheet, settle, "みなもの合言葉")
    assert "Please wait 30 seconds" in answer(sheet, settle, PASSPHRASE).error()
    assert acts == []


def test_whoever_enters_anew_is_asked_anew(desk: QWidget, tasks: Tasks, settle: Settle) -> None:
    acts = Acts()
    sheet = acts.ask(tasks, desk)
    assert sheet is not None
    answer(sheet, settle, PASSPHRASE)
    tasks.actor = Actor(OWNER_ID, "owner", "window")
    assert acts.ask(tasks, desk) is not None


def test_a_clerk_is_told_that_this_is_the_owners(desk: QWidget, tasks: Tasks, troubles: list[CarePosError]) -> None:
    tasks.actor, acts = CLERK, Acts()
    assert acts.ask(tasks, desk) is None
    assert ([trouble.rule for trouble in troubles], acts) == (["role.owner_only"], [])
    troubles.clear()


def test_the_demo_never_asks(desk: QWidget, tasks: Tasks) -> None:
    tasks.shop.demo, acts = True, Acts()
    assert acts.ask(tasks, desk) is None
    assert acts == ["done"]
