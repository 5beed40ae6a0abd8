"""What is worth saying now: the situation's chips, up to three sayings, one key for what was said (P09, P13)."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from carepos import wording
from carepos.database import Transaction, new_id
from ui.kit import paint, theme
from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.flow import FlowLayout
from ui.kit.label import Elided
from ui.kit.marked import MarkedText
from ui.kit.scroll import Scroll
from ui.kit.tasks import Tasks

FIRST = ("open_complaint", "regular", "out_of_stock", "dont_know", "wait", "points")
"""The situations a counter meets most; the others stand behind the last chip."""


class SayingsPanel(Card):
    """Sayings for one customer; keys 1 to 3 mark what was said."""

    recorded = Signal(str, object)
    promise_wanted = Signal(str)  # what a marked saying promises

    def __init__(self, tasks: Tasks, language: str, staff_name: str) -> None:
        super().__init__()
        self._tasks, self._language, self._staff_name = tasks, language, staff_name
        self._customer_id = ""
        self._chosen = ""
        self._all = False
        self._offered: list[tuple[str, str]] = []
        self._most = len(FIRST)
        self._names = dict(wording.situations(language))
        self._situations = ChipRow([])
        self._lines = QVBoxLayout()
        self._cards = [SayingCard(number) for number in (1, 2, 3)]
        self._said: set[str] = set()  # the lines marked since they were proposed: each counts once
        self._build()
        self._situations.chosen.connect(self._choose)

    def load(self, customer_id: str) -> None:
        """Proposes for a customer; the situation comes from their card."""
        if customer_id != self._customer_id:
            self._chosen = ""
            self._show_sayings(())
        self._customer_id = customer_id
        self._ask()

    def set_staff_name(self, name: str) -> None:
        """Who speaks now."""
        self._staff_name = name

    def set_roomy(self, roomy: bool) -> None:
        """Where there is little room only a few situations are offered at once."""
        self._most = len(FIRST) if roomy else 3
        if self._chosen:
            self._offer(self._chosen)

    def mark(self, number: int) -> None:
        """The saying with this number (1 to 3) was said."""
        card = self._cards[number - 1]
        if not card.isHidden():
            self._say(card.saying)

    def _ask(self) -> None:
        customer_id, language, name, chosen = self._customer_id, self._language, self._staff_name, self._chosen
        self._tasks.read(
            self, lambda tx: wording.suggest(tx, customer_id, language, name, chosen), self._show, newest="sayings"
        )

    def _choose(self, situation: str) -> None:
        if situation == "more":
            self._all = not self._all
            self._offer(self._chosen)
            return
        self._chosen = situation
        self._ask()

    def _show(self, suggestion: wording.Suggestion) -> None:
        self._chosen = suggestion.situation
        self._offer(suggestion.situation)
        self._show_sayings(suggestion.sayings)

    def _show_sayings(self, sayings: tuple[wording.Saying, ...]) -> None:
        self._said.clear()
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(sayings))
        for card, saying in zip(self._cards, sayings, strict=False):
            card.set_saying(saying)

    def _offer(self, chosen: str) -> None:
        """The proposed situation first, then the frequent ones; the rest on demand."""
        first = [chosen, *(name for name in FIRST if name != chosen)][: self._most]
        shown = [chosen, *(name for name in self._names if name != chosen)] if self._all else first
        more = self.tr("fewer") if self._all else "…"
        choices = [*((name, self._names[name]) for name in shown), ("more", more)]
        if choices != self._offered:
            self._offered = choices
            self._situations.set_choices(choices)
            self._situations.chip("more").setAccessibleName(self.tr("More situations"))
        self._situations.set_value(chosen)

    def _say(self, saying: wording.Saying) -> None:
        if saying.line in self._said:
            return
        self._said.add(saying.line)
        op_id, customer_id = new_id(), self._customer_id

        def undo(tx: Transaction) -> None:
            wording.withdraw(tx, new_id(), op_id)
            self._said.discard(saying.line)

        def told(_done: object) -> None:
            self.recorded.emit(self.tr("Remembered as said"), undo)
            if saying.promise:
                self.promise_wanted.emit(saying.promise)

        self._tasks.record(
            self, lambda tx: wording.say(tx, op_id, customer_id, saying.situation, saying.line, saying.text), told
        )

    def _build(self) -> None:
        inside = QWidget()
        inside.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, theme.px(2), 0)
        self._lines.setSpacing(theme.px(8))
        for card in self._cards:
            self._lines.addWidget(card)
            card.said.connect(self._say)
            card.hide()
        self._lines.addStretch(1)
        self.body.setContentsMargins(theme.px(12), theme.px(4), theme.px(10), theme.px(10))
        self.body.setSpacing(theme.px(4))
        self.body.addWidget(self._situations)
        self.body.addWidget(Scroll(inside), 1)


class SayingCard(QWidget):
    """One saying with its number, how to say it, and why it helps; a touch marks it as said."""

    said = Signal(object)

    saying: wording.Saying

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._text, self._cue, self._reason = MarkedText(""), Elided("", "muted"), Elided("", "muted")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()

    def set_saying(self, saying: wording.Saying) -> None:
        """Shows another saying."""
        self.saying = saying
        self._text.set_text(saying.text, saying.spans)
        self._cue.setText(saying.cue)
        self._reason.setText(saying.reason)
        self.setAccessibleName(f"{self._number} {saying.text}")
        self.setAccessibleDescription(f"{saying.cue} {saying.reason}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A touch says it."""
        if self.rect().contains(event.position().toPoint()):
            self.said.emit(self.saying)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space say it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.said.emit(self.saying)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card's edge, stronger for the first, and its number."""
        painter = QPainter(self)
        first = self._number == 1 or self.hasFocus()
        edge = "indigo" if first or self.underMouse() else "line"
        paint.box(painter, QRectF(self.rect()), "surface", edge, theme.px(10), width=2 if first else 1)
        side = theme.px(24)
        cap = QRectF(theme.px(12), theme.px(12), side, side)
        paint.box(painter, cap, "indigo" if self._number == 1 else "sunken", "", theme.px(6))
        ink = "indigo_ink" if self._number == 1 else "ink"
        paint.words(painter, cap, str(self._number), "label", ink)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(46), theme.px(10), theme.px(12), theme.px(9))
        grid.setVerticalSpacing(theme.px(4))
        grid.addWidget(self._text, 0, 0)
        low = QWidget()
        flow = FlowLayout(low, gap=theme.px(18), line_gap=0)
        flow.addWidget(self._cue)
        flow.addWidget(self._reason)
        low.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        grid.addWidget(low, 1, 0)
