import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.sheet import Sheet
from ui.kit.toast import Toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit())
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def _line(window: QWidget) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert found is not None
    return found


def test_it_says_one_thing_at_a_time_at_the_foot_s_right_end(window: QWidget) -> None:
    toast = Toast(window)
    toast.say("記録しました")
    toast.say("保存しました")
    assert toast.text() == "保存しました" and toast.isVisible()
    assert (window.width() - toast.geometry().right(), window.height() - toast.geometry().bottom()) == (21, 7)
    window.resize(600, 500)
    QApplication.processEvents()
    assert (window.width() - toast.geometry().right(), window.height() - toast.geometry().bottom()) == (21, 7)


@pytest.mark.parametrize("taken", [(300, 640, 690, 50), (0, 620, 1000, 80)])
def test_it_never_lies_on_a_button(window: QWidget, taken: tuple[int, int, int, int]) -> None:
    button, toast = QPushButton("取り消す", window), Toast(window)
    button.setGeometry(*taken)
    button.show()
    toast.say("取り込みました", "元に戻す", lambda: None)
    assert not toast.geometry().intersects(button.geometry())
    assert toast.geometry().bottom() < button.geometry().top()


def test_it_never_lies_on_a_button_that_a_closing_sheet_covers(window: QWidget) -> None:
    button, sheet, toast = QPushButton("取り消す", window), QWidget(window), Toast(window)
    button.setGeometry(700, 640, 290, 50)
    button.show()
    sheet.setAutoFillBackground(True)
    sheet.setGeometry(window.rect())
    sheet.show()
    toast.say("取り込みました")
    assert not toast.geometry().intersects(button.geometry())


def test_it_gives_way_to_what_is_shown_later(window: QWidget) -> None:
    button, toast = QPushButton("取り消す", window), Toast(window)
    button.hide()
    toast.say("取り込みました")
    button.setGeometry(toast.geometry())
    button.show()
    toast.give_way()
    assert not toast.geometry().intersects(button.geometry())


def test_its_action_is_taken_once_by_ctrl_z(qtbot: QtBot, window: QWidget) -> None:
    toast, undone = Toast(window), []
    _line(window).clearFocus()
    toast.say("記録しました", "元に戻す", lambda: undone.append(1))
    with qtbot.waitSignal(toast.acted):
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1] and toast.isHidden()


def test_its_action_by_mouse_leaves_the_focus_where_it_is(qtbot: QtBot, window: QWidget) -> None:
    toast, undone, line = Toast(window), [], _line(window)
    line.setFocus()
    toast.say("記録しました", "元に戻す", lambda: undone.append(1))
    QTest.mouseClick(toast._button, Qt.MouseButton.LeftButton)
    assert undone == [1] and line.hasFocus()


def test_it_goes_away_by_itself(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    toast.say("記録しました", seconds=0.01)
    qtbot.waitUntil(toast.isHidden)


def test_a_very_long_sentence_stays_inside_the_window(window: QWidget) -> None:
    toast = Toast(window)
    toast.say("とても長いお知らせ" * 40, "元に戻す", lambda: None)
    assert window.rect().contains(toast.geometry())


def test_it_stands_beside_a_sheet_in_front_of_its_shade(window: QWidget) -> None:
    toast, sheet = Toast(window), Sheet(window, "ポイント")
    window.resize(1366, 768)
    toast.say("記録しました", "元に戻す", lambda: None)
    sheet.open_()
    there = window.children()
    assert there.index(toast) > there.index(sheet)
    assert toast.geometry().right() < sheet._panel.x()
    toast.say("保存しました")
    assert toast.geometry().right() < sheet._panel.x()
    sheet.shut()
    assert window.width() - toast.geometry().right() == 21
