"""Erasing a customer who asks for it: the one act nobody can take back, so it is asked once more."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from carepos import customers, exchange
from ui.kit import words
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks


class EraseSheet(Form):
    """Says what goes and what stays, and why; no key erases, only the button."""

    kind = "erase"

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card) -> None:
        name = words.name(card.family, card.given, card.honorific)
        super().__init__(over, tasks, QCoreApplication.translate("EraseSheet", "Erase this customer"), name, card.id)
        goes = self.tr(
            "Erased for good: name, reading, phone, e-mail, card, birthday, notes and likes, and the words of "
            "complaints, promises, ratings and sayings. Open promises and complaints end."
        )
        stays = self.tr(
            "Kept without a name: receipts and the lines of points, since the shop's books need them. "
            "Copies made earlier keep everything until they are replaced."
        )
        for text, role in (
            (goes, "body"),
            (stays, "body"),
            (self.tr("This cannot be taken back, not even by us."), "strong"),
        ):
            self.body.addWidget(Label(text, role, wrap=True))
        self.add_cancel(self.tr("Keep this customer"))
        self.add_submit(self.tr("Erase for good"), key="")

    def fields(self) -> dict[str, str]:
        """Nothing to keep."""
        return {}

    def fill(self, fields: dict[str, str]) -> None:
        """Nothing was kept."""

    def submit(self) -> None:
        """Erases."""
        op_id, who = self.op_id, self.customer_id
        told = self.tr("Erased. The books stay, without a name.")
        self.record(lambda tx: exchange.erase(tx, op_id, who), lambda _done: self.recorded.emit(told, None))
