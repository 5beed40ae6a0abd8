"""One line to type in; the first window needs no more of a form than this."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from ui.kit.underline import Marks


class Line(QLineEdit):
    """One line to type in that also knows what the input method is still composing."""

    composed = Signal()  # the composition changed

    def __init__(self) -> None:
        super().__init__()
        self._composition = ""

    def text_with_composition(self) -> str:
        """What is on the screen: the text with the unfinished kana in their place."""
        at = self.cursorPosition()
        return self.text()[:at] + self._composition + self.text()[at:]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An Enter that ends a composition ends nothing else."""
        if not (self._composition and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key let go here is no business of everything the line stands in (V3)."""
        super().keyReleaseEvent(event)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to what was recorded last where there is nothing typed to take back."""
        if asks_for_undo(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def mark(self, marks: "Marks") -> None:
        """Underline these words from now on; a composition is left alone."""
        from ui.kit.lines import units
        from ui.kit.underline import underline

        if self._composition:
            return
        kind, text, here = QInputMethodEvent.AttributeType.TextFormat, self.text(), self.cursorPosition()
        places = ((units(text, first), units(text, end), level) for first, end, level in marks)
        drawn = [QInputMethodEvent.Attribute(kind, a - here, b - a, underline(level)) for a, b, level in places]
        super().inputMethodEvent(QInputMethodEvent("", drawn))

    def replace(self, first: int, end: int, text: str) -> None:
        """Put `text` where characters stood, as a hand would: it can be undone."""
        self.choose(first, end)
        self.insert(text)
        self.textEdited.emit(self.text())

    def choose(self, first: int, end: int) -> None:
        """Select these characters: what is typed next takes their place."""
        from ui.kit.lines import units

        self.setSelection(units(self.text(), first), units(self.text(), end) - units(self.text(), first))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep the composition, then do as every line does."""
        super().inputMethodEvent(event)
        self._composition = event.preeditString()
        self.composed.emit()


def asks_for_undo(event: QEvent) -> bool:
    """Qt's fields claim the key before any shortcut, even with nothing to undo."""
    claims = event.type() == QEvent.Type.ShortcutOverride
    return claims and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
