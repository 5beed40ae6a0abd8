"""Keys that hold only while the focus is inside one part of the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind(part: QWidget, keys: str, act: Callable[[], object]) -> None:
    """`keys` do `act` while something inside `part` has the focus."""
    shortcut = QShortcut(QKeySequence(keys), part)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # the constructor's own argument is not heeded
    shortcut.activated.connect(act)
