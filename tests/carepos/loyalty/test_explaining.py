"""Every kind of row, in words a customer understands, in Japanese and in English."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from shops import CLERK_ID, OWNER, START, TOKYO, Clock, Till

from carepos import customers, loyalty
from carepos.database import new_id
from carepos.errors import NotFound
from carepos.loyalty import Campaign, Programme, Reward
from carepos.loyalty.explaining import forms
from carepos.loyalty.tables import PointEntry
from carepos.purchases import Line
from carepos.shop import Shop

TODAY = START.date()
LATER = dt.datetime(2027, 3, 1, 11, tzinfo=TOKYO)
Told = list[tuple[str, int]]


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer(family="林", birthday="11-30")


@pytest.fixture
def set_rules(office: Till) -> Callable[..., None]:
    """Puts a programme in force today."""

    def put(**terms: Any) -> None:
        office.do(loyalty.set_programme, Programme(**terms), TODAY)

    return put


def told(till: Till, entry: str, language: str = "ja") -> Told:
    """The sentences of a row; their points are the row's."""
    found = till.ask(loyalty.explain, entry)
    lines = found.told(language)
    assert sum(points for _, points in lines) == found.entry.points
    return lines


def latest(till: Till, who: str, kind: str) -> str:
    rows = till.ask(loyalty.history, who, till.shop.clock() + dt.timedelta(days=2), 50)
    return next(row.id for row in rows if row.kind == kind)


def test_both_languages_tell_the_same_with_the_same_figures() -> None:
    ja, en = forms("ja"), forms("en")
    assert {**ja["tiers"]}.keys() == {**en["tiers"]}.keys()
    figures = [
        {code: sorted(re.findall(r"{(\w+)}", form)) for code, form in one["reasons"].items()} for one in (ja, en)
    ]
    assert figures[0] == figures[1]
    assert len(ja["days"]["months"]) == len(en["days"]["months"]) == 12


@pytest.mark.principle("P15")
def test_a_sale_is_told_line_by_line(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 30_000, "R1")
    sale = till.do(loyalty.earn, who, 3_240, "R2").entry
    assert told(till, sale) == [("3,240円のお買い物（100円ごとに1 pt）", 32), ("ゴールド会員 1.5倍", 16)]
    assert told(till, sale, "en") == [("Purchase of ¥3,240 (1 pt for each ¥100)", 32), ("Gold member, ×1.5", 16)]


def test_what_of_a_sale_earns_is_told_apart_from_what_does_not(till: Till, who: str) -> None:
    lines = (Line("ほうじ茶", 1000, 900), Line("商品券", 1000, 500, "gift_card"))
    sale = till.do(loyalty.earn, who, 1_400, "R1", None, lines).entry
    assert told(till, sale) == [("1,400円のお買い物のうち、ポイントがつく900円分（100円ごとに1 pt）", 9)]
    assert told(till, sale, "en") == [("¥900 of a ¥1,400 purchase earn points (1 pt for each ¥100)", 9)]


def test_tax_that_earns_nothing_is_named(till: Till, who: str, set_rules: Callable[..., None]) -> None:
    set_rules(with_tax=False)
    sale = till.do(loyalty.earn, who, 1_100, "R1").entry
    assert told(till, sale) == [("1,100円のお買い物のうち、税を除いてポイントがつく1,000円分（100円ごとに1 pt）", 10)]
    assert told(till, sale, "en")[0][0] == "¥1,000 of a ¥1,100 purchase earn points, without tax (1 pt for each ¥100)"


