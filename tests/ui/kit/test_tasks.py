"""While a long command writes, the counter goes on: reads are answered, commands wait and are told to."""

from collections.abc import Iterator
from threading import Event

import pytest
from hands import Hands
from PySide6.QtWidgets import QApplication

from carepos import customers
from carepos.database import Transaction
from ui.kit import tasks as kit_tasks
from ui.kit.field import Area
from ui.kit.tasks import Tasks

SECONDS = 30  # a test that fails lets go by itself


@pytest.fixture
def tasks(hands: Hands) -> Tasks:
    assert hands.app.tasks is not None
    return hands.app.tasks


@pytest.fixture
def customer(hands: Hands) -> str:
    return hands.open()


@pytest.fixture
def gate(hands: Hands, tasks: Tasks) -> Iterator[Event]:
    """A long command that holds the store until the gate is opened."""
    opened, begun = Event(), Event()

    def hold(_tx: Transaction) -> bool:
        begun.set()
        return opened.wait(SECONDS)

    tasks.background(hands.window, hold, lambda _opened: None)
    assert begun.wait(SECONDS)
    yield opened
    opened.set()
    hands.rest()


def test_reads_are_answered_and_commands_wait(hands: Hands, tasks: Tasks, gate: Event) -> None:
    told = list[str]()
    tasks.record(hands.window, lambda _tx: "command", told.append)
    tasks.read(hands.window, lambda _tx: "read", told.append)
    tasks.record(hands.window, lambda _tx: "next command", told.append)
    hands.until(lambda: told)
    assert told == ["read"]
    gate.set()
    hands.until(lambda: tasks.idle)
    assert told == ["read", "command", "next command"]


def test_a_command_that_waits_long_is_told(
    hands: Hands, tasks: Tasks, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit_tasks, "PATIENCE", 0)
    tasks.record(hands.window, lambda _tx: None)
    hands.until(lambda: "as soon as that is done" in hands.toast.text())


def test_a_command_after_the_long_one_is_done_at_once(
    hands: Hands, tasks: Tasks, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[object]()
    tasks.delayed.connect(lambda: told.append("delayed"))
    monkeypatch.setattr(kit_tasks, "PATIENCE", 0)
    gate.set()
    hands.until(lambda: tasks.idle)
    tasks.record(hands.window, lambda _tx: "command", told.append)
    hands.until(lambda: tasks.idle)
    QApplication.processEvents()
    assert told == ["command"]


def test_a_draft_on_its_way_is_there_when_the_sheet_opens_anew(hands: Hands, customer: str, gate: Event) -> None:
    hands.counter.open_sheet("note")
    hands.part(Area, hands.sheet).set_text("waiting")
    op_id, typed = hands.sheet.op_id, hands.sheet.fields()
    hands.sheet.shut()
    hands.counter.open_sheet("note")
    hands.until(lambda: hands.sheet.op_id == op_id)
    assert hands.sheet.fields() == typed


def test_the_counter_does_not_wait_with_its_sheet(
    hands: Hands, customer: str, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit_tasks, "PATIENCE", 0)
    hands.counter.open_sheet("note")
    hands.part(Area, hands.sheet).set_text("waiting")
    hands.sheet.submit()
    hands.until(lambda: hands.counter.sheet is None)
    hands.counter.open_sheet("note")
    assert hands.sheet.fields() == {}
    hands.sheet.shut()
    gate.set()
    hands.rest()
    assert [note.text for note in hands.till.ask(customers.notes, customer)].count("waiting") == 1
    assert hands.toast.text() == "Noted"


def test_what_is_refused_after_the_sheet_has_gone_is_told_and_kept(
    hands: Hands, customer: str, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit_tasks, "PATIENCE", 0)
    hands.counter.open_sheet("note")
    hands.part(Area, hands.sheet).set_text("x" * 1000)
    hands.sheet.submit()
    hands.until(lambda: hands.counter.sheet is None)
    gate.set()
    hands.until(lambda: hands.app.tasks is not None and hands.app.tasks.idle)
    assert "too long" in hands.toast.text()
    hands.counter.open_sheet("note")
    hands.rest()
    assert hands.sheet.fields() == {"text": "x" * 1000} | hands.sheet.fields()
    hands.troubles.clear()


def test_a_closed_door_shows_no_sheet_that_waits(hands: Hands, customer: str, gate: Event) -> None:
    hands.counter.open_sheet("note")
    hands.part(Area, hands.sheet).set_text("waiting")
    sheet = hands.sheet
    sheet.submit()
    hands.window.lock()
    assert not sheet.isVisible()
    gate.set()
    hands.rest()
    assert [note.text for note in hands.till.ask(customers.notes, customer)].count("waiting") == 1
    hands.window.enter(hands.clerk())
