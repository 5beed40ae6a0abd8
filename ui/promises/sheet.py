"""The promise sheet (F8): what, by when, who."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from carepos import customers, promises
from carepos.database import new_id
from carepos.errors import Refused
from ui.kit import words
from ui.kit.field import Area, Field
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.promises.due import DueRow
from ui.wording.checked import Checked


class PromiseSheet(Form):
    """Promises something to one customer."""

    kind = "promise"

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card, text: str = "") -> None:
        name = words.name(card.family, card.given, card.honorific)
        super().__init__(over, tasks, QCoreApplication.translate("PromiseSheet", "Promise"), name, card.id)
        self._promise = DueRow(tasks, self.tr("What we promise"))
        self._promise.text.set_text(text)
        self._check = Checked(tasks, self._promise.text, rows=1, promises=False)
        self.body.addWidget(self._promise)
        self.body.addWidget(self._check)
        advice = self.tr("Promise a time you can keep. If you can't keep it, call before it passes.")
        self.body.addWidget(Label(advice, "muted", wrap=True))
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Promise"))
        self._check.look()
        self._promise.edited.connect(self.touched)
        for field in (self._promise.text, self._promise.when):
            field.edit.returnPressed.connect(self.submit)

    def fields(self) -> dict[str, str]:
        """What is typed so far."""
        return self._promise.kept()

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        self._promise.put_back(fields)
        self._check.look()

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"promise": self._promise.text, "due": self._promise.when}

    def submit(self) -> None:
        """Records the promise."""
        try:
            due = self._promise.due()
        except Refused as refused:
            self.refuse(refused)
            return
        text, holder, op_id, who = self._promise.text.text(), self._promise.holder(), self.op_id, self.customer_id
        self.record(lambda tx: promises.make(tx, op_id, who, text, due, holder), self._told)

    def _told(self, promise_id: str) -> None:
        self.recorded.emit(self.tr("Promise recorded"), lambda tx: promises.withdraw(tx, new_id(), promise_id))
