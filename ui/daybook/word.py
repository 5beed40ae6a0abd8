"""The owner's word for everybody's next opening, and whether the day was read and confirmed."""

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent

from carepos import daybook
from carepos.database import Transaction, new_id
from ui.kit import messages, theme, words
from ui.kit.button import Button
from ui.kit.card import Card, divider
from ui.kit.chip import Chip
from ui.kit.field import Area
from ui.kit.label import Label
from ui.kit.tasks import Tasks


class WordCard(Card):
    """The owner writes; staff read. What was typed is saved by the button, and by going elsewhere."""

    recorded = Signal(str, object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(self.tr("The owner's word"))
        self._tasks = tasks
        self._day: dt.date | None = None
        self._stored, self._sent = "", ""
        self._read = Label("", "reading", wrap=True)
        self._area = Area("", placeholder=self.tr("Thanks, or what will change"), lines=3)
        self._save = Button(self.tr("Save the word"))
        self._chip, self._by = Chip(""), Label("", "muted", wrap=True)
        self._build()
        self._save.clicked.connect(self.save)
        self._area.edit.installEventFilter(self)

    def show_day(self, day: daybook.Day, owner: bool, names: dict[str, str]) -> None:
        """Shows a day's word; one that is being typed stays."""
        if day.day != self._day or self._typed() == self._stored:
            self._area.set_text(day.words)
            self._area.set_error("")
            self._stored = self._sent = day.words
        self._day = day.day
        self._read.setText(day.words or self.tr("No word yet."))
        for widget in (self._area, self._save):
            widget.setVisible(owner)
        self._read.setVisible(not owner)
        self._show_confirmed(day, names)

    def save(self) -> None:
        """Records what is typed, if it is anything new."""
        typed, before, day = self._typed(), self._stored, self._day
        if day is None or self._area.isHidden() or typed in (before, self._sent):
            return
        self._sent, op_id = typed, new_id()

        def undo(tx: Transaction) -> None:
            daybook.set_words(tx, new_id(), day, before)

        def done(_done: None) -> None:
            if self._day == day:
                self._stored = typed
            self.recorded.emit(self.tr("The word is saved"), undo)

        self._tasks.record(self, lambda tx: daybook.set_words(tx, op_id, day, typed), done, self._refused)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window too: closing it must not lose the word."""
        super().showEvent(event)
        self.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field saves it, and closing the window before the shop is closed."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Close):
            self.save()
        return super().eventFilter(watched, event)

    def _typed(self) -> str:
        return self._area.text().strip()

    def _refused(self, error: object) -> None:
        self._sent = self._stored
        self._area.set_error(messages.sentence(error))

    def _show_confirmed(self, day: daybook.Day, names: dict[str, str]) -> None:
        if day.confirmed_at is None:
            self._chip.set(self.tr("Not confirmed yet"), "plain")
            self._by.setText("")
            return
        self._chip.set(self.tr("Confirmed"), "green")
        settings = self._tasks.shop.settings
        form = self.tr("by {name}, {day} {time}")
        moment = day.confirmed_at.astimezone(settings.zone)
        name, today = names.get(day.confirmed_by or "", ""), settings.day_of(self._tasks.shop.clock())
        self._by.setText(form.format(name=name, day=words.day(moment.date(), today), time=f"{moment:%H:%M}"))

    def _build(self) -> None:
        self._area.edit.setAccessibleName(self.tr("The owner's word"))
        self.body.addWidget(Label(self.tr("Everybody sees it at the next opening."), "muted", wrap=True))
        self.body.addWidget(self._read)
        self.body.addWidget(self._area)
        self.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.body.addWidget(divider())
        self.body.addWidget(Label(self.tr("This day's notes"), "heading"))
        self.body.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._by)
        self.body.setSpacing(theme.px(8))
