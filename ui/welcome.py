"""The first start: a language, then a shop of one's own in three steps, or the demo shop."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos.errors import CarePosError, StorageTrouble
from carepos.paths import ShopFolder
from ui.founding import CodeStep, DoneStep, Founded, OwnerStep, ShopStep, StartStep, Step, found
from ui.kit import paint, theme
from ui.kit.aside import Aside
from ui.kit.button import Button
from ui.kit.night import Greeting, Night
from ui.kit.scroll import Scroll

_LINE = 38  # design pixels
_SIDE = 36  # design pixels left and right of what is asked
BESIDE = 860  # design pixels of the window from which the night stands beside the steps
_LEFT = Qt.AlignmentFlag.AlignLeft


class Welcome(QWidget):
    """Walks through the steps; nothing is made before the owner is known, and nothing needs a network."""

    language_chosen = Signal(str)  # the application builds this page anew in it
    shop_made = Signal(object)  # the open carepos.shop.Shop, at the very end
    demo_wanted = Signal()
    import_wanted = Signal()  # after shop_made, if customers are to be brought in

    def __init__(self, folder: ShopFolder) -> None:
        super().__init__()
        self._folder, self._aside = folder, Aside(self)
        self._founded: Founded | None = None
        self._start, self._shop, self._owner = StartStep(), ShopStep(), OwnerStep()
        self._code: CodeStep | None = None
        self._at: Step = self._start
        self._way = Way((self.tr("Your shop"), self.tr("You, the owner"), self.tr("The recovery code")))
        self._back, self._next = Button(self.tr("Back")), Button("", tone="primary")
        self._build()
        self._wire()
        self._show(self._start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room it belongs to what is asked."""
        self._night.setVisible(self.width() >= theme.px(BESIDE))
        super().resizeEvent(event)

    def step(self) -> Step:
        """The step that is shown."""
        return self._at

    def go(self) -> None:
        """On to the next step, if this one holds."""
        if not self._next.isEnabled():
            return
        self._at.content()
        acts: dict[type[Step], Callable[[], None]] = {
            StartStep: lambda: self._show(self._shop),
            ShopStep: self._leave_shop,
            OwnerStep: self._make,
            CodeStep: self._leave_code,
            DoneStep: self._finish,
        }
        try:
            acts[type(self._at)]()
        except CarePosError as error:
            self._at.refuse(error)

    def _leave_shop(self) -> None:
        self._shop.value()
        self._show(self._owner)

    def _make(self) -> None:
        settings, owner, folder = self._shop.value(), self._owner.value(), self._folder
        self._wait(True)
        self._aside.run(lambda: found(folder, settings, owner), self._made, self._not_made)

    def _made(self, founded: Founded) -> None:
        self._founded = founded
        self._wait(False)
        self._code = CodeStep(founded.shop.settings.shop_name, founded)
        self._add(self._code)
        self._show(self._code)

    def _not_made(self, error: Exception) -> None:
        self._wait(False)
        self._at.refuse(error if isinstance(error, CarePosError) else StorageTrouble("storage.failed"))

    def _leave_code(self) -> None:
        assert self._founded is not None
        assert self._code is not None
        self._code.check()
        done = DoneStep(self._founded.shop.settings.shop_name)
        done.import_wanted.connect(lambda: self._finish(bring=True))
        self._add(done)
        self._show(done)

    def _finish(self, bring: bool = False) -> None:
        assert self._founded is not None
        self.shop_made.emit(self._founded.shop)
        if bring:
            self.import_wanted.emit()

    def _wait(self, on: bool) -> None:
        for part in (self._next, self._back, self._owner):
            part.setEnabled(not on)
        self._next.setText(self.tr("Making your shop…") if on else self.tr("Go on"))

    def _show(self, step: Step) -> None:
        self._at.hide()
        self._at = step
        step.show()
        order = (StartStep, ShopStep, OwnerStep, CodeStep, DoneStep)
        self._way.set_at(order.index(type(step)))
        self._next.setText(self.tr("Open the shop") if isinstance(step, DoneStep) else self.tr("Go on"))
        self._next.setVisible(step is not self._start)
        self._back.setVisible(step in (self._shop, self._owner))
        self._scroll.verticalScrollBar().setValue(0)
        first = next(iter(step.fields().values()), None)
        (first or self._next).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._show(self._shop if self._at is self._owner else self._start)

    def _add(self, step: Step) -> None:
        step.hide()
        step.go_wanted.connect(self.go)
        self._column.insertWidget(self._column.count() - 1, step)

    def _wire(self) -> None:
        self._start.language_chosen.connect(self.language_chosen)
        self._start.demo_wanted.connect(self.demo_wanted)
        self._next.clicked.connect(self.go)
        self._back.clicked.connect(self._go_back)

    def _build(self) -> None:
        content, right, self._night = QWidget(), QVBoxLayout(), self._made_night()
        self._column, self._scroll = QVBoxLayout(content), Scroll(content)
        side = theme.px(_SIDE)
        self._column.setContentsMargins(side, theme.px(40), side, theme.px(24))
        self._column.addStretch(1)
        self._column.addStretch(1)
        for step in (self._start, self._shop, self._owner):
            self._add(step)
        right.setSpacing(0)
        right.addWidget(self._scroll, 1)
        right.addLayout(self._feet())
        halves = QHBoxLayout(self)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._night, 4)
        halves.addLayout(right, 5)

    def _made_night(self) -> Night:
        night = Night()
        night.say("CarePOS")
        night.body.addWidget(Greeting(self.tr("Welcome")))
        night.say(self.tr("Remember every customer, keep every promise."))
        night.body.addStretch(1)
        night.body.addWidget(self._way)
        night.body.addStretch(2)
        return night

    def _feet(self) -> QHBoxLayout:
        feet = QHBoxLayout()
        feet.setContentsMargins(theme.px(_SIDE), theme.px(8), theme.px(_SIDE), theme.px(24))
        feet.setSpacing(theme.px(10))
        feet.addWidget(self._back)
        feet.addStretch(1)
        feet.addWidget(self._next)
        return feet


class Way(QWidget):
    """The steps by name on the night: those done are ticked, the one under way stands bold."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names, self._at = names, 0

    def set_at(self, place: int) -> None:
        """Step `place` is under way; 0 is before the first."""
        self._at = place
        self.setVisible(place > 0)
        self.setAccessibleName("　".join(self._lines()))
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each step."""
        return QSize(theme.px(200), theme.px(_LINE) * len(self._names))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter, high = QPainter(self), theme.px(_LINE)
        for place, line in enumerate(self._lines()):
            role, ink = ("title", "night_ink") if place + 1 == self._at else ("subtitle", "night_ink_2")
            paint.words(painter, QRectF(0, place * high, self.width(), high), line, role, ink, _LEFT)

    def _lines(self) -> list[str]:
        return [f"{'✓' if place < self._at else place}　{name}" for place, name in enumerate(self._names, 1)]
