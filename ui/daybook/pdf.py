"""A day's notes on paper, everything escaped, so that nothing a customer said can change the page."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from carepos import daybook
from carepos.settings import ShopSettings
from ui.daybook import figures
from ui.daybook.rows import Words, written
from ui.kit import paper, words
from ui.kit.paper import safe


def save(path: Path, day: daybook.Day, names: dict[str, str], settings: ShopSettings) -> Path:
    """Writes a day's notes to a PDF file and returns its path; `names` are the staff's by id.

    Raises Refused("folder.not_writable") where nothing can be written.
    """
    return paper.save(path, _html(day, names, settings), f"{settings.shop_name} {day.day:%Y-%m-%d}")


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
    return f"<h1>{safe(title)}</h1><p class=quiet>{safe(under)}</p>"


def _tiles(day: daybook.Day) -> str:
    cells = "".join(
        f"<td width='20%'><p class=quiet>{safe(heading)}</p><p class=figure>{safe(figure.figure)}</p>"
        f"<p class=quiet>{safe(figure.detail)}</p></td>"
        for heading, figure in zip(figures.headings(), figures.figures(day), strict=True)
    )
    return f"<p> </p><table width='100%' cellpadding=4 cellspacing=0><tr>{cells}</tr></table>"


def _section(heading: str, rows: Sequence[Words]) -> str:
    nothing = QCoreApplication.translate("pdf", "Nothing.")
    lines = "".join(_line(row) for row in rows)
    table = f"<table width='100%' cellpadding=4 cellspacing=0>{lines}</table>" if rows else f"<p>{safe(nothing)}</p>"
    return f"<p> </p><h2>{safe(f'{heading}　{len(rows)}')}</h2>{table}"


def _line(row: Words) -> str:
    story = f"<p><b>{safe(row.name)}</b>　{safe(row.text)}</p><p class=quiet>{safe(row.detail)}</p>"
    return (
        f"<tr><td width='9%'><p>{safe(row.time)}</p></td><td width='13%'><p>{safe(row.kind)}</p></td>"
        f"<td width='60%'>{story}</td><td width='18%' align=right><p>{safe(row.state)}</p></td></tr>"
    )


def _word(day: daybook.Day) -> str:
    heading = QCoreApplication.translate("pdf", "The owner's word")
    return f"<p> </p><h2>{safe(heading)}</h2><p>{safe(day.words)}</p>" if day.words else ""
