"""What happened, newest first, on a line of time: thousands of rows, painted one by one as they scroll by."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit import paint, theme
from ui.kit.column import Column
from ui.kit.label import tip

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ENTRY = Qt.ItemDataRole.UserRole
_DAY, _RAIL = 74, 26  # design pixels: the column of dates, the column of the line
_TALL, _LOW = 65, 42  # design pixels: a row with detail, a row without


class Entry(NamedTuple):
    """One row: `tone` is the colour token of its ring, `title` stands bold before `text`."""

    id: str
    kind: str
    day: str
    tone: str
    title: str
    text: str
    chip: str
    chip_tone: str
    detail: str

    def spoken(self) -> str:
        """The whole row as one sentence, for ears and for the tooltip."""
        return "　".join(part for part in (self.day, self.title, self.text, self.chip, self.detail) if part)


class Timeline(QListView):
    """Entries on a line of time: `picked` gives the id chosen, `more_wanted` comes near the end."""

    more_wanted = Signal()
    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model, self._asked_at = _Entries(self), -1
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setMinimumHeight(theme.px(44))
        self.clicked.connect(lambda index: self.picked.emit(index.data(_ENTRY).id))
        self.verticalScrollBar().valueChanged.connect(self._ask_for_more)

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Show these `entries` alone, from the first."""
        self._asked_at = -1
        self._model.replace(list(entries))
        self.doItemsLayout()  # now, not by and by: it is painted once (V4)
        self.scrollToTop()

    def append(self, entries: Iterable[Entry]) -> None:
        """Show more `entries` after the last."""
        self._model.append(list(entries))

    def entries(self) -> Sequence[Entry]:
        """All rows in their order."""
        return self._model.rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks the row that is current."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex().data(_ENTRY).id)
            return
        super().keyPressEvent(event)

    def _ask_for_more(self, value: int) -> None:
        near = self.verticalScrollBar().maximum() - value < 2 * self.viewport().height()
        if near and self._asked_at != len(self._model.rows):
            self._asked_at = len(self._model.rows)
            self.more_wanted.emit()


class _Entries(QAbstractListModel):
    """The rows as Qt asks for them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Entry] = []

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.rows[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.spoken()
        return tip(entry.spoken()) if role == Qt.ItemDataRole.ToolTipRole else None

    def replace(self, rows: list[Entry]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def append(self, rows: list[Entry]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows = [*self.rows, *rows]
            self.endInsertRows()


class _Painter(QStyledItemDelegate):
    """Paints one row from a cursor that walks down and to the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(theme.px(200), theme.px(_TALL if index.data(_ENTRY).detail else _LOW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(_ENTRY)
        area = QRectF(option.rect)
        painter.save()
        self._paint_ground(painter, area, option.state, index)
        left = area.left() + theme.px(_DAY + _RAIL)
        line = QRectF(left, area.top() + theme.px(6), area.right() - left - theme.px(8), theme.px(28))
        _paint_day(painter, QRectF(area.left(), line.top(), theme.px(_DAY - 8), line.height()), entry.day)
        _paint_first_line(painter, line, entry)
        detail = QRectF(left, line.bottom(), line.width(), theme.px(22))
        _write(painter, detail, entry.detail, "muted", "ink_3")
        x = area.left() + theme.px(_DAY + _RAIL / 2 - 1)
        paint.ring(painter, QPointF(x + 0.5, line.center().y()), theme.px(5), entry.tone)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, index: _Index) -> None:
        """The wash under the pointer or the focus, the line of time, the divider below."""
        words = area.adjusted(theme.px(_DAY + _RAIL - 4), 1, 0, -1)
        if state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, words, "sunken", radius=theme.px(6))
        if state & QStyle.StateFlag.State_HasFocus:
            paint.box(painter, words, "", "indigo", theme.px(6), width=2)
        x = area.left() + theme.px(_DAY + _RAIL / 2 - 1)
        first, last = index.row() == 0, index.row() == index.model().rowCount() - 1
        top = area.top() + theme.px(20) if first else area.top()
        bottom = area.top() + theme.px(20) if last else area.bottom()
        painter.fillRect(QRectF(x, top, 1, bottom - top), theme.color("line"))
        left = area.left() + theme.px(_DAY + _RAIL)
        painter.fillRect(QRectF(left, area.bottom() - 1, area.right() - left, 1), theme.color("sunken"))


def _paint_day(painter: QPainter, line: QRectF, day: str) -> None:
    """The day beside the first line; a day with its year goes on below, never cut off or torn at its month."""
    high = theme.metrics("muted").height()
    first = QRectF(line.left(), line.center().y() - high / 2, line.width(), high)
    for number, part in enumerate(fit_day(day, line.width()).split("\n")):
        paint.words(painter, first.translated(0, number * high), part, "muted", "ink_3", Qt.AlignmentFlag.AlignRight)


def fit_day(day: str, width: float) -> str:
    """The day in one line of so many screen pixels if it fits, else with its year in a line of its own."""
    return day if theme.width_of(day, "muted") <= width else day.replace("年", "年\n")


def _write(painter: QPainter, area: QRectF, text: str, role: str, ink: str) -> None:
    Column(painter, area.left(), area.width(), area.height(), role, ink).write(area.top(), text)


def _paint_first_line(painter: QPainter, line: QRectF, entry: Entry) -> None:
    """Bold title, text, chip: the chip always whole, the text giving way first."""
    gap = theme.px(12)
    chip = min(paint.chip_width(entry.chip, entry.chip_tone or "plain"), line.width() * 0.7) if entry.chip else 0
    room = line.width() - (chip + gap if chip else 0)
    at = line.left()
    for text, role in ((entry.title, "strong"), (entry.text, "body")):
        width = min(theme.width_of(text, role) + 1, line.left() + room - at) if text else 0
        if width > gap:
            _write(painter, QRectF(at, line.top(), width, line.height()), text, role, "ink")
            at += width + gap
    if chip:
        height = theme.px(24)
        pill = QRectF(round(at), round(line.center().y() - height / 2), chip, height)
        paint.chip(painter, pill, entry.chip, entry.chip_tone or "plain")
