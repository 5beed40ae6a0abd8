"""The lines of the list: what stands on them, and what a key changes of them."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
import shiboken6
from hands import Hands
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget

from carepos.customers import Hit
from ui.customers.rows import ROW, Now, Rows, marked
from ui.kit import theme

MOMENT = dt.datetime(2026, 11, 21, 14, 32, tzinfo=dt.UTC)
WHEN = Now(MOMENT, ZoneInfo("Asia/Tokyo"), MOMENT.date())


def found(*families: str) -> list[Hit]:
    """Customers of these families."""
    return [
        Hit(str(at), family, "花子", "たなか", "はなこ", "09012345678", None, None, "regular", MOMENT, None)
        for at, family in enumerate(families)
    ]


@pytest.fixture
def rows(hands: Hands) -> Iterator[Rows]:
    """A list of its own, three lines high and shown."""
    holder = QWidget()
    shown = Rows(holder)
    shown.resize(600, 3 * theme.px(ROW))
    shown.found.replace("", found(*"田中森林原岡"), WHEN)
    holder.show()
    QApplication.processEvents()
    yield shown
    holder.close()
    shiboken6.delete(holder)


def line(rows: Rows, at: int) -> QImage:
    """A line as it is painted."""
    high = theme.px(ROW)
    return rows.viewport().grab().toImage().copy(0, at * high, rows.viewport().width(), high)


def ground(rows: Rows, at: int) -> str:
    """What lies below the words of a line."""
    return line(rows, at).pixelColor(rows.viewport().width() - 4, 4).name()


def test_others_as_many_as_before_are_painted_without_being_laid_out_anew(rows: Rows) -> None:
    before, reset = line(rows, 0), QSignalSpy(rows.found.modelReset)
    rows.found.replace("", found(*"森中森林原岡"), WHEN)
    assert line(rows, 0) != before
    assert reset.count() == 0
    said = rows.found.data(rows.found.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "森 花子 たなか はなこ"


@pytest.mark.parametrize("families", ["", "田", "田中森林原岡谷"])
def test_more_or_fewer_are_counted_anew(rows: Rows, families: str) -> None:
    rows.found.replace("", found(*families), WHEN)
    assert rows.found.rowCount() == len(families)


def test_those_added_stand_below(rows: Rows) -> None:
    rows.found.add_near(found("谷"))
    assert rows.found.rowCount() == len(rows.found.hits) == 7
    assert (rows.found.near_from, rows.found.hits[-1].family) == (6, "谷")


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("5678", "5678"),
        ("1234-5678", "5678"),
        ("12345678", "5678"),
        ("09012", "090"),
        ("0901234", "090"),
        ("090-1234-5678", "5678"),
        ("444", ""),
    ],
)
def test_of_a_masked_number_what_was_typed_is_marked_as_far_as_it_is_seen(typed: str, seen: str) -> None:
    number, whole = "090-••••-5678", "09012345678"
    marks = marked(number, typed, typed.replace("-", ""), whole)
    assert "".join(number[start:end] for start, end in marks) == seen


def test_who_was_found_by_card_is_shown_with_it(rows: Rows) -> None:
    hit = found("田")[0]._replace(card="M-0001")
    rows.found.replace("m-0001", [hit], WHEN)
    by_card = line(rows, 0)
    rows.found.replace("M-0001", [hit._replace(card=None)], WHEN)
    assert line(rows, 0) != by_card
    assert theme.color("mark").name() in _colours(by_card)


def test_who_was_found_by_an_address_is_shown_with_it(rows: Rows) -> None:
    hit = found("田")[0]._replace(email="hanako@example.jp")
    rows.found.replace("hanako@ex", [hit], WHEN)
    by_address = line(rows, 0)
    rows.found.replace("はなこ@", [hit._replace(email=None)], WHEN)
    assert line(rows, 0) != by_address
    assert theme.color("mark").name() in _colours(by_address)


def test_what_was_typed_is_marked_on_those_found_only(rows: Rows) -> None:
    rows.found.replace("たな", found("田"), WHEN)
    rows.found.add_near(found("田"))
    marks = [theme.color("mark").name() in _colours(line(rows, at)) for at in (0, 1)]
    assert marks == [True, False]


def test_the_chosen_line_and_the_one_below_the_pointer_have_their_own_ground(rows: Rows) -> None:
    rows.setCurrentIndex(rows.found.index(0))
    rows.viewport().setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QCursor.setPos(rows.viewport().mapToGlobal(QPoint(40, theme.px(ROW) + 8)))
    grounds = [ground(rows, at) for at in range(3)]
    assert grounds == [theme.color(token).name() for token in ("indigo_wash", "sunken", "surface")]


def test_lines_scrolled_to_are_painted(rows: Rows) -> None:
    third = line(rows, 2)
    rows.scrollTo(rows.found.index(5))
    assert line(rows, 0) != third
    rows.scrollTo(rows.found.index(2))
    rows.scrollToTop()
    assert line(rows, 2) == third


def test_nothing_can_be_written_into_a_line(rows: Rows) -> None:
    assert not rows.found.flags(rows.found.index(0)) & Qt.ItemFlag.ItemIsEditable
    assert rows.found.rowCount(rows.found.index(0)) == 0
    assert rows.found.data(QModelIndex()) is None


def test_a_key_paints_the_line_typed_in_and_nothing_behind_it(hands: Hands) -> None:
    for theme_ in ("dark", "light"):
        hands.wear(theme=theme_)
        assert hands.window.search.edit.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)


def test_a_list_scrolled_down_begins_at_the_top_for_the_next_text(hands: Hands) -> None:
    hands.key("F2")
    hands.write("た")
    shown = hands.part(Rows, hands.found)
    shown.setFixedHeight(theme.px(ROW))
    shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum())
    before = shown.verticalOffset()
    hands.found.show_hits("たな", shown.found.hits, hands.app.tasks)  # type: ignore[arg-type]
    assert before > 0
    assert shown.verticalOffset() == 0


def _colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
