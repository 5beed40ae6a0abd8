"""A customer's points to take home: what is there, when it ends, and every line with its reasons (P15, P43)."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate

from carepos import loyalty
from carepos.settings import ShopSettings
from ui.kit import paper, words
from ui.kit.paper import safe
from ui.kit.tongue import Tongue

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def save(path: Path, statement: loyalty.Statement, settings: ShopSettings) -> Path:
    """Writes a statement as a PDF in the customer's language and returns its path.

    Raises Refused("folder.not_writable") where nothing can be written.
    """
    page = Statement(statement, settings)
    return paper.save(path, page.html(), page.foot())


def print_on(printer: "QPrinter", statement: loyalty.Statement, settings: ShopSettings) -> None:
    """Prints a statement in the customer's language."""
    page = Statement(statement, settings)
    paper.put_on(printer, page.html(), page.foot())


class Statement(Tongue):
    """The sentences of one customer's page."""

    def __init__(self, statement: loyalty.Statement, settings: ShopSettings) -> None:
        super().__init__(statement.card.language)
        self._of, self._settings = statement, settings

    def foot(self) -> str:
        """What stands below each page."""
        return f"{self._settings.shop_name}　{self._day(self._of.day)}"

    def html(self) -> str:
        """The page."""
        return "".join((self._head(), self._lots(), self._lines()))

    def _head(self) -> str:
        card, account = self._of.card, self._of.account
        name = words.name(card.family, card.given, card.honorific)
        title, under = (
            self.tr("Points of {name}").format(name=name),
            f"{self._settings.shop_name}　{self._day(self._of.day)}",
        )
        balance = self.tr("{points} pt").format(points=f"{account.balance:,}")
        if account.balance < 0:
            balance = self.tr("{points} pt owed").format(points=f"{-account.balance:,}")
        return (
            f"<h1>{safe(title)}</h1><p class=quiet>{safe(under)}</p>"
            f"<p> </p><p class=figure>{safe(balance)}</p><p class=quiet>{safe(self._way())}</p>"
        )

    def _way(self) -> str:
        account = self._of.account
        if account.balance < 0:
            return self.tr("The next points fill them.")
        form = self.tr("{points} pt more for ¥{yen}")
        return form.format(points=f"{account.to_next:,}", yen=f"{account.reward_yen:,}")

    def _lots(self) -> str:
        if not self._of.account.lots:
            return ""
        rows = "".join(
            f"<tr><td width='70%'><p>{safe(self._until(lot.expires_on))}</p></td>"
            f"<td width='30%' align=right><p>{safe(f'{lot.left:,}')}</p></td></tr>"
            for lot in self._of.account.lots
        )
        return _section(self.tr("When they end"), rows)

    def _lines(self) -> str:
        heads = (self.tr("Day"), self.tr("Why"), self.tr("Points"), self.tr("Balance"))
        sides = ("left", "left", "right", "right")
        head = "".join(
            f"<td><p class=quiet align={side}>{safe(one)}</p></td>" for one, side in zip(heads, sides, strict=True)
        )
        rows = "".join(self._line(line) for line in self._of.lines)
        return _section(self.tr("Every line"), f"<tr>{head}</tr>{rows}")

    def _line(self, line: loyalty.StatementLine) -> str:
        entry, told = line.explained.entry, line.explained.told(self.language)
        several = len(told) > 1
        why = "".join(
            f"<p>{safe(text)}{f'　{words.signed(points)}' if several and points else ''}</p>" for text, points in told
        )
        return (
            f"<tr><td width='20%'><p>{safe(self._day(entry.day))}</p></td>"
            f"<td width='52%'>{why}{self._quiet(line.explained)}</td>"
            f"<td width='14%' align=right><p><b>{safe(words.signed(entry.points))}</b></p></td>"
            f"<td width='14%' align=right><p>{safe(f'{line.balance:,}')}</p></td></tr>"
        )

    def _quiet(self, explained: loyalty.Explanation) -> str:
        """The receipt and what became of it, until when the points can be used, and which of them were drawn."""
        taken = self.tr("taken back later") if explained.entry.undone else ""
        told = ["　".join(filter(None, (explained.entry.receipt, taken)))]
        if explained.expires_on:
            told.append(self._until(explained.expires_on))
        if explained.entry.points < 0:
            dated = [lot for lot in explained.drawn if lot.expires_on]
            told += [f"{lot.left:,} pt: {self._until(lot.expires_on)}" for lot in dated]
        return "".join(f"<p class=quiet>{safe(line)}</p>" for line in told if line)

    def _until(self, day: dt.date | None) -> str:
        if day is None:
            return self.tr("without an end")
        return self.tr("until {day}").format(day=self._day(day))

    def _day(self, day: dt.date) -> str:
        return self.locale.toString(QDate(day.year, day.month, day.day), self.tr("d MMM yyyy"))


def _section(heading: str, rows: str) -> str:
    table = f"<table width='100%' cellpadding=4 cellspacing=0>{rows}</table>"
    return f"<p> </p><h2>{safe(heading)}</h2>{table}"
