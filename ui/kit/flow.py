"""A layout that fills a line and goes on in the next, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_NOWHERE = Qt.Orientation(0)


class FlowLayout(QLayout):
    """Lays its widgets side by side, `gap` screen pixels apart, and wraps; lines stand `line_gap` apart."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self._laid: dict[int, list[QRect]] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def set_gap(self, gap: int) -> None:
        """Side by side `gap` screen pixels apart from now on."""
        self._gap = gap
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take `item` in as the last."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item at `index` back, or None past the end."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It never asks for more than it needs."""
        return _NOWHERE

    def hasHeightForWidth(self) -> bool:
        """Narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Screen pixels all lines need when `width` screen pixels are given."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        places = self._places(inner)
        bottom = max((place.bottom() + 1 for place in places), default=0)
        return bottom + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return self._with_margins(QSize(width, max((size.height() for size in sizes), default=0)))

    def minimumSize(self) -> QSize:
        """One item to a line, the widest."""
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return self._with_margins(least)

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place inside `rect`."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        for item, place in zip(self._shown(), self._places(inner.width()), strict=True):
            item.setGeometry(place.translated(inner.topLeft()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def invalidate(self) -> None:
        """Something changed: lay out anew when asked."""
        self._laid.clear()
        super().invalidate()

    def _places(self, width: int) -> list[QRect]:
        """Where everything goes; a layout pass asks for the same width again and again."""
        if width not in self._laid:
            self._laid[width] = self._placed(width)
        return self._laid[width]

    def _placed(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        line: list[QRect] = []
        at = QPoint(0, 0)
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > width:
                size.setWidth(max(width, item.minimumSize().width()))
            if line and at.x() + size.width() > width:
                places += _centred(line)
                at = QPoint(0, max(place.bottom() for place in line) + 1 + self._line_gap)
                line = []
            line.append(QRect(at, size))
            at += QPoint(size.width() + self._gap, 0)
        return places + _centred(line)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())


class EvenLayout(FlowLayout):
    """Gives all widgets equal shares of one line; where that is too little for any of them, a line each."""

    def _placed(self, width: int) -> list[QRect]:
        items = self._shown()
        share = (width - self._gap * (len(items) - 1)) // max(len(items), 1)
        if any(item.minimumSize().width() > share for item in items):
            share = width
        places, at = list[QRect](), QPoint(0, 0)
        for item in items:
            if at.x() + share > width:
                at = QPoint(0, places[-1].bottom() + 1 + self._line_gap)
            high = item.heightForWidth(share) if item.hasHeightForWidth() else item.sizeHint().height()
            places.append(QRect(at, QSize(share, high)))
            at += QPoint(share + self._gap, 0)
        return places


def _centred(line: list[QRect]) -> list[QRect]:
    """The places of one line, the lower ones in its middle."""
    tallest = max((place.height() for place in line), default=0)
    return [place.translated(0, (tallest - place.height()) // 2) for place in line]


def empty(layout: QLayout) -> None:
    """Takes every widget out of a layout; nobody sees it any more, and Qt takes it apart when it has time."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
