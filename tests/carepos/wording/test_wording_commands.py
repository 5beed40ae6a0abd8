"""`wording suggest` from a terminal: what programs get, and one sentence where there is nothing to give."""

import json
from pathlib import Path

import pytest
from shops import CLERK, Till

from carepos import cli, customers
from carepos.shop import Shop

FIELDS = {"line", "text", "situation", "moves", "cue", "why", "reason"}


@pytest.fixture
def words(sqlite_shop: Shop) -> list[str]:
    """The command for 田中様, up to its options."""
    who = Till(sqlite_shop, CLERK).do(customers.register, customers.Details(family="田中", card="A-1001"))
    assert who
    assert sqlite_shop.folder
    return ["wording", "suggest", "A-1001", "--json", "--shop", str(sqlite_shop.folder.root)]


def run(words: list[str]) -> int:
    return cli.run(words, lambda error: f"<{error}>", _no_page, _no_page)


def _no_page(path: Path, *_: object) -> None:
    raise AssertionError(path)


@pytest.mark.parametrize(
    ("more", "situation"),
    [
        ([], "new_face"),
        (["--situation", "wait"], "wait"),
        (["--text", "届いた皿が割れてた"], "defective"),
        (["--text", "the plate arrived broken", "--lang", "en"], "defective"),
    ],
)
def test_lines_for_a_situation_or_for_what_is_going_on(
    words: list[str], more: list[str], situation: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words + more) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found) >= 2
    assert all(line.keys() == FIELDS and line["situation"] == situation for line in found)


def test_a_situation_there_is_not_is_one_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, "--situation", "weather"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "error": {"rule": "situation.unknown", "message": "<situation.unknown>"}
    }
    assert run([*words, "--situation", "wait", "--text", "x"]) == 2
