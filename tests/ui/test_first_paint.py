"""The first paint: the window stands before the store's libraries are loaded, and hears the keys meanwhile."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from carepos.paths import ShopFolder

ROOT = Path(__file__).parents[2]
HEAVY = ("sqlalchemy", "alembic", "numpy", "sudachipy", "psycopg", "argon2", "openpyxl", "keyring")

START = """
import json, linecache, sys
from pathlib import Path
from PySide6.QtCore import QObject, QEvent, Qt
from PySide6.QtTest import QTest
from carepos.paths import ShopFolder
from ui.app import App, make_qt
from ui.smoke import wait_until
qt = make_qt()
app = App(qt, ShopFolder(Path(sys.argv[1])), demo=True)

class Eye(QObject):
    loaded = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.loaded is None:
            self.loaded = [name for name in sys.argv[2].split() if name in sys.modules]
        return False

eye = Eye()
app.start()
app.window.installEventFilter(eye)
wait_until(qt, lambda: eye.loaded is not None)
settled = app.tasks is not None
QTest.keyClicks(app.window.search.edit, "5678")
QTest.keyClick(app.window.search.edit, Qt.Key.Key_Return)
typed = app.window.search.text()
wait_until(qt, lambda: app.window.rooms and app.tasks.idle)
wait_until(qt, lambda: app.tasks.idle and app.window.rooms.counter.customer_id)
# PySide's own import reads the source of every module and keeps it (V6, V7)
read = [file for file in linecache.cache if file.endswith(".py") and "sqlalchemy" in file]
print(json.dumps({"loaded": eye.loaded, "settled": settled, "typed": typed, "read": read}))
app.window.close()
app.close()
"""


@pytest.fixture
def seen(counter_folder: ShopFolder) -> dict[str, object]:
    """What a fresh process met."""
    command = [sys.executable, "-X", "utf8", "-c", START, str(counter_folder.root), " ".join(HEAVY)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=50, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.principle("P01")
def test_the_window_is_painted_before_anything_heavy_is_loaded_and_keys_typed_then_open_a_card(
    seen: dict[str, object],
) -> None:
    """Four digits and Enter, typed before the shop was open, open their card when it is."""
    assert seen == {"loaded": [], "settled": False, "typed": "5678", "read": []}
