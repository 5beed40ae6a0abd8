"""What the owner may want to look at: facts, each with its count."""

import datetime as dt
from collections.abc import Callable

import pytest
from shops import CLERK_ID, OWNER_ID, START, Clock, Till

from carepos import loyalty
from carepos.loyalty.watching import ByHand, CardDay

TODAY = START.date()
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


def test_a_quiet_day_shows_nothing(till: Till, office: Till, who: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    till.do(loyalty.spend, who, 4)
    assert office.ask(loyalty.watch, TODAY, TODAY) == loyalty.Watch((), (), ())


@pytest.mark.parametrize(("uses", "found"), [(2, ()), (3, (3, 3)), (4, (4, 4))])
def test_a_card_used_often_on_one_day_is_named(
    till: Till, office: Till, who: str, uses: int, found: tuple[int, ...]
) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    for _ in range(uses):
        till.do(loyalty.spend, who, 1)
    expected = (CardDay(who, TODAY, *found),) if found else ()
    assert office.ask(loyalty.watch, YESTERDAY, TOMORROW).often == expected


def test_uses_taken_back_and_uses_of_other_days_do_not_count(till: Till, office: Till, who: str, clock: Clock) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    for _ in range(2):
        till.do(loyalty.spend, who, 1)
    till.do(loyalty.undo, till.do(loyalty.spend, who, 1).entry)
    clock.forward(days=1)
    till.do(loyalty.spend, who, 1)
    assert office.ask(loyalty.watch, TODAY, TOMORROW).often == ()


def test_each_persons_corrections_stand_beside_all_they_did(till: Till, office: Till, who: str) -> None:
    till.do(loyalty.earn, who, 900, "R1")
    office.do(loyalty.earn, who, 900, "R2")
    office.do(loyalty.adjust, who, 30, "レジの誤り")
    office.do(loyalty.adjust, who, -10, "二重")
    assert office.ask(loyalty.watch, TODAY, TODAY).by_hand == (ByHand(OWNER_ID, 2, 3, 20),)
    assert CLERK_ID not in {one.staff_id for one in office.ask(loyalty.watch, TODAY, TODAY).by_hand}


def test_a_correction_without_a_sale_that_day_is_shown(
    till: Till, office: Till, who: str, make_customer: Callable[..., str], clock: Clock
) -> None:
    other = make_customer(family="林")
    till.do(loyalty.earn, who, 900, "R1")
    office.do(loyalty.adjust, who, 30, "その日に買った方")
    alone = office.do(loyalty.adjust, other, 30, "来ていない方").entry
    office.do(loyalty.undo, office.do(loyalty.adjust, other, 5, "打ち間違い").entry)
    assert [(one, entry.id) for one, entry in office.ask(loyalty.watch, TODAY, TODAY).without_sale] == [(other, alone)]
    clock.forward(days=1)
    assert office.ask(loyalty.watch, TOMORROW, TOMORROW).without_sale == ()
