"""What the core's tests share: a clock that stands still, a till to act and ask at, and how a shop is furnished."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from carepos import settings, staff
from carepos.database import Actor, Transaction, new_id
from carepos.errors import Refused
from carepos.settings import ShopSettings
from carepos.shop import Shop

P = ParamSpec("P")
Answer = TypeVar("Answer")

TOKYO = ZoneInfo("Asia/Tokyo")
START = dt.datetime(2026, 11, 21, 14, 0, tzinfo=TOKYO)
OWNER_ID, CLERK_ID, COLLEAGUE_ID = (f"{number:032x}" for number in (0xA, 0xB, 0xC))
OWNER_PIN, CLERK_PIN, PASSPHRASE = "4826", "3917", "みなもの合言葉です"
OWNER, CLERK = Actor(OWNER_ID, "owner", "window"), Actor(CLERK_ID, "staff", "window")

OWN_RULE = """[[rule]]
id = "own.rubber_band"
level = "hint"
why = "P53"
reason = "Our parcels are tied with ribbon."
say = ["rubber band"]
better = ["I will tie it with a ribbon."]
ng = ["Here is a rubber band."]
ok = ["Here is a ribbon."]"""
"""A rule as an owner writes it."""


class Clock:
    """Stands still until a test moves it."""

    def __init__(self, now: dt.datetime = START) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        """The time, as a Shop asks for it."""
        return self.now

    def forward(self, **parts: float) -> dt.datetime:
        """Moves on by timedelta's own words (minutes=5) and says what time it is then."""
        self.now += dt.timedelta(**parts)
        return self.now


Lend = Callable[[Clock], AbstractContextManager[Shop]]
"""Lends a shop that goes by a clock."""


@dataclass(frozen=True)
class Till:
    """Somebody at the counter: each command is a commit of its own, each question a reading."""

    shop: Shop
    actor: Actor

    def do(self, act: Callable[Concatenate[Transaction, str, P], Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
        """Runs a command under a fresh operation id and hands back its answer."""
        with self.shop.transaction(self.actor) as tx:
            return act(tx, new_id(), *args, **kwargs)

    def run(self, act: Callable[Concatenate[Transaction, P], Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
        """Runs what writes without being a command."""
        with self.shop.transaction(self.actor) as tx:
            return act(tx, *args, **kwargs)

    def ask(self, question: Callable[Concatenate[Transaction, P], Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
        """Asks a question."""
        with self.shop.reading(self.actor) as tx:
            return question(tx, *args, **kwargs)


@contextmanager
def refused(rule: str, **facts: object) -> Iterator[None]:
    """Expects that what is done inside is refused by this rule, with at least these facts."""
    with pytest.raises(Refused) as caught:
        yield
    assert (caught.value.rule, caught.value.facts | facts) == (rule, caught.value.facts)


def customer_ids() -> Iterator[str]:
    """The same ids in every run: which sayings are drawn for somebody depends on theirs."""
    return (f"{number:032x}" for number in count(0x1000))


def legible(told: str) -> str:
    """A text without its ids, digests and hashes, in which any few letters stand by chance."""
    return re.sub(r"[0-9a-f]{32,}|\$argon2\S+", "…", told)


def furnish(shop: Shop) -> None:
    """Gives an empty shop its name, an owner and two clerks."""
    founder = Till(shop, Actor(None, "owner", "window"))
    founder.do(settings.change, ShopSettings(shop_name="みなも"))
    founder.run(staff.add, OWNER_ID, "松本", OWNER_PIN, staff.OWNER, PASSPHRASE)
    founder.run(staff.add, CLERK_ID, "佐藤", CLERK_PIN)
    founder.run(staff.add, COLLEAGUE_ID, "鈴木", "5283")


UNGUARDED = sa.text("SET LOCAL session_replication_role = replica")
"""For one transaction PostgreSQL's triggers sleep, also those of foreign keys."""


def tear(shop: Shop, *statements: str, past_triggers: bool = False) -> None:
    """Does damage behind the program's back, and past the store's own guards if asked for."""
    with shop.engine.connect() as connection:
        if past_triggers:
            _put_guards_to_sleep(connection)
        for statement in statements:
            connection.execute(sa.text(statement))
        connection.commit()


def _put_guards_to_sleep(connection: sa.Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(UNGUARDED)
        return
    connection.connection.execute("PRAGMA foreign_keys = OFF")
    for name in connection.scalars(sa.text("SELECT name FROM sqlite_schema WHERE type = 'trigger'")).all():
        connection.execute(sa.text(f"DROP TRIGGER {name}"))
