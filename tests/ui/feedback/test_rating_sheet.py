"""The rating: one touch, once; a bad one is promised a call."""

from itertools import pairwise, product

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from carepos import feedback, promises
from ui.kit import theme

FACES = ("Very bad", "Bad", "Neither", "Good", "Very good")


@pytest.fixture
def hanako(hands: Hands) -> str:
    """The screen is turned to her."""
    who = hands.open()
    hands.key("F10")
    return who


def rated(hands: Hands, who: str) -> list[tuple[int, str]]:
    later = hands.clock.forward(minutes=1)
    return [(one.score, one.words) for one in hands.till.ask(feedback.history, who, later, 9)]


def test_one_touch_is_enough_and_can_be_taken_back(hands: Hands, hanako: str) -> None:
    hands.touch("Very good")
    assert rated(hands, hanako) == [(5, "")]
    assert (hands.counter.sheet, hands.toast.text()) == (None, "Thank you for telling us")
    hands.key("Ctrl+Z")
    assert rated(hands, hanako) == []


def test_many_touches_rate_once(hands: Hands, hanako: str) -> None:
    face = hands.button("Good", hands.sheet)
    for _ in range(20):
        QTest.mouseClick(face, Qt.MouseButton.LeftButton)
    hands.rest()
    assert rated(hands, hanako) == [(4, "")]


def test_words_go_with_the_face(hands: Hands, hanako: str) -> None:
    hands.sheet.fill({"words": "包みがきれいでした"})
    hands.touch("Good")
    assert rated(hands, hanako) == [(4, "包みがきれいでした")]


def test_a_bad_rating_is_promised_a_call(hands: Hands, hanako: str) -> None:
    hands.touch("Bad")
    (promise,) = hands.till.ask(promises.of_customer, hanako)
    assert promise.text == "Call about the rating of 2: ask what went wrong"


def test_too_many_words_are_told_and_stay(hands: Hands, hanako: str) -> None:
    hands.sheet.fill({"words": "あ" * 501})
    hands.touch("Good")
    assert "at most 500 characters fit" in hands.reads(hands.sheet)
    assert hands.sheet.fields()["words"] == "あ" * 501
    assert rated(hands, hanako) == []


def test_ctrl_enter_without_a_face_records_nothing(hands: Hands, hanako: str) -> None:
    hands.key("Ctrl+Return")
    assert hands.counter.sheet is not None
    assert rated(hands, hanako) == []


def test_nothing_of_the_shop_is_seen_behind_what_the_customer_sees(hands: Hands, hanako: str) -> None:
    picture, paper = hands.window.grab().toImage(), theme.color("paper")
    width, height = picture.width(), picture.height()
    places = [(3, 3), (3, height - 4), (width - 4, 3), (width // 8, height // 2), (width // 4, height // 3)]
    assert [picture.pixelColor(*place).name() for place in places] == [paper.name()] * len(places)


def test_the_faces_differ_at_a_glance(hands: Hands, hanako: str) -> None:
    pictures = [hands.button(name, hands.sheet).grab().toImage() for name in FACES]
    assert len({(picture.width(), picture.height()) for picture in pictures}) == 1
    for one, other in pairwise(pictures):
        assert differing(one, other) > 60


def differing(one: QImage, other: QImage) -> int:
    """How many pixels of two faces differ, the words below them left aside."""
    places = product(range(one.width()), range(round(one.height() * 0.75)))
    return sum(one.pixel(x, y) != other.pixel(x, y) for x, y in places)


def test_an_enter_too_many_rates_nothing(hands: Hands, hanako: str) -> None:
    hands.key("Return")
    assert rated(hands, hanako) == []
