"""What was owed and has been paid by later points comes back as points that can be used; `till` verifies the lots."""

from collections.abc import Callable
from typing import Any

import pytest
from shops import START, Till, refused

from carepos import loyalty


def owing(till: Till, who: str) -> loyalty.Posting:
    """10 points earned, used, and their goods brought back."""
    till.do(loyalty.earn, who, 1_000, "R1")
    till.do(loyalty.spend, who, 10)
    returned = till.do(loyalty.return_sale, who, "R1", 1_000)
    assert returned.balance == -10
    return returned


def usable(till: Till, who: str) -> int:
    return sum(lot.left for lot in till.ask(loyalty.account, who).lots)


def test_a_return_undone_after_later_points_paid_for_it(till: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer()
    returned = owing(till, who)
    till.do(loyalty.earn, who, 2_000, "R2")
    till.do(loyalty.undo, returned.entry)
    assert (till.ask(loyalty.balance, who), usable(till, who)) == (20, 20)
    till.do(loyalty.spend, who, 20)


def test_a_merge_undone_after_later_points_paid_its_debt(till: Till, make_customer: Callable[..., str]) -> None:
    kept, gone = make_customer(), make_customer()
    owing(till, gone)
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.earn, kept, 2_000, "R2")
    till.do(loyalty.unmerge, merge)
    assert (till.ask(loyalty.balance, kept), till.ask(loyalty.balance, gone)) == (20, -10)
    till.do(loyalty.spend, kept, 20)


@pytest.mark.parametrize("choice", ["owe", "settle", "refuse"])
def test_points_that_paid_a_debt_are_owed_again_once_they_were_a_mistake(
    till: Till, office: Till, make_customer: Callable[..., str], choice: Any
) -> None:
    who = make_customer()
    owing(till, who)
    office.do(loyalty.set_programme, loyalty.Programme(after_return=choice), START.date())
    mistakes = [
        office.do(loyalty.adjust, who, 4, "数え直し"),
        office.do(loyalty.open_balance, who, 4),
        till.do(loyalty.earn, who, 400, "R2"),
    ]
    for mistake in reversed(mistakes):
        office.do(loyalty.undo, mistake.entry)
    assert (till.ask(loyalty.balance, who), usable(till, who)) == (-10, 0)


def test_of_points_that_paid_a_debt_only_those_are_owed_again(
    till: Till, office: Till, make_customer: Callable[..., str]
) -> None:
    who = make_customer()
    owing(till, who)
    mistake = office.do(loyalty.adjust, who, 14, "数え直し")
    till.do(loyalty.spend, who, 1)
    with refused("points.spent", missing=1):
        office.do(loyalty.undo, mistake.entry)


def test_a_merge_that_paid_part_of_a_debt_comes_apart(
    till: Till, office: Till, make_customer: Callable[..., str]
) -> None:
    kept, gone = make_customer(), make_customer()
    owing(till, kept)
    office.do(loyalty.open_balance, gone, 4)
    merge = till.do(loyalty.merge, kept, gone)
    assert till.ask(loyalty.balance, kept) == -6
    till.do(loyalty.unmerge, merge)
    assert (till.ask(loyalty.balance, kept), till.ask(loyalty.balance, gone)) == (-10, 4)
