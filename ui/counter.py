"""The counter: one customer's promise, card, past and sayings side by side, and the sheets that record."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedLayout, QWidget

from carepos import customers, daybook
from ui.complaints.open import OpenComplaint
from ui.complaints.sheet import ComplaintSheet
from ui.customers.card import CustomerCard
from ui.customers.erase import EraseSheet
from ui.customers.merge import MergeSheet
from ui.customers.note import MendSheet, NoteSheet
from ui.customers.register import RegisterSheet
from ui.daybook.entry import EntrySheet
from ui.daybook.timeline import TimelinePanel
from ui.feedback.sheet import RatingSheet
from ui.kit import theme
from ui.kit.empty import Empty
from ui.kit.form import Form
from ui.kit.tasks import Tasks
from ui.kit.timeline import Entry
from ui.loyalty.balance import Balance
from ui.loyalty.ledger import LedgerSheet
from ui.loyalty.membership_sheet import MembershipSheet
from ui.loyalty.sheet import PointsSheet
from ui.promises.banner import Banner
from ui.promises.sheet import PromiseSheet
from ui.staff import passphrase
from ui.wording.letter import LetterSheet
from ui.wording.panel import SayingsPanel

WIDE = 1180  # design pixels from which three columns stand side by side
LEVELS = 10  # layouts inside each other, from a word on the card to the window: each asks the next to be laid out
SHOWN_BY = {
    "customers": ("card", "balance", "timeline", "sayings"),
    "purchases": ("timeline", "sayings"),
    "loyalty": ("balance", "timeline", "sayings"),
    "complaints": ("complaint", "timeline", "sayings"),
    "promises": ("banner", "timeline", "sayings"),
    "feedback": ("timeline",),
    "wording": ("timeline",),
}
"""Which panels show rows of which room, so that only these ask again."""


class Counter(QWidget):
    """Shows one customer to every panel and opens the sheets."""

    recorded = Signal(str, object)
    shown = Signal(bool)  # whether a customer stands here
    posted = Signal(str)  # points moved: the movement, whose receipt may be wanted
    print_wanted = Signal(str)  # the receipt of this movement, again
    print_card_wanted = Signal(object)  # the customers.Card to print on receipt paper
    quoted = Signal(object)  # the loyalty.Quote of a sale not closed yet, None for no amount

    _card: CustomerCard
    _balance: Balance
    _complaint: OpenComplaint
    _timeline: TimelinePanel
    _sayings: SayingsPanel
    _banner: Banner

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.customer_id = ""
        self.sheet: Form | None = None
        self._wide: bool | None = None
        self._panels: dict[str, Any] = {}
        self._build()

    def furnishing(self, language: str, staff_name: str) -> Iterator[None]:
        """Puts the panels in one by one, dressed a few parts at a time: the window never stands still for long."""
        self._balance = Balance(self._tasks)
        self._complaint = OpenComplaint(self._tasks)
        yield
        self._card = CustomerCard(self._tasks, self._balance, self._complaint)
        yield from self._put_in(balance=self._balance, complaint=self._complaint, card=self._card)
        self._timeline = TimelinePanel(self._tasks)
        yield from self._put_in(timeline=self._timeline)
        self._language = language
        self._sayings = SayingsPanel(self._tasks, language, staff_name)
        yield from self._put_in(sayings=self._sayings)
        self._banner = Banner(self._tasks)
        yield from self._put_in(banner=self._banner)
        for panel in (self._timeline, self._sayings):  # both scroll: the stretch alone divides what room there is
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._arrange(self._is_wide())
        self._wire()

    def _put_in(self, **panels: QWidget) -> Iterator[None]:
        self._panels |= panels
        for panel in panels.values():
            if panel.parent() is None:
                self._grid.addWidget(panel)
            for number, widget in enumerate(panel.findChildren(QWidget)):
                widget.ensurePolished()
                if number % 12 == 11:
                    yield
            yield

    def open_customer(self, customer_id: str) -> None:
        """Shows a customer to every panel."""
        self.customer_id = customer_id
        self._stack.setCurrentIndex(1)
        self.shown.emit(True)  # first, so that the customer's display, the smallest question, is not the last answered
        self._load(self._panels)
        self.setFocus()

    def _load(self, names: Iterable[str]) -> None:
        with self._tasks.together(_lay_out):
            for name in names:
                self._panels[name].load(self.customer_id)

    def clear(self) -> None:
        """The next customer, please: nothing of this one stays on the screen."""
        self.customer_id = ""
        if self._wide is not None:
            self._sayings.leave()
        self._stack.setCurrentIndex(0)
        self.shown.emit(False)

    def _leave(self, who: str) -> None:
        if who == self.customer_id:
            self.clear()

    def refresh(self, rooms: set[str]) -> None:
        """Asks again for what a command changed; a customer who was taken back leaves the counter."""
        who = self.customer_id
        if who and "customers" in rooms:
            self._tasks.read(
                self,
                lambda tx: customers.show(tx, who),
                lambda _card: self._ask_again(rooms),
                failed=lambda _gone: self._leave(who),
            )
        else:
            self._ask_again(rooms)

    def _ask_again(self, rooms: set[str]) -> None:
        if self.customer_id:
            self._load(dict.fromkeys(panel for room in rooms for panel in SHOWN_BY.get(room, ())))

    def mark(self, number: int) -> bool:
        """A number key: this saying was said; False if there is none."""
        return bool(self.customer_id) and self.sheet is None and self._sayings.mark(number)

    def judge(self, pleased: bool) -> bool:
        """+ or −: whether what was said last pleased; False if nothing was."""
        return bool(self.customer_id) and self.sheet is None and self._sayings.judge(pleased)

    def speak(self) -> None:
        """F3: what the clerk wants to say, in their own words."""
        if self.customer_id and self.sheet is None:
            self._sayings.speak()

    def take_scan(self, code: str) -> bool:
        """Whether the open sheet wants a scanned card."""
        if not isinstance(self.sheet, RegisterSheet | MergeSheet):
            return False
        self.sheet.take_card(code)
        return True

    def set_staff_name(self, name: str) -> None:
        """Who speaks now."""
        self._sayings.set_staff_name(name)

    def open_sheet(self, name: str, text: str = "") -> None:
        """Opens the sheet of an action for the customer who stands here, as soon as their card is."""
        card, who = self._card.customer(), self.customer_id
        if not who:
            return
        if card is None or card.id != who:
            self._card.loaded.connect(lambda: self._open_again(who, name, text), Qt.ConnectionType.SingleShotConnection)
            return
        makers: dict[str, Callable[[], Form]] = {
            "complaint": lambda: ComplaintSheet(self, self._tasks, card),
            "points": lambda: self._made_points(card),
            "ledger": lambda: LedgerSheet(self, self._tasks, card, tuple(text.split())),
            "note": lambda: NoteSheet(self, self._tasks, card),
            "letter": lambda: self._letter(card),
            "promise": lambda: PromiseSheet(self, self._tasks, card, text),
            "rating": lambda: RatingSheet(self, self._tasks, card),
            "edit": lambda: self._made_edit(card),
            "merge": lambda: self._made_merge(card, text),
            "card": lambda: self._made_card(card),
        }
        self._show_sheet(makers[name])

    def _made_points(self, card: customers.Card) -> Form:
        sheet = PointsSheet(self, self._tasks, card)
        sheet.posted.connect(self.posted)
        sheet.print_wanted.connect(self.print_wanted)
        sheet.quoted.connect(self.quoted)
        sheet.ledger_wanted.connect(lambda: self.open_sheet("ledger"))
        return sheet

    def _made_card(self, card: customers.Card) -> Form:
        sheet = MembershipSheet(self, self._tasks, card)
        sheet.print_wanted.connect(self.print_card_wanted)
        return sheet

    def _made_edit(self, card: customers.Card) -> Form:
        sheet = RegisterSheet(self, self._tasks, card=card)
        sheet.erase_wanted.connect(lambda: self._ask_to_erase(card))
        sheet.merge_wanted.connect(lambda other: self.open_sheet("merge", other))
        return sheet

    def _ask_to_erase(self, card: customers.Card) -> None:
        if self.sheet is not None:
            self.sheet.shut()
        passphrase.ask(self._tasks, self, lambda: self._show_sheet(lambda: EraseSheet(self, self._tasks, card)))

    def _made_merge(self, card: customers.Card, other: str) -> Form:
        sheet = MergeSheet(self, self._tasks, card, other)
        sheet.merged.connect(self.open_customer)
        return sheet

    def _open_again(self, who: str, name: str, text: str) -> None:
        if who == self.customer_id:
            self.open_sheet(name, text)

    def _follow_up(self, customer_id: str, text: str) -> None:
        """What was recorded calls for a promise to this customer, unless the clerk is elsewhere by now."""
        if customer_id == self.customer_id and self.sheet is None:
            self.open_sheet("promise", text)

    def register(self, typed: str = "") -> None:
        """Opens the sheet for a new customer, with what was typed so far."""

        def make() -> Form:
            sheet = RegisterSheet(self, self._tasks, typed)
            sheet.registered.connect(self.open_customer)
            sheet.open_wanted.connect(self.open_customer)
            return sheet

        self._show_sheet(make)

    def _mend(self, note: customers.Note) -> None:
        card = self._card.customer()
        if card:
            self._show_sheet(lambda: MendSheet(self, self._tasks, card, note))

    def _open_entry(self, entry: daybook.Entry, row: Entry) -> None:
        """A note is mended where it is shown; everything else is read as a whole."""
        card = self._card.customer()
        if card is None:
            return
        if isinstance(entry, customers.Note):
            self._mend(entry)
        else:
            self._show_sheet(lambda: EntrySheet(self, self._tasks, card, entry, row))

    def _letter(self, card: customers.Card) -> LetterSheet:
        sheet = LetterSheet(self, self._tasks, card, self._language, self._sayings.staff_name())
        sheet.promise_wanted.connect(lambda text: self.open_sheet("promise", text))
        return sheet

    def _show_sheet(self, make: Callable[[], Form]) -> None:
        if self.sheet is not None:
            return
        self.sheet = make()
        self.sheet.recorded.connect(self.recorded)
        self.sheet.closed.connect(self._sheet_closed)
        self.sheet.begin()

    def _sheet_closed(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room; else the sayings stand above the past."""
        super().resizeEvent(event)
        if self._wide is not None:
            self._arrange(self._is_wide())

    def _is_wide(self) -> bool:
        return self.width() >= theme.px(WIDE - 116)

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        self._sayings.set_roomy(wide)
        self._timeline.show()
        for panel in (self._banner, self._card, self._timeline, self._sayings):
            self._grid.removeWidget(panel)
        self._grid.addWidget(self._banner, 0, 0, 1, 3 if wide else 2)
        self._grid.addWidget(self._card, 1, 0, 1 if wide else 2, 1)
        self._grid.addWidget(self._timeline, 1 if wide else 2, 1)
        self._grid.addWidget(self._sayings, 1, 2 if wide else 1)
        for column, stretch in enumerate((30, 54, 40) if wide else (30, 60, 0)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setColumnMinimumWidth(0, theme.px(272 if wide else 216))
        self._grid.setColumnMinimumWidth(2, theme.px(372 if wide else 0))
        self._grid.setRowStretch(1, 3)
        self._grid.setRowStretch(2, 0 if wide else 2)

    def _make_room(self, speaking: bool) -> None:
        """Where the sayings stand above the past, own words need the room of both."""
        past = not speaking or bool(self._wide)
        self._timeline.setVisible(past)
        self._grid.setRowStretch(2, 2 if past and not self._wide else 0)

    def _wire(self) -> None:
        self._card.edit_wanted.connect(lambda _id: self.open_sheet("edit"))
        self._card.membership_wanted.connect(lambda: self.open_sheet("card"))
        self._timeline.points_picked.connect(lambda ids: self.open_sheet("ledger", " ".join(ids)))
        self._timeline.picked.connect(self._open_entry)
        self._card.merge_wanted.connect(lambda: self.open_sheet("merge"))
        self._card.note_wanted.connect(self._mend)
        self._sayings.speaking.connect(self._make_room)
        self._sayings.promise_wanted.connect(self._follow_up)
        self._complaint.follow_up_wanted.connect(self._follow_up)
        for panel in (self._banner, self._sayings, self._complaint):
            panel.recorded.connect(self.recorded)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The counter"))
        self._stack = QStackedLayout(self)
        nobody = Empty(self.tr("Who is here?"), self.tr("Type a name, kana or four digits, or scan a card"), "search")
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._grid.setSpacing(theme.px(12))
        for widget in (nobody, page):
            self._stack.addWidget(widget)


def _lay_out() -> None:
    """Lays out what waits for it before anything is painted: one picture, and it is the right one (V4)."""
    for _level in range(LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
