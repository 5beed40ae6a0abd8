"""Taking on, a new PIN, leaving; and no secret is ever kept as a draft."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from shops import CLERK, CLERK_ID, COLLEAGUE_ID, OWNER_ID, Till

from carepos import staff
from carepos.drafts import DraftRow
from ui.kit.form import Form
from ui.kit.tasks import Tasks
from ui.staff.own_card import OwnCardSheet
from ui.staff.people import LeaveSheet, PeopleSection, PersonSheet, PinSheet
from ui.staff.secret import Twice

Settle = Callable[[], None]


@pytest.fixture
def people(qtbot: QtBot, tasks: Tasks, settle: Settle) -> PeopleSection:
    """The section in a demo, so that no passphrase is asked."""
    tasks.shop.demo = True
    made = PeopleSection(tasks)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.load()
    settle()
    return made


def sheet_of(people: PeopleSection, kind: type[Form]) -> Form:
    return next(sheet for sheet in people.window().findChildren(kind) if sheet.isVisible())


def take_on(people: PeopleSection, settle: Settle, name: str, *pins: str) -> PersonSheet:
    people.take_on.click()
    sheet = sheet_of(people, PersonSheet)
    assert isinstance(sheet, PersonSheet)
    sheet.name.set_text(name)
    for field, pin in zip((sheet.pin.first, sheet.pin.again), pins, strict=True):
        field.set_text(pin)
    sheet.submit()
    settle()
    return sheet


def test_what_is_typed_twice_is_heard_by_four_names(qtbot: QtBot) -> None:
    asked = [Twice("pin", "PIN"), Twice("passphrase", "Passphrase")]
    for one in asked:
        qtbot.addWidget(one)
    assert len({field.edit.accessibleName() for one in asked for field in (one.first, one.again)}) == 4


def test_somebody_taken_on_can_come_in_and_the_slip_can_be_taken_back(
    people: PeopleSection, settle: Settle, till: Till, office: Till
) -> None:
    told: list[tuple[str, object]] = []
    people.recorded.connect(lambda *what: told.append(what))
    take_on(people, settle, "高橋", "7402", "7402")
    new = next(member for member in till.ask(staff.present) if member.name == "高橋")
    assert till.run(staff.check_pin, new.id, "7402")
    sentence, undo = told[0]
    assert sentence == "高橋 works here now"
    assert callable(undo)
    office.run(undo)
    assert new not in till.ask(staff.present)


@pytest.mark.parametrize(
    ("name", "pins", "field", "words"),
    [
        ("高橋", ("7402", "7403"), "pin_again", "differ"),
        ("高橋", ("1234", "1234"), "pin", "guessed"),
        ("高橋", ("74", "74"), "pin", "4 to 8"),
        ("", ("7402", "7402"), "name", "name"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    people: PeopleSection, settle: Settle, till: Till, name: str, pins: tuple[str, str], field: str, words: str
) -> None:
    sheet = take_on(people, settle, name, *pins)
    assert words in sheet.faulty()[field].error()
    assert len(till.ask(staff.present)) == 3


def test_no_secret_is_kept_as_a_draft(people: PeopleSection, settle: Settle, till: Till) -> None:
    sheet = take_on(people, settle, "高橋", "7402", "7403")
    sheet.shut()
    settle()
    assert till.ask(lambda tx: tx.value(sa.select(sa.func.count()).select_from(DraftRow))) == 0


def test_a_new_pin_replaces_the_old_one(people: PeopleSection, settle: Settle, till: Till) -> None:
    people.rows[CLERK_ID].pin.click()
    sheet = sheet_of(people, PinSheet)
    assert isinstance(sheet, PinSheet)
    for field in (sheet.pin.first, sheet.pin.again):
        field.set_text("7402")
    sheet.submit()
    settle()
    assert till.run(staff.check_pin, CLERK_ID, "7402")


def test_who_leaves_is_gone_and_the_last_owner_cannot(people: PeopleSection, settle: Settle) -> None:
    assert people.rows[OWNER_ID].leave.isHidden()
    people.rows[COLLEAGUE_ID].leave.click()
    sheet_of(people, LeaveSheet).submit()
    settle()
    people.load()
    settle()
    assert set(people.rows) == {OWNER_ID, CLERK_ID}


def test_a_clerk_sees_who_works_here_and_changes_nothing(people: PeopleSection, tasks: Tasks, settle: Settle) -> None:
    tasks.actor = CLERK
    people.load()
    settle()
    assert len(people.rows) == 3
    assert people.take_on.isHidden()
    assert all(row.pin.isHidden() and row.leave.isHidden() for row in people.rows.values())


def test_enter_walks_through_the_fields_and_the_last_one_saves(
    people: PeopleSection, settle: Settle, till: Till
) -> None:
    people.take_on.click()
    sheet = sheet_of(people, PersonSheet)
    assert isinstance(sheet, PersonSheet)
    for field, text in ((sheet.name, "高橋"), (sheet.pin.first, "7402"), (sheet.pin.again, "7402")):
        assert field.edit.hasFocus()
        field.set_text(text)
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    settle()
    assert "高橋" in [member.name for member in till.ask(staff.present)]
    assert not isValid(sheet) or sheet.isHidden()  # once shut it goes, as soon as the loop turns


def test_enter_in_the_last_field_of_a_new_pin_saves_it(people: PeopleSection, settle: Settle, till: Till) -> None:
    people.rows[CLERK_ID].pin.click()
    sheet = sheet_of(people, PinSheet)
    assert isinstance(sheet, PinSheet)
    for field in (sheet.pin.first, sheet.pin.again):
        field.set_text("7402")
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    settle()
    assert till.run(staff.check_pin, CLERK_ID, "7402")


def test_somebodys_own_card_is_kept_found_again_and_taken_away(
    people: PeopleSection, settle: Settle, till: Till, office: Till, make_customer: Callable[..., str]
) -> None:
    who = make_customer(family="佐藤", card="M-1001")
    undos: list[Callable[..., object]] = []
    people.recorded.connect(lambda _told, undo: undos.append(undo))

    def keep(text: str) -> OwnCardSheet:
        people.rows[CLERK_ID].card.click()
        sheet = sheet_of(people, OwnCardSheet)
        assert isinstance(sheet, OwnCardSheet)
        settle()
        sheet.who.set_text(text)
        sheet.submit()
        settle()
        return sheet

    keep("M-1001")
    assert till.ask(staff.own_card, CLERK_ID) == who
    sheet = keep("nobody at all")
    assert sheet.who.error().startswith("Nobody, or more than one")
    sheet.shut()
    keep("")
    assert till.ask(staff.own_card, CLERK_ID) is None
    office.run(undos[-1])
    assert till.ask(staff.own_card, CLERK_ID) == who
