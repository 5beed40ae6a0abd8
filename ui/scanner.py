"""Tells a card scanner's burst from a hand: a scan opens a card whatever has the focus, and never stays in a field."""

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

FASTEST_HAND = 0.02  # seconds a key; scanners are ten times as fast
SHORTEST_CODE = 8
QUIET = 60  # milliseconds after which a single key was a hand's


HANDS = frozenset(
    (
        QEvent.Type.ShortcutOverride,  # goes before every key, and is all there is of one that is a shortcut
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
    )
)


class Scanner(QObject):
    """Hears what has the keyboard, and every window for a hand on its glass.

    To hear every event of every widget, as a filter on the application does, takes a tenth of a page's time (V4).
    """

    scanned = Signal(str)
    touched = Signal()  # a hand is at the till
    single = Signal(str)  # what a hand pressed where nothing is typed: mostly one key

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._typed, self._began, self._last, self._longest = "", 0.0, 0.0, 0.0
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._before = ""
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._was_single)

    def follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """The keyboard went from one widget to another (`QApplication.focusChanged`)."""
        if before is not None:
            before.removeEventFilter(self)
        typed_into = now or QApplication.activeWindow()  # where nothing has the keyboard, the window has
        for heard in filter(None, (*QGuiApplication.topLevelWindows(), typed_into)):
            heard.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallows the Enter that ends a scan; lets everything else pass."""
        if not isinstance(event, QInputEvent):  # nearly every event, and cheaper to ask than its type
            return False
        kind = event.type()
        if kind in HANDS:
            self.touched.emit()
        if kind != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._end(event)
        if watched is (QApplication.focusWidget() or watched) and event.text().isprintable() and event.text():
            self._note(event)
        return False

    def _note(self, event: QKeyEvent) -> None:
        now = _moment(event)
        pause = now - self._last
        # keys that still wait to be told belong together, however long the window was busy between them
        if (pause > FASTEST_HAND * 3 and not self._quiet.isActive()) or event.isAutoRepeat():
            self._begin(now)
        else:
            self._longest = max(self._longest, pause)
        self._typed += event.text()
        self._last = now
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain:
            self._quiet.start()

    def _begin(self, now: float) -> None:
        self._typed, self._began, self._longest = "", now, 0.0
        focus = QApplication.focusWidget()
        self._field = focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None
        self._before = _text(self._field)

    def _end(self, event: QKeyEvent) -> bool:
        typed, self._typed, by_hand = self._typed, "", self._quiet.isActive() and self._field is None
        now = _moment(event)
        # one pause is forgiven: the window was busy, and no hand is that fast between all its other keys
        took = now - self._began - max(self._longest, now - self._last)
        self._quiet.stop()
        self._last = 0.0  # what follows Enter begins anew, however soon
        fast = took < FASTEST_HAND * max(len(typed), 1)
        if not (fast and len(typed) >= SHORTEST_CODE and typed.replace("-", "").isalnum()):
            if by_hand:
                self.single.emit(typed)
            return False
        _restore(self._field, self._before)
        self.scanned.emit(typed)
        return True

    def _was_single(self) -> None:
        if self._field is None:
            self.single.emit(self._typed)


def _moment(event: QKeyEvent) -> float:
    """When a key was pressed, in seconds: as the system says, or now, when it is heard."""
    return event.timestamp() / 1000 or time.monotonic()


def _text(field: QLineEdit | QPlainTextEdit | None) -> str:
    if field is None:
        return ""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _restore(field: QLineEdit | QPlainTextEdit | None, text: str) -> None:
    if field is None or not isValid(field):  # its sheet has closed while the code came in
        return
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.textEdited.emit(text)  # whoever guessed from the code guesses from the text again
    else:
        field.setPlainText(text)
