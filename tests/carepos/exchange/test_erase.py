"""Erasing a customer: no word of them is left in any row, and the books of the shop still balance."""

import datetime as dt
from pathlib import Path

import pytest
import samples
import sqlalchemy as sa
from shops import START, Till, legible, refused

from carepos import complaints, customers, daybook, drafts, exchange, feedback, loyalty, promises, purchases, wording
from carepos.database import Base, new_id
from carepos.errors import NotFound

DETAILS = customers.Details(
    "鷹司", "麗奈", "たかつかさ", "れいな", "様", "090-7777-3131", "reina@example.jp", "K777", "1980-02-14"
)
SECRETS = (
    *("鷹司", "麗奈", "たかつかさ", "タカツカサ", "れいな", "レイナ"),
    *("77773131", "13137777", "reina", "K777", "K778", "1980-02"),
)
WORDS = ("猫を飼う", "小麦アレルギー", "冷めていた", "電話の約束", "先方の都合", "包みがきれい", "猫ちゃんはお元気")


@pytest.fixture
def reina(till: Till, office: Till) -> str:
    """A customer with something in every room, and a second card that was made one with the first."""
    who = till.do(customers.register, DETAILS)
    till.do(loyalty.merge, who, till.do(customers.register, customers.Details("鷹司", "麗奈", card="K778")))
    till.do(customers.add_note, who, "told", WORDS[0])
    till.do(customers.add_note, who, "allergy", WORDS[1], consent=True)
    till.do(loyalty.earn, who, 5400, "R-1")
    till.do(loyalty.spend, who, 4)
    promise = till.do(promises.make, who, WORDS[3], START + dt.timedelta(days=1))
    till.do(promises.move, promise, START + dt.timedelta(days=2), WORDS[4])
    till.do(complaints.record, who, complaints.Account(WORDS[2]), None)
    till.do(feedback.rate, who, 4, WORDS[5], "")
    till.do(wording.say, who, "regular", "regular-1", WORDS[6])
    till.run(drafts.keep, "note", who, drafts.Draft(new_id(), {"text": WORDS[0]}))
    return who


def everything(till: Till) -> str:
    """Every row of every table, as text; ids and hashes left aside."""
    with till.shop.reading() as tx:
        tables = Base.metadata.sorted_tables
        return legible("\n".join(repr(tuple(row)) for each in tables for row in tx.rows(sa.select(each))))


def test_no_word_of_them_is_left_in_any_row(office: Till, reina: str) -> None:
    assert [word for word in (*SECRETS, *WORDS) if word not in everything(office)] in ([], ["タカツカサ", "レイナ"])
    office.do(exchange.erase, reina)
    assert [word for word in (*SECRETS, *WORDS) if word in everything(office)] == []


def test_nobody_finds_them_any_more(till: Till, office: Till, reina: str) -> None:
    office.do(exchange.erase, reina)
    for text in ("", "鷹司", "たか", "takatsukasa", "3131", "090-7777", "reina@example.jp", "K777", "鷹司 麗奈"):
        assert till.ask(customers.find, text) == []
    assert till.ask(customers.find_near, "たかつかき", []) == []
    assert till.ask(customers.by_card, "K777") is None
    with pytest.raises(NotFound):
        till.ask(customers.show, reina)


def test_the_books_stay_as_they_were(till: Till, office: Till, reina: str) -> None:
    before = till.ask(purchases.day_sales, START.date()), till.ask(loyalty.balance, reina)
    office.do(exchange.erase, reina)
    assert (till.ask(purchases.day_sales, START.date()), till.ask(loyalty.balance, reina)) == before
    assert before[1] == 50


def test_nothing_of_theirs_waits_any_more(till: Till, office: Till, reina: str) -> None:
    office.do(exchange.erase, reina)
    assert till.ask(promises.open_promises) == []
    assert till.ask(complaints.open_of, reina) == []
    assert till.ask(daybook.day_notes, START.date()).sales.customers == 1


def test_a_late_undo_does_not_bring_them_back(till: Till, office: Till, reina: str) -> None:
    office.do(exchange.erase, reina)
    for act, words in ((customers.edit, (DETAILS,)), (customers.add_note, ("told", WORDS[0]))):
        with pytest.raises(NotFound):
            till.do(act, reina, *words)  # type: ignore[operator]
    with pytest.raises(NotFound):
        office.do(exchange.erase, reina)


def test_neither_an_import_s_undo_nor_its_repetition_knows_them(office: Till, tmp_path: Path) -> None:
    office.do(customers.register, customers.Details("吉田", "千尋", card="4900100200301"))
    path = samples.members(tmp_path)
    batch = office.do(exchange.bring_in, path).batch
    (yoshida,) = office.ask(customers.find, "吉田")
    office.do(exchange.erase, yoshida.id)
    assert "吉田" not in everything(office)
    assert "4900100200301" not in everything(office)
    office.do(exchange.undo, batch)
    assert office.ask(customers.find, "吉田") == []
    assert "吉田" not in everything(office)


def test_only_the_owner_erases(till: Till, reina: str) -> None:
    with refused("role.owner_only"):
        till.do(exchange.erase, reina)
    assert till.ask(customers.show, reina).family == "鷹司"
