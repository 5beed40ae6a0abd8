"""The window: the rail, the search box and the rooms; it introduces the panels to each other and to the keyboard."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedLayout, QStackedWidget, QWidget

from ui.bar import ACTIONS, ActionBar
from ui.customers.search import SearchBox
from ui.kit import screen, theme
from ui.kit.button import Button
from ui.kit.label import Elided, Label
from ui.kit.page import SIDE, Page
from ui.kit.rail import Rail

if TYPE_CHECKING:
    from carepos.staff import Member
    from ui.display.display import Display
    from ui.kit.sheet import Sheet
    from ui.kit.tasks import Tasks
    from ui.kit.toast import Toast
    from ui.preferences import Preferences
    from ui.rooms import Rooms
    from ui.staff.lock import LockPage

STATE_FROM, CLOCK_FROM = 1180, 900  # design pixels of the window from which the head tells the state, the clock

ROOMS = ("promises", "daybook", "settings", "exchange")
"""The rooms beside the counter; the import stands behind the settings."""


class Window(QWidget):
    """Painted before the shop is open; `settle` brings it to life."""

    settings_changed = Signal(str, object)  # a preference's name and its new value
    shut = Signal()
    painted = Signal()  # for the first time

    def __init__(self, preferences: "Preferences", closed: bool) -> None:
        super().__init__()
        self._preferences = preferences
        self.tasks: Tasks | None = None
        self.rooms: Rooms | None = None
        self.toast: Toast | None = None
        self.display: Display | None = None
        self.member: Member | None = None
        self.first_room = ""
        self._next = ""  # the sheet for whoever an Enter is about to open
        self._painted = False
        self.search = SearchBox()
        self._lock_page: LockPage | None = None
        self._rail = Rail(self._rooms_named())
        self._dot, self._state, self._clock = Label("●", "muted"), Elided("", "muted"), Elided("", "muted")
        self._pages = QStackedWidget()
        self._new = Button(self.tr("New customer"), icon="plus")
        self._bar = ActionBar(with_display=preferences.display != "off")
        self._tick = QTimer(self, interval=5000)
        self._idle = QTimer(self, singleShot=True)
        self._build()
        self._wire()
        if closed:
            self._doors.setCurrentWidget(self.lock_page)

    def hang_counter(self, counter: QWidget) -> None:
        """Gives the counter its place, before its panels come."""
        self._counter_page.body.addWidget(counter)

    def settle(self, tasks: "Tasks", rooms: "Rooms") -> None:
        """The shop is open: hang the rooms in."""
        from ui.display.display import Display
        from ui.kit.toast import Toast

        self.tasks, self.rooms = tasks, rooms
        self.toast = Toast(self)
        self.display = Display(self, tasks, self._preferences.display)
        self.search.settle(tasks)
        if self._lock_page is not None:
            self._lock_page.settle(tasks)
        self._show_state()
        self._connect(tasks, rooms)
        self._connect_display(tasks, rooms, self.display)
        self._tick.start()
        self._refresh({"promises"})

    def enter(self, member: "Member") -> None:
        """This person works at the till from now on; the customer on the screen stays."""
        from carepos import staff

        assert self.tasks is not None
        assert self.rooms is not None
        self.member = member
        self.tasks.actor = staff.acting(member, "till-1")
        owner = member.role == staff.OWNER
        self._rail.set_person(member.name, self.tr("Owner") if owner else self.tr("Staff"))
        self.rooms.counter.set_staff_name(member.name)
        self._doors.setCurrentWidget(self._inside)
        if self.first_room:
            self.go(self.first_room)
            self.first_room = ""
        self.rooms.load(self.room())
        self._restart_idle()
        self._follow()
        if not self.rooms.counter.customer_id:
            self.search.edit.setFocus()

    def lock(self) -> None:
        """Ctrl+L or idle: the door closes; what was begun stays."""
        if self.tasks is not None:
            self.search.put_away()
            if self.toast is not None:
                self.toast.put_away()
            for sheet in self._sheets():
                sheet.let_go()
            if self.display is not None:
                self.display.lock()
            self.lock_page.open_()
            self._doors.setCurrentWidget(self.lock_page)

    def _put_away_sheets(self) -> None:
        for sheet in self._sheets():
            sheet.shut()

    def _sheets(self) -> "list[Sheet]":
        from ui.kit.sheet import Sheet

        return self.findChildren(Sheet)

    @property
    def lock_page(self) -> "LockPage":
        """The door; where no PIN is asked it is made when somebody first locks."""
        if self._lock_page is None:
            from ui.staff.lock import LockPage

            self._lock_page = LockPage()
            self._lock_page.entered.connect(self.enter)
            self._doors.addWidget(self._lock_page)
            if self.tasks is not None:
                self._lock_page.settle(self.tasks)
        return self._lock_page

    @property
    def locked(self) -> bool:
        """Whether the door is closed."""
        return self._doors.currentWidget() is not self._inside

    @property
    def busy(self) -> bool:
        """Whether a sheet is open in whichever room, or the customer reads: the keyboard waits until it is closed."""
        turned = self.display is not None and self.display.turned
        return turned or any(sheet.isVisible() for sheet in self._sheets())

    def open_customer(self, customer_id: str) -> None:
        """Shows a customer at the counter."""
        assert self.rooms is not None
        self.go("counter")
        self.search.clear()
        self.rooms.counter.open_customer(customer_id)
        name, self._next = self._next, ""
        if name:
            self.rooms.counter.open_sheet(name)

    def _forget_next(self) -> None:
        self._next = ""

    def scanned(self, code: str) -> None:
        """A card was scanned: open it, or search for what the scanner read."""
        if self.locked:
            self.lock_page.open_()  # the code's digits are no PIN
        if self.tasks is None or self.locked or self.rooms is None or self.rooms.counter.take_scan(code):
            return
        self._put_away_sheets()
        from carepos import customers

        def show(customer_id: str | None) -> None:
            if customer_id:
                self.open_customer(customer_id)
            else:
                self.go("counter")
                self.search.edit.setText(code)
                self.search.edit.setFocus()
                self.search.ask()

        self.tasks.read(self, lambda tx: customers.by_card(tx, code), show)

    def single_key(self, key: str) -> None:
        """Keys pressed where nothing is typed: a number marks a saying, + and − judge it, others begin a search."""
        if self.tasks is None or self.locked or self.rooms is None or self.busy:
            return
        if self.room() != "counter":
            return
        counter = self.rooms.counter
        if key in ("+", "-") and counter.judge(key == "+"):
            return
        if len(key) == 1 and key.isdecimal() and counter.mark(int(key)):
            return
        if key.strip():
            self.search.edit.setFocus()
            self.search.edit.setText(key)
            self.search.ask()

    def go(self, room: str) -> None:
        """Shows a room."""
        self._rail.set_current("settings" if room == "exchange" else room)
        if self.rooms is not None:
            page = self._page(room)
            if self._pages.indexOf(page) < 0:
                self._pages.addWidget(page)
            self._pages.setCurrentWidget(page)
            self.rooms.load(room)
            if self.toast is not None:
                QTimer.singleShot(0, self.toast, self.toast.give_way)

    def say(self, sentence: str, undo: Callable[[Any], object] | None = None) -> None:
        """Says what was recorded; Undo takes it back by a command of its own, then does what that one gives back."""
        assert self.toast is not None
        assert self.tasks is not None
        if self.locked:
            return
        if undo is None:
            self.toast.say(sentence)
            return
        tasks, toast = self.tasks, self.toast
        done = self.tr("Taken back")

        def taken_back(then: object) -> None:
            toast.say(done)
            if callable(then):
                then()

        self.toast.say(sentence, self.tr("Undo"), lambda: tasks.background(self, undo, taken_back))

    def _offer_receipt(self, entry_id: str) -> None:
        """What was just said of a movement of points offers its receipt, where there is a printer."""
        assert self.toast is not None
        assert self.rooms is not None
        toast, paper, said = self.toast, self.rooms.paper, self.toast.text()

        def offer() -> None:
            if toast.isVisible() and toast.text() == said:
                toast.offer(self.tr("Print"), lambda: paper.print_receipt(entry_id))

        paper.if_ready(offer)

    def _not_printed(self, sentence: str, again: Callable[[], None]) -> None:
        if self.toast is not None and not self.locked:
            self.toast.say(sentence, seconds=12)
            self.toast.offer(self.tr("Print again"), again)

    def _take_offer(self) -> None:
        if self.toast is not None and not self.locked:
            self.toast.take_offer()

    def _trouble(self, error: object) -> None:
        from ui.kit import messages

        assert self.toast is not None
        self.toast.say(messages.sentence(error), seconds=12)

    def _say_delayed(self) -> None:
        assert self.toast is not None
        sentence = self.tr("The shop's data is busy with a long piece of work. This is stored as soon as that is done.")
        self.toast.say(sentence, seconds=12)

    def _act(self, name: str) -> None:
        if name == "display":
            self._turn()
            return
        if self.locked or self.rooms is None:
            return
        counter = self.rooms.counter
        if counter.sheet is not None and counter.sheet.after_recording(lambda: self._act(name)):
            return  # the key came before the store's answer
        if self.busy:
            return
        if self.room() == "counter" and self.search.opening:
            self._next = name
        elif self.room() == "counter":
            counter.open_sheet(name)
        elif name == "promise" and self.room() == "promises":
            self.go("counter")
            self.search.focus()

    def _escape(self) -> None:
        if self.locked or self.rooms is None or self.busy:
            return
        if self.room() != "counter":
            self.go("counter")
            return
        self._forget_next()
        self.rooms.counter.clear()
        self.search.clear()
        self.search.edit.setFocus()

    def _register(self, typed: str = "") -> None:
        if not self.locked and self.rooms is not None and not self.busy:
            self.go("counter")
            self.search.clear()
            self.rooms.counter.register(typed)

    def _find(self) -> None:
        if not self.locked and (self.rooms is None or not self.busy):
            self.go("counter")
            self.search.focus()

    def _speak(self) -> None:
        if not self.locked and self.rooms is not None and not self.busy and self.room() == "counter":
            self.rooms.counter.speak()

    def room(self) -> str:
        """The room that is shown."""
        shown = self._pages.currentWidget()
        made = [name for name in ROOMS if self.rooms is not None and self.rooms.is_made(name)]
        return next((name for name in made if self._page(name) is shown), "counter")

    def _page(self, room: str) -> QWidget:
        return self._counter_page if room == "counter" or self.rooms is None else self.rooms.page(room)

    def _refresh(self, rooms: set[str]) -> None:
        if self.rooms is None or self.tasks is None:
            return
        self.rooms.refresh(rooms, self.room())
        if rooms & {"promises", "daybook", "complaints"}:
            self.tasks.read(self, self.rooms.read_badges, self._show_badges, newest="badges")

    def _show_badges(self, badges: dict[str, int]) -> None:
        for name, count in badges.items():
            self._rail.set_badge(name, count)

    def _show_clock(self) -> None:
        if self.tasks is None:
            return
        from ui.kit import words

        settings, now = self.tasks.shop.settings, self.tasks.shop.clock()
        local = now.astimezone(settings.zone)
        self._clock.setText(f"{words.long_day(local.date())} {local:%H:%M}")

    def _restart_idle(self) -> None:
        if self.tasks is not None and not self.tasks.shop.demo:
            self._idle.start(self.tasks.shop.settings.lock_minutes * 60_000)

    def touched(self) -> None:
        """A hand is at the till: the idle lock waits anew."""
        if not self.locked:
            self._restart_idle()
            if self.display is not None:
                self.display.touched()

    def _show_state(self) -> None:
        demo = self.tr("Demo shop: try anything")
        saved = self.tr("Saved on this computer, works offline")
        assert self.tasks is not None
        self._state.setText(demo if self.tasks.shop.demo else saved)
        self._dot.setVisible(not self._state.isHidden())
        self._show_clock()

    def _connect(self, tasks: "Tasks", rooms: "Rooms") -> None:
        self.search.chosen.connect(self.open_customer)
        self.search.register_wanted.connect(self._register)
        tasks.changed.connect(self._refresh)
        tasks.trouble.connect(self._trouble)
        tasks.delayed.connect(self._say_delayed)
        rooms.recorded.connect(self.say)
        rooms.chosen.connect(self.open_customer)
        rooms.preference_chosen.connect(self.settings_changed)
        rooms.room_wanted.connect(self.go)
        rooms.find_wanted.connect(self._find)
        rooms.counter.shown.connect(self._bar.offer)
        rooms.counter.posted.connect(self._offer_receipt)
        rooms.paper.printed.connect(self.say)
        rooms.paper.stumbled.connect(self._not_printed)
        self._tick.timeout.connect(self._show_clock)

    def _connect_display(self, tasks: "Tasks", rooms: "Rooms", display: "Display") -> None:
        rooms.counter.shown.connect(lambda _on: self._follow())
        rooms.counter.quoted.connect(display.quote)
        tasks.changed.connect(display.refresh)
        display.recorded.connect(self.say)

    def _follow(self) -> None:
        """The customer's display shows whom the counter shows."""
        if self.display is not None and self.rooms is not None and not self.locked:
            self.display.follow(self.rooms.counter.customer_id)

    def _turn(self) -> None:
        """F12: the screen is turned to the customer."""
        if self.display is not None and not self.locked:
            self.display.turn()

    def _wire(self) -> None:
        self._rail.chosen.connect(self.go)
        self._rail.person_clicked.connect(self.lock)
        self._new.clicked.connect(lambda _checked: self._register(self.search.text()))
        self._idle.timeout.connect(self.lock)
        self.search.edit.textEdited.connect(self._forget_next)
        keys: list[tuple[str, Callable[[], object]]] = [
            ("F2", self._find),
            ("Ctrl+F", self._find),
            ("F3", self._speak),
            ("Ctrl+N", lambda: self._register(self.search.text())),
            ("Ctrl+L", self.lock),
            ("Ctrl+P", self._take_offer),
            ("Esc", self._escape),
        ]
        self._bar.wanted.connect(self._act)
        keys += [(key, partial(self._act, name)) for name, key in ACTIONS.items()]
        for sequence, act in keys:
            QShortcut(QKeySequence(sequence), self, act)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says once that there is something to see."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the search box and the bar come first."""
        super().resizeEvent(event)
        self._state.setVisible(self.width() >= theme.px(STATE_FROM))
        self._clock.setVisible(self.width() >= theme.px(CLOCK_FROM))
        self._dot.setVisible(not self._state.isHidden() and bool(self._state.text()))
        room = self.width() - self._rail.width() - theme.px(2 * SIDE)
        self._bar.fit(room, wide=self.width() >= theme.px(CLOCK_FROM))

    def closeEvent(self, event: QCloseEvent) -> None:
        """The last things a window does are to keep what is typed in a sheet, and to say so.

        While a file comes in it stays: whoever starts the program again sees what it does.
        """
        if self.tasks is not None and self.tasks.held:
            event.ignore()
            self.say(self.tr("The window closes as soon as the long piece of work is done."))
            self.tasks.when_free(self, self.close)
            return
        self._put_away_sheets()
        if self.display is not None:
            self.display.close()
        self.shut.emit()
        super().closeEvent(event)

    def _rooms_named(self) -> list[tuple[str, str, str]]:
        return [
            ("counter", self.tr("Counter"), "counter"),
            ("promises", self.tr("Promises"), "promise"),
            ("daybook", self.tr("Day"), "day"),
            ("settings", self.tr("Settings"), "settings"),
        ]

    def _build(self) -> None:
        self.setWindowTitle("CarePOS")
        screen.fit(self)
        self._doors = QStackedLayout(self)
        # Else Qt makes the window as high as its panels would be at their narrowest, higher than the screen.
        self._doors.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._pages, 1)
        self._inside = inside
        self._doors.addWidget(inside)
        self._counter_page = self._built_counter_page()
        self._pages.addWidget(self._counter_page)
        self._rail.set_current("counter")

    def _built_counter_page(self) -> Page:
        page = Page()
        page.head.addWidget(self.search, 5)
        page.head.addWidget(self._new)
        page.head.addStretch(1)
        self._dot.set_ink("matsu")
        self._dot.hide()
        self._clock.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        page.head.addWidget(self._dot)
        page.head.addWidget(self._state)
        page.head.addWidget(self._clock)
        page.body.setContentsMargins(0, 0, 0, 0)
        page.foot.addWidget(self._bar, 1)
        return page
