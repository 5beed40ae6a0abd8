import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

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


def test_it_says_one_thing_at_a_time_at_the_bottom_centre(window: QWidget) -> None:
    toast = Toast(window)
    toast.say("記録しました")
    toast.say("保存しました")
    assert toast.text() == "保存しました" and toast.isVisible()
    assert abs(toast.geometry().center().x() - 500) <= 1
    window.resize(600, 500)
    QApplication.processEvents()
    assert abs(toast.geometry().center().x() - 300) <= 1


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
    qtbot.waitUntil(toast.isHidden, timeout=1000)


def test_a_very_long_sentence_stays_inside_the_window(window: QWidget) -> None:
    toast = Toast(window)
    toast.say("とても長いお知らせ" * 40, "元に戻す", lambda: None)
    assert window.rect().contains(toast.geometry())
