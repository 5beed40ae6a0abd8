"""What the programme's settings do at the till: tiers, birthdays, visits, campaigns, milestones, own cards."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from shops import CLERK_ID, COLLEAGUE_ID, OWNER_ID, START, TOKYO, Clock, Till, refused

from carepos import customers, loyalty, staff
from carepos.database import Actor
from carepos.loyalty import Campaign, Programme, Reward, Tier

TODAY = START.date()
REGULAR = Tier("regular", 0, 100)


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


@pytest.fixture
def set_rules(office: Till) -> Callable[..., None]:
    """Puts a programme in force today."""

    def put(**terms: Any) -> None:
        office.do(loyalty.set_programme, Programme(**terms), TODAY)

    return put


def tier(till: Till, who: str) -> str:
    """The tier as the account tells it, which is the one the next sale is worked out with."""
    found = till.ask(loyalty.account, who).tier
    assert till.ask(loyalty.quote, who, 1000).tier == found
    return found


def at(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=TOKYO)


def test_a_tier_may_be_reached_by_visits_counted_once_a_day(
    till: Till, who: str, clock: Clock, set_rules: Callable[..., None]
) -> None:
    set_rules(tier_by="visits", tiers=(REGULAR, Tier("gold", 3, 150)))
    found = []
    for number in range(4):
        till.do(loyalty.earn, who, 100, f"R{number}")
        till.do(loyalty.earn, who, 100, f"again {number}")
        found.append(tier(till, who))
        clock.forward(days=1)
    assert found == ["regular", "regular", "gold", "gold"]


def test_a_tier_may_be_reached_by_points_earned_not_by_points_brought_over(
    till: Till, office: Till, who: str, set_rules: Callable[..., None]
) -> None:
    set_rules(tier_by="points", tiers=(REGULAR, Tier("gold", 30, 150)))
    office.do(loyalty.open_balance, who, 500)
    found = []
    for number, yen in enumerate((2_900, 99, 100)):
        till.do(loyalty.earn, who, yen, f"R{number}")
        found.append(tier(till, who))
    assert found == ["regular", "regular", "gold"]
    till.do(loyalty.spend, who, 400)
    assert tier(till, who) == "gold", "using points costs no tier"
    till.do(loyalty.return_sale, who, "R0", 2_900)
    assert tier(till, who) == "regular", "goods returned do"


def test_points_used_that_come_back_with_goods_were_not_earned(
    till: Till, office: Till, who: str, set_rules: Callable[..., None]
) -> None:
    set_rules(tier_by="points", tiers=(REGULAR, Tier("gold", 30, 150)))
    office.do(loyalty.open_balance, who, 500)
    till.do(loyalty.spend, who, 400, "R1")
    till.do(loyalty.earn, who, 2_000, "R1")
    till.do(loyalty.return_sale, who, "R1", 1_000)
    assert tier(till, who) == "regular"


@pytest.mark.parametrize("tier_by", ["amount", "visits", "points"])
def test_what_both_of_a_merge_had_counts_together(
    till: Till,
    who: str,
    make_customer: Callable[..., str],
    clock: Clock,
    set_rules: Callable[..., None],
    tier_by: str,
) -> None:
    needs = {"amount": 20_000, "visits": 2, "points": 200}[tier_by]
    set_rules(tier_by=tier_by, tiers=(REGULAR, Tier("gold", needs, 150)))
    other = make_customer(family="林")
    till.do(loyalty.earn, who, 10_000, "R1")
    clock.forward(days=1)
    till.do(loyalty.earn, other, 10_000, "R2")
    merge = till.do(loyalty.merge, who, other)
    assert tier(till, who) == till.ask(customers.show, who).tier == "gold"
    till.do(loyalty.unmerge, merge)
    assert {tier(till, one) for one in (who, other)} == {"regular"}


@pytest.mark.parametrize(("days", "found"), [(364, "gold"), (365, "gold"), (366, "regular")])
def test_a_rolling_year_counts_back_from_now(till: Till, who: str, clock: Clock, days: int, found: str) -> None:
    till.do(loyalty.earn, who, 30_000, "R1")
    clock.forward(days=days)
    assert tier(till, who) == found


@pytest.mark.parametrize(
    ("now", "found"), [(at(2026, 12, 31, 23), "gold"), (at(2027, 1, 1, 3), "gold"), (at(2027, 1, 1, 4), "regular")]
)
def test_a_calendar_year_begins_anew(
    till: Till, who: str, clock: Clock, set_rules: Callable[..., None], now: dt.datetime, found: str
) -> None:
    set_rules(tier_year="calendar")
    till.do(loyalty.earn, who, 30_000, "R1")
    clock.now = now
    assert tier(till, who) == found


@pytest.mark.parametrize(("days", "found"), [(365, "gold"), (395, "gold"), (396, "regular")])
def test_a_lapsed_tier_holds_for_the_days_of_grace(
    till: Till, who: str, clock: Clock, set_rules: Callable[..., None], days: int, found: str
) -> None:
    set_rules(grace_days=30)
    till.do(loyalty.earn, who, 30_000, "R1")
    clock.forward(days=days)
    assert tier(till, who) == found


def test_grace_is_no_way_to_a_tier_nobody_had(
    till: Till, who: str, clock: Clock, set_rules: Callable[..., None]
) -> None:
    set_rules(grace_days=30)
    till.do(loyalty.earn, who, 15_000, "R1")
    clock.forward(days=380)
    till.do(loyalty.earn, who, 15_000, "R2")
    assert tier(till, who) == "regular"


def test_a_birthday_has_its_present_once_a_year(
    till: Till, make_customer: Callable[..., str], clock: Clock, set_rules: Callable[..., None]
) -> None:
    set_rules(birthday_points=50)
    who = make_customer(family="林", birthday="1980-11-30")
    assert till.do(loyalty.earn, who, 900, "R1").points == 59
    assert till.do(loyalty.earn, who, 900, "R2").points == 9
    assert till.do(loyalty.earn, who, 900, "R0", at(2025, 11, 3, 12)).points == 9, "told late, by last year's rules"
    clock.now = at(2027, 11, 1, 10)
    assert till.do(loyalty.earn, who, 900, "R3").points == 59


def test_a_merge_brings_no_second_birthday_present(
    till: Till, make_customer: Callable[..., str], set_rules: Callable[..., None]
) -> None:
    set_rules(birthday_points=50)
    who, other = (make_customer(family="林", given=given, birthday="11-30") for given in ("芽衣", "めい"))
    till.do(loyalty.earn, other, 900, "R1")
    till.do(loyalty.merge, who, other)
    assert till.do(loyalty.earn, who, 900, "R2").balance == 59 + 9


def test_a_birthday_present_taken_back_can_be_given_again(
    till: Till, make_customer: Callable[..., str], set_rules: Callable[..., None]
) -> None:
    set_rules(birthday_points=50)
    who = make_customer(family="林", birthday="11-30")
    slip = till.do(loyalty.earn, who, 9_000, "R1")
    assert till.do(loyalty.undo, slip.entry).balance == 0
    assert till.do(loyalty.earn, who, 900, "R1").balance == 59


def test_a_visit_bonus_comes_once_a_day_of_the_shop(
    till: Till, who: str, clock: Clock, set_rules: Callable[..., None]
) -> None:
    set_rules(visit_points=3)
    given = []
    for now in (START, START.replace(hour=23), at(2026, 11, 22, 3), at(2026, 11, 22, 4)):
        clock.now = now
        given.append(till.do(loyalty.earn, who, 900, f"R{now:%d%H}").points)
    assert given == [12, 9, 9, 12]


def test_a_campaign_for_new_customers_is_for_the_first_sale(
    till: Till, who: str, set_rules: Callable[..., None]
) -> None:
    set_rules(campaigns=(Campaign("はじめまして", TODAY, TODAY, points=30, groups=("new",)),))
    assert till.ask(loyalty.quote, who, 900).points == 39
    assert [till.do(loyalty.earn, who, 900, receipt).points for receipt in ("R1", "R2")] == [39, 9]


def test_each_reason_is_a_row_of_its_own_and_they_stand_and_fall_together(
    till: Till, make_customer: Callable[..., str], set_rules: Callable[..., None]
) -> None:
    campaigns = (Campaign("祭", TODAY, TODAY, 300), Campaign("くじ", TODAY, TODAY, points=5))
    set_rules(birthday_percent=200, visit_points=1, campaigns=campaigns)
    who = make_customer(family="林", birthday="11-30")
    sale = till.do(loyalty.earn, who, 900, "R1")
    rows = till.ask(loyalty.history, who, START + dt.timedelta(1), 9)
    assert sorted((one.kind, one.points) for one in rows) == [
        ("birthday", 9),
        ("campaign", 5),
        ("campaign", 9),
        ("earn", 10),
    ]
    bonus = next(one.id for one in rows if one.kind == "birthday")
    assert till.do(loyalty.undo, bonus).balance == 0
    with refused("points.undone"):
        till.do(loyalty.undo, sale.entry)


def test_a_quote_is_what_the_sale_then_earns(
    till: Till, make_customer: Callable[..., str], set_rules: Callable[..., None]
) -> None:
    set_rules(birthday_points=50, visit_points=1, campaigns=(Campaign("祭", TODAY, TODAY, 300),))
    who = make_customer(family="林", birthday="11-30")
    for receipt in ("R1", "R2"):
        expected = till.ask(loyalty.quote, who, 12_345)
        assert till.do(loyalty.earn, who, 12_345, receipt).points == expected.points


def test_a_milestone_is_told_with_the_sale_that_crosses_it(
    till: Till, who: str, set_rules: Callable[..., None]
) -> None:
    set_rules(rewards=(Reward(10, 10), Reward(30, 40), Reward(100, 150)))
    sales = enumerate((999, 100, 500, 3_000, 100, 20_000))
    found = [till.do(loyalty.earn, who, yen, f"R{number}").milestone for number, yen in sales]
    assert found == [0, 10, 0, 30, 0, 100]


def test_points_are_used_as_the_programme_says(
    till: Till, office: Till, who: str, set_rules: Callable[..., None]
) -> None:
    set_rules(spend_least=20, spend_step=10, rewards=(Reward(33, 33), Reward(100, 150)))
    office.do(loyalty.open_balance, who, 200)
    for points in (10, 19, 25):
        with refused("points.step", least=20, step=10):
            till.do(loyalty.spend, who, points)
    assert [till.do(loyalty.spend, who, points).balance for points in (20, 30, 33)] == [180, 150, 117]


@pytest.mark.parametrize("receipt", ["9" * 61, "9 " * 61])
def test_a_receipt_number_no_till_prints_is_refused_for_a_use_too(till: Till, who: str, receipt: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    with refused("text.too_long", most=60):
        till.do(loyalty.spend, who, 9, receipt)


def test_nobody_moves_points_on_their_own_card(till: Till, office: Till, who: str) -> None:
    sale = till.do(loyalty.earn, who, 900, "R1").entry
    office.do(staff.set_own_card, CLERK_ID, who)
    for act, words in (
        (loyalty.earn, (who, 900, "R2")),
        (loyalty.spend, (who, 4)),
        (loyalty.return_sale, (who, "R1", 450)),
        (loyalty.undo, (sale,)),
    ):
        with refused("points.own_card"):
            till.do(act, *words)
    assert till.ask(loyalty.balance, who) == 9
    colleague = Till(till.shop, Actor(COLLEAGUE_ID, "staff", "window"))
    assert colleague.do(loyalty.spend, who, 4).balance == 5
    office.do(staff.set_own_card, CLERK_ID, None)
    assert till.do(loyalty.spend, who, 4).balance == 1


def test_also_the_owner_and_also_on_a_card_merged_into_another(
    till: Till, office: Till, who: str, make_customer: Callable[..., str]
) -> None:
    other = make_customer(family="林")
    office.do(staff.set_own_card, OWNER_ID, other)
    with refused("points.own_card"):
        office.do(loyalty.adjust, other, 30, "お礼")
    with refused("points.own_card"):
        office.do(loyalty.open_balance, other, 30)
    till.do(loyalty.merge, who, other)
    with refused("points.own_card"):
        office.do(loyalty.adjust, who, 30, "お礼")


def test_a_clerk_does_not_take_back_what_only_the_owner_may_do(till: Till, office: Till, who: str) -> None:
    for deed in (
        office.do(loyalty.adjust, who, 30, "レジの誤り"),
        office.do(loyalty.adjust, who, -4, "レジの誤り"),
        office.do(loyalty.open_balance, who, 5),
    ):
        with refused("role.owner_only"):
            till.do(loyalty.undo, deed.entry)
        office.do(loyalty.undo, deed.entry)
    assert till.ask(loyalty.balance, who) == 0


def test_the_account_of_a_past_day_is_that_days(till: Till, office: Till, who: str, clock: Clock) -> None:
    office.do(loyalty.set_programme, Programme(expiry="earned", expires_months=3), TODAY)
    till.do(loyalty.earn, who, 30_000, "R1")
    clock.forward(days=20)
    office.do(loyalty.set_programme, Programme(rewards=(Reward(50, 50),)), TODAY + dt.timedelta(20))
    till.do(loyalty.spend, who, 120)
    lot = loyalty.Lot(300, dt.date(2027, 2, 28))
    then = [till.ask(loyalty.account_as_of, who, TODAY + dt.timedelta(days)) for days in (-1, 0, 19, 20)]
    assert [(one.balance, one.tier, one.lots) for one in then] == [
        (0, "regular", ()),
        (300, "gold", (lot,)),
        (300, "gold", (lot,)),
        (180, "gold", (loyalty.Lot(180, lot.expires_on),)),
    ]
    assert [(one.reward_points, one.to_next) for one in then] == [(1500, 1500), (1500, 1200), (1500, 1200), (50, 20)]
    assert till.ask(customers.show, who).tier == "gold"


def test_the_tier_of_a_year_s_last_day_is_still_that_year_s(till: Till, office: Till, who: str, clock: Clock) -> None:
    office.do(loyalty.set_programme, Programme(tier_year="calendar"), TODAY)
    till.do(loyalty.earn, who, 30_000, "R1")
    clock.forward(days=60)
    new_year = dt.date(2027, 1, 1)
    then = [till.ask(loyalty.account_as_of, who, day).tier for day in (new_year - dt.timedelta(1), new_year)]
    assert then == ["gold", "regular"]
