"""Rows of another system's sales as receipts: grouped by number, amounts in whole yen, totals checked."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from carepos.database import Transaction
from carepos.errors import Refused
from carepos.exchange import rules
from carepos.exchange.kinds import Kind, place
from carepos.exchange.people import restored_cell
from carepos.exchange.reading import Row
from carepos.purchases import MOST_YEN, Line, check_yen
from carepos.text import dates, japanese, numbers, phone

LONGEST_NUMBER = 60
LONGEST_ITEM = 200
_NUMBER_IN_WORDS = re.compile(r"[#\w]+(?:-\w+)+|#?\d+")


@dataclass(frozen=True, slots=True)
class Receipt:
    """One receipt as a file has it; a refund's `yen` is what was given back, `originals` what it may belong to."""

    line: int
    rows: list[list[str]]
    number: str
    at: dt.datetime
    yen: int
    returned: int
    lines: tuple[Line, ...]
    refund: bool
    originals: tuple[str, ...]
    reference: str
    card: str
    phone_key: str
    email_key: str
    name_key: str


def grouped(rows: Iterator[Row], number_at: int) -> Iterator[tuple[int, list[list[str]]]]:
    """The rows of each receipt: neighbours with one number, or with none of their own."""
    line, group, number = 0, list[list[str]](), ""
    for at, cells in rows:
        here = cells[number_at].strip() if number_at < len(cells) else ""
        if group and here in ("", number):
            group.append(cells)
            continue
        if group:
            yield line, group
        line, group, number = at, [cells], here
    if group:
        yield line, group


