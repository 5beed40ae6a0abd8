"""What every section of the settings is: a column of cards that loads, and saves as the owner."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import staff
from carepos.database import Transaction
from carepos.errors import CarePosError
from ui.kit import faults, theme
from ui.kit.button import Button
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.staff import passphrase


class Section(QWidget):
    """`.column` takes cards; only an owner sees what `owners_only` was given, others read why."""

    recorded = Signal(str, object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.tasks = tasks
        self.fault = faults.fault_line()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(12))
        self._note = Label(self.tr("Only the owner changes this."), "muted", wrap=True)
        self._owners: list[QWidget] = []

    def load(self) -> None:
        """Shows things as they stand now, for whoever acts now; what a hand is typing stays."""
        self._open_to(self.is_owner)

    @property
    def is_owner(self) -> bool:
        """Whether an owner works at this till."""
        return self.tasks.actor.role == staff.OWNER

    def fields(self) -> Mapping[str, faults.Place]:
        """The fields a refusal may name."""
        return {}

    def owners_only(self, *widgets: QWidget) -> None:
        """These are shut for everybody else."""
        self._owners += widgets

    def add_note(self) -> None:
        """Puts the sentence for everybody else here."""
        self.column.addWidget(self._note)

    def row(self, *buttons: Button) -> QHBoxLayout:
        """Buttons from the left."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row

    def as_owner(self, then: Callable[[], object]) -> None:
        """Asks for the passphrase, unless it was given just now."""
        passphrase.ask(self.tasks, self, then)

    def record(self, work: Callable[[Transaction], Any], done: Callable[[Any], object]) -> None:
        """Does an owner's command; a refusal is told at its field."""
        faults.clear(self.fields(), self.fault)
        self.as_owner(lambda: self.tasks.record(self, work, done, self.refuse))

    def refuse(self, error: CarePosError) -> None:
        """Tells what is wrong where it is wrong; nothing typed is lost."""
        faults.tell(error, self.fields(), self.fault)

    def _open_to(self, owner: bool) -> None:
        self._note.setVisible(not owner and self._note.parent() is not None)  # else it were a window of its own
        for widget in self._owners:
            if isinstance(widget, Button):
                widget.setVisible(owner)
            else:
                widget.setEnabled(owner)
