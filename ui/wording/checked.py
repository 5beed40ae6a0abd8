"""The check as you type, under a text field: what may hurt is underlined, a better wording is one key away (P11)."""

import functools
import re
from collections.abc import Callable, Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from carepos import wording
from carepos.database import Transaction
from ui.kit import paint, theme
from ui.kit.field import Area, Field
from ui.kit.keys import bind
from ui.kit.label import Label, tip
from ui.kit.tasks import Tasks

_LINE = 44  # design pixels of one wording to take over
_REASON_LINES = 2
_SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]?")


class Checked(QWidget):
    """Reads what stands in `field`, never hinders; its height stays, so that nothing jumps.

    `kinds` tells what the text is for, as in `wording.check`; `rows` is how many wordings it shows at once.
    """

    promise_wanted = Signal(str)  # the sentence with a vague time in it (P04)

    def __init__(
        self,
        tasks: Tasks,
        field: Area | Field,
        kinds: Callable[[str], Collection[str]] = lambda _text: (),
        rows: int = 2,
        promises: bool = True,
    ) -> None:
        super().__init__()
        self._tasks, self._field, self._kinds, self._promises = tasks, field, kinds, promises
        self._reason = Label("", "muted", wrap=True)
        self._rows = [_Better() for _ in range(rows)]
        self._findings: tuple[wording.Finding, ...] = ()
        self._text = ""
        self._build()
        self._bind()
        field.edited.connect(self.look)
        self._show("", (), ())

    def look(self) -> None:
        """Reads the field anew, if a hand or the program changed it."""
        text = self._field.text()
        if text == self._text:
            return
        self._text, kinds = text, self._kinds(text)
        self._field.edit.mark(())
        self._tasks.consider(
            self, lambda tx: _read(tx, text, kinds), lambda told: self._show(text, *told), newest="check"
        )

    def findings(self) -> tuple[wording.Finding, ...]:
        """What was found in the text as it stands."""
        return self._findings

    def take_over(self, number: int) -> None:
        """The better wording with this number (1, 2 …) replaces what was found; it can be undone in the field."""
        if 0 < number <= len(self._rows) and (act := self._rows[number - 1].act):
            act()

    def promise(self) -> None:
        """The sentence with the vague time becomes a promise with a time."""
        finding = next(iter(self._findings), None)
        if finding and finding.promise and self._promises:
            self.promise_wanted.emit(_sentence(self._text, finding.start))

    def _show(self, text: str, findings: tuple[wording.Finding, ...], better: tuple[str, ...]) -> None:
        if text != self._field.text():
            return  # the next answer is on its way
        self._findings = findings
        self._field.edit.mark([(one.start, one.end, one.level) for one in findings])
        self._tell(text, findings)
        self._offer(text, next(iter(findings), None), better)
        if findings and self._field.edit.hasFocus():
            self._come_into_sight()

    def _tell(self, text: str, findings: tuple[wording.Finding, ...]) -> None:
        first = next(iter(findings), None)
        if first is None:
            self._tell_clean(text)
            return
        rest = f"　1/{len(findings)}" if len(findings) > 1 else ""
        form = self.tr("“{words}”: {reason}")
        self._say(form.format(words=_short(first.text), reason=first.reason) + rest, _ink(first))

    def _tell_clean(self, text: str) -> None:
        """Nothing hurts; but a blank of a better wording must be filled before anybody reads it."""
        blank, clean = wording.blank_in(text), self.tr("Nothing here that may hurt.")
        if blank is not None:
            form = self.tr("Fill in {blank}: only you know it.")
            self._say(form.format(blank=text[slice(*blank)]), "kincha")
        else:
            self._say(clean if text.strip() else self.tr("Read along as you type; you decide."), "ink_3")

    def _say(self, sentence: str, ink: str) -> None:
        self._reason.set_ink(ink)
        self._reason.setText(sentence)
        self._reason.setAccessibleName(sentence)
        if not self._field.error():
            self._field.edit.setAccessibleDescription(sentence)

    def _offer(self, text: str, finding: wording.Finding | None, better: tuple[str, ...]) -> None:
        """The better wordings; the last line is for the promise where a time is vague."""
        offers: list[tuple[str, str, str, Callable[[], None]]] = []
        if finding is not None:
            promised = self.tr("Promise a day and time")
            last = [(promised, promised, "Alt+Enter", self.promise)]
            promise = last if finding.promise and self._promises else []
            best = enumerate(better[: min(3, len(self._rows) - len(promise))], start=1)
            taking = functools.partial(self._taking, text, finding)
            offers = [(_told(text, finding, one), one, f"Ctrl+{at}", taking(one)) for at, one in best] + promise
        for at, row in enumerate(self._rows):
            row.offer(*offers[at]) if at < len(offers) else row.put_away()

    def _taking(self, text: str, finding: wording.Finding, better: str) -> Callable[[], None]:
        def take() -> None:
            if text == self._field.text():
                mended = wording.mended(text, finding, better)
                first, end, words = _difference(text, mended)
                self._field.edit.replace(first, end, words)
                self._field.setFocus()
                self._choose_blank(mended, first)

        return take

    def _choose_blank(self, text: str, after: int) -> None:
        """What only the clerk knows is typed at once."""
        blank = wording.blank_in(text, after)
        if blank is not None:
            self._field.edit.choose(*blank)

    def _come_into_sight(self) -> None:
        """In a sheet that scrolls, what is told must be seen beside what is typed."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            parent.ensureWidgetVisible(self, 0, 0)
            parent.ensureWidgetVisible(self._field.edit, 0, 0)  # where both do not fit, what is typed comes first

    def _bind(self) -> None:
        for number in (1, 2, 3):
            bind(self._field, f"Ctrl+{number}", functools.partial(self.take_over, number))
        for enter in ("Alt+Return", "Alt+Enter"):
            bind(self._field, enter, self.promise)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._reason)
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)
        reason = round(theme.font("muted").pixelSize() * 1.55) * _REASON_LINES
        self._reason.setMaximumHeight(reason)
        self.setFixedHeight(reason + len(self._rows) * theme.px(_LINE))


class _Better(QAbstractButton):
    """One wording to take over, with the key that does it; all of it is read in its tip where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.act: Callable[[], None] | None = None
        self._key = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.act and self.act())

    def offer(self, told: str, text: str, key: str, act: Callable[[], None]) -> None:
        """Offers `text`, which `act` takes over; `told` is as much of it as is new."""
        self.act, self._key = act, key
        self.setText(told.replace("&", "&&"))
        self._words = told
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setToolTip(tip(text))
        self.show()
        self.update()

    def put_away(self) -> None:
        """There is nothing to take over."""
        self.act = None
        self.hide()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as a thumb."""
        return QSize(theme.px(200), theme.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters; the rest ends in …"""
        return QSize(theme.px(100), theme.px(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, its key and its words."""
        painter, four = QPainter(self), theme.px(4)
        area = QRectF(self.rect()).adjusted(0, four, 0, -four)
        lit = self.underMouse() or self.hasFocus()
        paint.box(painter, area, "indigo_wash", "indigo" if lit else "indigo_line", theme.px(8), 2 if lit else 1)
        cap = QRectF(area.left() + theme.px(8), area.top(), paint.cap_width(self._key), area.height())
        paint.cap(painter, cap, self._key)
        words = area.adjusted(cap.width() + theme.px(16), 0, -theme.px(8), 0)
        paint.words(painter, words, self._words, "body", "ink", Qt.AlignmentFlag.AlignLeft)

    _words = ""


def _read(tx: Transaction, text: str, kinds: Collection[str]) -> tuple[tuple[wording.Finding, ...], tuple[str, ...]]:
    """What was found, and what to say instead of the first of it, which takes some milliseconds too."""
    found = wording.check_draft(tx, text, kinds)
    return found, found[0].better if found else ()


def _told(text: str, finding: wording.Finding, better: str) -> str:
    """A better wording as it is offered: of what is said after the clerk's own sentence only the new words."""
    said = _sentence(text, finding.start)
    return f"＋ {better.removeprefix(said).strip(' .。')}" if better.startswith(said) and better != said else better


def _ink(finding: wording.Finding) -> str:
    return "shu" if finding.level == "warn" else "kincha"


def _short(words: str) -> str:
    return words if len(words) <= 14 else f"{words[:13]}…"


def _sentence(text: str, at: int) -> str:
    """The sentence that holds a place of the text."""
    holding = (one for one in _SENTENCE.finditer(text) if one.start() <= at < one.end())
    return next((one[0].strip() for one in holding), text.strip())


def _difference(before: str, after: str) -> tuple[int, int, str]:
    """Which characters of one text become what, to make it the other."""
    first, most = 0, min(len(before), len(after))
    while first < most and before[first] == after[first]:
        first += 1
    last = 0
    while last < most - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return first, len(before) - last, after[first : len(after) - last]
