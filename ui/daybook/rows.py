"""One thing of the day: when, what kind, about whom, what; and what can be done about it on the spot."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import complaints, daybook, promises
from carepos.database import new_id
from carepos.settings import ShopSettings
from ui.daybook import entries
from ui.kit import theme, words
from ui.kit.button import SmallButton
from ui.kit.card import divider
from ui.kit.chip import Chip
from ui.kit.label import Elided, Label
from ui.kit.link import Link
from ui.kit.timeline import Entry

_TONES = {"complaint": "red", "promise": "gold", "rating": "plain", "points": "plain"}
_TIME, _KIND = 52, 106  # design pixels: the columns of times and of kinds
_LONGEST = 300  # letters of what a customer said; the rest stands on their card


@dataclass(frozen=True)
class Words:
    """A row as it is read: on the page, and on paper."""

    time: str
    kind: str
    kind_tone: str
    name: str
    text: str
    detail: str
    state: str
    state_tone: str


def written(
    found: Sequence[daybook.DayEntry], day: dt.date, names: dict[str, str], settings: ShopSettings
) -> list[Words]:
    """A day's entries in words; `names` are the staff's by id."""
    rows = entries.rows([entry.subject for entry in found], entries.Setting(settings.zone, day, names))
    return [_written(entry, row, day, settings) for entry, row in zip(found, rows, strict=True)]


def _written(entry: daybook.DayEntry, row: Entry, day: dt.date, settings: ShopSettings) -> Words:
    same_day = settings.day_of(entry.at) == day
    local = entry.at.astimezone(settings.zone)
    time = words.clock(entry.at, settings.zone) if same_day else words.day(local.date(), day)
    state, tone = _state(entry, row)
    detail = "　".join(part for part in (row.detail, _decision(entry)) if part)
    name = words.name(*entry.customer)
    return Words(time, row.title, _TONES.get(row.kind, "plain"), name, row.text, detail, state, tone)


def _state(entry: daybook.DayEntry, row: Entry) -> tuple[str, str]:
    if isinstance(entry.subject, promises.Promised) and entry.needs_look:
        if entry.subject.state == "kept":
            return QCoreApplication.translate("rows", "Kept late"), "gold"
        return QCoreApplication.translate("rows", "Late"), "red"
    return row.chip, row.chip_tone or "plain"


def _decision(entry: daybook.DayEntry) -> str:
    """What the owner said to a complaint, "" while nothing was decided."""
    subject = entry.subject
    if not isinstance(subject, complaints.Case):
        return ""
    if subject.decision == "granted":
        return QCoreApplication.translate("rows", "Granted by the owner")
    if subject.decision == "other_way":
        return QCoreApplication.translate("rows", "Another way: {reason}").format(reason=subject.decision_reason)
    return ""


def deeds(entry: daybook.DayEntry, owner: bool) -> tuple[str, ...]:
    """What somebody can do about it here: the owner decides what was asked, anybody solves the rest (P52)."""
    subject = entry.subject
    if not isinstance(subject, complaints.Case) or subject.state != "open":
        return ()
    if subject.decision == "asked":
        return ("grant", "another_way") if owner else ()
    return ("solve",)


class DayRow(QWidget):
    """Shows one entry; its name opens the customer."""

    wanted = Signal(str)  # customer|grant|another_way|solve

    def __init__(self, entry: daybook.DayEntry, row: Words, offered: tuple[str, ...]) -> None:
        super().__init__()
        self.entry = entry
        self.op_id = new_id()  # a button touched twice in haste acts once
        self._row = row
        column, line = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line.setContentsMargins(0, 0, 0, theme.px(8))
        line.setSpacing(theme.px(10))
        line.addLayout(_beside_first_line(self._time()))
        line.addLayout(_beside_first_line(self._kind()))
        line.addLayout(self._story(offered), 1)
        column.addLayout(line)
        column.addWidget(divider())

    def _time(self) -> QWidget:
        time = Label(self._row.time, "muted")
        time.setMinimumWidth(theme.px(_TIME))
        return time

    def _kind(self) -> QWidget:
        chip = Chip(self._row.kind, self._row.kind_tone)
        chip.setFixedWidth(theme.px(_KIND))
        return chip

    def _story(self, offered: tuple[str, ...]) -> QVBoxLayout:
        """One line, and its details below; what needs a look is shown whole."""
        column, first = QVBoxLayout(), QHBoxLayout()
        name = Link(self._row.name)
        name.clicked.connect(lambda: self.wanted.emit("customer"))
        column.setSpacing(0)
        first.setSpacing(theme.px(12))
        first.addWidget(name)
        if self.entry.needs_look:
            first.addStretch(1)
        else:
            first.addWidget(Elided(self._row.text), 1)
        for answer in self._answers(offered):
            first.addWidget(answer)
        column.addLayout(first)
        if self.entry.needs_look:
            column.addWidget(Label(_most(self._row.text), wrap=True))
        column.addWidget(Label(self._row.detail, "muted", wrap=True))
        return column

    def _answers(self, offered: tuple[str, ...]) -> list[QWidget]:
        named = {"grant": self.tr("Grant"), "another_way": self.tr("Another way"), "solve": self.tr("Solved")}
        found: list[QWidget] = []
        if self._row.state and "grant" not in offered:
            found.append(Chip(self._row.state, self._row.state_tone))
        for deed in offered:
            button = SmallButton(named[deed], tone="primary" if deed == "grant" else "plain")
            button.clicked.connect(lambda _checked=False, deed=deed: self.wanted.emit(deed))
            found.append(button)
        return found


def _beside_first_line(widget: QWidget) -> QVBoxLayout:
    """In the middle of the first line, whatever stands below it."""
    column = QVBoxLayout()
    column.setContentsMargins(0, max(0, (theme.px(44) - widget.sizeHint().height()) // 2), 0, 0)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return column


def _most(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
