"""The entry: what the command line says, it says in the language asked for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def said(folder: Path, *words: str, locale: str = "C") -> str:
    """The one sentence a command is refused with."""
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "1"}
    line = [sys.executable, str(ROOT / "main.py"), *words, "--shop", str(folder), "--json"]
    done = subprocess.run(line, capture_output=True, text=True, check=False, env=environment, encoding="utf-8")
    assert done.returncode == 1, done.stderr
    return str(json.loads(done.stdout)["error"]["message"])


@pytest.mark.parametrize(
    ("words", "locale", "sentence"),
    [
        (("--lang", "ja"), "C", "このフォルダーには、まだ店がありません。"),
        (("--lang=en",), "ja_JP.UTF-8", "There is no shop in this folder yet."),
        ((), "ja_JP.UTF-8", "このフォルダーには、まだ店がありません。"),
    ],
)
def test_a_refusal_speaks_the_language_asked_for(
    tmp_path: Path, words: tuple[str, ...], locale: str, sentence: str
) -> None:
    assert said(tmp_path / "none", "customer", "find", "x", *words, locale=locale) == sentence
