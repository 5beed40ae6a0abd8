"""Paper for customers: offered after the save, printed aside, so that the counter never waits for a printer."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from carepos import customers, printing
from carepos.database import Transaction, new_id
from carepos.errors import Refused
from carepos.printing import Part, Printer, PrinterTrouble
from ui.kit import messages
from ui.kit.aside import Aside
from ui.kit.tasks import Tasks


@dataclass(frozen=True)
class _Paper:
    """Which paper, what stands on it, and how it is noted that it is out: how often by now."""

    name: str
    make: Callable[[Transaction], list[Part]]
    note: Callable[[Transaction], int]


class PaperPrinter(QObject):
    """One paper after the other; nothing is printed where no printer is set."""

    printed = Signal(str)  # a short sentence
    stumbled = Signal(str, object)  # a short sentence, and what tries again

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks, self._aside = tasks, Aside(self)
        self._under_way: set[str] = set()

    def if_ready(self, then: Callable[[], object]) -> None:
        """Calls back if this till has a printer."""
        self._tasks.read(self, printing.till_printer, lambda printer: printer and then())

    def print_receipt(self, entry_id: str) -> None:
        """Prints the receipt of a movement of points, and notes it, so that the next one is marked as a copy."""
        self._print(
            _Paper(
                entry_id,
                lambda tx: printing.points_receipt(printing.receipt_of(tx, entry_id)),
                lambda tx: printing.printed(tx, new_id(), entry_id),
            )
        )

    def print_card(self, card: customers.Card) -> None:
        """Prints a membership card on receipt paper."""
        self._print(_Paper(card.id, lambda tx: printing.member_card(tx.settings.shop_name, card), lambda _tx: 1))

    def _print(self, paper: _Paper) -> None:
        """Asked for the same paper before it is out, it is still one."""
        if paper.name not in self._under_way:
            self._under_way.add(paper.name)
            self._tasks.read(
                self,
                lambda tx: (_printer(tx), paper.make(tx)),
                lambda ready: self._send(paper, *ready),
                failed=lambda error: self._stumble(paper, error),
            )

    def _send(self, paper: _Paper, printer: Printer, parts: list[Part]) -> None:
        data = printing.receipt(parts, printer.columns)
        self._aside.run(
            lambda: printing.send(printer, data),
            lambda _: self._note(paper),
            lambda error: self._stumble(paper, error),
        )

    def _note(self, paper: _Paper) -> None:
        self._tasks.record(
            self, paper.note, lambda times: self._finish(paper, times), lambda error: self._stumble(paper, error)
        )

    def _finish(self, paper: _Paper, times: int) -> None:
        self._under_way.discard(paper.name)
        self.printed.emit(self.tr("Printed again, marked as a copy") if times > 1 else self.tr("Printed"))

    def _stumble(self, paper: _Paper, error: object) -> None:
        """What may be on paper counts too: the next one is a copy."""
        self._under_way.discard(paper.name)
        if isinstance(error, PrinterTrouble) and error.begun:
            self._tasks.record(self, paper.note)
        sentence = self.tr("Saved, but not printed. {why}").format(why=messages.sentence(error))
        self.stumbled.emit(sentence, lambda: self._print(paper))


def _printer(tx: Transaction) -> Printer:
    printer = printing.till_printer(tx)
    if printer is None:
        raise Refused("printer.none")
    return printer
