"""A note on paper: a card of a postcard's size, or A4 where the words need it; plain text, so nothing can change it."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument, QTextOption

from ui.kit import paper, theme

_CARD, _CARD_MARGIN = QSizeF(100, 148), 11  # millimetres: a postcard
_SHEET_MARGIN = 22
_SIZES = (11.0, 10.0, 9.0)  # points a card may be set in


def save(path: Path, text: str, title: str) -> Path:
    """Writes the text to a PDF file and returns its path; raises Refused("folder.not_writable")."""
    return paper.keep(path, paper.pdf(title, lambda writer: _put_on(writer, text)))


def _put_on(writer: QPdfWriter, text: str) -> None:
    document = _set(writer, text)
    painter = QPainter(writer)
    _paint(painter, writer, document)
    painter.end()


def _set(writer: QPdfWriter, text: str) -> QTextDocument:
    """The text in the largest letters that fit a card, else on A4."""
    card = QPageSize(_CARD, QPageSize.Unit.Millimeter, "card")
    _page(writer, card, _CARD_MARGIN)
    for points in _SIZES:
        document = _document(writer, text, points)
        if document.pageCount() == 1:
            return document
    _page(writer, QPageSize(QPageSize.PageSizeId.A4), _SHEET_MARGIN)
    return _document(writer, text, _SIZES[0])


def _page(writer: QPdfWriter, size: QPageSize, margin: int) -> None:
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout.Unit.Millimeter)


def _document(writer: QPdfWriter, text: str, points: float) -> QTextDocument:
    document, font, option = QTextDocument(), QFont(theme.font("body").families()), QTextOption()
    font.setPointSizeF(points)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    document.setDefaultTextOption(option)
    document.setPlainText(text)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    return document


def _paint(painter: QPainter, writer: QPdfWriter, document: QTextDocument) -> None:
    height = writer.height()
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * height)
        document.drawContents(painter, QRectF(0, page * height, writer.width(), height))
        painter.restore()
