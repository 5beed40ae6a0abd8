"""The points programme: every rule with its example, from which day it holds, and every version there was (P15)."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from carepos import drafts, loyalty, purchases
from carepos.database import Transaction, new_id
from carepos.errors import Refused
from carepos.loyalty import terms
from carepos.text import dates
from ui.kit import words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.field import Field
from ui.kit.form import SAVE_AFTER
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.settings.section import Section
from ui.settings.terms import Terms
from ui.settings.versions import Versions

KIND = "programme"
Answer = tuple[loyalty.Programme, list[loyalty.Version], int, drafts.Draft | None]


class PointsSection(Section):
    """What is typed here survives leaving, another window, and a power cut, until it is saved or put back."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._op_id = new_id()
        self.terms, self.versions = Terms(self._today), Versions()
        self.starts_on = Field(self.tr("The rules hold from"), placeholder=self.tr("today"))
        self.save = Button(self.tr("Save the rules"), tone="primary")
        self.back = Button(self.tr("Put back"))
        self._begun = Label(self.tr("You had begun a change: here it is again."), "muted", wrap=True)
        self._shown: dict[str, str] | None = None
        self._holds = loyalty.Programme()
        self._saver = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._build()
        self._wire()

    def load(self) -> None:
        """Asks for the programme in force, its versions, and what was begun."""
        super().load()
        self.terms.tell()
        self.tasks.read(self, _read, lambda answer: self._show(*answer), newest="programme")

    def fields(self) -> dict[str, Any]:
        """Where a refusal's sentence belongs."""
        return {**self.terms.fields(), "starts_on": self.starts_on}

    def number(self, name: str) -> Field:
        """The field of one number, as the core calls it: unit_yen, visit_points, …"""
        return self.terms.numbers[name]

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window too: closing it must not lose what was begun."""
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before the shop is closed, what is begun is kept."""
        if event.type() == QEvent.Type.Close:
            self._keep_now()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Going elsewhere keeps it at once."""
        super().hideEvent(event)
        self._keep_now()

    def _show(
        self, programme: loyalty.Programme, versions: list[loyalty.Version], usual: int, draft: drafts.Draft | None
    ) -> None:
        first = self._shown is None
        if self._shown is None or self._state() == self._shown:
            self._fill(programme)
        self._holds = programme
        if first and draft is not None and self.is_owner:
            self._op_id = draft.op_id
            self._put(draft.fields)
            self._begun.show()
        self.versions.show_versions(versions, self._today())
        self.terms.set_usual(usual)
        self._settle()

    def _fill(self, programme: loyalty.Programme) -> None:
        self.terms.fill(programme)
        self.starts_on.set_text("")
        self._op_id, self._shown = new_id(), self._state()

    def _put(self, state: dict[str, str]) -> None:
        self.terms.put(state)
        self.starts_on.set_text(state.get("starts_on", ""))

    def _state(self) -> dict[str, str]:
        return {**self.terms.state(), "starts_on": self.starts_on.text()}

    def _today(self) -> dt.date:
        return self.tasks.shop.settings.day_of(self.tasks.shop.clock())

    def _settle(self) -> None:
        """Whether something is begun that is not in force."""
        changed = self._state() != self._shown
        if not changed:
            self._begun.hide()
        self.back.setVisible(changed and self.is_owner)

    def _keep(self) -> None:
        state, op_id = self._state(), self._op_id
        if state == self._shown:
            self.tasks.record(self.tasks, lambda tx: drafts.drop(tx, KIND))
        else:
            draft = drafts.Draft(op_id, state)
            self.tasks.record(self.tasks, lambda tx: drafts.keep(tx, KIND, drafts.NO_CUSTOMER, draft))

    def _keep_now(self) -> None:
        if self._saver.isActive():
            self._saver.stop()
            self._keep()

    def _touched(self) -> None:
        self._settle()
        self._saver.start()

    def _put_back(self) -> None:
        self._fill(self._holds)
        self._touched()

    def _choose(self, programme: loyalty.Programme) -> None:
        """An old or coming version in the fields, to look at or to bring back."""
        self.terms.fill(programme)
        self._touched()

    def _day(self) -> dt.date:
        try:
            return dates.parse_day(self.starts_on.text()) if self.starts_on.text().strip() else self._today()
        except ValueError as fault:
            raise Refused(str(fault), field="starts_on") from None

    def _save(self) -> None:
        op_id = self._op_id
        try:
            chosen, day = self.terms.value(), self._day()
            terms.check(chosen)
        except Refused as refused:
            self.refuse(refused)
            return

        def work(tx: Transaction) -> loyalty.Programme:
            before = loyalty.programme(tx, day)
            loyalty.set_programme(tx, op_id, chosen, day)
            drafts.drop(tx, KIND)
            return before

        self.record(work, lambda before: self._saved(before, chosen, day))

    def _saved(self, before: loyalty.Programme, chosen: loyalty.Programme, day: dt.date) -> None:
        self._saver.stop()
        self._fill(chosen if day == self._today() else self._holds)
        self._settle()
        told = self.tr("The new rules hold from {day}").format(day=words.day(day, self._today()))
        self.recorded.emit(told, lambda tx: loyalty.set_programme(tx, new_id(), before, day))

    def _wire(self) -> None:
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self._put_back)
        self.terms.edited.connect(self._touched)
        self.starts_on.edited.connect(self._touched)
        self.versions.chosen.connect(self._choose)
        self._saver.timeout.connect(self._keep)

    def _build(self) -> None:
        card = Card(self.tr("From when"))
        card.body.addWidget(self.starts_on)
        kept = self.tr("Points given before keep the rules they were given under.")
        card.body.addWidget(Label(kept, "muted", wrap=True))
        card.body.addWidget(self.fault)
        card.body.addLayout(self.row(self.save, self.back))
        self.add_note()
        for part in (self._begun, self.terms, card, self.versions):
            self.column.addWidget(part)
        self._begun.hide()
        self.back.hide()
        self.owners_only(self.terms, self.starts_on, self.save)


def _read(tx: Transaction) -> Answer:
    return loyalty.programme(tx), loyalty.programmes(tx), purchases.usual_yen(tx), drafts.find(tx, KIND)
