"""The points sheet (F6): give for an amount, use, take back; what will happen is shown before it does (P15)."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from carepos import customers, loyalty, printing, purchases
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError, Refused
from carepos.text import numbers
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.card import Card, divider
from ui.kit.chip import ChipRow
from ui.kit.field import Area, Field
from ui.kit.form import Form
from ui.kit.keypad import Keypad
from ui.kit.label import Elided, Label
from ui.kit.tasks import Tasks

FINAL = ("undo", "return", "merge_in", "merge_out")  # what is not taken back row by row
GIVE, USE, BACK, ADJUST = "give", "use", "back", "adjust"


class PointsSheet(Form):
    """F6, an amount, Enter: the points are given."""

    kind = "points"
    posted = Signal(str)  # the movement that was recorded
    print_wanted = Signal(str)  # the receipt of an earlier movement

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card) -> None:
        name = words.name(card.family, card.given, card.honorific)
        super().__init__(over, tasks, QCoreApplication.translate("PointsSheet", "Points"), name, card.id)
        self._named = (card.family, card.given, card.honorific)
        self._balance: int | None = None
        self._modes = ChipRow(self._choices())
        self._amount = Field(self.tr("Amount bought (with tax)"))
        self._receipt = Field(self.tr("Receipt number"), hint=self.tr("each number counts once"))
        self._points = Field(self.tr("Points to use"))
        self._reason = Field(self.tr("Reason"))
        self._preview, self._recent = Preview(), Recent()
        self._build()
        self._wire()
        self._set_mode(GIVE)

    def begin(self) -> None:
        """Opens with today's next receipt number and the balance."""
        super().begin()
        self._amount.setFocus()
        self.tasks.read(
            self, lambda tx: (loyalty.balance(tx, self.customer_id), purchases.next_receipt(tx)), self._start
        )
        self.tasks.read(self, self._read_recent, lambda found: self._recent.show_entries(*found))

    def fields(self) -> dict[str, str]:
        """What is typed; the proposed receipt number is no work to keep."""
        typed = {"amount": self._amount, "points": self._points, "reason": self._reason}
        kept = {name: field.text() for name, field in typed.items() if field.text()}
        return {"mode": self._mode(), **kept} if kept else {}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        self._amount.set_text(fields.get("amount", ""))
        self._points.set_text(fields.get("points", ""))
        self._reason.set_text(fields.get("reason", ""))
        self._set_mode(fields.get("mode", GIVE))
        self._target().edit.selectAll()  # a new amount replaces the kept one, it is never written behind it

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        amount = self._amount if self._mode() == GIVE else self._points
        return {"yen": amount, "points": self._points, "receipt": self._receipt, "reason": self._reason}

    def submit(self) -> None:
        """Gives, uses or corrects, as the mode says."""
        try:
            work = self._work()
        except Refused as refused:
            self.refuse(refused)
            return
        if work is not None:
            self.record(work, self._told)

    def _work(self) -> Callable[[Transaction], loyalty.Posting] | None:
        mode, op_id, who = self._mode(), self.op_id, self.customer_id
        if mode == GIVE:
            yen, receipt = _whole(self._amount, "yen"), self._receipt.text()
            return lambda tx: loyalty.earn(tx, op_id, who, yen, receipt)
        if mode == USE:
            used = _whole(self._points, "points")
            return lambda tx: loyalty.spend(tx, op_id, who, used)
        if mode == ADJUST:
            points, reason = _whole(self._points, "points", negative=True), self._reason.text()
            return lambda tx: loyalty.adjust(tx, op_id, who, points, reason)
        return None

    def _told(self, posting: loyalty.Posting) -> None:
        form = self.tr("{points} pt recorded. Balance {balance} pt")
        sentence = form.format(points=words.signed(posting.points), balance=f"{posting.balance:,}")
        entry = posting.entry
        self.recorded.emit(sentence, lambda tx: loyalty.undo(tx, new_id(), entry))
        self.posted.emit(entry)

    def _undo_entry(self, entry_id: str) -> None:
        self._recent.setEnabled(False)
        op_id = new_id()
        self.tasks.record(self, lambda tx: loyalty.undo(tx, op_id, entry_id), self._taken_back, self._not_taken_back)

    def _taken_back(self, posting: loyalty.Posting) -> None:
        form = self.tr("Taken back: {points} pt. Balance {balance} pt")
        self.recorded.emit(form.format(points=words.signed(posting.points), balance=f"{posting.balance:,}"), None)
        self.shut()

    def _not_taken_back(self, error: CarePosError) -> None:
        self._recent.setEnabled(True)
        self.refuse(Refused(error.rule, **{**error.facts, "field": ""}))

    def _start(self, answer: tuple[int, str]) -> None:
        self._balance, receipt = answer
        self.set_subtitle(f"{words.name(*self._named)}　{words.points(self._balance)}")
        if not self._receipt.text():
            self._receipt.set_text(receipt)
        self._ask_preview()

    def _read_recent(self, tx: Transaction) -> tuple[list[loyalty.PointsEntry], bool]:
        """What can be taken back, and whether this till has a printer to print it again."""
        entries = loyalty.history(tx, self.customer_id, tx.now + dt.timedelta(days=1), 30)
        recent = [entry for entry in entries if entry.kind not in FINAL and not entry.undone][:6]
        return recent, printing.till_printer(tx) is not None

    def _mode(self) -> str:
        return self._modes.value() or GIVE

    def _set_mode(self, mode: str) -> None:
        self._modes.set_value(mode)
        self._left.setVisible(mode != BACK)
        self._recent.setVisible(mode == BACK)
        self._amount.setVisible(mode == GIVE)
        self._receipt.setVisible(mode == GIVE)
        self._points.setVisible(mode in (USE, ADJUST))
        self._reason.setVisible(mode == ADJUST)
        self._keypad.setVisible(mode != BACK)
        assert self._submit_button is not None
        self._submit_button.setVisible(mode != BACK)
        self._target().setFocus()
        self._ask_preview()

    def _target(self) -> Field:
        return self._amount if self._mode() == GIVE else self._points

    def _press(self, key: str) -> None:
        edit = self._target().edit
        if key == "backspace":
            edit.backspace()
        else:
            edit.insert(key)
        self._ask_preview()
        self.touched()

    def _ask_preview(self, *_: object) -> None:
        mode = self._mode()
        assert self._submit_button is not None
        self._submit_button.setText(_button_words(mode, None))
        self._preview.setVisible(False)
        try:
            number = _whole(self._target(), "yen", negative=mode == ADJUST)
        except Refused:
            return
        if mode == GIVE:

            def quote(tx: Transaction) -> tuple[loyalty.Quote, loyalty.Programme, int]:
                found = loyalty.quote(tx, self.customer_id, number), loyalty.programme(tx)
                return *found, loyalty.balance(tx, self.customer_id)

            self.tasks.read(self, quote, self._show_quote, newest="quote", failed=lambda _error: None)
        elif self._balance is not None:
            after = self._balance - number if mode == USE else self._balance + number
            self._submit_button.setText(_button_words(mode, number))
            self._preview.show_after(after)

    def _show_quote(self, answer: tuple[loyalty.Quote, loyalty.Programme, int]) -> None:
        quote, programme, balance = answer
        assert self._submit_button is not None
        self._submit_button.setText(_button_words(GIVE, quote.points))
        self._preview.show_quote(quote, programme, balance)

    def _choices(self) -> list[tuple[str, str]]:
        choices = [(GIVE, self.tr("Give")), (USE, self.tr("Use")), (BACK, self.tr("Take back"))]
        owner = self.tasks.actor.role == "owner"
        return [*choices, (ADJUST, self.tr("Correct (owner)"))] if owner else choices

    def _wire(self) -> None:
        self._modes.chosen.connect(self._set_mode)
        self._keypad.pressed_key.connect(self._press)
        self._recent.undo_wanted.connect(self._undo_entry)
        self._recent.print_wanted.connect(self.print_wanted)
        for field in (self._amount, self._points, self._reason, self._receipt):
            field.edited.connect(self.touched)
            field.edit.returnPressed.connect(self.submit)
        for field in (self._amount, self._points):
            field.edited.connect(self._ask_preview)

    def _build(self) -> None:
        self._left, self._keypad = QWidget(), Keypad()
        for field in (self._amount, self._points):
            _make_large(field.edit)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for widget in (self._amount, self._points, self._receipt, self._reason, self._preview):
            column.addWidget(widget)
        column.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.addWidget(self._left, 0, 0)
        grid.addWidget(self._keypad, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addWidget(self._modes)
        self.body.addLayout(grid)
        self.body.addWidget(self._recent)
        note = self.tr("Records are never erased. A mistake is taken back by a line of its own.")
        self.body.addWidget(Label(note, "muted", wrap=True))
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Give"), key="Enter")


def _make_large(edit: QLineEdit) -> None:
    edit.setProperty("large", True)
    edit.setAlignment(Qt.AlignmentFlag.AlignRight)
    edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)


