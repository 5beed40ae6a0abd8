"""A saying of the shop's own: the words with their facts, the moves, how to say it; read along as it is typed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from carepos import drafts, wording
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError, Refused
from ui.kit.chip import ChipRow
from ui.kit.choice import Choice
from ui.kit.field import Area, Field, labelled
from ui.kit.form import Form
from ui.kit.tasks import Tasks
from ui.kit.tongue import LANGUAGES
from ui.wording.checked import Checked


class SayingSheet(Form):
    """What to say in a situation; facts are put in by a touch."""

    kind = "own_line"

    def __init__(self, over: QWidget, tasks: Tasks, language: str, line: wording.Own | None = None) -> None:
        title = QCoreApplication.translate("SayingSheet", "A saying of our own")
        super().__init__(over, tasks, title, customer_id=line.id if line else drafts.NO_CUSTOMER)
        self._line, self._interface = line, language
        self._language = ChipRow(list(LANGUAGES.items()))
        self._situation = Choice(self.tr("Situation"), wording.situations(language))
        self._text = Area(self.tr("What to say"), placeholder=self.tr("Short and concrete"), lines=2)
        self._check = Checked(tasks, self._text, promises=False)
        self._facts = ChipRow(self._fact_names(), optional=True)
        self._moves = ChipRow(self._move_names(), multiple=True)
        self._cue = Field(self.tr("How to say it"), placeholder=self.tr("Calm, facing them"))
        self._channel = ChipRow(self._channel_names())
        self._register = ChipRow([("", self.tr("Both")), *self._register_names()])
        self._build()
        self._show(line)
        self._wire()

    def begin(self) -> None:
        """Opens with the words to type first."""
        super().begin()
        self._text.setFocus()

    def fields(self) -> dict[str, str]:
        """What is typed so far."""
        if not self._text.text():
            return {}
        typed = {"text": self._text.text(), "cue": self._cue.text(), "moves": " ".join(self._moves.values())}
        return typed | {name: row.value() for name, row in self._chosen().items()}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        self._text.set_text(fields.get("text", ""))
        self._cue.set_text(fields.get("cue", ""))
        self._moves.set_values(*fields.get("moves", "").split())
        for name, row in self._chosen().items():
            row.set_value(fields.get(name, ""))
        self._check.look()

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"text": self._text, "cue": self._cue}

    def submit(self) -> None:
        """Keeps the saying."""
        op_id, language, situation = self.op_id, self._language.value(), self._situation.value()
        said, line = self._wording(), self._line
        if line is None:
            self.record(lambda tx: wording.add_line(tx, op_id, language, situation, said), self._added)
        else:
            self.record(lambda tx: wording.mend_line(tx, op_id, line.id, said), lambda _none: self._mended(line))

    def _wording(self) -> wording.Wording:
        return wording.Wording(
            text=self._text.text(),
            moves=self._moves.values(),
            cue=self._cue.text(),
            promise=self._line.wording.promise if self._line else "",
            channel=self._channel.value(),
            register=self._register.value(),
        )

    def _added(self, line_id: str) -> None:
        self.recorded.emit(self.tr("It is proposed from now on"), lambda tx: wording.end_line(tx, new_id(), line_id))

    def _mended(self, before: wording.Own) -> None:
        def undo(tx: Transaction) -> None:
            wording.mend_line(tx, new_id(), before.id, before.wording)

        self.recorded.emit(self.tr("The saying is mended"), undo)

    def _put_in(self, fact: str) -> None:
        """A fact goes where the hand was writing."""
        if fact:
            self._text.edit.insertPlainText(f"{{{fact}}}")
            self._facts.set_value("")
            self._text.setFocus()

    def _chosen(self) -> dict[str, ChipRow | Choice]:
        rows: dict[str, ChipRow | Choice] = {"language": self._language, "situation": self._situation}
        return {**rows, "channel": self._channel, "register": self._register}

    def _show(self, line: wording.Own | None) -> None:
        self._language.set_value(line.language if line else self._interface)
        self._channel.set_value("counter")
        self._register.set_value("")
        if line is not None:
            self._language.setEnabled(False)
            self._situation.setEnabled(False)
            said = line.wording
            self.fill(
                {"text": said.text, "cue": said.cue, "moves": " ".join(said.moves), "channel": said.channel}
                | {"register": said.register, "situation": line.situation, "language": line.language}
            )

    def _wire(self) -> None:
        for field in (self._text, self._cue):
            field.edited.connect(self.touched)
        self._facts.chosen.connect(self._put_in)

    def _build(self) -> None:
        self._language.setAccessibleName(self.tr("Language"))
        for part in (self._language, self._situation, self._text, self._check):
            self.body.addWidget(part)
        self.body.addWidget(labelled(self.tr("Put a fact in"), self._facts))
        self.body.addWidget(labelled(self.tr("What it does, the first decides where it stands"), self._moves))
        self.body.addWidget(self._cue)
        self.body.addWidget(labelled(self.tr("Where"), self._channel))
        self.body.addWidget(labelled(self.tr("For whom"), self._register))
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Keep the saying"))

    def _register_names(self) -> list[tuple[str, str]]:
        return [("formal", self.tr("Formal")), ("friendly", self.tr("Friendly"))]

    def _channel_names(self) -> list[tuple[str, str]]:
        return [("counter", self.tr("Counter")), ("phone", self.tr("Phone")), ("written", self.tr("Written"))]

    def _fact_names(self) -> list[tuple[str, str]]:
        return [
            ("customer", self.tr("Their name")),
            ("staff", self.tr("Who speaks")),
            ("shop", self.tr("The shop")),
            ("last_item", self.tr("Bought last")),
            ("balance", self.tr("Points")),
            ("closing_time", self.tr("Closing time")),
            ("next_open", self.tr("Next opening")),
            ("item", self.tr("Item")),
            ("minutes", self.tr("Minutes")),
            ("day", self.tr("Day")),
            ("time", self.tr("Hour")),
        ]

    def _move_names(self) -> list[tuple[str, str]]:
        return [
            ("recognise", self.tr("Recognise")),
            ("acknowledge", self.tr("Acknowledge")),
            ("apologise", self.tr("Apologise")),
            ("own", self.tr("Take it on")),
            ("reason", self.tr("Give the reason")),
            ("offer", self.tr("Offer")),
            ("ask", self.tr("Ask")),
            ("commit", self.tr("Name a time")),
            ("follow_up", self.tr("Follow up")),
            ("thank", self.tr("Thank")),
            ("invite", self.tr("Invite")),
        ]

    def refuse(self, error: CarePosError) -> None:
        """A refusal about the moves or the channel has no field of its own."""
        known = error.facts.get("field") in self.faulty()
        super().refuse(error if known else Refused(error.rule, **{**error.facts, "field": ""}))
