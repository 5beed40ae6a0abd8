"""The search box and the list below it: a few characters name a customer, Enter opens their card."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit import icons, paint, theme
from ui.kit.edit import Line

if TYPE_CHECKING:
    from carepos.customers import Hit
    from ui.customers.hits import HitList
    from ui.kit.tasks import Tasks

PAUSE = 30  # milliseconds in which those found are painted: what is less urgent, as near spellings, waits so long


class SearchBox(QWidget):
    """Where everything begins; it can be typed into before the shop is open, and asks as soon as it is."""

    chosen = Signal(str)  # a customer's id
    register_wanted = Signal(str)  # what was typed

    def __init__(self) -> None:
        super().__init__()
        self.edit = _Typed(self)
        self._tasks: Tasks | None = None
        self._list: HitList | None = None
        self._asked: str | None = None  # the text whose answer is waited for
        self._enter_waits = False
        self._answered: tuple[str, list[Hit]] = "", []  # what was asked last, and who was found
        self._near = QTimer(self, singleShot=True, interval=PAUSE)
        self._near.timeout.connect(self._ask_near)
        self._build()
        self.edit.textEdited.connect(self.ask)
        self.edit.composed.connect(self.ask)

    def settle(self, tasks: "Tasks") -> None:
        """The shop is open: answer what was typed meanwhile."""
        from ui.customers.hits import HitList

        self._tasks = tasks
        self._list = HitList(self)
        self._list.clicked_hit.connect(self._choose)
        self._list.register_wanted.connect(lambda: self.register_wanted.emit(self.text()))
        if self.text():
            eager = self._enter_waits
            self.ask()
            self._enter_waits = eager

    def text(self) -> str:
        """What was typed, the input method's composition included."""
        return self.edit.text_with_composition()

    @property
    def opening(self) -> bool:
        """Whether an Enter waits for its answer: somebody is about to be opened."""
        return self._enter_waits

    def clear(self) -> None:
        """Empties the box and puts the list away."""
        self.edit.setText("")  # unlike clear(): Ctrl+Z brings no last customer's digits back
        self.put_away()

    def put_away(self) -> None:
        """Hides the list; an answer under way is no longer wanted."""
        self._asked, self._enter_waits = None, False
        if self._list:
            self._list.hide()

    def focus(self) -> None:
        """Takes the keyboard, ready to be typed over, and shows the latest customers."""
        self.edit.setFocus()
        self.edit.selectAll()
        self.ask()

    def take(self, event: QKeyEvent) -> bool:
        """Arrows walk the list, Enter opens, Esc puts it away; whether the key was one of these."""
        key, shown = event.key(), self.shown()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text() == self.edit.text():  # else it ends a composition
                self.enter()
        elif key == Qt.Key.Key_Escape and shown:
            self.put_away()
        elif self._list and shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Down:
            self.ask()
        else:
            return False
        return True

    def leave(self) -> None:
        """The keyboard goes elsewhere; the list goes too, unless a finger is on it."""
        if not (self._list and self._list.underMouse()):
            self.put_away()

    def enter(self) -> None:
        """Opens the chosen customer, as soon as what is typed was answered; without a list, asks for one."""
        if self._asked is not None or (self._tasks is None and self.text()):
            self._enter_waits = True
        elif not self.shown():
            self.ask()
        elif self._list and (hit := self._list.current()):
            self._choose(hit.id)

    def shown(self) -> bool:
        """Whether the list is to be seen."""
        return self._list is not None and self._list.isVisible()

    def _choose(self, customer_id: str) -> None:
        self.clear()
        self.chosen.emit(customer_id)

    def ask(self, *_: object) -> None:
        """Asks for what is typed; older questions are dropped, and an Enter that was meant for them."""
        self._enter_waits = False
        self._near.stop()
        if self._tasks is None:
            return
        from carepos import customers

        self._asked = text = self.text()
        self._tasks.read(self, lambda tx: customers.find(tx, text), lambda hits: self._show(text, hits), newest="find")

    def _show(self, text: str, hits: "list[Hit]") -> None:
        assert self._list is not None
        assert self._tasks is not None
        if self._asked != text:
            return
        self._asked = None
        if not hits and not text.strip():
            self.put_away()  # a shop without customers: nobody was asked for
            return
        self._list.show_hits(text, hits, self._tasks)
        if self._enter_waits:
            self._enter_waits = False
            self.enter()
        elif len(hits) < 5 and text.strip():
            self._answered = text, hits
            self._near.start()

    def _ask_near(self) -> None:
        from carepos import customers

        assert self._tasks is not None
        text, hits = self._answered
        if self.text() != text:
            return

        def show(near: "list[Hit]") -> None:
            if self._list and near and self.text() == text and self.shown():
                self._list.add_near(near)

        self._tasks.consider(self, lambda tx: customers.find_near(tx, text, hits), show, newest="near")

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(44), theme.px(2), theme.px(56), theme.px(2))
        row.addWidget(self.edit)
        self.setFixedHeight(theme.px(48))
        self.setMaximumWidth(theme.px(620))
        self.edit.setFont(theme.font("subtitle"))
        self.edit.setFrame(False)
        bare = "background: palette(base); border: none; border-radius: 0; padding: 0;"
        self.edit.setStyleSheet(f"{bare} min-height: {theme.px(44)}px;")
        self.edit.setPlaceholderText(self.tr("Name, kana, 4 digits or card"))
        words = round(theme.width_of(self.edit.placeholderText(), "subtitle"))
        self.setMinimumWidth(words + theme.px(44 + 56 + 8))  # what stands beside it gives way first
        self.edit.setAccessibleName(self.tr("Find a customer"))
        self.setFocusProxy(self.edit)

    def showEvent(self, event: QShowEvent) -> None:
        """No key paints what lies behind the line; its style, which has just been put on, would have it so."""
        super().showEvent(event)
        self.edit.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, the glass and the key."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint.box(painter, area, "surface", "indigo", theme.px(10), width=2)
        side = theme.px(20)
        icons.draw(painter, "search", QRectF(theme.px(14), (self.height() - side) / 2, side, side), "indigo")
        width, height = paint.cap_width("F2"), theme.px(22)
        paint.cap(
            painter, QRectF(self.width() - theme.px(14) - width, (self.height() - height) / 2, width, height), "F2"
        )


class _Typed(Line):
    """The line in the box. Its own handlers: a filter in Python would be asked about each of its many events (V3)."""

    def __init__(self, box: SearchBox) -> None:
        super().__init__()
        self._box = box

    def event(self, event: QEvent) -> bool:
        """Esc puts the list away before the window's own Esc is asked."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._box.shown():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the list takes is not typed."""
        if not self._box.take(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the keyboard."""
        self._box.leave()
        super().focusOutEvent(event)
