"""The owner's evening: figures, what needs a look, decisions, a word, the day confirmed, and all of it on paper."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shops import CLERK, CLERK_ID, OWNER_ID, START, Clock, Till, refused

from carepos import complaints, daybook, feedback, loyalty, promises
from carepos.database import Transaction
from carepos.shop import Shop
from ui.daybook import pdf
from ui.daybook.page import DayPage
from ui.daybook.rows import DayRow
from ui.kit.chip import Chip, ChipRow
from ui.kit.field import Area
from ui.kit.link import Link
from ui.kit.tasks import Tasks
from ui.kit.tile import Tile

Settle = Callable[[], None]
TODAY = START.date()
YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
def customer(make_customer: Callable[..., str]) -> str:
    return make_customer()


@pytest.fixture
def page(qtbot: QtBot, tasks: Tasks, settle: Settle) -> Iterator[DayPage]:
    made = DayPage(tasks, "en")
    qtbot.addWidget(made)
    made.resize(1200, 700)
    tasks.changed.connect(lambda rooms: rooms & {"daybook", "complaints"} and made.load())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    settle()


@pytest.fixture
def case(till: Till, customer: str) -> str:
    """A complaint that waits for the owner."""
    asked = complaints.Account("期限を過ぎたが返品したい", "goods", "refund", goodwill="ask_owner")
    return till.do(complaints.record, customer, asked).id


def shown(page: DayPage, settle: Settle, day: dt.date | None = None) -> list[DayRow]:
    page.load(day)
    settle()
    return rows(page)


def rows(page: DayPage) -> list[DayRow]:
    return sorted((row for row in page.findChildren(DayRow) if row.isVisibleTo(page)), key=lambda row: row.y())


def words(page: DayPage) -> str:
    """Everything that is written on the page."""
    seen = (*page.findChildren(QLabel), *page.findChildren(Chip), *page.findChildren(QPushButton))
    return "\n".join(part.text() for part in seen if part.isVisibleTo(page))


def button(page: DayPage, text: str) -> QPushButton:
    [found] = [one for one in page.findChildren(QPushButton) if one.text() == text and one.isVisibleTo(page)]
    return found


def area(page: DayPage) -> Area:
    found = page.findChild(Area)
    assert found is not None
    return found


def find_case(till: Till, customer: str, case: str) -> complaints.Case:
    now = START + dt.timedelta(days=1)
    [found] = [one for one in till.ask(complaints.history, customer, now, 10) if one.id == case]
    return found


def test_the_five_figures(page: DayPage, settle: Settle, till: Till, customer: str, clock: Clock) -> None:
    till.do(loyalty.earn, customer, 1200, "R-1")
    kept = till.do(promises.make, customer, "一つめ", START + dt.timedelta(hours=1))
    till.do(promises.make, customer, "二つめ", START + dt.timedelta(hours=1))
    till.do(promises.keep, kept)
    pledge = complaints.Pledge("ご連絡", START + dt.timedelta(hours=4))
    till.do(complaints.record, customer, complaints.Account("割れた"), pledge, START - dt.timedelta(minutes=6))
    for score in (5, 4):
        till.do(feedback.rate, customer, score, "", "")
    clock.forward(hours=2)
    shown(page, settle)
    told = [tile.accessibleName() for tile in page.findChildren(Tile)]
    assert told == [
        "Customers 1 0% returning",
        "Complaints 1 First answer: 6 min",
        "Promises kept 1 / 2 1 not in time",
        "Points +12 Used 0, held 12",
        "Ratings 4.5 2 in all",
    ]


def test_an_empty_day_says_so(page: DayPage, settle: Settle) -> None:
    assert shown(page, settle) == []
    assert "Nothing needs a look." in words(page)
    for figure in ("None on this day", "None fell due", "No ratings"):
        assert figure in words(page)


def test_only_what_needs_a_look_until_everything_is_asked_for(
    page: DayPage, settle: Settle, till: Till, customer: str, case: str
) -> None:
    till.do(promises.make, customer, "お電話", START + dt.timedelta(hours=1))
    [row] = shown(page, settle)
    assert row.entry.subject == find_case(till, customer, case)
    found = page.findChild(ChipRow)
    assert found is not None
    assert (found.chip("look").text(), found.chip("all").text()) == ("What needs a look 1", "Everything 2")
    found.chip("all").click()
    settle()
    assert len(rows(page)) == 2


def take_back(page: DayPage, settle: Settle, undo: Callable[[Transaction], object]) -> None:
    page._tasks.record(page, undo)
    settle()
    page.load()
    settle()


def test_the_owner_grants(qtbot: QtBot, page: DayPage, settle: Settle, till: Till, customer: str, case: str) -> None:
    shown(page, settle)
    grant = button(page, "Grant")
    with qtbot.waitSignal(page.recorded) as told:
        grant.click()
        grant.click()  # in haste
    settle()
    assert find_case(till, customer, case).decision == "granted"
    assert "Granted by the owner" in words(page)
    take_back(page, settle, told.args[1])
    assert find_case(till, customer, case).decision == "asked"
    button(page, "Grant").click()
    settle()
    assert find_case(till, customer, case).decision == "granted"


def test_another_way_needs_its_words(
    qtbot: QtBot, page: DayPage, settle: Settle, till: Till, customer: str, case: str
) -> None:
    shown(page, settle)
    button(page, "Another way").click()
    settle()
    assert page.sheet is not None
    [way] = page.sheet.findChildren(Area)
    page.sheet.submit()
    settle()
    assert way.error() == "Please give the reason in a few words."
    way.set_text("次回使える券を渡す")
    with qtbot.waitSignal(page.recorded) as told:
        QTest.keyClick(way.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.sheet is None
    answered = find_case(till, customer, case)
    assert (answered.decision, answered.decision_reason) == ("other_way", "次回使える券を渡す")
    assert till.ask(daybook.day_notes, TODAY).confirmed_at is None, "Ctrl+Enter was the sheet's"
    take_back(page, settle, told.args[1])
    assert find_case(till, customer, case).decision == "asked"


def test_solved_asks_for_a_follow_up_and_can_be_taken_back(
    qtbot: QtBot, page: DayPage, settle: Settle, till: Till, customer: str, tasks: Tasks
) -> None:
    case = till.do(complaints.record, customer, complaints.Account("箱の中で皿が割れていた" * 9)).id
    shown(page, settle)
    undos: list[Callable[[Transaction], object]] = []
    page.recorded.connect(lambda _sentence, undo: undos.append(undo))
    with qtbot.waitSignal(page.follow_up_wanted) as told:
        button(page, "Solved").click()
    who, proposal = told.args
    settle()
    assert who == customer
    assert "箱の中で皿が割れていた" in proposal
    assert till.do(promises.make, customer, proposal, START + dt.timedelta(days=3))  # short enough to promise
    assert find_case(till, customer, case).state == "solved"
    tasks.record(page, undos[0])
    settle()
    assert find_case(till, customer, case).state == "open"


def test_staff_read_and_solve_and_nothing_more(
    page: DayPage, settle: Settle, tasks: Tasks, office: Till, case: str
) -> None:
    office.do(daybook.set_words, TODAY, "みんな、ありがとう")
    tasks.actor = CLERK
    shown(page, settle)
    seen = words(page)
    assert "みんな、ありがとう" in seen
    assert "Waits for the owner" in seen
    for text in ("Grant", "Confirm", "Save the word", "Save as PDF"):
        assert text not in seen
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert office.ask(daybook.day_notes, TODAY).confirmed_at is None


def test_the_day_is_confirmed_by_keys_and_reopened_by_undo(
    qtbot: QtBot, page: DayPage, settle: Settle, office: Till, tasks: Tasks
) -> None:
    shown(page, settle)
    with qtbot.waitSignal(page.recorded) as told:
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "by 松本, 21 Nov 14:00" in words(page)
    tasks.record(page, told.args[1])
    settle()
    assert office.ask(daybook.day_notes, TODAY).confirmed_at is None
    assert button(page, "Confirm")


def test_the_word_is_saved_by_leaving_it_once(
    qtbot: QtBot, page: DayPage, settle: Settle, office: Till, tasks: Tasks
) -> None:
    shown(page, settle)
    told: list[object] = []
    page.recorded.connect(lambda sentence, undo: told.append(undo))
    area(page).edit.setFocus()
    QTest.keyClicks(area(page).edit, "thanks")
    button(page, "Save the word").setFocus()
    button(page, "Save the word").click()
    settle()
    assert office.ask(daybook.day_notes, TODAY).words == "thanks"
    assert len(told) == 1
    tasks.record(page, told[0])  # type: ignore[arg-type]
    settle()
    assert office.ask(daybook.day_notes, TODAY).words == area(page).text() == ""


def test_going_to_another_day_or_away_keeps_the_word(page: DayPage, settle: Settle, office: Till) -> None:
    shown(page, settle)
    area(page).set_text("今日の言葉")
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle()
    assert area(page).text() == ""
    area(page).set_text("昨日の言葉")
    page.hide()
    settle()
    assert office.ask(daybook.day_notes, TODAY).words == "今日の言葉"
    assert office.ask(daybook.day_notes, YESTERDAY).words == "昨日の言葉"


def test_closing_the_window_keeps_the_word(page: DayPage, settle: Settle, office: Till) -> None:
    shown(page, settle)
    area(page).set_text("閉める前に")
    QApplication.sendEvent(page.window(), QCloseEvent())
    settle()
    assert office.ask(daybook.day_notes, TODAY).words == "閉める前に"


def test_a_refresh_leaves_what_is_being_typed(page: DayPage, settle: Settle) -> None:
    shown(page, settle)
    area(page).set_text("書きかけ")
    shown(page, settle)
    assert area(page).text() == "書きかけ"


def test_a_word_too_long_is_said_at_its_field(page: DayPage, settle: Settle) -> None:
    shown(page, settle)
    area(page).set_text("長" * 501)
    button(page, "Save the word").click()
    settle()
    assert area(page).error()
    area(page).set_text("短い")
    button(page, "Save the word").click()
    settle()


def test_a_refresh_stays_on_the_day_and_coming_back_is_today(page: DayPage, settle: Settle) -> None:
    shown(page, settle)
    QTest.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settle()
    assert "Sat 21 Nov" in words(page)  # there is no tomorrow yet
    shown(page, settle, YESTERDAY)
    shown(page, settle)
    assert "Fri 20 Nov" in words(page)
    page.hide()
    page.show()
    shown(page, settle)
    assert "Sat 21 Nov" in words(page)


def test_an_unconfirmed_day_is_one_touch_away(
    page: DayPage, settle: Settle, clock: Clock, make_customer: Callable[..., str]
) -> None:
    make_customer()
    clock.forward(days=1)
    shown(page, settle)
    button(page, "The notes of 21 Nov are not confirmed yet").click()
    settle()
    assert "Sat 21 Nov" in words(page)


def test_a_name_opens_the_customer(qtbot: QtBot, page: DayPage, settle: Settle, customer: str, case: str) -> None:
    [row] = shown(page, settle)
    with qtbot.waitSignal(page.chosen) as told:
        row.wanted.emit("customer")
    assert told.args == [customer]


@pytest.fixture
def hostile_day(till: Till, office: Till, make_customer: Callable[..., str]) -> daybook.Day:
    """A day on which every word tries to be more than a word, and there are many of them."""
    who = make_customer(family="</td></table><h1>太郎", given="&amp;<img src='file:///etc/passwd'>")
    for number in range(30):
        till.do(complaints.record, who, complaints.Account(f"<style>*{{font-size:99pt}}</style>{number}\n{{}}%n"))
    office.do(daybook.set_words, TODAY, "{line}<script>")
    return office.ask(daybook.day_notes, TODAY)


def test_the_paper_holds_what_was_said_and_nothing_else(
    tasks: Tasks, shop: Shop, hostile_day: daybook.Day, tmp_path: Path
) -> None:
    path = pdf.save(tmp_path / "日報.pdf", hostile_day, {CLERK_ID: "佐藤", OWNER_ID: "<b>"}, shop.settings)
    written = path.read_bytes()
    assert written.startswith(b"%PDF")
    assert 3 <= written.count(b"/Type /Page\n") <= 6, "hostile words changed the size of the page"


def test_a_place_that_cannot_be_written_is_told(
    tasks: Tasks, shop: Shop, hostile_day: daybook.Day, tmp_path: Path
) -> None:
    with refused("folder.not_writable"):
        pdf.save(tmp_path / "no such folder" / "day.pdf", hostile_day, {}, shop.settings)


def test_the_page_saves_the_day_it_shows(
    qtbot: QtBot, page: DayPage, settle: Settle, case: str, tmp_path: Path
) -> None:
    shown(page, settle)
    with qtbot.waitSignal(page.recorded) as told:
        page.save_pdf(str(tmp_path / "day.pdf"))
    assert told.args == ["Saved as day.pdf", None]
    assert (tmp_path / "day.pdf").exists()


@pytest.mark.principle("P18")
def test_the_owner_reads_facts_about_points_and_staff_do_not(
    qtbot: QtBot, page: DayPage, settle: Settle, office: Till, till: Till, customer: str, tasks: Tasks
) -> None:
    office.do(loyalty.open_balance, customer, 500)
    for _ in range(3):
        till.do(loyalty.spend, customer, 10)
    office.do(loyalty.adjust, customer, 40, "スタンプカードから")
    shown(page, settle)
    found = page.findChild(ChipRow)
    assert found is not None
    found.chip("points").click()
    settle()
    seen = words(page)
    assert "points used 3 times on 21 Nov, 30 pt in all" in seen
    assert "corrected by +40 pt on 21 Nov without a purchase that day: スタンプカードから　松本" in seen
    assert "松本: 1 of 1 movements of points were corrections by hand (+40 pt)" in seen
    with qtbot.waitSignal(page.chosen) as told:
        next(link for link in page.findChildren(Link) if link.isVisibleTo(page)).click()
    assert told.args == [customer]
    tasks.actor = CLERK
    shown(page, settle)
    assert found.value() != "points"
    assert "corrections by hand" not in words(page)
