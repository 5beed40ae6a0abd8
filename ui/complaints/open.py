"""The open complaint of the customer who stands here: on the card, until it is solved (P03, P33)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from carepos import complaints
from carepos.database import Transaction, new_id
from ui.kit import theme
from ui.kit.button import SmallButton
from ui.kit.card import Card
from ui.kit.label import Elided, Label
from ui.kit.tasks import Tasks

MOST = 2  # complaints on the card; the rest are counted, and stand in the time line


class OpenComplaint(Card):
    """The latest open complaints in the customer's words, each with the button that says it is solved."""

    recorded = Signal(str, object)
    follow_up_wanted = Signal(str, str)  # the customer, and what to ask them some days later (P38)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tone="red")
        self._tasks = tasks
        self._rows: list[QWidget] = []
        self.body.setContentsMargins(theme.px(10), 0, theme.px(4), 0)
        self.body.setSpacing(0)
        self.hide()

    def load(self, customer_id: str) -> None:
        """Shows a customer's open complaints, or nothing."""
        self._tasks.read(self, lambda tx: complaints.open_of(tx, customer_id), self._show, newest="complaint")

    def _show(self, cases: list[complaints.Case]) -> None:
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(case) for case in cases[:MOST]]
        if len(cases) > MOST:
            self._rows.append(Label(self.tr("%n more complaint(s)", "", len(cases) - MOST), "error"))
        for row in self._rows:
            self.body.addWidget(row)
        self.setVisible(bool(cases))

    def _solve(self, case: complaints.Case, op_id: str) -> None:

        def undo(tx: Transaction) -> None:
            complaints.reopen(tx, new_id(), case.id)

        def told(_done: object) -> None:
            self.recorded.emit(self.tr("Complaint solved"), undo)
            self.follow_up_wanted.emit(case.customer_id, self.tr("Ask whether all is well now"))

        self._tasks.record(self, lambda tx: complaints.solve(tx, op_id, case.id), told)

    def _row(self, case: complaints.Case) -> QWidget:
        box, op_id = QWidget(), new_id()  # touched twice in haste, it is solved once
        words, solved = " ".join(case.words.split()), SmallButton(self.tr("Solved"))
        solved.setAccessibleName(self.tr("Solved: {words}").format(words=words))
        solved.clicked.connect(lambda: self._solve(case, op_id))
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Elided(self.tr("Complaint: {words}").format(words=words), "error"), 1)
        row.addWidget(solved)
        return box
