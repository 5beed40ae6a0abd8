"""What a clerk wants to say in their own words: the situation is found, the words are read along (F3)."""

import functools

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import wording
from ui.kit import theme
from ui.kit.button import Button, SmallButton
from ui.kit.field import Area
from ui.kit.keys import bind
from ui.kit.tasks import Tasks
from ui.wording.checked import Checked

MOST_FOUND = 3


class OwnWords(QWidget):
    """A field that waits below the sayings; it opens by F3, and with a saying in it to change its words."""

    found = Signal(list)  # ids of the situations the words may mean, likeliest first
    picked = Signal(int)  # the first, second … of them
    spoken = Signal(str)  # these words were said in a saying's stead
    promise_wanted = Signal(str)
    closed = Signal()

    def __init__(self, tasks: Tasks, rows: int) -> None:
        super().__init__()
        self._tasks = tasks
        self._changing = False
        self.area = Area(self.tr("In your own words"), placeholder=self._placeholder(), lines=1)
        self.check = Checked(tasks, self.area, rows=rows)
        self._said = SmallButton(self.tr("Said so"), key="Ctrl+Enter", tone="primary")
        self._close = Button("", tone="quiet", icon="close")
        self._build()
        self._wire()
        self.hide()

    def begin(self, saying: str = "") -> None:
        """Opens for free words, or to change a saying's; what was typed before can be had back by Ctrl+Z."""
        self._changing = bool(saying)
        if saying:
            self.area.edit.replace(0, len(self.area.text()), saying)
        self._said.setVisible(self._changing)
        self.area.set_hint(self.tr("Change it, then say it") if saying else "")
        self.show()
        self.area.setFocus()

    def end(self) -> None:
        """Puts the field away with what is in it."""
        if self.isHidden():
            return
        self._changing = False
        self.area.set_text("")
        self.check.look()
        self.hide()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Claims Esc before the window's own shortcut for it."""
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the situation that was found; while a saying is changed it begins a line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and not self._changing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.picked.emit(1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the field away."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        """Looks for the situation, unless the words are a saying's already."""
        text = self.area.text()
        if self._changing:
            return
        language = wording.language_of(text)
        self._tasks.consider(
            self,
            lambda _tx: wording.find_situation(text, language),
            lambda matches: self._tell([match.situation for match in matches[:MOST_FOUND]]),
            newest="situation",
        )

    def _tell(self, situations: list[str]) -> None:
        if self.isHidden():
            return
        self.area.set_hint(self.tr("Enter, Alt+2, Alt+3 open the situation") if situations else "")
        self.found.emit(situations)

    def _speak(self) -> None:
        if self._changing and self.area.text().strip():
            self.spoken.emit(self.area.text().strip())
            self.end()

    def _placeholder(self) -> str:
        return self.tr("What happened, or what you want to say")

    def _wire(self) -> None:
        self.area.edited.connect(self._look)
        self.check.promise_wanted.connect(self.promise_wanted)
        self._said.clicked.connect(self._speak)
        self._close.clicked.connect(self.end)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            bind(self, keys, self._speak)
        self.area.edit.installEventFilter(self)  # a text takes Enter before any shortcut of ours could
        for number in range(1, MOST_FOUND + 1):
            bind(self, f"Alt+{number}", functools.partial(self.picked.emit, number))

    def _build(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self._close.setAccessibleName(self.tr("Close"))
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addWidget(self.check)
        column.addWidget(self._said, 0, Qt.AlignmentFlag.AlignRight)