def test_birthday_campaigns_and_visits_have_their_own_lines(
    till: Till, who: str, set_rules: Callable[..., None]
) -> None:
    campaigns = (Campaign("秋祭り", TODAY, TODAY, 400), Campaign("くじ", TODAY, TODAY, points=5))
    set_rules(birthday_percent=200, birthday_points=50, visit_points=3, campaigns=campaigns)
    sale = till.do(loyalty.earn, who, 900, "R1").entry
    rows = [till.ask(loyalty.explain, row.id) for row in till.ask(loyalty.history, who, LATER, 9)]
    assert told(till, sale) == [("900円のお買い物（100円ごとに1 pt）", 9), ("ご来店ポイント", 3)]
    assert {line for row in rows for line in row.told("ja")} == {
        ("900円のお買い物（100円ごとに1 pt）", 9),
        ("ご来店ポイント", 3),
        ("お誕生日 2倍", 9),
        ("お誕生日のプレゼント", 50),
        ("「秋祭り」4倍", 18),
        ("「くじ」の特典", 5),
    }
    assert {sentence for row in rows for sentence, _ in row.told("en")} == {
        "Purchase of ¥900 (1 pt for each ¥100)",
        "Thank you for your visit",
        "Birthday, ×2",
        "Birthday present",
        "“秋祭り”, ×4",
        "“くじ” bonus",
    }


def test_a_use_is_told_with_its_worth(till: Till, office: Till, who: str) -> None:
    office.do(loyalty.open_balance, who, 1500)
    used = till.do(loyalty.spend, who, 1500).entry
    assert told(till, used) == [("ポイントのご利用（500円分）", -1500)]
    assert told(till, used, "en") == [("Points used (worth ¥500)", -1500)]


def test_a_return_names_its_receipt_and_what_came_back(till: Till, office: Till, who: str) -> None:
    office.do(loyalty.open_balance, who, 30)
    till.do(loyalty.spend, who, 30, "R1")
    till.do(loyalty.earn, who, 900, "R1")
    first = till.do(loyalty.return_sale, who, "R1", 450).entry
    (second,) = (row.id for row in till.ask(loyalty.history, who, LATER, 9) if row.kind == "return" and row.id != first)
    assert told(till, first) == [("ご返品（お会計 R1）: このお買い物で使われた30 ptのうち、返品分をお戻し", 15)]
    assert told(till, second) == [("ご返品（お会計 R1）: このお買い物でついた9 ptのうち、返品分", -5)]
    assert told(till, second, "en") == [("Goods returned (receipt R1): their share of the 9 pt they had earned", -5)]


def test_points_settled_in_money_are_told_beside_it(till: Till, who: str, set_rules: Callable[..., None]) -> None:
    set_rules(after_return="settle")
    till.do(loyalty.earn, who, 900, "R1")
    till.do(loyalty.spend, who, 5)
    lines = told(till, till.do(loyalty.return_sale, who, "R1", 900).entry)
    assert [points for _, points in lines] == [-4, 0]
    assert lines[1][0] == "すでに使われていた5 pt分は、ご返金から差し引き"


@pytest.mark.parametrize(
    ("language", "days"),
    [("ja", "2026年11月30日までのポイント（期限切れ）"), ("en", "Points that lasted until 30 November 2026")],
)
def test_points_that_ended_are_told_with_their_last_day(
    till: Till, office: Till, who: str, clock: Clock, language: str, days: str
) -> None:
    office.do(loyalty.open_balance, who, 20, dt.date(2026, 11, 30))
    clock.now = LATER
    till.do(loyalty.expire)
    assert told(till, latest(till, who, "expire"), language) == [(days, -20)]


def test_corrections_and_balances_brought_over_are_told_with_their_reason(office: Till, who: str) -> None:
    assert told(office, office.do(loyalty.adjust, who, 30, "レジの誤り").entry) == [("訂正: レジの誤り", 30)]
    assert told(office, office.do(loyalty.open_balance, who, 5, None, "前の店から").entry) == [
        ("これまでの残高から: 前の店から", 5)
    ]
    assert told(office, office.do(loyalty.open_balance, who, 5).entry, "en") == [("Balance brought over", 5)]


def test_what_was_taken_back_says_what_it_was_and_when(till: Till, who: str, clock: Clock) -> None:
    sale = till.do(loyalty.earn, who, 900, "R1").entry
    used = till.do(loyalty.spend, who, 4).entry
    clock.forward(days=1)
    given = till.do(loyalty.undo, used).entry
    taken = till.do(loyalty.undo, sale).entry
    assert told(till, given) == [("2026年11月21日に引かれた4 ptの取り消し（お戻し）", 4)]
    assert told(till, taken) == [("2026年11月21日についた9 ptの取り消し", -9)]
    assert told(till, taken, "en") == [("9 pt of 21 November 2026 taken back", -9)]


