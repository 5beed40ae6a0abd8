"""What was promised to the customer who stands here: above everything else (P49)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from carepos import promises, staff
from carepos.database import Transaction, new_id
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import Chip
from ui.kit.label import Elided
from ui.kit.tasks import Tasks


class Banner(Card):
    """The next open promise of one customer, and the button that says it was kept."""

    recorded = Signal(str, object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tone="red")
        self._tasks = tasks
        self._promise_id, self._op_id = "", new_id()
        self._time, self._text = Chip("", "red"), Elided("", "strong")
        self._kept = Button(self.tr("Promise kept"))
        self._build()
        self._kept.clicked.connect(self._keep)
        self.hide()

    def load(self, customer_id: str) -> None:
        """Shows a customer's next promise, or nothing."""

        def read(tx: Transaction) -> tuple[list[promises.Promised], dict[str, str]]:
            return promises.of_customer(tx, customer_id), staff.names(tx)

        self._tasks.read(self, read, self._show, newest="banner")

    def _show(self, answer: tuple[list[promises.Promised], dict[str, str]]) -> None:
        found, names = answer
        self.setVisible(bool(found))
        if not found:
            return
        first, settings, now = found[0], self._tasks.shop.settings, self._tasks.shop.clock()
        if first.id != self._promise_id:
            self._promise_id, self._op_id = first.id, new_id()  # touched twice in haste, it is kept once
        soon = settings.day_of(first.due_at) <= settings.day_of(now)
        self.set_tone("red" if soon else "gold")
        self._time.set(words.due(first.due_at, settings.zone, settings.day_of(now)), "red" if soon else "gold")
        holder = names.get(first.holder_id or "", "")
        more = self.tr(" and %n more", "", len(found) - 1) if len(found) > 1 else ""
        told = self.tr("{text} ({name})").format(text=first.text, name=holder) if holder else first.text
        self._text.setText(told + more)

    def _keep(self) -> None:
        promise_id, op_id = self._promise_id, self._op_id

        def undo(tx: Transaction) -> None:
            promises.reopen(tx, new_id(), promise_id)

        def told(_done: object) -> None:
            self._op_id = new_id()
            self.recorded.emit(self.tr("Promise kept. Well done."), undo)

        self._tasks.record(self, lambda tx: promises.keep(tx, op_id, promise_id), told)

    def _build(self) -> None:
        inside: QWidget = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._time)
        row.addWidget(self._text, 1)
        row.addWidget(self._kept)
        self.body.setContentsMargins(theme.px(14), theme.px(3), theme.px(8), theme.px(3))
        self.body.addWidget(inside)
