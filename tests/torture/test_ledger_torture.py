"""The points ledger, long and hard (make torture): a million random steps, six tills at once, two hundred kills."""

import os
from collections.abc import Callable

import pytest
from ledger_machine import STEPS_AN_HOUR, LedgerMachine, UndoneMachine, play
from ledger_tills import contest, killed
from shops import Lend, Till

pytestmark = pytest.mark.torture
CHUNKS = int(os.environ.get("LEDGER_CHUNKS", "50"))
"""Each is 20,000 steps; 50 make the million, fewer a part of it."""
HOURS = 10
STEPS = {"sqlite": 18_000, "postgresql": 2_000}
"""Of each chunk, most on the quicker store, as in `make test`."""


@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_the_ledger_does_what_its_model_does_a_million_times(
    shops: Lend, chunk: int, request: pytest.FixtureRequest
) -> None:
    steps = STEPS[request.node.callspec.params["shops"]]
    days = steps // (HOURS * STEPS_AN_HOUR) + 3  # hypothesis leaves out a day that it has had before
    assert play(LedgerMachine.on(shops), days, HOURS, seed=chunk)["steps"] >= steps


@pytest.mark.timeout(1_800)
def test_every_long_history_can_be_undone(shops: Lend) -> None:
    play(UndoneMachine.on(shops), days=200, hours=6, seed=1)


@pytest.mark.timeout(7_200)
def test_six_tills_race_a_hundred_rounds_over_fifty_customers(till: Till) -> None:
    contest(till, many=50, rounds=100, tills=6)


@pytest.mark.timeout(3_600)
def test_what_was_acknowledged_outlives_two_hundred_kills(till: Till, make_customer: Callable[..., str]) -> None:
    killed(till, [make_customer() for _ in range(6)], times=200)
