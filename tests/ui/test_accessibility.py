"""For every hand and eye: names, sizes, the way of the Tab key, and no word cut off, in every room and sheet."""

from collections.abc import Iterator

import pytest
from hands import Hands, Opening
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from carepos.paths import ShopFolder
from ui.kit import theme
from ui.kit.button import Button
from ui.kit.chip import ChipButton, ChipRow
from ui.kit.label import Elided, Label
from ui.kit.rail import Rail

THUMB = 44  # design pixels
SHEETS = ("F5", "F6", "F7", "F8", "F9", "F10", "Ctrl+N")
ROOMS = ("promises", "daybook", "settings", "exchange")
SIZES = ((1366, 768), (1024, 768))
Faults = list[str]


def screens(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """Every room and sheet, one after the other, each with what is in front."""
    hands.window.enter(hands.owner())
    hands.window.go("counter")
    yield "nobody", hands.window
    hands.open()
    yield "counter", hands.window
    for key in SHEETS:
        hands.key(key)
        yield key, hands.sheet
        hands.key("Esc")
    for room in ROOMS:
        hands.window.go(room)
        hands.rest()
        yield room, hands.window
    hands.window.go("counter")
    hands.key("Ctrl+L")
    yield "door", hands.window
    hands.window.enter(hands.owner())


def controls(front: QWidget) -> list[QWidget]:
    """What can be touched or typed into."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    seen = [one for one in front.findChildren(QWidget) if one.isVisible() and not isinstance(one, QScrollBar)]
    named = [one for one in seen if one.objectName().startswith("qt_")]
    focusable = [one for one in seen if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    found = [one for one in seen if isinstance(one, kinds) or one in focusable]
    return [one for one in found if one not in named and not isinstance(one.parentWidget(), QComboBox)]


def told(screen: str, widget: QWidget, fault: str) -> str:
    text = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{screen}: {type(widget).__name__} “{text}” {fault}"


def nameless(screen: str, front: QWidget) -> Faults:
    return [told(screen, one, "has no name") for one in controls(front) if not one.accessibleName().strip()]


def too_small(screen: str, front: QWidget) -> Faults:
    thumb = theme.px(THUMB)
    small = [one for one in controls(front) if min(one.width(), one.height()) < thumb]
    return [told(screen, one, f"{one.width()}×{one.height()}") for one in small if not in_table(one)]


def in_table(widget: QWidget) -> bool:
    """A field that is part of Qt's own."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is not widget


def cut_off(screen: str, front: QWidget) -> Faults:
    return [told(screen, one, fault) for one in front.findChildren(QWidget) if (fault := missing(one))]


def missing(widget: QWidget) -> str:
    """What of a widget's words has no room, "" if all of them have."""
    if not widget.isVisible() or isinstance(widget, Elided):
        return ""
    if isinstance(widget, Label) and widget.text():
        return too_narrow_for_words(widget)
    if isinstance(widget, Button | ChipButton) and widget.text():
        needs = widget.sizeHint().width()
        return f"is {widget.width()} of {needs} wide" if widget.width() < needs else ""
    return ""


def too_narrow_for_words(label: Label) -> str:
    if label.hasHeightForWidth():
        needs = label.heightForWidth(label.width())
        return f"is {label.height()} of {needs} high" if label.height() < needs else ""
    needs = label.minimumSizeHint().width()
    return f"is {label.width()} of {needs} wide" if label.width() < needs else ""


def outside(screen: str, front: QWidget) -> Faults:
    """What stands beyond the right edge, where nothing scrolls."""
    window = front.window()
    edge = QRect(QPoint(0, 0), window.size())
    found = [one for one in front.findChildren(QWidget) if one.isVisible() and isinstance(one, Button | Label)]
    beyond = [one for one in found if one.mapTo(window, QPoint(one.width(), 0)).x() > edge.right() + 1]
    return [told(screen, one, "stands outside") for one in beyond]


def lines_cut(screen: str, front: QWidget) -> Faults:
    """Rows of chips that are lower than their lines."""
    rows = [row for row in front.findChildren(ChipRow) if row.isVisible()]
    return [told(screen, row, "loses a line") for row in rows if row.height() < row._flow.heightForWidth(row.width())]


def test_every_control_has_a_name_and_room_for_a_thumb(hands: Hands) -> None:
    faults: Faults = []
    for screen, front in screens(hands):
        faults += nameless(screen, front) + too_small(screen, front)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("key", SHEETS)
def test_tab_follows_the_eye_through_a_sheet(hands: Hands, key: str) -> None:
    """From top to bottom, and in a line from left to right; at last the closing key, then the first again."""
    hands.open()
    hands.key(key)
    first = hands.focus()
    places: list[tuple[int, int]] = []
    for _ in range(40):
        places.append(place(hands.focus()))
        hands.key("Tab")
        if hands.focus() is first:
            break
    assert hands.focus() is first
    ends = places.index(min(places))  # the closing key stands above all
    around = places[ends + 1 :] + places[:ends]
    assert around == sorted(around)


def place(widget: QWidget) -> tuple[int, int]:
    """The line a widget stands in, and its place in that line."""
    middle = widget.mapTo(widget.window(), widget.rect().center())
    return round(middle.y() / theme.px(12)), middle.x()


def test_the_rail_is_walked_by_tab_and_says_what_waits(hands: Hands) -> None:
    rail = hands.part(Rail)
    rail.set_badge("promises", 3)
    assert "Promises 3" in [button.accessibleName() for button in rail.findChildren(QAbstractButton)]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_no_word_is_cut_off(opening: Opening, counter_folder: ShopFolder, language: str, scale: float) -> None:
    hands = opening(counter_folder, language, scale)
    faults: Faults = []
    for screen, front in screens(hands):
        for size in SIZES:
            hands.window.resize(*size)
            QApplication.processEvents()
            hands.window.grab()  # lays everything out
            found = cut_off(screen, front) + outside(screen, front) + lines_cut(screen, front)
            if not (hands.window.size() - QSize(*size)).isNull():
                found.append(f"{screen}: needs {hands.window.width()}×{hands.window.height()}")
            faults += [f"{size[0]}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