class ReceiptReader:
    """Reads the rows of one receipt; called with its first line and rows, raises Refused with our field's name."""

    def __init__(self, tx: Transaction, kind: Kind, places: dict[str, int], header: list[str]) -> None:
        self._kind, self._places, self._width = kind, places, len(header)
        self._refund_at, self._cancelled_at = place(header, kind.refund_by), place(header, kind.cancelled_by)
        self._now, self._today, self._zone = tx.now, tx.today, tx.settings.zone

    def __call__(self, line: int, rows: list[list[str]]) -> Receipt | None:
        """The receipt, or None for one that was cancelled; raises Refused(rule, field=…)."""
        if len(rows) > rules.MOST_LINES_OF_A_RECEIPT:
            raise Refused("receipt.too_long", field="number", most=rules.MOST_LINES_OF_A_RECEIPT)
        rows = [wide(row, self._width) for row in rows]
        head = rows[0]
        if self._is_cancelled(head):
            return None
        number = self._number(head)
        refund = self._refund_at >= 0 and head[self._refund_at].strip() == self._kind.refund
        lines = tuple(self._line(row) for row in rows)
        total = self._checked(self._total(head, rows, lines), refund)
        originals = (number, *_NUMBER_IN_WORDS.findall(self._text(head, "original")[:500]))
        return Receipt(
            line, rows, number, self._at(head), total, self._returned(head, total), lines, refund, originals,
            self._text(head, "reference"), japanese.narrow(self._text(head, "card"))[:40], *self._contact(head),
            japanese.fold("".join(self._text(head, "name")[:200].split())),
        )  # fmt: skip

    def _text(self, row: list[str], field: str) -> str:
        return restored_cell(field, row[self._places[field]]) if field in self._places else ""

    def _yen(self, row: list[str], field: str) -> int:
        try:
            return numbers.parse_yen(self._text(row, field) or "0", negative=True)
        except ValueError as wrong:
            raise Refused(str(wrong), field=field, most=numbers.MOST) from None

    def _is_cancelled(self, head: list[str]) -> bool:
        """Cancelled by its own column, or corrected to nothing afterwards."""
        if self._text(head, "corrected") and self._yen(head, "corrected") == 0 and self._yen(head, "total"):
            return True
        told = head[self._cancelled_at].strip() if self._cancelled_at >= 0 else ""
        return bool(told) and self._kind.cancelled in ("*", told)

    def _number(self, head: list[str]) -> str:
        number = "".join(self._text(head, "number").split())
        if not number or len(number) > LONGEST_NUMBER:
            raise Refused("text.too_long" if number else "receipt.missing", field="number")
        return number

    def _at(self, head: list[str]) -> dt.datetime:
        text = f"{self._text(head, 'date')} {self._text(head, 'time')}".strip()
        try:
            at = dates.parse_moment(text, self._today, self._zone).astimezone(dt.UTC)
        except ValueError:
            raise Refused("date.invalid", field="date") from None
        if at > self._now + dt.timedelta(days=1):
            raise Refused("date.future", field="date")
        return at

    def _line(self, row: list[str]) -> Line:
        thousandths = self._thousandths(self._text(row, "quantity") or "1")
        if "net" in self._places:
            yen = self._yen(row, "net") + self._yen(row, "tax")
        else:
            yen = round(self._yen(row, "price") * thousandths / 1000) + self._yen(row, "line_change")
        item = " ".join(f"{self._text(row, 'item')} {self._text(row, 'variant')}".split())
        check_yen(abs(yen))
        return Line(item[:LONGEST_ITEM], thousandths, yen)

    def _thousandths(self, text: str) -> int:
        try:
            thousandths = Decimal(japanese.narrow(text).replace(",", "")[:20]) * 1000
            if abs(thousandths) < 10**12 and thousandths == int(thousandths):
                return int(thousandths)
        except (InvalidOperation, ValueError, OverflowError):
            pass
        raise Refused("quantity.invalid", field="quantity")

    def _total(self, head: list[str], rows: list[list[str]], lines: tuple[Line, ...]) -> int:
        """What was paid; raises Refused("total.differs") where the lines do not add up to it."""
        if self._text(head, "currency") not in ("", "JPY"):
            raise Refused("amount.currency", field="currency")
        of_lines = sum(line.yen for line in lines)
        if "total" in self._places:
            total = self._yen(head, "total")
            if not any(of_lines + extra == total for extra in self._extras(head)):
                raise Refused("total.differs", field="total", lines=of_lines)
            return self._yen(head, "corrected") if self._text(head, "corrected") else total
        self._check_nets(rows)
        return of_lines

    def _checked(self, total: int, refund: bool) -> int:
        """An amount that can be stored; raises Refused with the column that says what was paid."""
        try:
            return check_yen(abs(total) if refund else total)
        except Refused as wrong:
            paid = next((field for field in ("total", "net") if field in self._places), "price")
            raise Refused(wrong.rule, field=paid, most=MOST_YEN) from None

    def _extras(self, head: list[str]) -> set[int]:
        """What may lie between lines and total: systems differ in whether discounts, tax and postage are in both."""
        parts = [self._yen(head, field) for field in ("discounted", "added", "also_added")]
        parts.append(-abs(self._yen(head, "lessened")))
        return {sum(some) for n in range(len(parts) + 1) for some in itertools.combinations(parts, n)}

    def _check_nets(self, rows: list[list[str]]) -> None:
        gross, discount, net = (sum(self._yen(row, field) for row in rows) for field in ("gross", "discount", "net"))
        if abs(gross) - abs(discount) != abs(net):
            raise Refused("total.differs", field="net", lines=abs(gross) - abs(discount))

    def _returned(self, head: list[str], total: int) -> int:
        returned = abs(self._yen(head, "returned"))
        if returned > total:
            raise Refused("return.too_much", field="returned", most=total)
        return returned

    def _contact(self, head: list[str]) -> tuple[str, str]:
        """The phone and the e-mail that stand for the customer, as they are compared."""
        number = email = ""
        for field in ("contact", "other_contact"):
            text = self._text(head, field)[:254]
            email = email or (japanese.fold(text) if "@" in text else "")
            number = number or (_phone_key(text) if text and "@" not in text else "")
        return number, email


def wide(cells: list[str], width: int) -> list[str]:
    """A row as wide as its header; raises Refused("row.columns") for one that holds more."""
    if len(cells) == width:
        return cells
    if any(cells[width:]):
        raise Refused("row.columns", value=cells[width])
    return cells[:width] + [""] * (width - len(cells))


def _phone_key(text: str) -> str:
    try:
        return phone.digits(phone.parse(text))
    except ValueError:
        return ""
