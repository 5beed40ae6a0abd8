"""Many rows at once: one statement each, the values already in the form the driver stores."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from carepos import customers, loyalty, purchases
from carepos.customers.rules import Keys, neg_visit, tokens
from carepos.database import Base, Transaction, new_id

ROOMS = (customers, loyalty, purchases)
"""The rooms whose rows are written here; naming them makes sure that their tables are declared."""

CHUNK = 5000
SEARCHED_LATER = ("name_key", "kana_key", "phone_key", "phone_reversed", "email_key", "last_visit")


def table(name: str) -> sa.Table:
    """Another room's table, by name as foreign keys do."""
    return Base.metadata.tables[name]


class Ids:
    """The ids of one batch: each ends with the number of its line, so they ascend and tell where they came from."""

    def __init__(self) -> None:
        self._head = new_id()[:24]

    def of(self, line: int) -> str:
        """The id of what stands at a line."""
        return f"{self._head}{line:08x}"

    def line(self, id_: str) -> int:
        """The line of an id of this batch, or 0."""
        return int(id_[24:], 16) if id_.startswith(self._head) else 0


def _utc_text(moment: dt.datetime) -> str:
    """As the store writes it; Python takes twice as long to write a moment that knows its zone (V8)."""
    utc = moment.astimezone(dt.UTC)
    return dt.datetime.combine(utc, utc.time()).isoformat(timespec="microseconds") + "+00:00"


class Bulk:
    """Writes rows of any table; `id`, `moment` and `day` turn values into what the driver stores.

    SQLite's driver takes whole numbers, text and bytearrays as they are; for bytes, None and booleans it asks its
    adapters each time, and writing a small row then takes five times as long (V8).
    """

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self.server = tx.connection.dialect.name == "postgresql"
        self.id: Callable[[str], Any] = str if self.server else bytearray.fromhex
        self.moment: Callable[[dt.datetime], Any] = _same if self.server else _utc_text
        self.day: Callable[[dt.date], Any] = _same if self.server else dt.date.isoformat

    def maybe_id(self, id_: str | None) -> Any:
        """An id that may be missing."""
        return None if id_ is None else self.id(id_)

    def maybe_moment(self, moment: dt.datetime | None) -> Any:
        """A moment that may be missing."""
        return None if moment is None else self.moment(moment)

    def maybe_day(self, day: dt.date | None) -> Any:
        """A day that may be missing."""
        return None if day is None else self.day(day)

    def run(self, sql: str, rows: Sequence[tuple[Any, ...]] | None = None) -> sa.CursorResult[Any]:
        """A statement with "?" for values, once or for each row."""
        sql = sql.replace("?", "%s") if self.server else sql
        return self.tx.connection.exec_driver_sql(sql, rows if rows is None else list(rows))

    def insert(self, name: str, columns: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """New rows of a table; `columns` are its columns, by spaces."""
        names = columns.split()
        quoted, marks = ", ".join(f'"{one}"' for one in names), ", ".join("?" * len(names))
        for at in range(0, len(rows), CHUNK):
            self.run(f"INSERT INTO {name} ({quoted}) VALUES ({marks})", rows[at : at + CHUNK])

    def post(self, people: Iterable[tuple[str, Keys, dt.datetime | None]]) -> None:
        """Writes customers' places in the posting lists, in the lists' order."""
        self.insert("customer_lookup", "token neg_visit customer_id", self._places(people))

    def unpost(self, people: Iterable[tuple[str, Keys, dt.datetime | None]]) -> None:
        """Takes customers out of the posting lists."""
        sql = "DELETE FROM customer_lookup WHERE token = ? AND neg_visit = ? AND customer_id = ?"
        places = self._places(people)
        for at in range(0, len(places), CHUNK):
            self.run(sql, places[at : at + CHUNK])

    def _places(self, people: Iterable[tuple[str, Keys, dt.datetime | None]]) -> list[tuple[str, int, Any]]:
        return sorted((token, neg_visit(visit), self.id(id_)) for id_, keys, visit in people for token in tokens(keys))


def _same(value: Any) -> Any:
    return value


class RestingIndexes:
    """Indexes nobody asks while an empty shop is filled: taken away first, made again at the end (half the time)."""

    def __init__(self, bulk: Bulk, rest: bool) -> None:
        self._bulk = bulk
        resting = rest and not bulk.server
        self._indexes = [one for one in table("customers").indexes if _resting(one)] if resting else []
        for index in self._indexes:
            index.drop(bulk.tx.connection)

    def wake(self, pulse: Callable[[], None]) -> None:
        """Makes them again."""
        for index in self._indexes:
            pulse()
            index.create(self._bulk.tx.connection)


def _resting(index: sa.Index) -> bool:
    return [column.name for column in index.columns][0] in SEARCHED_LATER


def chunks(rows: Sequence[Any], size: int = CHUNK) -> Iterator[Sequence[Any]]:
    """A list in pieces."""
    return (rows[at : at + size] for at in range(0, len(rows), size))
