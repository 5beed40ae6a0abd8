"""Registering and editing a customer: a name, its reading, one way to reach them; the rest when there is time."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from carepos import customers, drafts, staff
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError, Refused
from carepos.text import guess, japanese, phone
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.field import Area, Field, labelled
from ui.kit.form import Form
from ui.kit.label import Elided, Label
from ui.kit.tasks import Tasks

_TOP = Qt.AlignmentFlag.AlignTop  # a field with a sentence below it does not push its neighbour down


class RegisterSheet(Form):
    """A new customer, or with a card an old one to mend."""

    kind = "register"
    registered = Signal(str)  # the customer's id
    open_wanted = Signal(str)  # a customer who is here already
    erase_wanted = Signal()  # the owner was asked to erase this one
    merge_wanted = Signal(str)  # a customer who may be the same person as the one being mended

    def __init__(self, over: QWidget, tasks: Tasks, typed: str = "", card: customers.Card | None = None) -> None:
        title = (
            QCoreApplication.translate("RegisterSheet", "Edit customer")
            if card
            else QCoreApplication.translate("RegisterSheet", "New customer")
        )
        super().__init__(over, tasks, title, "", card.id if card else "0" * 32)
        self._card, self._typed = card, typed
        self._guessed = {"family_kana": "", "given_kana": ""}
        self._fields = self._made_fields()
        self._channel, self._language = ChipRow(self._channels()), ChipRow(self._languages())
        self._honorific = ChipRow([(word, word or self.tr("none")) for word in customers.HONORIFICS])
        self._alike = AlikeBox(self.tr("One and the same") if card else self.tr("Open this customer"))
        self._begun = BegunBox()
        self._asker = QTimer(self, singleShot=True, interval=150)
        self._build()
        self._wire()
        self._start(typed)

    def begin(self) -> None:
        """Opens with the first empty field."""
        super().begin()
        self._fields["given" if self._fields["family"].text() else "family"].setFocus()

    def fields(self) -> dict[str, str]:
        """What is typed so far."""
        rows = {"channel": self._channel, "language": self._language, "honorific": self._honorific}
        typed = {name: field.text() for name, field in self._fields.items() if field.text()}
        return typed | {name: row.value() for name, row in rows.items()} if typed else {}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        for name, field in self._fields.items():
            field.set_text(fields.get(name, ""))
        self._offer_channels()
        for name, row in (("channel", self._channel), ("language", self._language), ("honorific", self._honorific)):
            row.set_value(fields.get(name, row.value()))

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return dict(self._fields)

    def _take_draft(self, draft: drafts.Draft | None) -> None:
        if not self._typed:  # whoever is registered by their words is not the one left half written
            super()._take_draft(draft)
            back = draft is not None and draft.op_id == self.op_id
            self._begun.setVisible(back and self._card is None)

    def _start_afresh(self) -> None:
        """The one left half written is not who stands here now."""
        self.op_id = new_id()
        self.fill({})
        self._guessed = dict.fromkeys(self._guessed, "")
        self._start("")
        self._begun.hide()
        self._alike.hide()
        self.touched()
        self._fields["family"].setFocus()

    def take_card(self, code: str) -> None:
        """A card was scanned for this customer."""
        self._fields["card"].set_text(code)
        self.touched()
        self._asker.start()

    def submit(self) -> None:
        """Registers, or mends."""
        details, op_id, card = self._details(), self.op_id, self._card
        if card:
            self.record(lambda tx: customers.edit(tx, op_id, card.id, details, card.details), self._told_edited)
        else:
            shown = self._alike.shown()
            self.record(lambda tx: _register(tx, op_id, details, shown), self._told)

    def refuse(self, error: CarePosError) -> None:
        """Whoever is alike is shown before somebody is made; pressed once more, they are made all the same."""
        super().refuse(error)
        if error.rule == "customer.alike":
            self._look_for_alike()

    def _told(self, customer_id: str) -> None:
        self.recorded.emit(self.tr("Registered"), lambda tx: customers.withdraw(tx, new_id(), customer_id))
        if not self.was_let_go:
            self.registered.emit(customer_id)

    def _told_edited(self, customer_id: str) -> None:
        assert self._card is not None
        before, after = self._card.details, self._details()

        def undo(tx: Transaction) -> None:
            customers.edit(tx, new_id(), customer_id, before, after)

        self.recorded.emit(self.tr("Mended"), undo)

    def _details(self) -> customers.Details:
        typed = {name: field.text() for name, field in self._fields.items()}
        return customers.Details(
            **typed,
            channel=self._channel.value() or "phone",
            language=self._language.value(),
            honorific=self._honorific.value(),
            register=self._card.register if self._card else "formal",
        )

    def _start(self, typed: str) -> None:
        self._offer_channels()
        self._language.set_value("ja")
        self._honorific.set_value("様")
        if self._card:
            details = self._card.details
            self.fill({name: str(getattr(details, name)) for name in customers.Details.__slots__})
            self._fields["phone"].set_text(phone.shown(details.phone) if details.phone else "")
            return
        digits = phone.digits(typed)
        if len(digits) >= 3 and not any(character.isalpha() for character in typed):
            self._fields["phone" if digits.startswith("0") else "card"].set_text(typed.strip())
            self._offer_channels()
            return
        parts = typed.split(maxsplit=1)
        for part, name in zip(parts, ("family", "given"), strict=False):
            self._fields[f"{name}_kana" if japanese.is_kana(part) else name].set_text(part)
        self._guess()

    def _guess(self) -> None:
        """Fills the reading for a name as long as nobody typed another one."""
        family, given = self._fields["family"].text_with_composition(), self._fields["given"].text_with_composition()
        for name, reading in zip(("family_kana", "given_kana"), guess.reading(family, given), strict=True):
            if self._fields[name].text() == self._guessed[name]:
                self._fields[name].set_text(reading)
                self._guessed[name] = reading

    def _look_for_alike(self) -> None:
        details, own = self._details(), self._card.id if self._card else ""

        def read(tx: Transaction) -> list[customers.Alike]:
            return [one for one in customers.alike(tx, details) if one.hit.id != own]

        self.tasks.read(self, read, self._alike.show_alike, newest="alike", failed=lambda _error: None)

    def _made_fields(self) -> dict[str, Field]:
        hint = self.tr("guessed")
        return {
            "family": Field(self.tr("Family name")),
            "given": Field(self.tr("Given name")),
            "family_kana": Field(self.tr("Family name, reading"), hint=hint),
            "given_kana": Field(self.tr("Given name, reading")),
            "phone": Field(self.tr("Phone")),
            "card": Field(self.tr("Member card"), placeholder=self.tr("Scan the card (later is fine too)")),
            "birthday": Field(self.tr("Birthday"), hint=self.tr("the year may be left out"), placeholder="2/14"),
            "email": Field(self.tr("E-mail")),
        }

    def _channels(self) -> list[tuple[str, str]]:
        return [
            ("phone", self.tr("Phone")),
            ("email", self.tr("E-mail")),
            ("post", self.tr("Post")),
            ("none", self.tr("None")),
        ]

    def _offer_channels(self) -> None:
        """Only a way that is known is offered as the best one; the first one known is chosen until a hand does."""
        known = [way for way in customers.CHANNELS if way not in self._fields or self._fields[way].text()]
        self._channel.offer(known)
        if not self._channel.value():
            self._channel.set_value(next((way for way in ("phone", "email") if way in known), ""))

    def _languages(self) -> list[tuple[str, str]]:
        return [("ja", self.tr("Japanese")), ("en", self.tr("English")), ("other", self.tr("Other"))]

    def _wire(self) -> None:
        for name, field in self._fields.items():
            field.edited.connect(self.touched)
            field.edit.returnPressed.connect(field.focusNextChild)
            if name in ("family", "given"):
                field.edited.connect(self._guess)
            if name in ("phone", "email"):
                field.edited.connect(self._offer_channels)
            if name in ("phone", "card", "birthday", "family_kana", "given_kana"):
                field.edited.connect(self._asker.start)
        self._asker.timeout.connect(self._look_for_alike)
        self._alike.open_wanted.connect(self._open_instead)
        self._begun.afresh_wanted.connect(self._start_afresh)

    def _open_instead(self, customer_id: str) -> None:
        self._untouched = self.fields()
        self.shut()
        (self.merge_wanted if self._card else self.open_wanted).emit(customer_id)

    def _build(self) -> None:
        if self._card is None:
            self.set_note(self.tr("A name and one contact will do"))
        self.body.addWidget(self._begun)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(10))
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        places = {"family": (0, 0, 1), "given": (0, 1, 1), "family_kana": (1, 0, 1), "given_kana": (1, 1, 1)}
        for name, (row, column, span) in places.items():
            grid.addWidget(self._fields[name], row, column, 1, span, _TOP)
        grid.addWidget(self._fields["phone"], 2, 0, _TOP)
        grid.addWidget(self._fields["card"], 2, 1, _TOP)
        grid.addWidget(self._alike, 3, 0, 1, 2)
        grid.addWidget(self._fields["birthday"], 4, 0, _TOP)
        grid.addWidget(self._fields["email"], 4, 1, _TOP)
        self.body.addLayout(grid)
        pair = QHBoxLayout()
        pair.addWidget(labelled(self.tr("Best way to reach"), self._channel))
        pair.addWidget(labelled(self.tr("Language"), self._language))
        self.body.addLayout(pair)
        self.body.addWidget(labelled(self.tr("How to address"), self._honorific))
        purpose = self.tr(
            "Used only for your points and to reach you. You can see and mend it at any time, or have it erased "
            "by the owner; receipts and points then stay in the books without your name."
        )
        self.body.addWidget(Label(purpose, "muted", wrap=True))
        if self._card is not None and self.tasks.actor.role == staff.OWNER:
            erase = Button(self.tr("Erase …"), tone="quiet")
            erase.clicked.connect(self.erase_wanted)
            self.foot.insertWidget(0, erase)
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Mend") if self._card else self.tr("Register"))


def _register(tx: Transaction, op_id: str, details: customers.Details, shown: str) -> str:
    """Registers a customer unless somebody alike is here whom the clerk was not shown."""
    first = next(iter(customers.alike(tx, details)), None)
    if first is not None and first.by != "card" and first.hit.id != shown:  # a card of somebody's is refused anyway
        raise Refused("customer.alike")
    return customers.register(tx, op_id, details)


class BegunBox(Card):
    """Says that what stands here was begun before; whoever left is not whom a clerk registers next."""

    afresh_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tone="gold")
        row, afresh = QHBoxLayout(), Button(self.tr("Start afresh"))
        row.addWidget(Label(self.tr("This was begun before and is back."), "body", wrap=True), 1)
        row.addWidget(afresh)
        self.body.addLayout(row)
        self.body.setContentsMargins(theme.px(14), theme.px(8), theme.px(10), theme.px(8))
        afresh.clicked.connect(self.afresh_wanted)
        self.hide()


class AlikeBox(Card):
    """Who may already be here, before somebody is made twice; registering a relative stays possible."""

    open_wanted = Signal(str)

    def __init__(self, deed: str) -> None:
        super().__init__(tone="gold")
        self._customer_id = ""
        self._by, self._name = Label("", "body", wrap=True), Elided("", "strong")
        self._open = Button(deed)
        row, column = QHBoxLayout(), QVBoxLayout()
        column.addWidget(self._by)
        column.addWidget(self._name)
        row.addLayout(column, 1)
        row.addWidget(self._open)
        self.body.addLayout(row)
        self.body.setContentsMargins(theme.px(14), theme.px(8), theme.px(10), theme.px(8))
        self._open.clicked.connect(lambda: self.open_wanted.emit(self._customer_id))
        self.hide()

    def shown(self) -> str:
        """The id of the customer who is shown, "" for nobody."""
        return self._customer_id if self.isVisible() else ""

    def show_alike(self, found: list[customers.Alike]) -> None:
        """Shows the likeliest one, or nothing."""
        self.setVisible(bool(found))
        if not found:
            return
        sentences = {
            "phone": self.tr("Somebody with this phone is here already. A relative? Just register."),
            "card": self.tr("This card belongs to somebody already."),
            "birthday": self.tr("Somebody with this reading and birthday is here already."),
        }
        hit = found[0].hit
        self._customer_id = hit.id
        self._by.setText(sentences[found[0].by])
        self._name.setText(words.name(hit.family, hit.given))
