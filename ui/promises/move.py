"""A promise that will not do as it stands: a new time, or another pair of hands, each with its reason (P04, P32)."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carepos import promises, staff
from carepos.database import Transaction, new_id
from carepos.errors import Refused
from ui.kit import words
from ui.kit.chip import ChipRow
from ui.kit.field import Area, Field
from ui.kit.form import Form, Undo
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.promises.due import DueTime


class _ChangeSheet(Form):
    """One promise, and the reason for changing it."""

    def __init__(self, over: QWidget, tasks: Tasks, title: str, due: promises.Due) -> None:
        super().__init__(over, tasks, title, words.name(*due.customer), due.promise.customer_id)
        self.kind = f"{self.kind} {due.promise.id}"  # a customer may wait for several promises
        self.promise = due.promise
        self._reason = Field(self.tr("Reason"), placeholder=self.tr("In a few words"))
        self._reason.edited.connect(self.touched)
        self._reason.edit.returnPressed.connect(self.submit)
        self.body.addWidget(Label(due.promise.text, "strong", wrap=True))
        self.body.addWidget(Label(self._held(), "muted"))

    def fields(self) -> dict[str, str]:
        """The reason so far."""
        return {"reason": self._reason.text()} if self._reason.text() else {}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        self._reason.set_text(fields.get("reason", ""))

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs; the core stores a reason as it stores a promise's words."""
        return {"reason": self._reason, "promise": self._reason}

    def _held(self) -> str:
        settings, now = self.tasks.shop.settings, self.tasks.shop.clock()
        due = words.due(self.promise.due_at, settings.zone, settings.day_of(now))
        return self.tr("Promised for {time}").format(time=due)

    def _finish_body(self, advice: str, submit: str) -> None:
        self.body.addWidget(self._reason)
        self.body.addWidget(Label(advice, "muted", wrap=True))
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(submit)


class MoveSheet(_ChangeSheet):
    """Promises a new time."""

    kind = "promise.move"

    def __init__(self, over: QWidget, tasks: Tasks, due: promises.Due) -> None:
        super().__init__(over, tasks, QCoreApplication.translate("MoveSheet", "New time"), due)
        self._time = DueTime(tasks)
        self._time.when.edit.returnPressed.connect(self.submit)
        self.body.addWidget(self._time)
        self._time.edited.connect(self.touched)
        advice = self.tr("Call before the old time passes: an apology first, then the new time.")
        self._finish_body(advice, self.tr("Promise the new time"))

    def fields(self) -> dict[str, str]:
        """The reason so far, and another time than the usual one."""
        return super().fields() | (self._time.kept() if self._time.was_chosen() else {})

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        super().fill(fields)
        self._time.put_back(fields)

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return super().faulty() | {"due": self._time.when}

    def submit(self) -> None:
        """Records the new time."""
        try:
            due_at = self._time.due()
        except Refused as refused:
            self.refuse(refused)
            return
        op_id, promise_id, reason = self.op_id, self.promise.id, self._reason.text()
        self.record(lambda tx: promises.move(tx, op_id, promise_id, due_at, reason), self._told)

    def _told(self, _done: None) -> None:
        self.recorded.emit(self.tr("New time promised"), self._back())

    def _back(self) -> Undo | None:
        """Moving back is a move too; a time that has passed cannot be promised again."""
        promise, reason = self.promise, self.tr("Taken back")
        if promise.due_at <= self.tasks.shop.clock():
            return None
        return lambda tx: promises.move(tx, new_id(), promise.id, promise.due_at, reason)


class HandOverSheet(_ChangeSheet):
    """A colleague takes the promise over, with its story."""

    kind = "promise.hand_over"

    def __init__(self, over: QWidget, tasks: Tasks, due: promises.Due) -> None:
        super().__init__(over, tasks, QCoreApplication.translate("HandOverSheet", "Hand over"), due)
        self._people, self._nobody = ChipRow([]), Label("", "muted")
        self._people.setAccessibleName(self.tr("Who takes it over"))
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget in (Label(self.tr("Who takes it over"), "label"), self._people, self._nobody):
            column.addWidget(widget)
        self.body.addLayout(column)
        self._nobody.hide()
        advice = self.tr("They see the reason with the promise, so that the customer repeats nothing.")
        self._finish_body(advice, self.tr("Hand over"))
        tasks.read(self, staff.present, self._offer)

    def submit(self) -> None:
        """Records who takes it over."""
        holder = self._people.value()
        if not holder:
            self.refuse(Refused("choice.unknown"))
            return
        op_id, promise_id, reason = self.op_id, self.promise.id, self._reason.text()
        self.record(lambda tx: promises.hand_over(tx, op_id, promise_id, holder, reason), self._told(holder))

    def _told(self, holder: str) -> Callable[[None], None]:
        sentence = self.tr("Handed over to {name}").format(name=self._people.chip(holder).text())
        return lambda _done: self.recorded.emit(sentence, self._back())

    def _back(self) -> Undo | None:
        before, promise_id, reason = self.promise.holder_id, self.promise.id, self.tr("Taken back")
        if before is None:
            return None

        def back(tx: Transaction) -> None:
            promises.hand_over(tx, new_id(), promise_id, before, reason)

        return back

    def _offer(self, members: list[staff.Member]) -> None:
        others = [(member.id, member.name) for member in members if member.id != self.promise.holder_id]
        self._people.set_choices(others)
        self._people.set_value(others[0][0] if len(others) == 1 else "")
        self._nobody.setText(self.tr("Nobody else works here yet."))
        self._nobody.setVisible(not others)
        if len(others) > 1:
            self._people.setFocus()
