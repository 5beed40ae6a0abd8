"""The note sheet (F7): what they told us, like, or cannot eat; and mending a note (P03, P41)."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from carepos import customers
from carepos.database import Transaction, new_id
from ui.kit import words
from ui.kit.button import Button
from ui.kit.chip import ChipRow
from ui.kit.field import Area, Field
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks


class NoteSheet(Form):
    """One field, one kind, one touch for the consent where the law asks for it."""

    kind = "note"

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card) -> None:
        name = words.name(card.family, card.given, card.honorific)
        super().__init__(over, tasks, QCoreApplication.translate("NoteSheet", "Note"), name, card.id)
        self._text = Area(self.tr("What to keep"), placeholder=self.tr("In a few words, as you would tell a colleague"))
        self._kinds = ChipRow(
            [("told", self.tr("They told us")), ("preference", self.tr("They like")), ("allergy", self.tr("Allergy"))],
            {"allergy": "red"},
        )
        self._sources = ChipRow([("stated", self.tr("They said so")), ("observed", self.tr("We noticed"))])
        self._consent = ChipRow([("yes", self.tr("The customer agrees that we keep this"))], optional=True)
        self._law = Label(self.tr("Health facts are kept only with consent, and seen only here."), "muted", wrap=True)
        self._build()
        self._kinds.set_value("told")
        self._sources.set_value("stated")
        self._kind_chosen("told")

    def fields(self) -> dict[str, str]:
        """What is typed so far."""
        text = self._text.text()
        return {"text": text, "kind": self._kinds.value(), "source": self._sources.value()} if text else {}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back; consent is asked for anew."""
        self._text.set_text(fields.get("text", ""))
        self._kinds.set_value(fields.get("kind", "told"))
        self._sources.set_value(fields.get("source", "stated"))
        self._kind_chosen(self._kinds.value())

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"text": self._text}

    def begin(self) -> None:
        """Opens with the words to type first."""
        super().begin()
        self._text.setFocus()

    def submit(self) -> None:
        """Keeps the note."""
        op_id, who, kind, text = self.op_id, self.customer_id, self._kinds.value(), self._text.text()
        source, consent = self._sources.value(), self._consent.value() == "yes"
        self.record(lambda tx: customers.add_note(tx, op_id, who, kind, text, source, consent), self._told)

    def _told(self, note_id: str) -> None:
        self.recorded.emit(self.tr("Noted"), lambda tx: customers.end_note(tx, new_id(), note_id))

    def _kind_chosen(self, kind: str) -> None:
        self._sources.setVisible(kind == "preference")
        self._consent.setVisible(kind == "allergy")
        self._law.setVisible(kind == "allergy")

    def _build(self) -> None:
        for widget in (self._text, self._kinds, self._sources, self._consent, self._law):
            self.body.addWidget(widget)
        self._text.edited.connect(self.touched)
        self._kinds.chosen.connect(self._kind_chosen)
        for row in (self._kinds, self._sources):
            row.chosen.connect(self.touched)
        self._kinds.setAccessibleName(self.tr("Kind of note"))
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Keep"))


class MendSheet(Form):
    """Mends or ends a note that is wrong, where it is shown."""

    kind = "mend"

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card, note: customers.Note) -> None:
        name = words.name(card.family, card.given, card.honorific)
        super().__init__(over, tasks, QCoreApplication.translate("MendSheet", "Mend a note"), name, note.id)
        self._wrong = note
        self._text = Area(self.tr("What is right"))
        self._text.set_text(note.text)
        self.body.addWidget(self._text)
        self._text.edited.connect(self.touched)
        end = Button(self.tr("It holds no longer"))
        end.clicked.connect(self._end)
        self.foot.addWidget(end)
        self.add_submit(self.tr("Mend"))

    def fields(self) -> dict[str, str]:
        """What is typed so far, if it differs from the note."""
        return {"text": self._text.text()} if self._text.text() != self._wrong.text else {}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        self._text.set_text(fields.get("text", self._wrong.text))

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"text": self._text}

    def submit(self) -> None:
        """Puts the right note in the wrong one's place."""
        op_id, note, text = self.op_id, self._wrong, self._text.text()
        self.record(lambda tx: customers.mend_note(tx, op_id, note.id, text), lambda _id: self._told(op_id))

    def _told(self, mended: str) -> None:
        note_id = self._wrong.id

        def undo(tx: Transaction) -> None:
            customers.end_note(tx, new_id(), mended)
            customers.restore_note(tx, new_id(), note_id)

        self.recorded.emit(self.tr("Mended"), undo)

    def _end(self) -> None:
        op_id, note_id = self.op_id, self._wrong.id

        def told(_done: object) -> None:
            self.recorded.emit(
                self.tr("Removed from the card"), lambda tx: customers.restore_note(tx, new_id(), note_id)
            )

        self.record(lambda tx: customers.end_note(tx, op_id, note_id), told)
