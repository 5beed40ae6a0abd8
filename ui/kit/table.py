"""A plain table to look at: a heading row, and cells that are only ever plain text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from ui.kit import theme
from ui.kit.label import tip

_ROW = 38  # design pixels
_WIDEST = 240  # design pixels of a column beside the one that fills


class Table(QTableWidget):
    """Rows of words under `headings`; nothing in it can be edited."""

    def __init__(self) -> None:
        super().__init__()
        self._fills = False
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
        """Shows `rows` under `headings`; with `fill` the last column takes the width the others leave."""
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                self.setItem(at, column, _cell(words))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(theme.px(_WIDEST) if fill else -1)
        if fill:
            header.setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.Stretch)
        self._fills = fill
        self._reach_the_edge()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reach the new edge."""
        super().resizeEvent(event)
        self._reach_the_edge()

    def _reach_the_edge(self) -> None:
        """Columns that leave room give it to the last one; those that do not are scrolled."""
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setStretchLastSection(header.length() < self.viewport().width())

    def fit(self, most_rows: int) -> None:
        """As high as its rows, `most_rows` at the most; the rest scrolls."""
        rows = min(self.rowCount(), most_rows)
        bar = 0 if self._fills else self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(theme.px(_ROW) * (rows + 1) + bar)


def _cell(words: str) -> QTableWidgetItem:
    flat = " ".join(words.split())[:200]
    item = QTableWidgetItem(flat)
    item.setToolTip(tip(flat))
    return item
