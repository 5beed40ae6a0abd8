"""The list below the search box: who was found, what was matched, what must be known before the card opens."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
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
    QVBoxLayout,
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
        self._view = QListView()
        self._nobody, self._told = Label("", "body", wrap=True), QWidget()
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
        self._told.setVisible(not hits)
        self._nobody.setText(self.tr("Nobody is found for “{text}”.").format(text=text.strip()[:30]))
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
        self._view.setFixedHeight(min(rows * theme.px(ROW), max(room - theme.px(56), theme.px(ROW))))
        # only where it changes: what lies below is painted anew for each step
        self.setGeometry(at.x(), at.y(), width, self.sizeHint().height())
        if not self.isVisible():
            self.show()
            self.raise_()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, theme.px(4))
        column.setSpacing(0)
        self._view.setModel(self._model)
        self._view.setItemDelegate(_HitPainter(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setAccessibleName(self.tr("Customers found"))
        self._view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # rows cover it from edge to edge
        column.addWidget(self._view)
        nobody = QHBoxLayout(self._told)
        nobody.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(6))
        nobody.addWidget(self._nobody)
        column.addWidget(self._told)
        foot = QWidget()

        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(18), 0, theme.px(8), 0)
        row.addWidget(self._hint, 1)
        row.addWidget(self._register)
        column.addWidget(foot)


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

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Every row is as high as the next."""
        return QSize(theme.px(300), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one customer."""
        model = index.model()
        assert isinstance(model, _Hits)
        hit, row = model.hits[index.row()], QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(row, theme.color("indigo_wash" if chosen else "sunken" if hover else "surface"))
        if chosen:
            painter.fillRect(QRectF(row.left(), row.top(), theme.px(4), row.height()), theme.color("indigo"))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), theme.color("line"))
        near = index.row() >= model.near_from
        self._who(painter, row, hit, model.text, near)
        self._facts(painter, row, hit, model)
        painter.restore()

    def _who(self, painter: QPainter, row: QRectF, hit: Hit, text: str, near: bool) -> None:
        left = row.left() + theme.px(18)
        width = row.width() * 0.28
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
        seen = words.day(hit.last_visit.astimezone(when.zone).date(), when.today) if hit.last_visit else ""
        if seen:
            latest = self.tr("last {day}").format(day=seen)
            paint.words(painter, QRectF(x, row.top(), theme.px(150), row.height()), latest, "muted", "ink_3", _LEFT)
            x += theme.width_of(latest, "muted") + theme.px(12)
        if hit.next_due:
            late = hit.next_due < when.now
            due = words.due(hit.next_due, when.zone, when.today)
            self._chip(painter, row, x, self.tr("Promise {time}").format(time=due), "red" if late else "gold")
        elif hit.last_visit and when.now - hit.last_visit > LONG_UNSEEN:
            self._chip(painter, row, x, self.tr("Long unseen"), "plain")

    def _chip(self, painter: QPainter, row: QRectF, x: float, text: str, tone: str) -> float:
        width, height = paint.chip_width(text, tone), theme.px(28)
        if x + width <= row.right() - theme.px(8):
            paint.chip(painter, QRectF(x, row.center().y() - height / 2, width, height), text, tone)
        return x + width + theme.px(10)


_LEFT = Qt.AlignmentFlag.AlignLeft


def fitting(number: str, width: float) -> str:
    """A number for `width` screen pixels; where it is too long its end stays: that is what is typed and compared."""
    return number if theme.width_of(number, "body") <= width else f"…{number[-4:]}"


def _phone_marks(number: str, text: str) -> list[tuple[int, int]]:
    return japanese.spans(number, text) if number and any(map(str.isdigit, text)) else []
