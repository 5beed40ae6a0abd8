"""The list below the search box: who was found, what was matched, what must be known before the card opens."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from carepos.customers import Hit
from ui.customers.rows import ROW, Now, Rows
from ui.customers.search import PAUSE
from ui.kit import paint, theme
from ui.kit.button import Button
from ui.kit.label import Elided, Label
from ui.kit.tasks import Tasks

SIDE = 5  # design pixels the foot is narrower than the list on either side


class HitList(QWidget):
    """Floats below the box, over everything; the box keeps the keyboard."""

    clicked_hit = Signal(str)
    register_wanted = Signal()

    def __init__(self, box: QWidget) -> None:
        super().__init__(box.window())
        self._box = box
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies below is not painted with every key
        self._rows, self._told, self._foot = Rows(self), QWidget(self), QWidget(self)
        self._nobody = Label("", "body", wrap=True)
        self._hint = Elided("", "muted")
        self._register = Button("", key="Ctrl+N", tone="quiet")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._offer_anew)
        self._build()
        self._register.clicked.connect(self.register_wanted)
        self._rows.clicked.connect(lambda index: self.clicked_hit.emit(self._hits[index.row()].id))
        self.hide()

    def show_hits(self, text: str, hits: list[Hit], tasks: Tasks) -> None:
        """Shows who was found for a text; the first is chosen."""
        zone, now = tasks.shop.settings.zone, tasks.shop.clock()
        self._rows.found.replace(text, hits, Now(now, zone, tasks.shop.settings.day_of(now)))
        if not hits:
            self._nobody.setText(self.tr("Nobody is found for “{text}”.").format(text=text.strip()[:30]))
        self._told.setVisible(not hits)
        if hits and text.strip() and not self._register.isHidden():
            self._pause.start()  # those found are painted first
        else:
            self._offer()
        self._hint.setText(self.tr("↑↓ choose　Enter opens") if hits else "")
        self._select(0)
        self._rows.scrollToTop()
        self._place()

    def _offer(self) -> None:
        """Offers to register whoever was typed."""
        text = self._rows.found.text.strip()
        self._register.setVisible(bool(text))
        self._register.setText(self.tr("Register “{text}”").format(text=text[:12]))

    def _offer_anew(self) -> None:
        if self.isVisible():
            self._offer()
            self._place()

    def add_near(self, hits: list[Hit]) -> None:
        """Adds customers one typing error away, below."""
        self._rows.found.add_near(hits)
        self._told.hide()
        self._hint.setText(self.tr("↑↓ choose　Enter opens　≈ similar"))
        self._select(max(self._rows.currentIndex().row(), 0))
        self._place()

    def current(self) -> Hit | None:
        """The chosen line's customer."""
        chosen = self._rows.currentIndex()
        return self._hits[chosen.row()] if chosen.isValid() else None

    @property
    def _hits(self) -> list[Hit]:
        return self._rows.found.hits

    def step(self, by: int) -> None:
        """Moves the choice up or down."""
        self._select(self._rows.currentIndex().row() + by)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame; in its corners the paper it lies on."""
        painter, area = QPainter(self), QRectF(self.rect())
        painter.fillRect(area, theme.color("paper"))
        paint.box(painter, area, "surface", "line_strong", theme.px(10))

    def _select(self, row: int) -> None:
        if self._hits:
            self._rows.setCurrentIndex(self._rows.found.index(min(max(row, 0), len(self._hits) - 1)))

    def _place(self) -> None:
        window = self._box.window()
        if self.parent() is not window:
            self.setParent(window)
        at = self._box.mapTo(window, QPoint(0, self._box.height() + theme.px(6)))
        width = min(theme.px(860), window.width() - at.x() - theme.px(12))
        room = window.height() - at.y() - theme.px(60)
        high = min(len(self._hits) * theme.px(ROW), max(room - theme.px(56), theme.px(ROW)))
        self._rows.setVisible(high > 0)
        # only where it changes: what lies below is painted anew for each step
        self.setGeometry(at.x(), at.y(), width, self._arrange(width, high) + theme.px(4))
        if not self.isVisible():
            self.show()
            self.raise_()

    def _arrange(self, width: int, high: int) -> int:
        """Gives the parts their places by hand, and says where they end: a layout is asked again by every new word."""
        told = 0 if self._told.isHidden() else self._told.sizeHint().height()
        hint, button = self._hint.sizeHint(), QSize(0, 0) if self._register.isHidden() else self._register.sizeHint()
        side, below, foot = theme.px(SIDE), 1 + high, max(hint.height(), button.height())
        self._rows.setGeometry(1, 1, width - 2, high)
        self._told.setGeometry(1, below, width - 2, told)
        self._foot.setGeometry(side, below + told, width - 2 * side, foot)  # leaves the frame's corners free
        left, right = 1 + theme.px(18) - side, width - 1 - theme.px(8) - side - button.width()
        self._register.setGeometry(right, 0, button.width(), foot)
        # no wider than its words: it is not painted again for a longer name on the button
        self._hint.setGeometry(left, (foot - hint.height()) // 2, min(hint.width(), right - left), hint.height())
        return below + told + foot

    def _build(self) -> None:
        self._rows.setAccessibleName(self.tr("Customers found"))
        nobody, paper = QHBoxLayout(self._told), self._foot.palette()
        nobody.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(6))
        nobody.addWidget(self._nobody)
        for part in (self._hint, self._register):
            part.setParent(self._foot)
        paper.setColor(QPalette.ColorRole.Window, theme.color("surface"))
        self._foot.setPalette(paper)
        self._foot.setAutoFillBackground(True)  # else the frame is painted again with each new word in it
