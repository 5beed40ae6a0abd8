"""Where the shop's data lies, how it comes in, and a copy of it that was read back (S12)."""

import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from carepos.database import Transaction, backup, key
from carepos.paths import ShopFolder
from carepos.shop import Shop
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.label import Label
from ui.kit.sheet import Sheet
from ui.kit.tasks import Tasks
from ui.recovery import CodeCard
from ui.settings.section import Section


def copy_shop(shop: Shop, into: Path) -> Path:
    """Copies the shop into a new folder inside `into`, reads the copy back, and returns it; raises StorageTrouble.

    The copy holds no key: another computer opens it by the recovery code.
    """
    assert shop.folder is not None
    now = shop.clock().astimezone(shop.settings.zone)
    copied = ShopFolder(into / f"CarePOS-{now:%Y%m%d-%H%M%S}")
    copied.make()
    backup.copy(shop.folder.store, copied.store, key.fetch(shop.folder))
    shutil.copyfile(shop.folder.label, copied.label)
    return copied.root


class DataSection(Section):
    """Import, copy, recovery code, and the place of it all."""

    import_wanted = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.bring = Button(self.tr("Bring in customers"), icon="import")
        self.copy = Button(self.tr("Make a copy now"))
        self.code = Button(self.tr("Show the recovery code"), icon="eye")
        self._build()
        self.bring.clicked.connect(lambda: self.as_owner(self.import_wanted.emit))
        self.copy.clicked.connect(lambda: self.as_owner(self._ask_where))
        self.code.clicked.connect(lambda: self.as_owner(self._show_code))

    def copy_into(self, folder: Path) -> None:
        """Makes a verified copy inside `folder`; the counter does not wait for it."""
        shop = self.tasks.shop
        self.copy.setEnabled(False)

        def work(_tx: Transaction) -> Path:
            return copy_shop(shop, folder)

        self.tasks.read(self, work, self._copied, failed=self._not_copied)

    def _ask_where(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where should the copy go?"))
        if chosen:
            self.copy_into(Path(chosen))

    def _copied(self, place: Path) -> None:
        self.copy.setEnabled(True)
        self.recorded.emit(self.tr("Copied and read back: {place}").format(place=place), None)

    def _not_copied(self, error: object) -> None:
        self.copy.setEnabled(True)
        self.tasks.trouble.emit(error)

    def _show_code(self) -> None:
        folder = self.tasks.shop.folder
        assert folder is not None
        self.tasks.read(self, lambda _tx: key.recovery_code(key.fetch(folder)), self._open_code)

    def _open_code(self, code: str) -> None:
        sheet = CodeSheet(self, self.tasks.shop.settings.shop_name, code)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open_()

    def _build(self) -> None:
        folder = self.tasks.shop.folder
        self.add_note()
        come = self.tr("Customers, points and purchases from another system's file.")
        self._card(self.tr("From another system"), come, self.bring)
        if folder is None:
            return
        safe = self.tr("Encrypted, checked page by page after copying. Keep one outside this computer.")
        paper = self.tr("The page that opens a copy on another computer. Print it again if it is lost.")
        self._card(self.tr("A copy of everything"), safe, self.copy)
        self._card(self.tr("Recovery code"), paper, self.code)
        self._card(self.tr("Where it all lies"), str(folder.root))

    def _card(self, title: str, text: str, button: Button | None = None) -> None:
        card = Card(title)
        card.body.addWidget(Label(text, "body", wrap=True))
        if button is not None:
            card.body.addLayout(self.row(button))
            self.owners_only(button)
        self.column.addWidget(card)


class CodeSheet(Sheet):
    """The recovery code once more."""

    def __init__(self, over: QWidget, shop_name: str, code: str) -> None:
        super().__init__(over, QCoreApplication.translate("CodeSheet", "Recovery code"), shop_name)
        self.body.addWidget(CodeCard(shop_name, code))
        words = self.tr("Whoever holds this code and a copy of the shop's data can read everything in it.")
        self.body.addWidget(Label(words, "muted", wrap=True))
