"""The owner does not grant what was asked, and says what to do instead (P52)."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from carepos import complaints, customers
from carepos.database import Transaction, new_id
from ui.kit import words
from ui.kit.field import Area, Field
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks


class AnotherWaySheet(Form):
    """Asks for the other way, in words the staff can say to the customer."""

    kind = "complaint.another_way"

    def __init__(self, over: QWidget, tasks: Tasks, case: complaints.Case, customer: customers.Name) -> None:
        title = QCoreApplication.translate("AnotherWaySheet", "Another way")
        super().__init__(over, tasks, title, words.name(*customer), case.customer_id)
        self.kind = f"{self.kind} {case.id}"  # a customer may wait for several answers
        self._case_id = case.id
        self._way = Area(self.tr("What we offer instead, and why"))
        self._way.edited.connect(self.touched)
        self.body.addWidget(Label(self.tr("The customer's own words"), "label"))
        self.body.addWidget(Label(case.words, "reading", wrap=True))
        self.body.addWidget(self._way)
        advice = self.tr("Staff read this with the complaint, so write it as it may be said.")
        self.body.addWidget(Label(advice, "muted", wrap=True))
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Answer"))

    def fields(self) -> dict[str, str]:
        """What is typed so far."""
        return {"way": self._way.text()} if self._way.text() else {}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        self._way.set_text(fields.get("way", ""))

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"reason": self._way}

    def submit(self) -> None:
        """Records the answer."""
        op_id, case_id, way = self.op_id, self._case_id, self._way.text()
        self.record(lambda tx: complaints.decide(tx, op_id, case_id, False, way), self._told)

    def _told(self, _done: None) -> None:
        case_id = self._case_id

        def undo(tx: Transaction) -> None:
            complaints.undecide(tx, new_id(), case_id)

        self.recorded.emit(self.tr("Answered: another way"), undo)
