"""Every line of a customer's points: why it is there, what was there on a past day, and all of it on paper (P15)."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import customers, loyalty
from carepos.database import Transaction
from carepos.errors import CarePosError, Refused
from carepos.settings import ShopSettings
from carepos.text import dates
from ui.kit import paper, theme, words
from ui.kit.button import Button
from ui.kit.card import divider
from ui.kit.field import Area, Field
from ui.kit.flow import empty
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.scroll import bring_in_sight
from ui.kit.tasks import Tasks
from ui.loyalty import statement, telling
from ui.loyalty.lines import LineRow, lot_words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MOST = 60


@dataclass(frozen=True)
class Past:
    """A customer's points at the end of a day, and the lines that led there."""

    day: dt.date
    balance: int
    lots: tuple[loyalty.Lot, ...]
    entries: tuple[loyalty.PointsEntry, ...]


def read_past(tx: Transaction, customer_id: str, day: dt.date) -> Past:
    """What stood there at the end of `day`, the latest line first."""
    before = tx.settings.bounds(day)[1]
    entries = [one for one in loyalty.history(tx, customer_id, before, MOST) if one.day <= day]
    balance, lots = loyalty.balance_as_of(tx, customer_id, day), loyalty.lots_as_of(tx, customer_id, day)
    return Past(day, balance, lots, tuple(entries))


class LedgerSheet(Form):
    """The lines, each opening its reasons; `open_` are the ids of those to begin with."""

    kind = "ledger"

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card, open_: tuple[str, ...] = ()) -> None:
        title = QCoreApplication.translate("LedgerSheet", "Points, line by line")
        super().__init__(over, tasks, title, words.name(card.family, card.given, card.honorific), card.id)
        self._open, self._rows = open_, dict[str, LineRow]()
        self._day = Field(self.tr("As of"), placeholder=self.tr("such as 2026-10-31"))
        self._balance, self._lots = Label("", "figure"), Label("", "muted", wrap=True)
        self._lines = QVBoxLayout()
        self._save, self._print = Button(self.tr("Save as PDF")), Button(self.tr("Print"), icon="printer")
        self._asker = QTimer(self, singleShot=True, interval=250)
        self._build()
        self._wire()

    def begin(self) -> None:
        """Opens with today's balance."""
        super().begin()
        self._ask()

    def fields(self) -> dict[str, str]:
        """Nothing is typed that would be worth keeping."""
        return {}

    def fill(self, fields: dict[str, str]) -> None:
        """There is no draft."""

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"day": self._day}

    def submit(self) -> None:
        """Shows the day that is typed."""
        self._ask(strict=True)

    def save_pdf(self, path: str) -> None:
        """Writes the statement of today to a PDF file."""
        if path:
            self._with_statement(lambda found: self._saved(statement.save(Path(path), found, self._settings)))

    def print_on(self, printer: "QPrinter") -> None:
        """Prints the statement of today."""
        self._with_statement(lambda found: statement.print_on(printer, found, self._settings))

    @property
    def _settings(self) -> ShopSettings:
        return self.tasks.shop.settings

    def _with_statement(self, then: Callable[[loyalty.Statement], None]) -> None:
        def made(found: loyalty.Statement) -> None:
            try:
                then(found)
            except CarePosError as error:
                self.refuse(error)

        self.tasks.read(self, lambda tx: loyalty.statement(tx, self.customer_id), made)

    def _saved(self, path: Path) -> None:
        self.recorded.emit(self.tr("Saved as {file}").format(file=path.name), None)

    def _ask(self, strict: bool = False) -> None:
        try:
            day = self._typed_day()
        except Refused as refused:
            if strict or refused.rule == "date.future":
                self.refuse(refused)
            return
        self._day.set_error("")
        who = self.customer_id
        self.tasks.read(self, lambda tx: read_past(tx, who, day or tx.today), self._show, newest="past")

    def _typed_day(self) -> dt.date | None:
        if not self._day.text().strip():
            return None
        try:
            day = dates.parse_day(self._day.text())
        except ValueError as fault:
            raise Refused(str(fault), field="day") from None
        if day > self._settings.day_of(self.tasks.shop.clock()):
            raise Refused("date.future", field="day")
        return day

    def _show(self, past: Past) -> None:
        self._balance.setText(telling.held(past.balance))
        today = self._settings.day_of(self.tasks.shop.clock())
        self._lots.setText("　".join(lot_words(lot, today) for lot in past.lots))
        self._lots.setVisible(bool(past.lots))
        empty(self._lines)
        self._rows = {}
        for entry in past.entries:
            row = LineRow(entry, today)
            row.wanted.connect(lambda row=row: self._explain(row))
            self._rows[entry.id] = row
            self._lines.addWidget(row)
            row.show()  # at once: Qt would show it a turn of the loop later, squeezed
        if not past.entries:
            self._lines.addWidget(Label(self.tr("No points yet."), "muted"))
        for entry_id in self._open:
            if entry_id in self._rows:
                self._explain(self._rows[entry_id])
        self._open = ()

    def _explain(self, row: LineRow) -> None:
        if row.told():
            row.fold()
            return
        self.tasks.read(self, lambda tx: loyalty.explain(tx, row.entry.id), lambda why: self._tell(row, why))

    def _tell(self, row: LineRow, why: loyalty.Explanation) -> None:
        row.tell(why)
        QTimer.singleShot(0, row, lambda: bring_in_sight(row))

    def _ask_where(self) -> None:
        paper.ask_where(self, "points.pdf", self.save_pdf)

    def _ask_printer(self) -> None:
        paper.ask_printer(self, self.print_on)

    def _wire(self) -> None:
        self._day.edited.connect(self._asker.start)
        self._day.edit.returnPressed.connect(self.submit)
        self._asker.timeout.connect(self._ask)
        self._save.clicked.connect(self._ask_where)
        self._print.clicked.connect(self._ask_printer)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.px(16))
        top.addWidget(self._balance, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        top.addWidget(self._day, 2)
        self._lines.setSpacing(0)
        self.body.addLayout(top)
        self.body.addWidget(self._lots)
        self.body.addWidget(divider())
        self.body.addLayout(self._lines)
        self.body.addWidget(self._fault)
        self.foot.addWidget(self._print)
        self.foot.addWidget(self._save)
