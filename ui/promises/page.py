"""Every open promise of the shop: what is late, what is for today, what comes later (P04, P32, P49)."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import complaints, promises, staff
from carepos.database import Transaction, new_id
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.chip import ChipRow
from ui.kit.form import Form
from ui.kit.label import Elided, Label
from ui.kit.page import Page
from ui.kit.scroll import Scroll
from ui.kit.tasks import Tasks
from ui.promises.card import Look, PromiseCard, Shows
from ui.promises.move import HandOverSheet, MoveSheet

MOST = 30  # cards in a column; the count above it tells of the rest
_STORY = 30  # letters of a complaint or a reason that tell enough
_TONES = {"late": ("red", "shu"), "today": ("gold", "kincha"), "later": ("plain", "")}


@dataclass(frozen=True)
class Board:
    """What the page shows, read in one go; `told` and `reasons` are by complaint and by promise."""

    due: list[promises.Due]
    members: list[staff.Member]
    names: dict[str, str]
    told: dict[str, str]
    reasons: dict[str, str]
    share: promises.Share


class PromisesPage(Page):
    """Three columns of cards; everybody's, or one person's."""

    recorded = Signal(str, object)  # a short sentence, and what takes the command back (or None)
    chosen = Signal(str)  # the id of a customer
    add_wanted = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._board: Board | None = None
        self._cards: list[PromiseCard] = []
        self._just_shown = False
        self.sheet: Form | None = None
        self._people = ChipRow([])
        self._share, self._share_of = Label("", "title"), Label("", "muted")
        self._columns = {
            "late": _Column(self.tr("Overdue"), self.tr("Nothing is overdue."), self.tr("an apology first")),
            "today": _Column(self.tr("Today"), self.tr("Nothing more is due today.")),
            "later": _Column(self.tr("From tomorrow"), self.tr("Nothing is promised for later.")),
        }
        self._build()
        self._people.chosen.connect(lambda _value: self._lay())

    def load(self) -> None:
        """Asks for every open promise."""
        self._tasks.read(self, _read, self._show, newest="board")

    def cards(self) -> list[PromiseCard]:
        """The cards on the board, column by column."""
        return self._cards

    def showEvent(self, event: QShowEvent) -> None:
        """The next answer takes the keyboard to the first card."""
        super().showEvent(event)
        self._just_shown = True

    def _show(self, board: Board) -> None:
        self._board = board
        self._offer_people(board.members)
        self._show_share(board.share)
        self._lay()

    def _offer_people(self, members: list[staff.Member]) -> None:
        self._people.set_choices([("", self.tr("Everybody")), *((member.id, member.name) for member in members)])
        if not self._people.values():
            self._people.set_value("")

    def _show_share(self, share: promises.Share) -> None:
        for label in (self._share, self._share_of):
            label.setVisible(share.due > 0)
        if share.due:
            percent = 100 * share.kept // share.due
            self._share.setText(self.tr("{percent}%").format(percent=percent))
            self._share.set_ink("matsu" if percent >= 90 else "kincha")
            self._share_of.setText(self.tr("kept in time (30 days)"))

    def _lay(self) -> None:
        """Puts the cards into their columns; the keyboard stays where it was."""
        if self._board is None:
            return
        here = next((at for at, card in enumerate(self._cards) if card.hasFocus()), None)
        promise_id = self._cards[here].promise.id if here is not None else ""
        only = self._people.value()
        shown = [due for due in self._board.due if only in ("", due.promise.holder_id)]
        before, self._cards = {card.shows: card for card in self._cards}, []
        for name, column in self._columns.items():
            mine = [due for due in shown if self._column_of(due.promise) == name]
            cards = [self._card(due, name, before) for due in mine[:MOST]]
            column.show_cards(cards, len(mine))
            self._cards += cards
        self._settle_focus(here, promise_id)

    def _settle_focus(self, here: int | None, promise_id: str) -> None:
        """The same promise, or the one that took its place; at first the first card."""
        if here is None and self._just_shown and self.sheet is None:
            here = 0
        self._just_shown = False
        if here is None or not self._cards:
            return
        same = (card for card in self._cards if card.promise.id == promise_id)
        next(same, self._cards[min(here, len(self._cards) - 1)]).setFocus()

    def _column_of(self, promise: promises.Promised) -> str:
        settings, now = self._tasks.shop.settings, self._tasks.shop.clock()
        if promise.due_at < now:
            return "late"
        return "today" if settings.day_of(promise.due_at) <= settings.day_of(now) else "later"

    def _card(self, due: promises.Due, column: str, before: dict[Shows, PromiseCard]) -> PromiseCard:
        """The card that shows this already, or a new one."""
        settings, now = self._tasks.shop.settings, self._tasks.shop.clock()
        time = (
            words.clock(due.promise.due_at, settings.zone)
            if column == "today"
            else words.due(due.promise.due_at, settings.zone, settings.day_of(now))
        )
        shows = (due, Look(time, *_TONES[column]), self._story(due.promise))
        if shows in before:
            return before[shows]
        card = PromiseCard(*shows)
        card.wanted.connect(lambda deed: self._do(deed, card, due))
        card.walked.connect(lambda step: self._walk(card, step))
        return card

    def _story(self, promise: promises.Promised) -> str:
        """What a colleague must know: the complaint behind it, why it was changed last, who holds it."""
        assert self._board is not None
        told = self._board.told.get(promise.complaint_id or "", "")
        reason = self._board.reasons.get(promise.id, "")
        holder = self._board.names.get(promise.holder_id or "", "")
        parts = (
            self.tr("Complaint: {words}").format(words=_short(told)) if told else "",
            self.tr("Changed: {reason}").format(reason=_short(reason)) if reason else "",
            self.tr("Held by {name}").format(name=holder) if holder else "",
        )
        return "\n".join(part for part in parts if part)

    def _walk(self, card: PromiseCard, step: int) -> None:
        at = self._cards.index(card) + step
        if 0 <= at < len(self._cards):
            self._cards[at].setFocus()

    def _do(self, deed: str, card: PromiseCard, due: promises.Due) -> None:
        match deed:
            case "keep":
                self._keep(card)
            case "move":
                self._open(MoveSheet(self, self._tasks, due))
            case "hand_over":
                self._open(HandOverSheet(self, self._tasks, due))
            case "customer":
                self.chosen.emit(due.promise.customer_id)

    def _keep(self, card: PromiseCard) -> None:
        promise_id, op_id = card.promise.id, card.op_id
        sentence = self.tr("Promise kept: {name}").format(name=card.customer)

        def undo(tx: Transaction) -> None:
            promises.reopen(tx, new_id(), promise_id)

        def done(_done: None) -> None:
            card.op_id = new_id()  # kept again after an undo, it is another deed
            self.recorded.emit(sentence, undo)

        self._tasks.record(self, lambda tx: promises.keep(tx, op_id, promise_id), done)

    def _open(self, sheet: Form) -> None:
        self.sheet = sheet
        sheet.recorded.connect(self.recorded)
        sheet.closed.connect(self._sheet_closed)
        sheet.begin()

    def _sheet_closed(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None

    def _build(self) -> None:
        self._people.setAccessibleName(self.tr("Whose promises"))
        self.head.setSpacing(theme.px(12))
        self.head.addWidget(Label(self.tr("Promises"), "title"))
        self.head.addWidget(self._people, 1, Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self._share)
        self.head.addWidget(self._share_of)
        self._show_share(promises.Share(0, 0))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for column in self._columns.values():
            row.addWidget(column, 1)
        self.body.addLayout(row)
        add = Button(self.tr("Add a promise"), key="F8", tone="primary")
        add.clicked.connect(self.add_wanted)
        self.foot.addWidget(add)
        advice = self.tr("If you can't keep it, call before it passes and agree on a new time.")
        self.foot.addWidget(Elided(advice, "muted"), 1)


class _Column(QWidget):
    """A heading with its count over cards that scroll."""

    def __init__(self, heading: str, nothing: str, hint: str = "") -> None:
        super().__init__()
        self._heading, self._hint = heading, hint
        self._head, self._advice = Label(heading, "heading"), Elided(hint, "muted")
        self._nothing, self._more = Label(nothing, "muted", wrap=True), Label("", "muted")
        self._inside = QWidget()
        self._list, self._scroll = QVBoxLayout(self._inside), Scroll(self._inside)
        self._cards: list[PromiseCard] = []
        self._build()

    def show_cards(self, cards: list[PromiseCard], count: int) -> None:
        """Shows these cards instead of the last ones; `count` is how many there are in truth."""
        for old in self._cards:
            if old not in cards:
                self._list.removeWidget(old)
                old.hide()
                old.deleteLater()
        for at, card in enumerate(cards):
            if card not in self._cards:
                card.entered.connect(lambda card=card: self._scroll.ensureWidgetVisible(card, 0, theme.px(8)))
            if self._list.indexOf(card) != at:
                self._list.insertWidget(at, card)
        self._cards = cards
        self._head.setText(f"{self._heading}　{count}")
        self._advice.setVisible(bool(self._hint and cards))
        self._nothing.setVisible(not cards)
        self._more.setVisible(count > len(cards))
        self._more.setText(self.tr("%n more", "", count - len(cards)))

    def _build(self) -> None:
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head.setSpacing(theme.px(14))
        head.addWidget(self._head)
        head.addWidget(self._advice, 1)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self._list.setContentsMargins(0, 0, theme.px(6), 0)
        self._list.setSpacing(theme.px(10))
        self._list.addWidget(self._nothing)
        self._list.addWidget(self._more)
        self._list.addStretch(1)
        self.show_cards([], 0)


def _read(tx: Transaction) -> Board:
    due = promises.open_promises(tx)
    return Board(
        due=due,
        members=staff.present(tx),
        names=staff.names(tx),
        told=complaints.told(tx, {item.promise.complaint_id for item in due if item.promise.complaint_id}),
        reasons=promises.reasons(tx, [item.promise.id for item in due]),
        share=promises.share(tx, tx.now - dt.timedelta(days=30), tx.now),
    )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _STORY else f"{flat[:_STORY]}…"
