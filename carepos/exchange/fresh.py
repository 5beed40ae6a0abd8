"""What a file's new customers have in other tables, written at the end by the database alone.

A row that Python hands over to the driver, one by one, takes ten times as long (V8).
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from carepos.customers.rules import (
    GIVEN_KANA_PREFIXES,
    GIVEN_PREFIXES,
    KANA_PREFIXES,
    NAME_PREFIXES,
    PHONE_PREFIXES,
    PHONE_SUFFIXES,
)
from carepos.database import Id, Key, Moment, Transaction, Whole
from carepos.exchange.bulk import Bulk, table

KEYS = ("kana_key", "given_kana_key", "name_key", "given_key", "phone_key", "phone_reversed")
BOUNDS = (
    *("", "a", "ア", "カ", "サ", "ス", "タ", "ナ", "ハ", "マ"),
    *("一", "加", "小", "木", "田", "見", "\U0010ffff"),
)
"""The posting lists are written part by part, so that sorting a million customers' tokens needs little memory."""


def _temporary(name: str, *columns: sa.Column[Any]) -> sa.Table:
    return sa.Table(name, sa.MetaData(), sa.Column("id", Id), *columns, prefixes=["TEMPORARY"])


_POSTED = _temporary("fresh_keys", sa.Column("neg_visit", Whole), *(sa.Column(key, Key) for key in KEYS))
_OPENED = _temporary("fresh_points", sa.Column("points", Whole), sa.Column("expires_on", sa.Date))


def write_from(tx: Transaction, name: str, values: Mapping[str, sa.ColumnElement[Any]]) -> None:
    """New rows of a table, its columns from a question's."""
    tx.connection.execute(sa.insert(table(name)).from_select(list(values), sa.select(*values.values())))


class FreshPostings:
    """Collects new customers' keys and writes all their posting lists at the end, sorted by the database.

    `id` is the column of those collected, for `write_from`.
    """

    id = _POSTED.c.id

    def __init__(self, bulk: Bulk) -> None:
        _POSTED.create(bulk.tx.connection)
        self._bulk, self._count = bulk, 0

    def add(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Remembers new customers: their ids, neg_visits and KEYS."""
        self._bulk.insert(_POSTED.name, " ".join(_POSTED.c.keys()), rows)
        self._count += len(rows)

    def write(self, pulse: Callable[[], None], at_once: int = 200_000) -> None:
        """Writes the posting lists, in parts if there are many; the tokens of `customers.rules.tokens`, made there."""
        bounds = BOUNDS if self._count > at_once else (BOUNDS[0], BOUNDS[-1])
        for low, high in pairwise(bounds):
            pulse()
            self._bulk.tx.connection.execute(sa.text(_POST), {"low": low, "high": high})
        _POSTED.drop(self._bulk.tx.connection)


def _prefixes(key: str, most: int) -> str:
    """CROSS JOIN: SQLite then reads each key once; the other way round it takes a quarter longer (V8)."""
    return (
        f"SELECT substr({key}, 1, n) AS token, neg_visit, id FROM fresh_keys CROSS JOIN numbers"
        f" WHERE n <= length({key}) AND n <= {most} AND {key} >= :low AND {key} < :high"
    )


def _digits(key: str, lengths: tuple[int, ...], mark: str = "") -> str:
    before = f"'{mark}' || " if mark else ""
    return (
        f"SELECT {before}substr({key}, 1, n) AS token, neg_visit, id FROM fresh_keys CROSS JOIN numbers"
        f" WHERE n < length({key}) AND n IN {lengths} AND {before}{key} >= :low AND {before}{key} < :high"
    )


_POST = (
    "WITH numbers (n) AS (VALUES (1), (2), (3), (4), (5), (6), (7), (8))"
    " INSERT INTO customer_lookup (token, neg_visit, customer_id) SELECT token, neg_visit, id FROM ("
    + " UNION ALL ".join(
        (
            _prefixes("kana_key", KANA_PREFIXES),
            _prefixes("given_kana_key", GIVEN_KANA_PREFIXES),
            _prefixes("name_key", NAME_PREFIXES),
            _prefixes("given_key", GIVEN_PREFIXES),
            _digits("phone_key", PHONE_PREFIXES),
            _digits("phone_reversed", PHONE_SUFFIXES, "~"),
        )
    )
    + ") AS tokens WHERE true ORDER BY token, neg_visit, id ON CONFLICT DO NOTHING"
)


class FreshPoints:
    """Collects new customers' points from the old system: one lot each (`loyalty.open_balance`, for many at once).

    `id` is the column of those collected, for `write_from`.
    """

    id = _OPENED.c.id

    def __init__(self, bulk: Bulk) -> None:
        _OPENED.create(bulk.tx.connection)
        self._bulk = bulk

    def add(self, rows: Sequence[tuple[Any, int, Any]]) -> None:
        """Remembers new customers: their ids, their points and the last day of these."""
        self._bulk.insert(_OPENED.name, " ".join(_OPENED.c.keys()), rows)

    def write(self, reason: str, pulse: Callable[[], None]) -> None:
        """Writes them in the ledger's own shape; the entry of a customer's first lot has the customer's id."""
        tx, told = self._bulk.tx, _OPENED.c
        entry = {
            "id": told.id, "operation_id": sa.literal(tx.operation, Id), "customer_id": told.id,
            "kind": sa.literal("opening"), "points": told.points, "reason": sa.literal(reason),
            "at": sa.literal(tx.now, Moment), "day": sa.literal(tx.today),
            "till": sa.literal(tx.actor.till), "staff_id": sa.literal(tx.actor.staff_id, Id),
        }  # fmt: skip
        lot = {"entry_id": told.id, "customer_id": told.id, "expires_on": told.expires_on, "left": told.points}
        balance = {"customer_id": told.id, "points": told.points}
        for name, values in (("point_entries", entry), ("point_lots", lot), ("point_balances", balance)):
            pulse()
            write_from(tx, name, values)
        _OPENED.drop(tx.connection)
