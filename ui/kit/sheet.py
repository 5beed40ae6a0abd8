"""A sheet slides in from the right, over the window, for one thing to be done; Esc puts it away."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.kit import theme
from ui.kit.button import Button
from ui.kit.label import Elided, Label
from ui.kit.scroll import Scroll
from ui.kit.toast import Toast

_WIDTH, _SHARE = 660, 0.92  # design pixels, and at most this part of the window
_SLIDE = 120  # milliseconds


class Sheet(QWidget):
    """A scrim over the window of `over` and a panel at its right.

    `.body` takes the content and scrolls; `.foot` takes the buttons, under the content or, when that scrolls,
    at the bottom. Focus stays inside and returns where it was. One that `covers` lies on paper in the middle of the
    window and hides everything behind it: it is for a customer's eyes.
    """

    closed = Signal()
    covers = False

    def __init__(self, over: QWidget, title: str, subtitle: str = "", note: str = "") -> None:
        super().__init__(over)
        self.hide()
        self._over = over
        self._came_from: QWidget | None = None
        self.setAccessibleName(title)
        self._panel = _Panel(self)
        self.body, self.foot, self._head = self._panel.body, self._panel.foot, QHBoxLayout()
        self._subtitle, self._note = Elided(subtitle, "subtitle"), Label(note, "muted")
        self._fill_head(title)
        self._slide = QPropertyAnimation(self._panel, b"pos", self)
        self._slide.setDuration(_SLIDE)
        self._slide.valueChanged.connect(lambda _at: self.update())
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)

    def set_subtitle(self, text: str) -> None:
        """Say for whom, beside the title."""
        self._subtitle.setText(text)

    def set_note(self, text: str) -> None:
        """Say something quiet at the right of the head."""
        self._note.setText(text)

    def open_(self) -> None:
        """Come in, take the focus into the first field."""
        window = self._over.window()
        self._came_from = QApplication.focusWidget()
        if self.parent() is not window:
            self.setParent(window)
        window.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self._move_toast()
        self._take_focus()
        if theme.motion and not self.covers:
            self._slide.setStartValue(QPoint(self.width(), 0))
            self._slide.setEndValue(self._panel.pos())
            self._slide.start()

    def shut(self) -> None:
        """Go away, give the focus back, announce `closed`; a second call does nothing."""
        if self.isHidden():
            return
        self.window().removeEventFilter(self)
        self._slide.stop()
        self.hide()
        self._move_toast()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def let_go(self) -> None:
        """Go away at once, whatever is under way."""
        self.shut()

    def _move_toast(self) -> None:
        if (toast := self.window().findChild(Toast)) is not None:
            toast.stand_beside(self._panel)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Claim Esc before the window's own shortcut for it."""
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the sheet away; every other key ends here and does nothing behind it."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the panel puts the sheet away."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.shut()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the sheet."""
        stops = self._stops()
        if stops:
            here = QApplication.focusWidget()
            at = stops.index(here) if here in stops else -1 if forward else 0
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies behind, with the panel's shadow on it."""
        painter, edge = QPainter(self), self._panel.x()
        if self.covers:
            painter.fillRect(self.rect(), theme.color("paper"))
            return
        painter.fillRect(self.rect(), theme.color("scrim"))
        shadow = QLinearGradient(edge - theme.px(40), 0, edge, 0)
        clear = QColor(theme.color("shadow"))
        clear.setAlpha(0)
        shadow.setColorAt(0, clear)
        shadow.setColorAt(1, theme.color("shadow"))
        painter.fillRect(QRectF(edge - theme.px(40), 0, theme.px(40), self.height()), shadow)

    def _fill_head(self, title: str) -> None:
        close = Button("", key="Esc", tone="quiet")
        close.setAccessibleName(self.tr("Close"))
        close.clicked.connect(self.shut)
        self._head.setSpacing(theme.px(16))
        self._head.addWidget(Label(title, "title"))
        self._head.addWidget(self._subtitle, 1)
        self._head.addWidget(self._note, 0)
        self._head.addWidget(close)
        self._panel.put_head(self._head)
        self._close = close

    def _place(self) -> None:
        self._slide.stop()
        self.setGeometry(self._over.window().rect())
        width = min(theme.px(_WIDTH), round(self.width() * _SHARE))
        room = self.width() - width
        self._panel.setGeometry(room // 2 if self.covers else room, 0, width, self.height())

    def _take_focus(self) -> None:
        inside = [stop for stop in self._stops() if stop is not self._close]
        (inside[0] if inside else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _stops(self) -> list[QWidget]:
        """Where Tab stops, in the order things were put in; the closing key comes last."""
        found, at = [], self.nextInFocusChain()
        while at is not None and at is not self:
            if self.isAncestorOf(at) and _takes_tab(at):
                found.append(at)
            at = at.nextInFocusChain()
        return sorted(found, key=lambda stop: stop is self._close)


def _takes_tab(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


class _Panel(QFrame):
    """Head, content that scrolls when it must, foot."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._middle = sheet.covers
        self.setAutoFillBackground(True)
        self._dress()
        self.body, self.foot = QVBoxLayout(), QHBoxLayout()
        self._content = QWidget()
        self._scroll = Scroll(self._content)
        self._column = QVBoxLayout(self)
        self._build()
        self._content.installEventFilter(self)
        self._scroll.verticalScrollBar().installEventFilter(self)

    def put_head(self, head: QHBoxLayout) -> None:
        """Set the head above the content."""
        side = theme.px(26)
        head.setContentsMargins(side, 0, theme.px(16), 0)
        self._column.insertLayout(1 if self._middle else 0, head)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when the content wants another height; a scroll bar stands in the margin and moves nothing."""
        bar = self._scroll.verticalScrollBar()
        if watched is bar and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._set_margins(bar.sizeHint().width() if event.type() == QEvent.Type.Show else 0)
        elif watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Fit when the panel is shown or changes its size; dress anew with the theme."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return done

    def changeEvent(self, event: QEvent) -> None:
        """Dress anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.color("paper" if self._middle else "surface"))
        self.setPalette(palette)

    def _build(self) -> None:
        side = theme.px(26)
        self._set_margins(0)
        self.body.setSpacing(theme.px(13))
        self._content.setLayout(self.body)
        self.foot.setContentsMargins(side, theme.px(6), side, theme.px(20))
        self.foot.setSpacing(theme.px(10))
        self.foot.addStretch(1)
        self._column.setContentsMargins(0, theme.px(14), 0, 0)
        self._column.setSpacing(theme.px(6))
        if self._middle:
            self._column.addStretch(0)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self.foot)
        self._column.addStretch(0)

    def _set_margins(self, bar: int) -> None:
        side = theme.px(26)
        self.body.setContentsMargins(side, theme.px(4), side - bar, theme.px(8))

    def _fit(self) -> None:
        """The content never takes more height than it needs, so the foot follows it."""
        width = self.width()
        needs = self.body.totalHeightForWidth(width) if self.body.hasHeightForWidth() else -1
        self._scroll.setMaximumHeight(max(needs, self.body.totalSizeHint().height(), 1))
