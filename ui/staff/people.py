"""Who works here: taking on, a new PIN, leaving; the owner's (S07)."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import staff
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError, Refused
from ui.kit import faults, theme
from ui.kit.avatar import Avatar
from ui.kit.button import Button
from ui.kit.card import Card, divider
from ui.kit.chip import ChipRow
from ui.kit.field import Area, Field, labelled
from ui.kit.flow import FlowLayout, empty
from ui.kit.form import Form
from ui.kit.label import Elided, Label
from ui.kit.tasks import Tasks
from ui.settings.section import Section
from ui.staff.own_card import OwnCardSheet
from ui.staff.secret import Twice


class PeopleSection(Section):
    """Everybody who works here now, longest here first."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.members: list[staff.Member] = []
        self.rows: dict[str, PersonRow] = {}
        self.take_on = Button(self.tr("Take somebody on"), icon="plus")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(6))
        card = Card()
        card.body.addLayout(self._lines)
        self.add_note()
        self.column.addWidget(card)
        self.column.addLayout(self.row(self.take_on))
        self.owners_only(self.take_on)
        self.take_on.clicked.connect(lambda: self.as_owner(lambda: self._open(PersonSheet(self, self.tasks))))

    def load(self) -> None:
        """Asks who works here."""
        super().load()
        self.tasks.read(self, staff.present, self._show, newest="people")

    def _show(self, members: list[staff.Member]) -> None:
        empty(self._lines)
        self.members = members
        self.rows = {member.id: self._row(member) for member in members}
        for place, row in enumerate(self.rows.values()):
            if place:
                self._lines.addWidget(divider())
            self._lines.addWidget(row)

    def _row(self, member: staff.Member) -> "PersonRow":
        owners = sum(other.role == staff.OWNER for other in self.members)
        stays = member.role == staff.OWNER and owners == 1
        row = PersonRow(member, self.is_owner, stays)
        row.pin.clicked.connect(lambda: self.as_owner(lambda: self._open(PinSheet(self, self.tasks, member))))
        row.card.clicked.connect(lambda: self.as_owner(lambda: self._open(OwnCardSheet(self, self.tasks, member))))
        row.leave.clicked.connect(lambda: self.as_owner(lambda: self._open(LeaveSheet(self, self.tasks, member))))
        return row

    def _open(self, sheet: Form) -> None:
        sheet.recorded.connect(self.recorded)
        sheet.closed.connect(sheet.deleteLater)
        sheet.begin()


class PersonRow(QWidget):
    """One of the people; the owner sees what can be done. The last owner stays."""

    def __init__(self, member: staff.Member, may_change: bool, stays: bool) -> None:
        super().__init__()
        self.pin, self.leave = Button(self.tr("New PIN")), Button(self.tr("Leaves"), tone="quiet")
        self.card = Button(self.tr("Own card"))
        role = self.tr("Owner") if member.role == staff.OWNER else self.tr("Staff")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(12))
        for part in (Avatar(member.name), Elided(member.name, "strong"), Label(role, "muted")):
            row.addWidget(part)
        row.addStretch(1)
        box = QWidget()
        buttons = FlowLayout(box, gap=theme.px(12))
        row.addWidget(box)
        for button in (self.pin, self.card, self.leave):
            button.setAccessibleName(f"{button.text()} {member.name}")
            buttons.addWidget(button)
        self.pin.setVisible(may_change)
        self.card.setVisible(may_change)
        self.leave.setVisible(may_change and not stays)


class _SecretForm(Form):
    """A sheet whose fields are secrets: no draft of it is ever kept."""

    def fields(self) -> dict[str, str]:
        """Nothing to keep."""
        return {}

    def fill(self, fields: dict[str, str]) -> None:
        """Nothing was kept."""

    def refuse(self, error: CarePosError) -> None:
        """Tells a refusal at the field its rule is about."""
        field = error.facts.get("field") or faults.FIELD_OF.get(error.rule, "")
        super().refuse(Refused(error.rule, **{**error.facts, "field": field}))


