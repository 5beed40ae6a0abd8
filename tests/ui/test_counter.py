"""The counter: somebody is found with a few keys, stands there alone, and goes again."""

import time

import pytest
from hands import Hands
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from carepos import customers, loyalty, wording
from ui.complaints.sheet import ComplaintSheet
from ui.customers.card import CustomerCard
from ui.customers.note import NoteSheet
from ui.customers.register import RegisterSheet
from ui.customers.rows import fitting
from ui.daybook.timeline import TimelinePanel
from ui.feedback.sheet import RatingSheet
from ui.kit.form import Form
from ui.loyalty.sheet import PointsSheet
from ui.promises.sheet import PromiseSheet
from ui.wording.letter import LetterSheet
from ui.wording.panel import SayingsPanel


def standing(hands: Hands) -> str:
    """The family and given name of whoever stands at the counter."""
    who = hands.counter.customer_id
    card = hands.till.ask(customers.show, who) if who else None
    return f"{card.family} {card.given}" if card else ""


def test_four_digits_and_enter_open_a_card(hands: Hands) -> None:
    hands.open("5678")
    assert standing(hands) == "田中 花子"
    assert "田中 花子" in hands.reads(hands.counter)
    assert hands.listed == []
    assert hands.window.search.text() == ""


def test_enter_before_the_answer_opens_the_card_when_it_comes(hands: Hands) -> None:
    hands.key("F2")
    hands.press(*"4567", "Return")
    assert standing(hands) == ""
    hands.rest()
    assert standing(hands) == "髙橋 実"


def test_what_is_typed_after_enter_opens_nobody(hands: Hands) -> None:
    """The wish was for what stood there when Enter was pressed."""
    hands.key("F2")
    hands.press(*"45", "Return", "6")
    hands.rest()
    assert standing(hands) == ""
    assert len(hands.listed) == 1


def test_enter_in_an_empty_box_shows_the_latest_and_opens_nobody_unasked(hands: Hands) -> None:
    hands.key("Esc")
    hands.key("Return")
    assert len(hands.listed) == 4
    hands.type("5")
    assert standing(hands) == ""


def test_esc_takes_the_wish_for_a_card_back(hands: Hands) -> None:
    hands.key("F2")
    hands.press(*"5678", "Return", "Esc", "Esc")
    hands.rest()
    hands.type("4567")
    assert standing(hands) == ""


def test_a_composition_is_searched_before_it_is_committed(hands: Hands) -> None:
    hands.key("F2")
    hands.write("たかは", composing=True)
    assert hands.listed[0] == "髙橋 実 たかはし みのる"


def test_the_enter_that_ends_a_composition_opens_nobody(hands: Hands) -> None:
    hands.key("F2")
    hands.write("たかは", composing=True)
    hands.key("Return")
    assert standing(hands) == ""
    hands.write("高橋")
    hands.key("Return")
    assert standing(hands) == "髙橋 実"


def test_arrows_walk_along_the_list(hands: Hands) -> None:
    hands.key("F2")
    hands.write("たなか")
    first, second = (hit.id for hit in hands.till.ask(customers.find, "たなか"))
    for keys, found in (("Down", second), ("Down", second), ("Up", first)):
        hands.key(keys)
        hit = hands.found.current()
        assert hit is not None
        assert hit.id == found
    hands.key("Down", "Return")
    assert hands.counter.customer_id == second


def test_a_finger_opens_what_it_touches(hands: Hands) -> None:
    hands.key("F2")
    hands.write("たなか")
    second = hands.till.ask(customers.find, "たなか")[1].id
    lines = hands.part(QListView, hands.found)
    middle = lines.visualRect(lines.model().index(1, 0)).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    hands.rest()
    assert hands.counter.customer_id == second


def test_the_latest_stand_in_the_empty_box_s_list(hands: Hands) -> None:
    who = hands.open("4567")
    hands.till.do(loyalty.earn, who, 1_000, "20261121-0001")
    hands.key("F2")
    assert hands.listed[0].startswith("髙橋 実")


