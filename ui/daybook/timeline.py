"""The panel with everything between the shop and one customer, filtered and loaded as it is scrolled (P22)."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from carepos import daybook, loyalty, purchases, staff
from carepos.database import Transaction
from ui.daybook import entries
from ui.kit import theme
from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.kit.timeline import Timeline

PAGE = 60
Answer = tuple[list[daybook.Entry], entries.Setting]


class TimelinePanel(Card):
    """Latest first; chips choose purchases, care or points."""

    picked = Signal(object, object)  # the daybook.Entry, and its row
    points_picked = Signal(list)  # the ids of the lines of points behind the row

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._customer_id = ""
        self._entries: list[daybook.Entry] = []
        self._setting: entries.Setting | None = None
        self._more = False
        self._filter = ChipRow(
            [
                ("", self.tr("All")),
                ("purchases", self.tr("Purchases")),
                ("care", self.tr("Care")),
                ("points", self.tr("Points")),
            ]
        )
        self._heading, self._list = Label(self.tr("So far"), "heading"), Timeline()
        self._build()
        self._filter.chosen.connect(lambda _value: self._reload())
        self._list.more_wanted.connect(self._ask_more)
        self._list.picked.connect(self._pick)

    def load(self, customer_id: str) -> None:
        """Shows a customer's past."""
        if customer_id != self._customer_id:
            self._filter.set_value("")
        self._customer_id = customer_id
        self._reload()

    def _reload(self) -> None:
        self._ask(None, self._show)

    def _ask_more(self) -> None:
        if self._more and self._entries:
            self._more = False
            self._ask(daybook.moment(self._entries[-1]), self._append)

    def hasHeightForWidth(self) -> bool:
        """It scrolls: it takes the height it is given."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the chips would need a second line beside the heading, they stand alone: the past wants that line."""
        beside = self._heading.sizeHint().width() + theme.px(8) + self._filter.sizeHint().width()
        margins = self.body.contentsMargins()
        self._heading.setVisible(beside <= self.contentsRect().width() - margins.left() - margins.right())
        super().resizeEvent(event)

    def _ask(self, before: dt.datetime | None, then: Callable[[Answer], None]) -> None:
        customer_id, only = self._customer_id, self._filter.value()

        def read(tx: Transaction) -> Answer:
            found = daybook.timeline(tx, customer_id, before, PAGE, only)
            return found, entries.Setting(tx.settings.zone, tx.today, staff.names(tx))

        self._tasks.read(self, read, then, newest="timeline")

    def _show(self, answer: Answer) -> None:
        self._setting = answer[1]
        self._entries, self._more = list(answer[0]), len(answer[0]) >= PAGE
        self._list.set_entries(entries.rows(*answer))

    def _append(self, answer: Answer) -> None:
        self._entries += answer[0]
        self._more = len(answer[0]) >= PAGE
        self._list.append(entries.rows(*answer))

    def _pick(self, entry_id: str) -> None:
        entry = next(entry for entry in self._entries if entry.id == entry_id)
        earned = entries.earned_by(entry.id, self._entries) if isinstance(entry, purchases.PurchaseEntry) else [entry]
        points = [one.id for one in earned if isinstance(one, loyalty.PointsEntry)]
        if points:
            self.points_picked.emit(points)
        elif self._setting is not None:
            self.picked.emit(entry, *entries.rows([entry], self._setting))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._heading)
        row.addWidget(self._filter, 1)
        self._filter.set_value("")
        self._list.setAccessibleName(self.tr("What happened so far"))
        self.body.setContentsMargins(theme.px(14), theme.px(4), theme.px(6), theme.px(6))
        self.body.setSpacing(theme.px(2))
        self.body.addLayout(row)
        self.body.addWidget(self._list, 1)
