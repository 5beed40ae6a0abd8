"""Registering customers, mending what is known of them, and what stands on their card."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from shops import CLERK_ID, START, Clock, Till, refused

from carepos import customers, promises, purchases
from carepos.customers import Details
from carepos.database import new_id
from carepos.errors import NotFound

LATER = START + dt.timedelta(days=1)


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


def test_a_customer_is_stored_tidily_and_shown_so(till: Till) -> None:
    typed = Details(
        " 田中　",
        "花子",
        "タナカ",
        "ﾊﾅｺ",
        phone="０９０ー１２３４ー５６７８",
        email=" Ｈanako@example.jp ",
        birthday="2月14日",
    )
    card = till.ask(customers.show, till.do(customers.register, typed))
    assert (card.family, card.given, card.family_kana, card.given_kana) == ("田中", "花子", "たなか", "はなこ")
    assert (card.phone, card.email, card.birthday) == ("09012345678", "Hanako@example.jp", "02-14")
    assert (card.tier, card.since, card.last_visit, card.visits) == ("regular", START, None, 0)


def test_a_reading_alone_is_a_name(till: Till) -> None:
    card = till.ask(customers.show, till.do(customers.register, Details(family_kana="タナカ")))
    assert (card.family, card.given, card.family_kana) == ("たなか", "", "たなか")


@pytest.mark.parametrize(
    ("wrong", "rule", "field"),
    [
        ({}, "customer.name_missing", "family"),
        ({"family": "\u200b \0\n"}, "customer.name_missing", "family"),
        ({"family": "林" * 61}, "text.too_long", "family"),
        ({"family": "林" * 2**20}, "text.too_long", "family"),
        ({"family": "林", "given_kana": "あ" * 61}, "text.too_long", "given_kana"),
        ({"family": "林", "phone": "12"}, "phone.invalid", "phone"),
        ({"family": "林", "phone": "なし"}, "phone.invalid", "phone"),
        ({"family": "林", "email": "hayashi"}, "email.invalid", "email"),
        ({"family": "林", "email": "@example.jp"}, "email.invalid", "email"),
        ({"family": "林", "email": "a b@example.jp"}, "email.invalid", "email"),
        ({"family": "林", "email": "a@example"}, "email.invalid", "email"),
        ({"family": "林", "birthday": "2月30日"}, "date.invalid", "birthday"),
        ({"family": "林", "card": "1" * 41}, "text.too_long", "card"),
        ({"family": "林", "honorific": "殿"}, "choice.unknown", "honorific"),
        ({"family": "林", "language": "fr"}, "choice.unknown", "language"),
        ({"family": "林", "channel": "pigeon"}, "choice.unknown", "channel"),
    ],
)
def test_what_cannot_be_right_is_refused_by_its_field(till: Till, wrong: dict[str, str], rule: str, field: str) -> None:
    with refused(rule, field=field):
        till.do(customers.register, Details(**wrong))


def test_one_card_has_one_holder(till: Till, make_customer: Callable[..., str]) -> None:
    first = make_customer(family="林", card="A-1")
    with refused("card.used"):
        make_customer(family="森", card="Ａ－１")
    other = make_customer(family="森")
    with refused("card.used"):
        till.do(customers.edit, other, Details("森", card="A-1"))
    till.do(customers.edit, first, Details("林", "芽衣", card="A-1"))
    assert till.ask(customers.by_card, " Ａ－１ ") == first
    assert till.ask(customers.by_card, "A-2") is None


def test_a_scanned_card_that_holds_nothing_a_store_can_is_nobodys(till: Till) -> None:
    assert till.ask(customers.by_card, "") is None


def test_the_right_form_of_address_survives_an_edit(till: Till, who: str) -> None:
    till.do(customers.edit, who, Details("田中", "花子", honorific="先生", channel="email", language="en"))
    card = till.ask(customers.show, who)
    assert (card.honorific, card.channel, card.language, card.family_kana) == ("先生", "email", "en", "")


def test_what_somebody_else_mended_meanwhile_stays_mended(till: Till, make_customer: Callable[..., str]) -> None:
    """Two tills show the same card; one mends the phone, the other one the form of address."""
    who = make_customer(family="森", phone="090-1111-2222", email="mori@example.jp")
    seen = till.ask(customers.show, who).details
    till.do(customers.edit, who, replace(seen, phone="090-3333-4444"), seen)
    till.do(customers.edit, who, replace(seen, register="friendly", email=""), seen)
    assert till.ask(customers.show, who).details == replace(seen, phone="09033334444", register="friendly", email="")
    till.do(customers.edit, who, seen, replace(seen, phone="090-3333-4444"))
    assert till.ask(customers.show, who).details == replace(seen, register="friendly", email="")


def test_a_stranger_is_said_to_be_not_here(till: Till) -> None:
    for act in (
        lambda: till.ask(customers.show, new_id()),
        lambda: till.do(customers.edit, new_id(), Details("林")),
        lambda: till.do(customers.withdraw, new_id()),
        lambda: till.do(customers.add_note, new_id(), "told", "来月引っ越す"),
    ):
        with pytest.raises(NotFound, match=r"customers\.not_found"):
            act()


def test_names_of_many_at_once(till: Till, make_customer: Callable[..., str]) -> None:
    ids = [make_customer(family=name) for name in ("林", "森")]
    found = till.ask(customers.names, [*ids, ids[0], new_id()])
    assert {one: name.family for one, name in found.items()} == dict(zip(ids, ("林", "森"), strict=True))
    assert till.ask(customers.names, []) == {}


def test_a_registration_is_taken_back_only_while_nothing_hangs_on_it(
    till: Till, make_customer: Callable[..., str]
) -> None:
    slip, guest, waiting = (make_customer(family=name) for name in ("林", "森", "原"))
    till.do(customers.add_note, slip, "preference", "深煎り")
    till.do(customers.withdraw, slip)
    till.do(purchases.record, guest, 900, "R1")
    till.do(promises.make, waiting, "電話する", LATER)
    for one in (guest, waiting):
        with refused("customer.has_history"):
            till.do(customers.withdraw, one)
        assert till.ask(customers.find, till.ask(customers.show, one).family)


def test_a_tier_and_the_next_promise_stand_beside_the_customer(till: Till, who: str) -> None:
    till.run(customers.set_tier, who, "gold")
    till.run(customers.set_next_due, who, LATER)
    (hit,) = till.ask(customers.find, "たなか")
    assert (hit.tier, hit.next_due) == ("gold", LATER)


@pytest.mark.parametrize(
    ("details", "by"),
    [
        ({"family": "他人", "phone": "090 1234 5678"}, "phone"),
        ({"family": "他人", "card": "Ａ-1001"}, "card"),
        ({"family_kana": "タナカ", "given_kana": "ハナコ", "birthday": "2/14"}, "birthday"),
    ],
)
def test_somebody_who_may_be_here_already_is_shown(
    till: Till, make_customer: Callable[..., str], details: dict[str, str], by: str
) -> None:
    make_customer(
        family="田中", given="花子", family_kana="たなか", given_kana="はなこ",
        phone="090-1234-5678", card="A-1001", birthday="1980-02-14",
    )  # fmt: skip
    (alike,) = till.ask(customers.alike, Details(**details))
    assert (alike.hit.family, alike.by) == ("田中", by)


def test_the_same_name_alone_is_nobody_known(till: Till, who: str) -> None:
    same = Details("田中", "花子", "たなか", "はなこ")
    assert till.ask(customers.alike, same) == []
    assert till.ask(customers.alike, Details("田中", "花子", "たなか", "はなこ", birthday="2/14")) == []


@pytest.mark.principle("P03")
def test_what_they_told_us_is_kept_with_who_heard_it_and_when(till: Till, who: str, clock: Clock) -> None:
    first = till.do(customers.add_note, who, "preference", " 深煎り\n ", "observed")
    clock.forward(minutes=1)
    till.do(customers.add_note, who, "told", "来月、息子さんの引っ越し")
    latest, earlier = till.ask(customers.notes, who)
    assert (latest.text, latest.kind, latest.source) == ("来月、息子さんの引っ越し", "told", "stated")
    assert earlier == customers.Note(first, "preference", "深煎り", "observed", CLERK_ID, START)


def test_health_is_noted_only_with_consent(till: Till, who: str) -> None:
    with refused("consent.missing", field="consent"):
        till.do(customers.add_note, who, "allergy", "そば")
    till.do(customers.add_note, who, "allergy", "そば", consent=True)
    assert [note.text for note in till.ask(customers.notes, who)] == ["そば"]


@pytest.mark.parametrize(
    ("kind", "text", "source", "rule"),
    [
        ("gossip", "派手好き", "stated", "choice.unknown"),
        ("told", "来月", "rumour", "choice.unknown"),
        ("told", " \n", "stated", "note.empty"),
        ("told", "長" * 501, "stated", "text.too_long"),
    ],
)
def test_a_note_that_cannot_be_right_is_refused(
    till: Till, who: str, kind: str, text: str, source: str, rule: str
) -> None:
    with refused(rule):
        till.do(customers.add_note, who, kind, text, source)


def test_a_note_is_mended_ended_and_restored(till: Till, who: str, clock: Clock) -> None:
    old = till.do(customers.add_note, who, "preference", "深煎り", "observed")
    clock.forward(minutes=1)
    new = till.do(customers.mend_note, old, "浅煎り")
    (note,) = till.ask(customers.notes, who)
    assert (note.id, note.text, note.source, note.kind) == (new, "浅煎り", "observed", "preference")
    till.do(customers.end_note, new)
    assert till.ask(customers.notes, who) == []
    assert till.ask(customers.history, who, LATER, 9) == []
    till.do(customers.restore_note, new)
    assert [one.text for one in till.ask(customers.history, who, LATER, 9)] == ["浅煎り"]
    with pytest.raises(NotFound, match=r"customer_notes\.not_found"):
        till.do(customers.end_note, who)
