"""Thank-you notes and letters: proposed, read along, printed, copied or coded, remembered; never sent."""

from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtGui import QGuiApplication

from carepos import customers, wording
from ui.kit.choice import Choice
from ui.wording import paper, qr
from ui.wording.checked import Checked
from ui.wording.letter import LetterSheet


@pytest.fixture
def sheet(hands: Hands) -> LetterSheet:
    """F9 beside 田中 花子."""
    hands.open()
    hands.key("F9")
    assert isinstance(hands.sheet, LetterSheet)
    return hands.sheet


def written(hands: Hands) -> list[tuple[str, str]]:
    later = hands.clock.forward(minutes=1)
    return [(one.kind, one.situation) for one in hands.till.ask(wording.history, hands.counter.customer_id, later, 9)]


def test_a_note_from_true_facts_stands_ready(hands: Hands, sheet: LetterSheet) -> None:
    draft = hands.till.ask(wording.thank_you, hands.counter.customer_id, "", "佐藤")
    assert sheet._text.text() == draft.text
    assert sheet._subject.text() == draft.subject
    assert sheet._check.findings() == ()


@pytest.mark.principle("P14")
def test_a_thank_you_that_asks_for_something_is_marked(hands: Hands, sheet: LetterSheet) -> None:
    hands.key("Ctrl+A")
    hands.write("ありがとうございました。ぜひ口コミの投稿をお願いいたします。")
    assert "P14" in [finding.why for finding in sheet._check.findings()]


def test_it_is_remembered_once_and_taken_back(hands: Hands, sheet: LetterSheet) -> None:
    hands.press("Ctrl+Return", "Ctrl+Return")
    hands.rest()
    assert written(hands) == [("note", "thank_note")]
    hands.key("Ctrl+Z")
    assert written(hands) == []


@pytest.mark.principle("P47")
def test_a_letter_brings_subject_season_and_signature(hands: Hands, sheet: LetterSheet) -> None:
    hands.touch("Letter")
    about = hands.part(Choice, sheet)
    about.set_value("long_unseen")
    about.chosen.emit("long_unseen")
    hands.rest()
    draft = hands.till.ask(wording.letter, hands.counter.customer_id, "", "佐藤", "long_unseen")
    assert draft.season
    assert sheet._text.text() == draft.text
    assert sheet._subject.text() == draft.subject
    hands.key("Ctrl+Return")
    assert written(hands) == [("letter", "long_unseen")]


def test_a_draft_survives_and_a_bare_proposal_leaves_none(hands: Hands, sheet: LetterSheet) -> None:
    hands.key("Esc")
    hands.key("F9")
    assert hands.sheet.fields() == {}
    hands.write("追伸、")
    typed = hands.sheet.fields()["text"]
    hands.key("Esc")
    hands.key("F9")
    assert hands.sheet.fields()["text"] == typed


def test_a_subject_alone_is_kept_too(hands: Hands, sheet: LetterSheet) -> None:
    sheet._subject.setFocus()
    hands.key("Ctrl+A")
    hands.write("春のお礼")
    hands.key("Esc")
    hands.key("F9")
    assert hands.sheet.fields()["subject"] == "春のお礼"


def test_it_is_copied(hands: Hands, sheet: LetterSheet) -> None:
    hands.touch("Copy")
    assert QGuiApplication.clipboard().text() == sheet._text.text()


def test_it_is_printed_as_a_card(hands: Hands, sheet: LetterSheet, tmp_path: Path) -> None:
    sheet.save_pdf(str(tmp_path / "note.pdf"))
    assert (tmp_path / "note.pdf").read_bytes().startswith(b"%PDF")
    assert "Saved as note.pdf" in hands.reads(sheet)


def test_where_nothing_can_be_written_it_is_said(hands: Hands, sheet: LetterSheet, tmp_path: Path) -> None:
    sheet.save_pdf(str(tmp_path / "nowhere" / "note.pdf"))
    assert "The folder cannot be written to" in hands.reads(sheet)


def test_a_long_letter_takes_more_paper(qapp: object, tmp_path: Path) -> None:
    card = paper.save(tmp_path / "card.pdf", "ありがとうございました。", "礼")
    long = paper.save(tmp_path / "long.pdf", "ありがとうございました。\n" * 120, "礼")
    assert len(long.read_bytes()) > len(card.read_bytes())
    assert long.read_bytes().count(b"/Type /Page\n") > card.read_bytes().count(b"/Type /Page\n") == 1


def test_the_whole_code_can_be_seen_to_be_read(hands: Hands, sheet: LetterSheet) -> None:
    hands.touch("Letter")
    hands.touch("QR code")
    assert sheet._code.visibleRegion().boundingRect().size() == sheet._code.size()


def test_a_code_takes_the_check_s_place_until_something_is_typed(hands: Hands, sheet: LetterSheet) -> None:
    hands.touch("QR code")
    assert sheet._code.isVisible()
    assert not hands.part(Checked, sheet).isVisible()
    sheet._text.setFocus()
    hands.write("。")
    assert not sheet._code.isVisible()


def test_what_a_code_says_follows_the_customer_s_channel(hands: Hands) -> None:
    who = hands.open()
    card = hands.till.ask(customers.show, who)
    assert qr.content(card, "礼", "本文").startswith("SMSTO:")
    mail = qr.mail_address(card, "お礼 & 近況", "1行目\n2行目")
    assert mail.startswith("mailto:?subject=")
    assert "&body=1" in mail
    assert "%0A" in mail


def test_words_too_long_for_a_code_are_told(hands: Hands, sheet: LetterSheet) -> None:
    sheet._text.edit.setPlainText("あ" * 1500)
    hands.touch("QR code")
    assert "This is too long for a code. Copy the text instead." in hands.reads(sheet)
    assert qr.modules("あ" * 1500) == []
