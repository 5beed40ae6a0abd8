"""One open store, one clock, and units of work that commit whole or leave nothing."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from shops import CLERK, OWNER, TOKYO, Clock, Till, refused

from carepos import customers, loyalty, purchases, settings, shop
from carepos.database import NOBODY, new_id
from carepos.errors import NotFound, StorageTrouble
from carepos.paths import ShopFolder
from carepos.settings import ShopSettings

MEI = customers.Details(family="林", given="芽衣")


@contextmanager
def strained(opened: shop.Shop, pragma: str) -> Iterator[Till]:
    """A clerk in a shop whose every connection has this PRAGMA set."""

    def strain(connection: Any, _: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    opened.close()
    sa.event.listen(opened.engine, "connect", strain)
    yield Till(opened, CLERK)
    sa.event.remove(opened.engine, "connect", strain)
    opened.close()


def test_a_new_shop_opens_again_with_what_was_chosen(tmp_path: Path, clock: Clock) -> None:
    folder = ShopFolder(tmp_path / "new")
    made, _ = shop.create(folder, ShopSettings(shop_name="みなも", day_ends_hour=2), demo=True, clock=clock)
    made.close()
    opened = shop.open_shop(folder, clock)
    assert (opened.settings.shop_name, opened.settings.day_ends_hour, opened.demo) == ("みなも", 2, True)
    opened.close()


def test_a_new_shop_has_nobody_in_it(tmp_path: Path, clock: Clock) -> None:
    made, _ = shop.create(ShopFolder(tmp_path / "new"), ShopSettings(shop_name="みなも"), demo=True, clock=clock)
    assert Till(made, CLERK).ask(customers.find, "") == []
    made.close()


def test_no_shop_is_made_on_top_of_anything(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with refused("shop.exists", folder=str(tmp_path)):
        shop.create(ShopFolder(tmp_path), ShopSettings(shop_name="みなも"), demo=True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_folder_is_its_owners_only(tmp_path: Path) -> None:
    folder = ShopFolder(tmp_path / "new")
    shop.create(folder, ShopSettings(shop_name="みなも"), demo=True)[0].close()
    assert folder.root.stat().st_mode & 0o777 == 0o700


def test_stumbling_leaves_nothing(till: Till) -> None:
    with pytest.raises(RuntimeError), till.shop.transaction(CLERK) as tx:
        customers.register(tx, new_id(), MEI)
        raise RuntimeError("the plug was pulled")
    assert till.ask(customers.find, "林") == []


def test_what_was_read_in_a_unit_of_work_holds_for_its_whole_length(sqlite_shop: shop.Shop) -> None:
    till = Till(sqlite_shop, CLERK)
    with sqlite_shop.reading() as tx:
        assert customers.find(tx, "林") == []
        till.do(customers.register, MEI)
        assert customers.find(tx, "林") == []
    assert len(till.ask(customers.find, "林")) == 1


def test_questions_asked_together_see_one_moment(till: Till) -> None:
    """Also on PostgreSQL, where a second reading would see what was committed meanwhile."""
    who = till.do(customers.register, MEI)
    with till.shop.asking(CLERK) as ask:
        assert ask(lambda tx: customers.show(tx, who)).given == "芽衣"
        till.do(customers.edit, who, customers.Details(family="林", given="めい"))
        assert ask(lambda tx: customers.show(tx, who)).given == "芽衣"
    assert till.ask(customers.show, who).given == "めい"


def test_what_two_questions_asked_together_need_is_worked_out_once(till: Till) -> None:
    who = till.do(customers.register, MEI)
    with till.shop.asking(CLERK) as ask:
        cards = [ask(lambda tx: customers.show(tx, who)) for _ in range(2)]
        accounts = [ask(lambda tx: loyalty.account(tx, who)) for _ in range(2)]
    assert cards[0] is cards[1]
    assert accounts[0] is accounts[1]
    with till.shop.transaction(CLERK) as tx:
        loyalty.earn(tx, new_id(), who, 1000, "R-1")
        assert (loyalty.account(tx, who).balance, customers.show(tx, who).visits) == (10, 1)


def test_of_questions_asked_together_each_stumbles_alone(till: Till) -> None:
    """Also on PostgreSQL, which gives a unit of work up at its first failure."""
    who = till.do(customers.register, MEI)
    with till.shop.asking(CLERK) as ask:
        with pytest.raises(NotFound):
            ask(lambda tx: customers.show(tx, new_id()))
        with pytest.raises(StorageTrouble):
            ask(lambda tx: tx.rows(sa.text("SELECT nothing")))
        assert ask(lambda tx: customers.show(tx, who)).given == "芽衣"


def test_a_transaction_says_which_rooms_changed(till: Till) -> None:
    with till.shop.transaction(CLERK) as tx:
        customers.register(tx, new_id(), MEI)
        tx.flush()
        assert "customers" in tx.changed
        assert "loyalty" not in tx.changed


def test_a_unit_of_work_has_the_shops_time_and_its_own_actor(sqlite_shop: shop.Shop, clock: Clock) -> None:
    clock.now = dt.datetime(2026, 11, 22, 2, 30, tzinfo=TOKYO)
    with sqlite_shop.reading() as tx:
        assert (tx.now, tx.today, tx.actor) == (clock.now, dt.date(2026, 11, 21), NOBODY)


def test_new_settings_hold_from_the_commit_on_and_not_before(till: Till, office: Till) -> None:
    with till.shop.transaction(OWNER) as tx:
        settings.change(tx, new_id(), ShopSettings(shop_name="かわべ"))
        assert till.shop.settings.shop_name == "みなも"
    assert till.shop.settings.shop_name == "かわべ"


def test_a_missing_row_is_named_by_its_table(till: Till) -> None:
    with pytest.raises(NotFound) as caught:
        till.do(purchases.withdraw, new_id())
    assert caught.value.rule == "purchases.not_found"


def test_resting_folds_the_log_into_the_file(sqlite_shop: shop.Shop) -> None:
    assert sqlite_shop.folder
    Till(sqlite_shop, CLERK).do(customers.register, MEI)
    before = sqlite_shop.folder.store.stat().st_mtime_ns, sqlite_shop.folder.store.read_bytes()
    sqlite_shop.rest()
    assert sqlite_shop.folder.store.read_bytes() != before[1]


def test_a_full_disk_is_said_and_nothing_half_done_stays(sqlite_shop: shop.Shop) -> None:
    with strained(sqlite_shop, "max_page_count = 1") as till:
        with pytest.raises(StorageTrouble, match=r"storage\.full"):
            for number in range(200):
                till.do(customers.register, customers.Details(family=f"林{number}"))
        kept = till.ask(customers.find, "")
    till = Till(sqlite_shop, CLERK)
    assert till.ask(customers.find, "") == kept
    till.do(customers.register, MEI)


def test_a_store_that_cannot_be_written_is_said(sqlite_shop: shop.Shop) -> None:
    with strained(sqlite_shop, "query_only = ON") as till:
        with pytest.raises(StorageTrouble, match=r"storage\.read_only"):
            till.do(customers.register, MEI)
        assert till.ask(customers.find, "") == []


def test_a_store_held_by_somebody_else_is_said_after_patience(sqlite_shop: shop.Shop) -> None:
    with strained(sqlite_shop, "busy_timeout = 20") as till:
        with sqlite_shop.transaction(OWNER), pytest.raises(StorageTrouble, match=r"storage\.busy"):
            till.do(customers.register, MEI)
        till.do(customers.register, MEI)


def test_a_damaged_store_is_said(sqlite_shop: shop.Shop) -> None:
    folder = sqlite_shop.folder
    assert folder
    sqlite_shop.close()
    damaged = bytearray(folder.store.read_bytes())
    damaged[100] ^= 1
    folder.store.write_bytes(damaged)
    with pytest.raises(StorageTrouble):
        shop.open_shop(folder)


def test_a_folder_without_a_shop_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match=r"storage\.no_shop"):
        shop.open_shop(ShopFolder(tmp_path))
