"""A sheet that records something: its draft survives Esc, a crash and a power cut; its operation id counts it once."""

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from carepos import drafts
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError
from ui.kit import messages
from ui.kit.button import Button
from ui.kit.field import Area, Field
from ui.kit.label import Label
from ui.kit.sheet import Sheet
from ui.kit.tasks import Tasks

SAVE_AFTER = 300  # milliseconds without a key
_unstored: WeakKeyDictionary[Tasks, dict[tuple[str, str], drafts.Draft]] = WeakKeyDictionary()
"""Drafts on their way into the store; behind a long command they wait there while the sheet is opened anew."""

_given: WeakKeyDictionary[Tasks, set[str]] = WeakKeyDictionary()
"""Operations that were given to the store: a draft of one is none any more, though the store may still hold it."""

Undo = Callable[[Transaction], object]


class Form(Sheet):
    """Subclasses name their `kind`, give `fields()`, take them back in `fill()`, and `submit()` through `record()`."""

    recorded = Signal(str, object)  # a short sentence, and what takes the command back (or None)
    kind = ""

    def __init__(
        self, over: QWidget, tasks: Tasks, title: str, subtitle: str = "", customer_id: str = drafts.NO_CUSTOMER
    ) -> None:
        super().__init__(over, title, subtitle)
        self.tasks, self.customer_id = tasks, customer_id
        self.op_id = new_id()
        self._submit_button: Button | None = None
        self._recording, self._leaving, self._unwanted = False, False, False
        self.was_let_go = False  # where it leads afterwards, nobody waits for any more
        self._after: Callable[[], object] | None = None
        self._fault = Label("", "error", wrap=True)
        self._fault.hide()
        self._saver = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._saver.timeout.connect(self._keep_draft)
        self.closed.connect(self._keep_now)
        tasks.delayed.connect(self._make_room)

    def fields(self) -> dict[str, str]:
        """What is typed so far, by field."""
        raise NotImplementedError

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        raise NotImplementedError

    def submit(self) -> None:
        """Records what is typed."""
        raise NotImplementedError

    def faulty(self) -> dict[str, Field | Area]:
        """The fields a refusal may name, by the name the core gives them."""
        return {}

    def begin(self) -> None:
        """Opens the sheet with its draft, if one was kept."""
        self._untouched = self.fields()
        key, waiting = self._key(), self._on_the_way().get(self._key())
        self.tasks.read(self, lambda tx: waiting or drafts.find(tx, *key), self._take_draft)
        self.open_()

    def add_submit(self, text: str, key: str = "Ctrl+Enter") -> Button:
        """The button that records, at the right of the foot."""
        self.body.addWidget(self._fault)
        button = Button(text, key=key, tone="primary")
        button.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter") if key else ():
            QShortcut(QKeySequence(keys), self, self.submit)
        self.foot.addWidget(button)
        self._submit_button = button
        return button

    def add_cancel(self, text: str) -> Button:
        """The button that leaves; the draft stays."""
        button = Button(text)
        button.clicked.connect(self.shut)
        self.foot.addWidget(button)
        return button

    def touched(self, *_: object) -> None:
        """Something was typed or chosen: keep it soon."""
        self._saver.start()

    def record(self, work: Callable[[Transaction], Any], done: Callable[[Any], None]) -> None:
        """Does the command and drops its draft in one transaction; the button stays off meanwhile."""
        if self._submit_button is None or self._recording:
            return
        self._recording = True
        self._operations().add(self.op_id)
        self._submit_button.setEnabled(False)
        self._saver.stop()

        key, op_id = self._key(), self.op_id

        def command(tx: Transaction) -> Any:
            result = work(tx)
            drafts.drop(tx, *key, op_id)
            return result

        self.tasks.record(self, command, lambda result: self._finish(done, result), self._refused)

    def after_recording(self, act: Callable[[], object]) -> bool:
        """Does `act` once what is under way is stored, a refusal forgets it; False when nothing is under way."""
        if self._recording:
            self._after = act
        return self._recording

    def shut(self) -> None:
        """Goes away, but not before what is under way was answered."""
        if self._recording:
            self._leaving = True
        else:
            super().shut()

    def let_go(self) -> None:
        """Goes away at once; what is under way goes on, and its answer is told in the window."""
        self._after, self.was_let_go = None, True
        super().shut()

    def deleteLater(self) -> None:
        """Not before what is under way was answered."""
        self._unwanted = self._recording
        if not self._recording:
            super().deleteLater()

    def _make_room(self) -> None:
        """A long command comes first: the counter does not wait for it with the sheet."""
        after = self._after
        if self._recording and not self.isHidden():
            self.let_go()
            if after is not None:
                after()

    def _answered(self) -> None:
        self._recording = False
        if self._unwanted:
            self.deleteLater()

    def _finish(self, done: Callable[[Any], None], result: Any) -> None:
        self._saver.stop()  # what was typed meanwhile belongs to nothing that is still to be recorded
        self._answered()
        self._untouched = self.fields()
        waiting = self._on_the_way().get(self._key())
        if waiting is not None and waiting.op_id == self.op_id:
            del self._on_the_way()[self._key()]
        done(result)
        self.shut()
        if self._after is not None:
            self._after()

    def refuse(self, error: CarePosError) -> None:
        """Shows a refusal's sentence under the field it names, or above the buttons; nothing typed is lost."""
        for field in self.faulty().values():
            field.set_error("")
        field_name = str(error.facts.get("field", ""))
        named = self.faulty().get(field_name)
        self._fault.setVisible(named is None)
        if named is None:
            self._fault.setText(messages.sentence(error))
            return
        named.set_error(messages.sentence(error))
        named.setFocus()

    def _refused(self, error: CarePosError) -> None:
        self._answered()
        self._operations().discard(self.op_id)
        self._after = None
        if self._submit_button is not None:
            self._submit_button.setEnabled(True)
        self.refuse(error)
        self._keep_draft()
        if self._leaving or self.isHidden():
            self.tasks.trouble.emit(error)
            self.shut()

    def _take_draft(self, draft: drafts.Draft | None) -> None:
        if draft is None or draft.op_id in self._operations():
            return
        if draft.fields and self.fields() == self._untouched:
            self.op_id = draft.op_id
            self.fill(draft.fields)

    def _keep_now(self) -> None:
        if self._saver.isActive() or self.fields() != self._untouched:
            self._saver.stop()
            self._keep_draft()

    def _key(self) -> tuple[str, str]:
        return self.kind, self.customer_id

    def _on_the_way(self) -> dict[tuple[str, str], drafts.Draft]:
        return _unstored.setdefault(self.tasks, {})

    def _operations(self) -> set[str]:
        return _given.setdefault(self.tasks, set())

    def _keep_draft(self) -> None:
        if self._recording:  # its operation is under way: kept now, it would be offered again
            return
        key, waiting, draft = self._key(), self._on_the_way(), drafts.Draft(self.op_id, self.fields())
        waiting[key] = draft

        def keep(tx: Transaction) -> None:
            if draft.fields:
                drafts.keep(tx, *key, draft)
            else:
                drafts.drop(tx, *key)

        def stored(_done: None) -> None:
            if waiting.get(key) is draft:
                del waiting[key]

        self.tasks.record(self.tasks, keep, stored)
