"""The ledger beside its model: 20,000 random steps on both databases together (`make torture`: a million)."""

import pytest
from ledger_machine import STEPS_AN_HOUR, LedgerMachine, UndoneMachine, play
from shops import Lend

HOURS = 15
DAYS = {"sqlite": 110, "postgresql": 24}
"""Each day is a shop of its own; most on the quicker store."""

REFUSALS = ("points.not_enough", "points.spent", "customer.merged", "merge.undone")
"""What the steps must come to, or they would prove little."""


def test_all_days_together_have_20_000_steps() -> None:
    assert sum(DAYS.values()) * HOURS * STEPS_AN_HOUR >= 20_000


def test_the_ledger_does_what_its_model_does(shops: Lend, request: pytest.FixtureRequest) -> None:
    days = DAYS[request.node.callspec.params["shops"]]
    met = play(LedgerMachine.on(shops), days, HOURS)
    print(f"{met['steps']:,} steps")
    assert met["steps"] >= days * HOURS * STEPS_AN_HOUR
    assert {*REFUSALS} <= {*met}


def test_whatever_happened_undoing_all_of_it_leaves_nothing(shops: Lend) -> None:
    play(UndoneMachine.on(shops), days=12, hours=2)
