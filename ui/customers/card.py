"""The card: who stands here, what must not be missed, what they like, what they told us last."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import customers
from carepos.database import Transaction
from carepos.text import phone
from ui.kit import theme, words
from ui.kit.button import Button, SmallButton
from ui.kit.card import Card, divider
from ui.kit.chip import Chip, ChipButton
from ui.kit.flow import FlowLayout
from ui.kit.label import Label
from ui.kit.scroll import Inside, Scroll
from ui.kit.tasks import Tasks


@dataclass(frozen=True)
class Facts:
    """What the card shows, read in one go."""

    card: customers.Card
    notes: list[customers.Note]
    names: dict[str, str]


class CustomerCard(Card):
    """Shows one customer; what is wrong is mended where it stands."""

    edit_wanted = Signal(str)
    merge_wanted = Signal()
    membership_wanted = Signal()
    note_wanted = Signal(object)  # the customers.Note to mend
    loaded = Signal()

    def __init__(self, tasks: Tasks, points: QWidget, complaint: QWidget) -> None:
        super().__init__()
        self._tasks, self._points, self._complaint = tasks, points, complaint
        self._shown: Facts | None = None
        self._last_told: customers.Note | None = None
        self._reading, self._name = Label("", "kana"), Label("", "name", wrap=True)
        self._chips = _Chips(self.tr("Touch to mend"))
        self._reach = Label("", "muted", wrap=True)
        self._reveal, self._edit = Button("", tone="quiet", icon="eye"), Button("", tone="quiet", icon="edit")
        self._revealed = False
        self._membership = SmallButton(self.tr("Member card"), tone="quiet")
        self._merge = SmallButton(self.tr("Registered twice?"), tone="quiet")
        self._mend_told = Button("", tone="quiet", icon="edit")
        self._likes = _Chips(self.tr("Touch to mend"))
        self._told, self._told_by = Label("", wrap=True), Label("", "muted")
        self._likes_head, self._told_head = Label(self.tr("Likes"), "heading"), Label(self.tr("Last talk"), "heading")
        self._build()
        for chips in (self._chips, self._likes):
            chips.touched.connect(self._mend)
        self._reveal.clicked.connect(self._reveal_reach)
        self._mend_told.clicked.connect(lambda: self.note_wanted.emit(self._last_told))
        self._membership.clicked.connect(self.membership_wanted)
        self._merge.clicked.connect(self.merge_wanted)
        self._edit.clicked.connect(lambda: self._shown and self.edit_wanted.emit(self._shown.card.id))

    def load(self, customer_id: str) -> None:
        """Asks for a customer and shows them."""
        self._tasks.read(self, lambda tx: _read(tx, customer_id), self._show, newest="card")

    def customer(self) -> customers.Card | None:
        """Whom the card shows."""
        return self._shown.card if self._shown else None

    def _show(self, facts: Facts) -> None:
        if self._shown is None or facts.card.id != self._shown.card.id:
            self._revealed = False
        self._shown = facts
        card = facts.card
        reading = "　".join(filter(None, (card.family_kana, card.given_kana)))
        self._reading.setText(self.tr("{reading} (guessed)").format(reading=reading) if card.kana_guessed else reading)
        self._name.setText(words.name(card.family, card.given, card.honorific))
        self._chips.set(self._warnings(facts))
        self._show_reach()
        self._show_likes(facts)
        self._show_told(facts)
        self.loaded.emit()

    def _warnings(self, facts: Facts) -> list[QWidget]:
        card = facts.card
        said = self._chips.saying
        chips = [said(words.tier(card.tier), "gold" if card.tier != "regular" else "plain")]
        chips += [self._chips.button(note.id, note.text, "red") for note in facts.notes if note.kind == "allergy"]
        if card.language != "ja":
            chips.append(said(self.tr("English") if card.language == "en" else self.tr("Other language")))
        channels = {
            "phone": self.tr("Prefers phone"),
            "email": self.tr("Prefers e-mail"),
            "post": self.tr("Prefers post"),
            "none": self.tr("No contact, please"),
        }
        if _can_reach(card):
            chips.append(said(channels[card.channel], "red" if card.channel == "none" else "plain"))
        return chips

    def _mend(self, note_id: str) -> None:
        notes = self._shown.notes if self._shown else []
        self.note_wanted.emit(next(note for note in notes if note.id == note_id))

    def _reveal_reach(self) -> None:
        self._revealed = not self._revealed
        self._show_reach()

    def _show_reach(self) -> None:
        if self._shown is None:
            return
        card = self._shown.card
        shown = self._revealed
        number = (phone.shown if shown else phone.masked)(card.phone) if card.phone else ""
        email = (card.email if shown else "" if number else words.masked_email(card.email)) if card.email else ""
        self._reach.setText("\n".join(filter(None, (number, email, self._acquaintance(card)))))
        self._reveal.setVisible(bool(card.phone or card.email))
        self._reveal.setToolTip(self.tr("Hide contact") if shown else self.tr("Show contact"))
        self._reveal.setAccessibleName(self._reveal.toolTip())

    def _acquaintance(self, card: customers.Card) -> str:
        months = (self._tasks.shop.clock() - card.since) // dt.timedelta(days=30.44)
        years, rest = divmod(months, 12)
        if years:
            return self.tr("%n year(s)", "", years) + (
                self.tr(" %n month(s) with us", "", rest) if rest else self.tr(" with us")
            )
        return self.tr("%n month(s) with us", "", months) if months else self.tr("new here")

    def _show_likes(self, facts: Facts) -> None:
        likes = [note for note in facts.notes if note.kind == "preference"]
        self._likes.set([self._likes.button(note.id, self._liked(note)) for note in likes])
        self._likes_head.setVisible(bool(likes))

    def _liked(self, note: customers.Note) -> str:
        noticed = note.source == "observed"
        return self.tr("{text} (noticed)").format(text=note.text) if noticed else note.text

    def _show_told(self, facts: Facts) -> None:
        told = next((note for note in facts.notes if note.kind == "told"), None)
        self._last_told = told
        for widget in (self._told_head, self._told, self._told_by, self._mend_told):
            widget.setVisible(told is not None)
        if told:
            day = words.day(
                told.at.astimezone(self._tasks.shop.settings.zone).date(),
                self._tasks.shop.settings.day_of(self._tasks.shop.clock()),
            )
            self._told.setText(told.text)
            self._told_by.setText(f"{day}　{facts.names.get(told.staff_id or '', '')}")

    def _build(self) -> None:
        inside = Inside()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(6))
        self._edit.setAccessibleName(self.tr("Edit customer"))
        self._edit.setToolTip(self.tr("Edit customer"))
        self._mend_told.setAccessibleName(self.tr("Mend what they told us"))
        self._mend_told.setToolTip(self._mend_told.accessibleName())
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._reading)
        names.addWidget(self._name)
        column.addLayout(_beside(names, self._edit))
        column.addWidget(self._chips)
        reach = QVBoxLayout()
        reach.addWidget(self._reach)
        column.addLayout(_beside(reach, self._reveal))
        column.addWidget(self._complaint)
        column.addWidget(divider())
        column.addWidget(self._points)
        column.addWidget(divider())
        talk = QVBoxLayout()
        talk.setSpacing(theme.px(6))
        for widget in (self._told_head, self._told, self._told_by):
            talk.addWidget(widget)
        column.addLayout(_beside(talk, self._mend_told))  # above the likes: an open complaint must not push it out
        column.addWidget(self._likes_head)
        column.addWidget(self._likes)
        column.addStretch(1)
        self._merge.setToolTip(self.tr("Make two customers who are one person one"))
        self._membership.setToolTip(self.tr("A card with a QR code, for their phone or on paper"))
        seldom = QWidget()
        flow = FlowLayout(seldom, gap=theme.px(6), line_gap=0)
        for button in (self._membership, self._merge):
            flow.addWidget(button)
        column.addWidget(seldom)
        self.body.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        self.body.addWidget(Scroll(inside))


def _read(tx: Transaction, customer_id: str) -> Facts:
    from carepos import staff

    return Facts(customers.show(tx, customer_id), customers.notes(tx, customer_id), staff.names(tx))


def _can_reach(card: customers.Card) -> bool:
    """Whether the way they like best is one we have."""
    return bool({"phone": card.phone, "email": card.email}.get(card.channel, True))


def _beside(column: QVBoxLayout, button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addLayout(column, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return row


class _Chips(QWidget):
    """Chips that wrap: some only say something, some are touched. They are kept and used again for the next customer:
    making one costs more than all else that is done to it (V4)."""

    touched = Signal(str)  # the value of a button

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self._layout = FlowLayout(self, gap=theme.px(6), line_gap=0)
        self._sayings: dict[tuple[str, str], QWidget] = {}
        self._buttons: list[ChipButton] = []
        self._shown: list[QWidget] = []
        self._used = 0
        self.hide()

    def saying(self, text: str, tone: str = "plain") -> QWidget:
        """The chip that says this."""
        if (text, tone) not in self._sayings:
            self._sayings[text, tone] = Chip(text, tone)
        return self._sayings[text, tone]

    def button(self, value: str, text: str, tone: str = "plain") -> QWidget:
        """A chip to touch, none of those handed out since `set`."""
        if self._used == len(self._buttons):
            self._buttons.append(self._made())
        chip = self._buttons[self._used]
        self._used += 1
        chip.say(value, text, tone)
        chip.setCheckable(tone != "plain")
        chip.setChecked(tone != "plain")
        return chip

    def set(self, widgets: Sequence[QWidget]) -> None:
        """Shows these chips instead of the last ones."""
        self._used = 0
        if list(widgets) == self._shown:
            return
        for widget in self._shown:
            self._layout.removeWidget(widget)
            if widget not in widgets:
                widget.hide()
        for widget in widgets:
            self._layout.addWidget(widget)
            widget.show()  # else Qt shows a new one by and by, and lays all out once more
        self._shown = list(widgets)
        self.setVisible(bool(widgets))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All in one line."""
        return self._layout.sizeHint()

    def _made(self) -> ChipButton:
        chip = ChipButton("")
        chip.setToolTip(self._hint)
        chip.clicked.connect(lambda: self.touched.emit(chip.value))
        return chip
