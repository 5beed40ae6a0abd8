"""While a long command writes, the counter goes on: reads are answered, commands wait and are told to."""

import datetime as dt
from collections.abc import Iterator
from threading import Event

import pytest
from hands import Hands
from PySide6.QtWidgets import QApplication

from carepos import complaints, customers, loyalty, promises
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
def promised(hands: Hands, customer: str) -> str:
    """This customer waits for something."""
    hands.till.do(promises.make, customer, "電話する", hands.clock.now + dt.timedelta(hours=1))
    hands.counter.open_customer(customer)
    hands.rest()
    return customer


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


def fill_in_and_let_go(hands: Hands, sheet: str, field: str, text: str) -> None:
    """Somebody records what they typed, and goes on while it waits."""
    hands.counter.open_sheet(sheet)
    answered = list[object]()
    assert hands.app.tasks is not None
    hands.app.tasks.read(hands.window, lambda _tx: "after the draft", answered.append)
    hands.until(lambda: answered)
    hands.line(field).setText(text) if sheet == "points" else hands.part(Area, hands.sheet).set_text(text)
    hands.sheet._keep_draft()
    hands.sheet.submit()
    hands.until(lambda: hands.counter.sheet is None)


def stand_before(hands: Hands, name: str) -> str:
    """Another customer, while nothing can be stored."""
    [hit] = hands.till.ask(customers.find, name)
    hands.counter.open_customer(hit.id)
    hands.until(lambda: (card := hands.counter._card.customer()) is not None and card.id == hit.id)
    return hit.id


def test_two_records_of_a_kind_are_two(
    hands: Hands, customer: str, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second sheet never takes the first one's operation for its own."""
    monkeypatch.setattr(kit_tasks, "PATIENCE", 0)
    for text in ("first", "second"):
        fill_in_and_let_go(hands, "note", "", text)
    gate.set()
    hands.rest()
    noted = [note.text for note in hands.till.ask(customers.notes, customer)]
    assert (noted.count("first"), noted.count("second")) == (1, 1)


def test_two_sales_get_two_receipt_numbers(
    hands: Hands, customer: str, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit_tasks, "PATIENCE", 0)
    balance = hands.till.ask(loyalty.balance, customer)
    fill_in_and_let_go(hands, "points", "Amount bought (with tax)", "3000")
    other = stand_before(hands, "髙橋")
    fill_in_and_let_go(hands, "points", "Amount bought (with tax)", "7000")
    gate.set()
    hands.rest()
    assert hands.till.ask(loyalty.balance, customer) > balance
    assert hands.till.ask(loyalty.balance, other) > 0


def test_who_was_registered_late_does_not_take_the_counter(
    hands: Hands, customer: str, gate: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit_tasks, "PATIENCE", 0)
    hands.counter.register("Zamboni 090-7777-1111")
    hands.sheet.submit()
    hands.until(lambda: hands.counter.sheet is None)
    hands.counter.open_sheet("complaint")
    complaint = hands.sheet
    gate.set()
    hands.rest()
    assert (hands.counter.customer_id, hands.counter.sheet) == (customer, complaint)
    assert hands.toast.text() == "Registered"
    assert len(hands.till.ask(customers.find, "Zamboni")) == 1


@pytest.fixture
def complaint(hands: Hands, customer: str) -> None:
    """This customer has an open complaint."""
    hands.till.do(complaints.record, customer, complaints.Account("割れていた"))
    hands.counter.open_customer(customer)
    hands.rest()


@pytest.mark.usefixtures("complaint")
def test_what_follows_a_solved_complaint_is_for_that_customer(hands: Hands, gate: Event) -> None:
    hands.button("Solved: 割れていた").click()
    other = stand_before(hands, "髙橋")
    gate.set()
    hands.rest()
    assert (hands.counter.customer_id, hands.counter.sheet) == (other, None)
    assert hands.toast.text() == "Complaint solved"


@pytest.mark.usefixtures("customer")
def test_a_promise_touched_twice_is_kept_once(hands: Hands, promised: str, gate: Event) -> None:
    for _ in range(2):
        hands.button("Promise kept").click()
    gate.set()
    hands.rest()
    assert hands.toast.text() == "Promise kept. Well done."
    hands.key("Ctrl+Z")
    hands.button("Promise kept").click()
    hands.rest()
    assert hands.till.ask(promises.of_customer, promised) == []
