"""The settings: their sections at the left, one of them at the right."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from carepos import __version__
from ui.kit import paint, theme
from ui.kit.label import Elided, Label
from ui.kit.page import Page
from ui.kit.scroll import Scroll
from ui.kit.tasks import Tasks
from ui.settings.data import DataSection
from ui.settings.points import PointsSection
from ui.settings.printer import PrinterSection
from ui.settings.section import Section
from ui.settings.shop import ShopSection
from ui.settings.window import Preferences, WindowSection
from ui.settings.words import WordsSection
from ui.staff.people import PeopleSection

WIDEST = 880  # design pixels a section takes at most


class SettingsPage(Page):
    """Each choice says what it does; what is the owner's is shut for others and says so."""

    recorded = Signal(str, object)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    scale_chosen = Signal(float)
    display_chosen = Signal(str)
    import_wanted = Signal()

    def __init__(self, tasks: Tasks, preferences: Preferences) -> None:
        super().__init__()
        self.window_section = WindowSection(tasks, preferences)
        self.shop_section, self.people_section = ShopSection(tasks), PeopleSection(tasks)
        self.points_section, self.data_section = PointsSection(tasks), DataSection(tasks)
        self.printer_section = PrinterSection(tasks)
        self.words_section = WordsSection(tasks, preferences.language)
        self._sections: dict[str, Section] = {
            "window": self.window_section,
            "shop": self.shop_section,
            "people": self.people_section,
            "points": self.points_section,
            "printer": self.printer_section,
            "words": self.words_section,
            "data": self.data_section,
        }
        self._names = self._named()
        self._tabs = {name: _Tab(words) for name, words in self._names.items()}
        self._title, self._stack = Label("", "title"), QStackedWidget()
        self._build()
        self._wire()
        self.show_section("window")

    def load(self) -> None:
        """Asks for what every section shows."""
        for section in self._sections.values():
            section.load()

    def show_section(self, name: str) -> None:
        """Shows window, shop, people, points, printer, words or data; KeyError for another."""
        if any(tab.hasFocus() for tab in self._tabs.values()):
            self._tabs[name].setFocus()
        self._stack.setCurrentIndex(list(self._sections).index(name))
        self._title.setText(self._names[name])
        for other, tab in self._tabs.items():
            tab.setChecked(other == name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk along the sections while one of their names has the focus."""
        names = list(self._tabs)
        here = next((at for at, tab in enumerate(self._tabs.values()) if tab.hasFocus()), None)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if here is None or step is None:
            super().keyPressEvent(event)
            return
        name = names[(here + step) % len(names)]
        self.show_section(name)

    def _named(self) -> dict[str, str]:
        return {
            "window": self.tr("This window"),
            "shop": self.tr("Shop"),
            "people": self.tr("People"),
            "points": self.tr("Points"),
            "printer": self.tr("Printer"),
            "words": self.tr("Words"),
            "data": self.tr("Data"),
        }

    def _wire(self) -> None:
        for section in self._sections.values():
            section.recorded.connect(self.recorded)
        for name, tab in self._tabs.items():
            tab.clicked.connect(lambda _checked=False, name=name: self.show_section(name))
        self.window_section.language_chosen.connect(self.language_chosen)
        self.window_section.theme_chosen.connect(self.theme_chosen)
        self.window_section.scale_chosen.connect(self.scale_chosen)
        self.window_section.display_chosen.connect(self.display_chosen)
        self.data_section.import_wanted.connect(self.import_wanted)

    def _build(self) -> None:
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self.foot.addWidget(Elided(f"CarePOS {__version__}", "muted"))
        tabs, row = QVBoxLayout(), QHBoxLayout()
        tabs.setSpacing(theme.px(4))
        for tab in self._tabs.values():
            tabs.addWidget(tab)
        tabs.addStretch(1)
        for section in self._sections.values():
            self._stack.addWidget(Scroll(_framed(section)))
        row.setSpacing(theme.px(20))
        row.addLayout(tabs)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)


def _framed(section: Section) -> QWidget:
    """A section at the upper left, no wider than can be read."""
    frame = QWidget()
    row, column = QHBoxLayout(frame), QVBoxLayout()
    row.setContentsMargins(0, 0, theme.px(12), 0)
    section.setMaximumWidth(theme.px(WIDEST))
    column.addWidget(section)
    column.addStretch(1)
    row.addLayout(column, 100)
    row.addStretch(1)
    return frame


class _Tab(QAbstractButton):
    """The name of a section; washed when it is shown."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(46))

    def nextCheckState(self) -> None:
        """The page says which name is chosen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area, on = QPainter(self), QRectF(self.rect()), self.isChecked()
        fill = "indigo_wash" if on else "sunken" if self.underMouse() else ""
        paint.box(painter, area, fill, radius=theme.px(10))
        if self.hasFocus():
            paint.box(painter, area, "", "indigo", theme.px(10), width=2)
        inner = area.adjusted(theme.px(16), 0, -theme.px(12), 0)
        role, ink = ("strong", "indigo") if on else ("body", "ink_2")
        paint.words(painter, inner, self.text(), role, ink, Qt.AlignmentFlag.AlignLeft)
