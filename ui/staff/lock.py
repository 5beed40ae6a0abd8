"""The door: who works at this till now. Painted before the shop is open; digits typed meanwhile are kept (S01, S02)."""

import datetime as dt
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDateTime, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import paint, theme, words
from ui.kit.card import Card
from ui.kit.keypad import Keypad
from ui.kit.label import Label
from ui.kit.night import Greeting, Night
from ui.kit.scroll import Scroll
from ui.staff.tiles import MOST_DIGITS, Dots, People

if TYPE_CHECKING:
    from carepos.database import Transaction
    from carepos.errors import CarePosError
    from carepos.promises import Counts
    from carepos.staff import Member
    from ui.kit.tasks import Tasks

FEWEST_DIGITS = 4
MOST_UNCOUNTED = 4  # wrong PINs while none can be counted in the store
WORKING = "…"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEAR = (Qt.Key.Key_Escape, Qt.Key.Key_Delete)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Seen(NamedTuple):
    """What the door shows of an open shop."""

    members: "list[Member]"
    words: str
    counts: "Counts"


def machine_time() -> dt.datetime:
    """This machine's own time, for as long as no shop is open to ask."""
    moment = QDateTime.currentDateTime().toPython()
    assert isinstance(moment, dt.datetime)
    return moment


class LockPage(QWidget):
    """`settle` brings the people; `entered` says who came in, after their PIN was checked off the window's thread."""

    entered = Signal(object)  # staff.Member

    def __init__(self, clock: Callable[[], dt.datetime] = machine_time) -> None:
        super().__init__()
        self._clock = clock
        self._tasks: Tasks | None = None
        self._pin = ""
        self._eager, self._checking = False, False
        self._night, self._people, self._dots = NightHalf(), People(), Dots()
        self._fault, self._demo = Label("", "error", wrap=True), Card(tone="gold")
        self._uncounted = 0
        self._clear, self._open = self.tr("Clear"), self.tr("Enter")
        self._keypad = Keypad("123456789", (self._clear, "0", self._open))
        self._tick = QTimer(self, interval=5000)
        self._build()
        self._wire()
        self._show_time()

    def settle(self, tasks: "Tasks") -> None:
        """The shop is open: whoever was typing goes on typing."""
        self._tasks = tasks
        settings, clock = tasks.shop.settings, tasks.shop.clock
        self._clock = lambda: clock().astimezone(settings.zone)
        self._show_time()
        self._ask()

    def open_(self) -> None:
        """The door closes again: no digit of the last time is left, and the people are asked for anew."""
        self._forget()
        self._ask()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keyboard's digits, Enter, and the arrows that choose somebody."""
        digits = unicodedata.normalize("NFKC", event.text())
        if event.key() in _ENTER:
            self._enter()
        elif event.key() in _CLEAR:
            self._forget()
        elif event.key() == Qt.Key.Key_Backspace:
            self._type(self._pin[:-1])
        elif event.key() in _STEPS:
            self._people.step(_STEPS[Qt.Key(event.key())])
        elif digits.isascii() and digits.isdigit():
            self._type(self._pin + digits)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Digits may be typed at once."""
        super().showEvent(event)
        self.setFocus()
        self._tick.start()
        self._show_time()

    def _ask(self) -> None:
        if self._tasks is not None:
            self._tasks.read(self, _read, self._show, newest="door")

    def _show(self, seen: Seen) -> None:
        assert self._tasks is not None
        shop = self._tasks.shop
        self._night.show_shop(shop.settings.shop_name, seen.words, seen.counts)
        self._people.set_members(seen.members)
        self._ask_for_pin(not shop.demo)
        if self._eager:
            self._eager = False
            self._enter()

    def _ask_for_pin(self, asked: bool) -> None:
        for part in (self._dots, self._fault, self._keypad):
            part.setVisible(asked)
        self._demo.setVisible(not asked)
        if not asked:
            self._show_secrets()

    def _show_secrets(self) -> None:
        from carepos.demo import DEMO_PASSPHRASE, DEMO_PIN

        form = self.tr("The owner's PIN is {pin}, the passphrase {passphrase}. The demo asks for neither.")
        self._secrets.setText(form.format(pin=DEMO_PIN, passphrase=f"“{DEMO_PASSPHRASE}”"))

    def _press(self, key: str) -> None:
        if key == self._clear:
            self._forget()
        elif key == self._open:
            self._enter()
        else:
            self._type(self._pin + key)

    def _type(self, pin: str) -> None:
        if not self._checking:
            self._pin = pin[:MOST_DIGITS]
            self._dots.set_count(len(self._pin))
            self._say("")

    def _forget(self) -> None:
        self._eager = False
        self._type("")

    def _touched(self, member: "Member") -> None:
        self._say("")
        if self._tasks is not None and self._tasks.shop.demo:
            self.entered.emit(member)
        self.setFocus()

    def _enter(self) -> None:
        """Asks for who is chosen, with what is typed; before the shop is open the wish is kept."""
        if self._tasks is None:
            self._eager = bool(self._pin)
            self._say(WORKING if self._eager else "", "ink_2")
            return
        member = self._people.chosen()
        if member is None:
            self._say(self.tr("Please touch your name."))
        elif self._tasks.shop.demo:
            self.entered.emit(member)
        elif self._pin and not self._checking:
            self._check(self._tasks, member, self._pin)

    def _check(self, tasks: "Tasks", member: "Member", pin: str) -> None:
        """Counts the try in a commit of its own, so that no crash forgets it; only then looks at the PIN (S02)."""
        from carepos import staff
        from carepos.errors import Refused

        if len(pin) < FEWEST_DIGITS:
            self._refuse(Refused("pin.shape"))
            return
        self._checking = True
        self._say(WORKING, "ink_2")
        if tasks.held:
            self._check_meanwhile(tasks, member, pin)
            return
        self._uncounted = 0

        def look(seconds: int) -> None:
            if seconds:
                self._refuse(Refused("pin.wait", seconds=seconds))
                return
            tasks.record(self, lambda tx: staff.check_pin(tx, member.id, pin), answer, self._refuse)

        def answer(right: bool) -> None:
            if right:
                self._let_in(member)
            else:
                self._refuse(Refused("pin.wrong"))

        tasks.record(self, lambda tx: staff.count_attempt(tx, member.id), look, self._refuse)

    def _check_meanwhile(self, tasks: "Tasks", member: "Member", pin: str) -> None:
        """While a long command writes, a try can be counted only behind it: here a few are let through, and no more."""
        from carepos import staff
        from carepos.errors import Refused

        if self._uncounted == MOST_UNCOUNTED:
            self._refuse(Refused("pin.later"))
            return
        self._uncounted += 1

        def answer(right: bool) -> None:
            if right:
                self._uncounted = 0
                self._let_in(member)
            else:
                tasks.record(self, lambda tx: staff.count_attempt(tx, member.id))
                self._refuse(Refused("pin.wrong"))

        tasks.read(self, lambda tx: staff.is_pin(tx, member.id, pin), answer, failed=self._refuse)

    def _let_in(self, member: "Member") -> None:
        self._checking = False
        self._forget()
        self.entered.emit(member)

    def _refuse(self, error: "CarePosError") -> None:
        from ui.kit import messages

        self._checking = False
        self._type("")
        self._dots.shake()
        self._say(messages.sentence(error))

    def _say(self, sentence: str, ink: str = "shu") -> None:
        self._fault.set_ink(ink)
        self._fault.setText(sentence)

    def _show_time(self) -> None:
        self._night.show_time(self._clock())

    def _wire(self) -> None:
        self._keypad.pressed_key.connect(self._press)
        self._people.touched.connect(self._touched)
        self._tick.timeout.connect(self._show_time)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Who are you?"))
        self._keypad.button(self._open).set_tone("primary")
        self._keypad.setMaximumHeight(theme.px(280))
        self._fault.setMinimumHeight(theme.px(22))
        halves = QHBoxLayout(self)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._night, 1)
        halves.addWidget(Scroll(self._right_half()), 1)

    def _right_half(self) -> QWidget:
        half = QWidget()
        sides, column = QHBoxLayout(half), QVBoxLayout()
        sides.setContentsMargins(theme.px(32), theme.px(8), theme.px(32), theme.px(8))
        sides.addStretch(1)
        sides.addLayout(column, 100)
        sides.addStretch(1)
        column.setSpacing(theme.px(12))
        column.addStretch(1)
        title = Label(self.tr("Who are you?"), "title")
        for part in (title, self._people, self._demo, self._dots, self._fault, self._keypad):
            part.setMaximumWidth(theme.px(312 if part is self._keypad else 452))
            column.addWidget(part, 100 if part is self._keypad else 0)
        column.addStretch(1)
        self._fill_demo()
        return half

    def _fill_demo(self) -> None:
        self._secrets = Label("", "body", wrap=True)
        title = self.tr("This is the demo shop. Touch a name to come in.")
        self._demo.body.addWidget(Label(title, "strong", wrap=True))
        self._demo.body.addWidget(self._secrets)
        self._demo.hide()


def _read(tx: "Transaction") -> Seen:
    from carepos import daybook, promises, staff

    return Seen(staff.present(tx), daybook.owner_words(tx), promises.counts(tx))


class NightHalf(Night):
    """Shop, greeting, time; the owner's word; what was promised for today."""

    def __init__(self) -> None:
        super().__init__()
        self._shop = self.say("")
        self._greeting = Greeting()
        self.body.addWidget(self._greeting)
        self._time = self.say("")
        self.body.addStretch(1)
        self._word = OwnersWord()
        self._word.hide()
        self.body.addWidget(self._word)
        self._counts = self.say("", ink="night_ink")

    def show_time(self, now: dt.datetime) -> None:
        """Greets by the hour of `now`, which is in the shop's own zone."""
        self._greeting.set_text(self._greeting_at(now.hour))
        self._time.setText(f"{words.long_day(now.date())}　{now:%H:%M}")

    def show_shop(self, name: str, word: str, counts: "Counts") -> None:
        """Shows the shop's name, the owner's word (none hides its card) and the promises of today."""
        self._shop.setText(name)
        self._word.set_text(word)
        self._word.setVisible(bool(word))
        due = self.tr("Promises today: {count}").format(count=counts.due - counts.late)
        late = self.tr("Overdue: {count}").format(count=counts.late)
        self._counts.setText(f"{due}　　{late}" if counts.late else due)

    def _greeting_at(self, hour: int) -> str:
        if 4 <= hour < 11:
            return self.tr("Good morning")
        return self.tr("Good afternoon") if 11 <= hour < 17 else self.tr("Good evening")


class OwnersWord(QWidget):
    """What the owner wrote for everybody, on a lighter piece of the night; a long word scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Label("", "reading", wrap=True)
        self._text.set_ink("night_ink")
        head = Label(self.tr("From the owner"), "label")
        head.set_ink("night_ink_2")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(18), theme.px(24), theme.px(18))
        column.setSpacing(theme.px(6))
        column.addWidget(head)
        column.addWidget(Scroll(self._text))
        self._around = head.sizeHint().height() + theme.px(42)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_text(self, text: str) -> None:
        """Shows another word."""
        self._text.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All its lines, in the width there is."""
        inner = max(self.width() - theme.px(48), theme.px(100))
        return QSize(theme.px(300), self._around + self._text.heightForWidth(inner))

    def minimumSizeHint(self) -> QSize:
        """Two lines; the rest scrolls."""
        return QSize(theme.px(100), self._around + theme.px(50))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width means other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the piece of the night."""
        paint.box(QPainter(self), QRectF(self.rect()), "night_card", radius=theme.px(14))
