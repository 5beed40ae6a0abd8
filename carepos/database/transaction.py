"""One unit of work: a connection, the time, who acts, and what has changed."""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Session

from carepos.database.base import Base
from carepos.database.question import Question
from carepos.errors import NotFound

if TYPE_CHECKING:
    from carepos.settings import ShopSettings

Record = TypeVar("Record", bound=Base)
Answer = TypeVar("Answer")
Row: TypeAlias = sa.Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, in which role ("staff" or "owner"), at which till."""

    staff_id: str | None
    role: str
    till: str


NOBODY = Actor(None, "staff", "window")


class _Noting(Session):
    """A session that tells which rooms' rows it writes."""


@event.listens_for(_Noting, "before_flush")
def _note_changes(session: Session, *_: object) -> None:
    for record in (*session.new, *session.dirty, *session.deleted):
        session.info["touch"](type(record).__module__.split(".")[1])


class Transaction:
    """Lent by `Shop.transaction()`; commands and queries take it first."""

    def __init__(self, connection: sa.Connection, now: dt.datetime, actor: Actor, settings: "ShopSettings") -> None:
        self.connection = connection
        self.now = now
        self.actor = actor
        self.settings = settings
        self.changed: set[str] = set()
        self.operation: str | None = None
        self._told: dict[Hashable, Any] | None = None

    def remember(self) -> None:
        """Reads the same Question once from now on; only for who writes nothing and wants this moment's state (V4)."""
        self._told = {}

    def once(self, key: Hashable, answer: Callable[[], Answer]) -> Answer:
        """What `answer` says, nobody's to change; where Questions are read once it too is worked out once (V4)."""
        if self._told is None:
            return answer()
        if key not in self._told:
            self._told[key] = answer()
        found: Answer = self._told[key]
        return found

    @cached_property
    def today(self) -> dt.date:
        """The shop's day of this moment: its own zone, its own hour at which a day ends."""
        return self.settings.day_of(self.now)

    @cached_property
    def session(self) -> Session:
        """SQLAlchemy's session for what is written, made only when a command needs it."""
        return _Noting(bind=self.connection, join_transaction_mode="rollback_only", info={"touch": self.touch})

    def touch(self, room: str) -> None:
        """Says that a room's rows changed (needed by hand only after a bulk statement)."""
        self.changed.add(room)

    def add(self, record: Base) -> None:
        """Writes a new row now, so that the next statement sees it."""
        self.session.add(record)
        self.session.flush()

    def get(self, kind: type[Record], id_: str) -> Record:
        """The row with this id; raises NotFound("<table>.not_found")."""
        record = self.session.get(kind, id_)
        if record is None:
            raise NotFound(f"{kind.__tablename__}.not_found")
        return record

    def rows(self, statement: sa.Executable | Question, **values: Any) -> Sequence[Row]:
        """All rows of a statement that was built once."""
        if isinstance(statement, Question):
            return self._asked(statement, values)
        return self._run(statement, values).all()

    def row(self, statement: sa.Executable | Question, **values: Any) -> Row | None:
        """The first row of a statement, or None."""
        if isinstance(statement, Question):
            return next(iter(self.rows(statement, **values)), None)
        return self._run(statement, values).first()

    def value(self, statement: sa.Executable | Question, **values: Any) -> Any:
        """The first column of the first row, or None."""
        row = self.row(statement, **values)
        return None if row is None else row[0]

    def _asked(self, question: Question, values: dict[str, Any]) -> Sequence[Row]:
        self.flush()
        if self._told is None:
            return question.ask(self.connection, values)
        return self.once((question, *values.items()), lambda: question.ask(self.connection, values))

    def _run(self, statement: sa.Executable, values: dict[str, Any]) -> sa.CursorResult[*tuple[Any, ...]]:
        self.flush()
        return self.connection.execute(statement, values)

    def flush(self) -> None:
        """Sends what the session still holds."""
        if "session" in self.__dict__:
            self.session.flush()
