"""How values travel to the store and back, the same on both databases."""

import datetime as dt
import re
import time
import uuid
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from shops import CLERK, START, TOKYO, refused

from carepos import lock
from carepos.database import Id, Moment, as_id, ids, new_id
from carepos.shop import Shop


def round_trip(shop: Shop, value: object, kind: sa.types.TypeDecorator[Any]) -> object:
    """What comes back of a value that went to the store and was read from it."""
    with shop.transaction(CLERK) as tx:
        probe = sa.Table("probe", sa.MetaData(), sa.Column("value", kind), prefixes=["TEMPORARY"])
        probe.create(tx.connection, checkfirst=False)
        tx.connection.execute(probe.insert().values(value=value))
        found = tx.value(sa.select(probe.c.value))
        probe.drop(tx.connection)
    return found


def test_an_id_comes_back_as_it_was(shop: Shop) -> None:
    one = new_id()
    assert round_trip(shop, one, Id()) == one


def test_a_moment_comes_back_as_the_same_moment_in_utc(shop: Shop) -> None:
    found = round_trip(shop, START.replace(microsecond=123456), Moment())
    assert isinstance(found, dt.datetime)
    assert (found, found.utcoffset()) == (START.replace(microsecond=123456), dt.timedelta())


def test_nothing_stays_nothing(shop: Shop) -> None:
    assert round_trip(shop, None, Id()) is None
    assert round_trip(shop, None, Moment()) is None


def test_a_time_without_its_zone_is_refused(shop: Shop) -> None:
    with pytest.raises(sa.exc.StatementError, match="without its zone"), shop.reading() as tx:
        tx.value(sa.select(sa.bindparam("at", type_=Moment())), at=dt.datetime(2026, 11, 21))


@given(st.lists(st.datetimes(timezones=st.just(TOKYO), min_value=dt.datetime(1900, 1, 1)), min_size=2))
def test_stored_moments_sort_as_they_happened(moments: list[dt.datetime]) -> None:
    dialect = sa.create_engine("sqlite://").dialect
    stored = {Moment().process_bind_param(moment, dialect): moment for moment in sorted(moments)}
    assert list(stored) == sorted(stored)


def test_a_new_id_is_a_uuid_of_version_7_of_this_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's clock stands meanwhile: it may be set at any time."""
    monkeypatch.setattr(ids, "_tick", 0)
    monkeypatch.setattr(time, "time_ns", lambda: 1_795_237_200_123_456_789)
    one = uuid.UUID(hex=new_id())
    assert (one.version, one.variant) == (7, uuid.RFC_4122)
    assert one.int >> 80 == 1_795_237_200_123


def test_each_new_id_sorts_after_the_one_before() -> None:
    made = [new_id() for _ in range(1000)]
    assert made == sorted(set(made))
    assert re.fullmatch("[0-9a-f]{32}", new_id())


def test_an_id_is_understood_in_any_usual_form() -> None:
    one = new_id()
    assert as_id(str(uuid.UUID(hex=one)).upper()) == one
    with refused("id.invalid"):
        as_id("12")


def test_one_window_holds_the_lock_and_its_end_frees_it(sqlite_shop: Shop) -> None:
    assert sqlite_shop.folder
    first = lock.hold(sqlite_shop.folder.lock)
    assert first
    assert lock.hold(sqlite_shop.folder.lock) is None
    first.close()
    again = lock.hold(sqlite_shop.folder.lock)
    assert again
    again.close()
