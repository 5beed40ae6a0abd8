"""A row of the past is read whole, and what was a slip is taken back long after its toast is gone."""

import pytest
from hands import Hands

from carepos import complaints, customers, feedback, promises, wording
from ui.customers.note import MendSheet
from ui.daybook.timeline import TimelinePanel
from ui.kit.timeline import Timeline

WORDS = "The bowl is chipped.\n" + "It was a gift for my mother, and I am at a loss. " * 6
TAKE = "This was a slip: take it back"


@pytest.fixture
def hanako(hands: Hands) -> str:
    """She stands at the counter."""
    return hands.open()


def pick(hands: Hands, title: str) -> None:
    """A finger on the first row with this title."""
    hands.counter.refresh({"complaints"})
    hands.rest()
    rows = hands.part(Timeline, hands.part(TimelinePanel))
    model = rows.model()
    found = next(model.index(at, 0) for at in range(model.rowCount()) if title in str(model.index(at, 0).data()))
    rows.clicked.emit(found)
    hands.rest()


def test_every_word_of_a_complaint_can_be_read(hands: Hands, hanako: str) -> None:
    hands.till.do(complaints.record, hanako, complaints.Account(WORDS))
    pick(hands, "Complaint")
    assert WORDS.strip() in hands.reads(hands.sheet)


def test_a_complaint_of_today_is_taken_back_after_its_toast(hands: Hands, hanako: str) -> None:
    hands.till.do(complaints.record, hanako, complaints.Account(WORDS))
    pick(hands, "Complaint")
    hands.touch(TAKE)
    assert hands.till.ask(complaints.open_of, hanako) == []
    assert hands.toast.text() == "Taken back"
    hands.key("Ctrl+Z")
    assert [case.words for case in hands.till.ask(complaints.open_of, hanako)] == [WORDS.strip()]


def test_what_is_older_than_today_is_the_owners_to_take_back(hands: Hands, hanako: str) -> None:
    hands.till.do(complaints.record, hanako, complaints.Account(WORDS))
    hands.clock.forward(days=2)
    pick(hands, "Complaint")
    assert not hands.can_touch(TAKE)
    hands.key("Escape")
    hands.window.enter(hands.owner())
    hands.open()
    pick(hands, "Complaint")
    hands.touch(TAKE)
    assert hands.till.ask(complaints.open_of, hanako) == []


def test_a_promise_kept_by_a_slip_is_open_again_and_kept_by_undo(hands: Hands, hanako: str) -> None:
    due = hands.clock.forward(hours=0).replace(hour=18)
    kept = hands.till.do(promises.make, hanako, "Call about the bowl", due)
    hands.till.do(promises.keep, kept)
    pick(hands, "Call about the bowl")
    hands.touch("Not kept after all")
    assert [one.id for one in hands.till.ask(promises.of_customer, hanako)] == [kept]
    hands.key("Ctrl+Z")
    assert hands.till.ask(promises.of_customer, hanako) == []


def test_a_rating_and_a_said_line_are_taken_back(hands: Hands, hanako: str) -> None:
    hands.till.do(feedback.rate, hanako, 5, "Kind", "")
    hands.till.do(wording.say, hanako, "visit", "visit-1", "Welcome back.", [])
    for title in ("Rating", "Said"):
        pick(hands, title)
        hands.touch(TAKE)
        hands.key("Ctrl+Z")
    for kind in ("feedback", "wording"):
        assert (hands.done(f"{kind}.withdraw"), hands.done(f"{kind}.reinstate")) == (1, 1)


def test_a_bad_note_is_mended_from_the_past_and_from_the_card(hands: Hands, hanako: str) -> None:
    pick(hands, "息子さん")
    assert isinstance(hands.sheet, MendSheet)
    hands.key("Escape")
    hands.touch("Mend what they told us")
    assert isinstance(hands.sheet, MendSheet)
    hands.key("Ctrl+A")
    hands.write("娘さんが金沢でひとり暮らし")
    hands.key("Ctrl+Return")
    told = [note.text for note in hands.till.ask(customers.notes, hanako) if note.kind == "told"]
    assert told == ["娘さんが金沢でひとり暮らし"]
    assert "娘さんが金沢でひとり暮らし" in hands.reads(hands.counter)
