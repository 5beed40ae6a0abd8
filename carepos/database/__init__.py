"""How the house keeps what it knows: engine, units of work, commands, migrations, copies."""

from carepos.database.base import Base, Id, Key, Moment, Whole, every_table, part_index
from carepos.database.ids import as_id, new_id
from carepos.database.operations import Operation, broken_links, command
from carepos.database.question import Question
from carepos.database.transaction import NOBODY, Actor, Row, Transaction

__all__ = [
    "NOBODY",
    "Actor",
    "Base",
    "Id",
    "Key",
    "Moment",
    "Operation",
    "Question",
    "Row",
    "Transaction",
    "Whole",
    "as_id",
    "broken_links",
    "command",
    "every_table",
    "new_id",
    "part_index",
]
