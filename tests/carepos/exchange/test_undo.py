"""Taking a batch back: everything stands as before, the ledger tells it, nobody's new life is lost."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import samples
import sqlalchemy as sa
from shops import Till, refused
from test_bring_in_people import ANY, any_rows, everybody, whole
from test_bring_in_receipts import AIRREGI, bought, loyverse

from carepos import customers, exchange, loyalty
from carepos.customers.tables import Customer, CustomerLookup
from carepos.database import Transaction


def living(till: Till) -> list[Any]:
    """Every customer who is here, as they are stored, and every place they are found by."""

    def rows(tx: Transaction) -> list[Any]:
        people = sa.select(Customer.__table__).where(Customer.removed_at.is_(None))
        return [sorted(map(repr, tx.rows(one))) for one in (people, sa.select(CustomerLookup.__table__))]

    return till.ask(rows)


def test_people_brought_in_go_again_and_the_ledger_says_so(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    make_customer()
    before = living(office)
    batch = office.do(exchange.bring_in, samples.members(tmp_path)).batch
    undone = office.do(exchange.undo, batch)
    assert (undone.taken_out, undone.put_back, undone.points, undone.kept) == (3, 0, 895, ())
    assert living(office) == before
    kinds = office.ask(lambda tx: tx.rows(sa.text("SELECT kind, points FROM point_entries ORDER BY points")))
    assert [tuple(row) for row in kinds] == [("undo", -860), ("undo", -35), ("opening", 35), ("opening", 860)]
    assert office.ask(customers.find, "吉田") == []


def test_customers_who_were_changed_are_put_back_exactly(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    make_customer(family="吉田", given="千尋", phone="090-1010-2020", card="OLD")
    office.do(exchange.bring_in, samples.members(tmp_path, 姓="吉田", 会員コード="OLD", ポイント="0"))
    before = whole(office)
    newer = samples.members(tmp_path, 会員コード="NEW", 電話番号="03-1234-5678", 最終来店日時="2026-11-11 10:00")
    batch = office.do(exchange.bring_in, newer).batch
    assert whole(office) != before
    undone = office.do(exchange.undo, batch)
    assert (undone.put_back, undone.kept) == (1, ())
    assert whole(office)[:2] == before[:2]


def test_points_given_to_a_customer_of_the_counter_are_taken_back(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    tanaka = make_customer(family="田中", given="花子", card="A1")
    before = living(office)
    path = samples.file(tmp_path, ANY, any_rows("田中 花子,,,A1,150,,"))
    batch = office.do(exchange.bring_in, path).batch
    assert office.ask(loyalty.balance, tanaka) == 150
    assert office.do(exchange.undo, batch).points == 150
    assert (office.ask(loyalty.balance, tanaka), living(office)) == (0, before)
    assert office.do(exchange.bring_in, path).updated == 1
    assert office.ask(loyalty.balance, tanaka) == 150


def test_who_came_back_since_is_kept_and_listed(office: Till, till: Till, tmp_path: Path) -> None:
    batch = office.do(exchange.bring_in, samples.members(tmp_path)).batch
    found = everybody(office)
    yoshida, ishikawa, takahashi = (found[name].id for name in ("吉田", "石川", "髙橋"))
    till.do(loyalty.spend, yoshida, 10)
    till.do(customers.add_note, ishikawa, "told", "犬のモモ")
    undone = office.do(exchange.undo, batch)
    assert (undone.taken_out, undone.points, set(undone.kept)) == (1, 35, {yoshida, ishikawa})
    assert everybody(office).keys() == {"吉田", "石川"}
    assert office.ask(loyalty.balance, yoshida) == 850
    assert office.ask(customers.find, "髙橋") == []
    assert takahashi not in undone.kept


def test_what_was_mended_at_the_counter_since_stays(office: Till, tmp_path: Path) -> None:
    office.do(exchange.bring_in, samples.members(tmp_path))
    batch = office.do(exchange.bring_in, samples.members(tmp_path, 電話番号="03-1234-5678", 名="ちひろ")).batch
    yoshida = everybody(office)["吉田"].id
    office.do(customers.edit, yoshida, customers.Details("吉田", "ちひろ", phone="06-1111-2222"))
    undone = office.do(exchange.undo, batch)
    card = office.ask(customers.show, yoshida)
    assert (card.phone, card.given, undone.kept) == ("0611112222", "千尋", (yoshida,))


def test_receipts_go_and_visits_stand_as_before(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    tanaka = make_customer(family="田中", given="花子", card="A-7", phone="090-1234-5678")
    before = living(office)
    path = samples.file(tmp_path, samples.AIRREGI, AIRREGI, "cp932")
    batch = office.do(exchange.bring_in, path).batch
    undone = office.do(exchange.undo, batch)
    assert (undone.purchases, undone.put_back, undone.taken_out) == (1, 1, 0)
    assert (living(office), bought(office, tanaka)) == (before, [])
    assert office.do(exchange.bring_in, path).purchases == 1


def test_a_visit_at_the_counter_since_is_kept(office: Till, make_customer: Callable[..., str], tmp_path: Path) -> None:
    tanaka = make_customer(family="田中", given="花子", card="A-7")
    batch = office.do(exchange.bring_in, samples.file(tmp_path, samples.AIRREGI, AIRREGI, "cp932")).batch
    office.do(loyalty.earn, tanaka, 1200, "R-1")
    office.do(exchange.undo, batch)
    card = office.ask(customers.show, tanaka)
    assert (card.visits, card.last_visit) == (1, office.shop.clock())
    assert [sale.receipt for sale in bought(office, tanaka)] == ["R-1"]


def test_refunds_are_taken_back_and_can_come_in_again(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    tanaka = make_customer(family="田中", given="花子", phone="090-1234-5678")
    office.do(exchange.bring_in, samples.file(tmp_path, samples.LOYVERSE, [loyverse("1-1")]))
    refunds = [loyverse(f"1-{n}", **{"Receipt type": "Refund", "Comment": "1-1", "Gross sales": "150",
    "Net sales": "100"})
               for n in (2, 3)]  # fmt: skip
    path = samples.file(tmp_path, samples.LOYVERSE, refunds)
    for _ in range(2):
        batch = office.do(exchange.bring_in, path).batch
        assert bought(office, tanaka)[0].returned_yen == 200
        office.do(exchange.undo, batch)
        assert bought(office, tanaka)[0].returned_yen == 0


def test_a_file_can_come_in_again_after_it_was_taken_back(office: Till, tmp_path: Path) -> None:
    path = samples.members(tmp_path)
    office.do(exchange.undo, office.do(exchange.bring_in, path).batch)
    assert office.do(exchange.bring_in, path).added == 3
    assert office.ask(loyalty.balance, everybody(office)["吉田"].id) == 860


def test_batches_are_listed_and_taken_back_once_by_the_owner(office: Till, till: Till, tmp_path: Path) -> None:
    batch = office.do(exchange.bring_in, samples.members(tmp_path)).batch
    with refused("role.owner_only"):
        till.do(exchange.undo, batch)
    office.do(exchange.undo, batch)
    (listed,) = office.ask(exchange.batches)
    assert (listed.id, listed.kind, listed.name, listed.rows) == (batch, "smaregi.members", "会員一覧.csv", 7)
    assert (listed.added, listed.undone_at) == (3, office.shop.clock())
    with refused("import.undone"):
        office.do(exchange.undo, batch)


def test_a_customer_another_file_knows_too_is_kept(office: Till, tmp_path: Path) -> None:
    batch = office.do(exchange.bring_in, samples.members(tmp_path)).batch
    others = [{"First Name": "千尋", "Last Name": "吉田", "Phone Number": "090-1010-2020", "Square Customer ID": "SQ1"}]
    office.do(exchange.bring_in, samples.file(tmp_path, samples.SQUARE_CUSTOMERS, others))
    yoshida = everybody(office)["吉田"].id
    assert office.do(exchange.undo, batch).kept == (yoshida,)
    assert office.ask(customers.show, yoshida).since < office.shop.clock() - dt.timedelta(days=1)
