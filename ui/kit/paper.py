"""Pages on paper: A4, numbered, set for the paper and not for the screen; as a PDF file or from the printer."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QRectF,
    QSizeF,
    QStandardPaths,
    Qt,
)
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from carepos.errors import Refused
from ui.kit import theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MARGIN, _FOOT = 16, 8  # millimetres: round the paper, and the line of the page number
_DPI = 300
_STYLE = """
h1 {{ font-size: 17pt; margin-bottom: 10px; }} h2 {{ font-size: 12pt; margin-bottom: 12px; }}
p {{ margin-top: 1px; margin-bottom: 1px; line-height: 125%; white-space: pre-wrap; }}
.quiet {{ color: {ink_3}; }} .figure {{ font-size: 15pt; font-weight: bold; }}
td {{ border-bottom: 1px solid {line}; }}
"""


def save(path: Path, html: str, foot: str) -> Path:
    """Writes pages to a PDF file and returns its path; `foot` stands below each, and names the document.

    Raises Refused("folder.not_writable") where nothing can be written.
    """
    return keep(path, pdf(foot, lambda writer: put_on(writer, html, foot)))


def pdf(title: str, put: Callable[[QPdfWriter], object], dpi: int = _DPI) -> bytes:
    """A PDF document with what `put` paints on its writer."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(dpi)
    writer.setTitle(title)
    put(writer)
    return bytes(held.data())


def keep(path: Path, content: bytes) -> Path:
    """Writes a file and returns its path; raises Refused("folder.not_writable")."""
    try:
        path.write_bytes(content)
    except OSError as trouble:
        raise Refused("folder.not_writable", folder=str(path.parent)) from trouble
    return path


def put_on(device: QPagedPaintDevice, html: str, foot: str) -> None:
    """Paints the pages on a PDF writer or a printer."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    painter = QPainter(device)
    _paint(painter, device, html, foot)
    painter.end()


def safe(text: str) -> str:
    """`text` as it is, whatever it tries to be: nothing a customer said can change the page."""
    return escape(text).replace("\n", "<br>")


def _paint(painter: QPainter, device: QPagedPaintDevice, html: str, foot: str) -> None:
    width, height, below = device.width(), device.height(), round(_FOOT / 25.4 * device.logicalDpiY())
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(9.5))
    colours = {token: colour.name() for token, colour in theme.colours("light").items()}
    document.setDefaultStyleSheet(_STYLE.format(**colours))
    document.setHtml(html)
    document.setPageSize(QSizeF(width, height - below))
    for page in range(document.pageCount()):
        if page:
            device.newPage()
        painter.save()
        top = page * (height - below)
        painter.translate(0, -top)
        document.drawContents(painter, QRectF(0, top, width, height - below))
        painter.restore()
        painter.setFont(_font(8))
        line = QRectF(0, height - below, width, below)
        number = f"{foot}　{page + 1} / {document.pageCount()}"
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)


def _font(points: float) -> QFont:
    font = QFont(theme.font("body").families())
    font.setPointSizeF(points)
    return font


def ask_where(over: QWidget, name: str, then: Callable[[str], object]) -> None:
    """Asks where a PDF file goes, `name` is proposed; `then` gets its path."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(over, QCoreApplication.translate("paper", "Save as PDF"), folder, "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_printer(over: QWidget, put_on: Callable[["QPrinter"], object]) -> None:
    """Asks for a printer of the system; `put_on` paints on the one that was chosen."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, over)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        put_on(printer)
    dialog.deleteLater()
