"""How columns are stored, the same in meaning on SQLite and PostgreSQL."""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import TIMESTAMP, UUID, BigInteger, Dialect, Index, Integer, LargeBinary, MetaData, String, Table, text
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator, TypeEngine

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table of the house."""

    metadata = MetaData(naming_convention=NAMES)


def every_table() -> list[tuple[str, Table]]:
    """Every table of the house with its room, also of rooms nobody has entered yet: for what must reach them all."""
    import carepos.tables  # noqa: F401 - each room declares its own

    rooms = {mapper.local_table: mapper.class_.__module__.split(".")[1] for mapper in Base.registry.mappers}
    return [(rooms[table], table) for table in Base.metadata.sorted_tables]


def part_index(name: str | None, *columns: str, where: str, unique: bool = False) -> Index:
    """An index over the rows that `where` holds for, as a file has it; a server's is in the migration alone.

    To name it here too would load the server's dialect wherever a shop is opened: 4 MB, and 90 ms (V7).
    """
    return Index(name, *columns, unique=unique, sqlite_where=text(where))


class Id(TypeDecorator[str]):
    """A UUID: 32 hexadecimal digits in Python, 16 bytes in the store (a look-up reads hundreds of them)."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Native UUID on PostgreSQL, bytes on SQLite."""
        kind: TypeEngine[Any] = UUID() if dialect.name == "postgresql" else LargeBinary(16)
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """Hexadecimal digits to what the driver stores."""
        if value is None:
            return None
        return uuid.UUID(hex=value) if dialect.name == "postgresql" else bytes.fromhex(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """What the driver stored to hexadecimal digits."""
        return value if value is None else value.hex if dialect.name == "postgresql" else value.hex()


class Moment(TypeDecorator[dt.datetime]):
    """A point in time: aware in Python, UTC with its offset in the store; naive times are refused."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """timestamptz on PostgreSQL; on SQLite ISO 8601 of fixed width, which sorts as it reads."""
        kind: TypeEngine[Any] = TIMESTAMP(timezone=True) if dialect.name == "postgresql" else String(32)
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:
        """Aware time to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without its zone")
        utc = value.astimezone(dt.UTC)
        return utc if dialect.name == "postgresql" else utc.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        """UTC as stored to an aware time."""
        return dt.datetime.fromisoformat(value) if isinstance(value, str) else value


Key = String().with_variant(String(collation="C"), "postgresql")
"""Folded text that is compared by its code points, so that a prefix is a range on both databases."""

Whole = BigInteger().with_variant(Integer, "sqlite")
"""Yen, points, counts: whole numbers wide enough for both databases."""
