"""The demo shop: the story of the pictures is there, and whatever was written in bulk holds like the commands' own."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from shops import TOKYO, Clock, Till, refused

from carepos import complaints, customers, daybook, demo, feedback, loyalty, promises, purchases, staff
from carepos.customers import rules as customer_rules
from carepos.customers.tables import Customer, CustomerLookup
from carepos.database import NOBODY, Transaction, broken_links
from carepos.loyalty import rules as loyalty_rules
from carepos.paths import ShopFolder
from carepos.promises.tables import Promise
from carepos.purchases.tables import Purchase
from carepos.shop import Shop, open_shop
from carepos.text import japanese

MORNING, AFTERNOON, NIGHT = (dt.datetime(2026, 11, 21, hour, 32, tzinfo=TOKYO) for hour in (6, 14, 22))
COUNT = 150


@pytest.fixture(scope="module")
def made(quick_pins: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """A small demo shop at 14:32, for looking only."""
    shop = demo.make(ShopFolder(tmp_path_factory.mktemp("demo") / "shop"), COUNT, clock=Clock(AFTERNOON))
    yield shop
    shop.close()


@pytest.fixture
def looker(made: Shop) -> Till:
    return Till(made, NOBODY)


def hanako(looker: Till) -> str:
    return next(hit.id for hit in looker.ask(customers.find, "090-1234-5678") if hit.given == "花子")


def people(tx: Transaction) -> list[Customer]:
    return list(tx.session.scalars(sa.select(Customer)))


def test_there_are_as_many_customers_as_asked_for(looker: Till) -> None:
    assert len(looker.ask(people)) == COUNT


def test_the_ledger_and_the_chain_hold(looker: Till) -> None:
    assert looker.ask(loyalty.verify) == []
    assert looker.ask(broken_links) == []


def test_no_row_points_at_nothing(looker: Till) -> None:
    assert looker.ask(lambda tx: tx.rows(sa.text("PRAGMA foreign_key_check"))) == []


def test_every_customer_is_stored_as_the_form_would_store_them(looker: Till) -> None:
    for person in looker.ask(people):
        stored = {name: getattr(person, name) or "" for name in customer_rules.Details.__slots__}
        details = customers.Details(**stored)
        assert customer_rules.tidy(details) == details
        assert customer_rules.keys(details) == _keys(person)


def _keys(person: Customer) -> customer_rules.Keys:
    return customer_rules.Keys(*(getattr(person, name) for name in customer_rules.Keys.__slots__))


def test_every_customer_stands_in_the_posting_lists_of_their_tokens_and_in_no_other(looker: Till) -> None:
    expected = {
        (token, customer_rules.neg_visit(person.last_visit), person.id)
        for person in looker.ask(people)
        for token in customer_rules.tokens(_keys(person))
    }
    assert {tuple(row) for row in looker.ask(lambda tx: tx.rows(sa.select(CustomerLookup.__table__)))} == expected


def test_visits_tier_and_next_promise_are_what_the_rows_say(looker: Till) -> None:
    sales = looker.ask(lambda tx: list(tx.session.scalars(sa.select(Purchase))))
    due = looker.ask(lambda tx: list(tx.session.scalars(sa.select(Promise).where(Promise.state == "open"))))
    for person in looker.ask(people):
        own = [sale for sale in sales if sale.customer_id == person.id]
        assert (person.visits, person.last_visit) == (len(own), max((sale.at for sale in own), default=None))
        assert person.tier == _tier(own)
        assert person.next_due == min((one.due_at for one in due if one.customer_id == person.id), default=None)


def _tier(sales: list[Purchase]) -> str:
    last = max((sale.at for sale in sales), default=AFTERNOON)
    return _tier_at(last, [(sale.at, sale.yen) for sale in sales])


def _tier_at(moment: dt.datetime, sales: list[tuple[dt.datetime, int]]) -> str:
    spent = sum(yen for at, yen in sales if at >= moment - dt.timedelta(days=365))
    return loyalty_rules.tier_for(loyalty.Programme(), spent)


def test_every_receipt_is_the_sum_of_its_lines_and_earns_what_its_tier_earns(looker: Till) -> None:
    for person in looker.ask(people):
        sales = looker.ask(purchases.history, person.id, AFTERNOON, 100)
        assert all(sale.yen == sum(line.yen for line in sale.lines) for sale in sales)
        for entry in looker.ask(loyalty.history, person.id, AFTERNOON, 100):
            if entry.kind == "earn" and entry.base_yen is not None:
                tier = _tier_at(entry.at, [(sale.at, sale.yen) for sale in sales if sale.at < entry.at])
                occasion = loyalty_rules.Occasion(entry.day, tier)
                quote = loyalty_rules.quote(loyalty.Programme(), entry.base_yen, occasion)
                assert (entry.points, entry.percent, entry.tier) == (quote.points, quote.percent, tier)


@pytest.mark.principle("P15")
def test_every_line_of_points_can_be_explained(looker: Till) -> None:
    for person in looker.ask(people)[-20:]:
        for entry in looker.ask(loyalty.history, person.id, AFTERNOON, 20):
            told = looker.ask(loyalty.explain, entry.id).told("ja")
            assert sum(points for _, points in told) == entry.points
            assert "お買い物のポイント" not in {sentence for sentence, _ in told}


def test_nothing_has_happened_later_than_now(looker: Till) -> None:
    for person in looker.ask(people):
        entries = looker.ask(daybook.timeline, person.id)
        assert all(daybook.moment(entry) <= AFTERNOON for entry in entries)


def test_hanako_has_her_story(looker: Till) -> None:
    who = hanako(looker)
    card, notes = looker.ask(customers.show, who), looker.ask(customers.notes, who)
    assert (card.tier, card.visits >= 6) == ("gold", True)
    assert {note.kind for note in notes} == {"allergy", "preference", "told"}
    assert len(looker.ask(complaints.open_of, who)) == 1
    [promise] = looker.ask(promises.of_customer, who)
    assert promise.due_at == AFTERNOON.replace(hour=17, minute=0)
    assert [rating.words != "" for rating in looker.ask(feedback.history, who, AFTERNOON, 9)] == [True]


def test_promises_stand_late_today_and_later_with_different_colleagues(looker: Till) -> None:
    found = [due.promise for due in looker.ask(promises.open_promises)]
    late = [promise for promise in found if promise.due_at < AFTERNOON]
    today = [promise for promise in found if AFTERNOON <= promise.due_at < AFTERNOON + dt.timedelta(hours=9)]
    assert (len(late), len(today), len(found) - len(late) - len(today) >= 3) == (1, 3, True)
    assert len({promise.holder_id for promise in today}) == 3


def test_the_owner_has_something_to_decide_and_a_low_rating_to_read(looker: Till) -> None:
    day = looker.ask(daybook.day_notes, AFTERNOON.date())
    looks = [entry.subject for entry in day.entries if entry.needs_look]
    assert any(isinstance(one, complaints.Case) and one.decision == "asked" for one in looks)
    assert any(isinstance(one, feedback.Rated) and one.score <= feedback.LOW for one in looks)
    assert day.sales.customers > 10


def test_somebody_is_a_few_points_from_a_reward(looker: Till) -> None:
    accounts = [looker.ask(loyalty.account, hit.id) for hit in looker.ask(customers.find, "石井 翔太")]
    assert any(account.to_next <= 30 for account in accounts)


def test_everybody_comes_in_with_the_demo_pin_and_the_owner_with_the_passphrase(looker: Till) -> None:
    team = looker.ask(staff.present)
    assert {member.name for member in team} == {"山田", "佐藤", "鈴木", "高橋"}
    assert all(looker.run(staff.check_pin, member.id, demo.DEMO_PIN) for member in team)
    assert looker.run(staff.check_passphrase, looker.ask(staff.owner).id, demo.DEMO_PASSPHRASE)


def test_yesterday_is_confirmed_and_left_a_word(looker: Till) -> None:
    assert looker.ask(daybook.unconfirmed) is None
    assert looker.ask(daybook.owner_words) != ""


def test_a_folder_in_use_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with refused("shop.exists"):
        demo.make(ShopFolder(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_what_fails_half_way_leaves_the_folder_free(quick_pins: None, tmp_path: Path) -> None:
    def give_up(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        demo.make(ShopFolder(tmp_path / "shop"), 30, progress=give_up)
    assert not ShopFolder(tmp_path / "shop").in_use()


def test_the_same_seed_makes_the_same_customers(quick_pins: None, tmp_path: Path) -> None:
    first, again, other = (_cards(tmp_path / name, seed) for name, seed in (("a", 1), ("b", 1), ("c", 2)))
    assert first == again != other


def _cards(folder: Path, seed: int) -> list[tuple[object, ...]]:
    shop = demo.make(ShopFolder(folder), 40, seed, Clock(AFTERNOON))
    found = Till(shop, NOBODY).ask(people)
    shop.close()
    return [(one.id, one.family, one.phone, one.last_visit) for one in found]


@pytest.mark.parametrize(
    ("now", "due"),
    [(MORNING, AFTERNOON.replace(hour=17, minute=0)), (NIGHT, NIGHT.replace(minute=0) + dt.timedelta(hours=3))],
    ids=["morning", "night"],
)
def test_the_story_can_be_told_at_any_hour(
    quick_pins: None, tmp_path: Path, now: dt.datetime, due: dt.datetime
) -> None:
    shop = demo.make(ShopFolder(tmp_path / "shop"), 40, clock=Clock(now))
    looker = Till(shop, NOBODY)
    [promise] = looker.ask(promises.of_customer, hanako(looker))
    assert promise.due_at == due
    stories = [looker.ask(daybook.timeline, one.id) for one in looker.ask(people)]
    assert all(daybook.moment(entry) <= now for story in stories for entry in story)
    shop.close()


def test_in_english_notes_and_items_are_english_and_names_stay_japanese(quick_pins: None, tmp_path: Path) -> None:
    shop = demo.make(ShopFolder(tmp_path / "shop"), 40, clock=Clock(AFTERNOON), language="en")
    looker = Till(shop, NOBODY)
    who = hanako(looker)
    texts = [note.text for note in looker.ask(customers.notes, who)]
    items = [line.item for sale in looker.ask(purchases.history, who, AFTERNOON, 9) for line in sale.lines]
    shop.close()
    assert not [text for text in (*texts, *items) if japanese.is_japanese(text)]
    assert shop.settings.language == "en"


def test_the_shop_opens_again_with_the_key_of_its_folder(made: Shop) -> None:
    assert made.folder is not None
    again = open_shop(made.folder)
    assert (again.demo, again.settings.shop_name) == (True, "器と珈琲 みなも")
    again.close()


def test_one_customer_of_very_many_purchases_can_be_added(quick_pins: None, tmp_path: Path) -> None:
    shop = demo.make(ShopFolder(tmp_path / "shop"), 20, clock=Clock(AFTERNOON))
    heavy = demo.grow(shop, 500, 500)
    looker = Till(shop, NOBODY)
    assert looker.ask(customers.show, heavy).visits == 500
    assert looker.ask(loyalty.verify) == []
    shop.close()
