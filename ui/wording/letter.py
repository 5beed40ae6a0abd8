"""The letter sheet (F9): a thank-you note or a letter from true facts, read along, brought on its way by a person."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from carepos import customers, wording
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError
from ui.kit import messages, theme, words
from ui.kit.button import Button
from ui.kit.chip import ChipRow
from ui.kit.choice import Choice
from ui.kit.field import Area, Field
from ui.kit.flow import FlowLayout
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.paper import ask_where
from ui.kit.scroll import bring_in_sight
from ui.kit.tasks import Tasks
from ui.wording import paper, qr
from ui.wording.checked import Checked

THANKS = "thank_note"
_LINES = 8


class LetterSheet(Form):
    """Subject, text, check; then paper, clipboard, mail draft or code; the program sends nothing (P11, P14, P47)."""

    kind = "letter"
    promise_wanted = Signal(str)

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card, language: str, staff_name: str) -> None:
        name = words.name(card.family, card.given, card.honorific)
        super().__init__(over, tasks, QCoreApplication.translate("LetterSheet", "Letter"), name, card.id)
        self._card, self._staff_name = card, staff_name
        self._proposed: wording.Draft | None = None
        self._kinds = ChipRow([(THANKS, self.tr("Thank-you note")), ("letter", self.tr("Letter"))])
        others = [one for one in wording.situations(language) if one[0] != THANKS]
        self._about = Choice(self.tr("About"), others)
        self._subject, self._text = Field(self.tr("Subject")), Area(self.tr("Text"), lines=_LINES)
        self._check = Checked(tasks, self._text, self._purposes)
        self._code, self._code_told = qr.QrCode(), Label("", "muted", wrap=True)
        self._build()
        self._wire()

    def begin(self) -> None:
        """Opens with the thank-you note that the card speaks of, or the draft that was kept."""
        super().begin()
        self._propose(by_hand=False)
        self._text.setFocus()

    def fields(self) -> dict[str, str]:
        """What a hand changed; a proposal alone is no work to keep."""
        typed = {"subject": self._subject.text(), "text": self._text.text()}
        proposed = {"subject": self._proposed.subject, "text": self._proposed.text} if self._proposed else {}
        if typed == proposed or not any(typed.values()):
            return {}
        return {**typed, "kind": self._kinds.value(), "about": self._about.value()}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        self._kinds.set_value(fields.get("kind", THANKS))
        self._about.set_value(fields.get("about", ""))
        self._about.setVisible(self._kinds.value() != THANKS)
        self._subject.set_text(fields.get("subject", ""))
        self._text.set_text(fields.get("text", ""))
        self._check.look()

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"text": self._text}

    def submit(self) -> None:
        """Remembers that this was written."""
        op_id, who, text = self.op_id, self.customer_id, self._text.text()
        kind, situation = "note" if self._thanks else "letter", self._situation
        self.record(lambda tx: wording.write(tx, op_id, who, kind, situation, text), self._told)

    def save_pdf(self, path: str) -> None:
        """Writes the note to a PDF file, ready to be printed as a card."""
        if not path:
            return
        try:
            saved = paper.save(Path(path), self._text.text(), self._subject.text())
        except CarePosError as error:
            self._code_told.setText(messages.sentence(error))
            return
        self._code_told.setText(self.tr("Saved as {file}").format(file=saved.name))

    @property
    def _thanks(self) -> bool:
        return self._kinds.value() == THANKS

    @property
    def _situation(self) -> str:
        return THANKS if self._thanks else self._about.value()

    def _purposes(self, _text: str) -> Collection[str]:
        return ("written", "thanks") if self._thanks else ("written",)

    def _propose(self, by_hand: bool = True) -> None:
        who, name, situation = self.customer_id, self._staff_name, self._situation

        def work(tx: Transaction) -> wording.Draft:
            if situation == THANKS:
                return wording.thank_you(tx, who, "", name)
            return wording.letter(tx, who, "", name, situation)

        self._about.setVisible(not self._thanks)
        self.tasks.read(self, work, lambda draft: self._show(draft, by_hand), newest="letter")

    def _show(self, draft: wording.Draft, by_hand: bool) -> None:
        """The proposal; a kept draft is left alone, and what a hand wrote can be had back by Ctrl+Z."""
        if self._text.text() and not by_hand:
            return
        self._proposed = draft
        self._subject.set_text(draft.subject)
        self._text.edit.replace(0, len(self._text.text()), draft.text)
        self._check.look()

    def _told(self, said_id: str) -> None:
        self.recorded.emit(self.tr("Remembered as written"), lambda tx: wording.withdraw(tx, new_id(), said_id))

    def _promise(self, text: str) -> None:
        self.shut()
        self.promise_wanted.emit(text)

    def _ask_where(self) -> None:
        """A file's name tells nobody's name."""
        ask_where(self, f"{self._card.card or 'letter'}.pdf", self.save_pdf)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.text())
        self._code_told.setText(self.tr("Copied. Paste it where you write."))

    def _open_mail(self) -> None:
        """A draft in the mail program of this machine, which a person reads and sends."""
        address = qr.mail_address(self._card, self._subject.text(), self._text.text())
        opened = QDesktopServices.openUrl(QUrl(address))
        failed = self.tr("This machine has no mail program. Copy the text instead.")
        self._code_told.setText(self.tr("A mail draft is open. Read it, then send it yourself.") if opened else failed)

    def _show_code(self) -> None:
        """The code in the check's place; a second touch puts it away."""
        if not self._code.isHidden():
            self._put_code(False)
            return
        fits = self._code.set_words(qr.content(self._card, self._subject.text(), self._text.text()))
        self._put_code(fits)
        told = self.tr("Read it with the shop's telephone: a draft opens there.")
        self._code_told.setText(told if fits else self.tr("This is too long for a code. Copy the text instead."))

    def _put_code(self, shown: bool) -> None:
        self._code.setVisible(shown)
        self._check.setVisible(not shown)
        if shown:  # half a code is none
            QTimer.singleShot(0, self._code, lambda: bring_in_sight(self._code))

    def _wire(self) -> None:
        for field in (self._subject, self._text):
            field.edited.connect(self.touched)
            field.edited.connect(lambda: self._put_code(False))
        self._kinds.chosen.connect(lambda _kind: self._propose())
        self._about.chosen.connect(lambda _situation: self._propose())
        self._check.promise_wanted.connect(self._promise)

    def _build(self) -> None:
        self._kinds.set_value(THANKS)
        self._kinds.setAccessibleName(self.tr("Kind of letter"))
        self._code_told.setText(self.tr("The program sends nothing: print it, copy it, or send it yourself."))
        self._code.hide()
        for widget in (self._kinds, self._about, self._subject, self._text, self._check, self._ways()):
            self.body.addWidget(widget)
        self.body.addWidget(self._code_told)
        self.body.addWidget(self._code)
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Record as written"))

    def _ways(self) -> QWidget:
        """How it leaves the shop, each by a hand."""
        row = QWidget()
        flow = FlowLayout(row, gap=theme.px(8), line_gap=theme.px(6))
        ways = (
            (self.tr("Card (PDF)"), "printer", self._ask_where),
            (self.tr("Copy"), "", self._copy),
            (self.tr("Mail draft"), "mail", self._open_mail),
            (self.tr("QR code"), "code", self._show_code),
        )
        for text, icon, act in ways:
            button = Button(text, icon=icon)
            button.clicked.connect(lambda _checked=False, act=act: act())
            flow.addWidget(button)
        return row
