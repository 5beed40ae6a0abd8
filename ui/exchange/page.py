"""Bringing customers and receipts in from another system: a file, a look at what it holds, and in it goes."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from carepos import exchange
from carepos.database import Transaction, new_id
from ui.exchange import words as told
from ui.exchange.mapping import Mapping
from ui.kit import faults, messages, theme, words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import Chip
from ui.kit.empty import Empty
from ui.kit.flow import FlowLayout, empty
from ui.kit.label import Elided, Label
from ui.kit.page import Page
from ui.kit.scroll import Scroll
from ui.kit.table import Table
from ui.kit.tasks import Tasks
from ui.staff import passphrase

FILES = "CSV, Excel (*.csv *.tsv *.txt *.xlsx);;* (*)"

MOST_NAMED = 12


class ImportPage(Page):
    """Nothing is written before the owner has seen what will happen; a batch can be taken back whole."""

    recorded = Signal(str, object)
    _moved = Signal(int, int)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._path: Path | None = None
        self._stop = Event()  # ends the run under way; each has its own
        self._look: exchange.Look | None = None
        self._choose = Button(self.tr("Choose a file"), tone="primary", icon="import")
        self._start = Button(self.tr("Bring in"), key="Ctrl+Enter", tone="primary")
        self._cancel, self._halt = Button(self.tr("Cancel")), Button(self.tr("Stop"))
        self._bar, self._hint, self._fault = QProgressBar(), Elided("", "muted"), faults.fault_line()
        self._file, self._rejected, self._preview = FileCard(), RejectedCard(), Card(self.tr("The first rows"))
        self._mapping, self._rows, self._batches = Mapping(), Table(), BatchList()
        self._empty = Empty(
            self.tr("Drop a file here, or choose one"),
            self.tr("Square, Smaregi, AirREGI, Loyverse, Shopify, or any CSV or Excel table"),
            "import",
        )
        self._build()
        self._wire()
        self._show_file(False)

    def _tell_progress(self, read: int, size: int) -> None:
        """Called on the thread that reads; the page may have gone with another language or text size."""
        if isValid(self):
            self._moved.emit(read, size)

    def load(self) -> None:
        """Lists what was brought in before."""
        self._tasks.read(self, dated_batches, self._batches.show_batches, newest="batches")

    def choose(self, path: Path) -> None:
        """Looks into a file: its kind, its encoding, what it would bring."""
        self._path, self._look = path, None
        self._fault.hide()
        self._hint.setText(self.tr("Reading {name} …").format(name=path.name))
        self._tasks.consider(self, lambda _tx: exchange.look(path), self._looked, newest="look", failed=self._refused)

    def _looked(self, look: exchange.Look) -> None:
        if self._path is None:  # cancelled meanwhile
            return
        self._look = look
        self._mapping.offer(look)
        self._preview.setVisible(True)
        self._rows.show_rows(look.header, look.first[:8])
        self._rows.fit(8)
        self._rehearse()

    def _rehearse(self) -> None:
        """Does everything without keeping it, to say beforehand what will happen; another choice begins anew."""
        assert self._look is not None
        assert self._path is not None
        path, kind, columns, op_id = self._path, self._look.kind, self._columns(), new_id()
        self._hint.setText(self.tr("Checking every row …"))
        stop = self._begin_long()

        def work(tx: Transaction) -> exchange.Report:
            return exchange.bring_in(
                tx, op_id, path, kind, columns, dry_run=True, progress=self._tell_progress, stop=stop.is_set
            )

        def newest(answer: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda result: answer(result) if stop is self._stop else None

        self._tasks.background(self, work, newest(self._rehearsed), newest(self._not_rehearsed))

    def _not_rehearsed(self, error: Any) -> None:
        """A table of the shop's own stays, so that its columns can be named."""
        if self._look is None or self._look.kind or error.rule == "import.stopped":
            self._refused(error)
            return
        self._end_long()
        self._show_file(True)
        for widget in (self._file, self._rejected, self._start):
            widget.hide()
        self._hint.setText("")
        self._tell(error)

    def _columns(self) -> dict[str, str] | None:
        """What the owner chose; a kind we know needs no choice."""
        known = self._look is not None and self._look.kind
        return None if known else self._mapping.columns()

    def _rehearsed(self, report: exchange.Report) -> None:
        assert self._look is not None
        assert self._path is not None
        self._end_long()
        self._fault.hide()
        self._show_file(True)
        self._file.show_report(self._path.name, self._look, report)
        self._rejected.show_rejected(report)
        taken = report.rows - report.rejected_rows
        self._start.setText(self.tr("Bring in %Ln row(s)", "", taken))
        self._start.setEnabled(taken > 0)
        if self._choose.hasFocus():
            self._start.setFocus()
        self._hint.setText(self.tr("It can be taken back as a whole afterwards"))

    def _bring_in(self) -> None:
        if self._path is not None and self._look is not None and self._start.isVisible() and self._start.isEnabled():
            passphrase.ask(self._tasks, self, self._run)

    def _run(self) -> None:
        assert self._look is not None
        assert self._path is not None
        path, kind, columns, op_id = self._path, self._look.kind, self._columns(), new_id()
        self._hint.setText(self.tr("Bringing in …"))
        self._mapping.setEnabled(False)
        stop = self._begin_long()

        def work(tx: Transaction) -> exchange.Report:
            return exchange.bring_in(
                tx,
                op_id,
                path,
                kind,
                columns,
                progress=self._tell_progress,
                stop=stop.is_set,
                rejected_to=path.parent,
            )

        self._tasks.background(self, work, self._done, self._refused)

    def _done(self, report: exchange.Report) -> None:
        self._end_long()
        self._reset()
        batch = report.batch
        sentence = self.tr("Brought in: {added} new, {updated} changed, {purchases} purchases").format(
            added=f"{report.added:,}", updated=f"{report.updated:,}", purchases=f"{report.purchases:,}"
        )
        self.recorded.emit(sentence, lambda tx: exchange.undo(tx, new_id(), batch))
        if report.rejected_file:
            name = Path(report.rejected_file).name
            self._hint.setText(self.tr("Rows to mend are in {name}, beside your file").format(name=name))
        self.load()

    def _undo(self, batch_id: str) -> None:
        op_id = new_id()

        def undone(found: exchange.Undone) -> None:
            self._end_long()
            self._hint.setText("")
            form = self.tr("Taken back: {out} customers out, {back} as before, {kept} kept")
            sentence = form.format(out=found.taken_out, back=found.put_back, kept=len(found.kept))
            self.recorded.emit(sentence, None)
            self.load()

        def run() -> None:
            self._hint.setText(self.tr("Taking back …"))
            self._begin_long()
            self._halt.hide()
            self._bar.setRange(0, 0)  # nobody can say how far it is
            self._tasks.background(self, lambda tx: exchange.undo(tx, op_id, batch_id), undone, self._refused)

        passphrase.ask(self._tasks, self, run)

    def _refused(self, error: Any) -> None:
        self._end_long()
        self._reset()
        self._tell(error)

    def _tell(self, error: Any) -> None:
        """What went wrong stands above the file, in red."""
        self._fault.setText(messages.sentence(error))
        self._fault.show()

    def _begin_long(self) -> Event:
        self._stop.set()
        self._stop = Event()
        self._bar.setRange(0, 1000)
        self._bar.setValue(0)
        self._bar.show()
        self._halt.show()
        focus = QApplication.focusWidget()
        for widget in (self._start, self._choose, self._cancel, self._batches):
            if focus is not None and (widget is focus or widget.isAncestorOf(focus)):
                self._halt.setFocus()  # else it would go to the counter's button in the rail
            widget.setEnabled(False)
        return self._stop

    def _end_long(self) -> None:
        self._mapping.setEnabled(True)
        for widget in (self._start, self._choose, self._cancel, self._batches):
            widget.setEnabled(True)
        if self._halt.hasFocus():
            self._choose.setFocus()
        self._bar.hide()
        self._halt.hide()

    def _progress(self, read: int, size: int) -> None:
        self._bar.setValue(min(1000, read * 1000 // max(size, 1)))

    def _cancelled(self) -> None:
        self._fault.hide()
        self._reset()

    def _reset(self) -> None:
        self._path, self._look = None, None
        self._show_file(False)
        self._hint.setText("")

    def _show_file(self, shown: bool) -> None:
        for widget in (self._file, self._rejected, self._preview, self._start, self._cancel):
            widget.setVisible(shown)
        self._mapping.setVisible(shown and self._look is not None and not self._look.kind)
        self._empty.setVisible(not shown)
        self._batches.setVisible(not shown)

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", FILES)
        if name:
            self.choose(Path(name))

    def _halt_now(self) -> None:
        self._stop.set()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped, one after the other."""
        if event.mimeData().hasUrls() and self._choose.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file dropped is looked into."""
        self.choose(Path(event.mimeData().urls()[0].toLocalFile()))

    def _wire(self) -> None:
        self._choose.clicked.connect(self._ask_file)
        self._start.clicked.connect(self._bring_in)
        self._cancel.clicked.connect(self._cancelled)
        self._halt.clicked.connect(self._halt_now)
        self._mapping.changed.connect(self._rehearse)
        self._batches.undo_wanted.connect(self._undo)
        self._moved.connect(self._progress)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._bring_in)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.head.addWidget(Label(self.tr("Bring in"), "title"))
        self.head.addStretch(1)
        self.head.addWidget(self._choose)
        self._preview.body.addWidget(self._mapping)
        self._preview.body.addWidget(self._rows)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (self._fault, self._file, self._rejected, self._preview):
            column.addWidget(widget)
        column.addWidget(self._empty, 1)
        column.addWidget(self._batches)
        column.addStretch(0)
        self.body.addWidget(Scroll(inside))
        self._bar.setFixedWidth(theme.px(260))
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.hide()
        self._halt.hide()
        for part in (self._start, self._cancel, self._bar, self._halt, self._hint):
            self.foot.addWidget(part)
        self.foot.setStretchFactor(self._hint, 1)


class FileCard(Card):
    """What the file is, and what it would do."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._kind, self._unread = Elided("", "title"), Label("", "muted"), Label("", "body", wrap=True)
        counts = QWidget()
        self._chips = FlowLayout(counts, gap=theme.px(6))
        row, column = QHBoxLayout(), QVBoxLayout()
        column.addWidget(self._name)
        column.addWidget(self._kind)
        row.addLayout(column, 1)
        row.addWidget(counts)
        self.body.addLayout(row)
        self.body.addWidget(self._unread)

    def show_report(self, name: str, look: exchange.Look, report: exchange.Report) -> None:
        """The file's name, kind, encoding and counts."""
        self._name.setText(name)
        encodings = {"cp932": "Shift_JIS (CP932)", "utf-8": "UTF-8", "utf-8-sig": "UTF-8 (BOM)"}
        encoding = encodings.get(look.encoding.lower(), look.encoding)
        rows = self.tr("%Ln row(s)", "", report.rows)
        self._kind.setText("　•　".join((told.kind(look.kind), encoding, rows)))
        self._unread.setVisible(bool(report.unread))
        self._unread.setText(self.tr("Not read: {columns}").format(columns=_listed(report.unread)))
        empty(self._chips)
        counts = [
            (self.tr("New {n}"), report.added, "green"),
            (self.tr("Changed {n}"), report.updated, "plain"),
            (self.tr("Same {n}"), report.unchanged, "plain"),
            (self.tr("Purchases {n}"), report.purchases, "green"),
            (self.tr("Without a customer {n}"), report.without_customer, "plain"),
            (self.tr("Left out {n}"), report.rejected_rows, "red"),
        ]
        for form, count, tone in counts:
            if count or form == self.tr("New {n}"):
                self._chips.addWidget(Chip(form.format(n=f"{count:,}"), tone if count else "plain"))


def _listed(columns: Sequence[str]) -> str:
    """The first columns by name; a file may have hundreds."""
    return ", ".join(columns[:MOST_NAMED]) + (" …" if len(columns) > MOST_NAMED else "")


class RejectedCard(Card):
    """The rows that cannot be taken, each with its reason."""

    def __init__(self) -> None:
        super().__init__()
        self._head, self._table = Label("", "strong"), Table()
        row = QHBoxLayout()
        row.addWidget(self._head)
        row.addWidget(Label(self.tr("the rest comes in; mend these and bring them in later"), "muted"), 1)
        self.body.addLayout(row)
        self.body.addWidget(self._table)

    def show_rejected(self, report: exchange.Report) -> None:
        """Lists them, or hides when there are none."""
        self.setVisible(bool(report.rejected))
        self._head.setText(self.tr("%Ln row(s) left out", "", report.rejected_rows))
        headings = [self.tr("Line"), self.tr("Column"), self.tr("Value"), self.tr("Reason")]
        rows = [(str(one.line), one.column, one.value, messages.sentence(one.refusal)) for one in report.rejected[:200]]
        self._table.show_rows(headings, rows, fill=True)
        self._table.fit(5)


DatedBatches = list[tuple[dt.date, exchange.Batch]]


def dated_batches(tx: Transaction) -> DatedBatches:
    """What was brought in, the latest first, with the shop's day of each."""
    return [(tx.settings.day_of(batch.at), batch) for batch in exchange.batches(tx)]


class BatchList(Card):
    """What was brought in before; each batch can be taken back."""

    undo_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Brought in so far"))
        self._column = QVBoxLayout()
        self.body.addLayout(self._column)

    def show_batches(self, batches: DatedBatches) -> None:
        """Lists the latest ten."""
        empty(self._column)
        for day, batch in batches[:10]:
            self._column.addWidget(self._row(day, batch))
        if not batches:
            self._column.addWidget(Label(self.tr("Nothing yet."), "muted"))

    def _row(self, day: dt.date, batch: exchange.Batch) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Elided(batch.name, "strong"), 2)
        counts = self.tr("{added} new, {updated} changed, {purchases} purchases").format(
            added=f"{batch.added:,}", updated=f"{batch.updated:,}", purchases=f"{batch.purchases:,}"
        )
        row.addWidget(Elided(f"{words.day(day)}　{told.kind(batch.kind)}　{counts}", "muted"), 3)
        if batch.undone_at is None:
            button = Button(self.tr("Take back"))
            button.clicked.connect(lambda: self.undo_wanted.emit(batch.id))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        else:
            row.addWidget(Chip(self.tr("Taken back")))
        return box