def _whole(field: Field, name: str, negative: bool = False) -> int:
    """The number in a field; raises Refused for what is none."""
    try:
        return numbers.parse_yen(field.text(), negative)
    except ValueError as fault:
        raise Refused(str(fault), field=name, most=10**12) from None


def _button_words(mode: str, number: int | None) -> str:
    plain = {
        GIVE: QCoreApplication.translate("PointsSheet", "Give"),
        USE: QCoreApplication.translate("PointsSheet", "Use"),
        ADJUST: QCoreApplication.translate("PointsSheet", "Correct (owner)"),
    }
    counted = {
        GIVE: QCoreApplication.translate("PointsSheet", "Give {points}"),
        USE: QCoreApplication.translate("PointsSheet", "Use {points}"),
        ADJUST: QCoreApplication.translate("PointsSheet", "Correct by {points}"),
    }
    return plain.get(mode, "") if number is None else counted[mode].format(points=f"{number:,} pt")


class Preview(Card):
    """What the sale earns, step by step, and where it leads."""

    def __init__(self) -> None:
        super().__init__(tone="gold")
        self._rows = [(Elided("", "body"), Label("", "strong")) for _ in range(2)]
        self._total, self._points = Label(self.tr("Points to give"), "title"), Label("", "title")
        self._after = Label("", "muted", wrap=True)
        self._line = divider()
        for left, right in [*self._rows, (self._total, self._points)]:
            if left is self._total:
                self.body.addWidget(self._line)
            row = QHBoxLayout()
            row.addWidget(left, 1)
            row.addWidget(right)
            self.body.addLayout(row)
        self.body.addWidget(self._after)
        self.hide()

    def show_quote(self, quote: loyalty.Quote, programme: loyalty.Programme, balance: int) -> None:
        """The steps of a sale's points."""
        unit = self.tr("{points} pt per ¥{yen}").format(points=programme.unit_points, yen=programme.unit_yen)
        tier = self.tr("{tier} ×{factor}").format(tier=words.tier(quote.tier), factor=f"{quote.percent / 100:g}")
        extra = quote.points - quote.usual
        for (left, right), (text, figure) in zip(
            self._rows, ((unit, f"{quote.usual:,}"), (tier, words.signed(extra))), strict=True
        ):
            left.setText(text)
            right.setText(figure)
            left.setVisible(True)
            right.setVisible(True)
        for widget in self._rows[1]:
            widget.setVisible(extra != 0)
        self._show_total(True)
        self._points.setText(words.points(quote.points))
        after = balance + quote.points
        to_next = programme.reward_points - after % programme.reward_points
        form = self.tr("Then {balance} pt; {points} more for a {reward}")
        reward = words.voucher(programme.reward_yen)
        self._after.setText(form.format(balance=f"{after:,}", points=f"{to_next:,}", reward=reward))
        self.show()

    def show_after(self, balance: int) -> None:
        """Only the balance that will be left."""
        for row in self._rows:
            for widget in row:
                widget.setVisible(False)
        self._show_total(False)
        self._after.setText(self.tr("Then {balance} pt").format(balance=f"{balance:,}"))
        self.show()

    def _show_total(self, shown: bool) -> None:
        for widget in (self._line, self._total, self._points):
            widget.setVisible(shown)


