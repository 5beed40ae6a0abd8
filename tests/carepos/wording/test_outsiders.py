"""What the check makes of sentences by somebody who had not seen its rules; the rules are not written after them."""

import csv
from pathlib import Path

import pytest

from carepos.wording import check, kinds_of


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_check_holds_for_sentences_of_others(language: str) -> None:
    with Path(__file__).with_name(f"outsider_{language}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    hurting = [row["label"] == "flag" for row in rows]
    found = [bool(check(row["text"], language, kinds=kinds_of(row["text"]))) for row in rows]
    hits = sum(hurts and seen for hurts, seen in zip(hurting, found, strict=True))
    assert len(rows) >= 180
    assert hits / sum(found) >= 0.90
    assert hits / sum(hurting) >= 0.65
