"""The window thread never touches the database: work goes to one database thread, answers come back as signals."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from carepos.errors import CarePosError

if TYPE_CHECKING:
    from carepos.database import Actor, Transaction
    from carepos.shop import Shop

log = logging.getLogger(__name__)
Result = TypeVar("Result")
Work = Callable[["Transaction"], Result]
Answer = Callable[[Any], object]
_Finish = Callable[[], None]  # run on the window's thread
_Asking = Callable[[Work[Any]], Any]  # how a piece of work is asked of the shop
_Question = Callable[[_Asking], _Finish]  # run on its thread
PATIENCE = 1000  # milliseconds a command waits behind a long one before somebody is told


class Tasks(QObject):
    """Runs work on the shop for the panels, one piece at a time, in the order it was asked."""

    changed = Signal(set)  # the rooms whose rows a command changed
    trouble = Signal(object)  # an error nobody else took
    delayed = Signal()  # a command waits behind a long one
    _done, _all_done = Signal(object), Signal(object)  # a _Finish, a list of them

    def __init__(self, shop: "Shop", actor: "Actor") -> None:
        super().__init__()
        self.shop, self.actor = shop, actor
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._long = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long")
        self._last_long: Future[None] | None = None
        self._thinking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="thinking")
        self._questions: Counter[tuple[int, str]] = Counter()
        self._gathered: list[_Question] | None = None
        self._waiting = 0
        self._done.connect(self._answer)
        self._all_done.connect(self._answer_all)

    def read(
        self,
        owner: QObject,
        work: "Work[Result]",
        then: Callable[[Result], object],
        newest: str = "",
        failed: Answer | None = None,
    ) -> None:
        """Asks the shop; with `newest`, only the owner's latest question of that name is answered."""
        self._ask(self._thread, owner, work, then, newest, failed)

    def consider(
        self,
        owner: QObject,
        work: "Work[Result]",
        then: Callable[[Result], object],
        newest: str = "",
        failed: Answer | None = None,
    ) -> None:
        """Asks what takes thought, as reading a draft does, on a thread of its own: no card waits for it."""
        self._ask(self._thinking, owner, work, then, newest, failed)

    def _ask(
        self,
        thread: ThreadPoolExecutor,
        owner: QObject,
        work: "Work[Result]",
        then: Callable[[Result], object],
        newest: str,
        failed: Answer | None,
    ) -> None:
        key = (id(owner), newest)
        self._questions[key] += 1
        number = self._questions[key]

        def outdated() -> bool:
            return bool(newest) and number != self._questions[key]

        def unwanted() -> bool:
            return outdated() or not shiboken6.isValid(owner)

        def question(asking: _Asking) -> _Finish:
            return self._tried(lambda: None if outdated() else asking(work), unwanted, then, failed)

        self._waiting += 1
        if self._gathered is not None and thread is self._thread:
            self._gathered.append(question)
        else:
            thread.submit(lambda: self._done.emit(question(self._asked_alone)))

    def _asked_alone(self, work: "Work[Result]") -> Result:
        with self.shop.reading(self.actor) as tx:
            return work(tx)

    def record(
        self,
        owner: QObject,
        work: "Work[Result]",
        then: Callable[[Result], object] = lambda _result: None,
        failed: Answer | None = None,
    ) -> None:
        """Does a command; once it is safely stored, says what changed and answers.

        While a long command writes, the store takes no other: this one waits behind it, and no read behind this one.
        """
        if self.held:
            self.background(owner, work, then, failed)
        else:
            self._submit(self._thread, self._command(work), owner, then, failed)

    @property
    def held(self) -> bool:
        """Whether commands wait behind a long one."""
        return self._last_long is not None and not self._last_long.done()

    def when_free(self, owner: QObject, act: Callable[[], object]) -> None:
        """Does something in the window as soon as no long command is under way."""
        self._submit(self._long, lambda: None, owner, lambda _none: act(), None)

    def _tell_delay(self, waiting: "Future[None]") -> None:
        if not waiting.done():
            self.delayed.emit()

    def background(
        self, owner: QObject, work: "Work[Result]", then: Callable[[Result], object], failed: Answer | None = None
    ) -> None:
        """Does a command that takes minutes, on a thread of its own: the counter goes on reading meanwhile."""
        waits = self.held
        self._last_long = self._submit(self._long, self._command(work), owner, then, failed)
        if waits:
            QTimer.singleShot(PATIENCE, self, partial(self._tell_delay, self._last_long))

    def _command(self, work: "Work[Result]") -> Callable[[], Result]:
        actor = self.actor

        def run() -> Result:
            with self.shop.transaction(actor) as tx:
                result = work(tx)
            self._done.emit(lambda: self.changed.emit(tx.changed))
            return result

        return run

    def _submit(
        self,
        thread: ThreadPoolExecutor,
        run: Callable[[], Any],
        owner: QObject,
        then: Answer,
        failed: Answer | None,
    ) -> "Future[None]":
        def unwanted() -> bool:
            return not shiboken6.isValid(owner)

        self._waiting += 1
        return thread.submit(lambda: self._done.emit(self._tried(run, unwanted, then, failed)))

    def _tried(
        self, run: Callable[[], Any], unwanted: Callable[[], bool], then: Answer, failed: Answer | None
    ) -> _Finish:
        """Runs on its thread; what it gives back tells how it went."""
        try:
            return partial(self._finish, unwanted, then, run())
        except CarePosError as error:
            return partial(self._finish, unwanted, failed or self.trouble.emit, error)
        except Exception as error:
            log.exception("unexpected %s", type(error).__name__)
            tell = self.trouble.emit if failed is None or unwanted() else failed  # somebody must know, whoever asked
            return partial(self._finish, lambda: False, tell, CarePosError("unexpected"))

    @contextmanager
    def together(self, then: Callable[[], None] = lambda: None) -> Iterator[None]:
        """What is asked meanwhile is read in one unit of work and answered in one go, which `then` ends (V4)."""
        self._gathered = gathered = list[_Question]()
        try:
            yield
        finally:
            self._gathered = None
            self._thread.submit(lambda: self._all_done.emit([*self._asked_together(gathered), then]))

    def _asked_together(self, questions: Sequence[_Question]) -> list[_Finish]:
        try:
            with self.shop.asking(self.actor) as asking:
                return [question(asking) for question in questions]
        except CarePosError:  # the shop lends no unit of work: each question tells why
            return [question(self._asked_alone) for question in questions]

    def _answer_all(self, finishing: Sequence[_Finish]) -> None:
        for finish in finishing:
            self._done.emit(finish)  # each stumbles alone

    def _answer(self, finish: _Finish) -> None:
        finish()

    def _finish(self, unwanted: Callable[[], bool], then: Answer, result: Any) -> None:
        self._waiting -= 1
        if not unwanted():
            then(result)

    @property
    def idle(self) -> bool:
        """Whether every question was answered and every command is stored."""
        return self._waiting == 0

    def rest(self) -> None:
        """Lets the store tidy up on its own thread, when nothing waits."""
        if self.idle:
            self._submit(self._thread, self.shop.rest, self, lambda _done: None, None)

    def close(self) -> None:
        """Waits for what is under way, then closes the shop; what asks by the clock asks no more."""
        for timer in self.findChildren(QTimer):
            timer.stop()
        self.blockSignals(True)
        for thread in (self._long, self._thinking):
            thread.shutdown(wait=True)
        self._thread.shutdown(wait=True)
        self.shop.close()