def test_near_hits_stand_below(hands: Hands) -> None:
    hands.key("F2")
    hands.write("たがはし")
    hands.until(lambda: bool(hands.listed))  # they are asked for when what was found is painted
    assert hands.listed == ["髙橋 実 たかはし みのる"]
    assert "≈ similar" in hands.reads(hands.found)


def test_nobody_found_can_be_registered_from_the_list(hands: Hands) -> None:
    hands.key("F2")
    hands.write("鵜飼")
    assert "Nobody is found for “鵜飼”" in hands.reads(hands.found)
    hands.touch("Register “鵜飼”")
    assert hands.sheet.fields()["family"] == "鵜飼"


def test_a_longer_name_is_offered_to_be_registered_once_those_found_are_painted(hands: Hands) -> None:
    hands.key("F2")
    hands.write("た")
    hands.write("なか")
    assert hands.listed
    hands.until(lambda: hands.can_touch("Register “たなか”"))
    hands.touch("Register “たなか”")
    assert hands.sheet.fields()["family_kana"] == "たなか"


def test_a_list_put_away_in_the_pause_of_a_hand_stays_away(hands: Hands) -> None:
    hands.key("F2")
    hands.write("た")
    hands.write("なか")
    hands.key("Esc")
    end = time.monotonic() + 0.1
    hands.until(lambda: time.monotonic() > end)
    assert not hands.found.isVisible()


@pytest.mark.parametrize(
    ("typed", "field"), [("鈴木", "family"), ("すずき", "family_kana"), ("090-9", "phone"), ("4901234", "card")]
)
def test_ctrl_n_carries_what_was_typed(hands: Hands, typed: str, field: str) -> None:
    hands.key("F2")
    hands.write(typed)
    hands.key("Ctrl+N")
    assert isinstance(hands.sheet, RegisterSheet)
    assert hands.sheet.fields()[field] == typed
    assert hands.window.search.text() == ""


def test_esc_puts_away_the_list_then_the_sheet_then_the_customer(hands: Hands) -> None:
    hands.open()
    hands.key("F2")
    hands.key("Esc")
    assert (hands.listed, standing(hands)) == ([], "田中 花子")
    hands.key("F6")
    hands.key("Esc")
    assert (hands.counter.sheet, standing(hands)) == (None, "田中 花子")
    hands.key("Esc")
    assert standing(hands) == ""
    assert hands.window.search.edit.hasFocus()


def test_nothing_of_the_last_customer_stays(hands: Hands) -> None:
    hands.open()
    hands.key("Esc")
    assert "花子" not in hands.reads()
    assert "深煎り" not in hands.reads()


