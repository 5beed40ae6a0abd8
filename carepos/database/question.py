"""A read asked with each keystroke: compiled once, then handed straight to SQLite's driver (V1, V4).

SQLAlchemy's own way to a row costs twice what the row does; on other databases, where the line costs more, it is taken.
"""

import datetime as dt
from collections import namedtuple
from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

from carepos.database.base import Id, Moment

Processor = Callable[[Any], Any] | None
Made = Callable[[Any], Any]


class Question:
    """A select without expanding lists, made once beside the query that asks it.

    `made` turns the columns of a row into what the query answers; by default a tuple with their names.
    """

    def __init__(self, statement: sa.Select[*tuple[Any, ...]], made: Made | None = None) -> None:
        self.statement, self._made = statement, made
        self._ready: Compiled | None = None

    def ask(self, connection: sa.Connection, values: dict[str, Any]) -> Sequence[Any]:
        """All rows, each with its columns by place and by name."""
        if connection.dialect.name != "sqlite":
            rows = connection.execute(self.statement, values).all()
            return list(map(self._made, rows)) if self._made else rows
        if self._ready is None:
            self._ready = Compiled(self.statement, connection.dialect, self._made)
        return self._ready.ask(connection.connection.cursor(), values)


class Compiled:
    """One statement as SQLite's driver takes it."""

    def __init__(self, statement: sa.Select[*tuple[Any, ...]], dialect: sa.Dialect, made: Made | None) -> None:
        compiled = statement.compile(dialect=dialect)
        self.sql = str(compiled)
        names: list[str] = list(getattr(compiled, "positiontup", None) or ())
        fixed = compiled.params
        binds = {name: _bind(bind.type, dialect) for name, bind in getattr(compiled, "binds", {}).items()}
        self._binds = [(name, binds.get(name), fixed.get(name)) for name in names]
        columns = statement.selected_columns
        results = [_result(column.type, dialect) for column in columns]
        self._results = [(at, read) for at, read in enumerate(results) if read is not None]
        named: Any = namedtuple("Row", columns.keys(), rename=True)  # type: ignore[misc]
        self._made: Made = made or named._make
        self._errors = dialect.loaded_dbapi.Error

    def given(self, values: dict[str, Any]) -> list[Any]:
        """The values in the order, and the form, the driver takes them."""
        listed = []
        for name, write, fixed in self._binds:
            value = values.get(name, fixed)
            listed.append(value if write is None else write(value))
        return listed

    def ask(self, cursor: Any, values: dict[str, Any]) -> Sequence[Any]:
        """All rows, read at once."""
        try:
            rows = cursor.execute(self.sql, self.given(values)).fetchall()
        except self._errors as trouble:
            raise sa.exc.DBAPIError(self.sql, None, trouble) from trouble
        finally:
            cursor.close()
        return list(map(self._made, self._read(rows) if self._results else rows))

    def _read(self, rows: Sequence[Any]) -> list[list[Any]]:
        """The rows with every column that needs it turned into what Python knows."""
        read = [list(row) for row in rows]
        for at, process in self._results:
            for row in read:
                if row[at] is not None:
                    row[at] = process(row[at])
        return read


def _bind(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Processor:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _result(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Processor:
    if isinstance(kind, Id):
        return bytes.hex
    if isinstance(kind, Moment):
        return dt.datetime.fromisoformat
    return kind.dialect_impl(dialect).result_processor(dialect, None)
