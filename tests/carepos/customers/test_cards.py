"""Membership cards of our own: unique, safe from slips, taken back when they were a mistake."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shops import Till, refused

from carepos import customers, loyalty
from carepos.customers import rules

PLACES = st.integers(0, rules.CARD_NUMBERS - 1)


def holds(number: str) -> bool:
    """Luhn's rule as it is read off a card, from the right."""
    digits = [int(digit) for digit in reversed(number)]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0


def test_the_rule_is_the_one_of_the_textbook() -> None:
    """7992739871-3 is the example every description of Luhn's rule works out."""
    assert [digit for digit in range(10) if holds(f"7992739871{digit}")] == [3]


@given(PLACES)
def test_a_number_has_twelve_digits_and_holds(place: int) -> None:
    number = rules.card_number(place)
    assert (len(number), number.isdecimal(), number[0] != "0", holds(number)) == (12, True, True, True)


@given(PLACES, st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_never_another_card(place: int, at: int, slip: int) -> None:
    number = rules.card_number(place)
    assert not holds(number[:at] + str((int(number[at]) + slip) % 10) + number[at + 1 :])


def test_the_numbers_are_all_different_from_first_to_last() -> None:
    assert (rules.card_number(0)[:11], rules.card_number(rules.CARD_NUMBERS - 1)[:11]) == ("1" + "0" * 10, "9" * 11)


def test_a_card_is_issued_and_opens_its_customer(till: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer()
    number = till.do(customers.issue_card, who)
    assert till.ask(customers.show, who).card == number
    assert till.ask(customers.by_card, number) == who
    assert [hit.id for hit in till.ask(customers.find, number)] == [who]


def test_a_number_somebody_has_is_not_drawn_again(
    till: Till, make_customer: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    draws = iter([5, 5, 6])
    monkeypatch.setattr("secrets.randbelow", lambda _most: next(draws))
    first, second = make_customer(), make_customer(family="林")
    issued = [till.do(customers.issue_card, who) for who in (first, second)]
    assert issued == [rules.card_number(5), rules.card_number(6)]


def test_who_has_a_card_keeps_it(till: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer(family="林", card="A-1")
    with refused("card.present", card="A-1"):
        till.do(customers.issue_card, who)
    assert till.ask(customers.show, who).card == "A-1"


def test_who_was_merged_gets_no_card(till: Till, make_customer: Callable[..., str]) -> None:
    kept, gone = make_customer(), make_customer(family="林")
    till.do(loyalty.merge, kept, gone)
    with refused("customer.merged"):
        till.do(customers.issue_card, gone)


def test_a_card_issued_by_mistake_is_taken_back(till: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer()
    number = till.do(customers.issue_card, who)
    till.do(customers.withdraw_card, who, number)
    assert (till.ask(customers.show, who).card, till.ask(customers.by_card, number)) == (None, None)


def test_a_later_card_is_not_taken_for_the_first(till: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer()
    number = till.do(customers.issue_card, who)
    till.do(customers.edit, who, customers.Details("田中", card="A-1"))
    with refused("card.other"):
        till.do(customers.withdraw_card, who, number)
    assert till.ask(customers.show, who).card == "A-1"
