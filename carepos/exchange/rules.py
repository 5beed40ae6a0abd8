"""What a file from elsewhere may be, and what bringing it in reports; pure functions and facts."""

from dataclasses import dataclass, field
from pathlib import Path

from carepos.errors import Refused

MOST_BYTES = 2 * 1024**3
"""Larger files are refused by their size, before anything of them is read."""
MOST_LINE = 1024**2
"""Bytes in one line, or in one cell."""
MOST_COLUMNS = 1000
MOST_UNPACKED = 512 * 1024**2
"""Bytes a spreadsheet may unpack to (it is a zip file)."""
MOST_LINES_OF_A_RECEIPT = 2000
FIRST_ROWS = 20
MOST_LISTED = 1000
"""How many rejected rows a report carries; the file of rejected rows has all of them."""
ANY = "any"

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"


def harmless(text: str) -> str:
    """A cell no spreadsheet takes for a formula; `restored` gives the text back (failure F62)."""
    return "'" + text if text.lstrip("'")[:1] in FORMULA_STARTS and text.lstrip("'") else text


def restored(text: str) -> str:
    """The text that `harmless` was given."""
    return text[1:] if text.startswith("'") and harmless(text) != text else text


@dataclass(frozen=True, slots=True)
class Look:
    """What a file seems to be, before anything is written; `columns` maps our fields to its headers."""

    kind: str
    encoding: str
    rows: int
    header: list[str]
    first: list[list[str]]
    columns: dict[str, str]
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be taken: its line, the column and value at fault, the rule, the other line of a double.

    `most` is what an amount or a text may be at most.
    """

    line: int
    column: str
    value: str
    reason: str
    other_line: int = 0
    most: int = 0

    @property
    def refusal(self) -> Refused:
        """What its sentence is made of."""
        return Refused(self.reason, most=self.most, receipt=self.value, line=self.other_line)


@dataclass(slots=True)
class Tally:
    """What a batch did, in whole numbers and without personal data: the command's answer, kept for ever."""

    batch: str
    kind: str
    encoding: str
    rows: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    purchases: int = 0
    without_customer: int = 0
    cancelled: int = 0
    rejected_rows: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a batch did or would do; `rejected` lists the first 1,000 of `rejected_rows`, `rejected_file` has all.

    `unread` are the headers nothing was read from.
    """

    batch: str
    kind: str
    encoding: str
    rows: int
    added: int
    updated: int
    unchanged: int
    purchases: int
    without_customer: int
    cancelled: int
    rejected_rows: int
    rejected: tuple[Rejected, ...] = field(default=())
    rejected_file: str | None = None
    unread: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a batch back did; `kept` are customers who have got something else since."""

    batch: str
    taken_out: int
    put_back: int
    purchases: int
    points: int
    kept: tuple[str, ...]


def rejected_path(folder: Path, source: Path) -> Path:
    """Where the rows of a file that could not be taken are written."""
    return folder / f"{source.stem}.rejected.csv"
