"""The membership card: the code on it is the card number, whatever the names; it is made once and can be taken back."""

from pathlib import Path

import pytest
import segno
from hands import CARD, Hands
from PySide6.QtGui import QColor, QImage
from shops import refused

from carepos import customers
from ui.loyalty import membership
from ui.loyalty.membership import MemberCard
from ui.loyalty.membership_sheet import CardPicture, MembershipSheet

NUMBER = "123456789015"
HANAKO = MemberCard("みなも", "田中 花子 様", NUMBER, "会員カード", "お会計の前にお見せください。")


def squares(image: QImage) -> list[list[bool]]:
    """The QR code in a picture, square by square, found by its three corners alone."""
    dark = [
        (x, y)
        for y in range(image.height() * 3 // 4)
        for x in range(image.width() * 3 // 5, image.width() - 2)
        if image.pixelColor(x, y) == QColor("black")
    ]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    wide = max(x for x, _ in dark) + 1 - left
    side = next(run for run in range(1, wide) if image.pixelColor(left + run, top + run) != QColor("black"))
    count = wide // side
    assert count * side == wide, "squares of whole pixels"
    places = [round((at + 0.5) * side) for at in range(count)]
    return [[image.pixelColor(left + x, top + y) == QColor("black") for x in places] for y in places]


def meant(number: str) -> list[list[bool]]:
    return [[bool(square) for square in row] for row in segno.make(number, error="m", micro=False).matrix]


NAMES = ["田中 花子 様", "<b>x</b>", "\u202e逆さ", "長" * 120, "", "a\nb"]


@pytest.mark.usefixtures("hands")
class TestPicture:
    """What is painted."""

    @pytest.mark.parametrize("number", [NUMBER, "M9000001", "9" * 40, "ー" * 40])
    @pytest.mark.parametrize("width", [membership.PHONE, 640])
    def test_its_code_is_the_number(self, number: str, width: int) -> None:
        card = MemberCard("みなも", "田中 花子 様", number, "会員カード", "")
        assert squares(membership.picture(card, width)) == meant(number)

    @pytest.mark.parametrize("name", NAMES)
    def test_no_name_reaches_into_the_code(self, name: str) -> None:
        card = MemberCard(name * 2, name, NUMBER, "会員カード", "")
        assert squares(membership.picture(card, membership.PHONE)) == meant(NUMBER)

    def test_white_lies_round_the_code(self) -> None:
        image = membership.picture(HANAKO, membership.PHONE)
        first = next(
            x for x in range(image.width() * 3 // 5, image.width()) if image.pixelColor(x, 180) == QColor("black")
        )
        side = 14  # 33 mm of 1080/85.6 pixels for 29 squares
        assert all(image.pixelColor(first - step, 180) == QColor("white") for step in range(1, 4 * side))

    def test_for_the_phone_it_is_1080_across(self, tmp_path: Path) -> None:
        image = QImage(str(membership.save_png(tmp_path / "card.png", HANAKO)))
        assert (image.width(), image.height()) == (1080, 681)
        assert squares(image) == meant(NUMBER)

    def test_as_a_pdf_it_is_one_page_of_a_cards_size(self, tmp_path: Path) -> None:
        page = membership.save_pdf(tmp_path / "card.pdf", HANAKO).read_bytes()
        assert page.startswith(b"%PDF")
        assert page.count(b"/Type /Page\n") == 1
        assert b"/MediaBox [0 0 243" in page or b"/MediaBox [0 0 242" in page

    def test_a_folder_that_takes_nothing_is_told(self, tmp_path: Path) -> None:
        for save in (membership.save_pdf, membership.save_png):
            with refused("folder.not_writable"):
                save(tmp_path / "nowhere" / "card", HANAKO)


def opened(hands: Hands) -> MembershipSheet:
    hands.touch("Member card")
    assert isinstance(hands.sheet, MembershipSheet)
    return hands.sheet


def test_who_has_a_card_sees_it(hands: Hands) -> None:
    hands.open()
    sheet = opened(hands)
    assert hands.part(CardPicture, sheet).accessibleName() == f"会員カード {CARD}"
    assert not hands.can_touch("Make a card")


def test_who_has_none_gets_a_number_once_and_undo_takes_it_back(hands: Hands) -> None:
    who = hands.open("2222")
    sheet = opened(hands)
    assert not hands.part(CardPicture, sheet).isVisible()
    hands.press("Ctrl+Return", "Ctrl+Return")
    hands.rest()
    number = hands.till.ask(customers.show, who).card
    assert number
    assert hands.done("customers.issue_card") == 1
    assert number == hands.part(CardPicture, sheet).accessibleName().removeprefix("会員カード ").replace(" ", "")
    hands.key("Esc")
    hands.key("Ctrl+Z")
    assert hands.till.ask(customers.show, who).card is None


def test_the_new_card_opens_its_customer(hands: Hands) -> None:
    who = hands.open("2222")
    opened(hands)
    hands.touch("Make a card")
    hands.key("Esc")
    hands.counter.clear()
    hands.scan(hands.till.ask(customers.show, who).card or "")
    assert hands.counter.customer_id == who


def test_a_card_is_saved_where_it_was_asked_for(hands: Hands, tmp_path: Path) -> None:
    hands.open()
    sheet = opened(hands)
    sheet.save_png(tmp_path / "card.png")
    assert squares(QImage(str(tmp_path / "card.png"))) == meant(CARD)
    assert "card.png" in hands.toast.text()
    sheet.save_pdf(tmp_path / "nowhere" / "card.pdf")
    assert "The folder cannot be written to" in hands.reads(sheet)


def test_a_guest_has_a_card_in_english(hands: Hands) -> None:
    hands.open("3456")
    sheet = opened(hands)
    hands.touch("Make a card")
    assert hands.part(CardPicture, sheet).accessibleName().startswith("Member card ")


def test_without_a_printer_no_receipt_paper_is_offered(hands: Hands) -> None:
    hands.open()
    opened(hands)
    assert not hands.can_touch("Print on receipt paper")
