"""How points go wrong in other programs, each failure as a test that it does not happen here."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from shops import CLERK_ID, OWNER, START, Clock, Till, refused

from carepos import loyalty, purchases
from carepos.database import Actor, new_id
from carepos.errors import Refused
from carepos.loyalty import Campaign, Lot, Programme, Tier, rules
from carepos.purchases import Line

TODAY, LATER = START.date(), START + dt.timedelta(days=2)
SECOND = Actor(CLERK_ID, "staff", "second")
CARD = Line("商品券", 1000, 500, "gift_card")
TEA, CUP = Line("ほうじ茶", 1000, 400, "茶"), Line("湯のみ", 1000, 600, "器")


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


def balance(till: Till, who: str) -> int:
    return till.ask(loyalty.balance, who)


def lots(till: Till, who: str) -> tuple[Lot, ...]:
    return till.ask(loyalty.account, who).lots


def kinds(till: Till, who: str) -> list[tuple[str, int]]:
    """Every movement, the latest first."""
    return [(one.kind, one.points) for one in till.ask(loyalty.history, who, LATER, 50)]


def test_01_a_retry_after_a_cut_line_never_doubles_points(till: Till, who: str) -> None:
    op_id = new_id()
    first = till.run(loyalty.earn, op_id, who, 900, "R1")
    assert till.run(loyalty.earn, op_id, who, 900, "R1") == first
    assert kinds(till, who) == [("earn", 9)]


def test_02_a_second_till_that_opens_the_sale_again_never_doubles_them(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    with refused("receipt.used", receipt="R1"):
        Till(till.shop, SECOND).do(loyalty.earn, who, 900, "R1")
    assert kinds(till, who) == [("earn", 9)]


@pytest.mark.parametrize(
    "typed",
    ["20261121-0001", "20261121 - 0001", "２０２６１１２１－０００１", "２０２６１１２１ー０００１", "20261121−0001"],
)
def test_02_a_receipt_is_the_same_however_its_number_is_typed(till: Till, who: str, typed: str) -> None:
    till.do(loyalty.earn, who, 900, "20261121-0001")
    with refused("receipt.used", receipt="20261121-0001"):
        till.do(loyalty.earn, who, 900, typed)
    back = till.do(loyalty.return_sale, who, typed, 300)
    assert [till.ask(loyalty.explain, back.entry).entry.receipt, back.balance] == ["20261121-0001", 6]


def test_03_points_do_not_stay_when_the_goods_go_back(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    taken = [till.do(loyalty.return_sale, who, "R1", yen).points for yen in (300, 300, 300)]
    assert taken == [-3, -3, -3]
    assert balance(till, who) == 0


def test_03_also_what_a_birthday_and_a_campaign_gave_goes_back_in_proportion(
    till: Till, office: Till, make_customer: Callable[..., str]
) -> None:
    campaign = Campaign("秋祭り", TODAY, TODAY, points=7)
    office.do(loyalty.set_programme, Programme(birthday_percent=200, campaigns=(campaign,)), TODAY)
    who = make_customer(family="林", birthday="11-02")
    assert till.do(loyalty.earn, who, 900, "R1").points == 9 + 9 + 7
    assert till.do(loyalty.return_sale, who, "R1", 450).balance == 12
    assert till.do(loyalty.return_sale, who, "R1", 450).balance == 0


def test_04_a_refund_gives_the_points_used_back_and_never_takes_them_again(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 90_000, "R1")
    till.do(loyalty.spend, who, 300, "R2")
    till.do(loyalty.earn, who, 1_000, "R2")
    before = balance(till, who)
    half = till.do(loyalty.return_sale, who, "R2", 500)
    assert (half.points, half.balance) == (150 - 8, before + 142)
    assert till.do(loyalty.return_sale, who, "R2", 500).balance == 900
    assert [points for kind, points in kinds(till, who) if kind == "return"] == [-7, 150, -8, 150]


def test_05_what_comes_back_beside_a_new_sale_is_no_part_of_what_is_bought(till: Till, office: Till, who: str) -> None:
    campaign = Campaign("器の日", TODAY, TODAY, 200, items=("湯のみ",))
    office.do(loyalty.set_programme, Programme(campaigns=(campaign,)), TODAY)
    till.do(loyalty.earn, who, 600, "R1", None, (CUP,))
    brought_back = Line("湯のみ", -1000, -600, "器")
    posting = till.do(loyalty.earn, who, 400, "R2", None, (TEA, CUP, brought_back))
    assert posting.points == 4
    assert till.do(loyalty.return_sale, who, "R1", 600).balance == 4


def test_06_what_points_and_gift_cards_pay_earns_no_points(till: Till, office: Till, who: str) -> None:
    office.do(loyalty.set_programme, Programme(redemption="payment", rewards=(loyalty.Reward(100, 100),)), TODAY)
    office.do(loyalty.open_balance, who, 300)
    till.do(loyalty.spend, who, 300, "R1")
    assert till.do(loyalty.earn, who, 1_000, "R1").points == 7
    assert till.do(loyalty.earn, who, 1_500, "R2", None, (TEA, CUP, CARD)).points == 10
    assert till.do(loyalty.earn, who, 1_000, "R3", no_points_yen=250).points == 7


@pytest.mark.parametrize(
    ("choice", "points", "left", "settle_yen"), [("owe", -9, -9, 0), ("settle", 0, 0, 3), ("refuse", 0, 0, 0)]
)
def test_07_goods_returned_after_their_points_were_used_do_as_the_owner_chose(
    till: Till, office: Till, who: str, choice: str, points: int, left: int, settle_yen: int
) -> None:
    office.do(loyalty.set_programme, Programme(after_return=choice), TODAY)
    till.do(loyalty.earn, who, 900, "R1")
    till.do(loyalty.spend, who, 9)
    if choice == "refuse":
        with refused("points.spent", missing=9, balance=0):
            till.do(loyalty.return_sale, who, "R1", 900)
    else:
        posting = till.do(loyalty.return_sale, who, "R1", 900)
        assert (posting.points, posting.settle_yen) == (points, settle_yen)
    account = till.ask(loyalty.account, who)
    assert (account.balance, account.lots, account.to_next) == (left, (), 1500 - left)


def test_08_a_sale_taken_back_has_no_way_on(till: Till, who: str) -> None:
    sale = till.do(loyalty.earn, who, 900, "R1").entry
    till.do(loyalty.undo, sale)
    with refused("points.undone"):
        till.do(loyalty.undo, sale)
    with refused("receipt.unknown"):
        till.do(loyalty.return_sale, who, "R1", 900)
    assert balance(till, who) == 0


def test_08_a_sale_with_goods_returned_is_taken_back_only_after_its_return(till: Till, who: str) -> None:
    sale = till.do(loyalty.earn, who, 900, "R1").entry
    returned = till.do(loyalty.return_sale, who, "R1", 300).entry
    with refused("points.returned"):
        till.do(loyalty.undo, sale)
    assert till.do(loyalty.undo, returned).balance == 9
    assert till.do(loyalty.undo, sale).balance == 0


def test_09_every_change_of_a_sale_has_its_row(till: Till, who: str) -> None:
    sale = till.do(loyalty.earn, who, 900, "R1").entry
    returned = till.do(loyalty.return_sale, who, "R1", 300).entry
    till.do(loyalty.undo, returned)
    till.do(loyalty.undo, sale)
    mended = till.do(loyalty.earn, who, 1_900, "R1")
    assert kinds(till, who) == [("earn", 19), ("undo", -9), ("undo", 3), ("return", -3), ("earn", 9)]
    assert mended.balance == sum(points for _, points in kinds(till, who)) == 19


@pytest.mark.parametrize("receipt", ["", "R1", "of another shop"])
def test_10_points_used_leave_whatever_the_receipt_says(till: Till, who: str, receipt: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    assert till.do(loyalty.spend, who, 4, receipt).balance == 5
    with refused("points.not_enough", balance=5):
        till.do(loyalty.spend, who, 6)


def test_11_two_cards_made_one_keep_every_point_and_can_be_parted(
    till: Till, who: str, make_customer: Callable[..., str]
) -> None:
    other = make_customer(family="田中", given="はな子")
    till.do(loyalty.earn, who, 900, "R1")
    till.do(loyalty.earn, other, 500, "R2")
    merge = till.do(loyalty.merge, who, other)
    assert [(one.kind, one.points) for one in till.ask(loyalty.history, who, LATER, 1)] == [("merge_in", 5)]
    assert till.do(loyalty.spend, who, 14).balance == 0
    till.do(loyalty.earn, who, 1_400, "R3")
    till.do(loyalty.unmerge, merge)
    assert (balance(till, who), balance(till, other)) == (9, 5)


def test_12_two_tills_never_use_the_same_points(till: Till, who: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")

    def use(name: str) -> str:
        try:
            Till(till.shop, Actor(CLERK_ID, "staff", name)).do(loyalty.spend, who, 9)
        except Refused as trouble:
            return trouble.rule
        return "used"

    with ThreadPoolExecutor(4) as tills:
        assert sorted(tills.map(use, "abcd")) == ["points.not_enough"] * 3 + ["used"]
    assert balance(till, who) == 0


def test_13_every_lot_has_its_day_or_none_and_the_soonest_goes_first(
    till: Till, office: Till, who: str, clock: Clock
) -> None:
    spring, winter = dt.date(2027, 3, 31), dt.date(2026, 12, 31)
    for points, last_day in ((5, None), (10, spring), (20, winter)):
        office.do(loyalty.open_balance, who, points, last_day)
    assert lots(till, who) == (Lot(20, winter), Lot(10, spring), Lot(5, None))
    till.do(loyalty.spend, who, 4)
    clock.now = dt.datetime(2027, 1, 1, 12, tzinfo=START.tzinfo)
    assert till.do(loyalty.expire) == loyalty.Expired(1, 16, more=False)
    assert lots(till, who) == (Lot(10, spring), Lot(5, None))
    assert till.do(loyalty.spend, who, 15).balance == 0


def test_14_each_tier_begins_at_its_threshold_and_not_below(till: Till, office: Till) -> None:
    tiers = (Tier("regular", 0, 100), Tier("silver", 10_000, 120), Tier("gold", 30_000, 150))
    programme = Programme(tiers=tiers)
    found = [rules.tier_for(programme, yen) for yen in (0, 9_999, 10_000, 10_001, 29_999, 30_000, 30_001)]
    assert found == ["regular", "regular", "silver", "silver", "silver", "gold", "gold"]
    for wrong in ((tiers[0], tiers[2], tiers[1]), (tiers[0], Tier("gold", 30_000, 90))):
        with refused("programme.tiers_crossed", field="tiers"):
            office.do(loyalty.set_programme, Programme(tiers=wrong), TODAY)


def test_15_points_are_shared_by_amount_and_the_odd_one_goes_to_the_first_line(till: Till, office: Till) -> None:
    assert rules.shared(10, [333, 333, 333]) == [4, 3, 3]
    assert rules.shared(11, [100, 200, 300]) == [2, 4, 5]
    lines = (TEA, CUP, Line("羊羹", 1000, 899, "菓子"))
    campaign = Campaign("お茶の日", TODAY, TODAY, 300, categories=("茶",))
    quote = rules.quote(Programme(campaigns=(campaign,)), 1_899, rules.Occasion(TODAY, "regular"), lines)
    assert [(step.what, step.points) for step in quote.steps] == [("base", 18), ("campaign", 2 * 4)]


def test_every_failure_leaves_the_purchases_as_they_are(till: Till, who: str) -> None:
    """A refused command leaves nothing behind, not in this room and not in the one below."""
    till.do(loyalty.earn, who, 900, "R1")
    before = till.ask(purchases.history, who, LATER, 9), kinds(till, who)
    for act, words in ((loyalty.earn, (who, 900, "R1")), (loyalty.return_sale, (who, "R1", 901))):
        with pytest.raises(Refused):
            Till(till.shop, OWNER).do(act, *words)
    assert (till.ask(purchases.history, who, LATER, 9), kinds(till, who)) == before
