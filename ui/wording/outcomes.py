"""What became of the sayings: said, put off, judged; each can be taken back (P13)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from carepos import wording
from carepos.database import Transaction, new_id
from ui.kit.tasks import Tasks


class Outcomes(QObject):
    """Records what a clerk does with the sayings, and knows which were said since they were proposed."""

    recorded = Signal(str, object)  # what takes it back gives what the window does once that is stored
    promise_wanted = Signal(str, str)  # the customer, and what a line that was said promises
    marked = Signal(str, bool)  # a line, and whether it counts as said
    judged = Signal(str, bool)  # a line that was said, and whether it pleased
    rearranged = Signal()  # a line was put off, or is no longer: another proposal fits

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._said: dict[str, str] = {}  # each line with the operation that remembers it

    def clear(self) -> None:
        """Other sayings are proposed: none of them was said yet."""
        self._said.clear()

    def lines(self) -> list[str]:
        """The lines that were said, the last one first."""
        return list(reversed(self._said))

    def say(self, customer_id: str, saying: wording.Saying, shown: list[str], words: str = "") -> None:
        """A saying was said, in other `words` if there are any; `shown` are the lines that were offered with it."""
        if saying.line in self._said:
            return
        op_id, text = new_id(), words or saying.text
        self._said[saying.line] = op_id
        self.marked.emit(saying.line, True)

        def undo(tx: Transaction) -> Callable[[], None]:
            wording.withdraw(tx, new_id(), op_id)
            return partial(self._unsay, saying.line)

        def told(_done: object) -> None:
            self.recorded.emit(self.tr("Remembered as said"), undo)
            if saying.promise:
                self.promise_wanted.emit(customer_id, saying.promise)

        def keep(tx: Transaction) -> None:
            situation, line = saying.situation, saying.line
            wording.say(tx, op_id, customer_id, situation, line, text, shown, changed=bool(words))

        def failed(error: object) -> None:
            self._unsay(saying.line)
            self._tasks.trouble.emit(error)

        self._tasks.record(self, keep, told, failed)

    def put_off(self, customer_id: str, saying: wording.Saying) -> None:
        """Not now: another line comes in its place."""
        op_id = new_id()

        def undo(tx: Transaction) -> Callable[[], None]:
            wording.withdraw(tx, new_id(), op_id)
            return self.rearranged.emit

        def told(_done: object) -> None:
            self.recorded.emit(self.tr("Not today"), undo)
            self.rearranged.emit()

        situation, line = saying.situation, saying.line
        self._tasks.record(self, lambda tx: wording.pass_over(tx, op_id, customer_id, situation, line), told)

    def judge(self, line: str, pleased: bool) -> None:
        """Whether a line that was said pleased."""
        said_id, op_id = self._said[line], new_id()
        self.judged.emit(line, pleased)

        def undo(tx: Transaction) -> Callable[[], None]:
            wording.judge(tx, new_id(), said_id, None)
            return partial(self._unjudge, line)

        noted = self.tr("Noted: it pleased") if pleased else self.tr("Noted: it did not please")
        self._tasks.record(
            self, lambda tx: wording.judge(tx, op_id, said_id, pleased), lambda _done: self.recorded.emit(noted, undo)
        )

    def _unsay(self, line: str) -> None:
        """Taken back: it can be said again."""
        self._said.pop(line, None)
        self.marked.emit(line, False)

    def _unjudge(self, line: str) -> None:
        """What it did is open again, and can be told again."""
        if line in self._said:
            self.marked.emit(line, True)
