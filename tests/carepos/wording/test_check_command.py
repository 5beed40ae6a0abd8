"""The check from a terminal: a text, standard input, or each line of a file."""

import io
import json
from pathlib import Path

import pytest
from shops import OWN_RULE, OWNER, Till

from carepos import cli, wording
from carepos.shop import Shop


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> object:
    assert cli.run(["wording", "check", *words, "--json"], str, lambda *_: None, lambda *_: None) == 0
    return json.loads(capsys.readouterr().out)


def test_a_text_is_checked_without_a_shop(capsys: pytest.CaptureFixture[str]) -> None:
    [finding] = asked(capsys, "I'll call you soon.")  # type: ignore[misc]
    assert (finding["start"], finding["end"], finding["why"]) == (14, 18, "P04") and finding["better"]


def test_a_shop_that_is_named_checks_by_its_own_rules_too(
    sqlite_shop: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    Till(sqlite_shop, OWNER).do(wording.add_rule, "en", OWN_RULE)
    assert sqlite_shop.folder
    draft = "No. A rubber band?"
    assert [one["rule"] for one in asked(capsys, draft)] == ["dead_end.bare_no"]  # type: ignore[attr-defined]
    found = asked(capsys, draft, "--shop", str(sqlite_shop.folder.root))
    assert [one["rule"] for one in found] == ["dead_end.bare_no", "own.rubber_band"]  # type: ignore[attr-defined]


def test_standard_input_is_checked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Please calm down."))
    assert len(asked(capsys, "-")) == 1  # type: ignore[arg-type]


def test_each_line_of_a_file_has_its_own_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("Good morning.\nNo.\n\nSorry\u2028for the wait.\n", "utf-8")
    assert [len(found) for found in asked(capsys, "--lines", str(file))] == [0, 1, 0, 0]  # type: ignore[attr-defined]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["wording", "check", "--lines", str(tmp_path / "none")], str, lambda *_: None, lambda *_: None) == 1
    assert capsys.readouterr().err == "file.not_found\n"


def test_a_file_in_another_encoding_is_refused_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "sjis.txt"
    file.write_bytes(b"one\n\x82\xb7\n")
    told: list[object] = []
    assert (
        cli.run(
            ["wording", "check", "--lines", str(file)],
            lambda error: str(told.append(error)),
            lambda *_: None,
            lambda *_: None,
        )
        == 1
    )
    assert told[0].facts == {"line": 2}  # type: ignore[attr-defined]
