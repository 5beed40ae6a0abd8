"""The complaint sheet (F5): the customer's own words first, then what they want and what we promise (P23, P24)."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from carepos import complaints, customers
from carepos.database import new_id
from carepos.errors import Refused
from ui.kit import words
from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.field import Area, Field, labelled
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.promises.due import DueRow
from ui.wording.checked import Checked


class ComplaintSheet(Form):
    """Words, what about, what they want, how urgent, what we can do, and the promise that follows."""

    kind = "complaint"

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card) -> None:
        name = words.name(card.family, card.given, card.honorific)
        super().__init__(over, tasks, QCoreApplication.translate("ComplaintSheet", "Record a complaint"), name, card.id)
        self._began = tasks.shop.clock()
        self._words = Area(
            self.tr("The customer's own words"), placeholder=self.tr("As they said it, before any question")
        )
        self._about = ChipRow([(one, words.about(one)) for one in complaints.ABOUT])
        self._wants = ChipRow([(one, words.wanted(one)) for one in complaints.WANTS])
        self._urgency = ChipRow(self._urgencies(), {"today": "red", "injury": "red"})
        self._goodwill = ChipRow(self._offers(), optional=True)
        self._promise = DueRow(tasks)
        self._reply = Area(
            self.tr("What you will say to them"), placeholder=self.tr("Read along here before you say it"), lines=1
        )
        self._check = Checked(tasks, self._reply)
        self._alarm = Card(tone="red")
        self._build()
        self._wire()
        self._choose_usual()

    def begin(self) -> None:
        """Opens with the draft and the words to type first."""
        super().begin()
        self._words.setFocus()

    def fields(self) -> dict[str, str]:
        """What is typed so far; choices alone are no work to keep."""
        typed = {"words": self._words.text(), "reply": self._reply.text()} | self._promise.kept()
        if not any(typed.values()):
            return {}
        rows = {"about": self._about, "wants": self._wants, "urgency": self._urgency, "goodwill": self._goodwill}
        return typed | {name: row.value() for name, row in rows.items()}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        self._words.set_text(fields.get("words", ""))
        self._promise.put_back(fields)
        self._reply.set_text(fields.get("reply", ""))
        self._check.look()
        rows = {"about": self._about, "wants": self._wants, "urgency": self._urgency, "goodwill": self._goodwill}
        for name, row in rows.items():
            row.set_value(fields.get(name, ""))
        self._urgency_chosen(self._urgency.value())

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"words": self._words, "promise": self._promise.text, "due": self._promise.when}

    def submit(self) -> None:
        """Records the complaint and its promise together."""
        try:
            pledge = self._pledge()
        except Refused as refused:
            self.refuse(refused)
            return
        account = complaints.Account(
            words=self._words.text(),
            about=self._about.value() or "other",
            wants=self._wants.value() or "to_be_heard",
            urgency=self._urgency.value() or "usual",
            goodwill=self._goodwill.value() or "none",
        )
        op_id, who, began = self.op_id, self.customer_id, self._began
        self.record(lambda tx: complaints.record(tx, op_id, who, account, pledge, began), self._told)

    def _pledge(self) -> complaints.Pledge | None:
        text = self._promise.text.text().strip()
        if not text and not self._promise.was_chosen():
            return None
        return complaints.Pledge(text, self._promise.due(), self._promise.holder())

    def _told(self, recorded: complaints.Recorded) -> None:
        sentence = self.tr("Complaint and promise recorded") if recorded.promise else self.tr("Complaint recorded")
        self.recorded.emit(sentence, lambda tx: complaints.withdraw(tx, new_id(), recorded.id))

    def _choose_usual(self) -> None:
        self._urgency.set_value("usual")
        self._alarm.hide()

    def _urgency_chosen(self, value: str) -> None:
        self._alarm.setVisible(value == "injury")

    def _propose_promise(self, value: str) -> None:
        """What we can do brings its promise, to be mended by hand; a typed one is left alone."""
        proposals = {
            "same_item": self.tr("Call when the replacement is ready"),
            "coupon": self.tr("Hand over the voucher and apologise"),
            "shipping": self.tr("Send it again at our cost and call"),
            "ask_owner": self.tr("Call with the owner's answer"),
        }
        if self._promise.text.text() in ("", *proposals.values()):
            self._promise.text.set_text(proposals.get(value, ""))

    def _take_promise(self, sentence: str) -> None:
        """A vague time in what will be said becomes the promise below the complaint (P04)."""
        self._promise.text.set_text(sentence)
        self._promise.when.setFocus()
        self.touched()

    def _urgencies(self) -> list[tuple[str, str]]:
        return [("usual", self.tr("Usual")), ("today", self.tr("Today")), ("injury", self.tr("Injury, allergy"))]

    def _offers(self) -> list[tuple[str, str]]:
        return [
            ("same_item", self.tr("Exchange it")),
            ("coupon", self.tr("¥500 voucher")),
            ("shipping", self.tr("Pay the shipping")),
            ("ask_owner", self.tr("Ask the owner")),
        ]

    def _wire(self) -> None:
        for part in (self._words, self._promise, self._reply):
            part.edited.connect(self.touched)
        for row in (self._about, self._wants, self._urgency, self._goodwill):
            row.chosen.connect(self.touched)
        self._urgency.chosen.connect(self._urgency_chosen)
        self._goodwill.chosen.connect(self._propose_promise)
        self._check.promise_wanted.connect(self._take_promise)

    def _build(self) -> None:
        self.set_note(self.tr("Drafts are kept"))
        limit = self.tr("up to ¥{limit} each, no approval").format(limit=f"{self.tasks.shop.settings.goodwill_limit:,}")
        self._alarm.body.addWidget(
            Label(
                self.tr("See to the person first. The owner sees this at once in the daily notes."), "strong", wrap=True
            )
        )
        self.body.addWidget(self._words)
        self.body.addWidget(labelled(self.tr("What about"), self._about))
        pair = QHBoxLayout()
        pair.addWidget(labelled(self.tr("What they want"), self._wants), 3)
        pair.addWidget(labelled(self.tr("Urgency"), self._urgency), 3)
        self.body.addLayout(pair)
        self.body.addWidget(self._alarm)
        self.body.addWidget(labelled(self.tr("What you can do yourself"), self._goodwill, limit))
        self.body.addWidget(self._promise)
        self.body.addWidget(self._reply)
        self.body.addWidget(self._check)
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Record"))
