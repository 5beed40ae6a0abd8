"""The lines of those who were found: counted in Qt's own model, painted column by column."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, QStringListModel, Qt
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from carepos.customers import Hit
from carepos.text import japanese, phone
from ui.kit import paint, theme, words
from ui.kit.column import Column

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft
ROW = 61  # design pixels
LONG_UNSEEN = dt.timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Now:
    """The moment the list was asked at, in the shop's terms."""

    now: dt.datetime
    zone: ZoneInfo
    today: dt.date


class Found(QStringListModel):
    """Who was found for a text. Qt asks a list for its length seventy times a key: Qt's own model answers it (V3)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self.near_from = 0
        self.text = ""
        self.when: Now | None = None

    def replace(self, text: str, hits: Sequence[Hit], when: Now) -> None:
        """Other customers, found for another text."""
        self.text, self.hits, self.near_from, self.when = text, list(hits), len(hits), when
        if not hits or len(hits) != self.rowCount():
            self.setStringList([""] * len(hits))
        else:  # as many as before: nothing is laid out anew
            self.dataChanged.emit(self.index(0), self.index(len(hits) - 1))

    def add_near(self, hits: Sequence[Hit]) -> None:
        """More customers, one typing error away."""
        at, self.hits = len(self.hits), [*self.hits, *hits]
        self.insertRows(at, len(hits))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a screen reader says of a line."""
        if index.isValid() and role == Qt.ItemDataRole.AccessibleTextRole:
            hit = self.hits[index.row()]
            return f"{words.name(hit.family, hit.given)} {hit.family_kana} {hit.given_kana}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """To be chosen, not to be written into."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Line(NamedTuple):
    """One customer's line and where it stands."""

    top: int
    hit: Hit
    near: bool


