"""The day as the owner reads it in the evening: five figures, what needs a look, a word for tomorrow (P50, P56)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from carepos import complaints, daybook, staff
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError
from ui.daybook import figures, pdf, watching
from ui.daybook.decide import AnotherWaySheet
from ui.daybook.rows import DayRow, deeds, written
from ui.daybook.watching import Fact, FactRow
from ui.daybook.word import WordCard
from ui.kit import paper, theme, words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.form import Form
from ui.kit.label import Elided, Label
from ui.kit.page import Page
from ui.kit.scroll import Scroll
from ui.kit.tasks import Tasks
from ui.kit.tile import Tile
from ui.wording.exercise import ExerciseCard

TILES_FROM = 780  # design pixels from which the five figures stand in one line
TALL = 680  # design pixels from which the day's exercise stands beside the records
_QUOTED = 40  # letters of a complaint that a follow-up repeats


@dataclass(frozen=True)
class Evening:
    """What the page shows, read in one go."""

    notes: daybook.Day
    names: dict[str, str]
    today: dt.date
    unconfirmed: dt.date | None
    facts: list[Fact]


class DayPage(Page):
    """One day's notes; the owner decides, writes and confirms, staff read."""

    recorded = Signal(str, object)  # a short sentence, and what takes the command back (or None)
    chosen = Signal(str)  # the id of a customer
    follow_up_wanted = Signal(str, str)  # the id of a customer, and what to promise them

    def __init__(self, tasks: Tasks, language: str) -> None:
        super().__init__()
        self._tasks = tasks
        self._day: dt.date | None = None
        self._shown: Evening | None = None
        self.sheet: Form | None = None
        self._date = Label("", "title")
        self._before = Button("", icon="left")
        self._after = Button("", icon="right")
        self._pdf = Button(self.tr("Save as PDF"))
        self._confirm = Button(self.tr("Confirm"), key="Ctrl+Enter", tone="primary")
        self._tiles = [Tile(heading, "–", "") for heading in figures.headings()]
        self._filter, self._list, self._word = ChipRow([]), _Rows(), WordCard(tasks)
        self._exercise = ExerciseCard(tasks, language)
        self._practise = Button(self.tr("Today's exercise"), tone="quiet")
        self._hint, self._open_day = Elided("", "muted"), Button("", tone="quiet")
        self._keys: list[QShortcut] = []
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)  # the records and the owner's word
        self._title = Label(self.tr("Daily notes"), "title")
        self._build()
        self._wire()

    def load(self, day: dt.date | None = None) -> None:
        """Asks for a day: the one given, else the one shown, else today."""
        if day is not None and day != self._day:
            self._word.save()
            self._day = day
        wanted = self._day
        self._tasks.read(self, lambda tx: _read(tx, wanted), self._show, newest="day")
        self._exercise.load()

    def save_pdf(self, path: str) -> None:
        """Writes the day that is shown to a PDF file."""
        if self._shown is None or not path:
            return
        try:
            saved = pdf.save(Path(path), self._shown.notes, self._shown.names, self._tasks.shop.settings)
        except CarePosError as error:
            self._tasks.trouble.emit(error)
            return
        self.recorded.emit(self.tr("Saved as {file}").format(file=saved.name), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the head says only what the rail does not."""
        super().resizeEvent(event)
        roomy = self.width() >= theme.px(860)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(beside if roomy else below)
        self._title.setVisible(roomy)
        self._confirm.set_key("Ctrl+Enter" if roomy else "")
        self._line_up(len(self._tiles) if self.width() >= theme.px(TILES_FROM) else 3)
        tall = self.height() >= theme.px(TALL)
        self._exercise.set_room(tall)
        self._practise.setVisible(not tall)

    def _line_up(self, across: int) -> None:
        for place, tile in enumerate(self._tiles):
            self._figures.addWidget(tile, place // across, place % across)
        for column in range(len(self._tiles)):
            self._figures.setColumnStretch(column, int(column < across))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed; whoever comes back wants today."""
        super().hideEvent(event)
        self._word.save()
        self._day = None

    def _show(self, evening: Evening) -> None:
        self._shown, self._day = evening, evening.notes.day
        owner = self._tasks.actor.role == staff.OWNER
        for tile, figure in zip(self._tiles, figures.figures(evening.notes), strict=True):
            tile.set(figure.figure, figure.detail, figure.token)
        self._show_head(evening, owner)
        self._show_counts(evening.notes, evening.facts)
        self._show_rows()
        self._word.show_day(evening.notes, owner, evening.names)
        self._show_unconfirmed(evening)

    def _show_head(self, evening: Evening, owner: bool) -> None:
        day = evening.notes.day
        same_year = day.year == evening.today.year
        self._date.setText(words.long_day(day) if same_year else words.day(day, evening.today))
        self._after.setEnabled(day < evening.today)
        self._pdf.setVisible(owner)
        self._confirm.setVisible(owner and evening.notes.confirmed_at is None)

    def _show_counts(self, notes: daybook.Day, facts: list[Fact]) -> None:
        look = sum(entry.needs_look for entry in notes.entries)
        choices = [
            ("look", self.tr("What needs a look %n", "", look)),
            ("all", self.tr("Everything %n", "", len(notes.entries))),
        ]
        if facts:
            choices.append(("points", self.tr("Points, 30 days %n", "", len(facts))))
        self._filter.set_choices(choices)
        if not self._filter.value():
            self._filter.set_value("look")

    def _show_rows(self) -> None:
        if self._shown is None:
            return
        if self._filter.value() == "points":
            self._show_facts(self._shown.facts)
            return
        notes, everything = self._shown.notes, self._filter.value() == "all"
        chosen = [entry for entry in notes.entries if everything or entry.needs_look]
        owner = self._tasks.actor.role == staff.OWNER
        lines = written(chosen, notes.day, self._shown.names, self._tasks.shop.settings)
        pairs = zip(chosen, lines, strict=True)
        rows = [DayRow(entry, line, deeds(entry, owner)) for entry, line in pairs]
        for row in rows:
            row.wanted.connect(lambda deed, row=row: self._do(deed, row))
        nothing = self.tr("Nothing is recorded for this day.") if everything else self.tr("Nothing needs a look.")
        self._list.show_rows(rows, nothing)

    def _show_facts(self, facts: list[Fact]) -> None:
        rows = [FactRow(fact) for fact in facts]
        for row in rows:
            row.chosen.connect(self.chosen)
        self._list.show_rows(rows, "")

    def _show_unconfirmed(self, evening: Evening) -> None:
        waiting = evening.unconfirmed
        self._hint.setText(self.tr("Every day before today is confirmed.") if waiting is None else "")
        self._hint.setVisible(waiting is None)
        self._open_day.setVisible(waiting is not None)
        if waiting is not None:
            day = words.day(waiting, evening.today)
            self._open_day.setText(self.tr("The notes of {day} are not confirmed yet").format(day=day))

    def _do(self, deed: str, row: DayRow) -> None:
        case = row.entry.subject
        if deed == "customer":
            self.chosen.emit(row.entry.customer_id)
        elif isinstance(case, complaints.Case):
            acts = {"grant": self._grant, "another_way": self._answer, "solve": self._solve}
            acts[deed](row, case)

    def _grant(self, row: DayRow, case: complaints.Case) -> None:
        sentence, op_id = self.tr("Granted: {name}").format(name=words.name(*row.entry.customer)), row.op_id

        def undo(tx: Transaction) -> None:
            complaints.undecide(tx, new_id(), case.id)

        self._tasks.record(
            self,
            lambda tx: complaints.decide(tx, op_id, case.id, True, ""),
            lambda _done: self.recorded.emit(sentence, undo),
        )

    def _answer(self, row: DayRow, case: complaints.Case) -> None:
        self.sheet = AnotherWaySheet(self, self._tasks, case, row.entry.customer)
        self.sheet.recorded.connect(self.recorded)
        self.sheet.closed.connect(self._sheet_closed)
        self._enable_keys(False)  # Ctrl+Enter is the sheet's while it is open
        self.sheet.begin()

    def _sheet_closed(self) -> None:
        self._enable_keys(True)
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None

    def _solve(self, row: DayRow, case: complaints.Case) -> None:
        """Solved is not the end: a dated check that it really is follows (P38)."""
        sentence, op_id = self.tr("Solved: {name}").format(name=words.name(*row.entry.customer)), row.op_id
        told = " ".join(case.words.split())
        short = told if len(told) <= _QUOTED else f"{told[:_QUOTED]}…"
        proposal = self.tr("Ask whether all is well now: {words}").format(words=short)

        def undo(tx: Transaction) -> None:
            complaints.reopen(tx, new_id(), case.id)

        def done(_done: None) -> None:
            self.recorded.emit(sentence, undo)
            self.follow_up_wanted.emit(case.customer_id, proposal)

        self._tasks.record(self, lambda tx: complaints.solve(tx, op_id, case.id), done)

    def _confirm_day(self) -> None:
        if self._shown is None or self._confirm.isHidden():
            return
        self._word.save()
        day, op_id = self._shown.notes.day, new_id()

        def undo(tx: Transaction) -> None:
            daybook.reopen(tx, new_id(), day)

        self._tasks.record(
            self,
            lambda tx: daybook.confirm(tx, op_id, day),
            lambda _done: self.recorded.emit(self.tr("The day is confirmed"), undo),
        )

    def _step(self, days: int) -> None:
        if self._shown is not None:
            day = (self._day or self._shown.notes.day) + dt.timedelta(days=days)
            if day <= self._shown.today:
                self.load(day)

    def _open_unconfirmed(self) -> None:
        if self._shown is not None:
            self.load(self._shown.unconfirmed)

    def _ask_where(self) -> None:
        if self._shown is not None:
            paper.ask_where(self, f"{self._shown.notes.day:%Y-%m-%d}.pdf", self.save_pdf)

    def _enable_keys(self, on: bool) -> None:
        for key in self._keys:
            key.setEnabled(on)

    def _wire(self) -> None:
        self._before.clicked.connect(lambda: self._step(-1))
        self._after.clicked.connect(lambda: self._step(1))
        self._pdf.clicked.connect(self._ask_where)
        self._confirm.clicked.connect(self._confirm_day)
        self._open_day.clicked.connect(self._open_unconfirmed)
        self._filter.chosen.connect(lambda _value: self._show_rows())
        self._word.recorded.connect(self.recorded)
        acts = {
            "Alt+Left": lambda: self._step(-1),
            "Alt+Right": lambda: self._step(1),
            "Ctrl+Return": self._confirm_day,
            "Ctrl+Enter": self._confirm_day,
        }
        self._keys = [QShortcut(QKeySequence(keys), self, act) for keys, act in acts.items()]

    def _build(self) -> None:
        self._build_head()
        inside, self._figures = QWidget(), QGridLayout()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.px(6), 0)  # between the cards and the scroll bar
        for row in (column, self._figures, self._halves):
            row.setSpacing(theme.px(12))
        self._halves.addWidget(self._built_entries(), 7)
        self._halves.addLayout(self._built_side(), 3)
        column.addLayout(self._figures)
        column.addLayout(self._halves, 1)
        self.body.addWidget(Scroll(inside))
        self.foot.addWidget(self._hint, 1)
        self.foot.addWidget(self._open_day)
        self.foot.addStretch(0)
        self.foot.addWidget(self._practise)
        self._practise.hide()
        self._practise.clicked.connect(self._exercise.practise)
        self._open_day.hide()

    def _built_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(theme.px(12))
        side.addWidget(self._word, 1)
        side.addWidget(self._exercise)
        return side

    def _build_head(self) -> None:
        for button, name, keys in (
            (self._before, self.tr("The day before"), "Alt+←"),
            (self._after, self.tr("The day after"), "Alt+→"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name}  {keys}")
        self.head.setSpacing(theme.px(14))
        for widget in (self._title, self._date, self._before, self._after):
            self.head.addWidget(widget)
        self.head.addStretch(1)
        self.head.addWidget(self._pdf)
        self.head.addWidget(self._confirm)
        self._pdf.hide()
        self._confirm.hide()

    def _built_entries(self) -> QWidget:
        card, head = Card(), QHBoxLayout()
        card.setMinimumHeight(theme.px(260))  # below that the page scrolls, not the records alone
        head.setSpacing(theme.px(14))
        head.addWidget(Label(self.tr("The day's records"), "heading"))
        head.addWidget(self._filter, 1)
        self._filter.setAccessibleName(self.tr("The day's records"))
        card.body.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(8))
        card.body.setSpacing(theme.px(2))
        card.body.addLayout(head)
        card.body.addWidget(self._list, 1)
        return card


class _Rows(Scroll):
    """Rows that scroll, or a friendly word."""

    def __init__(self) -> None:
        self._inside = QWidget()
        super().__init__(self._inside)
        self._column, self._nothing = QVBoxLayout(self._inside), Label("", "muted", wrap=True)
        self._rows: Sequence[QWidget] = ()
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)

    def show_rows(self, rows: Sequence[QWidget], nothing: str) -> None:
        """Shows these rows instead of the last ones."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = rows
        for at, row in enumerate(rows):
            self._column.insertWidget(at, row)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not rows)


def _read(tx: Transaction, day: dt.date | None) -> Evening:
    notes = daybook.day_notes(tx, day or tx.today)
    facts = watching.read(tx, notes.day) if tx.actor.role == staff.OWNER else []
    return Evening(notes, staff.names(tx), tx.today, daybook.unconfirmed(tx), facts)
