"""How much the Japanese check finds in sentences of our own, and how rarely it is wrong."""

import csv
from pathlib import Path

from carepos.wording import check, kinds_of


def test_the_check_finds_what_hurts_and_leaves_the_rest() -> None:
    with Path(__file__).with_name("labelled_ja.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = {row["text"]: bool(check(row["text"], "ja", kinds=kinds_of(row["text"]))) for row in rows}
    flagged = {row["text"] for row in rows if row["label"] == "flag"}
    hits = sum(found[text] for text in flagged)
    assert len(rows) >= 300 and 0.4 < len(flagged) / len(rows) < 0.65
    assert hits / sum(found.values()) >= 0.97
    assert hits / len(flagged) >= 0.92
