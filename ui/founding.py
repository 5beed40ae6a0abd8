"""What the first start asks, one step after the other, and how a shop comes to be."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carepos import loyalty, shop, staff
from carepos.database import Transaction, key, new_id
from carepos.errors import CarePosError, Refused
from carepos.paths import ShopFolder
from carepos.settings import ShopSettings
from carepos.text import folding
from ui.kit import faults, theme
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.field import Area, Field
from ui.kit.label import Label
from ui.kit.tongue import LANGUAGES
from ui.recovery import CodeCard
from ui.settings.fields import ShopFields
from ui.staff.secret import Twice


@dataclass(frozen=True, slots=True)
class Owner:
    """Who the first owner is, and how they come in."""

    name: str
    pin: str
    passphrase: str


@dataclass(frozen=True, slots=True)
class Founded:
    """A new shop, its recovery code, and whether this computer's keystore holds the key (else a file does)."""

    shop: shop.Shop
    code: str
    in_keystore: bool


def found(folder: ShopFolder, settings: ShopSettings, owner: Owner) -> Founded:
    """Makes a shop with its owner and first programme; a failure leaves no half-made shop. Raises Refused."""

    def furnish(tx: Transaction) -> None:
        staff.add(tx, new_id(), owner.name, owner.pin, staff.OWNER, owner.passphrase)
        loyalty.first_programme(tx, tx.today)

    made, code = shop.create(folder, settings, furnish=furnish)
    return Founded(made, code, key.read_label(folder)[1] == "keystore")


class Step(QWidget):
    """One step: a title, what it asks, and a line for faults; `go_wanted` comes with Enter."""

    go_wanted = Signal()

    def __init__(self, title: str, words: str = "") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(14))
        self.fault = faults.fault_line()
        self.column.addWidget(Label(title, "title", wrap=True))
        if words:
            self.column.addWidget(Label(words, "body", wrap=True))

    def fields(self) -> dict[str, Field | Area]:
        """The fields a refusal may name."""
        return {}

    def refuse(self, error: CarePosError) -> None:
        """Tells what is wrong, where it is wrong."""
        faults.tell(error, self.fields(), self.fault)

    def content(self) -> None:
        """Takes earlier faults back."""
        faults.clear(self.fields(), self.fault)

    def listen(self) -> None:
        """Ends the step with its line for faults; Enter in any of its fields goes on."""
        self.column.addWidget(self.fault)
        for field in self.fields().values():
            if isinstance(field, Field):
                field.edit.returnPressed.connect(self.go_wanted)


class StartStep(Step):
    """The language, and whether to make a shop or to look around first."""

    language_chosen = Signal(str)
    demo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("How would you like to begin?"))
        self.languages = ChipRow(list(LANGUAGES.items()))
        self.languages.set_value("ja" if QLocale().language() == QLocale.Language.Japanese else "en")
        self.languages.setAccessibleName(" / ".join(LANGUAGES.values()))
        self.languages.chosen.connect(self.language_chosen)
        self.column.insertWidget(0, self.languages)
        make = self.tr("Takes about three minutes. Everything stays on this computer; no network is needed.")
        look = self.tr("A shop with made-up customers. Try anything, no PIN is asked.")
        self.make = self._way(self.tr("Make my shop"), make, "primary")
        self.look = self._way(self.tr("Look around in the demo shop"), look, "plain")
        self.make.clicked.connect(self.go_wanted)
        self.look.clicked.connect(self.demo_wanted)

    def _way(self, title: str, words: str, tone: str) -> Button:
        card, button = Card(), Button(title, tone=tone)
        card.body.setSpacing(theme.px(12))
        card.body.addWidget(Label(words, "body", wrap=True))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)
        return button


class ShopStep(Step):
    """Name, hours, zone."""

    def __init__(self) -> None:
        super().__init__(self.tr("Your shop"))
        self.shop = ShopFields()
        self.column.addWidget(self.shop)
        self.listen()

    def fields(self) -> dict[str, Field | Area]:
        """The fields a refusal may name."""
        return self.shop.fields()

    def value(self) -> ShopSettings:
        """The shop's choices; raises Refused("settings.…")."""
        return self.shop.value(ShopSettings(language=QLocale().name()[:2]))


class OwnerStep(Step):
    """Who the owner is, the PIN for the door and the passphrase for the owner's acts."""

    def __init__(self) -> None:
        super().__init__(self.tr("You, the owner"))
        self.name = Field(self.tr("Your name"), hint=self.tr("as colleagues call you"))
        self.pin = Twice("pin", self.tr("PIN"))
        self.passphrase = Twice("passphrase", self.tr("Passphrase"))
        pin = self.tr("4 to 8 digits. It lets you in at the till, many times a day.")
        passphrase = self.tr("8 characters or more. It is asked when you change people, settings or data.")
        for part in (self.name, self.pin, Label(pin, "muted", wrap=True), self.passphrase):
            self.column.addWidget(part)
        self.column.addWidget(Label(passphrase, "muted", wrap=True))
        self.listen()

    def fields(self) -> dict[str, Field | Area]:
        """The fields a refusal may name."""
        return {"name": self.name, **self.pin.fields(), **self.passphrase.fields()}

    def value(self) -> Owner:
        """The owner; raises Refused as `staff.add` would, before anything is made."""
        name = self.name.text().strip()
        if fault := staff.newcomer_fault(name, self.pin.first.text(), staff.OWNER, self.passphrase.first.text()):
            raise Refused(fault)
        return Owner(name, self.pin.value(), self.passphrase.value())


class CodeStep(Step):
    """The recovery code, and the proof that it was put on paper."""

    def __init__(self, shop_name: str, founded: Founded) -> None:
        words = self.tr(
            "If this computer breaks, this code opens a copy of the shop on another one. Without it nobody can. "
            "Print it and keep it with the shop's papers."
        )
        super().__init__(self.tr("The recovery code"), words)
        self._last_group = founded.code.split("-")[-1]
        self.group = Field(self.tr("The last group, from your paper"), placeholder="····")
        self.column.addWidget(CodeCard(shop_name, founded.code))
        if not founded.in_keystore:
            self.column.addWidget(self._about_file())
        self.column.addWidget(self.group)
        self.listen()

    def fields(self) -> dict[str, Field | Area]:
        """The fields a refusal may name."""
        return {"group": self.group}

    def check(self) -> None:
        """Raises Refused("recovery.group") unless the last group was typed back."""
        if folding.composed(self.group.text()).strip().upper() != self._last_group:
            raise Refused("recovery.group", field="group")

    def _about_file(self) -> Card:
        card = Card(tone="gold")
        words = self.tr(
            "This computer has no keystore, so the key lies in a file in the shop's folder that only your account "
            "can read. Whoever takes the whole disk takes the key too: switch on the disk's own encryption."
        )
        card.body.addWidget(Label(words, "body", wrap=True))
        return card


class DoneStep(Step):
    """The shop is there: open it, or bring customers in first."""

    import_wanted = Signal()

    def __init__(self, shop_name: str) -> None:
        words = self.tr("{shop} is ready. It opens with your PIN.").format(shop=shop_name)
        super().__init__(self.tr("All is done"), words)
        card, self.bring = Card(), Button(self.tr("Bring in customers from another system"), icon="import")
        card.body.setSpacing(theme.px(12))
        card.body.addWidget(Label(self.tr("Customers, points and purchases can come along from a file."), wrap=True))
        card.body.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        self.bring.clicked.connect(self.import_wanted)
        self.column.addWidget(card)
