"""The people of the shop side by side, and the dots of a PIN: nothing here needs the shop to be open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui.kit import paint, theme
from ui.kit.avatar import token_for

if TYPE_CHECKING:
    from carepos.staff import Member

COLUMNS = 4
USUAL_DIGITS, MOST_DIGITS = 6, 8


class People(QWidget):
    """A tile for each of the people who work here, four in a row."""

    touched = Signal(object)  # the staff.Member chosen by hand

    def __init__(self) -> None:
        super().__init__()
        self._members: list[Member] = []
        self._tiles: list[PersonTile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))
        self._grid.setColumnStretch(COLUMNS, 1)

    def set_members(self, members: "Sequence[Member]") -> None:
        """Shows these people; who was chosen stays chosen, and somebody alone is chosen at once."""
        chosen = self.chosen()
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._members = list(members)
        self._tiles = [self._placed(place, member) for place, member in enumerate(members)]
        self.choose(chosen if chosen in self._members else self._members[0] if len(self._members) == 1 else None)

    def chosen(self) -> "Member | None":
        """Who is chosen, or None."""
        pairs = zip(self._members, self._tiles, strict=True)
        return next((member for member, tile in pairs if tile.isChecked()), None)

    def choose(self, member: "Member | None") -> None:
        """Chooses somebody, or nobody, without announcing it."""
        for other, tile in zip(self._members, self._tiles, strict=True):
            tile.setChecked(other == member)

    def step(self, by: int) -> None:
        """Chooses the next (1) or the previous (-1) of the people."""
        if self._members:
            here = self.chosen()
            at = self._members.index(here) + by if here else 0 if by > 0 else -1
            self.choose(self._members[at % len(self._members)])

    def _placed(self, place: int, member: "Member") -> "PersonTile":
        tile = PersonTile(member.name, self.tr("Owner") if member.role == "owner" else "")
        tile.clicked.connect(lambda: self._touch(member))
        self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
        self._grid.setColumnStretch(place % COLUMNS, 4)
        return tile

    def _touch(self, member: "Member") -> None:
        self.choose(member)
        self.touched.emit(member)


class PersonTile(QAbstractButton):
    """A round with a letter, the name, and the role below; framed when chosen."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._role = role
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.px(104))
        self.setText(name)
        self.setAccessibleName(f"{name} {role}".strip())

    def sizeHint(self) -> QSize:
        """As wide as there is room, up to what the picture has."""
        return QSize(theme.px(104), theme.px(112))

    def minimumSizeHint(self) -> QSize:
        """Room for the round and a short name."""
        return QSize(theme.px(62), theme.px(112))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        painter, area, on = QPainter(self), QRectF(self.rect()), self.isChecked()
        fill = "sunken" if self.underMouse() and not on else "surface"
        bold = on or self.hasFocus()
        paint.box(painter, area, fill, "indigo" if bold else "line", theme.px(12), width=2 if bold else 1)
        side = theme.px(38)
        circle = QRectF((self.width() - side) / 2, theme.px(14), side, side)
        paint.box(painter, circle, token_for(self.text()), radius=side / 2)
        paint.words(painter, circle, self.text()[:1].upper(), "strong", "fill_ink")
        inner = area.adjusted(theme.px(6), 0, -theme.px(6), 0)
        name, role = (QRectF(inner.left(), theme.px(top), inner.width(), theme.px(24)) for top in (55, 79))
        paint.words(painter, name, self.text(), "strong" if on else "body", "ink")
        paint.words(painter, role, self._role, "muted", "ink_3")


class Dots(QWidget):
    """One dot for each digit typed, never the digits; a wrong PIN shakes them."""

    def __init__(self) -> None:
        super().__init__()
        self._count, self._shift = 0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._swing = QVariantAnimation(self, startValue=0.0, endValue=0.0, duration=320)
        for at, shift in ((0.15, -8.0), (0.35, 8.0), (0.55, -6.0), (0.75, 4.0)):
            self._swing.setKeyValueAt(at, shift)
        self._swing.valueChanged.connect(self._move)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show that `count` digits are typed."""
        self._count = count
        self.setAccessibleName(self.tr("%n digit(s) typed", "", count))
        self.update()

    def count(self) -> int:
        """How many digits are typed."""
        return self._count

    def shake(self) -> None:
        """A head that says no."""
        if theme.motion:
            self._swing.start()

    def sizeHint(self) -> QSize:
        """Room for the longest PIN and for shaking."""
        return QSize(theme.px(32 * MOST_DIGITS + 12), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the filled and the open dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("indigo"), theme.px(2)))
        for place in range(max(USUAL_DIGITS, self._count)):
            painter.setBrush(theme.color("indigo") if place < self._count else Qt.BrushStyle.NoBrush)
            middle = QPointF(theme.px(9 + 32 * place) + 1 + self._shift, self.height() / 2)
            painter.drawEllipse(middle, theme.px(8), theme.px(8))

    def _move(self, shift: float) -> None:
        self._shift = theme.px(shift)
        self.update()
