"""Pills: some only say something, some are chosen by a finger, an arrow key or Enter."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit import paint, theme
from ui.kit.flow import FlowLayout

_PILL = 32  # design pixels
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chip(QWidget):
    """A small pill that says `text` in a `tone` plain|on|red|gold|green."""

    def __init__(self, text: str, tone: str = "plain") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set(text, tone)

    def set(self, text: str, tone: str = "plain") -> None:
        """Say `text` in `tone` from now on."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        """The pill around its words."""
        return QSize(paint.chip_width(self._text, self._tone), theme.px(30))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters; the rest ends in …"""
        return QSize(min(theme.px(64), self.sizeHint().width()), theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        paint.chip(QPainter(self), QRectF(self.rect()), self._text, self._tone)


class ChipButton(QAbstractButton):
    """A pill to choose: 44 design pixels high for a finger, its painted part 32; chosen it shows `tone`."""

    def __init__(self, text: str, tone: str = "on") -> None:
        super().__init__()
        self.value, self.tone = "", tone
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setAccessibleName(text)

    def say(self, value: str, text: str, tone: str) -> None:
        """Stands for another `value` from now on."""
        self.value = value
        if (text, tone) != (self.text(), self.tone):
            self.tone = tone
            self.setText(text)
            self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Wide enough for bold words, so that choosing moves nothing, and for a thumb."""
        return QSize(max(paint.chip_width(self.text(), "on"), theme.px(44)), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters; the rest ends in …"""
        return QSize(min(theme.px(64), self.sizeHint().width()), theme.px(44))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses as Space does; arrows are the row's."""
        if event.key() in _ENTER and event.modifiers() in (_PLAIN, _KEYPAD):
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill and, with the focus, a ring in it."""
        painter = QPainter(self)
        height = theme.px(_PILL)
        area = QRectF(0, (self.height() - height) // 2, self.width(), height)
        tone = self.tone if self.isChecked() else "plain"
        paint.chip(painter, area, self.text(), tone, line="line_strong" if tone == "plain" else "")
        if self.hasFocus():
            inset = 2 if tone == "on" else 0
            ring = "indigo_ink" if tone == "on" else "indigo"
            paint.box(painter, area.adjusted(inset, inset, -inset, -inset), "", ring, height / 2 - inset, width=2)


_PLAIN, _KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class ChipRow(QWidget):
    """Chips of `choices` (value, words) that wrap; `tones` gives the chosen look of a value.

    One is chosen at a time unless `multiple`; it can be taken back only if `optional`.
    Tab enters the row once, arrow keys move inside it, Space or Enter chooses.
    """

    chosen = Signal(str)  # the value touched by hand; "" when the only chosen one was taken back

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        tones: Mapping[str, str] | None = None,
        multiple: bool = False,
        optional: bool = False,
    ) -> None:
        super().__init__()
        self._multiple, self._optional = multiple, optional or multiple
        self._chips: dict[str, ChipButton] = {}
        self._offered: tuple[list[tuple[str, str]], dict[str, str]] | None = None
        self._flow = FlowLayout(self, gap=theme.px(6), line_gap=0)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_choices(choices, tones)

    def set_choices(self, choices: Sequence[tuple[str, str]], tones: Mapping[str, str] | None = None) -> None:
        """Offer other `choices`; what is chosen stays chosen if it is still offered."""
        offered = (list(choices), dict(tones or {}))
        if offered == self._offered:
            return
        self._offered, kept = offered, self.values()
        self._relabel(choices, tones or {})
        self._line_up()
        self.set_values(*kept)
        if self.isVisible():
            self._keep_lines()

    def offer(self, values: Collection[str]) -> None:
        """Show only the choices of these `values`; one that is hidden is no longer chosen."""
        for value, chip in self._chips.items():
            chip.setVisible(value in values)
            chip.setChecked(chip.isChecked() and value in values)
        self._settle_focus()
        self._keep_lines()

    def value(self) -> str:
        """The chosen value (of several the first), "" if none."""
        return next(iter(self.values()), "")

    def values(self) -> tuple[str, ...]:
        """All chosen values in the order they stand."""
        return tuple(value for value, chip in self._chips.items() if chip.isChecked())

    def set_value(self, value: str) -> None:
        """Choose `value` alone, "" for none, without announcing it."""
        self.set_values(value)

    def set_values(self, *values: str) -> None:
        """Choose exactly these values without announcing it."""
        for value, chip in self._chips.items():
            chip.setChecked(value in values)
        self._settle_focus()

    def chip(self, value: str) -> ChipButton:
        """The chip that stands for `value`; KeyError if none does."""
        return self._chips[value]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk along the chips."""
        step = _ARROWS.get(Qt.Key(event.key()))
        chips = [chip for chip in self._chips.values() if not chip.isHidden()]
        here = next((i for i, chip in enumerate(chips) if chip.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        chips[(here + step) % len(chips)].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """All in one line."""
        return self._flow.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for every line, also where something else must give way."""
        super().resizeEvent(event)
        self._keep_lines()

    def _keep_lines(self) -> None:
        self.setMinimumHeight(self._flow.heightForWidth(self.width()) if self._chips else 0)

    def _relabel(self, choices: Sequence[tuple[str, str]], tones: Mapping[str, str]) -> None:
        """Chips say something else where they stand: making one costs more than all else (V3, V4)."""
        before, offered = self._chips, {value for value, _words in choices}
        spare = [chip for value, chip in before.items() if value not in offered]
        self._chips = {}
        for value, words in choices:
            chip = before.get(value) or (spare.pop(0) if spare else self._made())
            chip.say(value, words, tones.get(value, "on"))
            self._chips[value] = chip
        for chip in spare:
            chip.hide()
            chip.deleteLater()
        self._put(list(before.values()), list(self._chips.values()))

    def _put(self, before: list[ChipButton], chips: list[ChipButton]) -> None:
        """These chips in this order."""
        if chips != before:
            for chip in before:
                self._flow.removeWidget(chip)
            for chip in chips:
                self._flow.addWidget(chip)
        for chip in chips:
            chip.show()  # else Qt shows a new one by and by, and lays all out once more

    def _made(self) -> ChipButton:
        chip = ChipButton("")
        chip.clicked.connect(lambda: self._touched(chip.value))
        return chip

    def _touched(self, value: str) -> None:
        chip = self._chips[value]
        if not chip.isChecked() and not self._optional:
            chip.setChecked(True)
        elif not self._multiple:
            self.set_values(value if chip.isChecked() else "")
        self._settle_focus()
        self.chosen.emit(value if self._multiple else self.value())

    def _line_up(self) -> None:
        """The Tab key meets new chips where the row stands, however late they came."""
        stops: list[QWidget] = [*filter(None, (self.previousInFocusChain(),)), *self._chips.values()]
        for before, chip in pairwise(stops):
            QWidget.setTabOrder(before, chip)

    def _settle_focus(self) -> None:
        """Only one chip is a stop of the Tab key: the chosen one, else the first."""
        offered = (value for value, chip in self._chips.items() if not chip.isHidden())
        stop = self.value() or next(offered, "")
        for value, chip in self._chips.items():
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if value == stop else Qt.FocusPolicy.ClickFocus)
            if value == stop:
                self.setFocusProxy(chip)
