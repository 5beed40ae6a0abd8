"""The ledger beside its model: random shops on both databases, the same in each run (`make torture`: a million)."""

import pytest
from conftest import Lend
from ledger_machine import LedgerMachine, UndoneMachine, play

DAYS = {"sqlite": 10, "postgresql": 6}
"""Each day is a shop of its own with 50 steps; most on the quicker store."""

REFUSALS = ("points.not_enough", "points.spent", "customer.merged", "merge.undone")
"""What the steps must come to, or they would prove little."""


@pytest.mark.timeout(600)
def test_the_ledger_does_what_its_model_does(shops: Lend, request: pytest.FixtureRequest) -> None:
    database = request.node.callspec.params["shops"]
    met = play(LedgerMachine.on(shops), DAYS[database], steps=50)
    for refusal in REFUSALS if database == "sqlite" else ():
        assert met[refusal], f"the steps never came to {refusal}"


def test_whatever_happened_undoing_all_of_it_leaves_nothing(shops: Lend) -> None:
    play(UndoneMachine.on(shops), days=12, steps=15)
