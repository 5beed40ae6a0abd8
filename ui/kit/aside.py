"""Slow work of a page that stands before the shop is open, away from the window's thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

Result = TypeVar("Result")


class Aside(QObject):
    """Does one thing after the other and answers in the window's thread, as long as its page lives."""

    _done = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="door")
        self._done.connect(lambda tell: tell())

    def run(
        self, work: Callable[[], Result], then: Callable[[Result], object], failed: Callable[[Exception], object]
    ) -> None:
        """Does `work`; `then` gets its answer, `failed` the exception it raised."""

        def go() -> None:
            try:
                result = work()
            except Exception as error:  # told on the page
                told = error
                self._tell(lambda: failed(told))
            else:
                self._tell(lambda: then(result))

        self._thread.submit(go)

    def _tell(self, answer: Callable[[], object]) -> None:
        if shiboken6.isValid(self):
            self._done.emit(answer)