def test_a_customer_s_page_is_one_picture(hands: Hands) -> None:
    """Every panel is painted once, with all in its place: neither empty in between nor laid out again (V4)."""
    second = hands.open("4567")
    hands.open()
    painted: list[object] = []

    class Eye(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(type(watched))
            return False

    eye, panels = Eye(), (CustomerCard, TimelinePanel, SayingsPanel)
    for panel in panels:
        hands.part(panel).installEventFilter(eye)
    hands.counter.open_customer(second)
    hands.rest()
    for _later in range(5):
        QApplication.processEvents()
    assert sorted(painted, key=str) == sorted(panels, key=str)


def test_a_late_answer_opens_no_list_over_the_customer(hands: Hands) -> None:
    hands.open()
    hands.press("F2", "F6")
    hands.rest()
    assert isinstance(hands.sheet, PointsSheet)
    assert hands.listed == []
    hands.key("Esc")
    hands.press("F2", "Esc")
    hands.rest()
    assert hands.listed == []


SHEETS = {
    "F5": ComplaintSheet,
    "F6": PointsSheet,
    "F7": NoteSheet,
    "F8": PromiseSheet,
    "F9": LetterSheet,
    "F10": RatingSheet,
}


@pytest.mark.parametrize("key", SHEETS)
def test_a_key_opens_its_sheet(hands: Hands, key: str) -> None:
    hands.open()
    hands.key(key)
    assert type(hands.sheet) is SHEETS[key]
    assert "田中 花子" in hands.reads(hands.sheet)
    hands.key("F5", "F8", "Ctrl+N", "F2")
    assert type(hands.sheet) is SHEETS[key]


def test_without_a_customer_the_keys_open_nothing(hands: Hands) -> None:
    hands.key(*SHEETS)
    assert hands.counter.sheet is None


def test_a_key_right_after_enter_opens_the_sheet_of_that_customer(hands: Hands) -> None:
    hands.open("4567")
    hands.key("F2")
    hands.type("5678")
    hands.press("Return", "F6")
    hands.rest()
    assert isinstance(hands.sheet, PointsSheet)
    assert hands.sheet.customer_id == hands.counter.customer_id
    assert "田中 花子" in hands.reads(hands.sheet)


def said(hands: Hands) -> list[str]:
    """What was said to whoever stands here, latest first."""
    tomorrow = hands.clock.now.replace(day=22)
    return [entry.text for entry in hands.till.ask(wording.history, hands.counter.customer_id, tomorrow, 9)]


def test_the_sayings_of_the_last_customer_are_never_said_to_the_next(hands: Hands) -> None:
    """Key 1 between the opening of a card and its sayings says nothing, rather than another one's name."""
    hands.open("4567")
    hands.window.open_customer(hands.till.ask(customers.find, "5678")[0].id)
    hands.counter.mark(1)
    hands.rest()
    assert not [text for text in said(hands) if "髙橋" in text]


def test_a_form_is_a_sheet_of_its_own_customer(hands: Hands) -> None:
    """A sheet opened before the next customer's facts came is never the last one's."""
    hands.open("4567")
    hands.window.open_customer(hands.till.ask(customers.find, "5678")[0].id)
    hands.counter.open_sheet("note")
    hands.rest()
    form = hands.counter.sheet
    assert form is None or isinstance(form, Form)
    assert form is None or form.customer_id == hands.counter.customer_id


def test_a_key_right_behind_enter_is_meant_for_the_customer_who_comes(hands: Hands) -> None:
    hands.key("F2")
    hands.press(*"5678", "Return", "F6")
    assert hands.counter.customer_id == ""
    hands.rest()
    assert hands.sheet.kind == "points"
    assert hands.sheet.customer_id == hands.counter.customer_id != ""


def test_a_key_right_behind_a_record_opens_the_next_sheet(hands: Hands) -> None:
    hands.open()
    hands.key("F7")
    hands.write("犬を飼っている")
    hands.press("Ctrl+Return", "F6")
    hands.rest()
    assert (hands.done("customers.add_note"), hands.sheet.kind) == (4, "points")


def test_a_key_for_a_customer_who_was_not_meant_after_all_does_nothing(hands: Hands) -> None:
    hands.key("F2")
    hands.type("5678")
    hands.press("Return", "F6", "Esc", "Esc")
    hands.rest()
    assert hands.counter.sheet is None


def test_a_key_behind_an_enter_that_found_nobody_is_forgotten(hands: Hands) -> None:
    hands.key("F2")
    hands.press(*"zzzz", "Return", "F6")
    hands.rest()
    hands.key("Ctrl+A")
    hands.type("5678")
    hands.key("Return")
    assert (standing(hands), hands.counter.sheet) == ("田中 花子", None)


def test_a_key_behind_a_refused_record_is_forgotten(hands: Hands) -> None:
    hands.open()
    hands.key("F7")
    hands.press("Ctrl+Return", "F6")
    hands.rest()
    assert hands.sheet.kind == "note"
    hands.write("犬を飼っている")
    hands.key("Ctrl+Return")
    assert hands.counter.sheet is None


def test_a_number_with_little_room_keeps_its_last_digits(hands: Hands) -> None:
    assert fitting("090-••••-5678", 1000) == "090-••••-5678"
    assert fitting("090-••••-5678", 60) == "…5678"
