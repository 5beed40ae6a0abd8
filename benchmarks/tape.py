"""What the program says to the database, recorded, so that the bare driver can say the very same."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from carepos.database import question
from carepos.shop import Shop

Tape = list[tuple[str, Any]]


@contextmanager
def recording(shop: Shop) -> Iterator[Tape]:
    """The statements a shop runs meanwhile, as its driver gets them, without the beginnings of transactions."""
    tape: Tape = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, _x: object, many: bool) -> None:
        if not statement.startswith("BEGIN"):
            tape.extend((statement, each) for each in (parameters if many else [parameters]))

    def note_question(self: Any, cursor: Any, values: dict[str, Any]) -> Any:
        tape.append((self.sql, self.given(values)))
        return ask(self, cursor, values)

    ask = question.Compiled.ask
    sa.event.listen(shop.engine, "before_cursor_execute", note)
    question.Compiled.ask = note_question  # type: ignore[method-assign]
    yield tape
    question.Compiled.ask = ask  # type: ignore[method-assign]
    sa.event.remove(shop.engine, "before_cursor_execute", note)


def taped(shop: Shop, work: Callable[[], object]) -> Tape:
    """The statements of one piece of work."""
    with recording(shop) as tape:
        work()
    return tape


def play(connection: Any, tape: Tape, begin: str = "BEGIN", end: str = "ROLLBACK") -> list[Any]:
    """The rows of the same statements by the bare driver, in a transaction as the program's are."""
    connection.execute(begin)
    rows = say(connection, tape)
    connection.execute(end)
    return rows


def say(connection: Any, tape: Tape) -> list[Any]:
    """The rows of the statements alone, every one of them fetched."""
    return [row for statement, parameters in tape for row in connection.execute(statement, parameters).fetchall()]
