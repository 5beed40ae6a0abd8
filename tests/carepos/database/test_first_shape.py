"""A store in the first shape, with people, points and words in it, comes to today's and loses nothing."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from shops import CLERK, CLERK_ID, START, Clock, Till
from test_migrate import everything_in, was_killed

from carepos import customers, loyalty
from carepos.database import Base, broken_links, migrate
from carepos.database.operations import Operation, digest_of
from carepos.errors import StorageTrouble
from carepos.shop import Shop

HANAKO, SALE, RULE = (f"{number:032x}" for number in (0x1, 0x2, 0x3))
PROGRAMME = {
    "unit_yen": 1000, "unit_points": 10, "tier_days": 200, "reward_points": 300, "reward_yen": 200, "expires_months": 6,
    "tiers": [{"name": "regular", "yen": 0, "percent": 100}, {"name": "silver", "yen": 9000, "percent": 200}],
}  # fmt: skip


def fill(engine: sa.Engine) -> None:
    """Writes a customer with a sale of 10,000 yen and its 100 points, as the program of that time left them."""
    answer = msgspec.json.encode({"entry": SALE, "points": 100, "balance": 100}).decode()
    sale = Operation(
        id=SALE, till="window", sequence=1, staff_id=CLERK_ID, at=START, offset_minutes=540, kind="loyalty.earn",
        answer=answer,
    )  # fmt: skip
    sale.digest = digest_of(sale, "")
    person = dict(
        id=HANAKO, family="田中", given="花子", family_kana="たなか", given_kana="はなこ", honorific="様", card="4901",
        phone="09012345678", language="ja", channel="phone", tier="regular", since=START, last_visit=START, visits=1,
        name_key="田中花子", given_key="花子", kana_key="たなかはなこ", given_kana_key="はなこ",
        phone_key="09012345678", phone_reversed="87654321090", email_key="",
    )  # fmt: skip
    rows: list[tuple[str, dict[str, Any]]] = [
        ("staff", dict(id=CLERK_ID, name="佐藤", role="staff", pin_hash="-", since=START)),
        ("customers", person),
        ("operations", {column.key: getattr(sale, column.key) for column in sa.inspect(Operation).columns}),
        ("tills", dict(name="window", sequence=1, digest=sale.digest)),
        ("point_rules", dict(id=RULE, starts_on=dt.date(2026, 1, 1), terms=json.dumps(PROGRAMME))),
        ("purchases", dict(id=SALE, customer_id=HANAKO, at=START, day=START.date(), source="counter", receipt="R1",
                           yen=10_000, returned_yen=0, staff_id=CLERK_ID)),
        ("purchase_lines", dict(purchase_id=SALE, position=0, item="湯のみ", thousandths=1000, yen=10_000)),
        ("point_entries", dict(id=SALE, operation_id=SALE, customer_id=HANAKO, kind="earn", points=100, at=START,
                               day=START.date(), rule_id=RULE, base_yen=10_000, percent=100, tier="regular",
                               receipt="R1", purchase_id=SALE, till="window", staff_id=CLERK_ID)),
        ("point_lots", dict(entry_id=SALE, customer_id=HANAKO, expires_on=dt.date(2027, 5, 31), left=100)),
        ("point_balances", dict(customer_id=HANAKO, points=100)),
        ("said", dict(id=SALE, customer_id=HANAKO, situation="thanks", line="thanks.1", text="ありがとう", at=START,
                      staff_id=CLERK_ID)),
    ]  # fmt: skip
    with engine.execution_options(writing=True).begin() as connection:
        for table, row in rows:
            columns = Base.metadata.tables[table].columns
            written = sa.table(table, *(sa.column(name, columns[name].type) for name in row))
            connection.execute(written.insert().values(row))


@pytest.fixture
def older(empty_engine: sa.Engine) -> sa.Engine:
    """A store in the first shape, filled, on each of the two databases in turn."""
    migrate.bring_up(empty_engine, target="0001")
    fill(empty_engine)
    return empty_engine


@pytest.fixture
def till(older: sa.Engine) -> Iterator[Till]:
    """A clerk at work in it after it was brought up."""
    migrate.bring_up(older)
    shop = Shop(older, Clock())
    yield Till(shop, CLERK)
    shop.close()


def test_everybody_and_everything_is_still_there(till: Till) -> None:
    card = till.ask(customers.show, HANAKO)
    assert (card.family, card.card, card.register) == ("田中", "4901", "formal")
    assert till.ask(loyalty.balance, HANAKO) == 100
    assert till.ask(loyalty.verify) == till.ask(broken_links) == []
    assert [found.id for found in till.ask(customers.find, "09012345678")] == [HANAKO]


def test_its_programme_is_worth_the_same(till: Till) -> None:
    terms = till.ask(loyalty.programme)
    assert (terms.unit_yen, terms.unit_points, terms.tier_days) == (1000, 10, 200)
    assert terms.tiers == (loyalty.Tier("regular", 0, 100), loyalty.Tier("silver", 9000, 200))
    assert (terms.rewards, terms.expiry, terms.expires_months) == ((loyalty.Reward(300, 200),), "earned", 6)


def test_the_old_sale_is_explained_and_can_come_back(till: Till) -> None:
    told = till.ask(loyalty.explain, SALE)
    assert (told.entry.points, told.expires_on, told.rule) == (100, dt.date(2027, 5, 31), RULE)
    assert told.reasons
    till.do(loyalty.spend, HANAKO, 60)
    till.do(loyalty.return_sale, HANAKO, "R1", 10_000)
    assert till.ask(loyalty.balance, HANAKO) == -60
    assert till.ask(loyalty.verify) == []


def test_what_was_said_is_known_as_said(older: sa.Engine) -> None:
    migrate.bring_up(older)
    with older.connect() as connection:
        assert connection.execute(sa.text("SELECT kind, passed, pleased FROM said")).one() == ("said", "", None)


def test_it_has_the_shape_of_a_store_made_today(older: sa.Engine) -> None:
    migrate.bring_up(older)
    with older.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_way_of_storing_is_as_declared(older: sa.Engine) -> None:
    """What Alembic does not compare: rows in the order of their ids, indexes over a part of the rows."""
    if older.dialect.name != "sqlite":
        pytest.skip("SQLite alone makes tables anew")
    declared = sa.create_engine("sqlite://")
    Base.metadata.create_all(declared)
    migrate.bring_up(older)
    assert stored(older) == stored(declared)


def stored(engine: sa.Engine) -> set[tuple[Any, ...]]:
    """Each table with how its rows lie, each index with whether it is unique and partial."""
    with engine.connect() as connection:
        tables = connection.execute(sa.text("SELECT name, wr FROM pragma_table_list WHERE schema = 'main'")).all()
        indexes = {
            (table.name, *index[1:3], index.partial)
            for table in tables
            for index in connection.execute(sa.text(f"SELECT * FROM pragma_index_list('{table.name}')"))
        }
    return {(table.name, table.wr) for table in tables if table.name != "alembic_version"} | {
        index for index in indexes if index[0] != "alembic_version" and "autoindex" not in index[1]
    }


def test_killed_on_the_way_it_is_the_old_store_still(older: sa.Engine) -> None:
    shape, before = everything_in(older), 0
    while was_killed(older, before):
        assert (everything_in(older), migrate.present(older)) == (shape, "0001"), f"statement {before}"
        before += 5
    assert before > 30
    assert migrate.present(older) == migrate.HEAD


def test_a_row_whose_owner_is_missing_stops_it(older: sa.Engine) -> None:
    """SQLite does not look while tables are made anew, so it looks at the end."""
    if older.dialect.name != "sqlite":
        pytest.skip("PostgreSQL looks all the time")
    with older.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
        connection.execute(sa.text("INSERT INTO point_balances (customer_id, points) VALUES (x'99', 1)"))
        connection.commit()
    older.dispose()
    with pytest.raises(StorageTrouble):
        migrate.bring_up(older)
    assert migrate.present(older) == "0001"
