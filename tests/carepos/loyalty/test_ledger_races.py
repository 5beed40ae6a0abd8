"""Tills in processes of their own: nobody overdraws, nothing is lost, and each contested thing has one winner."""

from collections.abc import Callable

from ledger_tills import contest, killed
from shops import Till


def test_three_tills_want_the_same_points(till: Till) -> None:
    contest(till, many=3, rounds=3, tills=3)


def test_what_was_acknowledged_outlives_a_kill(till: Till, make_customer: Callable[..., str]) -> None:
    killed(till, [make_customer() for _ in range(6)], times=1)
