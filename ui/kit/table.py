"""A plain table to look at: a heading row, and cells that are only ever plain text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from ui.kit import theme
from ui.kit.label import tip

_ROW = 38  # design pixels


class Table(QTableWidget):
    """Rows of words under `headings`; nothing in it can be edited."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setFont(theme.font("body"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFont(theme.font("label"))
        self.horizontalHeader().setFixedHeight(theme.px(_ROW))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]], fill: bool = False) -> None:
        """Shows `rows` under `headings`, stretched to the whole width with `fill`."""
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                self.setItem(at, column, _cell(words))
        mode = QHeaderView.ResizeMode.Stretch if fill else QHeaderView.ResizeMode.ResizeToContents
        self.horizontalHeader().setSectionResizeMode(mode)

    def fit(self, most_rows: int) -> None:
        """As high as its rows, `most_rows` at the most; the rest scrolls."""
        rows = min(self.rowCount(), most_rows)
        aside = self.horizontalHeader().sectionResizeMode(0) != QHeaderView.ResizeMode.Stretch
        bar = self.horizontalScrollBar().sizeHint().height() if aside else 0
        self.setFixedHeight(theme.px(_ROW) * (rows + 1) + bar)


def _cell(words: str) -> QTableWidgetItem:
    flat = " ".join(words.split())[:200]
    item = QTableWidgetItem(flat)
    item.setToolTip(tip(flat))
    return item
