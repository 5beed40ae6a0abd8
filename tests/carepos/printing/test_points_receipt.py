"""Receipts of points: made from the ledger, so that they can be made again, marked, in the customer's language."""

import datetime as dt
from collections.abc import Callable

import pytest
from printers import read
from shops import OWNER, Clock, Till, refused

from carepos import customers, loyalty, printing
from carepos.database import Actor, new_id
from carepos.errors import NotFound
from carepos.printing import Printer


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


def paper(till: Till, entry: str, width: int = 32) -> list[str]:
    """What would stand on the paper now, each run of spaces as one."""
    parts = printing.points_receipt(till.ask(printing.receipt_of, entry))
    return [" ".join(row.split()) for row in read(printing.receipt(parts, width))]


def test_a_sale_tells_its_steps_the_balance_and_the_next_reward(till: Till, office: Till, who: str) -> None:
    office.do(loyalty.open_balance, who, 1_000)
    till.do(loyalty.earn, who, 30_000, "R1")
    entry = till.do(loyalty.earn, who, 3_240, "20261121-0002").entry
    assert paper(till, entry) == [
        "みなも",
        "ポイントのお知らせ",
        "",
        "田中 花子 様",
        "2026年11月21日 14:00",
        "レシート 20261121-0002",
        "-" * 32,
        "お買い上げ ¥3,240",
        "100円ごとに1pt +32pt",
        "ゴールド 1.5倍 +16pt",
        "今回のポイント +48pt",
        "-" * 32,
        "ポイント残高 1,348pt",
        "次の500円券まで 152pt",
        "",
        "ありがとうございました。",
    ]


def test_the_nearest_expiry_is_told(till: Till, office: Till, who: str) -> None:
    office.do(loyalty.open_balance, who, 20, dt.date(2027, 3, 31))
    entry = office.do(loyalty.open_balance, who, 100, dt.date(2026, 12, 31)).entry
    told = " ".join(paper(till, entry))
    assert "2026年12月31日まで使えるポイント 100pt" in told
    assert "2027年" not in told


@pytest.mark.principle("P37")
def test_a_guest_reads_it_in_their_language(till: Till, make_customer: Callable[..., str]) -> None:
    emma = make_customer(family="Wilson", given="Emma", language="en")
    entry = till.do(loyalty.earn, emma, 900, "R1").entry
    told = paper(till, entry, 48)
    assert told[1:5] == ["Your points", "", "Emma Wilson", "21 Nov 2026 14:00 Receipt R1"]
    assert "1 pt for each ¥100 +9 pt" in told
    assert "To your next ¥500 voucher 1,491 pt" in told
    assert not [row for row in told[1:] if not row.isascii() and "¥" not in row]


def test_points_used_and_returned_have_their_receipts(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 10_000, "R1")
    spent = paper(till, till.do(loyalty.spend, who, 30).entry)
    returned = paper(till, till.do(loyalty.return_sale, who, "R1", 5_000).entry)
    assert ("お使いのポイント -30pt" in spent, "ポイント残高 70pt" in spent) == (True, True)
    assert returned[6:8] == ["ご返品 ¥5,000", "返品分のポイント -50pt"]


def test_printed_again_it_says_so_also_after_a_restart(till: Till, who: str, clock: Clock) -> None:
    entry = till.do(loyalty.earn, who, 900, "R1").entry
    first = paper(till, entry)
    assert till.do(printing.printed, entry) == 1
    clock.forward(days=1, minutes=5)
    till.shop.close()
    again = paper(till, entry)
    assert again == [*first[:2], "再発行 2026年11月22日 14:05", *first[2:]]
    assert till.do(printing.printed, entry) == 2


def test_a_copy_tells_the_balance_then_and_the_one_now(till: Till, who: str, clock: Clock) -> None:
    entry = till.do(loyalty.earn, who, 900, "R1").entry
    till.do(printing.printed, entry)
    clock.forward(days=1)
    till.do(loyalty.earn, who, 10_000, "R2")
    assert [row for row in paper(till, entry) if "残高" in row] == ["このときの残高 9pt", "2026年11月22日の残高 109pt"]


def test_a_retried_note_counts_once(till: Till, who: str) -> None:
    entry, op_id = till.do(loyalty.earn, who, 900, "R1").entry, new_id()
    assert [till.run(printing.printed, op_id, entry) for _ in range(3)] == [1, 1, 1]
    assert till.ask(printing.times_printed, entry) == 1


def test_after_a_merge_it_is_whose_points_they_are_now(till: Till, who: str, make_customer: Callable[..., str]) -> None:
    entry = till.do(loyalty.earn, who, 900, "R1").entry
    kept = make_customer(family="林", given="芽衣")
    till.do(loyalty.merge, kept, who)
    told = paper(till, entry)
    assert told[3] == "林 芽衣 様"
    assert "ポイント残高 9pt" in told


def test_what_a_merge_moved_has_no_receipt(till: Till, who: str, make_customer: Callable[..., str]) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    kept = make_customer(family="林")
    till.do(loyalty.merge, kept, who)
    (moved,) = till.ask(loyalty.history, kept, till.shop.clock() + dt.timedelta(days=1), 9)
    with refused("points.no_receipt"):
        till.ask(printing.receipt_of, moved.id)
    with pytest.raises(NotFound):
        till.ask(printing.receipt_of, new_id())


def test_a_member_card_on_receipt_paper(till: Till, who: str) -> None:
    number = till.do(customers.issue_card, who)
    told = [
        row.strip() for row in read(printing.receipt(printing.member_card("みなも", till.ask(customers.show, who)), 32))
    ]
    fours = f"{number[:4]} {number[4:8]} {number[8:]}"
    assert told == [
        "みなも",
        "会員カード",
        "",
        f"QR {number}",
        fours,
        "田中 花子 様",
        "",
        "お会計の前にお見せください。",
    ]


@pytest.mark.parametrize(("number", "shown"), [("M9000001", "M9000001"), ("1234567890123", "1234567890123")])
def test_another_systems_number_is_shown_as_it_is(number: str, shown: str) -> None:
    assert printing.grouped(number) == shown


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_sample_page_tries_letters_width_and_code(language: str) -> None:
    told = read(printing.receipt(printing.sample_page("みなも", language), 48))
    assert told[3].startswith("髙橋 﨑田")
    assert told[-1] == "QR CarePOS"


def test_both_languages_have_the_same_words() -> None:
    ja, en = printing.words("ja"), printing.words("en")
    assert {(part, key) for part in ja for key in ja[part]} | {("time", "month_names")} == {
        (part, key) for part in en for key in en[part]
    }


def test_each_till_has_its_own_printer(office: Till) -> None:
    second = Till(office.shop, Actor(OWNER.staff_id, "owner", "second"))
    here, there = Printer("network", "10.0.0.7", 32), Printer("device", "/dev/usb/lp0")
    office.do(printing.set_printer, here)
    assert (office.ask(printing.till_printer), second.ask(printing.till_printer)) == (here, None)
    second.do(printing.set_printer, there)
    office.do(printing.set_printer, None)
    office.do(printing.set_printer, None)
    assert (office.ask(printing.till_printer), second.ask(printing.till_printer)) == (None, there)


def test_a_printer_that_can_be_none_is_refused(office: Till) -> None:
    with refused("printer.address", field="address"):
        office.do(printing.set_printer, Printer("network", "http://10.0.0.7/"))
