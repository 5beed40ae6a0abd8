"""The order of sayings: better lines more often, none for ever, the same luck all day (P13)."""

import datetime as dt
import random
import statistics
from collections.abc import Iterator
from itertools import pairwise

import pytest

from carepos.wording import order
from carepos.wording.order import Count, beta, learnt, ordered, rested, varied
from carepos.wording.packs import Line

MOVES = ("recognise", "thank", "ask", "offer", "own", "thank", "offer")
LINES = [Line(f"line-{number}", "{customer}", (move,), "", "P09", "") for number, move in enumerate(MOVES)]
IDS = [line.id for line in LINES]


def first(counts: dict[str, Count], seed: int, latest: list[str] | None = None) -> str:
    return ordered(LINES, counts, latest or [], str(seed))[0].id


def shop(seed: int, visits: int = 1500) -> Iterator[tuple[int, str, dict[str, float]]]:
    """A shop's visits: (customer, line said, how good each line is); the clerk says the first that suits."""
    luck = random.Random(seed)
    goodness = {line: luck.uniform(0.1, 0.9) for line in IDS}
    counts: dict[str, Count] = {}
    latest: list[str] = []
    heard: dict[int, str] = {}
    for visit in range(visits):
        customer, day = luck.randrange(60), visit // 20
        fitting = [line for line in LINES if line.id != heard.get(customer)]
        shown = [line.id for line in varied(ordered(fitting, counts, latest[:40], f"{day} {customer}"))]
        said = next((line for line in shown if luck.random() < goodness[line]), None)
        if said is None:
            continue
        for line, lesson in learnt("said", said, shown[: shown.index(said)], None).items():
            counts[line] = counts.get(line, Count()).plus(lesson)
        counts = {line: count.faded(dt.timedelta(days=1 / 20)) for line, count in counts.items()}
        latest.insert(0, said)
        heard[customer] = said
        yield customer, said, goodness


@pytest.mark.principle("P13")
def test_in_a_shop_the_better_lines_are_said_more_and_none_wears_out() -> None:
    twice, to_one, likings, picked = [], [], [], []
    for seed in range(4):
        visits = list(shop(seed))
        goodness = visits[0][2]
        said = [line for _, line, _ in visits]
        twice.append(statistics.mean(a == b for a, b in pairwise(said)))
        of_one = [[line for who, line, _ in visits if who == customer] for customer in range(60)]
        to_one.append(sum(a == b for heard in of_one for a, b in pairwise(heard)))
        likings.append(statistics.correlation([said.count(line) for line in IDS], [goodness[line] for line in IDS]))
        picked.append(len(said) / 1500)
    assert to_one == [0, 0, 0, 0]
    assert statistics.mean(twice) < 0.2
    assert statistics.mean(likings) > 0.8
    assert statistics.mean(picked) > 0.75


def test_the_same_seed_draws_the_same_whatever_else_is_offered() -> None:
    counts = {line: Count(number, 3) for number, line in enumerate(IDS)}
    whole = [line.id for line in ordered(LINES, counts, [], "day")]
    without = [line.id for line in ordered(LINES[1:], counts, [], "day")]
    assert without == [line for line in whole if line != IDS[0]]


def test_one_more_pick_reshuffles_nothing_but_that_line_a_little() -> None:
    counts = {line: Count(20, 20) for line in IDS}
    moved = 0
    for seed in range(100):
        before = [line.id for line in ordered(LINES, counts, [], str(seed))]
        after = [line.id for line in ordered(LINES, counts | {IDS[3]: Count(21, 20)}, [], str(seed))]
        assert [line for line in before if line != IDS[3]] == [line for line in after if line != IDS[3]]
        moved += abs(before.index(IDS[3]) - after.index(IDS[3]))
    assert moved < 40


def test_what_was_said_just_now_stands_back_and_comes_again() -> None:
    favourite = {IDS[0]: Count(60, 0)}
    fresh = sum(first(favourite, seed) == IDS[0] for seed in range(300))
    tired = sum(first(favourite, seed, [IDS[0]]) == IDS[0] for seed in range(300))
    half = sum(first(favourite, seed, [IDS[1]] * 20 + [IDS[0]]) == IDS[0] for seed in range(300))
    assert tired < half < fresh
    assert (rested(0), rested(40), rested(400)) == (0.4, 1.0, 1.0)


def test_a_line_that_names_a_fact_is_tried_first_until_others_prove_better() -> None:
    concrete = Line("concrete", "{customer} {last_item}", ("recognise",), "", "P03", "")
    plain = Line("plain", "{customer}", ("thank",), "", "P09", "")

    def wins(counts: dict[str, Count]) -> int:
        return sum(ordered([plain, concrete], counts, [], str(seed))[0] is concrete for seed in range(400))

    assert wins({}) > 260
    assert wins({"plain": Count(30, 3), "concrete": Count(3, 30)}) < 20


def test_the_draws_are_those_of_a_beta_distribution() -> None:
    draws = [beta(9, 4, random.Random(seed)) for seed in range(4000)]
    assert statistics.mean(draws) == pytest.approx(9 / 13, abs=0.01)
    assert statistics.stdev(draws) == pytest.approx((9 * 4 / (13**2 * 14)) ** 0.5, abs=0.01)
    assert all(0 < draw < 1 for draw in draws)


@pytest.mark.parametrize(
    ("kind", "line", "above", "pleased", "lessons"),
    [
        ("said", "b", ["a"], None, {"a": Count(0, 1), "b": Count(1, 0)}),
        ("changed", "b", [], None, {"b": Count(1, 0)}),
        ("said", "b", [], True, {"b": Count(3, 0)}),
        ("said", "b", [], False, {"b": Count(1, 2)}),
        ("passed", "b", [], None, {"b": Count(0, 1)}),
        ("note", "", [], None, {}),
    ],
)
def test_what_each_deed_teaches(
    kind: str, line: str, above: list[str], pleased: bool | None, lessons: dict[str, Count]
) -> None:
    assert learnt(kind, line, above, pleased) == lessons


def test_counts_halve_in_ninety_days_and_never_grow_by_a_clock_set_back() -> None:
    assert Count(8, 4).faded(dt.timedelta(days=90)) == Count(4, 2)
    assert Count(8, 4).faded(dt.timedelta(days=-3)) == Count(8, 4)


def test_one_of_each_first_move_up_to_four_and_at_least_three_if_there_are() -> None:
    assert [line.id for line in varied(LINES)] == IDS[:4]
    assert [line.id for line in varied([LINES[1], LINES[5], LINES[3], LINES[6]])] == [IDS[1], IDS[3], IDS[5]]
    assert varied(LINES[:1]) == LINES[:1]
    assert varied(list[Line]()) == []
    assert order.MOST == 4
