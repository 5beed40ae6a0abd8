"""One saying on its card: what to say, how, why; said, changed, put off, and whether it pleased (P08, P13)."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from carepos import wording
from ui.kit import paint, theme
from ui.kit.button import Button
from ui.kit.label import Label
from ui.kit.marked import MarkedText
from ui.kit.scroll import Fitting
from ui.wording.ruby import Pieces, RubyText

_LEFT = 46  # design pixels that the number stands in


class SayingCard(Fitting):
    """One saying with its number; a touch marks it as said, and then asks whether it pleased."""

    said = Signal(object)
    change_wanted = Signal(object)
    put_off = Signal(object)
    judged = Signal(object, bool)

    saying: wording.Saying

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.is_said, self.is_judged = False, False
        self._text, self._ruby = MarkedText(""), RubyText()
        self._beside = Label("", "muted", wrap=True)
        self._cue, self._reason = Label("", "label", wrap=True), Label("", "muted", wrap=True)
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
        self.saying, self._why = saying, self._told(saying)
        self._text.set_text(saying.text, saying.spans)
        self._beside.setText(beside)
        self._beside.setVisible(bool(beside))
        self.set_readings(())
        self.set_said(False)
        self.setAccessibleName(f"{self.number} {saying.text}")
        self.setAccessibleDescription(f"{saying.cue} {self._why}")

    def set_readings(self, pieces: Pieces) -> None:
        """Shows the reading above the kanji; () takes it away."""
        if not pieces and self._ruby.isHidden():
            return
        self._ruby.set_pieces(pieces)
        self._ruby.setVisible(bool(pieces))
        self._text.setVisible(not pieces)

    def set_said(self, said: bool, pleased: bool | None = None) -> None:
        """Remembers on the card that it was said, and what became of it."""
        self.is_said, self.is_judged = said, pleased is not None
        for button in (self._change, self._later):
            button.setVisible(not said)
        for button in (self._pleased, self._displeased):
            button.setVisible(said and pleased is None)
        self._cue.setText(self._judged(pleased) if said else self.saying.cue)
        self._cue.set_ink("matsu" if said else "ink_2")
        self._reason.setText(self._why)

    def _judged(self, pleased: bool | None) -> str:
        sentences = {
            None: self.tr("Said. Did it please?"),
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
        """The card's edge, stronger for the first, and its number."""
        painter = QPainter(self)
        first = self.number == 1 or self.hasFocus()
        edge = "matsu_line" if self.is_said else "indigo" if first or self.underMouse() else "line"
        paint.board(painter, self.rect(), event.rect(), "surface", edge, theme.px(10), width=2 if first else 1)
        side = theme.px(24)
        cap = QRectF(theme.px(12), theme.px(12), side, side)
        if event.rect().left() > cap.right():
            return  # only words changed
        paint.box(painter, cap, "indigo" if self.number == 1 else "sunken", "", theme.px(6))
        paint.words(painter, cap, str(self.number), "label", "indigo_ink" if self.number == 1 else "ink")

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
        column, foot, told = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(theme.px(_LEFT), theme.px(10), theme.px(4), theme.px(4))
        column.setSpacing(theme.px(2))
        for widget in (self._text, self._ruby, self._beside):
            column.addWidget(widget)
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        told.setSpacing(0)
        for label in (self._cue, self._reason):
            told.addWidget(label)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        foot.setSpacing(0)
        foot.addLayout(told, 1)
        for button in (self._change, self._later, self._pleased, self._displeased):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
