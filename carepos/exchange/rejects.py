"""The rows a file had that could not be taken: listed with their reason, and written down to be mended."""

import csv
import os
from pathlib import Path
from types import TracebackType
from typing import IO

from carepos.errors import Refused
from carepos.exchange import rules

LONGEST_SHOWN = 200


class Rejects:
    """Collects rejected rows; as a context it keeps the file of them only if all went well."""

    def __init__(self, source: Path, folder: Path | None) -> None:
        self.listed: list[rules.Rejected] = []
        self.count = 0
        self.path = rules.rejected_path(folder, source) if folder else None
        self._file: IO[str] | None = None
        self._header: list[str] = []
        self._columns: dict[str, str] = {}
        self.unread: list[str] = []

    def begin(self, header: list[str], columns: dict[str, str], unread: list[str]) -> None:
        """Told of the file's header, which field stands in which column, and which columns are not read."""
        self._header, self._columns, self.unread = header, columns, unread

    def add(self, line: int, rows: list[list[str]], wrong: Refused) -> None:
        """Rejects the rows of a record that begins at a line, for a rule."""
        self.count += len(rows)
        if len(self.listed) < rules.MOST_LISTED:
            self.listed.append(self._rejected(line, rows[0], wrong))
        if self.path is not None:
            self._write(rows)

    def _rejected(self, line: int, row: list[str], wrong: Refused) -> rules.Rejected:
        column = self._columns.get(str(wrong.facts.get("field", "")), "")
        value = str(wrong.facts.get("value", "")) or self._cell(row, column)
        other_line = int(str(wrong.facts.get("other_line", 0)))
        most = int(str(wrong.facts.get("most", 0)))
        return rules.Rejected(line, column, value[:LONGEST_SHOWN], wrong.rule, other_line, most)

    def _cell(self, row: list[str], column: str) -> str:
        at = self._header.index(column) if column in self._header else len(row)
        return row[at] if at < len(row) else ""

    def _write(self, rows: list[list[str]]) -> None:
        try:
            if self._file is None:
                self._file = self._begin_file()
            csv.writer(self._file).writerows([rules.harmless(cell) for cell in row] for row in rows)
        except OSError:
            raise Refused("folder.not_writable", folder=str(self.path)) from None

    def _begin_file(self) -> IO[str]:
        file = open(self._unfinished(), "w", encoding="utf-8-sig", newline="", opener=_for_owner)  # noqa: SIM115
        csv.writer(file).writerow(map(rules.harmless, self._header))
        return file

    def _unfinished(self) -> Path:
        assert self.path is not None
        return self.path.with_suffix(".part")

    @property
    def written(self) -> str | None:
        """The file of rejected rows, if there is one."""
        return str(self.path) if self._file else None

    def __enter__(self) -> "Rejects":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: BaseException | TracebackType | None) -> None:
        if self._file is not None and self.path is not None:
            self._file.close()
            self._unfinished().unlink() if kind else self._unfinished().replace(self.path)


def _for_owner(path: str, flags: int) -> int:
    """Customers' data stands in it: nobody else of this computer may read it."""
    return os.open(path, flags, 0o600)
