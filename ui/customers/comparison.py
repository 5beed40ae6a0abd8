"""Two customers side by side before they become one: what differs, what comes along, what they are then."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from carepos import customers, loyalty
from carepos.settings import ShopSettings
from carepos.text import phone
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import Chip
from ui.kit.flow import FlowLayout
from ui.kit.label import Elided, Label, tip

Line = tuple[str, str, bool]  # what it is, what it says, whether the two differ in it

_LABEL = 72  # design pixels that the longest label stands in, so that what the two say begins in one column


class Comparison(QWidget):
    """The one kept, the one who joins, and below what they become."""

    swap_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, preview: loyalty.MergePreview, settings: ShopSettings) -> None:
        super().__init__()
        self._preview, self._settings = preview, settings
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for sentence in self._warnings():
            column.addWidget(_warning(sentence))
        column.addLayout(self._sides())
        column.addWidget(self._buttons())
        column.addWidget(self._result())

    def _sides(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        sides = ((self.tr("Stays"), self._preview.kept, "on"), (self.tr("Joins"), self._preview.gone, "plain"))
        for place, (heading, side, tone) in enumerate(sides):
            card = Card(heading, tone=tone)
            self._fill(card, side)
            grid.addWidget(card, 0, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _fill(self, card: Card, side: loyalty.MergeSide) -> None:
        card.body.setContentsMargins(theme.px(14), theme.px(10), theme.px(12), theme.px(10))
        card.body.setSpacing(theme.px(4))
        one, differs = side.card, set(self._preview.differences)
        name = Label(words.name(one.family, one.given, one.honorific), "title", wrap=True)
        name.set_ink("shu" if {"family", "given"} & differs else "ink")
        kana = Label(" ".join(filter(None, (one.family_kana, one.given_kana))), "kana", wrap=True)
        kana.set_ink("shu" if {"family_kana", "given_kana"} & differs else "ink_3")
        card.body.addWidget(kana)
        card.body.addWidget(name)
        for line in self._lines(side):
            card.body.addWidget(_line(*line))
        card.body.addStretch(1)

    def _lines(self, side: loyalty.MergeSide) -> list[Line]:
        card, differs = side.card, self._preview.differences
        told = {
            "phone": (self.tr("Phone"), phone.masked(card.phone) if card.phone else ""),
            "email": (self.tr("E-mail"), words.masked_email(card.email) if card.email else ""),
            "birthday": (self.tr("Birthday"), (card.birthday or "").replace("-", "/")),
            "card": (self.tr("Card"), card.card or ""),
            "points": (self.tr("Points"), words.points(side.points)),
            "visits": (self.tr("Visits"), f"{card.visits:,}"),
            "last_visit": (self.tr("Last visit"), self._day(card)),
        }
        return [(label, text, name in differs) for name, (label, text) in told.items() if text]

    def _day(self, card: customers.Card) -> str:
        return words.day(card.last_visit.astimezone(self._settings.zone).date()) if card.last_visit else ""

    def _result(self) -> Card:
        preview, card = self._preview, Card(self.tr("Together"), tone="gold")
        card.body.setSpacing(theme.px(4))
        sums = "　".join((words.points(preview.points), self.tr("%n visit(s)", "", preview.becomes.visits)))
        card.body.addWidget(Label(sums, "title", wrap=True))
        card.body.addWidget(Label(self._coming(), wrap=True))
        if {"phone", "email"} & set(preview.differences):
            hint = self.tr("Phone and e-mail stay those of the one who stays.")
            card.body.addWidget(Label(hint, "muted", wrap=True))
        if preview.allergies:
            box = QWidget()
            flow = FlowLayout(box, gap=theme.px(6), line_gap=theme.px(2))
            for text in preview.allergies:
                flow.addWidget(Chip(text, "red"))
            card.body.addWidget(box)
        return card

    def _coming(self) -> str:
        rows = self._preview.gone.rows
        told = (
            (self.tr("%n purchase(s)", "", rows.get("purchases", 0)), rows.get("purchases")),
            (self.tr("%n promise(s)", "", rows.get("promises", 0)), rows.get("promises")),
            (self.tr("%n complaint(s)", "", rows.get("complaints", 0)), rows.get("complaints")),
            (self.tr("%n note(s)", "", rows.get("customer_notes", 0)), rows.get("customer_notes")),
            (self.tr("%n rating(s)", "", rows.get("ratings", 0)), rows.get("ratings")),
        )
        parts = [text for text, count in told if count]
        if not parts:
            return self.tr("Points and visits are added. The old card still opens this customer.")
        form = self.tr("Coming along: {what}. The old card still opens this customer.")
        return form.format(what=self.tr(", ").join(parts))

    def _warnings(self) -> list[str]:
        sentences = {
            "birthday": self.tr("Their birthdays differ. Please make sure that they are one person."),
            "name": self.tr("Their names differ. Please make sure that they are one person."),
            "no_contact": self.tr("One of them wants no contact; that will hold."),
            "debt": self.tr("Points still owed come along too."),
        }
        return [sentences[name] for name in self._preview.warnings]

    def _buttons(self) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box, gap=theme.px(8), line_gap=theme.px(4))
        for text, icon, signal in (
            (self.tr("Swap who stays"), "", self.swap_wanted),
            (self.tr("Somebody else"), "search", self.another_wanted),
        ):
            button = Button(text, icon=icon)
            button.clicked.connect(signal)
            flow.addWidget(button)
        return box


def _line(label: str, text: str, differs: bool) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    said = Elided(text, "strong" if differs else "body")
    said.setToolTip(tip(text))
    said.set_ink("shu" if differs else "ink")
    what = Label(label, "muted")
    what.setMinimumWidth(theme.px(_LABEL))
    row.addWidget(what, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, 1)
    return box


def _warning(sentence: str) -> Card:
    card = Card(tone="red")
    card.body.setContentsMargins(theme.px(14), theme.px(6), theme.px(12), theme.px(6))
    card.body.addWidget(Label(sentence, wrap=True))
    return card
