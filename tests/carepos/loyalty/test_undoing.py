"""Whatever was done to points, taking all of it back leaves nothing; and no number typed in anger stays."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from shops import START, Clock, Till

from carepos import customers, loyalty, purchases
from carepos.errors import Refused
from carepos.loyalty import Campaign, Programme, Reward
from carepos.loyalty.tables import PointLot

TODAY = START.date()
FESTIVAL = Campaign("祭", TODAY, TODAY, 200, points=3)
DEED = st.tuples(
    st.sampled_from(["earn", "spend", "spend on a receipt", "return", "adjust", "opening"]), st.integers(1, 3000)
)


def all_lots(till: Till) -> dict[str, tuple[Any, ...]]:
    """What is left of every lot, and its last day."""
    rows = till.ask(lambda tx: tx.rows(sa.select(PointLot.entry_id, PointLot.left, PointLot.expires_on)))
    return {entry: (left, last_day) for entry, left, last_day in rows}


def do(office: Till, who: str, deed: str, amount: int, number: int) -> str:
    """One deed under the owner's hand; hands back its entry."""
    receipt = f"{who}-{number // 2}"
    if deed == "earn":
        return office.do(loyalty.earn, who, amount, receipt).entry
    if deed == "return":
        latest = office.ask(purchases.history, who, START.replace(year=2030), 1)
        return office.do(loyalty.return_sale, who, latest[0].receipt if latest else "none", amount // 4 + 1).entry
    if deed == "adjust":
        return office.do(loyalty.adjust, who, 40 - amount // 30, "訂正").entry
    if deed == "opening":
        return office.do(loyalty.open_balance, who, amount // 50 + 1, TODAY.replace(month=12)).entry
    return office.do(loyalty.spend, who, amount // 80 + 1, receipt if deed != "spend" else "").entry


@settings(max_examples=25)
@given(st.sampled_from(["owe", "settle", "refuse"]), st.lists(DEED, max_size=10))
def test_undoing_everything_gives_the_empty_balance_and_untouched_lots(
    office: Till, clock: Clock, choice: Any, deeds: list[tuple[str, int]]
) -> None:
    terms = {"campaigns": (FESTIVAL,), "visit_points": 2, "rewards": (Reward(10, 10),), "redemption": "payment"}
    office.do(loyalty.set_programme, Programme(after_return=choice, **terms), TODAY)
    who = office.do(customers.register, customers.Details(family="林"))
    done = []
    for number, (deed, amount) in enumerate(deeds):
        before = all_lots(office), office.ask(loyalty.balance, who), office.ask(customers.show, who)
        clock.forward(milliseconds=1)
        try:
            done.append((do(office, who, deed, amount, number), before))
        except Refused:
            assert (all_lots(office), office.ask(loyalty.balance, who), office.ask(customers.show, who)) == before
    for entry, (lots, balance, card) in reversed(done):
        clock.forward(milliseconds=1)
        assert office.do(loyalty.undo, entry).balance == balance
        after = all_lots(office)
        assert {lot: after[lot] for lot in lots} == lots
        assert {after[lot][0] for lot in after.keys() - lots.keys()} <= {0}
        assert office.ask(customers.show, who) == card
    assert office.ask(loyalty.balance, who) == 0
    assert office.ask(loyalty.verify) == []


def test_a_return_undone_pays_its_own_debt_and_fills_its_own_lots(
    till: Till, office: Till, make_customer: Callable[..., str]
) -> None:
    office.do(loyalty.set_programme, Programme(campaigns=(Campaign("祭", TODAY, TODAY, points=3),)), TODAY)
    who = make_customer()
    till.do(loyalty.earn, who, 1_000, "R1")
    till.do(loyalty.spend, who, 5)
    before = all_lots(till)
    returned = till.do(loyalty.return_sale, who, "R1", 1_000)
    assert returned.balance == -5
    till.do(loyalty.undo, returned.entry)
    assert all_lots(till) == before


HUGE = (10**12 + 1, 10**18, 10**30)
HOSTILE: dict[str, tuple[Callable[..., object], Callable[[str, Any], tuple[Any, ...]]]] = {
    "earn": (loyalty.earn, lambda who, number: (who, number, "R2")),
    "earn nothing of it": (loyalty.earn, lambda who, number: (who, 900, "R2", None, (), number)),
    "spend": (loyalty.spend, lambda who, number: (who, number)),
    "return": (loyalty.return_sale, lambda who, number: (who, "R1", number)),
    "adjust": (loyalty.adjust, lambda who, number: (who, number, "訂正")),
    "opening": (loyalty.open_balance, lambda who, number: (who, number)),
}


MEANT = {("adjust", -1), ("earn nothing of it", 0)}
NUMBERS = [*HUGE, *(-one for one in HUGE), -1, 0]


@pytest.mark.parametrize(("deed", "number"), [pair for pair in product(HOSTILE, NUMBERS) if pair not in MEANT])
def test_a_number_no_shop_means_is_refused_and_changes_nothing(
    till: Till, office: Till, make_customer: Callable[..., str], deed: str, number: int
) -> None:
    who = make_customer()
    till.do(loyalty.earn, who, 900, "R1")
    act, words = HOSTILE[deed]
    with pytest.raises(Refused):
        office.do(act, *words(who, number))
    assert till.ask(loyalty.balance, who) == 9


@pytest.mark.parametrize(
    "deed",
    [(loyalty.spend, ()), (loyalty.open_balance, ()), (loyalty.adjust, ("訂正",))],
    ids=lambda deed: deed[0].__name__,
)
def test_the_most_that_can_be_entered_fits_many_times_over(
    office: Till, make_customer: Callable[..., str], deed: tuple[Callable[..., Any], tuple[str, ...]]
) -> None:
    who, (act, words) = make_customer(), deed
    for _ in range(3):
        office.do(loyalty.open_balance, who, loyalty.MOST_POINTS)
    step = -loyalty.MOST_POINTS if act is loyalty.spend else loyalty.MOST_POINTS
    assert office.do(act, who, loyalty.MOST_POINTS, *words).balance == 3 * loyalty.MOST_POINTS + step
