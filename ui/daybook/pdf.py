"""A day's notes on paper: A4, everything escaped, so that nothing a customer said can change the page."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from carepos import daybook
from carepos.errors import Refused
from carepos.settings import ShopSettings
from ui.daybook import figures
from ui.daybook.rows import Words, written
from ui.kit import theme, words

_MARGIN, _FOOT = 16, 8  # millimetres: round the paper, and the line of the page number
_DPI = 300
_STYLE = """
h1 {{ font-size: 17pt; margin-bottom: 2px; }} h2 {{ font-size: 12pt; margin-bottom: 4px; }}
p {{ margin-top: 1px; margin-bottom: 1px; line-height: 125%; white-space: pre-wrap; }}
.quiet {{ color: {ink_3}; }} .figure {{ font-size: 15pt; font-weight: bold; }}
td {{ border-bottom: 1px solid {line}; }}
"""


def save(path: Path, day: daybook.Day, names: dict[str, str], settings: ShopSettings) -> Path:
    """Writes a day's notes to a PDF file and returns its path; `names` are the staff's by id.

    Raises Refused("folder.not_writable") where nothing can be written.
    """
    try:
        path.write_bytes(_printed(_html(day, names, settings), f"{settings.shop_name} {day.day:%Y-%m-%d}"))
    except OSError:
        raise Refused("folder.not_writable", folder=str(path.parent)) from None
    return path


def _printed(html: str, title: str) -> bytes:
    """The pages as a PDF; set for the paper, not for the screen."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, title)
    painter = QPainter(writer)
    _paint(painter, writer, html, title)
    painter.end()
    return bytes(held.data())


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return writer


def _paint(painter: QPainter, writer: QPdfWriter, html: str, foot: str) -> None:
    width, height, below = writer.width(), writer.height(), round(_FOOT / 25.4 * _DPI)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(9.5))
    colours = {token: colour.name() for token, colour in theme.colours("light").items()}
    document.setDefaultStyleSheet(_STYLE.format(**colours))
    document.setHtml(html)
    document.setPageSize(QSizeF(width, height - below))
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
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


def _html(day: daybook.Day, names: dict[str, str], settings: ShopSettings) -> str:
    look = written([entry for entry in day.entries if entry.needs_look], day.day, names, settings)
    everything = written(day.entries, day.day, names, settings)
    return "".join(
        (
            _head(day, names, settings),
            _tiles(day),
            _section(QCoreApplication.translate("pdf", "What needs a look"), look),
            _section(QCoreApplication.translate("pdf", "Everything"), everything),
            _word(day),
        )
    )


def _head(day: daybook.Day, names: dict[str, str], settings: ShopSettings) -> str:
    title = QCoreApplication.translate("pdf", "Daily notes {day}").format(day=words.long_day(day.day))
    state = QCoreApplication.translate("pdf", "Not confirmed yet")
    if day.confirmed_at is not None:
        form = QCoreApplication.translate("pdf", "Confirmed by {name}, {time}")
        moment = day.confirmed_at.astimezone(settings.zone)
        state = form.format(name=names.get(day.confirmed_by or "", ""), time=f"{moment:%Y-%m-%d %H:%M}")
    under = "　".join((settings.shop_name, f"{day.day:%Y-%m-%d}", state))
    return f"<h1>{_safe(title)}</h1><p class=quiet>{_safe(under)}</p>"


def _tiles(day: daybook.Day) -> str:
    cells = "".join(
        f"<td width='20%'><p class=quiet>{_safe(heading)}</p><p class=figure>{_safe(figure.figure)}</p>"
        f"<p class=quiet>{_safe(figure.detail)}</p></td>"
        for heading, figure in zip(figures.headings(), figures.figures(day), strict=True)
    )
    return f"<p> </p><table width='100%' cellpadding=4 cellspacing=0><tr>{cells}</tr></table>"


def _section(heading: str, rows: Sequence[Words]) -> str:
    nothing = QCoreApplication.translate("pdf", "Nothing.")
    lines = "".join(_line(row) for row in rows)
    table = f"<table width='100%' cellpadding=4 cellspacing=0>{lines}</table>" if rows else f"<p>{_safe(nothing)}</p>"
    return f"<p> </p><h2>{_safe(f'{heading}　{len(rows)}')}</h2>{table}"


def _line(row: Words) -> str:
    story = f"<p><b>{_safe(row.name)}</b>　{_safe(row.text)}</p><p class=quiet>{_safe(row.detail)}</p>"
    return (
        f"<tr><td width='9%'><p>{_safe(row.time)}</p></td><td width='13%'><p>{_safe(row.kind)}</p></td>"
        f"<td width='60%'>{story}</td><td width='18%' align=right><p>{_safe(row.state)}</p></td></tr>"
    )


def _word(day: daybook.Day) -> str:
    heading = QCoreApplication.translate("pdf", "The owner's word")
    return f"<p> </p><h2>{_safe(heading)}</h2><p>{_safe(day.words)}</p>" if day.words else ""


def _safe(text: str) -> str:
    return escape(text).replace("\n", "<br>")
