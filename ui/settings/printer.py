"""The receipt printer of this till: where it is, how wide its paper is, and a page to try it."""

from carepos import printing
from carepos.database import new_id
from carepos.errors import CarePosError, Refused
from carepos.printing import Printer
from ui.kit import faults
from ui.kit.aside import Aside
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.field import Area, Field, labelled
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.settings.section import Section

NONE = "none"


class PrinterSection(Section):
    """Until a printer is chosen nothing is printed, and nothing offers to."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.kind = ChipRow([(NONE, self.tr("None")), ("network", self.tr("Network")), ("device", self.tr("USB"))])
        self.address = Field(self.tr("Address"))
        self.columns = ChipRow([("32", self.tr("58 mm")), ("48", self.tr("80 mm"))])
        self._paper = labelled(self.tr("Paper"), self.columns)
        self.try_out = Button(self.tr("Print a test page"), icon="printer")
        self.save = Button(self.tr("Save"), tone="primary")
        self._aside = Aside(self)
        self._before: Printer | None = None
        self._op_id = new_id()
        self._build()
        self._fill(None)
        self._wire()

    def load(self) -> None:
        """Shows this till's printer, unless a hand is changing it."""
        super().load()
        self._choose_kind()
        self.tasks.read(self, printing.till_printer, self._show, newest="printer")

    def fields(self) -> dict[str, Field | Area]:
        """The fields a refusal may name."""
        return {"address": self.address}

    def _show(self, printer: Printer | None) -> None:
        if self._typed() == self._shown:
            self._fill(printer)

    def _fill(self, printer: Printer | None) -> None:
        self._before, self._op_id = printer, new_id()
        self.kind.set_value(printer.kind if printer else NONE)
        self.columns.set_value(str(printer.columns if printer else max(printing.WIDTHS)))
        self.address.set_text(printer.address if printer else "")
        self._choose_kind()
        self._shown = self._typed()

    def _typed(self) -> tuple[str, ...]:
        return self.kind.value(), self.address.text(), self.columns.value()

    def _chosen(self) -> Printer | None:
        """What is typed; raises Refused("printer.address")."""
        kind = self.kind.value()
        if kind == NONE:
            return None
        return printing.checked(Printer(kind, self.address.text(), int(self.columns.value())))

    def _choose_kind(self) -> None:
        kind = self.kind.value()
        hints = {
            "network": self.tr("for example 192.168.1.20"),
            "device": self.tr(r"for example /dev/usb/lp0, or on Windows \\localhost\printer"),
        }
        self.address.set_hint(hints.get(kind, ""))
        for widget in (self.address, self._paper):
            widget.setVisible(kind != NONE)
        self.try_out.setVisible(kind != NONE and self.is_owner)

    def _save(self) -> None:
        before, op_id = self._before, self._op_id
        try:
            chosen = self._chosen()
        except Refused as refused:
            self.refuse(refused)
            return
        self.record(lambda tx: printing.set_printer(tx, op_id, chosen), lambda _: self._saved(before, chosen))

    def _saved(self, before: Printer | None, chosen: Printer | None) -> None:
        self._fill(chosen)
        sentence = self.tr("The printer is saved") if chosen else self.tr("Nothing is printed here any more")
        self.recorded.emit(sentence, lambda tx: printing.set_printer(tx, new_id(), before))

    def _try_out(self) -> None:
        """Prints a page with what is typed, saved or not."""
        faults.clear(self.fields(), self.fault)
        try:
            printer = self._chosen()
        except Refused as refused:
            self.refuse(refused)
            return
        if printer is not None:
            settings = self.tasks.shop.settings
            page = printing.receipt(printing.sample_page(settings.shop_name, settings.language), printer.columns)
            self.try_out.setEnabled(False)
            self._aside.run(lambda: printing.send(printer, page), lambda _: self._tried(), self._not_printed)

    def _tried(self) -> None:
        self.try_out.setEnabled(True)
        self.recorded.emit(self.tr("Sent. Please look at the paper."), None)

    def _not_printed(self, error: Exception) -> None:
        self.try_out.setEnabled(True)
        self.refuse(error if isinstance(error, CarePosError) else CarePosError("unexpected"))

    def _wire(self) -> None:
        self.kind.chosen.connect(lambda _kind: self._choose_kind())
        self.try_out.clicked.connect(self._try_out)
        self.save.clicked.connect(self._save)

    def _build(self) -> None:
        card = Card()
        why = self.tr("Receipts of points and membership cards, on request. What is recorded never waits for paper.")
        card.body.addWidget(Label(why, "reading", wrap=True))
        card.body.addWidget(labelled(self.tr("Receipt printer of this till"), self.kind))
        for widget in (self.address, self._paper, self.fault):
            card.body.addWidget(widget)
        card.body.addLayout(self.row(self.save, self.try_out))
        self.owners_only(self.kind, self.address, self.columns, self.save, self.try_out)
        self.add_note()
        self.column.addWidget(card)
