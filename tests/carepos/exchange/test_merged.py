"""Files that still know somebody who was merged: they mean the one kept, and bring nobody back."""

from collections.abc import Callable
from pathlib import Path

import samples
from shops import Till
from test_bring_in_receipts import AIRREGI, bought

from carepos import customers, exchange, loyalty

MINE = "4900100200301"  # 吉田 千尋's card there


def found(office: Till, text: str) -> list[str]:
    return [hit.id for hit in office.ask(customers.find, text)]


def test_a_member_brought_in_again_is_the_one_kept(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    office.do(exchange.bring_in, samples.members(tmp_path))
    (member,) = found(office, "吉田")
    kept = make_customer(family="吉田", given="ちひろ", card="K1")
    office.do(loyalty.merge, kept, member)
    report = office.do(exchange.bring_in, samples.members(tmp_path))
    assert report.added == 0
    assert found(office, "吉田") == [kept]
    assert office.ask(loyalty.balance, kept) == 860


def test_another_system_s_receipt_under_the_old_card_goes_to_the_one_kept(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    kept, gone = make_customer(), make_customer(family="田中", given="はな子", card="A-7")
    office.do(loyalty.merge, kept, gone)
    office.do(exchange.bring_in, samples.file(tmp_path, samples.AIRREGI, AIRREGI, "cp932"))
    assert [sale.receipt for sale in bought(office, kept)] == ["101"]
    assert bought(office, gone) == []


def test_a_batch_taken_back_leaves_both_of_a_merge_alone(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    kept = make_customer(family="吉田", given="ちひろ")
    batch = office.do(exchange.bring_in, samples.members(tmp_path)).batch
    member = office.ask(customers.by_card, MINE) or ""
    merge = office.do(loyalty.merge, kept, member)
    undone = office.do(exchange.undo, batch)
    assert member in undone.kept
    assert found(office, "吉田") == [kept]
    office.do(loyalty.unmerge, merge)
    assert sorted(found(office, "吉田")) == sorted([kept, member])
    assert office.ask(loyalty.balance, member) == 860


def test_details_put_back_do_not_bring_whoever_went_back_into_the_list(
    office: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    gone, kept = (
        make_customer(family="吉田", given="古", card=MINE),
        make_customer(family="吉田", given="新", card="K1"),
    )
    batch = office.do(exchange.bring_in, samples.members(tmp_path)).batch
    office.do(loyalty.merge, kept, gone)
    undone = office.do(exchange.undo, batch)
    assert gone in undone.kept
    assert found(office, "吉田") == [kept]
