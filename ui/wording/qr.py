"""A code for the shop's own telephone: it opens a draft to this customer, which a person reads and sends (P11)."""

from urllib.parse import quote

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carepos import customers
from ui.kit import theme

_SIDE, _QUIET = 220, 4  # design pixels; modules around the code that stay white


def mail_address(card: customers.Card, subject: str, text: str) -> str:
    """The address that opens a mail draft; without an e-mail address whom it goes to is left to fill in."""
    return f"mailto:{quote(card.email or '', safe='@')}?subject={quote(subject)}&body={quote(text)}"


def content(card: customers.Card, subject: str, text: str) -> str:
    """What a code says, by the customer's channel: a mail, a text message, or the words alone."""
    if card.channel == "email" and card.email:
        return mail_address(card, subject, text)
    if card.channel == "phone" and card.phone:
        return f"SMSTO:{card.phone}:{text}"
    return text


def modules(words: str) -> list[list[bool]]:
    """The code's rows, dark or light; [] where the words are too long for one."""
    import segno.encoder

    try:
        made = segno.make(words, error="l", micro=False, encoding="utf-8")
    except segno.encoder.DataOverflowError:
        return []
    return [[bool(module & 1) for module in row] for row in made.matrix]


class QrCode(QWidget):
    """Black on white in any theme, for that is what cameras read."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[list[bool]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Code for a telephone"))

    def set_words(self, words: str) -> bool:
        """Shows the code of these words; False where they are too long."""
        self._rows = modules(words)
        self.update()
        return bool(self._rows)

    def sizeHint(self) -> QSize:
        """A square large enough for any camera."""
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the modules on white."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._rows:
            return
        side = self.width() / (len(self._rows) + 2 * _QUIET)
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    area = QRectF((x + _QUIET) * side, (y + _QUIET) * side, side + 0.5, side + 0.5)
                    painter.fillRect(area, Qt.GlobalColor.black)
