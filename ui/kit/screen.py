"""How large a window opens: made for 1366×768, never larger than its screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

USUAL, LEAST = QSize(1366, 768), QSize(960, 640)
TITLE_BAR = QSize(0, 32)  # of the usual desktops; to ask Qt's style for it is a thirtieth of the start (V6)


def fit(window: QWidget) -> None:
    """Gives `window` its usual size, or what the screen has left below a title bar."""
    room = window.screen().availableGeometry().size() - TITLE_BAR
    window.setMinimumSize(LEAST.boundedTo(room))
    window.resize(USUAL.boundedTo(room))