def test_points_that_had_ended_are_not_asked_for_again(
    till: Till, who: str, clock: Clock, set_rules: Callable[..., None]
) -> None:
    set_rules(expiry="earned", expires_months=1)
    sale = till.do(loyalty.earn, who, 900, "R1").entry
    till.do(loyalty.spend, who, 2)
    clock.now = LATER
    assert told(till, till.do(loyalty.undo, sale).entry) == [
        ("2026年11月21日についた9 ptの取り消し", -2),
        ("うち7 ptは期限が過ぎていたため、引いていません", 0),
    ]


def test_a_merge_and_its_parting_are_told_from_both_sides(
    till: Till, who: str, make_customer: Callable[..., str]
) -> None:
    other = make_customer(family="林", given="めい")
    till.do(loyalty.earn, other, 900, "R1")
    merge = till.do(loyalty.merge, who, other)
    assert told(till, latest(till, who, "merge_in")) == [("ほかのカードとひとつにしました（受け取った分）", 9)]
    assert told(till, latest(till, other, "merge_out")) == [("ほかのカードとひとつにしました（移した分）", -9)]
    till.do(loyalty.unmerge, merge)
    assert told(till, latest(till, who, "undo")) == [("カードを元どおり別々にしました", -9)]
    assert told(till, latest(till, other, "undo"), "en") == [("Your two cards are separate again", 9)]


@pytest.mark.parametrize(
    ("kind", "base_yen", "tier", "points", "lines"),
    [
        ("earn", 900, "gold", 13, [("900円のお買い物（100円ごとに1 pt）", 9), ("ゴールド会員 1.5倍", 4)]),
        ("earn", 900, "regular", 9, [("900円のお買い物（100円ごとに1 pt）", 9)]),
        ("earn", 900, "regular", 12, [("お買い物のポイント", 12)]),
        ("earn", None, None, 12, [("お買い物のポイント", 12)]),
        ("campaign", None, None, 12, [("お買い物のポイント", 12)]),
        ("spend", None, None, -4, [("ポイントのご利用", -4)]),
        ("opening", None, None, 12, [("これまでの残高から", 12)]),
        ("expire", None, None, -4, [("期限切れのポイント", -4)]),
    ],
)
def test_rows_brought_in_without_their_steps_are_told_as_far_as_is_known(
    sqlite_shop: Shop, kind: str, base_yen: int | None, tier: str | None, points: int, lines: Told
) -> None:
    """As the demo and other systems write them, by the thousand."""
    till = Till(sqlite_shop, OWNER)
    who = till.do(customers.register, customers.Details(family="森"))
    with till.shop.transaction(OWNER) as tx:
        operation = tx.value(sa.text("SELECT id FROM operations LIMIT 1").columns(id=PointEntry.id.type))
        row = PointEntry(id=new_id(), operation_id=operation, customer_id=who, kind=kind, points=points, at=tx.now)
        row.day, row.till, row.base_yen, row.tier = tx.today, "window", base_yen, tier
        tx.add(row)
        entry = row.id
    assert told(till, entry) == lines


def test_an_explanation_names_rule_person_place_and_where_the_points_are(till: Till, office: Till, who: str) -> None:
    rule = office.do(
        loyalty.set_programme, Programme(expiry="earned", expires_months=3, rewards=(Reward(5, 5),)), TODAY
    )
    sale = till.ask(loyalty.explain, till.do(loyalty.earn, who, 900, "R1").entry)
    assert (sale.rule, sale.starts_on, sale.expires_on) == (rule, TODAY, dt.date(2027, 2, 28))
    assert (sale.entry.staff_id, sale.entry.receipt, sale.programme.rounding) == (CLERK_ID, "R1", "down")
    used = till.ask(loyalty.explain, till.do(loyalty.spend, who, 4).entry)
    assert used.drawn == (loyalty.Lot(4, dt.date(2027, 2, 28)),)


def test_a_row_that_is_not_here_is_not_explained(till: Till) -> None:
    with pytest.raises(NotFound, match=r"point_entries\.not_found"):
        till.ask(loyalty.explain, new_id())
