"""How large a window opens: made for 1366×768, never larger than its screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyle, QWidget

USUAL, LEAST = QSize(1366, 768), QSize(960, 640)


def fit(window: QWidget) -> None:
    """Gives `window` its usual size, or what the screen has left below a title bar."""
    room = window.screen().availableGeometry().size()
    room -= QSize(0, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))
    window.setMinimumSize(LEAST.boundedTo(room))
    window.resize(USUAL.boundedTo(room))
