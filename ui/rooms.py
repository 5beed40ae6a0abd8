"""Every room of the window, loaded after the first paint: this is where the store's libraries come in."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from carepos import daybook, promises
from carepos.database import Transaction
from ui.counter import Counter
from ui.daybook.page import DayPage
from ui.exchange.page import ImportPage
from ui.kit.tasks import Tasks
from ui.preferences import Preferences
from ui.promises.page import PromisesPage
from ui.settings.page import SettingsPage

SHOWN_BY = {
    "promises": {"promises", "complaints"},
    "daybook": {"daybook", "promises", "complaints", "feedback", "loyalty", "purchases"},
    "settings": {"settings", "staff", "loyalty"},
}


class Rooms(QObject):
    """The rooms, and what they announce."""

    recorded = Signal(str, object)
    chosen = Signal(str)
    preference_chosen = Signal(str, object)
    room_wanted = Signal(str)
    find_wanted = Signal()

    def __init__(self, tasks: Tasks, preferences: Preferences, staff_name: str) -> None:
        super().__init__()
        self.counter = Counter(tasks, preferences.language, staff_name)
        self.promises, self.day = PromisesPage(tasks), DayPage(tasks)
        self.settings = SettingsPage(tasks, preferences)
        self.exchange = ImportPage(tasks)
        self._pages: dict[str, PromisesPage | DayPage | SettingsPage | ImportPage] = {
            "promises": self.promises,
            "daybook": self.day,
            "settings": self.settings,
            "exchange": self.exchange,
        }
        self._wire()

    @property
    def busy(self) -> bool:
        """Whether a sheet is open somewhere: it has the keyboard until it is closed."""
        return any(room.sheet is not None for room in (self.counter, self.promises, self.day))

    def page(self, room: str) -> QWidget:
        """The room's page."""
        return self._pages[room]

    def load(self, room: str) -> None:
        """Asks for what a room shows, when it is entered."""
        if room in self._pages:
            self._pages[room].load()

    def refresh(self, rooms: set[str], shown: str) -> None:
        """A command changed these rooms' rows: the counter and the page that is shown ask again."""
        self.counter.refresh(rooms)
        if rooms & SHOWN_BY.get(shown, set()):
            self.load(shown)

    @staticmethod
    def read_badges(tx: Transaction) -> dict[str, int]:
        """What waits in each room: promises due or late, a day to confirm."""
        return {"promises": promises.counts(tx).due, "daybook": int(daybook.unconfirmed(tx) is not None)}

    def _wire(self) -> None:
        for page in (self.counter, self.promises, self.day, self.settings, self.exchange):
            page.recorded.connect(self.recorded)
        self.promises.chosen.connect(self.chosen)
        self.promises.add_wanted.connect(self.find_wanted)
        self.day.chosen.connect(self.chosen)
        self.settings.import_wanted.connect(lambda: self.room_wanted.emit("exchange"))
        self.day.follow_up_wanted.connect(self._follow_up)
        for name in ("language", "theme", "scale"):
            signal = getattr(self.settings, f"{name}_chosen")
            signal.connect(lambda value, name=name: self.preference_chosen.emit(name, value))

    def _follow_up(self, customer_id: str, text: str) -> None:
        self.chosen.emit(customer_id)
        self.counter.follow_up(text)
