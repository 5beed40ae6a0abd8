import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.button import Button
from ui.kit.field import Field
from ui.kit.label import Label
from ui.kit.sheet import Sheet


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(Button("苦情を記録"))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


@pytest.fixture
def sheet(window: QWidget) -> Sheet:
    made = Sheet(window, "苦情を記録", "田中 花子 様", "下書きは自動で残ります")
    for label in ("ことば", "次の約束"):
        made.body.addWidget(Field(label))
    made.foot.addWidget(Button("記録する", "Ctrl+Enter", "primary"))
    return made


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _open(sheet: Sheet) -> None:
    sheet.open_()
    QApplication.processEvents()


def test_it_stands_at_the_right_and_follows_the_window(window: QWidget, sheet: Sheet) -> None:
    _open(sheet)
    assert (sheet._panel.width(), sheet._panel.geometry().right()) == (660, 1365)
    window.resize(500, 600)
    QApplication.processEvents()
    assert (sheet._panel.width(), sheet._panel.height(), sheet.width()) == (460, 600, 500)


def test_esc_shuts_it_before_the_windows_own_esc(qtbot: QtBot, window: QWidget, sheet: Sheet) -> None:
    taken: list[str] = []
    QShortcut(QKeySequence("Esc"), window).activated.connect(lambda: taken.append("window"))
    _open(sheet)
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(_focused(), Qt.Key.Key_Escape)
    assert sheet.isHidden() and taken == []
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert taken == ["window"]


def test_a_touch_beside_it_shuts_it_and_one_on_it_does_not(qtbot: QtBot, sheet: Sheet) -> None:
    _open(sheet)
    QTest.mouseClick(sheet._panel, Qt.MouseButton.LeftButton, pos=QPoint(5, 700))
    assert sheet.isVisible()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert sheet.isHidden()


def test_focus_enters_goes_round_and_comes_back(qtbot: QtBot, window: QWidget, sheet: Sheet) -> None:
    before = window.findChild(Button)
    assert before is not None
    before.setFocus()
    _open(sheet)
    first, seen = _focused(), []
    assert first.accessibleName() == "ことば"
    for _ in range(4):
        seen.append(_focused().accessibleName())
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
    assert seen == ["ことば", "次の約束", "記録する", "Close"]
    assert _focused() is first
    QTest.keyClick(first, Qt.Key.Key_Backtab)
    assert _focused().accessibleName() == "Close"
    sheet.shut()
    assert before.hasFocus()


def test_shutting_twice_is_announced_once(qtbot: QtBot, sheet: Sheet) -> None:
    times: list[int] = []
    sheet.closed.connect(lambda: times.append(1))
    _open(sheet)
    sheet.shut()
    sheet.shut()
    assert times == [1]


def test_the_foot_follows_the_content_and_is_pinned_when_it_scrolls(sheet: Sheet) -> None:
    _open(sheet)
    button = sheet._panel.findChildren(Button)[-1]
    assert button.mapTo(sheet, QPoint(0, 0)).y() < 400
    for _ in range(60):
        sheet.body.addWidget(Label("行"))
    for _ in range(3):
        QApplication.processEvents()
    assert 640 < button.mapTo(sheet, QPoint(0, button.height())).y() <= 768
    scroll = sheet._panel._scroll
    assert scroll.verticalScrollBar().maximum() > 0
    assert sheet._panel._content.width() <= scroll.viewport().width()


def test_a_sheet_without_fields_still_holds_the_focus(qtbot: QtBot, window: QWidget) -> None:
    empty = Sheet(window, "お知らせ")
    _open(empty)
    QTest.keyClick(_focused(), Qt.Key.Key_Tab)
    assert empty.isAncestorOf(_focused())


def test_a_touch_on_empty_ground_leaves_the_keyboard_where_it_was(sheet: Sheet) -> None:
    _open(sheet)
    field = _focused()
    for widget in (sheet._panel, sheet.body.parentWidget() or sheet._panel):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(20, widget.height() - 4))
        assert _focused() is field
