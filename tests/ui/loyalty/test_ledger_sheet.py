"""Every line of points explains itself, a past day is as it was, and all of it goes on paper for the customer."""

from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtPrintSupport import QPrinter
from shops import OWNER, Till, refused

from carepos import loyalty
from ui.loyalty import statement
from ui.loyalty.ledger import LedgerSheet


@pytest.fixture
def hanako(hands: Hands) -> str:
    """She has 900 points from long ago, and 32 of today."""
    who = hands.open()
    hands.till.do(loyalty.earn, who, 3_240, "20261121-0007")
    hands.clock.forward(minutes=1)
    hands.open()
    return who


def ledger(hands: Hands) -> LedgerSheet:
    assert isinstance(hands.counter.sheet, LedgerSheet)
    return hands.counter.sheet


def test_a_purchase_on_the_time_line_opens_its_points(hands: Hands, hanako: str) -> None:
    timeline = hands.counter._timeline
    bought = next(entry for entry in timeline._list.entries() if entry.kind == "purchase")
    timeline._list.picked.emit(bought.id)
    hands.rest()
    told = hands.reads(ledger(hands))
    assert "Purchase of ¥3,240 (1 pt for each ¥100)" in told
    assert "932 pt" in told


def test_a_line_opens_and_folds_its_reasons(hands: Hands, hanako: str) -> None:
    hands.key("F6")
    hands.touch("Every line")
    assert "Purchase of" not in hands.reads(ledger(hands))
    hands.touch("Why +32 pt?")
    assert "Purchase of ¥3,240" in hands.reads(ledger(hands))
    hands.touch("Why +32 pt?")
    assert "Purchase of" not in hands.reads(ledger(hands))


def test_amounts_stand_below_each_other_at_their_right_end(hands: Hands, hanako: str) -> None:
    hands.key("F6")
    hands.touch("Every line")
    sheet = ledger(hands)
    links = [hands.button(f"Why {points} pt?", sheet) for points in ("+32", "+900")]
    assert len({link.mapTo(sheet, link.rect().topRight()).x() for link in links}) == 1


def test_as_of_a_past_day_shows_what_was_there(hands: Hands, hanako: str) -> None:
    hands.clock.forward(days=3)
    hands.till.do(loyalty.spend, hanako, 500)
    hands.key("F6")
    hands.touch("Every line")
    assert "432 pt" in hands.reads(ledger(hands))
    hands.line("As of").setText("2026-11-22")
    ledger(hands).submit()
    hands.rest()
    assert "932 pt" in hands.reads(ledger(hands))
    assert not hands.can_touch("Why −500 pt?")
    hands.line("As of").setText("2026-11-30")
    ledger(hands).submit()
    assert "This date lies in the future." in hands.reads(ledger(hands))
    hands.line("As of").setText("soon")
    ledger(hands).submit()
    assert "This is not a date." in hands.reads(ledger(hands))


def paper(hands: Hands, who: str) -> statement.Statement:
    return statement.Statement(hands.till.ask(loyalty.statement, who), hands.shop.settings)


def test_the_statement_speaks_the_customers_language(hands: Hands, hanako: str) -> None:
    assert "3,240円のお買い物" in paper(hands, hanako).html()
    emma = hands.open("3456")
    hands.till.do(loyalty.earn, emma, 1_000, "20261121-0008")
    html = paper(hands, emma).html()
    assert "Points of Emma Wilson" in html
    assert "Purchase of ¥1,000" in html


def test_hostile_words_stay_words(hands: Hands, hanako: str) -> None:
    Till(hands.shop, OWNER).do(loyalty.adjust, hanako, 5, "<h1>{day}</h1>&amp;")
    html = paper(hands, hanako).html()
    assert "&lt;h1&gt;{day}&lt;/h1&gt;&amp;amp;" in html


def test_the_sheet_saves_and_prints(hands: Hands, hanako: str, tmp_path: Path) -> None:
    hands.key("F6")
    hands.touch("Every line")
    ledger(hands).save_pdf(str(tmp_path / "points.pdf"))
    hands.rest()
    assert (tmp_path / "points.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved as points.pdf" in hands.toast.text()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    ledger(hands).print_on(printer)
    hands.rest()
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_many_lines_take_several_numbered_pages(hands: Hands, hanako: str, tmp_path: Path) -> None:
    for number in range(60):
        hands.till.do(loyalty.earn, hanako, 1_000, f"R-{number}")
    found = hands.till.ask(loyalty.statement, hanako)
    written = statement.save(tmp_path / "many.pdf", found, hands.shop.settings).read_bytes()
    assert 2 <= written.count(b"/Type /Page\n") <= 8
    with refused("folder.not_writable"):
        statement.save(tmp_path / "no such folder" / "many.pdf", found, hands.shop.settings)
