"""Customers from other systems: recognised, brought in whole or not at all, once, and mended by newer exports."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import samples
import sqlalchemy as sa
from shops import OWNER, Till, legible, refused

from carepos import customers, exchange, loyalty
from carepos.customers.tables import Customer, CustomerLookup
from carepos.database import Transaction, new_id
from carepos.exchange import Report
from carepos.shop import Shop

Customers = dict[str, customers.Card]


def everybody(till: Till) -> Customers:
    """Every live customer by family name."""

    def cards(tx: Transaction) -> list[customers.Card]:
        return [
            customers.show(tx, row.id) for row in tx.rows(sa.select(Customer.id).where(Customer.removed_at.is_(None)))
        ]

    return {card.family: card for card in till.ask(cards)}


def whole(till: Till) -> list[Any]:
    """Every row that says who the customers are, how they are found and what they hold."""
    tables = (Customer.__table__, CustomerLookup.__table__, "point_balances", "point_entries", "customer_notes")

    def rows(tx: Transaction) -> list[Any]:
        named = (table if isinstance(table, sa.Table) else Customer.metadata.tables[table] for table in tables)
        return [sorted(map(repr, tx.rows(sa.select(table)))) for table in named]

    return till.ask(rows)


def reasons(report: Report) -> list[tuple[int, str, str, str, int]]:
    return [(one.line, one.column, one.value, one.reason, one.other_line) for one in report.rejected]


def test_a_visit_told_by_the_export_outlives_sales_recorded_by_mistake(office: Till, tmp_path: Path) -> None:
    office.do(exchange.bring_in, samples.members(tmp_path, "utf-8"))
    before = everybody(office)["吉田"]
    mistakes = [office.do(loyalty.earn, before.id, 900, receipt) for receipt in ("R1", "R2")]
    for mistake in mistakes:
        office.do(loyalty.undo, mistake.entry)
    assert office.ask(customers.show, before.id) == before


@pytest.mark.parametrize("encoding", ["cp932", "utf-8-sig", "utf-8"])
def test_smaregi_members_come_in_with_one_lot_each(office: Till, tmp_path: Path, encoding: str) -> None:
    report = office.do(exchange.bring_in, samples.members(tmp_path, encoding))
    assert (report.kind, report.encoding, report.rows, report.added) == ("smaregi.members", encoding, 7, 3)
    found = everybody(office)
    yoshida = found["吉田"]
    assert (yoshida.given, yoshida.phone, yoshida.card) == ("千尋", "09010102020", "4900100200301")
    assert yoshida.last_visit == dt.datetime(2026, 10, 1, 3, 0, tzinfo=dt.UTC)
    assert office.ask(loyalty.account, yoshida.id).lots == (loyalty.Lot(860, dt.date(2027, 3, 31)),)
    assert office.ask(loyalty.balance, found["髙橋"].id) == 35
    assert [note.text for note in office.ask(customers.notes, yoshida.id)] == ["ソイラテがお好み"]
    assert [
        entry.kind for entry in office.ask(loyalty.history, yoshida.id, dt.datetime.max.replace(tzinfo=dt.UTC), 9)
    ] == ["opening"]


def test_what_cannot_be_taken_is_listed_with_its_line_and_reason(office: Till, tmp_path: Path) -> None:
    report = office.do(exchange.bring_in, samples.members(tmp_path), rejected_to=tmp_path)
    assert reasons(report) == [
        (5, "", "", "member.left", 0),
        (6, "ポイント", "未確認", "points.invalid", 0),
        (7, "会員コード", "4900100200301", "card.duplicate", 2),
        (8, "電話番号", "12", "phone.invalid", 0),
    ]
    assert report.rejected_rows == 4


def test_rejected_rows_are_written_down_and_come_in_once_mended(office: Till, tmp_path: Path) -> None:
    report = office.do(exchange.bring_in, samples.members(tmp_path), rejected_to=tmp_path)
    assert report.rejected_file is not None
    rejected = Path(report.rejected_file)
    assert rejected.read_bytes().startswith(b"\xef\xbb\xbf")
    mended = rejected.read_text("utf-8-sig").replace("未確認", "7").replace(",12,,1", ",,,1")
    (tmp_path / "mended.csv").write_text(mended, "utf-8", newline="")
    again = office.do(exchange.bring_in, tmp_path / "mended.csv")
    assert (again.kind, again.added, again.rejected_rows) == ("smaregi.members", 2, 2)
    assert office.ask(loyalty.balance, everybody(office)["林"].id) == 7


def test_everybody_brought_in_is_found_as_if_registered_at_the_counter(office: Till, tmp_path: Path) -> None:
    office.do(exchange.bring_in, samples.members(tmp_path))

    def tokens(tx: Transaction) -> None:
        for row in tx.rows(sa.select(Customer.__table__)):
            keys = customers.rules.Keys(*(getattr(row, name) for name in customers.rules.Keys.__slots__))
            there = tx.rows(sa.select(CustomerLookup).where(CustomerLookup.customer_id == row.id))
            visit = customers.rules.neg_visit(row.last_visit)
            assert {(one.token, one.neg_visit) for one in there} == {
                (token, visit) for token in customers.rules.tokens(keys)
            }

    office.ask(tokens)
    assert [hit.family for hit in office.ask(customers.find, "高橋")] == ["髙橋"]
    assert [hit.family for hit in office.ask(customers.find, "2020")] == ["吉田"]


def test_the_searches_indexes_are_all_there_afterwards(sqlite_shop: Shop, tmp_path: Path) -> None:
    names = sa.text("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name")
    office = Till(sqlite_shop, OWNER)
    before = office.ask(lambda tx: tx.rows(names))
    office.do(exchange.bring_in, samples.members(tmp_path))
    assert office.ask(lambda tx: tx.rows(names)) == before


def test_the_same_file_again_changes_nothing(office: Till, tmp_path: Path) -> None:
    path = samples.members(tmp_path)
    office.do(exchange.bring_in, path)
    before = whole(office)
    report = office.do(exchange.bring_in, path)
    assert (report.added, report.updated, report.unchanged, report.purchases) == (0, 0, 3, 0)
    assert whole(office) == before


def test_the_same_file_again_does_not_undo_what_was_mended_at_the_counter(office: Till, tmp_path: Path) -> None:
    path = samples.members(tmp_path)
    office.do(exchange.bring_in, path)
    yoshida = everybody(office)["吉田"]
    office.do(customers.edit, yoshida.id, customers.Details("吉田", "千尋", phone="090-9999-0000"))
    assert office.do(exchange.bring_in, path).unchanged == 3
    assert everybody(office)["吉田"].phone == "09099990000"


def test_a_newer_export_updates_the_customer_and_leaves_the_balance(office: Till, tmp_path: Path) -> None:
    office.do(exchange.bring_in, samples.members(tmp_path))
    newer = samples.members(tmp_path, 電話番号="090-7777-8888", ポイント="900", 名="ちひろ")
    report = office.do(exchange.bring_in, newer)
    assert (report.added, report.updated, report.unchanged) == (0, 1, 2)
    yoshida = everybody(office)["吉田"]
    assert (yoshida.phone, yoshida.given) == ("09077778888", "ちひろ")
    assert office.ask(loyalty.balance, yoshida.id) == 860
    assert [hit.family for hit in office.ask(customers.find, "8888")] == ["吉田"]
    assert office.ask(customers.find, "2020") == []


def test_a_dry_run_reports_the_same_and_writes_nothing(office: Till, tmp_path: Path) -> None:
    path = samples.members(tmp_path)
    rehearsed = office.do(exchange.bring_in, path, dry_run=True, rejected_to=tmp_path)
    assert (everybody(office), office.ask(exchange.batches), rehearsed.rejected_file) == ({}, [], None)
    report = office.do(exchange.bring_in, path)
    assert [rehearsed.added, *reasons(rehearsed)] == [report.added, *reasons(report)]


def test_the_same_operation_again_answers_the_counts_without_a_second_batch(office: Till, tmp_path: Path) -> None:
    path, op_id = samples.members(tmp_path), new_id()
    with office.shop.transaction(office.actor) as tx:
        first = exchange.bring_in(tx, op_id, path)
    with office.shop.transaction(office.actor) as tx:
        again = exchange.bring_in(tx, op_id, path)
    assert (first.added, again.added, again.rejected_rows, again.rejected) == (3, 3, 4, ())
    assert len(office.ask(exchange.batches)) == 1


def test_the_chain_of_operations_holds_nobodys_data(office: Till, tmp_path: Path) -> None:
    office.do(exchange.bring_in, samples.members(tmp_path))
    answers = office.ask(lambda tx: tx.rows(sa.text("SELECT answer FROM operations")))
    assert not [row for row in answers if "未確認" in row.answer or "4900100200301" in row.answer]


def test_passports_and_pins_are_never_read(office: Till, tmp_path: Path) -> None:
    office.do(exchange.bring_in, samples.members(tmp_path))
    everything = legible(repr(whole(office)))
    assert "TR1234567" not in everything
    assert "1234'" not in everything


def test_only_the_owner_brings_files_in(till: Till, tmp_path: Path) -> None:
    with refused("role.owner_only"):
        till.do(exchange.bring_in, samples.members(tmp_path))
    with refused("role.owner_only"):
        till.do(exchange.bring_in, samples.members(tmp_path), dry_run=True)


SQUARE = (
    {"Reference ID": "C-1", "First Name": "Hanako", "Last Name": "Tanaka", "Email Address": "hanako@example.jp",
     "Phone Number": "+81 90-1234-5678", "Birthday": "02-14-1990", "Memo": "'=SUM(A1)", "Square Customer ID": "SQ1",
     "First Visit": "2024-01-05", "Last Visit": "2026-11-02"},
    {"First Name": "太郎", "Last Name": "山田", "Phone Number": "9012340000", "Birthday": "12-31",
     "Square Customer ID": "SQ2"},
    {"Phone Number": "09011112222", "Square Customer ID": "SQ3", "Instant Profile": "yes"},
)  # fmt: skip


def test_square_customers(office: Till, tmp_path: Path) -> None:
    report = office.do(exchange.bring_in, samples.file(tmp_path, samples.SQUARE_CUSTOMERS, SQUARE))
    assert (report.kind, report.added) == ("square.customers", 2)
    assert reasons(report) == [(4, "Last Name", "", "customer.name_missing", 0)]
    found = everybody(office)
    tanaka = found["Tanaka"]
    assert (tanaka.given, tanaka.phone, tanaka.card, tanaka.birthday) == ("Hanako", "09012345678", "C-1", "1990-02-14")
    assert (found["山田"].phone, found["山田"].birthday) == ("09012340000", "12-31")
    assert [note.text for note in office.ask(customers.notes, tanaka.id)] == ["=SUM(A1)"]


def test_shopify_customers_lose_their_apostrophes(office: Till, tmp_path: Path) -> None:
    rows = [{"Customer ID": "'7001", "First Name": "Yuko", "Last Name": "Ono", "Email": "Yuko@Example.jp",
             "Phone": "'+819012345678", "Default Address Zip": "'1000001", "Total Spent": "0.00"},
            {"Customer ID": "'7002", "First Name": "Sean", "Last Name": "O'Neil",
             "Email": "'t@example.com"}]  # fmt: skip
    report = office.do(exchange.bring_in, samples.file(tmp_path, samples.SHOPIFY_CUSTOMERS, rows))
    assert (report.kind, report.added) == ("shopify.customers", 2)
    found = everybody(office)
    assert (found["Ono"].phone, found["Ono"].email, found["O'Neil"].given) == ("09012345678", "Yuko@Example.jp", "Sean")
    references = office.ask(lambda tx: tx.rows(sa.text("SELECT source, reference FROM import_references ORDER BY 2")))
    assert [tuple(row) for row in references] == [("shopify", "7001"), ("shopify", "7002")]


ANY = "お名前,フリガナ,電話,カード番号,ポイント残高,生年月日,メモ"


def any_rows(*rows: str) -> list[dict[str, str]]:
    return [dict(zip(ANY.split(","), row.split(","), strict=True)) for row in rows]


def test_any_table_by_the_usual_names_of_its_columns(office: Till, tmp_path: Path) -> None:
    path = samples.file(
        tmp_path, ANY, any_rows("田中　花子,ﾀﾅｶ ﾊﾅｺ,０９０－１２３４－５６７８,A1,1500,S55.2.14,"), "cp932"
    )
    look = exchange.look(path)
    assert (look.kind, look.rows, look.columns["phone"], look.columns["name"]) == ("", 1, "電話", "お名前")
    report = office.do(exchange.bring_in, path, columns=look.columns)
    assert (report.kind, report.added) == ("any", 1)
    tanaka = everybody(office)["田中"]
    assert (tanaka.given, tanaka.family_kana, tanaka.given_kana) == ("花子", "たなか", "はなこ")
    assert (tanaka.phone, tanaka.card, tanaka.birthday) == ("09012345678", "A1", "1980-02-14")
    assert office.ask(loyalty.balance, tanaka.id) == 1500


def test_a_table_whose_names_stand_nowhere_needs_a_mapping(office: Till, tmp_path: Path) -> None:
    path = samples.file(tmp_path, "x,y", [{"x": "田中 花子", "y": "090-1234-5678"}])
    with refused("columns.missing"):
        office.do(exchange.bring_in, path)
    with refused("columns.unknown", column="z"):
        office.do(exchange.bring_in, path, columns={"name": "z"})
    assert office.do(exchange.bring_in, path, columns={"name": "x", "phone": "y"}).added == 1


def test_a_customer_of_the_counter_is_met_by_card_or_by_phone_and_name_never_by_name(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    by_phone = make_customer(family="高橋", given="健一", phone="080-1111-2222")
    by_card = make_customer(family="鈴木", given="一", card="B2")
    by_name = make_customer(family="森", given="一")
    rows = any_rows(
        "髙橋 健一,,080-1111-2222,,100,,", "鈴木 一郎,,,B2,200,,", "森 一,,,,300,,", "森 二,,080-1111-2222,,400,,"
    )
    report = office.do(exchange.bring_in, samples.file(tmp_path, ANY, rows))
    assert (report.added, report.updated) == (2, 2)
    assert [office.ask(loyalty.balance, one) for one in (by_phone, by_card, by_name)] == [100, 200, 0]
    assert office.ask(customers.show, by_card).given == "一郎"
    again = office.do(exchange.bring_in, samples.file(tmp_path, ANY, rows))
    assert (again.added, again.updated, again.unchanged) == (0, 0, 4)


def test_a_card_of_somebody_else_is_not_taken_away(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    office.do(exchange.bring_in, samples.members(tmp_path))
    make_customer(family="星", given="光", card="K-9")
    report = office.do(exchange.bring_in, samples.members(tmp_path, 会員コード="K-9"))
    assert (2, "会員コード", "K-9", "card.used", 0) in reasons(report)


def test_doubles_far_apart_in_a_file_are_found_with_the_other_line(office: Till, tmp_path: Path) -> None:
    rows = [
        {"会員ID": str(n), "会員コード": f"C{n}", "姓": "森", "名": f"子{n}", "ポイント": "1"} for n in range(1, 12_001)
    ]
    rows[11_000]["会員コード"] = "C7"
    rows[11_500]["会員ID"] = "9"
    report = office.do(exchange.bring_in, samples.file(tmp_path, samples.SMAREGI_MEMBERS, rows, "cp932"))
    assert report.added == 11_998
    assert reasons(report) == [
        (11_002, "会員コード", "C7", "card.duplicate", 8),
        (11_502, "会員ID", "9", "row.duplicate", 10),
    ]


def test_progress_is_told_and_stop_leaves_nothing(office: Till, tmp_path: Path) -> None:
    rows = [{"会員ID": str(n), "会員コード": f"C{n}", "姓": "森", "名": "子", "ポイント": "1"} for n in range(9000)]
    path = samples.file(tmp_path, samples.SMAREGI_MEMBERS, rows)
    told: list[tuple[int, int]] = []
    with refused("import.stopped"):
        office.do(exchange.bring_in, path, progress=lambda *one: told.append(one), stop=lambda: len(told) > 4)
    assert told[-1][0] > 0
    assert {total for _, total in told} == {path.stat().st_size}
    assert (everybody(office), office.ask(exchange.batches)) == ({}, [])
    assert office.do(exchange.bring_in, path, progress=lambda *one: told.append(one)).added == 9000
    assert told[-1] == (path.stat().st_size,) * 2


def test_a_file_that_breaks_half_way_leaves_nothing(office: Till, tmp_path: Path) -> None:
    rows = [{"会員ID": str(n), "会員コード": f"C{n}", "姓": "森", "名": "子", "ポイント": "0"} for n in range(6000)]
    path = samples.file(tmp_path, samples.SMAREGI_MEMBERS, rows, "cp932")
    path.write_bytes(path.read_bytes() + '6001,"C6001,林'.encode("cp932"))
    with refused("file.not_a_table", line=6002):
        office.do(exchange.bring_in, path, rejected_to=tmp_path)
    assert everybody(office) == {}
    assert sorted(one.name for one in tmp_path.iterdir()) == ["export.csv"]


def test_a_spreadsheet_with_its_dates(office: Till, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["氏名", "電話番号", "誕生日", "ポイント", "最終来店日", "ポイント期限"])
    sheet.append(
        ["田中 花子", 9012345678, dt.date(1990, 2, 14), 12.0, dt.datetime(2026, 11, 1, 12, 5), dt.datetime(2027, 1, 31)]
    )
    book.save(tmp_path / "people.csv")
    report = office.do(exchange.bring_in, tmp_path / "people.csv")
    assert (report.encoding, report.added) == ("xlsx", 1)
    tanaka = everybody(office)["田中"]
    assert (tanaka.phone, tanaka.birthday) == ("09012345678", "1990-02-14")
    assert tanaka.last_visit == dt.datetime(2026, 11, 1, 3, 5, tzinfo=dt.UTC)
    assert office.ask(loyalty.account, tanaka.id).lots == (loyalty.Lot(12, dt.date(2027, 1, 31)),)


def test_expired_points_are_not_brought_back(office: Till, tmp_path: Path) -> None:
    office.do(exchange.bring_in, samples.members(tmp_path, ポイント期限="2026-11-20"))
    assert office.ask(loyalty.balance, everybody(office)["吉田"].id) == 0