class Recent(QWidget):
    """The latest movements, each with a button that takes it back."""

    undo_wanted = Signal(str)
    print_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))

    def show_entries(self, entries: list[loyalty.PointsEntry], printable: bool) -> None:
        """Lists what can be taken back, and where there is a printer, printed again."""
        if not entries:
            self._column.addWidget(Label(self.tr("There is nothing to take back."), "muted"))
        for entry in entries:
            self._column.addWidget(self._row(entry, printable))

    def _row(self, entry: loyalty.PointsEntry, printable: bool) -> QWidget:
        card = Card()
        row = QHBoxLayout()
        row.addWidget(Label(f"{words.signed(entry.points)} pt", "strong"))
        amount = words.yen(entry.base_yen) if entry.base_yen is not None else ""
        row.addWidget(Elided("　".join(filter(None, (words.day(entry.day), amount, entry.receipt or ""))), "muted"), 1)
        button = Button(self.tr("Take back"))
        button.setAccessibleName(self.tr("Take back {points} pt").format(points=words.signed(entry.points)))
        button.clicked.connect(lambda: self.undo_wanted.emit(entry.id))
        if printable:
            row.addWidget(self._print_button(entry))
        row.addWidget(button)
        card.body.addLayout(row)
        card.body.setContentsMargins(theme.px(14), theme.px(4), theme.px(8), theme.px(4))
        return card

    def _print_button(self, entry: loyalty.PointsEntry) -> Button:
        button = Button("", icon="printer")
        button.setAccessibleName(self.tr("Print {points} pt").format(points=words.signed(entry.points)))
        button.setToolTip(self.tr("Print the receipt"))
        button.clicked.connect(lambda: self.print_wanted.emit(entry.id))
        return button
