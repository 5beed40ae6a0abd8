"""One saying on its card: what to say, how, why; said, changed, put off, and whether it pleased (P08, P13)."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from carepos import wording
from ui.kit import paint, theme
from ui.kit.button import Button
from ui.kit.lines import Lines, Spans, laid
from ui.kit.scroll import Fitting
from ui.wording.ruby import Pieces, RubyText

_LEFT, _ROUND, _EDGE, _GAP = 46, 10, 4, 2  # design pixels: at the left stands the number, buttons reach further out
_TOUCH = 44  # design pixels of a button
_MARK = 2  # screen pixels that a marked passage reaches to the left of its words


class _Words(NamedTuple):
    """What a card says: the saying, the same in the visitor's language, how to say it and why; how far it is."""

    text: str = ""
    spans: Spans = ()
    beside: str = ""
    cue: str = ""
    why: str = ""
    said: bool = False
    judged: bool = False


class _Layout(NamedTuple):
    """All words of a card with their places and inks, where its foot begins, how high it is; in screen pixels."""

    words: list[tuple[QPointF, Lines, str]]
    foot: int
    height: int


class SayingCard(Fitting):
    """One saying with its number; a touch marks it as said, and then asks whether it pleased.

    It paints its words itself: as widgets in layouts they were asked for their sizes again and again (V4).
    """

    said = Signal(object)
    change_wanted = Signal(object)
    put_off = Signal(object)
    judged = Signal(object, bool)

    saying: wording.Saying

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self._words = _Words()
        self._ruby = RubyText()
        self._change, self._later = (
            self._icon("edit", self.tr("Change the words")),
            self._icon("right", self.tr("Not now")),
        )
        self._pleased, self._displeased = (
            self._icon("face4", self.tr("It pleased")),
            self._icon("face2", self.tr("It did not please")),
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()
        self._wire()

    def set_saying(self, saying: wording.Saying, beside: str = "") -> None:
        """Shows another saying, and below it what to say in the visitor's language."""
        self.saying = saying
        self._words = self._words._replace(text=saying.text, spans=saying.spans, beside=beside, why=self._told(saying))
        self._ruby.hide()
        self.set_said(False)
        self.setAccessibleName(f"{self.number} {saying.text}")

    def set_readings(self, pieces: Pieces) -> None:
        """Shows the reading above the kanji; () takes it away."""
        if pieces or not self._ruby.isHidden():
            self._ruby.set_pieces(pieces)
            self._ruby.setVisible(bool(pieces))
            self._settle()

    def set_said(self, said: bool, pleased: bool | None = None) -> None:
        """Remembers on the card that it was said, and what became of it."""
        before, judged = (self.is_said, self.is_judged), pleased is not None
        cue = self._judged(pleased) if said else self.saying.cue
        self._words = self._words._replace(cue=cue, said=said, judged=judged)
        self.setAccessibleDescription(f"{cue} {self._words.why}")
        if before != (said, judged):
            self._offer()
        self._settle()

    @property
    def is_said(self) -> bool:
        """Whether it was said to this customer."""
        return self._words.said

    @property
    def is_judged(self) -> bool:
        """Whether they told us, or showed, how it pleased."""
        return self._words.judged

    @property
    def beside(self) -> str:
        """The same in the visitor's language, "" if that was not asked for."""
        return self._words.beside

    def _offer(self) -> None:
        """The buttons for what may become of it next."""
        for button in (self._change, self._later):
            button.setVisible(not self.is_said)
        for button in (self._pleased, self._displeased):
            button.setVisible(self.is_said and not self.is_judged)
        self.update()  # its edge

    def _judged(self, pleased: bool | None) -> str:
        sentences = {
            None: self.tr("Said. Were they pleased?"),
            True: self.tr("Said, it pleased"),
            False: self.tr("Said, it did not please"),
        }
        return sentences[pleased]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A touch says it."""
        if self.rect().contains(event.position().toPoint()):
            self.said.emit(self.saying)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space say it, F4 changes it, Delete puts it off; + and − tell whether it pleased."""
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.said.emit(self.saying)
        elif event.key() == keys.Key_F4 and not self.is_said:
            self.change_wanted.emit(self.saying)
        elif event.key() == keys.Key_Delete and not self.is_said:
            self.put_off.emit(self.saying)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card's edge, stronger for the first, its number and its words."""
        painter = QPainter(self)
        first = self.number == 1 or self.hasFocus()
        edge = "matsu_line" if self.is_said else "indigo" if first or self.underMouse() else "line"
        paint.board(painter, self.rect(), event.rect(), "surface", edge, theme.px(10), width=2 if first else 1)
        side = theme.px(24)
        cap = QRectF(theme.px(12), theme.px(12), side, side)
        if event.rect().left() <= cap.right():  # else only words changed
            paint.box(painter, cap, "indigo" if self.number == 1 else "sunken", "", theme.px(6))
            paint.words(painter, cap, str(self.number), "label", "indigo_ink" if self.number == 1 else "ink")
        for at, lines, ink in self._layout_in(self.width()).words:
            lines.draw(painter, at, theme.color(ink))

    def minimumSizeHint(self) -> QSize:
        """The least size it can be read and touched at."""
        return QSize(theme.px(_LEFT + 4 * _TOUCH), theme.px(_ROUND + _TOUCH))

    def heightForWidth(self, width: int) -> int:
        """Screen pixels it needs when `width` screen pixels are given."""
        return self._layout_in(width).height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines of another length hold other words."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """Makes room for the words as they are now, puts the buttons below them and has the words painted."""
        left, above, inner = theme.px(_LEFT), theme.px(_ROUND), _inner(self.width())
        _places, foot, height = self._layout_in(self.width())
        self.setMinimumHeight(height)
        self._ruby.setGeometry(left, above, inner, foot - above)
        button = QRect(self.width() - theme.px(_EDGE), foot, theme.px(_TOUCH), theme.px(_TOUCH))
        for pair in ((self._later, self._displeased), (self._change, self._pleased)):
            button.translate(-button.width(), 0)
            for one in pair:
                one.setGeometry(button)
        buttons = QRegion(button.left(), foot, 0 if self.is_judged else 2 * button.width(), button.height())
        self.update(QRegion(left - _MARK, above, inner + _MARK, height - above).subtracted(buttons))

    def _layout_in(self, width: int) -> _Layout:
        return _laid_out(self._words, width, 0 if self._ruby.isHidden() else self._ruby.heightForWidth(_inner(width)))

    def _told(self, saying: wording.Saying) -> str:
        """The reason in words, and why it stands here: often chosen, rested."""
        parts = [saying.reason or self.tr("The shop's own")]
        if saying.chosen:
            form = self.tr("chosen {chosen} of {offered} times")
            parts.append(form.format(chosen=saying.chosen, offered=saying.offered))
        if saying.rested_days:
            parts.append(self.tr("rested %n day(s)", "", saying.rested_days))
        return self.tr(", ").join(parts)

    def _icon(self, icon: str, name: str) -> Button:
        button = Button("", tone="quiet", icon=icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _wire(self) -> None:
        self._change.clicked.connect(lambda: self.change_wanted.emit(self.saying))
        self._later.clicked.connect(lambda: self.put_off.emit(self.saying))
        self._pleased.clicked.connect(lambda: self.judged.emit(self.saying, True))
        self._displeased.clicked.connect(lambda: self.judged.emit(self.saying, False))

    def _build(self) -> None:
        for part in (self._ruby, self._change, self._later, self._pleased, self._displeased):
            part.setParent(self)
        self._ruby.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ruby.hide()
        self._offer()


def _inner(width: int) -> int:
    """Screen pixels of a line beside the number."""
    return width - theme.px(_LEFT) - theme.px(_ROUND)


@theme.worn
def _laid_out(words: _Words, width: int, readings: int) -> _Layout:
    """The saying, or so much room for its `readings`, what stands beside it; left of the buttons how and why."""
    left, top, inner = theme.px(_LEFT), theme.px(_ROUND), _inner(width)
    told = inner if words.judged else width - left - theme.px(_EDGE) - 2 * theme.px(_TOUCH)
    places: list[tuple[QPointF, Lines, str]] = []

    def write(text: str, role: str, ink: str, room: int, spans: Spans = ()) -> int:
        lines = laid(text, role, room, spans)
        places.append((QPointF(left, top), lines, ink))
        return top + round(lines.height)

    top = top + readings if readings else write(words.text, "reading", "ink", inner, words.spans)
    if words.beside:
        top += theme.px(_GAP)
        top = write(words.beside, "muted", "ink_3", inner)
    top = foot = top + theme.px(_GAP)
    if words.cue:
        top = write(words.cue, "label", "matsu" if words.said else "ink_2", told)
    top = write(words.why, "muted", "ink_3", told)
    return _Layout(places, foot, max(top, foot + theme.px(_TOUCH)) + theme.px(_EDGE))
