"""The board of promises: what is late comes first, and keys and fingers keep, move and hand over."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shops import CLERK_ID, COLLEAGUE_ID, START, Clock, Till

from carepos import complaints, customers, promises
from ui.kit.chip import ChipRow
from ui.kit.field import Field
from ui.kit.form import Form
from ui.kit.tasks import Tasks
from ui.promises.card import PromiseCard
from ui.promises.due import DueTime
from ui.promises.page import PromisesPage

Settle = Callable[[], None]


@pytest.fixture
def customer(make_customer: Callable[..., str]) -> str:
    return make_customer(family="田中", given="花子", family_kana="たなか", phone="090-1234-5678")


@pytest.fixture
def page(qtbot: QtBot, tasks: Tasks, settle: Settle) -> Iterator[PromisesPage]:
    made = PromisesPage(tasks)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    tasks.changed.connect(lambda rooms: "promises" in rooms and made.load())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    settle()


def promise(till: Till, customer: str, text: str, due: dt.datetime, holder: str | None = None) -> str:
    return till.do(promises.make, customer, text, due, holder)


@pytest.mark.parametrize(("choice", "day", "hour"), [("hour", 22, 2), ("noon", 22, 12)])
def test_a_usual_time_touched_after_midnight_is_the_moment_it_says(
    qtbot: QtBot, tasks: Tasks, clock: Clock, choice: str, day: int, hour: int
) -> None:
    zone = tasks.shop.settings.zone
    clock.now = dt.datetime(2026, 11, 22, 1, tzinfo=zone)  # the shop's day ends at four
    due = DueTime(tasks)
    qtbot.addWidget(due)
    due._choose(choice)
    assert due.due() == dt.datetime(2026, 11, day, hour, tzinfo=zone)


def shown(page: PromisesPage, settle: Settle) -> list[PromiseCard]:
    page.load()
    settle()
    return page.cards()


def words(page: PromisesPage) -> str:
    """Everything that is written on the page."""
    seen = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    return "\n".join((*seen, *(card.accessibleName() for card in page.cards())))


def press(key: Qt.Key, repeated: bool = False) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", repeated)
    QApplication.sendEvent(focus, event)


def sheet(page: PromisesPage) -> Form:
    assert page.sheet is not None
    return page.sheet


def time_of(page: PromisesPage) -> Field:
    """The time written in the sheet."""
    due = sheet(page).findChild(DueTime)
    assert due is not None
    return due.when


def test_the_late_stand_first_then_today_then_later(
    page: PromisesPage, settle: Settle, till: Till, customer: str, clock: Clock
) -> None:
    promise(till, customer, "来週", START + dt.timedelta(days=7))
    promise(till, customer, "夕方", START + dt.timedelta(hours=4))
    promise(till, customer, "昼", START + dt.timedelta(minutes=10))
    clock.forward(hours=1)
    assert [card.promise.text for card in shown(page, settle)] == ["昼", "夕方", "来週"]
    for heading in ("Overdue　1", "Today　1", "From tomorrow　1"):
        assert heading in words(page)


def test_midnight_is_not_the_end_of_the_shops_day(
    page: PromisesPage, settle: Settle, till: Till, customer: str
) -> None:
    promise(till, customer, "夜中", START.replace(hour=23) + dt.timedelta(hours=3))
    shown(page, settle)
    assert "Today　1" in words(page)


def test_empty_columns_have_a_friendly_word(page: PromisesPage, settle: Settle) -> None:
    assert shown(page, settle) == []
    assert "Nothing is overdue." in words(page)
    assert "kept in time" not in words(page)


def test_the_page_names_the_customer_and_never_a_number(
    page: PromisesPage, settle: Settle, till: Till, customer: str
) -> None:
    account = complaints.Account("皿の縁が欠けていた", "goods", "exchange")
    pledge = complaints.Pledge("交換の皿のご連絡", START + dt.timedelta(hours=3))
    till.do(complaints.record, customer, account, pledge)
    shown(page, settle)
    assert "田中 花子 様" in words(page)
    assert "皿の縁が欠けていた" in words(page)
    assert "佐藤" in words(page)
    assert "5678" not in words(page)


def test_a_hostile_name_stays_a_name(
    page: PromisesPage, settle: Settle, till: Till, make_customer: Callable[..., str]
) -> None:
    who = make_customer(family="<b>太</b>&<img src=x>" + "長" * 20, given="郎", family_kana="ふとし")
    promise(till, who, "<script>", START + dt.timedelta(hours=1))
    [card] = shown(page, settle)
    assert "<b>太</b>" in card.customer
    assert card.width() <= page.width() / 3


def test_enter_keeps_and_undo_reopens(
    qtbot: QtBot, page: PromisesPage, settle: Settle, till: Till, customer: str, tasks: Tasks
) -> None:
    promise(till, customer, "お電話", START + dt.timedelta(hours=1))
    shown(page, settle)
    with qtbot.waitSignal(page.recorded) as told:
        press(Qt.Key.Key_Return)
    sentence, undo = told.args
    settle()
    assert "田中 花子 様" in sentence
    assert page.cards() == []
    tasks.record(page, undo)
    settle()
    assert [card.promise.text for card in page.cards()] == ["お電話"]


def test_a_key_held_down_keeps_only_one(
    qtbot: QtBot, page: PromisesPage, settle: Settle, till: Till, customer: str
) -> None:
    for hour in (1, 2, 3):
        promise(till, customer, f"{hour}", START + dt.timedelta(hours=hour))
    shown(page, settle)
    press(Qt.Key.Key_Return)
    settle()
    assert page.cards()[0].hasFocus()
    press(Qt.Key.Key_Return, repeated=True)
    settle()
    assert [card.promise.text for card in page.cards()] == ["2", "3"]


def test_a_double_click_is_one_keeping(page: PromisesPage, settle: Settle, till: Till, customer: str) -> None:
    promise(till, customer, "お電話", START + dt.timedelta(hours=1))
    [card] = shown(page, settle)
    kept = card.findChildren(QPushButton)[0]
    kept.click()
    kept.click()
    settle()
    assert page.cards() == []  # and the tasks had no trouble


def test_arrows_walk_from_column_to_column(
    page: PromisesPage, settle: Settle, till: Till, customer: str
) -> None:
    promise(till, customer, "今日", START + dt.timedelta(hours=1))
    promise(till, customer, "明日", START + dt.timedelta(days=1))
    first, second = shown(page, settle)
    assert first.hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert second.hasFocus()
    press(Qt.Key.Key_Up)
    assert first.hasFocus()


def test_one_persons_promises_alone(page: PromisesPage, settle: Settle, till: Till, customer: str) -> None:
    promise(till, customer, "佐藤の", START + dt.timedelta(hours=1))
    promise(till, customer, "鈴木の", START + dt.timedelta(hours=1), COLLEAGUE_ID)
    shown(page, settle)
    people = page.findChild(ChipRow)
    assert people is not None
    people.chip(COLLEAGUE_ID).click()
    assert [card.promise.text for card in page.cards()] == ["鈴木の"]
    page.load()
    settle()
    assert [card.promise.text for card in page.cards()] == ["鈴木の"]


def test_the_share_kept_is_rounded_down(
    page: PromisesPage, settle: Settle, till: Till, customer: str, clock: Clock
) -> None:
    made = [promise(till, customer, f"{n}", START + dt.timedelta(hours=1)) for n in range(3)]
    for one in made[:2]:
        till.do(promises.keep, one)
    clock.forward(hours=2)
    shown(page, settle)
    assert "66%" in words(page)


def test_a_new_time_needs_its_reason_and_can_be_taken_back(
    qtbot: QtBot, page: PromisesPage, settle: Settle, till: Till, customer: str, tasks: Tasks
) -> None:
    due = START + dt.timedelta(hours=1)
    made = promise(till, customer, "お電話", due)
    shown(page, settle)
    press(Qt.Key.Key_M)
    settle()
    when, reason = sheet(page).findChildren(Field)
    when.set_text("明日 12:00")
    sheet(page).submit()
    settle()
    assert reason.error() == "Please give the reason in a few words."
    reason.set_text("荷物が遅れている")
    with qtbot.waitSignal(page.recorded) as told:
        sheet(page).submit()
    settle()
    assert page.sheet is None
    [card] = page.cards()
    assert card.promise.due_at == dt.datetime(2026, 11, 22, 12, tzinfo=START.tzinfo)
    assert "荷物が遅れている" in card.accessibleName()
    tasks.record(page, told.args[1])
    settle()
    assert page.cards()[0].promise.due_at == due
    assert len(till.ask(promises.moves, made)) == 2


def test_a_time_that_cannot_be_read_is_said_at_its_field(
    page: PromisesPage, settle: Settle, till: Till, customer: str
) -> None:
    promise(till, customer, "お電話", START + dt.timedelta(hours=1))
    shown(page, settle)
    press(Qt.Key.Key_M)
    when, _ = sheet(page).findChildren(Field)
    when.set_text("そのうち")
    sheet(page).submit()
    assert when.error()


def test_a_late_promise_moved_offers_no_undo(
    qtbot: QtBot, page: PromisesPage, settle: Settle, till: Till, customer: str, clock: Clock
) -> None:
    promise(till, customer, "お電話", START + dt.timedelta(hours=1))
    clock.forward(hours=2)
    shown(page, settle)
    press(Qt.Key.Key_M)
    sheet(page).findChildren(Field)[1].set_text("忘れていた")
    with qtbot.waitSignal(page.recorded) as told:
        sheet(page).submit()
    assert told.args[1] is None


def test_a_colleague_takes_it_over_with_its_story(
    qtbot: QtBot, page: PromisesPage, settle: Settle, till: Till, customer: str, tasks: Tasks
) -> None:
    promise(till, customer, "お電話", START + dt.timedelta(hours=1))
    shown(page, settle)
    press(Qt.Key.Key_H)
    settle()
    [people], [reason] = sheet(page).findChildren(ChipRow), sheet(page).findChildren(Field)
    with pytest.raises(KeyError):
        people.chip(CLERK_ID)
    reason.set_text("早番なので")
    sheet(page).submit()
    assert page.sheet is not None  # nobody was chosen
    people.chip(COLLEAGUE_ID).click()
    with qtbot.waitSignal(page.recorded) as told:
        sheet(page).submit()
    settle()
    assert "鈴木" in told.args[0]
    assert page.cards()[0].promise.holder_id == COLLEAGUE_ID
    assert "早番なので" in page.cards()[0].accessibleName()
    tasks.record(page, told.args[1])
    settle()
    assert page.cards()[0].promise.holder_id == CLERK_ID


def test_a_draft_belongs_to_its_promise_alone(
    page: PromisesPage, settle: Settle, till: Till, customer: str
) -> None:
    for text in ("一つめ", "二つめ"):
        promise(till, customer, text, START + dt.timedelta(hours=1))
    first, second = shown(page, settle)
    first.wanted.emit("move")
    sheet(page).findChildren(Field)[1].set_text("書きかけ")
    sheet(page).shut()
    settle()
    second.wanted.emit("move")
    settle()
    assert sheet(page).findChildren(Field)[1].text() == ""
    sheet(page).shut()
    first.wanted.emit("move")
    settle()
    assert sheet(page).findChildren(Field)[1].text() == "書きかけ"


def test_space_opens_the_customer(
    qtbot: QtBot, page: PromisesPage, settle: Settle, till: Till, customer: str
) -> None:
    promise(till, customer, "お電話", START + dt.timedelta(hours=1))
    shown(page, settle)
    with qtbot.waitSignal(page.chosen) as told:
        press(Qt.Key.Key_Space)
    assert told.args == [customer]
    assert till.ask(customers.show, customer).family == "田中"


def test_a_new_time_half_written_is_kept_as_the_moment_it_means(
    page: PromisesPage, settle: Settle, till: Till, customer: str, clock: Clock
) -> None:
    promise(till, customer, "お電話", START + dt.timedelta(hours=1))
    [card] = shown(page, settle)
    card.wanted.emit("move")
    time_of(page).set_text("tomorrow 15:00")
    sheet(page).shut()
    settle()
    clock.forward(days=1)
    [card] = shown(page, settle)
    card.wanted.emit("move")
    settle()
    assert time_of(page).text() == "Today 15:00"
