"""The list below the search box: who was found, what was matched, what must be known before the card opens."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from carepos.customers import Hit
from carepos.text import japanese, phone
from ui.kit import paint, theme, words
from ui.kit.button import Button
from ui.kit.label import Elided, Label
from ui.kit.marked import draw_marked
from ui.kit.tasks import Tasks

_Index = QModelIndex | QPersistentModelIndex
_HIT = Qt.ItemDataRole.UserRole
_CHOSEN, _HOVER = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_MouseOver.value
ROW = 61  # design pixels
LONG_UNSEEN = dt.timedelta(days=120)


class HitList(QWidget):
    """Floats below the box, over everything; the box keeps the keyboard."""

    clicked_hit = Signal(str)
    register_wanted = Signal()

    def __init__(self, box: QWidget) -> None:
        super().__init__(box.window())
        self._box = box
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies below is not painted with every key
        self._model = _Hits(self)
        self._view, self._told, self._foot = QListView(self), QWidget(self), QWidget(self)
        self._nobody = Label("", "body", wrap=True)
        self._hint = Elided("", "muted")
        self._register = Button("", key="Ctrl+N", tone="quiet")
        self._build()
        self._register.clicked.connect(self.register_wanted)
        self._view.clicked.connect(lambda index: self.clicked_hit.emit(index.data(_HIT).id))
        self.hide()

    def show_hits(self, text: str, hits: list[Hit], tasks: Tasks) -> None:
        """Shows who was found for a text; the first is chosen."""
        zone, now = tasks.shop.settings.zone, tasks.shop.clock()
        self._model.replace(text, hits, _Now(now, zone, tasks.shop.settings.day_of(now)))
        if not hits:
            self._nobody.setText(self.tr("Nobody is found for “{text}”.").format(text=text.strip()[:30]))
        self._told.setVisible(not hits)
        self._register.setVisible(bool(text.strip()))
        self._register.setText(self.tr("Register “{text}”").format(text=text.strip()[:12]))
        self._hint.setText(self.tr("↑↓ choose　Enter opens") if hits else "")
        self._select(0)
        self._place()

    def add_near(self, hits: list[Hit]) -> None:
        """Adds customers one typing error away, below."""
        self._model.add_near(hits)
        self._told.hide()
        self._hint.setText(self.tr("↑↓ choose　Enter opens　≈ similar spelling"))
        self._select(max(self._view.currentIndex().row(), 0))
        self._place()

    def current(self) -> Hit | None:
        """The chosen line's customer."""
        hit = self._view.currentIndex().data(_HIT)
        return hit if isinstance(hit, Hit) else None

    def step(self, by: int) -> None:
        """Moves the choice up or down."""
        self._select(self._view.currentIndex().row() + by)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame; in its corners the paper it lies on."""
        painter, area = QPainter(self), QRectF(self.rect())
        painter.fillRect(area, theme.color("paper"))
        paint.box(painter, area, "surface", "line_strong", theme.px(10))

    def _select(self, row: int) -> None:
        rows = self._model.rowCount()
        if rows:
            self._view.setCurrentIndex(self._model.index(min(max(row, 0), rows - 1)))

    def _place(self) -> None:
        window = self._box.window()
        if self.parent() is not window:
            self.setParent(window)
        at = self._box.mapTo(window, QPoint(0, self._box.height() + theme.px(6)))
        width = min(theme.px(860), window.width() - at.x() - theme.px(12))
        room = window.height() - at.y() - theme.px(60)
        rows = self._model.rowCount()
        self._view.setVisible(rows > 0)
        high = min(rows * theme.px(ROW), max(room - theme.px(56), theme.px(ROW)))
        told = 0 if self._told.isHidden() else self._told.sizeHint().height()
        below = 1
        for part, height in ((self._view, high), (self._told, told), (self._foot, self._foot.sizeHint().height())):
            part.setGeometry(1, below, width - 2, height)  # by hand: a layout is asked again by every new word in it
            below += height
        # only where it changes: what lies below is painted anew for each step
        self.setGeometry(at.x(), at.y(), width, below + theme.px(4))
        if not self.isVisible():
            self.show()
            self.raise_()

    def _build(self) -> None:
        self._view.setModel(self._model)
        self._view.setItemDelegate(_HitPainter(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setAccessibleName(self.tr("Customers found"))
        self._view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # rows cover it from edge to edge
        nobody, foot = QHBoxLayout(self._told), QHBoxLayout(self._foot)
        nobody.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(6))
        nobody.addWidget(self._nobody)
        foot.setContentsMargins(theme.px(18), 0, theme.px(8), 0)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._register)


@dataclass(frozen=True, slots=True)
class _Now:
    """The moment the list was asked at, in the shop's terms."""

    now: dt.datetime
    zone: ZoneInfo
    today: dt.date