class Rows(QListView):
    """Reading and name at the left, then phone, tier, last visit and what was promised.

    All that is to be seen is painted in one go: a delegate asked for each line costs more than the line (V3).
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = Found(self)
        self._tiers: dict[str, tuple[str, str]] = {}
        self._days: dict[tuple[dt.date, dt.date], str] = {}
        self.setModel(self.found)
        self.setItemDelegate(_High(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # lines cover it from edge to edge

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        """Other customers, as many as before: no line changes its place, so a list's own layout is left out."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the lines that are to be seen."""
        painter, area = QPainter(self.viewport()), event.rect()
        lines = self._lines(area)
        self._paint_ground(painter, area, lines)
        if self.found.when is not None:
            self._paint_names(painter, lines)
            self._paint_numbers(painter, lines)
            self._paint_facts(painter, lines, self.found.when)

    def _lines(self, area: QRect) -> list[_Line]:
        high, above, found = theme.px(ROW), self.verticalOffset(), self.found
        first, end = (area.top() + above) // high, (area.bottom() + above) // high + 1
        hits = found.hits[first:end]
        return [_Line(at * high - above, hit, at >= found.near_from) for at, hit in enumerate(hits, first)]

    def _paint_ground(self, painter: QPainter, area: QRect, lines: list[_Line]) -> None:
        painter.fillRect(area, theme.color("surface"))
        wide, high = self.viewport().width(), theme.px(ROW)
        chosen = self.visualRect(self.currentIndex())
        if self.viewport().underMouse():
            under = self.indexAt(self.viewport().mapFromGlobal(QCursor.pos()))
            painter.fillRect(self.visualRect(under), theme.color("sunken"))
        painter.fillRect(chosen, theme.color("indigo_wash"))
        painter.fillRect(chosen.x(), chosen.y(), min(theme.px(4), chosen.width()), high, theme.color("indigo"))
        for line in lines:
            painter.fillRect(0, line.top + high - 1, wide, 1, theme.color("line"))

    def _paint_names(self, painter: QPainter, lines: list[_Line]) -> None:
        left, wide, text = theme.px(18), self.viewport().width() * 0.28, self.found.text
        marks = []
        column, below = Column(painter, left, wide, theme.px(20), "kana", "ink_3"), theme.px(8)
        for top, hit, near in lines:
            kana = f"{hit.family_kana} {hit.given_kana}".strip()
            marked = japanese.spans(kana, text) if text and not near else []
            marks.append(marked)
            column.write(top + below, f"≈ {kana}" if near else kana, marked)
        column, below = Column(painter, left, wide, theme.px(26), "strong", "ink"), theme.px(28)
        for (top, hit, near), marked in zip(lines, marks, strict=True):
            name = words.name(hit.family, hit.given)
            column.write(top + below, name, japanese.spans(name, text) if text and not near and not marked else ())

    def _paint_numbers(self, painter: QPainter, lines: list[_Line]) -> None:
        across, typed = self.viewport().width(), self.found.text
        wide = across * 0.19
        column = Column(painter, across * 0.32, wide, theme.px(ROW), "body", "ink_2")
        digits = phone.digits(typed) if any(map(str.isdigit, typed)) else ""
        for top, hit, near in lines:
            if hit.email and "@" in typed and not near:
                address = words.masked_email(hit.email)
                column.write(top, address, [(0, address.index("@") + len(typed) - typed.index("@"))])
                continue
            if hit.card and typed.casefold() == hit.card.casefold():
                card = fitting(hit.card, wide)
                column.write(top, card, [(0, len(card))])
                continue
            number = fitting(phone.masked(hit.phone) if hit.phone else (hit.card or ""), wide)
            column.write(top, number, marked(number, typed, digits, hit.phone or "") if digits and number else ())

    def _paint_facts(self, painter: QPainter, lines: list[_Line], when: Now) -> None:
        across, high = self.viewport().width(), theme.px(ROW)
        unseen = when.now - LONG_UNSEEN
        for top, hit, _near in lines:
            x = max(self._chip(painter, top, across * 0.52, *self._tier(hit.tier)), across * 0.65)
            if hit.last_visit:
                latest = self._latest(hit.last_visit.astimezone(when.zone).date(), when.today)
                paint.words(painter, QRectF(x, top, theme.px(150), high), latest, "muted", "ink_3", _LEFT)
                x += theme.width_of(latest, "muted") + theme.px(12)
            if hit.next_due:
                due = self.tr("Promise: {time}").format(time=words.due(hit.next_due, when.zone, when.today))
                self._chip(painter, top, x, due, "red" if hit.next_due < when.now else "gold")
            elif hit.last_visit and hit.last_visit < unseen:
                self._chip(painter, top, x, self.tr("Long unseen"), "plain")

    def _latest(self, day: dt.date, today: dt.date) -> str:
        """When they came last, in words: the same few days again and again."""
        if (day, today) not in self._days:
            self._days[day, today] = self.tr("last {day}").format(day=words.day(day, today))
        return self._days[day, today]

    def _tier(self, tier: str) -> tuple[str, str]:
        """A tier's name and the tone of its chip."""
        if tier not in self._tiers:
            self._tiers[tier] = words.tier(tier), "gold" if tier != "regular" else "plain"
        return self._tiers[tier]

    def _chip(self, painter: QPainter, top: int, x: float, text: str, tone: str) -> float:
        width, height = paint.chip_width(text, tone), theme.px(28)
        if x + width <= self.viewport().width() - theme.px(8):
            paint.chip(painter, QRectF(x, top + (theme.px(ROW) - height) / 2, width, height), text, tone)
        return x + width + theme.px(10)


class _High(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every row is as high as the next."""
        return QSize(theme.px(300), theme.px(ROW))


def marked(number: str, typed: str, digits: str, whole: str) -> list[tuple[int, int]]:
    """What to mark in a number whose middle is masked: what is to be seen of the beginning or end that was typed."""
    if spans := japanese.spans(number, typed):
        return spans
    if whole.endswith(digits):
        return japanese.spans(number, digits[-4:])
    return japanese.spans(number, digits[:3]) if whole.startswith(digits) else []


def fitting(number: str, width: float) -> str:
    """A number for `width` screen pixels; where it is too long its end stays: that is what is typed and compared."""
    return number if theme.at_most(number, "body") <= width else f"…{number[-4:]}"
