"""One open promise: when, to whom, what, its story, and what can be done with it by a finger or a key."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carepos import promises
from carepos.database import new_id
from ui.kit import paint, theme, words
from ui.kit.button import SmallButton
from ui.kit.card import Card
from ui.kit.chip import Chip
from ui.kit.flow import FlowLayout
from ui.kit.label import Label
from ui.kit.link import Link

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_KEYS = {
    Qt.Key.Key_Return: "keep",
    Qt.Key.Key_Enter: "keep",
    Qt.Key.Key_M: "move",
    Qt.Key.Key_H: "hand_over",
    Qt.Key.Key_Space: "customer",
}
_PLAIN, _KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True)
class Look:
    """How a promise stands on the board: its time in words, the tone of the chip, the colour of the edge."""

    time: str
    tone: str
    edge: str


Shows = tuple[promises.Due, Look, str]  # a promise, how it stands, its story


class PromiseCard(Card):
    """Tab stops here once; Enter keeps it, M moves it, H hands it over, Space opens the customer."""

    wanted = Signal(str)  # keep|move|hand_over|customer
    walked = Signal(int)  # one card up (-1) or down (1)
    entered = Signal()  # the focus came

    def __init__(self, due: promises.Due, look: Look, story: str) -> None:
        super().__init__(edge=look.edge)
        self.shows: Shows = (due, look, story)
        self.promise, self.customer = due.promise, words.name(*due.customer)
        self.op_id = new_id()  # a promise touched twice in haste is kept once
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("　".join((look.time, self.customer, due.promise.text, story)))
        self.setAccessibleDescription(self.tr("Enter: kept. M: new time. H: hand over. Space: the customer."))
        self.body.setContentsMargins(theme.px(14), theme.px(2), theme.px(6), theme.px(4))
        self.body.setSpacing(theme.px(1))
        self.body.addWidget(self._head(look))
        self.body.addWidget(Label(due.promise.text, wrap=True))
        if story:
            self.body.addWidget(Label(story, "muted", wrap=True))
        self.body.addWidget(self._buttons())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key held down does its deed once: the next card must not fall under it."""
        key, plain = Qt.Key(event.key()), event.modifiers() in (_PLAIN, _KEYPAD)
        if plain and key in _STEPS:
            self.walked.emit(_STEPS[key])
        elif plain and key in _KEYS:
            if not event.isAutoRepeat():
                self.wanted.emit(_KEYS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the focus came, so that it is scrolled into sight."""
        super().focusInEvent(event)
        self.update()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring off."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and, with the focus, a ring."""
        super().paintEvent(event)
        if self.hasFocus():
            paint.box(QPainter(self), QRectF(self.rect()), "", "indigo", theme.px(10), width=2)

    def _head(self, look: Look) -> QWidget:
        """Time and name side by side, or one below the other where both are long: neither is cut."""
        box, time = QWidget(), QWidget()
        flow, middle = FlowLayout(box, gap=theme.px(10), line_gap=0), QVBoxLayout(time)
        middle.setContentsMargins(0, theme.px(7), 0, theme.px(7))
        middle.addWidget(Chip(look.time, look.tone))
        name = Link(self.customer)
        name.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name.clicked.connect(lambda: self.wanted.emit("customer"))
        flow.addWidget(time)
        flow.addWidget(name)
        return box

    def _buttons(self) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, gap=theme.px(4), line_gap=0)
        buttons = (
            ("keep", self.tr("Kept"), "primary"),
            ("move", self.tr("New time"), "plain"),
            ("hand_over", self.tr("Hand over"), "plain"),
        )
        for deed, text, tone in buttons:
            button = SmallButton(text, tone=tone)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, deed=deed: self.wanted.emit(deed))
            flow.addWidget(button)
        return box
