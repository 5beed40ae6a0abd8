"""Who else may be meant: those alike at once, or whoever is searched for; one touch chooses."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import customers
from carepos.database import Transaction
from carepos.text import phone
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.field import Field
from ui.kit.flow import empty
from ui.kit.label import Elided, Label
from ui.kit.tasks import Tasks

MOST = 5


class Candidates(QWidget):
    """A field to search in, and below it at most five customers, each with a button."""

    chosen = Signal(str)  # a customer's id

    def __init__(self, tasks: Tasks, card: customers.Card) -> None:
        super().__init__()
        self._tasks, self._card = tasks, card
        self._found: list[customers.Hit] = []
        self._field = Field(
            self.tr("Who is the same person?"), placeholder=self.tr("Name, kana, 4 digits or card")
        )
        self._told, self._rows = Label("", "muted", wrap=True), QVBoxLayout()
        self._asker = QTimer(self, singleShot=True, interval=120)
        self._build()
        self._wire()
        self.ask()

    def take_card(self, code: str) -> None:
        """The other one's card was scanned."""
        self._field.set_text(code)
        self.ask()

    def ask(self) -> None:
        """Looks for what is typed; with nothing typed, for those alike."""
        text, own = self._field.text_with_composition().strip(), self._card

        def read(tx: Transaction) -> list[customers.Hit]:
            if text:
                hits = customers.find(tx, text, MOST + 1)
                hits += customers.find_near(tx, text, hits) if len(hits) < MOST else []
            else:
                hits = [one.hit for one in customers.alike(tx, own.details)]
            return [hit for hit in hits if hit.id != own.id][:MOST]

        self._tasks.read(self, read, lambda hits: self._show(text, hits), newest="candidates")

    def _show(self, text: str, hits: list[customers.Hit]) -> None:
        self._found = hits
        empty(self._rows)
        for hit in hits:
            self._rows.addWidget(self._row(hit))
        nobody = self.tr("Nobody else is found.") if text else self.tr("Nobody alike is found. Please search.")
        alike = self.tr("The same phone, or the same reading and birthday:")
        self._told.setText(("" if text else alike) if hits else nobody)
        self._told.setVisible(bool(self._told.text()))

    def _row(self, hit: customers.Hit) -> QWidget:
        card, row, who = Card(), QHBoxLayout(), QVBoxLayout()
        name = words.name(hit.family, hit.given)
        kana = " ".join(filter(None, (hit.family_kana, hit.given_kana)))
        number = phone.masked(hit.phone) if hit.phone else (hit.card or hit.email or "")
        seen = self._last_seen(hit)
        who.addWidget(Elided(name, "strong"))
        who.addWidget(Elided("　".join(filter(None, (kana, number, seen))), "muted"))
        button = Button(self.tr("This one"))
        button.setAccessibleName(self.tr("This one: {name}").format(name=name))
        button.clicked.connect(lambda: self.chosen.emit(hit.id))
        row.addLayout(who, 1)
        row.addWidget(button)
        card.body.setContentsMargins(theme.px(14), theme.px(6), theme.px(8), theme.px(6))
        card.body.addLayout(row)
        return card

    def _last_seen(self, hit: customers.Hit) -> str:
        shop = self._tasks.shop
        if hit.last_visit is None:
            return ""
        day = words.day(hit.last_visit.astimezone(shop.settings.zone).date(), shop.settings.day_of(shop.clock()))
        return self.tr("last {day}").format(day=day)

    def _choose_first(self) -> None:
        if self._found and not self._asker.isActive():
            self.chosen.emit(self._found[0].id)

    def _wire(self) -> None:
        self._field.edited.connect(self._asker.start)
        self._field.edit.returnPressed.connect(self._choose_first)
        self._asker.timeout.connect(self.ask)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self._rows.setSpacing(theme.px(8))
        column.addWidget(self._field)
        column.addWidget(self._told)
        column.addLayout(self._rows)
        self.setFocusProxy(self._field)
