"""The open complaint of the customer who stands here: on the card, until it is solved (P03, P33)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from carepos import complaints
from carepos.database import Transaction, new_id
from ui.kit import theme
from ui.kit.button import SmallButton
from ui.kit.card import Card
from ui.kit.label import Elided
from ui.kit.tasks import Tasks


class OpenComplaint(Card):
    """The latest open complaint in the customer's words, and the button that says it is solved."""

    recorded = Signal(str, object)
    follow_up_wanted = Signal(str)  # what to ask, some days later (P38)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tone="red")
        self._tasks = tasks
        self._case: complaints.Case | None = None
        self._words = Elided("", "error")
        self._solved = SmallButton(self.tr("Solved"))
        self._build()
        self._solved.clicked.connect(self._solve)
        self.hide()

    def load(self, customer_id: str) -> None:
        """Shows a customer's latest open complaint, or nothing."""
        self._tasks.read(self, lambda tx: complaints.open_of(tx, customer_id), self._show, newest="complaint")

    def _show(self, cases: list[complaints.Case]) -> None:
        self._case = cases[0] if cases else None
        self.setVisible(bool(cases))
        if cases:
            words = " ".join(cases[0].words.split())
            self._words.setText(self.tr("Complaint: {words}").format(words=words))

    def _solve(self) -> None:
        if self._case is None:
            return
        case, op_id = self._case, new_id()

        def undo(tx: Transaction) -> None:
            complaints.reopen(tx, new_id(), case.id)

        def told(_done: object) -> None:
            self.recorded.emit(self.tr("Complaint solved"), undo)
            self.follow_up_wanted.emit(self.tr("Ask whether all is well now"))

        self._tasks.record(self, lambda tx: complaints.solve(tx, op_id, case.id), told)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._solved)
        self.body.setContentsMargins(theme.px(10), 0, theme.px(4), 0)
        self.body.addLayout(row)
