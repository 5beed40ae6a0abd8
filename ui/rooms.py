"""Every room of the window, loaded after the first paint: this is where the store's libraries come in."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from carepos import daybook, promises
from carepos.database import Transaction
from ui.counter import Counter
from ui.daybook.page import DayPage
from ui.kit.tasks import Tasks
from ui.loyalty.printing import PaperPrinter
from ui.preferences import Preferences
from ui.promises.page import PromisesPage

if TYPE_CHECKING:
    from ui.exchange.page import ImportPage
    from ui.settings.page import SettingsPage

RoomPage: TypeAlias = "PromisesPage | DayPage | SettingsPage | ImportPage"

SHOWN_BY = {
    "promises": {"promises", "complaints"},
    "daybook": {"daybook", "promises", "complaints", "feedback", "loyalty", "purchases"},
    "exchange": {"exchange"},
    "settings": {"settings", "staff", "loyalty", "printing", "wording"},
}


class Rooms(QObject):
    """The rooms, and what they announce."""

    recorded = Signal(str, object)
    chosen = Signal(str)
    preference_chosen = Signal(str, object)
    room_wanted = Signal(str)
    find_wanted = Signal()

    def __init__(self, tasks: Tasks, preferences: Preferences) -> None:
        super().__init__()
        self._tasks, self._preferences = tasks, preferences
        self.paper = PaperPrinter(tasks)
        self.counter = Counter(tasks)
        self.counter.print_wanted.connect(self.paper.print_receipt)
        self.counter.print_card_wanted.connect(self.paper.print_card)
        self.counter.recorded.connect(self.recorded)
        self._pages: dict[str, RoomPage] = {}

    def page(self, room: str) -> RoomPage:
        """The room's page, made when it is first entered."""
        if room not in self._pages:
            self._pages[room] = self._made(room)
            self._pages[room].recorded.connect(self.recorded)
        return self._pages[room]

    def is_made(self, room: str) -> bool:
        """Whether anybody has entered the room yet."""
        return room in self._pages

    def load(self, room: str) -> None:
        """Asks for what a room shows, when it is entered."""
        if room != "counter":
            self.page(room).load()

    def refresh(self, rooms: set[str], shown: str) -> None:
        """A command changed these rooms' rows: the counter and the page that is shown ask again."""
        self.counter.refresh(rooms)
        if rooms & SHOWN_BY.get(shown, set()):
            self.load(shown)

    @staticmethod
    def read_badges(tx: Transaction) -> dict[str, int]:
        """What waits in each room: promises due or late, a day to confirm."""
        return {"promises": promises.counts(tx).due, "daybook": int(daybook.unconfirmed(tx) is not None)}

    def _made(self, room: str) -> RoomPage:
        makers: dict[str, Callable[[], RoomPage]] = {
            "promises": self._made_promises,
            "daybook": self._made_day,
            "settings": self._made_settings,
            "exchange": self._made_import,
        }
        return makers[room]()

    def _made_promises(self) -> PromisesPage:
        page = PromisesPage(self._tasks)
        page.chosen.connect(self.chosen)
        page.add_wanted.connect(self.find_wanted)
        return page

    def _made_day(self) -> DayPage:
        page = DayPage(self._tasks, self._preferences.language)
        page.chosen.connect(self.chosen)
        page.follow_up_wanted.connect(self._follow_up)
        return page

    def _made_import(self) -> "ImportPage":
        from ui.exchange.page import ImportPage

        return ImportPage(self._tasks)

    def _made_settings(self) -> "SettingsPage":
        from ui.settings.page import SettingsPage

        page = SettingsPage(self._tasks, self._preferences)
        page.language_chosen.connect(lambda value: self.preference_chosen.emit("language", value))
        page.theme_chosen.connect(lambda value: self.preference_chosen.emit("theme", value))
        page.scale_chosen.connect(lambda value: self.preference_chosen.emit("scale", value))
        page.display_chosen.connect(lambda value: self.preference_chosen.emit("display", value))
        page.import_wanted.connect(lambda: self.room_wanted.emit("exchange"))
        return page

    def _follow_up(self, customer_id: str, text: str) -> None:
        self.chosen.emit(customer_id)
        self.counter.open_sheet("promise", text)
