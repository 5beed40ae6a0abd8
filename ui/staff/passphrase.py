"""The owner's passphrase before an owner's act: asked once, good for five minutes, never in the demo."""

import datetime as dt
from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from carepos import staff
from carepos.database import Actor
from carepos.errors import CarePosError, Refused
from ui.kit import faults
from ui.kit.button import Button
from ui.kit.label import Label
from ui.kit.sheet import Sheet
from ui.kit.tasks import Tasks
from ui.staff.secret import secret_field

GOOD_FOR = dt.timedelta(minutes=5)
_given: WeakKeyDictionary[Tasks, tuple[Actor, dt.datetime]] = WeakKeyDictionary()


def ask(tasks: Tasks, over: QWidget, then: Callable[[], object]) -> None:
    """Calls `then` once the acting owner is known by the passphrase; staff are told that only the owner can do this."""
    if tasks.actor.role != staff.OWNER:
        tasks.trouble.emit(Refused("role.owner_only"))
    elif tasks.shop.demo or _is_known(tasks):
        then()
    else:
        sheet = PassphraseSheet(over, tasks)
        sheet.right.connect(then)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open_()


def _is_known(tasks: Tasks) -> bool:
    """The same person since the same entering: whoever enters anew is another Actor."""
    actor, at = _given.get(tasks, (None, tasks.shop.clock()))
    return actor is tasks.actor and at <= tasks.shop.clock() < at + GOOD_FOR


class PassphraseSheet(Sheet):
    """Asks for the passphrase; each try is counted before it is checked (S02)."""

    right = Signal()

    def __init__(self, over: QWidget, tasks: Tasks) -> None:
        super().__init__(over, QCoreApplication.translate("PassphraseSheet", "Passphrase"))
        self._tasks = tasks
        self._field = secret_field(self.tr("The owner's passphrase"))
        self._fault = faults.fault_line()
        self._open = Button(self.tr("Go on"), key="Enter", tone="primary")
        why = self.tr("This changes the shop, so it asks for more than a PIN. It is good for 5 minutes.")
        for part in (Label(why, "muted", wrap=True), self._field, self._fault):
            self.body.addWidget(part)
        self.foot.addWidget(self._open)
        self._open.clicked.connect(self._check)
        self._field.edit.returnPressed.connect(self._check)

    def _check(self) -> None:
        typed, tasks, who = self._field.text(), self._tasks, self._tasks.actor.staff_id
        if not typed or not self._open.isEnabled() or who is None:
            return
        self._open.setEnabled(False)

        def look(seconds: int) -> None:
            if seconds:
                self._refuse(Refused("pin.wait", seconds=seconds))
                return
            tasks.record(self, lambda tx: staff.check_passphrase(tx, who, typed), self._answer, self._refuse)

        tasks.record(self, lambda tx: staff.count_attempt(tx, who), look, self._refuse)

    def _answer(self, right: bool) -> None:
        if not right:
            self._refuse(Refused("passphrase.wrong"))
            return
        _given[self._tasks] = (self._tasks.actor, self._tasks.shop.clock())
        self.shut()
        self.right.emit()

    def _refuse(self, error: CarePosError) -> None:
        self._open.setEnabled(True)
        self._field.edit.selectAll()
        faults.tell(error, {"passphrase": self._field}, self._fault)
