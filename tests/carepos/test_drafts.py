"""What was being typed when something came between (F01): kept in the store, one form for each customer."""

from collections.abc import Callable

import pytest
from shops import CLERK, Clock, Till

from carepos import drafts, shop
from carepos.database import new_id
from carepos.drafts import NO_CUSTOMER, Draft
from carepos.shop import Shop


@pytest.fixture
def draft() -> Draft:
    return Draft(new_id(), {"words": "急須の口が\n欠けていた", "about": "goods", "empty": ""})


def test_a_draft_comes_back_with_its_operation_id(till: Till, draft: Draft) -> None:
    till.run(drafts.keep, "complaint", NO_CUSTOMER, draft)
    assert till.ask(drafts.find, "complaint") == draft


def test_each_form_and_customer_has_its_own(till: Till, make_customer: Callable[..., str], draft: Draft) -> None:
    who, other = make_customer(family="林"), make_customer(family="森")
    till.run(drafts.keep, "complaint", who, draft)
    for form, customer in (("complaint", other), ("complaint", NO_CUSTOMER), ("promise", who)):
        assert till.ask(drafts.find, form, customer) is None


def test_the_latest_words_take_the_place_of_the_earlier(till: Till, draft: Draft) -> None:
    till.run(drafts.keep, "complaint", NO_CUSTOMER, draft)
    more = Draft(draft.op_id, {"words": "急須の口が\n欠けていた。昨日のことだ"})
    till.run(drafts.keep, "complaint", NO_CUSTOMER, more)
    assert till.ask(drafts.find, "complaint") == more


def test_a_dropped_draft_is_gone_and_may_be_dropped_again(till: Till, draft: Draft) -> None:
    till.run(drafts.keep, "complaint", NO_CUSTOMER, draft)
    for _ in range(2):
        till.run(drafts.drop, "complaint")
        assert till.ask(drafts.find, "complaint") is None


def test_a_draft_survives_the_end_of_the_program(sqlite_shop: Shop, draft: Draft, clock: Clock) -> None:
    assert sqlite_shop.folder
    Till(sqlite_shop, CLERK).run(drafts.keep, "complaint", NO_CUSTOMER, draft)
    sqlite_shop.close()
    again = shop.open_shop(sqlite_shop.folder, clock)
    assert Till(again, CLERK).ask(drafts.find, "complaint") == draft
    again.close()
