"""Receipts by item from other systems: grouped, their totals checked, visits counted, no points."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import samples
from shops import Till, refused

from carepos import customers, exchange, loyalty, purchases
from carepos.purchases import Line

END = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)


def bought(till: Till, customer: str) -> list[purchases.PurchaseEntry]:
    return till.ask(purchases.history, customer, END, 99)


def reasons(report: exchange.Report) -> list[tuple[int, str, str]]:
    return [(one.line, one.column, one.reason) for one in report.rejected]


@pytest.fixture
def tanaka(make_customer: Callable[..., str]) -> str:
    details = {"family": "田中", "given": "花子", "card": "A-7", "phone": "090-1234-5678", "email": "Hanako@Example.jp"}
    return make_customer(**details)


AIRREGI = (
    {"取引No": "101", "会計日": "2026/10/01", "会計時間": "12:30", "合計": "1,480", "小計": "1,500", "内消費税": "109",
     "割引/割増合計(税込)": "-20", "メニュー名": "カフェラテ", "価格": "450", "注文数量": "2",
     "顧客番号": "A-7", "顧客名": "田中 花子"},
    {"メニュー名": "プリン", "価格": "600", "注文数量": "1"},
    {"取引No": "102", "会計日": "2026/10/02", "会計時間": "9:05", "合計": "300", "メニュー名": "豆",
     "価格": "300", "注文数量": "1"},
    {"取引No": "103", "会計日": "2026/10/03", "会計時間": "9:05", "合計": "999", "メニュー名": "豆",
     "価格": "300", "注文数量": "1",
     "顧客番号": "A-7"},
    {"取引No": "104", "会計日": "2026/10/04", "会計時間": "9:05", "合計": "300", "修正後合計": "0", "メニュー名": "豆",
     "価格": "300", "注文数量": "1", "顧客番号": "A-7"},
    {"取引No": "105", "会計日": "きのう", "合計": "300", "メニュー名": "豆", "価格": "300", "注文数量": "1",
     "顧客番号": "A-7"},
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp932", "utf-8-sig"])
def test_airregi_receipts(office: Till, tanaka: str, tmp_path: Path, encoding: str) -> None:
    path = samples.file(tmp_path, samples.AIRREGI, AIRREGI, encoding)
    report = office.do(exchange.bring_in, path)
    assert (report.kind, report.rows, report.purchases) == ("airregi.receipts", 6, 1)
    assert (report.without_customer, report.cancelled) == (1, 1)
    assert reasons(report) == [(5, "合計", "total.differs"), (7, "会計日", "date.invalid")]
    (sale,) = bought(office, tanaka)
    assert (sale.receipt, sale.yen, sale.returned_yen) == ("101", 1480, 0)
    assert sale.at == dt.datetime(2026, 10, 1, 3, 30, tzinfo=dt.UTC)
    assert sale.lines == (Line("カフェラテ", 2000, 900), Line("プリン", 1000, 600))


def test_a_receipt_below_nothing_names_the_column_of_what_was_paid(office: Till, tmp_path: Path) -> None:
    goods = {"メニュー名": "豆", "価格": "-300", "注文数量": "1"}
    below = {"取引No": "106", "会計日": "2026/10/01", "合計": "-300"} | goods
    report = office.do(exchange.bring_in, samples.file(tmp_path, samples.AIRREGI, [below], "cp932"))
    assert reasons(report) == [(2, "合計", "amount.negative")]


@pytest.mark.parametrize("dry_run", [True, False])
def test_headings_alone_are_no_table(office: Till, tmp_path: Path, dry_run: bool) -> None:
    path = samples.file(tmp_path, samples.AIRREGI, [], "cp932")
    with refused("file.no_rows"):
        office.do(exchange.bring_in, path, dry_run=dry_run)
    assert office.ask(exchange.batches) == []


def test_history_counts_as_visits_but_brings_no_points(office: Till, tanaka: str, tmp_path: Path) -> None:
    office.do(exchange.bring_in, samples.file(tmp_path, samples.AIRREGI, AIRREGI, "cp932"))
    card = office.ask(customers.show, tanaka)
    assert (card.visits, card.last_visit, card.tier) == (1, dt.datetime(2026, 10, 1, 3, 30, tzinfo=dt.UTC), "regular")
    assert office.ask(loyalty.balance, tanaka) == 0
    assert [hit.id for hit in office.ask(customers.find, "田中")] == [tanaka]


def test_the_same_receipts_again_change_nothing(office: Till, tanaka: str, tmp_path: Path) -> None:
    path = samples.file(tmp_path, samples.AIRREGI, AIRREGI, "cp932")
    office.do(exchange.bring_in, path)
    before = office.ask(customers.show, tanaka), bought(office, tanaka)
    report = office.do(exchange.bring_in, path)
    assert (report.purchases, report.unchanged) == (0, 1)
    assert (office.ask(customers.show, tanaka), bought(office, tanaka)) == before


def loyverse(number: str, **cells: str) -> dict[str, str]:
    return {"Date": "2026-10-01 12:30", "Receipt number": number, "Receipt type": "Sale", "Item": "Latte",
            "Quantity": "1.000", "Gross sales": "500", "Discounts": "50.00", "Net sales": "450", "Taxes": "0.00",
            "Customer name": "田中 花子", "Customer contacts": "090-1234-5678", "Status": "Closed",
            **cells}  # fmt: skip


def test_loyverse_receipts_with_refunds_and_cancellations(office: Till, tanaka: str, tmp_path: Path) -> None:
    rows = [
        loyverse("1-1001", Variant="L"),
        loyverse("1-1001", Item="Beans", Quantity="0.250", Taxes="45"),
        loyverse("1-1002", Status="Cancelled"),
        loyverse("1-1003", **{"Receipt type": "Refund", "Comment": "Refund of 1-1001"}),
        loyverse("1-1004", **{"Receipt type": "Refund"}),
        loyverse("1-1005", **{"Net sales": "400"}),
        loyverse("1-1006", **{"Gross sales": "500.50"}),
        loyverse("1-1007", **{"Customer contacts": "hanako@example.jp"}),
        loyverse("1-1008", **{"Customer contacts": ""}),
        loyverse("1-1009", Quantity="many"),
    ]
    path = samples.file(tmp_path, samples.LOYVERSE, rows)
    report = office.do(exchange.bring_in, path)
    assert (report.kind, report.purchases, report.cancelled, report.without_customer) == ("loyverse.receipts", 2, 1, 1)
    assert reasons(report) == [
        (6, "Receipt number", "receipt.unknown"),
        (7, "Net sales", "total.differs"),
        (8, "Gross sales", "amount.fraction"),
        (11, "Quantity", "quantity.invalid"),
    ]
    sales = {sale.receipt: sale for sale in bought(office, tanaka)}
    assert (sales["1-1001"].yen, sales["1-1001"].returned_yen, sales["1-1007"].yen) == (945, 450, 450)
    assert sales["1-1001"].lines == (Line("Latte L", 1000, 450), Line("Beans", 250, 495))
    again = office.do(exchange.bring_in, path)
    assert (again.purchases, again.unchanged) == (0, 3)
    assert {sale.receipt: sale for sale in bought(office, tanaka)} == sales


def test_a_shared_phone_needs_the_name(office: Till, tanaka: str, make_customer: Any, tmp_path: Path) -> None:
    jiro = make_customer(family="田中", given="次郎", phone="090-1234-5678")
    rows = [loyverse("1"), loyverse("2", **{"Customer name": "田中 次郎"}), loyverse("3", **{"Customer name": "田中"})]
    report = office.do(exchange.bring_in, samples.file(tmp_path, samples.LOYVERSE, rows))
    assert (report.purchases, report.without_customer) == (2, 1)
    assert [[sale.receipt for sale in bought(office, one)] for one in (tanaka, jiro)] == [["1"], ["2"]]


def square(transaction: str, **cells: str) -> dict[str, str]:
    return {"Date": "2026-10-01", "Time": "12:30:05", "Time Zone": "Asia/Tokyo", "Item": "コーヒー", "Qty": "1.0",
            "Price Point Name": "Regular", "Gross Sales": "¥500", "Discounts": "-¥50", "Net Sales": "¥450",
            "Tax": "¥45",
            "Transaction ID": transaction, "Event Type": "Payment", "Customer ID": "SQ1", **cells}  # fmt: skip


def test_square_items_find_the_customers_that_square_brought(office: Till, tmp_path: Path) -> None:
    people = [{"First Name": "花子", "Last Name": "田中", "Square Customer ID": "SQ1"}]
    office.do(exchange.bring_in, samples.file(tmp_path, samples.SQUARE_CUSTOMERS, people))
    refund = {"Event Type": "Refund", "Net Sales": "-¥100", "Gross Sales": "-¥100", "Discounts": "¥0", "Tax": "-¥10"}
    rows = [square("T1"), square("T1", Item="ケーキ"), square("T2", **{"Customer ID": "SQ9"}), square("T1", **refund)]
    rows[3]["Date"] = "2026-10-03"
    rows.insert(3, square("T3", **{"Net Sales": "$4.50"}))
    report = office.do(exchange.bring_in, samples.file(tmp_path, samples.SQUARE_ITEMS, rows))
    assert (report.kind, report.purchases, report.without_customer) == ("square.items", 1, 1)
    assert reasons(report) == [(5, "Net Sales", "amount.invalid")]
    (hit,) = office.ask(customers.find, "田中")
    (sale,) = bought(office, hit.id)
    assert (sale.yen, sale.returned_yen, len(sale.lines)) == (990, 110, 2)


def shopify(number: str, **cells: str) -> dict[str, str]:
    return {"Name": number, "Email": "hanako@example.jp", "Currency": "JPY", "Subtotal": "1900", "Shipping": "500",
            "Taxes": "218", "Total": "2400", "Discount Amount": "100", "Created at": "2026-10-01 12:30:00 +0900",
            "Lineitem quantity": "2", "Lineitem name": "豆 200g", "Lineitem price": "1000", "Refunded Amount": "0",
            **cells}  # fmt: skip


def test_shopify_orders_and_what_came_back_later(office: Till, tanaka: str, tmp_path: Path) -> None:
    more = {"Name": "#1002", "Lineitem quantity": "1", "Lineitem name": "缶", "Lineitem price": "300"}
    rows = [shopify("#1001"), shopify("#1002", Total="2700"), more, shopify("#1003", Currency="USD")]
    rows.append(shopify("#1004", **{"Cancelled at": "2026-10-02 10:00:00 +0900"}))
    report = office.do(exchange.bring_in, samples.file(tmp_path, samples.SHOPIFY_ORDERS, rows))
    assert (report.kind, report.purchases, report.cancelled) == ("shopify.orders", 2, 1)
    assert reasons(report) == [(5, "Currency", "amount.currency")]
    rows[0]["Refunded Amount"] = "1000"
    again = office.do(exchange.bring_in, samples.file(tmp_path, samples.SHOPIFY_ORDERS, rows))
    assert (again.purchases, again.updated, again.unchanged) == (0, 1, 1)
    assert {sale.receipt: sale.returned_yen for sale in bought(office, tanaka)} == {"#1001": 1000, "#1002": 0}


def test_a_receipt_torn_apart_in_the_file_is_not_half_taken_silently(office: Till, tanaka: str, tmp_path: Path) -> None:
    rows = [loyverse("1"), loyverse("2"), loyverse("1", Item="Tea")]
    report = office.do(exchange.bring_in, samples.file(tmp_path, samples.LOYVERSE, rows))
    assert [(one.line, one.reason, one.other_line) for one in report.rejected] == [(4, "receipt.duplicate", 2)]


def test_a_receipt_from_tomorrow_and_one_without_end_are_refused(office: Till, tanaka: str, tmp_path: Path) -> None:
    rows = [loyverse("1", Date="2027-01-01 10:00"), *(loyverse("2") for _ in range(2001))]
    report = office.do(exchange.bring_in, samples.file(tmp_path, samples.LOYVERSE, rows))
    assert reasons(report) == [(2, "Date", "date.future"), (3, "Receipt number", "receipt.too_long")]
    assert (report.purchases, report.rejected_rows) == (0, 2002)
