"""One of many: a labelled list that opens on touch; typing its first letters finds a line."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyledItemDelegate, QVBoxLayout, QWidget

from ui.kit import icons, paint, theme
from ui.kit.label import Label


class Choice(QWidget):
    """`choices` are (value, words); the first is chosen until another is."""

    chosen = Signal(str)  # the value a hand chose

    def __init__(self, label: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._box = Box()
        for value, words in choices:
            self._box.addItem(words, value)
        self._box.setAccessibleName(label)
        self._box.activated.connect(lambda _index: self.chosen.emit(self.value()))
        self.setFocusProxy(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Label(label, "label"))
        column.addWidget(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """The chosen value."""
        return str(self._box.currentData())

    def set_value(self, value: str) -> None:
        """Chooses `value` without announcing it; one that is not offered changes nothing."""
        found = self._box.findData(value)
        if found >= 0:
            self._box.setCurrentIndex(found)


class Box(QComboBox):
    """Qt's list, drawn as our fields are."""

    def __init__(self) -> None:
        super().__init__()
        self.setView(QListView())
        self.setItemDelegate(QStyledItemDelegate(self))  # Qt's own one for these lists knows no style sheet
        self.setStyleSheet(
            f"QComboBox {{ combobox-popup: 0; }}"
            f"QListView::item {{ min-height: {theme.px(40)}px; padding-left: {theme.px(10)}px; }}"
        )
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMaxVisibleItems(12)
        self.setFont(theme.font("body"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, it chooses nothing by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), QRectF(self.rect())
        on, focus = self.isEnabled(), self.hasFocus()
        line = "line" if not on else "indigo" if focus else "line_field"
        paint.box(painter, area, "surface" if on else "sunken", line, theme.px(6), width=2 if focus else 1)
        side = theme.px(18)
        words = area.adjusted(theme.px(12), 0, -2 * side, 0)
        paint.words(painter, words, self.currentText(), "body", "ink" if on else "ink_3", Qt.AlignmentFlag.AlignLeft)
        painter.translate(area.right() - side, area.center().y())
        painter.rotate(90)
        icons.draw(painter, "right", QRectF(-side / 2, -side / 2, side, side), "ink_2" if on else "ink_3")
