"""A small list whose rows are typed in place: add one, change one, take one out."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import faults, theme
from ui.kit.button import Button
from ui.kit.field import Field


class Rows(QWidget):
    """Rows of one field for each of `columns`; the first row stays, `fixed` of its fields cannot be changed."""

    edited = Signal()

    def __init__(self, columns: Sequence[str], add: str, remove: str, fixed: Sequence[int] = ()) -> None:
        super().__init__()
        self._columns, self._remove, self._fixed = columns, remove, fixed
        self._rows: list[tuple[QWidget, list[Field]]] = []
        self._list, self._fault = QVBoxLayout(), faults.fault_line()
        self.add = Button(add, icon="plus")
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._list.setSpacing(theme.px(8))
        column.addLayout(self._list)
        column.addWidget(self._fault)
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)
        self.add.clicked.connect(self._add_empty)

    def texts(self) -> list[list[str]]:
        """What is typed, row by row."""
        return [[field.text() for field in fields] for _, fields in self._rows]

    def field(self, row: int, column: int) -> Field:
        """One field; IndexError if there is no such row."""
        return self._rows[row][1][column]

    def fill(self, texts: Sequence[Sequence[str]]) -> None:
        """Shows these rows instead."""
        while self._rows:
            self._drop(self._rows[0][0])
        for row in texts:
            self._add(row)

    def set_error(self, sentence: str) -> None:
        """Says in red what is wrong with the list; "" takes it back."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    def error(self) -> str:
        """The sentence in red."""
        return self._fault.text()

    def _add_empty(self) -> None:
        self._add([""] * len(self._columns))
        self._rows[-1][1][0].setFocus()
        self.edited.emit()

    def _add(self, texts: Sequence[str]) -> None:
        line, row, first = QWidget(), QHBoxLayout(), not self._rows
        line.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        fields = [Field(label if first else "") for label in self._columns]
        for place, (field, text) in enumerate(zip(fields, texts, strict=True)):
            field.set_text(text)
            field.edit.setAccessibleName(f"{self._columns[place]} {len(self._rows) + 1}")
            field.edited.connect(self._touched)
            field.setEnabled(not (first and place in self._fixed))
            row.addWidget(field, 2 if place == 2 else 3)
        row.addWidget(self._button(line, first), 0)
        self._list.addWidget(line)
        self._rows.append((line, fields))

    def _button(self, line: QWidget, first: bool) -> Button:
        button = Button("", icon="close", tone="quiet")
        button.setAccessibleName(f"{self._remove} {len(self._rows) + 1}")
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.clicked.connect(lambda: self._remove_row(line))
        if first:
            button.hide()  # never shown here: without a parent it were a window of its own, and took the keyboard
        return button

    def _remove_row(self, line: QWidget) -> None:
        self._drop(line)
        self._touched()

    def _drop(self, line: QWidget) -> None:
        self._rows = [row for row in self._rows if row[0] is not line]
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _touched(self) -> None:
        self.set_error("")
        self.edited.emit()
