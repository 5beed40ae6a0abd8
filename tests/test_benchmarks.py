"""Each benchmark works on a tiny shop; how fast it is, is not asserted."""

from pathlib import Path

import pytest

from benchmarks.__main__ import run
from benchmarks.measure import Figure, against, not_measured, shown, times, within
from benchmarks.places import place
from benchmarks.window import in_turns


@pytest.fixture(scope="module")
def cache(quick_pins: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("benchmarks")


@pytest.mark.parametrize("number", ["V1", "V2", "V3", "V4", "V5", "V6", "V8", "V9", "L1", "L2", "L3", "L4"])
def test_a_figure_is_measured_on_300_customers(cache: Path, number: str) -> None:
    figures = run([300], [number], cache, share=0.01)
    assert figures
    assert {figure.number for figure in figures} == {number}
    assert not [figure.what for figure in figures if figure.ours == "not measured" and "strace" not in figure.goal]


def test_the_check_is_judged_where_there_are_labelled_sentences(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "check_en.tsv").write_text("text\tlabel\nWe can't.\tflag\nYes.\tok\n", encoding="utf-8")
    monkeypatch.setattr("benchmarks.words.SETS", tmp_path)
    judged = [figure.ours for figure in run([300], ["C1"], cache, share=0.01)]
    assert judged == ["not measured", "1.000", "1.000"]


@pytest.mark.parametrize("modes", [("no such", "list"), ("list", "no such")])
def test_a_window_that_does_not_open_is_told_with_its_reason(cache: Path, modes: tuple[str, str]) -> None:
    with pytest.raises(RuntimeError, match="no such"):
        in_turns(place(cache, 300), dict.fromkeys(modes, ["た"]))


def test_percentiles_are_of_the_sorted_runs() -> None:
    runs = times([float(number) for number in range(100, 0, -1)])
    assert (runs.p50, runs.p99) == (51.0, 100.0)


def test_a_goal_is_reached_up_to_its_limit_and_not_beyond() -> None:
    assert against("V1", "", 2.0, 1.0, 2.0).reached is True
    assert against("V1", "", 2.1, 1.0, 2.0).reached is False
    assert against("V1", "", 1.7, 1.0, 1.5, 0.2).reached is True


def test_a_slow_machine_is_told_beside_a_goal_in_ms_and_excuses_nothing() -> None:
    assert within("V3", "", 16.7, 16.7, raw=1.0, usual=3.1) == Figure(
        "V3", "", "16.7 ms", "1.000 ms", "16.70", "at most 16.7 ms", True
    )
    slow = within("V3", "", 16.8, 16.7, raw=6.2, usual=3.1)
    assert (slow.goal, slow.reached) == ("at most 16.7 ms (raw 2.0x slow)", False)


def test_the_table_says_in_words_what_was_reached() -> None:
    lines = shown([Figure("V1", "quick", "1", reached=True), not_measured("V5", "syncs", "no strace")]).splitlines()
    assert lines[1].endswith("yes")
    assert "not measured" in lines[2]
    assert len(lines) == 3
