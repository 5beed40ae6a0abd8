"""The recovery code on paper, and the page that asks for it when this computer has lost the shop's key (S05)."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from carepos import shop
from carepos.errors import CarePosError, StorageTrouble
from carepos.paths import ShopFolder
from ui.kit import faults, messages, paper, theme
from ui.kit.aside import Aside
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.field import Field
from ui.kit.label import Label
from ui.kit.night import Greeting, Night
from ui.kit.scroll import Scroll

NEEDS_CODE = ("storage.key_missing", "storage.wrong_key")
COLUMNS = 4
_MARGIN = 20  # millimetres
_A4 = (595 - 2 * _MARGIN * 72 / 25.4, 842 - 2 * _MARGIN * 72 / 25.4)  # points inside the margins
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def save_sheet(path: Path, shop_name: str, code: str) -> Path:
    """Writes the recovery code as one A4 page in a PDF and returns its path; raises Refused("folder.not_writable")."""

    def put_on(writer: QPdfWriter) -> None:
        _set_page(writer)
        paint_sheet(writer, shop_name, code)

    return paper.keep(path, paper.pdf("CarePOS", put_on))


def print_sheet(over: QWidget, shop_name: str, code: str) -> None:
    """Asks for a printer and prints the recovery code."""

    def put_on(printer: QPagedPaintDevice) -> None:
        _set_page(printer)
        paint_sheet(printer, shop_name, code)

    paper.ask_printer(over, put_on)


def _set_page(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN))


def paint_sheet(device: QPagedPaintDevice, shop_name: str, code: str) -> None:
    """Paints the page: whose code it is, its groups, and what it is for."""
    painter = QPainter(device)
    painter.scale(device.logicalDpiX() / 72, device.logicalDpiY() / 72)
    width, height = _A4
    _write(painter, QRectF(0, 0, width, 60), QCoreApplication.translate("recovery", "Recovery code"), 26, True)
    _write(painter, QRectF(0, 44, width, 60), shop_name, 14)
    for at, group in enumerate(code.split("-")):
        column, row = at % COLUMNS, at // COLUMNS
        place = QRectF(column * width / COLUMNS, 130 + row * 54, width / COLUMNS, 40)
        _write(painter, place, group, 22, True)
    _write(painter, QRectF(0, 376, width, height - 376), _advice(), 12)
    painter.end()


def _write(painter: QPainter, area: QRectF, text: str, size: int, bold: bool = False) -> None:
    font = QFont(theme.font("body"))
    font.setPixelSize(size)
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.black)
    painter.drawText(area, _LEFT, text)


def _advice() -> str:
    return QCoreApplication.translate(
        "recovery",
        "Keep this page where you keep the shop's papers, away from the computer.\n\n"
        "If the computer breaks or its key is lost, CarePOS asks for this code and opens the shop again. "
        "Without it nobody can, and neither can we.\n\n"
        "Whoever holds this page and a copy of the shop's data can read everything in it.\n\n"
        "The digits are 0 to 9, the letters have no I, L, O or U.",
    )


class CodeCard(Card):
    """The groups of a code, large, with buttons that bring them onto paper."""

    def __init__(self, shop_name: str, code: str) -> None:
        super().__init__()
        self._shop_name, self.code = shop_name, code
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for at, group in enumerate(code.split("-")):
            grid.addWidget(Label(group, "key"), at // COLUMNS, at % COLUMNS)
        self.body.addLayout(grid)
        self.body.addLayout(self._buttons())
        self._fault = faults.fault_line()
        self.body.addWidget(self._fault)
        self.setAccessibleName(code)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, theme.px(8), 0, 0)
        row.setSpacing(theme.px(10))
        acts = ((self.tr("Print"), "printer", self._print), (self.tr("Save as PDF"), "", self._save))
        for text, icon, act in acts:
            button = Button(text, icon=icon)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _print(self) -> None:
        print_sheet(self, self._shop_name, self.code)

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the recovery code"), "CarePOS.pdf", "PDF (*.pdf)")
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Writes the page to a PDF file, or says that nothing was written."""
        try:
            save_sheet(path, self._shop_name, self.code)
        except CarePosError as error:
            faults.tell(error, {}, self._fault)
        else:
            faults.clear({}, self._fault)


class RecoveryPage(QWidget):
    """Says why the shop did not open; a lost key is brought back by its code, anything else is tried again."""

    recovered = Signal()  # open the shop once more

    def __init__(self, folder: ShopFolder, error: object) -> None:
        super().__init__()
        self._folder, self._aside = folder, Aside(self)
        self._asks = isinstance(error, CarePosError) and error.rule in NEEDS_CODE
        self.code, self._fault = Field(self.tr("Recovery code")), faults.fault_line()
        words = self.tr("Open the shop") if self._asks else self.tr("Try again")
        self.go = Button(words, key="Enter" if self._asks else "", tone="primary")
        self._build(messages.sentence(error))
        self.go.clicked.connect(self._recover)
        self.code.edit.returnPressed.connect(self._recover)

    def _recover(self) -> None:
        if not self._asks:
            self.recovered.emit()
        elif self.go.isEnabled():
            self.go.setEnabled(False)
            folder, code = self._folder, self.code.text()
            self._aside.run(lambda: shop.recover(folder, code), lambda _: self.recovered.emit(), self._refuse)

    def _refuse(self, error: Exception) -> None:
        self.go.setEnabled(True)
        told = error if isinstance(error, CarePosError) else StorageTrouble("storage.failed")
        faults.tell(told, {"code": self.code}, self._fault)

    def _build(self, why: str) -> None:
        halves, night = QHBoxLayout(self), Night()
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        night.say("CarePOS")
        night.body.addWidget(Greeting(self.tr("One moment")))
        night.say(self.tr("Nothing is lost. What was recorded lies in the shop's folder as it was."))
        night.body.addStretch(1)
        halves.addWidget(night, 1)
        halves.addWidget(Scroll(self._right_half(why)), 1)

    def _right_half(self, why: str) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(theme.px(60), theme.px(40), theme.px(60), theme.px(40))
        column.setSpacing(theme.px(16))
        title = self.tr("The shop's key") if self._asks else self.tr("The shop did not open")
        self.code.edit.setPlaceholderText(self.tr("14 groups of four, from the printed page"))
        self.code.setVisible(self._asks)
        column.addStretch(1)
        for part in (Label(title, "title"), Label(why, "reading", wrap=True), self.code, self._fault):
            column.addWidget(part)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return half
