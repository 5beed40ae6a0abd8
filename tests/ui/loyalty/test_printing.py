"""Receipts at the counter: offered after the save, never in its way, a second one marked."""

import threading
from collections.abc import Iterator

import pytest
from hands import Hands
from printers import Behaviour, printer, read, resets, says_all_is_well, says_no_paper, stalls, switched_off, takes
from shops import OWNER, Till

from carepos import loyalty, printing
from carepos.database import Actor
from carepos.printing import Printer


def set_up(hands: Hands, address: str) -> None:
    """The owner chose a printer for this till."""
    assert hands.app.tasks is not None
    owner = Till(hands.shop, Actor(OWNER.staff_id, "owner", hands.app.tasks.actor.till))
    owner.do(printing.set_printer, Printer("network", address, 32))


@pytest.fixture
def hanako(hands: Hands) -> str:
    return hands.open()


def give(hands: Hands, yen: str = "3240") -> str:
    """F6, an amount, Enter; hands back the movement."""
    hands.key("F6")
    hands.type(yen)
    hands.key("Return")
    hands.rest()
    return last(hands)


def last(hands: Hands) -> str:
    return hands.till.ask(
        lambda tx: loyalty.history(tx, hands.counter.customer_id, tx.now.max.replace(tzinfo=tx.now.tzinfo), 1)
    )[0].id


def until_said(hands: Hands, words: str) -> None:
    hands.until(lambda: words in hands.toast.text())
    hands.rest()


def test_without_a_printer_nothing_is_offered(hands: Hands, hanako: str) -> None:
    give(hands)
    assert (hands.can_touch("Print"), hands.can_touch("Undo")) == (False, True)
    hands.key("Ctrl+P")
    assert "932" in hands.toast.text()


def test_print_is_offered_beside_undo_and_prints_what_was_recorded(hands: Hands, hanako: str) -> None:
    with printer(takes) as (address, taken):
        set_up(hands, address)
        entry = give(hands)
        assert (hands.can_touch("Undo"), taken) == (True, [])
        hands.touch("Print")
        until_said(hands, "Printed")
    told = " ".join(" ".join(read(taken[0])).split())
    assert "今回のポイント +32pt" in told
    assert "ポイント残高 932pt" in told
    assert "再発行" not in told
    assert hands.till.ask(printing.times_printed, entry) == 1


def test_ctrl_p_prints_once_however_often_it_is_pressed(hands: Hands, hanako: str) -> None:
    with printer(takes) as (address, taken):
        set_up(hands, address)
        give(hands)
        hands.press(*("Ctrl+P",) * 5)
        until_said(hands, "Printed")
        hands.key("Ctrl+P")
    assert len(taken) == 1


def test_printed_again_from_the_sheet_it_is_marked(hands: Hands, hanako: str) -> None:
    with printer(takes) as (address, taken):
        set_up(hands, address)
        entry = give(hands)
        hands.till.do(printing.printed, entry)
        hands.key("F6")
        hands.touch("Take back")
        hands.touch("Print +32 pt")
        until_said(hands, "marked as a copy")
    assert "再発行" in read(taken[0])[2]


@pytest.fixture
def gone() -> Iterator[threading.Event]:
    """Ends what stalls."""
    event = threading.Event()
    yield event
    event.set()


TROUBLE = {says_no_paper: ("no paper", 0), resets: ("was cut", 1)}


@pytest.mark.parametrize("behave", TROUBLE, ids=lambda behave: behave.__name__)
def test_a_printer_in_trouble_undoes_nothing_and_can_be_asked_again(
    hands: Hands, hanako: str, behave: Behaviour, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What may be on paper counts: the next one is a copy. What cannot be does not."""
    monkeypatch.setattr("carepos.printing.printer._GLANCE", 60)  # seconds: this machine may be slow to answer
    words, times = TROUBLE[behave]
    with printer(behave) as (address, _):
        set_up(hands, address)
        entry = give(hands)
        hands.touch("Print")
        until_said(hands, words)
    assert hands.toast.text().startswith("Saved, but not printed. ")
    assert hands.till.ask(loyalty.balance, hanako) == 932
    assert hands.till.ask(printing.times_printed, entry) == times
    with printer(says_all_is_well) as (address, taken):
        set_up(hands, address)
        hands.touch("Print again")
        until_said(hands, "Printed")
    assert ("再発行" in " ".join(read(taken[0]))) == bool(times)


def test_a_printer_that_stalls_leaves_the_counter_free(hands: Hands, hanako: str, gone: threading.Event) -> None:
    with printer(stalls(gone)) as (address, _):
        set_up(hands, address)
        give(hands)
        hands.touch("Print")
        give(hands, "1000")
        assert hands.till.ask(loyalty.balance, hanako) == 942
        gone.set()
        until_said(hands, "Printed")


def test_a_printer_that_is_off_is_told(hands: Hands, hanako: str) -> None:
    with switched_off() as address:
        set_up(hands, address)
        give(hands)
        hands.touch("Print")
        until_said(hands, "takes nothing just now")
    assert hands.till.ask(printing.times_printed, last(hands)) == 0


def test_a_card_comes_out_on_receipt_paper(hands: Hands, hanako: str) -> None:
    with printer(takes) as (address, taken):
        set_up(hands, address)
        hands.touch("Member card")
        hands.touch("Print on receipt paper")
        until_said(hands, "Printed")
    assert "QR M9000001" in read(taken[0])
