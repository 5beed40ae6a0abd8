"""What becomes of a saying, one key each; and how sayings are found, shown and kept for this customer."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from hands import CLERK, Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carepos import customers, wording
from carepos.database import Transaction
from carepos.errors import StorageTrouble
from carepos.wording.tables import Said
from ui.wording import proposal
from ui.wording.asked import AskedFacts
from ui.wording.draft import OwnWords
from ui.wording.panel import SayingsPanel
from ui.wording.saying import SayingCard

SITUATIONS = ("regular", "follow_up", "congratulation", "long_unseen", "new_face")


def cards(hands: Hands) -> list[SayingCard]:
    return [card for card in hands.counter.findChildren(SayingCard) if card.isVisible()]


def heard(hands: Hands) -> list[wording.SaidEntry]:
    later = hands.clock.forward(minutes=1)
    return hands.till.ask(wording.history, hands.counter.customer_id, later, 9)


def choose(hands: Hands, name: str) -> None:
    hands.touch("More situations")
    hands.touch(name)


@pytest.mark.parametrize(("key", "pleased"), [("+", True), ("-", False)])
def test_one_key_tells_whether_it_pleased(hands: Hands, key: str, pleased: bool) -> None:
    hands.open()
    hands.single("1")
    hands.single(key)
    assert [entry.pleased for entry in heard(hands)] == [pleased]
    hands.key("Ctrl+Z")
    assert [entry.pleased for entry in heard(hands)] == [None]


def test_a_judgement_taken_back_can_be_made_anew(hands: Hands) -> None:
    hands.open()
    hands.single("1")
    hands.single("+")
    hands.key("Ctrl+Z")
    assert "Said. Were they pleased?" in cards(hands)[0].accessibleDescription()
    hands.single("-")
    assert [entry.pleased for entry in heard(hands)] == [False]


def test_plus_begins_a_search_where_nothing_was_said(hands: Hands) -> None:
    hands.open()
    hands.single("+")
    assert hands.window.search.text() == "+"


def test_a_finger_tells_it_too(hands: Hands) -> None:
    hands.open()
    hands.single("1")
    hands.touch("It pleased")
    assert [entry.pleased for entry in heard(hands)] == [True]
    assert "Said, it pleased" in cards(hands)[0].accessibleDescription()


def test_what_stood_above_counts_as_passed_over(hands: Hands) -> None:
    hands.open()
    above = [card.saying.line for card in cards(hands)][:2]
    hands.single("3")
    passed = hands.till.ask(lambda tx: tx.value(sa.select(Said.passed)))
    assert str(passed).split() == above


def test_a_saying_put_off_makes_room_for_another_and_comes_back(hands: Hands) -> None:
    hands.open()
    first = cards(hands)[0]
    line = first.saying.line
    first.setFocus()
    hands.key("Delete")
    assert line not in [card.saying.line for card in cards(hands)]
    hands.key("Ctrl+Z")
    assert line in [card.saying.line for card in cards(hands)]


def test_what_takes_a_saying_back_changes_the_window_only_once_it_is_stored(hands: Hands) -> None:
    hands.open()
    offered: list[Callable[[Transaction], object]] = []
    hands.part(SayingsPanel).recorded.connect(lambda _sentence, undo: offered.append(undo))
    hands.single("1")
    with pytest.raises(ZeroDivisionError), hands.shop.transaction(CLERK) as tx:
        offered[0](tx)
        _ = 1 // 0
    assert cards(hands)[0].is_said
    hands.key("Ctrl+Z")
    assert not cards(hands)[0].is_said


def test_what_was_put_off_is_taken_back_after_the_customer_has_gone(hands: Hands) -> None:
    hands.open()
    cards(hands)[0].setFocus()
    hands.key("Delete")
    hands.counter.clear()
    hands.key("Ctrl+Z")
    assert hands.toast.text() == "Taken back"


def test_a_saying_that_could_not_be_stored_counts_as_not_said(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StorageTrouble("storage.full")

    hands.open()
    with monkeypatch.context() as patch:
        patch.setattr(wording, "say", fail)
        hands.single("1")
    assert not cards(hands)[0].is_said
    hands.single("1")
    assert cards(hands)[0].is_said
    hands.troubles.clear()


def test_a_saying_is_changed_before_it_is_said(hands: Hands) -> None:
    hands.open()
    first = cards(hands)[0]
    first.setFocus()
    hands.key("F4")
    assert hands.part(OwnWords).area.text() == first.saying.text
    hands.key("Ctrl+A")
    hands.write("Nice to have you back, Hanako.")
    hands.key("Ctrl+Return")
    [entry] = heard(hands)
    assert (entry.kind, entry.text) == ("changed", "Nice to have you back, Hanako.")
    assert cards(hands)[0].is_said
    assert not hands.part(OwnWords).isVisible()


def test_what_was_typed_before_a_saying_is_changed_comes_back_by_undo(hands: Hands) -> None:
    hands.open()
    hands.key("F3")
    hands.write("She wants it in blue 😊")
    hands.touch("Change the words")
    assert hands.part(OwnWords).area.text() == cards(hands)[0].saying.text
    hands.key("Ctrl+Z")
    assert hands.part(OwnWords).area.text() == "She wants it in blue 😊"


@pytest.mark.parametrize("keys", ["Return", "Alt+1"])
def test_the_clerk_s_own_words_find_the_situation(hands: Hands, keys: str) -> None:
    hands.open()
    hands.key("F3")
    hands.write("The plate I bought yesterday is cracked")
    found = hands.part(SayingsPanel)._found
    assert "defective" in found
    hands.key(keys)
    assert {card.saying.situation for card in cards(hands)} == {found[0]}


def test_esc_puts_the_own_words_away_and_leaves_the_customer(hands: Hands) -> None:
    who = hands.open()
    hands.key("F3")
    hands.write("cracked")
    hands.key("Esc")
    assert not hands.part(OwnWords).isVisible()
    assert hands.counter.customer_id == who


def test_own_words_go_with_their_customer(hands: Hands) -> None:
    hands.open()
    hands.key("F3")
    hands.write("for Hanako's ears only")
    hands.window.open_customer(hands.till.ask(customers.find, "4567")[0].id)
    hands.rest()
    hands.key("F3")
    assert hands.part(OwnWords).area.text() == ""


def test_what_the_clerk_knows_lets_more_be_said(hands: Hands) -> None:
    hands.open()
    choose(hands, "Waiting")
    asked = hands.part(AskedFacts)
    asked._fields["minutes"].setFocus()
    hands.type("7")
    assert "7" in cards(hands)[0].saying.text
    assert asked.facts() == {"minutes": "7"}


@pytest.mark.principle("P46")
def test_a_call_brings_the_script_and_its_cues(hands: Hands) -> None:
    who = hands.open()
    hands.touch("Phone")
    script = hands.till.ask(wording.script, who, "en", "佐藤")
    assert [card.saying.line for card in cards(hands)] == [saying.line for saying in script.lines][:6]
    assert len(script.cues) >= 11
    assert all(cue in hands.reads() for cue in script.cues)


def test_after_the_call_nobody_is_thanked_for_calling(hands: Hands) -> None:
    hands.open()
    before = [card.saying.line for card in cards(hands)]
    hands.touch("Phone")
    hands.button("Counter", hands.part(SayingsPanel)).click()
    hands.rest()
    assert [card.saying.line for card in cards(hands)] == before


@pytest.mark.principle("P51")
def test_questions_to_find_the_need_stand_below(hands: Hands) -> None:
    who = hands.open()
    choose(hands, "Faulty item")
    questions = hands.till.ask(wording.suggest, who, "en", "佐藤", "defective").questions
    assert questions
    assert all(question in hands.reads() for question in questions)


@pytest.mark.principle("P37")
def test_how_near_we_stand_is_kept_on_the_card(hands: Hands) -> None:
    who = hands.open()
    before = hands.till.ask(customers.show, who)
    hands.touch("More situations")
    hands.touch("Friendly")
    after = hands.till.ask(customers.show, who)
    assert (before.register, after.register) == ("formal", "friendly")
    assert (after.family, after.phone, after.birthday) == (before.family, before.phone, before.birthday)
    hands.key("Ctrl+Z")
    assert hands.till.ask(customers.show, who).register == "formal"


def test_the_other_language_stands_beside_on_demand(hands: Hands) -> None:
    hands.open()
    hands.touch("More situations")
    hands.touch("Japanese beside it")
    assert any(card.beside and wording.language_of(card.beside) == "ja" for card in cards(hands))
    hands.touch("Japanese beside it")
    assert not any(card.beside for card in cards(hands))


def test_what_is_noted_in_one_language_is_not_quoted_in_the_other(hands: Hands) -> None:
    """“Emma, you told us 息子さんが金沢で…” is of no use to her."""
    who = hands.open()
    told = [hands.till.ask(proposal.ask, proposal.Wish(who, "ja", "Sato", name, beside=True)) for name in SITUATIONS]
    beside = [words for one in told for words in one.beside.values()]
    assert beside
    assert [words for words in beside if "金沢" in words or "深煎り" in words] == []


def test_a_situation_once_chosen_leaves_the_room_to_its_sayings(hands: Hands) -> None:
    hands.open()
    hands.touch("More situations")
    hands.touch("Waiting")
    assert not hands.can_touch("Condolence")
    assert hands.can_touch("Waiting")


def test_a_touch_on_the_card_s_edge_says_it_once(hands: Hands) -> None:
    hands.open()
    QTest.mouseClick(cards(hands)[0], Qt.MouseButton.LeftButton)
    hands.rest()
    hands.single("1")
    assert len(heard(hands)) == 1
