"""Points past their last day end by themselves: at the start and at the day's turn, behind the counter's back."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from carepos import loyalty, staff
from carepos.database import Actor, new_id
from carepos.errors import CarePosError
from ui.kit import words
from ui.kit.button import Button
from ui.kit.label import Label
from ui.kit.sheet import Sheet
from ui.kit.tasks import Tasks

BATCH = 200  # lots of one commit: a clerk's own command waits for no more than that
LOOK = 15_000  # milliseconds between looks whether a new day has begun, or an owner has come


class Expiring(QObject):
    """Runs what is due, once a day; a clock far ahead is the owner's to judge before anything ends."""

    agree_wanted = Signal(object)  # the loyalty.Due that waits for the owner
    ended = Signal(int, int)  # points and lots that one day's run took away

    def __init__(self, tasks: Tasks, may_ask: Callable[[], bool] = lambda: True) -> None:
        super().__init__(tasks)
        self._tasks, self._may_ask = tasks, may_ask
        self._asked: Actor | None = None
        self._done: dt.date | None = None
        self._running = False
        self._points = self._lots = 0
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Looks now, and then whether the day has turned."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Runs today's, unless that was done."""
        if self._running or self._done == self._today():
            return
        self._running = True
        self._tasks.read(self, loyalty.expiry_due, self._begin, failed=self._stop)

    def agree(self) -> None:
        """The owner says that the clock is right."""
        op_id = new_id()
        self._tasks.record(self, lambda tx: loyalty.agree_to_clock(tx, op_id), lambda _done: self.look())

    def _today(self) -> dt.date:
        return self._tasks.shop.settings.day_of(self._tasks.shop.clock())

    def _begin(self, due: loyalty.Due) -> None:
        if due.done_today:
            self._finish()
        elif due.must_agree:
            self._running = False
            self._ask(due)
        else:
            self._points = self._lots = 0
            self._end_some()

    def _ask(self, due: loyalty.Due) -> None:
        """Once each time an owner comes in, when nothing else is in front of them."""
        actor = self._tasks.actor
        if due.lots and actor.role == staff.OWNER and actor is not self._asked and self._may_ask():
            self._asked = actor
            self.agree_wanted.emit(due)

    def _end_some(self) -> None:
        op_id = new_id()
        self._tasks.background(self, lambda tx: loyalty.expire(tx, op_id, BATCH), self._go_on, self._stop)

    def _go_on(self, done: loyalty.Expired) -> None:
        self._points, self._lots = self._points + done.points, self._lots + done.lots
        if done.more:
            self._end_some()
        else:
            self._finish()

    def _finish(self) -> None:
        self._running, self._done = False, self._today()
        if self._lots:
            self.ended.emit(self._points, self._lots)
        self._points = self._lots = 0

    def _stop(self, _error: CarePosError) -> None:
        """A busy store is asked again a minute later; nobody at the counter can do anything about it."""
        self._running = False


class ClockSheet(Sheet):
    """Asks the owner, and nobody else, whether the clock is right before points end by it."""

    agreed = Signal()

    def __init__(self, over: QWidget, due: loyalty.Due, today: dt.date, last: dt.date | None) -> None:
        super().__init__(over, QCoreApplication.translate("ClockSheet", "Is the clock right?"))
        says = self.tr("This computer says that today is {day}.").format(day=_with_year(today))
        self.body.addWidget(Label(says, "strong", wrap=True))
        if last is not None:
            form = self.tr("Points were last looked through on {day}.")
            self.body.addWidget(Label(form.format(day=_with_year(last)), wrap=True))
        form = self.tr("If that is so, {points} of {customers} customers have passed their last day and end now.")
        told = form.format(points=words.points(due.points), customers=f"{due.customers:,}")
        self.body.addWidget(Label(told, wrap=True))
        nothing = self.tr("Until you say so, no points end. If the clock is wrong, please set it right first.")
        self.body.addWidget(Label(nothing, "muted", wrap=True))
        later, right = Button(self.tr("Not now")), Button(self.tr("The clock is right"), tone="primary")
        later.clicked.connect(self.shut)
        right.clicked.connect(self._agree)
        self.foot.addWidget(later)
        self.foot.addWidget(right)

    def _agree(self) -> None:
        self.shut()
        self.agreed.emit()


def _with_year(day: dt.date) -> str:
    """The day with its year: that is what may be wrong."""
    return words.day(day, day.replace(year=day.year - 1, day=1))
