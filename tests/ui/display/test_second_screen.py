"""Where the customer has a screen of their own: the page fills it, and the keyboard stays where it was."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from carepos.paths import ShopFolder

ROOT = Path(__file__).parents[3]
SCREENS = [
    {"name": "till", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "customer", "x": 1366, "y": 0, "width": 1024, "height": 600},
]

START = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from carepos.paths import ShopFolder
from ui.app import App, make_qt
from ui.smoke import wait_until
qt = make_qt()
app = App(qt, ShopFolder(Path(sys.argv[1])), demo=True)
app.preferences.set(language="en", theme="light", scale=1.0, display="second")
settled = []
app.settled.connect(lambda: settled.append(True))
app.start()
wait_until(qt, lambda: settled and app.tasks.idle)
page, window = app.window.display.page, app.window
edit = window.search.edit
QTest.keyClicks(edit, "5678")
QTest.keyClick(edit, Qt.Key.Key_Return)
wait_until(qt, lambda: window.rooms.counter.customer_id and app.tasks.idle and page.names_somebody)
seen = {
    "apart": page.screen() is not window.screen(),
    "fills": page.geometry() == page.screen().geometry(),
    "name": page.points._greeting.text(),
    "active": window.isActiveWindow(),
    "turned": window.display.turned,
}
QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F12)
seen["still"] = (window.display.turned, page.isVisible()) == (False, True)
QTimer.singleShot(0, window.close)
QTimer.singleShot(20_000, lambda: qt.exit(1))
seen["left"] = qt.exec() == 0
seen["gone"] = not page.isVisible()
app.close()
print(json.dumps(seen))
"""


@pytest.fixture
def two_screens(tmp_path: Path) -> dict[str, str]:
    """An environment in which Qt has two screens."""
    described = tmp_path / "screens.json"
    described.write_text(json.dumps({"screens": SCREENS}), encoding="utf-8")
    return {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={described}"}


def test_the_page_fills_the_second_screen_follows_there_and_goes_with_the_window(
    counter_folder: ShopFolder, two_screens: dict[str, str]
) -> None:
    command = [sys.executable, "-X", "utf8", "-c", START, str(counter_folder.root)]
    done = subprocess.run(
        command, cwd=ROOT, env=two_screens, capture_output=True, encoding="utf-8", timeout=50, check=False
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert "田中 花子 様" in seen.pop("name")
    assert seen.pop("turned") is False
    assert all(seen.values()), seen