class PersonSheet(_SecretForm):
    """Takes somebody on."""

    kind = "person"

    def __init__(self, over: QWidget, tasks: Tasks) -> None:
        super().__init__(over, tasks, QCoreApplication.translate("PersonSheet", "Take somebody on"))
        self.name = Field(self.tr("Name"), hint=self.tr("as it stands on the door and on the notes"))
        self.role = ChipRow([(staff.STAFF, self.tr("Staff")), (staff.OWNER, self.tr("Owner"))])
        self.pin = Twice("pin", self.tr("PIN"), self.tr("4 to 8 digits"))
        self.passphrase = Twice("passphrase", self.tr("Passphrase"), self.tr("8 characters or more"))
        for part in (self.name, labelled(self.tr("Role"), self.role), self.pin, self.passphrase):
            self.body.addWidget(part)
        self._walk_by_enter()
        self.role.chosen.connect(lambda role: self.passphrase.setVisible(role == staff.OWNER))
        self.role.set_value(staff.STAFF)
        self.passphrase.hide()
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Take on"))

    def _walk_by_enter(self) -> None:
        """Enter goes on to the next field; in the last one it saves."""
        for field, after in ((self.name, self.pin.first), (self.pin.first, self.pin.again),
                             (self.passphrase.first, self.passphrase.again)):  # fmt: skip
            field.edit.returnPressed.connect(after.setFocus)
        self.pin.again.edit.returnPressed.connect(self._leave_pin)
        self.passphrase.again.edit.returnPressed.connect(self.submit)

    def _leave_pin(self) -> None:
        if self.role.value() == staff.OWNER:
            self.passphrase.first.setFocus()
        else:
            self.submit()

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"name": self.name, **self.pin.fields(), **self.passphrase.fields()}

    def submit(self) -> None:
        """Records the new colleague."""
        role, name, op_id = self.role.value(), self.name.text(), self.op_id
        try:
            pin = self.pin.value()
            secret = self.passphrase.value() if role == staff.OWNER else ""
        except Refused as refused:
            self.refuse(refused)
            return
        self.record(lambda tx: staff.add(tx, op_id, name, pin, role, secret), self._told)

    def _told(self, staff_id: str) -> None:
        form = self.tr("{name} works here now")
        self.recorded.emit(form.format(name=self.name.text()), lambda tx: staff.leave(tx, new_id(), staff_id))


class PinSheet(_SecretForm):
    """A new PIN for somebody who forgot theirs or tried too often."""

    kind = "pin"

    def __init__(self, over: QWidget, tasks: Tasks, member: staff.Member) -> None:
        super().__init__(over, tasks, QCoreApplication.translate("PinSheet", "New PIN"), member.name)
        self._member = member
        self.pin = Twice("pin", self.tr("PIN"), self.tr("4 to 8 digits"))
        self.pin.first.edit.returnPressed.connect(self.pin.again.setFocus)
        self.pin.again.edit.returnPressed.connect(self.submit)
        self.body.addWidget(self.pin)
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Change the PIN"))

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return self.pin.fields()

    def submit(self) -> None:
        """Records the new PIN."""
        member, op_id = self._member, self.op_id
        try:
            pin = self.pin.value()
        except Refused as refused:
            self.refuse(refused)
            return
        told = self.tr("{name} has a new PIN").format(name=member.name)
        self.record(lambda tx: staff.change_pin(tx, op_id, member.id, pin), lambda _: self.recorded.emit(told, None))


class LeaveSheet(_SecretForm):
    """Asks once more, since leaving is not taken back."""

    kind = "leave"

    def __init__(self, over: QWidget, tasks: Tasks, member: staff.Member) -> None:
        title = QCoreApplication.translate("LeaveSheet", "Works here no longer")
        super().__init__(over, tasks, title, member.name)
        self._member = member
        words = self.tr("{name} can no longer come in. What was done and promised keeps the name.")
        label = Label(words.format(name=member.name), "body", wrap=True)
        self.body.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Leaves"))

    def submit(self) -> None:
        """Records that somebody left."""
        member, op_id = self._member, self.op_id

        def work(tx: Transaction) -> None:
            staff.leave(tx, op_id, member.id)

        told = self.tr("{name} works here no longer").format(name=member.name)
        self.record(work, lambda _: self.recorded.emit(told, None))
