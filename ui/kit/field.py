"""Where words are typed: one line or several, a label above, a sentence below when something is wrong."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextDocumentLayout,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.kit import theme
from ui.kit.edit import Line, asks_for_undo
from ui.kit.label import Label
from ui.kit.lines import units
from ui.kit.underline import Marks, underline

_MOST_LINES = 6
_LEADING = 1.55  # of a letter's height from line to line, as in every label: this font has no air of its own


class Writing(QPlainTextEdit):
    """Several lines to type in; Tab leaves it, and it grows with what is written."""

    composed = Signal()  # the composition changed

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._composition, self._least, self._most = "", least, most
        document = QTextDocument(self)
        document.setDocumentLayout(_Airy(document))
        self.setDocument(document)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow(QSizeF(0, 1))

    def text_with_composition(self) -> str:
        """What is on the screen: the text with the unfinished kana in their place."""
        before, after = QTextCursor(self.textCursor()), QTextCursor(self.textCursor())
        before.movePosition(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
        after.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        parts = before.selectedText() + self._composition + after.selectedText()
        return parts.replace("\u2029", "\n")

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to what was recorded last where there is nothing typed to take back."""
        if asks_for_undo(event) and not self.document().isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def mark(self, marks: Marks) -> None:
        """Underline these words from now on."""
        self.setExtraSelections([self._marked(*one) for one in marks])

    def replace(self, first: int, end: int, text: str) -> None:
        """Put `text` where characters stood, as a hand would: it can be undone."""
        cursor = self._over(first, end)
        cursor.beginEditBlock()  # a step of its own: what is put behind typed words would else go with them
        cursor.insertText(text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def choose(self, first: int, end: int) -> None:
        """Select these characters: what is typed next takes their place."""
        self.setTextCursor(self._over(first, end))

    def _marked(self, first: int, end: int, level: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = self._over(first, end), underline(level)
        return made

    def _over(self, first: int, end: int) -> QTextCursor:
        text, cursor = self.toPlainText(), QTextCursor(self.document())
        cursor.setPosition(units(text, first))
        cursor.setPosition(units(text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep the composition, then do as every text does."""
        super().inputMethodEvent(event)
        self._composition = event.preeditString()
        self.composed.emit()

    def _grow(self, size: QSizeF) -> None:
        lines = min(max(round(size.height()), self._least), self._most)
        frame = 2 * theme.px(9) + 2 * round(self.document().documentMargin())
        self.setFixedHeight(max(round(lines * _pitch() + frame), theme.px(44)))


class _Airy(QPlainTextDocumentLayout):
    """Plain lines, each a pitch below the last: a plain text has no line height to set."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Set the lines of one paragraph apart, and tell the room they take."""
        room, text, pitch = super().blockBoundingRect(block), block.layout(), _pitch()
        for at in range(text.lineCount()):
            line = text.lineAt(at)
            line.setPosition(QPointF(line.x(), at * pitch + (pitch - line.height()) / 2))
        return QRectF(room.x(), room.y(), room.width(), max(text.lineCount() * pitch, room.height()))


def _pitch() -> float:
    """Screen pixels from one line to the next."""
    return theme.font("body").pixelSize() * _LEADING


class _Labelled(QWidget):
    """A label above, what is typed in below it, and room for a sentence in red."""

    edited = Signal()  # a hand changed the text, or the input method its composition

    def __init__(self, label: str, hint: str, edit: Line | Writing) -> None:
        super().__init__()
        self._label, self._hint = Label(label, "label"), Label(hint, "muted")
        self._error = Label("", "error", wrap=True)
        self._build(edit)
        edit.setAccessibleName(label)
        edit.setFont(theme.font("body"))
        edit.composed.connect(self.edited)
        self.setFocusProxy(edit)
        self._hint.setVisible(bool(hint))
        self._error.hide()
        self._input = edit
        self.edited.connect(self._forgive)

    def set_hint(self, hint: str) -> None:
        """Say `hint` quietly beside the label; "" says nothing."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def set_error(self, sentence: str) -> None:
        """Say in red under the field what is wrong; "" takes it back."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._input.setAccessibleDescription(sentence)
        self._input.setProperty("bad", bool(sentence))
        self._input.style().unpolish(self._input)
        self._input.style().polish(self._input)

    def error(self) -> str:
        """The sentence in red, "" if nothing is wrong."""
        return self._error.text()

    def text_with_composition(self) -> str:
        """What is on the screen: the text with the unfinished kana in their place."""
        return self._input.text_with_composition()

    def _forgive(self) -> None:
        """What is being mended is no longer called wrong."""
        if self.error():
            self.set_error("")

    def _build(self, edit: Line | Writing) -> None:
        column, top = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        top.setSpacing(theme.px(12))
        top.addWidget(self._label)
        top.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(top)
        column.addWidget(edit)
        column.addWidget(self._error)
        self._label.setVisible(bool(self._label.text()))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class Field(_Labelled):
    """One line to type in (`.edit`) under `label`; `hint` stands quietly beside it."""

    def __init__(self, label: str, hint: str = "", placeholder: str = "") -> None:
        self.edit = Line()
        super().__init__(label, hint, self.edit)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textEdited.connect(lambda _text: self.edited.emit())

    def text(self) -> str:
        """What is typed, without the unfinished composition."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Write `text` into the field without announcing it."""
        self.edit.setText(text)


class Area(_Labelled):
    """Several lines to type in (`.edit`) under `label`, growing from `lines` to six (or to `lines`) as they fill."""

    def __init__(self, label: str, hint: str = "", placeholder: str = "", lines: int = 2) -> None:
        self.edit = Writing(lines, max(lines, _MOST_LINES))
        super().__init__(label, hint, self.edit)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textChanged.connect(self.edited)

    def text(self) -> str:
        """What is typed, without the unfinished composition."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Write `text` into the area without announcing it."""
        self.edit.blockSignals(True)
        self.edit.setPlainText(text)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.edit.blockSignals(False)


def labelled(label: str, widget: QWidget, hint: str = "") -> QWidget:
    """`widget` under a label that also names it for ears, and beside that a hint."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    head = QHBoxLayout()
    head.setSpacing(theme.px(12))
    head.addWidget(Label(label, "label"))
    if hint:
        note = Label(hint, "label")
        note.set_ink("matsu")
        head.addWidget(note)
    head.addStretch(1)
    widget.setAccessibleName(label)
    column.addLayout(head)
    column.addWidget(widget)
    return box
