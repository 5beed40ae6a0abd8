"""One row of the time line as a whole: every word of it, and what takes it back when it was a slip."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from carepos import complaints, customers, daybook, feedback, promises, staff, wording
from carepos.database import Transaction, new_id
from ui.kit import words
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.kit.timeline import Entry

Command = Callable[[Transaction, str, str], Any]


@dataclass(frozen=True)
class Deed:
    """What can still be done to a record: the button, the command, what is said then, and what undoes its answer."""

    button: str
    command: Command
    said: str
    back: Callable[[Any], Command]


class EntrySheet(Form):
    """Reads a record aloud in full; on its own day, and to the owner always, it offers to take it back."""

    kind = "entry"

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card, entry: daybook.Entry, row: Entry) -> None:
        name = words.name(card.family, card.given, card.honorific)
        super().__init__(over, tasks, row.title, name, card.id)
        self._entry = entry
        self._deed = _deed(entry) if self._may_take_back() else None
        whole = entry.words if isinstance(entry, complaints.Case) else row.text
        told = Label(whole, "reading", wrap=True)
        self.body.addWidget(told)
        about = "　".join(filter(None, (row.day, row.chip, row.detail)))
        self.body.addWidget(Label(about, "muted", wrap=True))
        told.setVisible(bool(whole))
        self.add_cancel(self.tr("Close"))
        if self._deed is not None:
            self.add_submit(self._deed.button, key="")

    def fields(self) -> dict[str, str]:
        """Nothing is typed here."""
        return {}

    def fill(self, fields: dict[str, str]) -> None:
        """Nothing is kept."""

    def submit(self) -> None:
        """Takes the record back, by a command of its own."""
        deed, entry_id, op_id = self._deed, self._entry.id, self.op_id
        if deed is not None:
            self.record(lambda tx: deed.command(tx, op_id, entry_id), lambda answer: self._told(deed, answer))

    def _told(self, deed: Deed, answer: object) -> None:
        entry_id, back = self._entry.id, deed.back(answer)

        def undo(tx: Transaction) -> object:
            return back(tx, new_id(), entry_id)

        self.recorded.emit(deed.said, undo)

    def _may_take_back(self) -> bool:
        """A slip is mended by whoever sees it on its day; what is older is the owner's to take back."""
        shop = self.tasks.shop
        same_day = shop.settings.day_of(daybook.moment(self._entry)) == shop.settings.day_of(shop.clock())
        return same_day or self.tasks.actor.role == staff.OWNER


def _deed(entry: daybook.Entry) -> Deed | None:
    take = QCoreApplication.translate("EntrySheet", "This was a slip: take it back")
    taken = QCoreApplication.translate("EntrySheet", "Taken back")
    again = QCoreApplication.translate("EntrySheet", "Not solved after all")
    reopened = QCoreApplication.translate("EntrySheet", "The complaint is open again")
    not_yet = QCoreApplication.translate("EntrySheet", "Not kept after all")
    open_again = QCoreApplication.translate("EntrySheet", "The promise is open again")
    match entry:
        case complaints.Case(state="solved"):
            return Deed(again, complaints.reopen, reopened, lambda _: complaints.solve)
        case complaints.Case():
            return Deed(take, complaints.withdraw, taken, lambda went: partial(complaints.reopen, promise_ids=went))
        case promises.Promised(state="kept"):
            return Deed(not_yet, promises.reopen, open_again, lambda _: promises.keep)
        case promises.Promised():
            return Deed(take, promises.withdraw, taken, lambda _: promises.reopen)
        case feedback.Rated():
            return Deed(take, feedback.withdraw, taken, lambda _: feedback.reinstate)
        case wording.SaidEntry():
            return Deed(take, wording.withdraw, taken, lambda _: wording.reinstate)
    return None
