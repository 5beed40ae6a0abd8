"""A membership card as a picture: QR code and number, shop and name; the same on paper, in a PDF, on a phone (P43)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPagedPaintDevice, QPainter, QPdfWriter
from PySide6.QtGui import QPageSize as PageSize
from PySide6.QtWidgets import QWidget

from carepos import customers, printing
from ui.kit import paper, theme

WIDTH, HEIGHT = 85.6, 54.0  # millimetres (ISO/IEC 7810 ID-1)
PHONE = 1080  # screen pixels across
_PANEL, _EDGE, _QUIET = 47.0, 5.0, 4  # millimetres; white squares round a QR code (ISO/IEC 18004)
_CODE = QRectF(_PANEL + 2.8, 6.0, 33.0, 33.0)
_DIGITS = QRectF(_PANEL + 1.8, 41.5, WIDTH - _PANEL - 3.6, 11.0)
_DPI = 600
_FULL = 0.85  # how much of each row is sure to be filled where text wraps
_TOP, _BOTTOM = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class MemberCard:
    """What stands on a card, in the customer's language."""

    shop_name: str
    name: str
    number: str
    title: str
    hint: str

    @classmethod
    def of(cls, shop_name: str, card: customers.Card) -> Self:
        """The card of a customer who has a card number."""
        said = printing.words(printing.language_of(card))["card"]
        return cls(shop_name, printing.name(card), card.card or "", said["title"], said["show"])


def save_pdf(path: Path, card: MemberCard) -> Path:
    """Writes a page of 85.6 × 54 mm and returns its path; raises Refused("folder.not_writable")."""
    return paper.keep(path, paper.pdf(f"{card.shop_name} {card.title}", lambda writer: _put_on(writer, card), _DPI))


def _put_on(writer: QPdfWriter, card: MemberCard) -> None:
    size = QSizeF(WIDTH, HEIGHT)
    writer.setPageSize(PageSize(size, PageSize.Unit.Millimeter, "", PageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    paint(painter, card, _DPI / 25.4)
    painter.end()


def save_png(path: Path, card: MemberCard) -> Path:
    """Writes a picture for a phone, 1080 pixels across; raises Refused("folder.not_writable")."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(card, PHONE).save(buffer, "PNG")  # type: ignore[call-overload]
    return paper.keep(path, bytes(held.data()))


def picture(card: MemberCard, width: int) -> QImage:
    """The card as a picture of so many pixels across."""
    image = QImage(width, round(width * HEIGHT / WIDTH), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, card, width / WIDTH)
    painter.end()
    return image


def print_(over: QWidget, card: MemberCard) -> None:
    """Asks for a printer and prints the card in its real size, with a line to cut along."""

    def put_on(printer: QPagedPaintDevice) -> None:
        painter = QPainter(printer)
        paint(painter, card, printer.logicalDpiX() / 25.4)
        painter.end()

    paper.ask_printer(over, put_on)


def paint(painter: QPainter, card: MemberCard, unit: float) -> None:
    """Paints the card at the upper left, `unit` pixels to a millimetre."""
    brush = _Brush(painter, unit)
    brush.fill(QRectF(0, 0, WIDTH, HEIGHT), "surface")
    brush.fill(QRectF(0, 0, _PANEL, HEIGHT), "night")
    inner = _PANEL - 2 * _EDGE
    brush.write(QRectF(_EDGE, 5, inner, 4.5), card.title, 3.2, "night_ink_2")
    brush.write(QRectF(_EDGE, 10.5, inner, 14), card.shop_name, 5.4, "night_ink", _TOP, rows=2, bold=True)
    brush.write(QRectF(_EDGE, 29, inner, 14), card.name, 5.0, "night_ink", _BOTTOM, rows=2, bold=True)
    brush.write(QRectF(_EDGE, 44.5, inner, 4.5), card.hint, 2.6, "night_ink_2")
    brush.code(_CODE, card.number)
    brush.write(_DIGITS, printing.grouped(card.number), 3.8, "ink", _MIDDLE, rows=3, bold=True)
    brush.outline(QRectF(0, 0, WIDTH, HEIGHT))


class _Brush:
    """Paints in millimetres, in the light colours: a card is paper."""

    def __init__(self, painter: QPainter, unit: float) -> None:
        self._painter, self._unit = painter, unit
        self._colours = theme.colours("light")

    def fill(self, area: QRectF, token: str) -> None:
        """An area in one colour."""
        self._painter.fillRect(self._scaled(area), self._colours[token])

    def outline(self, area: QRectF) -> None:
        """A thin line along the edge, inside."""
        self._painter.setPen(self._colours["line"])
        self._painter.drawRect(self._scaled(area).adjusted(0, 0, -1, -1))

    def write(
        self,
        area: QRectF,
        text: str,
        size: float,
        token: str,
        side: Qt.AlignmentFlag = _TOP,
        rows: int = 1,
        bold: bool = False,
    ) -> None:
        """Text in letters of `size` millimetres, in at most `rows` rows: smaller where long, at last shortened."""
        box = self._scaled(area)
        room = box.width() * (1 if rows == 1 else rows * _FULL)
        font = self._fitting(text, size, bold, room)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        shown = _at_spaces(shown, QFontMetricsF(font), box.width(), rows)
        self._painter.setFont(font)
        self._painter.setPen(self._colours[token])
        wrap = Qt.TextFlag.TextWrapAnywhere if " " not in text else Qt.TextFlag.TextWordWrap
        self._painter.drawText(box, side | (wrap if rows > 1 else Qt.TextFlag.TextSingleLine), shown)

    def code(self, area: QRectF, number: str) -> None:
        """A QR code that forgives 15 % (level M or better), its squares whole pixels, white all round it."""
        import segno

        matrix = segno.make(number, error="m", micro=False).matrix
        box, squares = self._scaled(area), len(matrix) + 2 * _QUIET
        side = max(1, int(box.width() / squares))
        left, top = (round(start + (box.width() - squares * side) / 2) for start in (box.x(), box.y()))
        self._painter.fillRect(left, top, squares * side, squares * side, QColor("white"))
        for row, line in enumerate(matrix, _QUIET):
            for column, dark in enumerate(line, _QUIET):
                if dark:
                    self._painter.fillRect(left + column * side, top + row * side, side, side, QColor("black"))

    def _fitting(self, text: str, size: float, bold: bool, width: float) -> QFont:
        font = QFont(theme.font("body").families())
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for share in (1.0, 0.85, 0.7, 0.55):
            font.setPixelSize(max(1, round(size * share * self._unit)))
            if QFontMetricsF(font).horizontalAdvance(text) <= width:
                break
        return font

    def _scaled(self, area: QRectF) -> QRectF:
        unit = self._unit
        return QRectF(area.x() * unit, area.y() * unit, area.width() * unit, area.height() * unit)


def _at_spaces(text: str, metrics: QFontMetricsF, width: float, rows: int) -> str:
    """A name that does not stand in one row breaks where its writer left a space, if its parts fit the rows."""
    parts = text.split(" ")
    whole = metrics.horizontalAdvance(text) <= width
    fit = len(parts) <= rows and all(metrics.horizontalAdvance(part) <= width for part in parts)
    return "\n".join(parts) if fit and not whole else text
