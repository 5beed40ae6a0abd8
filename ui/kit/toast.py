"""One short sentence at the bottom after something was done, with a way back instead of a question before.

It stands where no button and no field lies below it: at the right end of the foot, else above the foot.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui.kit import paint, theme
from ui.kit.label import Elided

_FOOT, *_ABOVE = 6, 76, 126  # design pixels from the window's lower edge: in the foot, above it, above one of two lines
_SIDE = 20  # design pixels from the window's right edge
_CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)


class Toast(QWidget):
    """A dark pill over the window of `over`; never takes the focus. Ctrl+Z does its action while it shows."""

    acted = Signal()  # the action was taken

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self._action: Callable[[], None] | None = None
        self._offer: Callable[[], None] | None = None
        self._panel: QWidget | None = None
        self._words, self._button, self._offered = Elided("", "body"), _Action(), _Action()
        self._words.set_ink("toast_ink")
        self._timer = QTimer(self, singleShot=True)
        self._undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), over.window())
        self._build()
        self._timer.timeout.connect(self.put_away)
        self._button.clicked.connect(self._act)
        self._offered.clicked.connect(self.take_offer)
        self._undo.activated.connect(self._act)
        over.window().installEventFilter(self)
        self.put_away()

    def say(
        self, text: str, action_text: str = "", action: Callable[[], None] | None = None, seconds: float = 8
    ) -> None:
        """Show `text` for `seconds`, its button `action_text` calls `action`; replaces the last."""
        self._words.setText(text)
        self._button.setText(action_text)
        self._button.setVisible(action is not None)
        self._action, self._offer = action, None
        self._offered.hide()
        self._undo.setEnabled(action is not None)
        self._timer.start(round(seconds * 1000))
        self.show()
        self.give_way()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def offer(self, text: str, act: Callable[[], None]) -> None:
        """Offer one more thing while this is said: once, and the words stay with their own action."""
        self._offer = act
        self._offered.setText(text)
        self._offered.show()
        self._place()

    def take_offer(self) -> None:
        """Do what is offered, if anything is."""
        act, self._offer = self._offer, None
        if act is not None:
            self._offered.hide()
            self._place()
            act()

    def put_away(self) -> None:
        """Stop showing anything; the action can no longer be taken."""
        self._timer.stop()
        self._undo.setEnabled(False)
        self._action = self._offer = None
        self.hide()

    def text(self) -> str:
        """What it says or said last."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the window, whatever size it takes."""
        if event.type() == QEvent.Type.Resize:
            self.give_way()
        return super().eventFilter(watched, event)

    def give_way(self) -> None:
        """Something else is shown below it now: stand where nothing of that is covered."""
        if not self.isHidden():
            self._place()
            self.raise_()

    def stand_beside(self, panel: QWidget) -> None:
        """While `panel` is shown all else lies in its shade: stand beside it."""
        self._panel = panel
        self.give_way()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        paint.box(QPainter(self), QRectF(self.rect()), "toast", radius=theme.px(10))

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(2), theme.px(8), theme.px(2))
        row.setSpacing(theme.px(16))
        row.addWidget(self._words, 1)
        row.addWidget(self._offered)
        row.addWidget(self._button)
        self.setMinimumHeight(theme.px(48))

    def _act(self) -> None:
        action = self._action
        self.put_away()
        if action is not None:
            action()
            self.acted.emit()

    def _place(self) -> None:
        self._row.activate()
        width = min(self.sizeHint().width() + theme.px(12), self.window().width() - theme.px(32))
        places = self._places(QSize(width, max(self.sizeHint().height(), theme.px(48))))
        taken = self._controls()
        free = (place for place in places if not any(place.intersects(one) for one in taken))
        self.setGeometry(next(free, places[1]))

    def _places(self, size: QSize) -> list[QRect]:
        """Where it may stand, best first: the foot's right end; above it in the middle, at the right, at the left."""
        edge = self._beside() or self.window().width()
        side, room = theme.px(_SIDE), QSize(edge, self.window().height()) - size
        corners = [(room.width() - side, _FOOT)]
        corners += [(x, low) for low in _ABOVE for x in (room.width() // 2, room.width() - side, side)]
        return [QRect(QPoint(max(x, 0), room.height() - theme.px(low)), size) for x, low in corners]

    def _beside(self) -> int:
        """Where the panel begins that puts all else in its shade; 0 while there is none."""
        shown = self._panel is not None and isValid(self._panel) and self._panel.isVisible()
        return self._panel.x() if shown and self._panel is not None else 0

    def _controls(self) -> list[QRect]:
        """What a hand may want to touch, as it lies in the window; also what a closing sheet still covers."""
        if self._beside():
            return []
        shown = (one for one in self.window().findChildren(QWidget) if isinstance(one, _CONTROLS) and one.isVisible())
        return [_place_of(one) for one in shown if not self.isAncestorOf(one)]


def _place_of(widget: QWidget) -> QRect:
    """Where a widget lies in its window, as far as what it scrolls in shows it."""
    window, around = widget.window(), widget.parentWidget()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    while around is not None and around is not window:
        place &= QRect(around.mapTo(window, QPoint(0, 0)), around.size())
        around = around.parentWidget()
    return place


class _Action(QPushButton):
    """The bright words in the pill."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Write `text` on it, as large as a finger."""
        super().setText(text)
        self.setAccessibleName(text)
        self.setShortcut(QKeySequence())
        width = round(theme.width_of(text, "strong") + 1) + 2 * theme.px(14)
        self.setFixedSize(max(width, theme.px(44)), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words alone."""
        area = QRectF(self.rect())
        paint.words(QPainter(self), area, self.text(), "strong", "toast_action")
