"""The rail at the left: where one is, where one can go, who is here."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import icons, paint, theme
from ui.kit.avatar import token_for

_MOST = 99  # a badge says no more than this


class Rail(QWidget):
    """The rooms of `items` (id, words, drawing) from top to bottom, and the person at the foot."""

    chosen = Signal(str)  # the id of the room touched
    person_clicked = Signal()

    def __init__(self, items: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._items = {name: _Item(words, icon) for name, words, icon in items}
        self._person = _Person()
        self.setFixedWidth(theme.px(84))
        self._build()
        for name, item in self._items.items():
            item.clicked.connect(lambda _checked=False, name=name: self._touched(name))
        self._person.clicked.connect(self.person_clicked)

    def set_current(self, name: str) -> None:
        """Show `name` as the room one is in; KeyError if the rail has no such room."""
        self._items[name].setChecked(True)
        for other, item in self._items.items():
            item.setChecked(other == name)

    def set_badge(self, name: str, count: int) -> None:
        """Show `count` things waiting in the room `name`; 0 shows nothing."""
        self._items[name].set_badge(count)

    def set_person(self, name: str, role: str) -> None:
        """Show who works at this till."""
        self._person.set_person(name, role)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line at its right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("line"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(10), theme.px(8), theme.px(8))
        column.setSpacing(theme.px(4))
        for item in self._items.values():
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self._person)

    def _touched(self, name: str) -> None:
        self.set_current(name)
        self.chosen.emit(name)


class _Painted(QAbstractButton):
    """A button that paints itself: a wash when current, a ring with the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paint_ground(self, painter: QPainter) -> None:
        fill = "indigo_wash" if self.isChecked() else "sunken" if self.underMouse() else ""
        paint.box(painter, QRectF(self.rect()), fill, radius=theme.px(10))
        if self.hasFocus():
            paint.box(painter, QRectF(self.rect()), "", "indigo", theme.px(10), width=2)


class _Item(_Painted):
    """One room: its drawing, its name, and how much waits there."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__()
        self._icon, self._badge = icon, 0
        self.setCheckable(True)
        self.setText(words)
        self.set_badge(0)

    def set_badge(self, count: int) -> None:
        self._badge = count
        self.setAccessibleName(f"{self.text()} {count}" if count else self.text())
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(68), theme.px(62))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        ink = "indigo" if self.isChecked() else "ink_2"
        side = theme.px(24)
        icons.draw(painter, self._icon, QRectF((self.width() - side) / 2, theme.px(9), side, side), ink)
        below = QRectF(0, theme.px(34), self.width(), theme.px(20))
        paint.words(painter, below, self.text(), "here" if self.isChecked() else "small", ink)
        if self._badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        text = str(self._badge) if self._badge <= _MOST else f"{_MOST}+"
        height = theme.px(18)
        width = max(height, round(theme.width_of(text, "badge")) + theme.px(9))
        area = QRectF(self.width() - theme.px(8) - width, theme.px(4), width, height)
        paint.box(painter, area, "shu", radius=height / 2)
        paint.words(painter, area, text, "badge", "shu_ink")


class _Person(_Painted):
    """Who works here: a round, the name, the role."""

    def __init__(self) -> None:
        super().__init__()
        self._role = ""

    def set_person(self, name: str, role: str) -> None:
        self.setText(name)
        self._role = role
        self.setAccessibleName(f"{name} {role}".strip())
        self.setToolTip(self.tr("Change who works here"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(68), theme.px(84))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        side = theme.px(38)
        circle = QRectF((self.width() - side) / 2, theme.px(3), side, side)
        if self.text():
            paint.box(painter, circle, token_for(self.text()), radius=side / 2)
            paint.words(painter, circle, self.text()[:1].upper(), "strong", "fill_ink")
        for top, words in ((43, self.text()), (62, self._role)):
            paint.words(painter, QRectF(0, theme.px(top), self.width(), theme.px(18)), words, "small", "ink_2")
