"""The application: what was typed survives its end, however it ends; one window a shop."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from hands import Hands, Opening
from PySide6.QtWidgets import QApplication, QWidget

from carepos import drafts, lock
from carepos.paths import ShopFolder
from ui import logs
from ui.app import REST, App
from ui.kit.button import Button
from ui.kit.label import Label
from ui.smoke import wait_until
from ui.welcome import Welcome

ROOT = Path(__file__).parents[2]
TYPED = "包みが破れていた。"
KINDS = {"F5": ("complaint", "words"), "F7": ("note", "text")}


def draft(hands: Hands, kind: str, who: str) -> drafts.Draft | None:
    return hands.till.ask(drafts.find, kind, who)


def test_what_nobody_caught_is_told_and_written_down_without_its_words(
    hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise KeyError(TYPED)
    except KeyError as fault:
        hands.app._fault(type(fault), fault, fault.__traceback__)
    assert "Something unexpected happened." in hands.reads(hands.toast)
    (record,) = caplog.records
    record.exc_text = None  # as pytest wrote it
    written = logs.Discreet().format(record)
    assert "unhandled KeyError" in written
    assert "test_app.py" in written
    assert TYPED not in written


def test_nothing_is_tidied_up_while_a_hand_is_at_the_till(hands: Hands) -> None:
    hands.app._rest.stop()
    hands.key("F2")
    assert hands.app._rest.isActive()
    assert hands.app._rest.interval() == REST


@pytest.mark.parametrize("key", KINDS)
def test_esc_keeps_what_was_typed_under_the_same_operation(hands: Hands, key: str) -> None:
    kind, field = KINDS[key]
    who = hands.open()
    hands.key(key)
    hands.write(TYPED)
    op_id = hands.sheet.op_id
    hands.key("Esc")
    assert draft(hands, kind, who) is not None
    hands.key(key)
    assert (hands.sheet.op_id, hands.sheet.fields()[field]) == (op_id, TYPED)


def test_each_customer_has_drafts_of_their_own(hands: Hands) -> None:
    hands.open("5678")
    hands.key("F7")
    hands.write(TYPED)
    hands.key("Esc")
    hands.open("4567")
    hands.key("F7")
    assert hands.sheet.fields() == {}


def test_what_is_typed_while_a_command_is_stored_brings_its_operation_back_for_nothing(hands: Hands) -> None:
    """Else what is recorded next would be taken for the same once more, and lost."""
    who = hands.open()
    before = hands.done("customers.add_note")
    hands.key("F7")
    hands.write(TYPED)
    first = hands.sheet
    hands.press("Ctrl+Return", "5")
    first.touched()
    hands.rest()
    assert draft(hands, "note", who) is None
    hands.key("F7")
    assert hands.sheet.fields() == {}
    hands.write("second")
    hands.key("Ctrl+Return")
    assert hands.done("customers.add_note") == before + 2


def test_a_recorded_form_leaves_no_draft(hands: Hands) -> None:
    who = hands.open()
    hands.key("F7")
    hands.write(TYPED)
    hands.until(lambda: draft(hands, "note", who))
    hands.key("Ctrl+Return")
    assert draft(hands, "note", who) is None
    hands.key("F7")
    assert hands.sheet.fields() == {}


def test_a_pause_in_typing_keeps_it_without_any_key(hands: Hands) -> None:
    who = hands.open()
    hands.key("F5")
    hands.write(TYPED)
    op_id = hands.sheet.op_id
    hands.until(lambda: draft(hands, "complaint", who))
    kept = draft(hands, "complaint", who)
    assert kept is not None
    assert (kept.op_id, kept.fields["words"]) == (op_id, TYPED)


def test_closing_the_window_in_the_middle_of_a_word_keeps_it(opening: Opening, counter_folder: ShopFolder) -> None:
    hands = opening(counter_folder)
    hands.open()
    hands.key("F5")
    hands.write(TYPED)
    op_id = hands.sheet.op_id
    hands = opening(counter_folder)
    hands.open()
    hands.key("F5")
    assert (hands.sheet.op_id, hands.sheet.fields()["words"]) == (op_id, TYPED)


@pytest.fixture
def gate() -> Iterator[Event]:
    """Opened at last, however the test ends."""
    opened = Event()
    yield opened
    opened.set()


def test_while_a_file_comes_in_the_window_stays_and_keeps_its_clothes(
    opening: Opening, counter_folder: ShopFolder, gate: Event
) -> None:
    hands = opening(counter_folder)
    window, tasks = hands.window, hands.app.tasks
    assert tasks is not None
    tasks.background(window, lambda _tx: gate.wait(30), lambda _done: None)
    hands.app.choose("theme", "dark")
    hands.until(lambda: "as soon as that is done" in hands.toast.text())
    window.close()
    assert "closes as soon as" in hands.toast.text()
    assert (hands.window is window, window.isVisible()) == (True, True)
    gate.set()
    hands.until(lambda: hands.app.window is not window)


KILLED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from carepos.paths import ShopFolder
from ui.app import App, make_qt
from ui.kit import theme
from ui.smoke import wait_until
qt = make_qt()
theme.motion = False
app = App(qt, ShopFolder(Path(sys.argv[1])), demo=True)
app.start()
wait_until(qt, lambda: app.tasks and app.window.rooms and app.tasks.idle)
QTest.keyClicks(app.window.search.edit, "5678")
app.window.search.enter()
wait_until(qt, lambda: app.window.rooms.counter.customer_id and app.tasks.idle)
app.window.rooms.counter.open_sheet("complaint")
sheet = app.window.rooms.counter.sheet
event = QInputMethodEvent()
event.setCommitString(sys.argv[2])
qt.sendEvent(sheet._words.edit, event)
wait_until(qt, lambda: not sheet._saver.isActive() and app.tasks.idle)
print(sheet.op_id, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_killed_process_leaves_its_draft(opening: Opening, counter_folder: ShopFolder) -> None:
    command = [sys.executable, "-X", "utf8", "-c", KILLED, str(counter_folder.root), TYPED]
    killed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert killed.returncode == -9, killed.stderr
    hands = opening(counter_folder)
    hands.open()
    hands.key("F5")
    assert (hands.sheet.op_id, hands.sheet.fields()["words"]) == (killed.stdout.strip(), TYPED)


def test_a_second_start_leaves_at_once_and_asks_the_first_to_come_forward(counter_folder: ShopFolder) -> None:
    held = lock.hold(counter_folder.lock)
    assert held is not None
    command = [sys.executable, "main.py", "--demo", "--shop", str(counter_folder.root)]
    second = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=30, check=False)
    held.close()
    assert (second.returncode, second.stderr) == (0, b"")
    assert counter_folder.front.exists()


def test_the_first_window_comes_forward(opening: Opening, counter_folder: ShopFolder) -> None:
    hands = opening(counter_folder)
    hands.window.showMinimized()
    counter_folder.front.touch()
    hands.until(lambda: not hands.window.isMinimized())
    assert not counter_folder.front.exists()


def test_what_was_acknowledged_is_stored_when_the_window_is_gone(
    opening: Opening, counter_folder: ShopFolder
) -> None:
    hands = opening(counter_folder)
    hands.open()
    hands.key("F7")
    hands.write(TYPED)
    hands.press("Ctrl+Return")
    hands.window.close()
    hands.app.close()
    hands = opening(counter_folder)
    assert hands.done("customers.add_note") == 4
    leave_nothing_behind(hands)


def leave_nothing_behind(hands: Hands) -> None:
    """No draft of what was recorded."""
    who = hands.open()
    assert draft(hands, "note", who) is None


def test_a_folder_that_cannot_be_made_is_told_on_a_page_and_tried_again(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "wall").touch()
    app = App(qapp, ShopFolder(tmp_path / "wall" / "shop"))
    app.preferences.set(language="en")
    assert app.come_in()
    assert f"The folder cannot be used: {tmp_path}/wall/shop" in told(page_of(app))
    (tmp_path / "wall").unlink()
    click(page_of(app), "Try again")
    assert isinstance(page_of(app), Welcome)
    away(app)


def test_the_page_of_the_first_start_comes_forward_too(qapp: QApplication, tmp_path: Path) -> None:
    folder = ShopFolder(tmp_path / "shop")
    app, other = App(qapp, folder), App(qapp, folder)
    assert app.come_in()
    page_of(app).showMinimized()
    assert not other.come_in()
    wait_until(qapp, lambda: not page_of(app).isMinimized())
    assert not folder.front.exists()
    away(other)
    away(app)


def page_of(app: App) -> QWidget:
    assert app._front is not None
    return app._front


def told(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label))


def click(page: QWidget, text: str) -> None:
    next(button for button in page.findChildren(Button) if button.text() == text).click()


def away(app: App) -> None:
    app._put_front(None)
    app.close()
