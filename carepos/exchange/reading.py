"""Reading tables from files nobody vouches for: checked as a whole first, then streamed row by row."""

import csv
import datetime as dt
import hashlib
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from carepos.errors import Refused
from carepos.exchange import rules

BLOCK = 1024**2
BOM = b"\xef\xbb\xbf"
PULSE = 2000
"""Rows between two reports of progress."""
_LOST_IN_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3\ue000-\ue757]")

_UTF8_KANJI = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}")

Row = tuple[int, list[str]]
Pulse = Callable[[int], None]
"""Told how many bytes have been read; may raise to stop."""


NEVER_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]")
"""Bytes that stand in pictures and programs, in no table of any encoding we read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that has been read once from end to end and found to be a table."""

    path: Path
    encoding: str
    delimiter: str
    size: int
    digest: str


def silent(_: int) -> None:
    """A pulse nobody listens to."""


def check(path: Path, pulse: Pulse = silent) -> Source:
    """Reads the whole file once; raises Refused("file.…"), with the line where there is one (failures F60, F61)."""
    size = _size(path)
    try:
        with path.open("rb") as file:
            if file.read(4) == b"PK\x03\x04":
                return _check_spreadsheet(path, size)
            file.seek(0)
            return _check_text(path, file, size, pulse)
    except OSError:
        raise Refused("file.not_found", file=path.name) from None


def _size(path: Path) -> int:
    if not path.is_file():
        raise Refused("file.not_found", file=path.name)
    size = path.stat().st_size
    if size > rules.MOST_BYTES:
        raise Refused("file.too_large", most=rules.MOST_BYTES)
    if not size:
        raise Refused("file.empty")
    return size


def _check_text(path: Path, file: Any, size: int, pulse: Pulse) -> Source:
    """Encoding by the first block that is not plain ASCII, then the whole file strictly in it."""
    digest, encoding, line, delimiter = hashlib.sha256(), "", 1, ""
    for block in _blocks(file, line):
        digest.update(block)
        if NEVER_TEXT.search(block):
            raise Refused("file.not_a_table", line=line)
        if not encoding and not block.isascii():
            encoding = _encoding_of(block)
        _check_decodes(block, encoding or "ascii", line)
        delimiter = delimiter or _delimiter(block)
        line += block.count(b"\n")
        pulse(0)
    return Source(path, encoding or "utf-8", delimiter, size, digest.hexdigest())


def _blocks(file: Any, line: int) -> Iterator[bytes]:
    """About a megabyte of whole lines at a time."""
    rest = b""
    while data := file.read(BLOCK):
        whole, newline, new_rest = (rest + data).rpartition(b"\n")
        if len(new_rest) > rules.MOST_LINE or whole.find(b"\n") > rules.MOST_LINE:
            raise Refused("file.line_too_long", line=line + whole.count(b"\n"))
        line += whole.count(b"\n") + len(newline)
        rest = new_rest
        if newline:
            yield whole + newline
    if rest:
        yield rest


def _encoding_of(block: bytes) -> str:
    """What most of the first lines that are not plain ASCII can be read as."""
    if block.startswith(BOM):
        return "utf-8-sig"
    lines = [line for line in block.splitlines() if not line.isascii()][:99]
    wrong = sum(not _decodes(line, "utf-8") for line in lines)
    right = sum(_decodes(line, "utf-8") and _UTF8_KANJI.search(line) is not None for line in lines)
    return "utf-8" if not wrong or right > wrong else "cp932"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _check_decodes(block: bytes, encoding: str, line: int) -> None:
    at: int | None = None
    try:
        text = block.decode(encoding)
    except UnicodeDecodeError as wrong:
        at = block.count(b"\n", 0, wrong.start)
    else:
        at = _first_lost_line(block, text) if encoding == "cp932" else None
    if at is not None:
        raise Refused("file.encoding", line=line + at, encoding=encoding)


def _first_lost_line(block: bytes, text: str) -> int | None:
    """Where CP932 decodes to what no one wrote: private codes, or a line that was UTF-8 (F61)."""
    if lost := _LOST_IN_CP932.search(text):
        return text.count("\n", 0, lost.start())
    end = 0
    while maybe := _UTF8_KANJI.search(block, end):
        start, end = block.rfind(b"\n", 0, maybe.start()) + 1, block.find(b"\n", maybe.end())
        end = end if end > 0 else len(block)
        if _decodes(block[start:end], "utf-8"):
            return block.count(b"\n", 0, start)
    return None


def _delimiter(block: bytes) -> str:
    first = block.lstrip(BOM + b"\r\n").split(b"\n", 1)[0]
    return max(",\t;", key=lambda mark: first.count(mark.encode()))


def _check_spreadsheet(path: Path, size: int) -> Source:
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
            known = any(part.filename == "xl/workbook.xml" for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Refused("file.not_a_table") from None
    if not known:
        raise Refused("file.not_a_table")
    if unpacked > rules.MOST_UNPACKED:
        raise Refused("file.too_large", most=rules.MOST_UNPACKED)
    with path.open("rb") as file:
        return Source(path, "xlsx", "", size, hashlib.file_digest(file, "sha256").hexdigest())


def rows(source: Source, pulse: Pulse = silent) -> Iterator[Row]:
    """The header and then every row that is not empty, each with the number of its first line."""
    found = _of_spreadsheet(source, pulse) if source.encoding == "xlsx" else _of_text(source, pulse)
    first = True
    for line, cells in found:
        if any(cells):
            if len(cells) > rules.MOST_COLUMNS:
                raise Refused("file.too_many_columns", line=line, most=rules.MOST_COLUMNS)
            yield line, _header(cells) if first else cells
            first = False
    if first:
        raise Refused("file.empty")


def _header(cells: list[str]) -> list[str]:
    return [" ".join(rules.restored(cell.strip("\ufeff")).split()) for cell in cells]


def _of_text(source: Source, pulse: Pulse) -> Iterator[Row]:
    csv.field_size_limit(rules.MOST_LINE)
    with source.path.open("rb") as raw, io.TextIOWrapper(raw, source.encoding, newline="") as file:
        reader = csv.reader(file, delimiter=source.delimiter, strict=True)
        before = 0
        try:
            for cells in reader:
                yield before + 1, cells
                before = reader.line_num
                if not before % PULSE:
                    pulse(raw.tell())
        except csv.Error:
            raise Refused("file.not_a_table", line=before + 1) from None
        except OSError:
            raise Refused("file.not_found", file=source.path.name) from None
        except UnicodeDecodeError:
            raise Refused("file.encoding", line=before + 1, encoding=source.encoding) from None
    pulse(source.size)


def _of_spreadsheet(source: Source, pulse: Pulse) -> Iterator[Row]:
    import openpyxl  # slow to load, and rarely needed

    with warnings.catch_warnings(), source.path.open("rb") as file:
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            sheet = book.worksheets[0]
            for line, cells in enumerate(sheet.iter_rows(values_only=True), 1):
                yield line, [_cell(value) for value in cells]
                if not line % PULSE:
                    pulse(min(source.size, source.size * line // (sheet.max_row or line)))
        except (KeyError, ValueError, IndexError, TypeError, AttributeError, SyntaxError, OSError, zipfile.BadZipFile):
            raise Refused("file.not_a_table") from None
    pulse(source.size)


def _cell(value: object) -> str:
    """A spreadsheet's value as a text file would have it; whole numbers without their ".0"."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value.isoformat(" ") if isinstance(value, dt.datetime) else str(value)
