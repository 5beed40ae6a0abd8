"""The customer's page: a window of its own, on their screen or over the counter's when the screen is turned."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedLayout, QVBoxLayout, QWidget

from carepos import loyalty
from carepos.settings import ShopSettings
from ui.display.aside import Aside
from ui.display.facts import Facts
from ui.display.letters import Letters
from ui.display.points import Points
from ui.display.sentences import Sentences
from ui.kit import theme
from ui.kit.button import Button

DESIGN = 1366, 768  # the screen on which every size is as it is written
MARGIN, BETWEEN = 64, 56


class CustomerPage(QWidget):
    """Welcomes whoever comes, or shows the one customer who stands here."""

    rated = Signal(int)
    left = Signal()  # the clerk takes the turned screen back

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("CarePOS, for the customer"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.points, self.aside, self.greeting = Points(), Aside(), Greeting()
        self._back = Button(self.tr("Back to the counter"), key="Esc", tone="quiet")
        self._customer = QWidget()
        self._build()
        self._back.clicked.connect(self.left)
        self.aside.rated.connect(self.rated)

    @property
    def names_somebody(self) -> bool:
        """Whether a customer's data stand on it."""
        return self._pages.currentWidget() is self._customer

    def show_welcome(self, settings: ShopSettings) -> None:
        """Nobody in particular is here; nothing of the last customer stays."""
        self.greeting.show_shop(settings)
        self._pages.setCurrentWidget(self.greeting)

    def show_customer(self, facts: Facts, quote: loyalty.Quote | None) -> None:
        """This customer, and the sale that is being typed."""
        self.points.show_facts(facts, quote)
        self.aside.show_facts(facts)
        self._pages.setCurrentWidget(self._customer)

    def stand_on(self, screen: QScreen) -> None:
        """Fills the customer's own screen, and leaves the keyboard with the clerk."""
        self._take_keyboard(False)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would take the keyboard
        self.show()

    def turn_over(self, window: QWidget) -> None:
        """Covers the clerk's window, which is turned to the customer now."""
        self._take_keyboard(True)
        self.setGeometry(window.geometry())
        self.showNormal()
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the screen back to the clerk; no other key does anything behind this page."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F12):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is as large as the screen allows."""
        super().resizeEvent(event)
        factor = min(self.width() / DESIGN[0], self.height() / DESIGN[1])
        margin = round(MARGIN * factor)
        self._columns.setContentsMargins(margin, round(MARGIN * factor / 2), margin, round(MARGIN * factor / 2))
        self._columns.setSpacing(round(BETWEEN * factor))
        for part in (self.points, self.aside, self.greeting):
            part.fit(factor)
        self._back.adjustSize()
        self._back.move(self.width() - self._back.width() - theme.px(8), theme.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper all lies on."""
        QPainter(self).fillRect(self.rect(), theme.color("paper"))

    def _take_keyboard(self, wanted: bool) -> None:
        self._back.setVisible(wanted)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not wanted)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not wanted)

    def _build(self) -> None:
        self._pages, self._columns = QStackedLayout(self), QHBoxLayout(self._customer)
        self._pages.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the screen decides, not the words
        self._columns.addWidget(self.points, 11)
        self._columns.addWidget(self.aside, 10)
        self._pages.addWidget(self.greeting)
        self._pages.addWidget(self._customer)
        self._back.setParent(self)
        self._back.raise_()


class Greeting(QWidget):
    """The shop's name, a welcome, and when the shop is open (P48)."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = [Letters(size, role) for size, role in ((64, "strong"), (34, "body"), (26, "subtitle"))]
        self._parts += [Letters(26, "subtitle"), Letters(22, "subtitle")]
        column = QVBoxLayout(self)
        column.addStretch(3)
        for place, letters in enumerate(self._parts):
            letters.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(letters)
            if place in (1, 3):
                column.addStretch(1)
        column.addStretch(3)

    def show_shop(self, settings: ShopSettings) -> None:
        """The shop in its own language."""
        say = Sentences(settings.language)
        told = (settings.shop_name, say.welcome(), say.hours(settings), say.closed(settings), say.how_to_begin())
        for letters, text in zip(self._parts, told, strict=True):
            letters.say(text)

    def fit(self, factor: float) -> None:
        """Makes everything `factor` times its size."""
        for letters in self._parts:
            letters.fit(factor)