class _Hits(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self.near_from = 0
        self.text = ""
        self.when: _Now | None = None

    def replace(self, text: str, hits: list[Hit], when: _Now) -> None:
        self.beginResetModel()
        self.text, self.hits, self.near_from, self.when = text, list(hits), len(hits), when
        self.endResetModel()

    def add_near(self, hits: list[Hit]) -> None:
        self.beginInsertRows(QModelIndex(), len(self.hits), len(self.hits) + len(hits) - 1)
        self.hits += hits
        self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == _HIT:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words.name(hit.family, hit.given)} {hit.family_kana} {hit.given_kana}"
        return None


class _HitPainter(QStyledItemDelegate):
    """Reading and name at the left, then phone, tier, last visit and what was promised."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._days: dict[tuple[dt.date, dt.date], str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every row is as high as the next."""
        return QSize(theme.px(300), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one customer."""
        model = index.model()
        assert isinstance(model, _Hits)
        hit, at = model.hits[index.row()], option.rect
        self._ground(painter, at, option.state.value)
        row = QRectF(at)
        self._who(painter, row, hit, model.text, index.row() >= model.near_from)
        self._facts(painter, row, hit, model)

    def _ground(self, painter: QPainter, at: QRect, state: int) -> None:
        left, top, wide, high = at.x(), at.y(), at.width(), at.height()
        chosen, hover = state & _CHOSEN, state & _HOVER
        ground = "indigo_wash" if chosen else "sunken" if hover else "surface"
        painter.fillRect(left, top, wide, high, theme.color(ground))
        if chosen:
            painter.fillRect(left, top, theme.px(4), high, theme.color("indigo"))
        painter.fillRect(left, top + high - 1, wide, 1, theme.color("line"))

    def _who(self, painter: QPainter, row: QRectF, hit: Hit, text: str, near: bool) -> None:
        left, width = row.left() + theme.px(18), row.width() * 0.28
        kana = " ".join(filter(None, (hit.family_kana, hit.given_kana)))
        name = words.name(hit.family, hit.given)
        top = QRectF(left, row.top() + theme.px(8), width, theme.px(20))
        low = QRectF(left, row.top() + theme.px(28), width, theme.px(26))
        typed = "" if near else text
        kana_marks = japanese.spans(kana, typed) if typed else []
        name_marks = japanese.spans(name, typed) if typed and not kana_marks else []
        shown_kana = f"≈ {kana}" if near else kana
        draw_marked(painter, top, shown_kana, kana_marks, "kana", "ink_3")
        draw_marked(painter, low, name, name_marks, "strong", "ink")

    def _facts(self, painter: QPainter, row: QRectF, hit: Hit, model: _Hits) -> None:
        when = model.when
        assert when is not None
        number = phone.masked(hit.phone) if hit.phone else (hit.card or "")
        middle = QRectF(row.left() + row.width() * 0.32, row.top(), row.width() * 0.19, row.height())
        number = fitting(number, middle.width())
        draw_marked(painter, middle, number, _phone_marks(number, model.text), "body", "ink_2")
        x = row.left() + row.width() * 0.52
        x = self._chip(painter, row, x, words.tier(hit.tier), "gold" if hit.tier != "regular" else "plain")
        x = max(x, row.left() + row.width() * 0.65)
        if hit.last_visit:
            latest = self._latest(hit.last_visit.astimezone(when.zone).date(), when.today)
            paint.words(painter, QRectF(x, row.top(), theme.px(150), row.height()), latest, "muted", "ink_3", _LEFT)
            x += theme.width_of(latest, "muted") + theme.px(12)
        if hit.next_due:
            late = hit.next_due < when.now
            due = words.due(hit.next_due, when.zone, when.today)
            self._chip(painter, row, x, self.tr("Promise {time}").format(time=due), "red" if late else "gold")
        elif hit.last_visit and when.now - hit.last_visit > LONG_UNSEEN:
            self._chip(painter, row, x, self.tr("Long unseen"), "plain")

    def _latest(self, day: dt.date, today: dt.date) -> str:
        """When they came last, in words: the same few days again and again."""
        if (day, today) not in self._days:
            self._days[day, today] = self.tr("last {day}").format(day=words.day(day, today))
        return self._days[day, today]

    def _chip(self, painter: QPainter, row: QRectF, x: float, text: str, tone: str) -> float:
        width, height = paint.chip_width(text, tone), theme.px(28)
        if x + width <= row.right() - theme.px(8):
            paint.chip(painter, QRectF(x, row.center().y() - height / 2, width, height), text, tone)
        return x + width + theme.px(10)


_LEFT = Qt.AlignmentFlag.AlignLeft


def fitting(number: str, width: float) -> str:
    """A number for `width` screen pixels; where it is too long its end stays: that is what is typed and compared."""
    return number if theme.at_most(number, "body") <= width else f"…{number[-4:]}"


def _phone_marks(number: str, text: str) -> list[tuple[int, int]]:
    return japanese.spans(number, text) if number and any(map(str.isdigit, text)) else []
