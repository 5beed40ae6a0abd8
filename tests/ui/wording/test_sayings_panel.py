"""The sayings: a touch or a key remembers once what was said, and a promise in it is promised."""

from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carepos import promises, wording
from ui.wording.panel import SayingCard, SayingsPanel


def cards(hands: Hands) -> list[SayingCard]:
    return [card for card in hands.counter.findChildren(SayingCard) if card.isVisible()]


def heard(hands: Hands) -> list[str]:
    """What was said to whoever stands here."""
    later = hands.clock.forward(minutes=1)
    return [entry.text for entry in hands.till.ask(wording.history, hands.counter.customer_id, later, 9)]


def test_the_keys_one_to_three_mark_their_saying(hands: Hands) -> None:
    hands.open()
    texts = [card.saying.text for card in cards(hands)][:3]
    for number in (1, 2, 3):
        hands.single(str(number))
        assert set(heard(hands)) == set(texts[:number])
    assert hands.toast.text() == "Remembered as said"
    hands.key("Ctrl+Z")
    assert texts[-1] not in heard(hands)


def test_a_double_touch_says_it_once(hands: Hands) -> None:
    hands.open()
    first = cards(hands)[0]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(first, Qt.MouseButton.LeftButton)
    hands.rest()
    assert heard(hands) == [first.saying.text]


def test_enter_on_a_saying_says_it(hands: Hands) -> None:
    hands.open()
    second = cards(hands)[1]
    second.setFocus()
    hands.key("Return")
    assert heard(hands) == [second.saying.text]


def test_another_situation_brings_other_sayings(hands: Hands) -> None:
    hands.open()
    before = [card.saying.line for card in cards(hands)]
    hands.touch("More situations")
    hands.touch("Waiting")
    assert all(card.saying.situation == "wait" for card in cards(hands))
    assert [card.saying.line for card in cards(hands)] != before


def test_every_situation_stands_behind_the_last_chip(hands: Hands) -> None:
    hands.open()
    hands.touch("More situations")
    assert all(hands.can_touch(name) for _, name in wording.situations("en"))


def promising(hands: Hands) -> SayingCard:
    """A saying with a promise in it; which ones are proposed changes from day to day."""
    for _ in range(30):
        hands.open()
        hands.touch("More situations")
        hands.touch("I’ll find out")
        if found := [card for card in cards(hands) if card.saying.promise]:
            return found[0]
        hands.clock.forward(days=1)
    raise AssertionError("no saying with a promise in a month")


def test_a_promise_in_a_saying_opens_its_sheet(hands: Hands) -> None:
    who = hands.open()
    card = promising(hands)
    promised = card.saying.promise
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    hands.rest()
    assert hands.sheet.fields()["promise"] == promised
    hands.key("Ctrl+Return")
    assert [one.text for one in hands.till.ask(promises.of_customer, who)] == [promised]


def test_a_colleague_speaks_with_their_own_name(hands: Hands) -> None:
    hands.open()
    panel = hands.part(SayingsPanel)
    panel.set_staff_name("鈴木")
    panel.load(hands.counter.customer_id)
    hands.touch("More situations")
    hands.touch("I’ll find out")
    assert not [card for card in cards(hands) if "佐藤" in card.saying.text]


def test_a_window_closed_at_once_prepares_nothing_more(hands: Hands) -> None:
    panel = hands.part(SayingsPanel, hands.window)
    hands.window.hide()
    panel._warm()
    assert hands.app.tasks and hands.app.tasks.idle
    hands.window.show()
