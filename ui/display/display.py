"""The customer's display: it follows the counter, shows nobody else's data, and forgets after a minute (P15)."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from carepos import feedback, loyalty
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError
from ui.display.facts import Facts, read
from ui.display.page import CustomerPage
from ui.kit.tasks import Tasks

FORGETS_AFTER = 60_000  # milliseconds without a touch
SHOWS = {"loyalty", "customers", "purchases", "feedback", "settings"}
"""The rooms whose rows stand on the page."""


class Display(QObject):
    """`where` is "off", "second" (the customer's own screen, where there is one) or "turned"."""

    recorded = Signal(str, object)

    def __init__(self, window: QWidget, tasks: Tasks, where: str) -> None:
        super().__init__(window)
        self._window, self._tasks, self._where = window, tasks, where
        self._page: CustomerPage | None = None
        self._turned = False
        self._here, self._who, self._op_id = "", "", new_id()
        self._facts: Facts | None = None
        self._quote: loyalty.Quote | None = None
        self.forgetting = QTimer(self, singleShot=True)
        self._wire()
        self.place()

    @property
    def turned(self) -> bool:
        """Whether the page covers the clerk's window."""
        return self._turned

    @property
    def page(self) -> CustomerPage:
        """The page, made when it is first needed."""
        if self._page is None:
            self._page = CustomerPage(self._window)
            self._page.rated.connect(self._rate)
            self._page.left.connect(self.turn_back)
        return self._page

    def follow(self, customer_id: str) -> None:
        """The counter opened this customer, or nobody."""
        self._here = self._who = customer_id
        self._quote, self._op_id = None, new_id()
        self._empty()
        self._ask()

    def quote(self, quote: loyalty.Quote | None) -> None:
        """The sale being typed for the customer at the counter would earn this; None: nothing is typed."""
        self._quote = quote
        if quote is not None and self._who != self._here:
            self._who = self._here
            self._ask()
        elif self._facts is not None:
            self._show(self._facts)

    def refresh(self, rooms: set[str]) -> None:
        """Asks again for what a command changed."""
        if rooms & SHOWS:
            self._ask()

    def touched(self) -> None:
        """A hand is here: the minute begins anew."""
        if self.forgetting.isActive():
            self.forgetting.start(FORGETS_AFTER)

    def forget(self) -> None:
        """Nobody touched anything for a minute, or the door closed: the customer's data leave the screen."""
        self._who = ""
        self._empty()

    def lock(self) -> None:
        """The door closes."""
        self.turn_back()
        self.forget()

    def turn(self) -> None:
        """The clerk turns the screen; where the customer has their own, it shows the customer once more."""
        if self._where == "off":
            return
        if not self._on_second():
            self._turned = True
            self.page.turn_over(self._window)
        self._who = self._here
        self._empty()
        self._ask()

    def turn_back(self) -> None:
        """The clerk's window is the clerk's again."""
        if self._turned:
            self._turned = False
            self.page.hide()
            self._window.activateWindow()

    def close(self) -> None:
        """The window goes, and this with it."""
        self._where = "off"
        self.place()

    def place(self) -> None:
        """Stands on the second screen as long as there is one; screens come and go."""
        screen = self._second()
        if screen is not None:
            self.stand_on(screen)
        elif self._page is not None and not self._turned:
            self._page.hide()

    def stand_on(self, screen: QScreen) -> None:
        """Shows the page on the customer's own screen; the clerk's window keeps the keyboard."""
        active, self._turned = self._window.isActiveWindow(), False
        self.page.stand_on(screen)
        if active:
            self._window.activateWindow()
        self._empty()
        self._ask()

    def _second(self) -> QScreen | None:
        if self._where != "second":
            return None
        return next((screen for screen in QGuiApplication.screens() if screen != self._window.screen()), None)

    def _on_second(self) -> bool:
        return self._page is not None and self._page.isVisible() and not self._turned

    def _empty(self) -> None:
        self._facts = None
        self.forgetting.stop()
        if self._page is not None:
            self._page.show_welcome(self._tasks.shop.settings)

    def _ask(self) -> None:
        who = self._who
        if self._page is None or not self._page.isVisible():
            return
        if who:
            self._tasks.read(self, lambda tx: read(tx, who), self._answered, newest="page", failed=self._gone)
        else:
            self._empty()

    def _answered(self, facts: Facts) -> None:
        if facts.customer_id != self._who:
            return  # the counter went on meanwhile
        self._show(facts)
        if not self.forgetting.isActive():
            self.forgetting.start(FORGETS_AFTER)

    def _show(self, facts: Facts) -> None:
        self._facts = facts
        self.page.show_customer(facts, self._quote)

    def _gone(self, _error: CarePosError) -> None:
        self.forget()

    def _rate(self, score: int) -> None:
        if not self._who:
            return
        who, op_id = self._who, self._op_id
        call = QCoreApplication.translate("RatingSheet", "Call about the rating of {score}: ask what went wrong")
        follow_up = call.format(score=score)

        def rate(tx: Transaction) -> str:
            return feedback.rate(tx, op_id, who, score, "", follow_up)

        self._tasks.record(self, rate, self._rated, self._not_rated)

    def _rated(self, rating_id: str) -> None:
        self._op_id = new_id()
        told = self.tr("The customer rated this visit")
        self.recorded.emit(told, lambda tx: feedback.withdraw(tx, new_id(), rating_id))

    def _not_rated(self, error: CarePosError) -> None:
        self._tasks.trouble.emit(error)
        self._ask()

    def _wire(self) -> None:
        self.forgetting.timeout.connect(self.forget)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self.place)
            application.screenRemoved.connect(self.place)
