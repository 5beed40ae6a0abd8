"""The membership card of the customer who stands here: seen, saved for their phone, printed; made first if need be."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carepos import customers, printing
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.loyalty import membership
from ui.loyalty.membership import MemberCard

Save = Callable[[Path, MemberCard], Path]


class MembershipSheet(Form):
    """Without a number it offers to make one; with one it shows the card."""

    kind = "card"
    print_wanted = Signal(object)  # the customers.Card, for the receipt printer

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card) -> None:
        title = QCoreApplication.translate("MembershipSheet", "Member card")
        super().__init__(over, tasks, title, words.name(card.family, card.given, card.honorific), card.id)
        self._customer = card
        self._picture, self._why = CardPicture(), Label("", "reading", wrap=True)
        self._pdf, self._phone = Button(self.tr("Save as PDF")), Button(self.tr("Save for the phone"), icon="phone")
        self._print, self._slip = Button(self.tr("Print"), icon="printer"), Button(self.tr("Print on receipt paper"))
        self._ways = QWidget()
        self._build()
        self._wire()
        self._show(card)

    def begin(self) -> None:
        """Opens; the receipt printer is offered where there is one."""
        super().begin()
        self._slip.hide()
        self.tasks.read(self, printing.till_printer, lambda printer: self._slip.setVisible(printer is not None))

    def fields(self) -> dict[str, str]:
        """Nothing is typed."""
        return {}

    def fill(self, fields: dict[str, str]) -> None:
        """There is no draft."""

    def submit(self) -> None:
        """Makes a number, where there is none; the sheet stays and shows the card."""
        assert self._submit_button is not None
        if self._customer.card or not self._submit_button.isEnabled():
            return
        self._submit_button.setEnabled(False)
        op_id, who = self.op_id, self.customer_id

        def issue(tx: Transaction) -> customers.Card:
            customers.issue_card(tx, op_id, who)
            return customers.show(tx, who)

        self.tasks.record(self, issue, self._issued, self._not_issued)

    def save_pdf(self, path: Path) -> None:
        """Saves the card as a page of its own size."""
        self._save(path, membership.save_pdf)

    def save_png(self, path: Path) -> None:
        """Saves the card as a picture for a phone."""
        self._save(path, membership.save_png)

    def _issued(self, card: customers.Card) -> None:
        number = card.card or ""
        self._show(card)
        self.recorded.emit(
            self.tr("Card number {number} made").format(number=printing.grouped(number)),
            lambda tx: customers.withdraw_card(tx, new_id(), card.id, number),
        )

    def _not_issued(self, error: CarePosError) -> None:
        assert self._submit_button is not None
        self._submit_button.setEnabled(True)
        self.refuse(error)

    def _show(self, card: customers.Card) -> None:
        self._customer = card
        ready = bool(card.card)
        if ready:
            self._picture.show_card(MemberCard.of(self.tasks.shop.settings.shop_name, card))
        self._picture.setVisible(ready)
        self._ways.setVisible(ready)
        self._why.setText(
            self.tr("The code holds the card number alone. Scanned at the counter, it opens this customer.")
            if ready
            else self.tr("This customer has no card yet. We make a number, then the card can be saved or printed.")
        )
        assert self._submit_button is not None
        self._submit_button.setVisible(not ready)

    def _save(self, path: Path, save: Save) -> None:
        try:
            save(path, MemberCard.of(self.tasks.shop.settings.shop_name, self._customer))
        except CarePosError as error:
            self.refuse(error)
            return
        self._fault.hide()
        self.recorded.emit(self.tr("Saved: {file}").format(file=path.name), None)

    def _ask(self, ending: str, kinds: str, save: Callable[[Path], None]) -> None:
        """No name of a person in a file's name."""
        proposed = f"{self.tr('Member card')}-{self._customer.card}.{ending}"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the member card"), proposed, kinds)
        if chosen:
            save(Path(chosen))

    def _print_real_size(self) -> None:
        membership.print_(self, MemberCard.of(self.tasks.shop.settings.shop_name, self._customer))

    def _wire(self) -> None:
        self._pdf.clicked.connect(lambda: self._ask("pdf", "PDF (*.pdf)", self.save_pdf))
        self._phone.clicked.connect(lambda: self._ask("png", "PNG (*.png)", self.save_png))
        self._print.clicked.connect(self._print_real_size)
        self._slip.clicked.connect(lambda: self.print_wanted.emit(self._customer))

    def _build(self) -> None:
        column = QVBoxLayout(self._ways)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for pair in ((self._phone, self._pdf), (self._print, self._slip)):  # rows that stand, whoever has a printer
            row = QHBoxLayout()
            row.setSpacing(theme.px(10))
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        for widget in (self._why, self._picture, self._ways):
            self.body.addWidget(widget)
        self.add_cancel(self.tr("Close"))
        self.add_submit(self.tr("Make a card"))


class CardPicture(QWidget):
    """The card as it will be, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._card: MemberCard | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_card(self, card: MemberCard) -> None:
        """Shows this card, and says it to who cannot see it."""
        self._card = card
        self.setAccessibleName(f"{card.title} {printing.grouped(card.number)}")
        self.update()

    def sizeHint(self) -> QSize:
        """Twice its real size at most."""
        width = theme.px(520)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """Its shape is a card's."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its height beside a width."""
        return round(min(width, theme.px(520)) * membership.HEIGHT / membership.WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints it as it will be saved."""
        if self._card is not None:
            membership.paint(QPainter(self), self._card, self.height() / membership.HEIGHT)
