"""The points sheet: amount, use, return, take back; what will happen is shown before it does (P15)."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from carepos import customers, loyalty, printing, purchases
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError, Refused
from carepos.loyalty import rules, terms
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.chip import ChipRow
from ui.kit.field import Area, Field
from ui.kit.form import Form
from ui.kit.keypad import Keypad
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.loyalty import telling
from ui.loyalty.goods import Goods, latest_sales
from ui.loyalty.parts import Parts, whole
from ui.loyalty.preview import Preview
from ui.loyalty.recent import Recent, movements

GIVE, USE, RETURN, BACK, ADJUST = "give", "use", "return", "back", "adjust"
MOST_NAMED = 12  # things without points that are named under the field
KEYPAD = 264  # design pixels at most: it stays where it is, whatever is asked for beside it
Work = Callable[[Transaction], loyalty.Posting]


class PointsSheet(Form):
    """F6, an amount, Enter: the points are given."""

    kind = "points"
    posted = Signal(str)  # the movement that was recorded
    print_wanted = Signal(str)  # the receipt of an earlier movement
    quoted = Signal(object)  # the loyalty.Quote of the amount typed, None while there is none
    ledger_wanted = Signal()

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card) -> None:
        name = words.name(card.family, card.given, card.honorific)
        super().__init__(over, tasks, QCoreApplication.translate("PointsSheet", "Points"), name, card.id)
        self._name, self._tier, self._new = name, card.tier, card.visits == 0
        self._balance: int | None = None
        self._proposed = ""  # the receipt number we offer; until it is known, none is typed
        self._programme = loyalty.Programme()
        self._modes = ChipRow(self._choices())
        self._amount = Field(self.tr("Amount bought (with tax)"))
        self._receipt = Field(self.tr("Receipt number"))
        self._without = Field(self.tr("Part that earns no points (gift cards, fees)"))
        self._parts, self._barred = Parts(), Label("", "muted", wrap=True)
        self._points, self._best = Field(self.tr("Points to use")), Button("", icon="star")
        self._reason, self._goods = Field(self.tr("Reason")), Goods()
        self._preview, self._recent = Preview(), Recent()
        self._ledger = Button(self.tr("Every line"), tone="quiet")
        self._build()
        self._wire()
        self._set_mode(GIVE)

    def begin(self) -> None:
        """Opens with today's next receipt number, the balance and what can be taken back."""
        super().begin()
        self._amount.setFocus()
        who, owner = self.customer_id, self.tasks.actor.role == "owner"
        self.tasks.read(
            self,
            lambda tx: (loyalty.balance(tx, who), purchases.next_receipt(tx), loyalty.programme(tx)),
            lambda answer: self._start(*answer),
        )
        self.tasks.read(
            self,
            lambda tx: (movements(tx, who, owner), printing.till_printer(tx) is not None),
            lambda found: self._recent.show_movements(*found),
        )
        self.tasks.read(self, lambda tx: latest_sales(tx, who), self._goods.show_sales)

    def fields(self) -> dict[str, str]:
        """What is typed; the proposed receipt number is no work to keep."""
        kept = {name: field.text() for name, field in self._kept().items() if field.text()}
        return {"mode": self._mode(), **kept} if kept else {}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        for name, field in self._kept().items():
            field.set_text(fields.get(name, ""))
        self._parts.fill(fields)
        self._set_mode(fields.get("mode", GIVE))
        self._target().edit.selectAll()  # a new amount replaces the kept one, it is never written behind it

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        mode = self._mode()
        receipt = self._goods.receipt if mode == RETURN else self._receipt
        points = self._goods.yen if mode == RETURN else self._points
        return {
            "yen": self._target(), "points": points, "receipt": receipt, "reason": self._reason,
            "no_points_yen": self._without, **self._parts.fields(),
        }  # fmt: skip

    def submit(self) -> None:
        """Gives, uses, returns or corrects, as the mode says."""
        try:
            work = self._work()
        except Refused as refused:
            self.refuse(refused)
            return
        if work is not None:
            self.record(work, self._told)

    def _kept(self) -> dict[str, Field]:
        goods = {"goods": self._goods.yen, "goods_receipt": self._goods.receipt}
        asked = {"amount": self._amount, "without": self._without, "points": self._points, "reason": self._reason}
        return asked | goods | self._parts.fields()

    def _work(self) -> Work | None:
        mode, op_id, who, number = self._mode(), self.op_id, self.customer_id, self._receipt.text()
        proposed = number == self._proposed

        def receipt(tx: Transaction) -> str:
            """A number we proposed may have gone to another sale meanwhile."""
            return purchases.next_receipt(tx) if proposed else number

        if mode == GIVE:
            yen, without = whole(self._amount, "yen"), self._yen_without()
            lines = self._parts.lines(yen - without)
            return lambda tx: loyalty.earn(tx, op_id, who, yen, receipt(tx), lines=lines, no_points_yen=without)
        if mode == USE:
            used = whole(self._points, "points")
            return lambda tx: loyalty.spend(tx, op_id, who, used, receipt(tx))
        if mode == RETURN:
            back, of = whole(self._goods.yen, "yen"), self._goods.receipt.text()
            return lambda tx: loyalty.return_sale(tx, op_id, who, of, back)
        if mode == ADJUST:
            points, reason = whole(self._points, "points", negative=True), self._reason.text()
            return lambda tx: loyalty.adjust(tx, op_id, who, points, reason)
        return None

    def _yen_without(self) -> int:
        return whole(self._without, "no_points_yen") if self._without.text().strip() else 0

    def _told(self, posting: loyalty.Posting) -> None:
        form = self.tr("{points} pt recorded. {balance}")
        told = [form.format(points=words.signed(posting.points), balance=telling.standing(posting.balance))]
        if posting.settle_yen:
            told.append(self.tr("Keep {yen} from the refund").format(yen=words.yen(posting.settle_yen)))
        reward = next((one for one in self._programme.rewards if one.points == posting.milestone), None)
        if reward is not None:
            told.append(self.tr("“{words}”").format(words=telling.milestone(reward)))
        entry = posting.entry
        self.recorded.emit("　".join(told), lambda tx: loyalty.undo(tx, new_id(), entry))
        self.posted.emit(entry)

    def _undo_entry(self, entry_id: str) -> None:
        self._recent.setEnabled(False)
        op_id = new_id()
        self.tasks.record(self, lambda tx: loyalty.undo(tx, op_id, entry_id), self._taken_back, self._not_taken_back)

    def _taken_back(self, posting: loyalty.Posting) -> None:
        form = self.tr("Taken back: {points} pt. {balance}")
        told = form.format(points=words.signed(posting.points), balance=telling.standing(posting.balance))
        self.recorded.emit(told, None)
        self.shut()

    def _not_taken_back(self, error: CarePosError) -> None:
        self._recent.setEnabled(True)
        self.refuse(Refused(error.rule, **{**error.facts, "field": ""}))

    def _start(self, balance: int, receipt: str, programme: loyalty.Programme) -> None:
        self._balance, self._programme = balance, programme
        self.set_subtitle(f"{self._name}　{telling.held(balance)}")
        if not self._receipt.text():
            self._receipt.set_text(receipt)
            self._proposed = receipt
        today = self.tasks.shop.settings.day_of(self.tasks.shop.clock())
        self._parts.ask_for(programme, rules.Occasion(today, self._tier, new=self._new))
        self._name_what_differs()
        self._ask_preview()

    def _mode(self) -> str:
        return self._modes.value() or GIVE

    def _set_mode(self, mode: str) -> None:
        self._modes.set_value(mode)
        shown: dict[QWidget, tuple[str, ...]] = {
            self._left: (GIVE, USE, RETURN, ADJUST),
            self._keypad: (GIVE, USE, RETURN, ADJUST),
            self._points: (USE, ADJUST),
            self._best: (USE,),
            self._amount: (GIVE, USE),
            self._receipt: (GIVE, USE),
            self._without: (GIVE,),
            self._goods: (RETURN,),
            self._goods.offered: (RETURN,),
            self._reason: (ADJUST,),
            self._recent: (BACK,),
        }
        for widget, modes in shown.items():
            widget.setVisible(mode in modes)
        self._name_what_differs()
        assert self._submit_button is not None
        self._submit_button.setVisible(mode != BACK)
        self._target().setFocus()
        self._ask_preview()

    def _name_what_differs(self) -> None:
        """What earns more today is asked for; what earns nothing is named: a clerk knows where it goes (P36)."""
        self._parts.setVisible(bool(self._parts.fields()) and self._mode() == GIVE)
        programme = self._programme
        own = [one for one in programme.no_points_categories if one not in (terms.GIFT_CARD, terms.FEE)]
        names = [*programme.no_points_items, *own]
        listed = self.tr(", ").join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
        self._barred.setText(self.tr("No points here: {names}").format(names=listed))
        self._barred.setVisible(bool(names) and self._mode() == GIVE)

    def _target(self) -> Field:
        """The field the mode is about."""
        fields = {GIVE: self._amount, RETURN: self._goods.yen}
        return fields.get(self._mode(), self._points)

    def _press(self, key: str) -> None:
        """The keypad types where the keyboard would, if that takes a number."""
        goods = (self._goods.yen, self._goods.receipt)
        numbers_ = (self._amount, self._points, self._receipt, self._without, *self._parts.fields().values(), *goods)
        edit = next((field.edit for field in numbers_ if field.edit.hasFocus()), self._target().edit)
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
        self._propose()
        asked = {GIVE: self._ask_quote, RETURN: self._ask_return}.get(mode, self._tell_use)
        try:
            asked(whole(self._target(), "yen", negative=mode == ADJUST))
        except Refused:
            self.quoted.emit(None)

    def _ask_quote(self, yen: int) -> None:
        who, receipt, without = self.customer_id, self._receipt.text(), self._yen_without()
        lines = self._parts.lines(yen - without)

        def quote(tx: Transaction) -> tuple[loyalty.Quote, int]:
            found = loyalty.quote(tx, who, yen, lines, no_points_yen=without, receipt=receipt)
            return found, loyalty.balance(tx, who)

        self.tasks.read(self, quote, lambda found: self._show_quote(*found), newest="quote", failed=_say_nothing)

    def _show_quote(self, quote: loyalty.Quote, balance: int) -> None:
        if self._mode() != GIVE:
            return
        assert self._submit_button is not None
        self._submit_button.setText(_button_words(GIVE, quote.points))
        self._preview.show_told(telling.quote(quote, self._programme, balance))
        self.quoted.emit(quote)

    def _ask_return(self, yen: int) -> None:
        who, receipt = self.customer_id, self._goods.receipt.text()
        self.tasks.read(
            self,
            lambda tx: loyalty.preview_return(tx, who, receipt, yen),
            self._show_return,
            newest="quote",
            failed=_say_nothing,
        )

    def _show_return(self, told: loyalty.ReturnPreview) -> None:
        if self._mode() == RETURN:
            self._preview.show_told(telling.returned(told))

    def _tell_use(self, number: int) -> None:
        mode = self._mode()
        if self._balance is None or mode == BACK:
            return
        assert self._submit_button is not None
        self._submit_button.setText(_button_words(mode, number))
        told = telling.Told(after=telling.left(self._balance + number))
        self._preview.show_told(telling.use(number, self._programme, self._balance) if mode == USE else told)

    def _propose(self) -> None:
        """The use that takes most off this sale; without an amount, off any sale."""
        try:
            yen = whole(self._amount, "yen")
        except Refused:
            yen = loyalty.MOST_POINTS
        best = rules.best_use(self._programme, self._balance or 0, yen) if self._mode() == USE else 0
        self._best.setVisible(best > 0)
        form = self.tr("Best use: {points} pt, {yen} off")
        self._best.setText(form.format(points=f"{best:,}", yen=words.yen(rules.worth(self._programme, best))))
        self._best.setProperty("points", best)

    def _use_best(self) -> None:
        self._points.set_text(str(self._best.property("points")))
        self._points.setFocus()
        self._ask_preview()
        self.touched()

    def _open_ledger(self) -> None:
        self.shut()
        self.ledger_wanted.emit()

    def _choices(self) -> list[tuple[str, str]]:
        choices = [
            (GIVE, self.tr("Give")),
            (USE, self.tr("Use")),
            (RETURN, self.tr("Goods returned")),
            (BACK, self.tr("Take back")),
        ]
        owner = self.tasks.actor.role == "owner"
        return [*choices, (ADJUST, self.tr("Correct (owner)"))] if owner else choices

    def _wire(self) -> None:
        self._modes.chosen.connect(self._set_mode)
        self._keypad.pressed_key.connect(self._press)
        self._recent.undo_wanted.connect(self._undo_entry)
        self._recent.print_wanted.connect(self.print_wanted)
        self._best.clicked.connect(self._use_best)
        self._ledger.clicked.connect(self._open_ledger)
        self.closed.connect(lambda: self.quoted.emit(None))
        self._parts.entered.connect(self.submit)
        for typed in (self._goods.edited, self._parts.edited):
            typed.connect(self.touched)
            typed.connect(self._ask_preview)
        for field in (self._amount, self._points, self._reason, self._receipt, self._without):
            field.edited.connect(self.touched)
        for field in (self._amount, self._points, self._receipt, self._without):
            field.edited.connect(self._ask_preview)
        for field in (*self._kept().values(), self._receipt):
            field.edit.returnPressed.connect(self.submit)

    def _build(self) -> None:
        self._left, self._keypad = QWidget(), Keypad()
        self._keypad.setMaximumWidth(theme.px(KEYPAD))
        for field in (self._amount, self._points, self._goods.yen):
            _make_large(field.edit)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        asked = (self._points, self._best, self._amount, self._goods, self._receipt, self._parts, self._without)
        for widget in (*asked, self._barred, self._reason, self._preview):
            column.addWidget(widget)
        column.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.addWidget(self._left, 0, 0)
        grid.addWidget(self._keypad, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addWidget(self._modes)
        self.body.addWidget(self._goods.offered)
        self.body.addLayout(grid)
        self.body.addWidget(self._recent)
        note = self.tr(
            "Each receipt number counts once. Records are never erased: a mistake is taken back by a line of its own."
        )
        self.body.addWidget(Label(note, "muted", wrap=True))
        self.foot.insertWidget(0, self._ledger)
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Give"), key="Enter")


def _say_nothing(_error: object) -> None:
    """What is wrong is told when it is recorded, not while it is typed."""


def _make_large(edit: QLineEdit) -> None:
    edit.setProperty("large", True)
    edit.setAlignment(Qt.AlignmentFlag.AlignRight)
    edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)


def _button_words(mode: str, number: int | None) -> str:
    plain = {
        GIVE: QCoreApplication.translate("PointsSheet", "Give"),
        USE: QCoreApplication.translate("PointsSheet", "Use"),
        RETURN: QCoreApplication.translate("PointsSheet", "Take the goods back"),
        ADJUST: QCoreApplication.translate("PointsSheet", "Correct (owner)"),
    }
    counted = {
        GIVE: QCoreApplication.translate("PointsSheet", "Give {points}"),
        USE: QCoreApplication.translate("PointsSheet", "Use {points}"),
        ADJUST: QCoreApplication.translate("PointsSheet", "Correct by {points}"),
    }
    return plain.get(mode, "") if number is None else counted[mode].format(points=f"{number:,} pt")
