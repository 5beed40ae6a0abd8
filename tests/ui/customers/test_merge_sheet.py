"""Two registrations of one person become one at the counter, and one key takes it apart again."""

import pytest
from hands import Hands

from carepos import customers, loyalty
from carepos.customers import Details


@pytest.fixture
def twin(hands: Hands) -> str:
    """花子 was registered again, with the card she had forgotten at home."""
    details = Details("田中", "はな子", "たなか", "はなこ", phone="090-7777-1111", card="M9000077", birthday="04-17")
    who = hands.till.do(customers.register, details)
    hands.till.do(loyalty.earn, who, 900, "R1")
    hands.till.do(customers.add_note, who, "allergy", "そばアレルギー", consent=True)
    return who


@pytest.fixture
def hanako(hands: Hands, twin: str) -> str:
    """She stands at the counter with 900 points."""
    return hands.open("5678")


def points(hands: Hands, who: str) -> int:
    return hands.till.ask(loyalty.balance, who)


def test_whoever_is_alike_is_proposed_and_looked_at_before(hands: Hands, hanako: str, twin: str) -> None:
    hands.touch("Registered twice?")
    assert "田中 はな子" in hands.reads(hands.sheet)
    hands.touch("This one: 田中 はな子")
    read = hands.reads(hands.sheet)
    assert "909 pt　1 visit" in read
    assert "Coming along: 1 purchase, 1 note." in read
    assert hands.done("loyalty.merge") == 0


def test_they_become_one_and_undo_takes_them_apart(hands: Hands, hanako: str, twin: str) -> None:
    hands.touch("Registered twice?")
    hands.touch("This one: 田中 はな子")
    hands.key("Ctrl+Return")
    assert hands.counter.customer_id == hanako
    assert points(hands, hanako) == 909
    assert hands.can_touch("そばアレルギー")
    assert hands.toast.text() == "Now one customer: 田中 花子 様, 909 pt"
    hands.key("Ctrl+Z")
    assert (points(hands, hanako), points(hands, twin)) == (900, 9)
    assert not hands.can_touch("そばアレルギー")
    assert hands.open("1111") == twin


def test_the_other_one_may_be_the_one_who_stays(hands: Hands, hanako: str, twin: str) -> None:
    hands.touch("Registered twice?")
    hands.touch("This one: 田中 はな子")
    hands.touch("Swap who stays")
    hands.touch("Make them one")
    assert hands.counter.customer_id == twin
    assert points(hands, twin) == 909
    assert "はな子" in hands.reads(hands.counter)


def test_somebody_is_searched_for_by_keyboard_alone(hands: Hands, hanako: str, twin: str) -> None:
    hands.counter.open_sheet("merge")
    hands.rest()
    hands.write("みのる")
    hands.until(lambda: "髙橋 実" in hands.reads(hands.sheet))
    hands.key("Return")
    assert "Their names differ. Please make sure that they are one person." in hands.reads(hands.sheet)
    hands.key("Return", "Return")
    assert hands.done("loyalty.merge") == 0, "an Enter that bounces decides nothing"
    hands.touch("Somebody else")
    assert "Their names differ." not in hands.reads(hands.sheet)
    hands.key("Ctrl+Return")
    assert hands.done("loyalty.merge") == 0, "nobody is chosen any more"


def test_a_scanned_card_names_the_other_one(hands: Hands, hanako: str, twin: str) -> None:
    hands.touch("Registered twice?")
    hands.scan("M9000077")
    assert hands.counter.sheet is not None
    assert "田中 はな子" in hands.reads(hands.sheet)


def test_the_old_card_opens_the_one_kept(hands: Hands, hanako: str, twin: str) -> None:
    hands.till.do(loyalty.merge, hanako, twin)
    hands.key("Esc")
    hands.scan("M9000077")
    assert hands.counter.customer_id == hanako


def test_a_press_storm_merges_once(hands: Hands, hanako: str, twin: str) -> None:
    hands.touch("Registered twice?")
    hands.touch("This one: 田中 はな子")
    hands.press(*("Ctrl+Return",) * 10)
    hands.rest()
    assert hands.done("loyalty.merge") == 1


def test_an_edited_phone_that_is_somebody_else_s_offers_to_make_them_one(hands: Hands, hanako: str, twin: str) -> None:
    hands.touch("Edit customer")
    hands.line("Phone").setFocus()
    hands.key("Ctrl+A")
    hands.write("090-7777-1111")
    hands.until(lambda: hands.can_touch("One and the same"))
    hands.touch("One and the same")
    assert hands.can_touch("Swap who stays")
    hands.touch("Make them one")
    assert points(hands, hanako) == 909


def test_what_cannot_be_taken_apart_says_why(hands: Hands, hanako: str, twin: str) -> None:
    hands.touch("Registered twice?")
    hands.touch("This one: 田中 はな子")
    hands.key("Ctrl+Return")
    hands.till.do(loyalty.spend, hanako, 905)
    hands.key("Ctrl+Z")
    assert points(hands, hanako) == 4
    assert "5 of these points have been used already." in hands.toast.text()
    hands.troubles.clear()


def test_long_after_they_can_still_be_taken_apart(hands: Hands, hanako: str, twin: str) -> None:
    hands.till.do(loyalty.merge, hanako, twin)
    hands.clock.forward(days=3)
    hands.touch("Registered twice?")
    assert "田中 はな子 様 joined on 21 Nov" in hands.reads(hands.sheet)
    hands.touch("Take apart")
    assert (points(hands, hanako), points(hands, twin)) == (900, 9)
    assert hands.toast.text() == "Two customers again: 田中 はな子 様 is back"
    hands.touch("Registered twice?")
    assert not hands.can_touch("Take apart")


def test_a_merge_whose_points_are_used_says_so_where_it_is_taken_apart(hands: Hands, hanako: str, twin: str) -> None:
    hands.till.do(loyalty.merge, hanako, twin)
    hands.till.do(loyalty.spend, hanako, 905)
    hands.touch("Registered twice?")
    hands.touch("Take apart")
    assert "5 of these points have been used already." in hands.reads(hands.sheet)
    assert not hands.button("Make them one").isEnabled()
