"""Who somebody of the shop is as a customer: on that card they move no points themselves."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from carepos import customers, staff
from carepos.database import Transaction, new_id
from carepos.errors import Refused
from ui.kit import words
from ui.kit.field import Area, Field
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks

Found = customers.Hit | customers.Card | None


class OwnCardSheet(Form):
    """A card number, a phone or a name; empty where they are no customer here."""

    kind = "own_card"

    def __init__(self, over: QWidget, tasks: Tasks, member: staff.Member) -> None:
        super().__init__(over, tasks, QCoreApplication.translate("OwnCardSheet", "Own card"), member.name)
        self._member = member
        self._before: str | None = None
        self.who = Field(self.tr("Card, phone or name of this person as a customer"), hint=self.tr("empty: none"))
        self._told = Label("", "strong", wrap=True)
        self._asker = QTimer(self, singleShot=True, interval=150)
        why = self.tr("Nobody moves points on their own card: a colleague does it. This protects everybody.")
        for part in (self.who, self._told, Label(why, "muted", wrap=True)):
            self.body.addWidget(part)
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Keep it"))
        self.who.edited.connect(self._asker.start)
        self._asker.timeout.connect(self._ask)
        self.who.edit.returnPressed.connect(self.submit)

    def begin(self) -> None:
        """Opens with the card known so far."""
        super().begin()
        self.tasks.read(self, self._read_known, self._start)

    def fields(self) -> dict[str, str]:
        """Nothing is typed that would be worth keeping."""
        return {}

    def fill(self, fields: dict[str, str]) -> None:
        """There is no draft."""

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"customer": self.who}

    def submit(self) -> None:
        """Keeps whom the words name now."""
        op_id, member, text, before = self.op_id, self._member, self.who.text().strip(), self._before

        def work(tx: Transaction) -> None:
            found = _named(tx, text) if text else None
            if text and found is None:
                raise Refused("customer.unclear", field="customer")
            staff.set_own_card(tx, op_id, member.id, found.id if found else None)

        told = self.tr("{name}: own card kept") if text else self.tr("{name}: no own card")
        undo = _putting_back(member.id, before)
        self.record(work, lambda _: self.recorded.emit(told.format(name=member.name), undo))

    def _read_known(self, tx: Transaction) -> customers.Card | None:
        known = staff.own_card(tx, self._member.id)
        return customers.show(tx, customers.current(tx, known)) if known else None

    def _start(self, card: customers.Card | None) -> None:
        self._before = card.id if card else None
        if card is not None:
            self.who.set_text(card.card or words.name(card.family, card.given))
        self._show(card)

    def _ask(self) -> None:
        text = self.who.text_with_composition().strip()
        self.tasks.read(self, lambda tx: _named(tx, text) if text else None, self._show, newest="who")

    def _show(self, found: Found) -> None:
        self._told.setText(words.name(found.family, found.given) if found else "")


def _putting_back(staff_id: str, before: str | None) -> object:
    return lambda tx: staff.set_own_card(tx, new_id(), staff_id, before)


def _named(tx: Transaction, text: str) -> Found:
    """The one customer these words name; None for nobody or for several."""
    if by_card := customers.by_card(tx, text):
        return customers.show(tx, by_card)
    hits = customers.find(tx, text, 2)
    return hits[0] if len(hits) == 1 else None
