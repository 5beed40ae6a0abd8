"""The complaint sheet: few touches, one operation, and not one word of the customer's is lost."""

import pytest
from hands import Hands

from carepos import complaints, promises

WORDS = "湯のみの色が、写真とずいぶん違って見えました。"
TOUCHES = ("Goods", "Exchange", "Today", "Exchange it")


@pytest.fixture
def hanako(hands: Hands) -> str:
    """She complains."""
    who = hands.open()
    hands.key("F5")
    return who


def test_words_and_at_most_eight_actions_record_it_with_its_promise(hands: Hands) -> None:
    """F5, four touches, Ctrl+Enter: six actions besides the words, where eight are allowed."""
    who = hands.open()
    hands.key("F5")
    hands.write(WORDS)
    for name in TOUCHES:
        hands.touch(name)
    hands.key("Ctrl+Return")
    assert len(("F5", *TOUCHES, "Ctrl+Return")) <= 8
    (case,) = hands.till.ask(complaints.open_of, who)
    (promise,) = hands.till.ask(promises.of_customer, who)
    assert (case.about, promise.complaint_id) == ("goods", case.id)
    assert promise.text == "Call when the replacement is ready"
    assert (hands.done("complaints.record"), hands.done("promises.make")) == (1, 0)
    assert hands.toast.text() == "Complaint and promise recorded"


def test_undo_takes_both_back(hands: Hands, hanako: str) -> None:
    hands.write(WORDS)
    hands.touch("Exchange it")
    hands.key("Ctrl+Return")
    hands.key("Ctrl+Z")
    assert hands.till.ask(complaints.open_of, hanako) == []
    assert hands.till.ask(promises.of_customer, hanako) == []


def test_a_press_storm_records_once(hands: Hands, hanako: str) -> None:
    hands.write(WORDS)
    hands.press(*("Ctrl+Return",) * 20)
    hands.rest()
    assert hands.done("complaints.record") == 1


def test_enter_alone_writes_a_new_line(hands: Hands, hanako: str) -> None:
    hands.write("一行目")
    hands.key("Return")
    hands.write("二行目")
    assert hands.sheet.fields()["words"] == "一行目\n二行目"
    assert hands.done("complaints.record") == 0


def test_without_words_it_is_refused_and_the_choices_stay(hands: Hands, hanako: str) -> None:
    hands.touch("Exchange it")
    hands.key("Ctrl+Return")
    assert "Please write what the customer said." in hands.reads(hands.sheet)
    assert hands.sheet.fields()["goodwill"] == "same_item"
    hands.write(WORDS)
    hands.key("Ctrl+Return")
    assert hands.done("complaints.record") == 1


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("2026-11-20 10:00", "Please promise a time that is still to come."),
        ("2031-01-01 10:00", "Please choose a time within two years."),
        ("never", "This is not a time."),
        ("yesterday 10:00", "Please promise a time that is still to come."),
    ],
)
def test_a_time_that_will_not_do_is_told_at_its_field(hands: Hands, hanako: str, due: str, told: str) -> None:
    hands.write(WORDS)
    hands.touch("Exchange it")
    hands.line("By when").setText(due)
    hands.key("Ctrl+Return")
    assert told in hands.reads(hands.sheet)
    assert (hands.sheet.fields()["words"], hands.sheet.fields()["due"]) == (WORDS, due)
    assert hands.done("complaints.record") == 0


def test_an_injury_is_seen_to_first_also_in_a_draft(hands: Hands, hanako: str) -> None:
    hands.write(WORDS)
    hands.touch("Injury, allergy")
    assert "See to the person first." in hands.reads(hands.sheet)
    hands.key("Esc")
    hands.key("F5")
    assert "See to the person first." in hands.reads(hands.sheet)


def test_a_promise_written_by_hand_is_left_alone(hands: Hands, hanako: str) -> None:
    hands.line("Next promise").setText("店長から電話する")
    hands.touch("Ask the owner")
    assert hands.line("Next promise").text() == "店長から電話する"


def test_a_time_chosen_without_a_promise_s_words_asks_for_them(hands: Hands, hanako: str) -> None:
    hands.write(WORDS)
    hands.touch("Tomorrow noon")
    hands.key("Ctrl+Return")
    assert "Please write what is promised." in hands.reads(hands.sheet)
    assert hands.done("complaints.record") == 0
    hands.line("Next promise").setText("お電話する")
    hands.key("Ctrl+Return")
    assert [promise.text for promise in hands.till.ask(promises.of_customer, hanako)] == ["お電話する"]


def test_the_usual_time_alone_promises_nothing(hands: Hands, hanako: str) -> None:
    hands.write(WORDS)
    hands.key("Ctrl+Return")
    assert hands.done("complaints.record") == 1
    assert hands.till.ask(promises.of_customer, hanako) == []


def test_every_open_complaint_stands_on_the_card(hands: Hands, hanako: str) -> None:
    hands.key("Esc")
    for words in ("色が違う", "待たされた"):
        hands.key("F5")
        hands.write(words)
        hands.key("Ctrl+Return")
    shown = hands.reads(hands.counter)
    assert ("Complaint: 色が違う" in shown, "Complaint: 待たされた" in shown) == (True, True)
    hands.touch("Solved: 色が違う")
    hands.key("Esc")
    assert [case.words for case in hands.till.ask(complaints.open_of, hanako)] == ["待たされた"]
    shown = hands.reads(hands.counter)
    assert ("Complaint: 色が違う" in shown, "Complaint: 待たされた" in shown) == (False, True)


def test_of_many_complaints_the_rest_are_counted(hands: Hands, hanako: str) -> None:
    hands.key("Esc")
    for number in range(4):
        hands.till.do(complaints.record, hanako, complaints.Account(f"苦情{number}"))
    hands.open()
    assert "Complaint: 苦情3" in hands.reads(hands.counter)
    assert "2 more complaint" in hands.reads(hands.counter)


def test_a_draft_means_the_moment_it_was_written_with_also_on_the_next_day(hands: Hands, hanako: str) -> None:
    hands.write(WORDS)
    hands.touch("Exchange it")
    hands.line("By when").setText("today 19:00")
    hands.touch("鈴木")
    kept = hands.sheet.fields()
    hands.key("Esc")
    hands.clock.forward(days=1)
    hands.key("F5")
    assert hands.sheet.fields() == kept | {"due": "Yesterday 19:00"}
    hands.key("Ctrl+Return")
    assert "Please promise a time that is still to come." in hands.reads(hands.sheet)


def test_what_is_no_time_yet_is_kept_as_it_was_typed(hands: Hands, hanako: str) -> None:
    hands.write(WORDS)
    hands.line("By when").setText("Mond")
    hands.key("Esc")
    hands.key("F5")
    assert hands.sheet.fields()["due"] == "Mond"
