"""The ledger beside its model: random shops on both databases, the same in each run (`make torture`: a million)."""

import pytest
from conftest import Lend
from ledger_machine import LedgerMachine, UndoneMachine, play

DAYS = {"sqlite": 25, "postgresql": 5}
"""Each day is a shop of its own with 50 steps; most on the quicker store."""


@pytest.mark.timeout(600)
def test_the_ledger_does_what_its_model_does(shops: Lend, request: pytest.FixtureRequest) -> None:
    database = request.node.callspec.params["shops"]
    met = play(LedgerMachine.on(shops), DAYS[database], steps=50)
    for refusal in ("points.not_enough", "points.spent", "customer.merged", "merge.undone"):
        assert met[refusal], f"the steps never came to {refusal}"


def test_whatever_happened_undoing_all_of_it_leaves_nothing(shops: Lend) -> None:
    play(UndoneMachine.on(shops), days=25, steps=15)
