"""Two customers become one and come apart again, and neither loses a point, a promise or a word."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import sqlalchemy as sa
from shops import CLERK, START, Clock, Till, refused, tear

from carepos import complaints, customers, feedback, loyalty, promises, purchases, wording
from carepos.customers import Details
from carepos.database import Actor, Base, new_id
from carepos.errors import NotFound, Refused

HANA = Details("田中", "花子", "たなか", "はなこ", phone="090-1234-5678", card="M1")
TWIN = Details("田中", "はな子", "たなか", "はなこ", phone="03-1111-2222", card="M2", email="hana@example.jp")
TOMORROW = START + dt.timedelta(days=1)
APPENDED = {"operations", "tills", "merged_rows", "customer_merges", "point_entries", "point_draws"}
"""What a merge and its undoing add to, and never take from."""


@pytest.fixture
def kept(till: Till) -> str:
    return till.do(customers.register, HANA)


@pytest.fixture
def gone(till: Till) -> str:
    return till.do(customers.register, TWIN)


def live(till: Till, office: Till, who: str, receipt: str) -> None:
    """Somebody buys, promises, complains, rates, is talked to and holds three kinds of points."""
    till.do(loyalty.earn, who, 5_000, receipt)
    till.do(customers.add_note, who, "preference", "深煎り")
    till.do(customers.add_note, who, "allergy", "小麦", consent=True)
    till.do(complaints.record, who, complaints.Account("割れていた"), complaints.Pledge("替わりを探す", TOMORROW))
    till.do(feedback.rate, who, 5, "", "")
    till.do(wording.say, who, "regular", "regular-1", "いつもありがとうございます。")
    office.do(loyalty.open_balance, who, 120, dt.date(2027, 3, 31))
    office.do(loyalty.open_balance, who, 80)


def everything(till: Till) -> dict[str, list[dict[str, Any]]]:
    """Every row of every other table; of lots and balances those that hold something."""
    with till.shop.reading() as tx:
        tables = (table for table in Base.metadata.sorted_tables if table.name not in APPENDED)
        rows = {table.name: [dict(row._mapping) for row in tx.rows(sa.select(table))] for table in tables}
    rows["point_lots"] = [lot for lot in rows["point_lots"] if lot["left"]]
    rows["point_balances"] = [one for one in rows["point_balances"] if one["points"]]
    return {name: sorted(some, key=repr) for name, some in rows.items()}


def balance(till: Till, who: str) -> int:
    return till.ask(loyalty.balance, who)


def found(till: Till, text: str) -> list[str]:
    return [hit.id for hit in till.ask(customers.find, text)]


def test_a_merge_taken_apart_leaves_everything_as_it_was(till: Till, office: Till, kept: str, gone: str) -> None:
    live(till, office, kept, "R1")
    live(till, office, gone, "R2")
    before = everything(till)
    merge = till.do(loyalty.merge, kept, gone)
    assert everything(till) != before
    assert till.do(loyalty.unmerge, merge) == gone
    assert everything(till) == before


def test_taken_apart_the_other_way_round_too(till: Till, office: Till, kept: str, gone: str) -> None:
    """Whoever is kept has nothing of their own: no card, no visit, no point."""
    bare = till.do(customers.register, Details("田中"))
    live(till, office, gone, "R2")
    before = everything(till)
    till.do(loyalty.unmerge, till.do(loyalty.merge, bare, gone))
    assert everything(till) == before


def test_all_that_is_told_of_both_is_told_of_the_one_kept(till: Till, office: Till, kept: str, gone: str) -> None:
    live(till, office, kept, "R1")
    live(till, office, gone, "R2")
    till.do(loyalty.merge, kept, gone)
    later = START + dt.timedelta(days=1)
    assert balance(till, kept) == 500
    assert [lot.left for lot in till.ask(loyalty.account, kept).lots] == [240, 260]
    assert len(till.ask(purchases.history, kept, later, 9)) == 2
    assert len(till.ask(complaints.history, kept, later, 9)) == 2
    assert len(till.ask(promises.of_customer, kept)) == 2
    assert len(till.ask(feedback.history, kept, later, 9)) == 2
    assert len(till.ask(customers.notes, kept)) == 4


def test_the_one_kept_speaks_first_and_gaps_are_filled(till: Till, clock: Clock, kept: str, gone: str) -> None:
    clock.forward(days=1)
    till.do(loyalty.earn, gone, 900, "R1")
    till.do(loyalty.earn, gone, 900, "R2")
    till.do(loyalty.merge, kept, gone)
    card = till.ask(customers.show, kept)
    assert (card.family, card.given, card.phone, card.card) == ("田中", "花子", "09012345678", "M1")
    assert (card.email, card.visits, card.since, card.last_visit) == ("hana@example.jp", 2, START, clock.now)


def test_both_cards_open_the_one_kept(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.merge, kept, gone)
    assert [till.ask(customers.by_card, card) for card in ("M1", "M2")] == [kept, kept]
    assert found(till, "M2") == [kept]


def test_a_card_of_the_other_s_becomes_the_one_kept_s_own(till: Till, gone: str) -> None:
    bare = till.do(customers.register, Details("田中"))
    merge = till.do(loyalty.merge, bare, gone)
    assert till.ask(customers.show, bare).card == "M2"
    till.do(loyalty.unmerge, merge)
    assert till.ask(customers.by_card, "M2") == gone
    assert till.ask(customers.show, bare).card is None


def test_the_old_card_can_be_written_on_the_one_kept(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.merge, kept, gone)
    till.do(customers.edit, kept, Details("田中", "花子", card="M2"))
    assert till.ask(customers.by_card, "M2") == kept


def test_the_old_card_stays_taken(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.merge, kept, gone)
    with refused("card.used"):
        till.do(customers.register, Details("林", card="M2"))


def test_whoever_went_is_not_found(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.earn, gone, 900, "R1")
    till.do(loyalty.merge, kept, gone)
    for text in ("", "田中", "たなか", "はなこ", "2222", "0311112222", "田中 はな子", "hana@"):
        assert gone not in found(till, text)
    with refused("customer.merged", kept=kept):
        till.ask(customers.show, gone)


USES: dict[str, Callable[[Till, str], object]] = {
    "a sale": lambda till, who: till.do(loyalty.earn, who, 900, "R9"),
    "a purchase": lambda till, who: till.do(purchases.record, who, 900, "R9"),
    "an edit": lambda till, who: till.do(customers.edit, who, Details("林")),
    "a note": lambda till, who: till.do(customers.add_note, who, "told", "旅行"),
    "a promise": lambda till, who: till.do(promises.make, who, "電話", TOMORROW),
    "a complaint": lambda till, who: till.do(complaints.record, who, complaints.Account("割れた")),
    "a rating": lambda till, who: till.do(feedback.rate, who, 5, "", ""),
    "a saying": lambda till, who: till.do(wording.say, who, "regular", "regular-1", "どうも"),
    "a merge": lambda till, who: till.do(loyalty.merge, who, till.do(customers.register, Details("林"))),
    "a merge into another": lambda till, who: till.do(loyalty.merge, till.do(customers.register, Details("林")), who),
    "points used": lambda till, who: till.do(loyalty.spend, who, 1),
}


@pytest.mark.parametrize("use", sorted(USES))
def test_whoever_went_cannot_be_used(till: Till, kept: str, gone: str, use: str) -> None:
    till.do(loyalty.merge, kept, gone)
    with refused("customer.merged", kept=kept):
        USES[use](till, gone)


def test_oneself_cannot_be_merged(till: Till, kept: str) -> None:
    before = everything(till)
    with refused("merge.same"):
        till.do(loyalty.merge, kept, kept)
    with refused("merge.same"):
        till.ask(loyalty.preview_merge, kept, kept)
    assert everything(till) == before


def test_nobody_cannot_be_merged(till: Till, kept: str) -> None:
    with pytest.raises(NotFound, match="customers.not_found"):
        till.do(loyalty.merge, kept, new_id())
    with pytest.raises(NotFound, match="customer_merges.not_found"):
        till.do(loyalty.unmerge, new_id())


def test_a_merge_is_taken_apart_once(till: Till, office: Till, kept: str, gone: str) -> None:
    live(till, office, gone, "R2")
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.unmerge, merge)
    before = everything(till)
    with refused("merge.undone"):
        till.do(loyalty.unmerge, merge)
    assert everything(till) == before


def test_the_same_operation_twice_merges_once(till: Till, office: Till, kept: str, gone: str) -> None:
    live(till, office, gone, "R2")
    op_id = new_id()
    first = till.run(loyalty.merge, op_id, kept, gone)
    after = everything(till)
    assert till.run(loyalty.merge, op_id, kept, gone) == first
    assert everything(till) == after


def test_a_refused_merge_in_a_larger_work_leaves_nothing(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.earn, gone, 900, "R1")
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.spend, kept, 5)
    before = everything(till)
    with refused("points.spent", missing=5):
        till.do(loyalty.unmerge, merge)
    assert everything(till) == before


def test_what_came_after_the_merge_stays_with_the_one_kept(till: Till, clock: Clock, kept: str, gone: str) -> None:
    till.do(loyalty.earn, gone, 900, "R1")
    merge = till.do(loyalty.merge, kept, gone)
    clock.forward(hours=1)
    till.do(loyalty.earn, kept, 3_000, "R2")
    note = till.do(customers.add_note, kept, "told", "旅行")
    promise = till.do(promises.make, kept, "電話", TOMORROW)
    till.do(loyalty.unmerge, merge)
    assert (balance(till, kept), balance(till, gone)) == (30, 9)
    assert [one.id for one in till.ask(customers.notes, kept)] == [note]
    assert [one.id for one in till.ask(promises.of_customer, kept)] == [promise]
    cards = [till.ask(customers.show, who) for who in (kept, gone)]
    assert [(card.visits, card.last_visit) for card in cards] == [(1, clock.now), (1, START)]
    assert found(till, "")[0] == kept


def test_a_promise_kept_meanwhile_presses_nobody_after(till: Till, kept: str, gone: str) -> None:
    promise = till.do(promises.make, gone, "電話", TOMORROW)
    merge = till.do(loyalty.merge, kept, gone)
    assert till.ask(customers.find, "M1")[0].next_due == TOMORROW
    till.do(promises.keep, promise)
    till.do(loyalty.unmerge, merge)
    assert [till.ask(customers.find, card)[0].next_due for card in ("M1", "M2")] == [None, None]


def test_words_edited_since_stay_as_edited(till: Till, gone: str) -> None:
    bare = till.do(customers.register, Details("田中"))
    merge = till.do(loyalty.merge, bare, gone)
    till.do(customers.edit, bare, Details("田中", phone="080-9999-0000", email="hana@example.jp"))
    till.do(loyalty.unmerge, merge)
    card = till.ask(customers.show, bare)
    assert (card.phone, card.email) == ("08099990000", None)
    assert found(till, "0000") == [bare]


def test_no_contact_is_heeded_whoever_said_it(till: Till, kept: str) -> None:
    shy = till.do(customers.register, Details("田中", channel="none"))
    assert till.ask(loyalty.preview_merge, kept, shy).warnings == ("no_contact",)
    merge = till.do(loyalty.merge, kept, shy)
    assert till.ask(customers.show, kept).channel == "none"
    till.do(loyalty.unmerge, merge)
    assert till.ask(customers.show, kept).channel == "phone"


def test_points_keep_the_day_they_end(till: Till, office: Till, kept: str, gone: str) -> None:
    office.do(loyalty.open_balance, kept, 10, dt.date(2027, 1, 31))
    office.do(loyalty.open_balance, gone, 20, dt.date(2026, 12, 31))
    office.do(loyalty.open_balance, gone, 40)
    till.do(loyalty.merge, kept, gone)
    lots = till.ask(loyalty.account, kept).lots
    assert [(lot.left, lot.expires_on) for lot in lots] == [
        (20, dt.date(2026, 12, 31)),
        (10, dt.date(2027, 1, 31)),
        (40, None),
    ]
    assert till.ask(loyalty.account, kept).balance == 70


def test_points_used_since_are_the_one_kept_s_own_first(till: Till, office: Till, kept: str, gone: str) -> None:
    """The merged lot ends sooner and was spent; taken apart, the other has it back and the one kept paid."""
    office.do(loyalty.open_balance, kept, 100)
    office.do(loyalty.open_balance, gone, 60, dt.date(2026, 12, 31))
    merge = till.do(loyalty.merge, kept, gone)
    till.do(loyalty.spend, kept, 70)
    till.do(loyalty.unmerge, merge)
    assert (balance(till, kept), balance(till, gone)) == (30, 60)
    assert [lot.expires_on for lot in till.ask(loyalty.account, gone).lots] == [dt.date(2026, 12, 31)]


def test_both_can_be_merged_again_and_differently(till: Till, office: Till, kept: str, gone: str) -> None:
    live(till, office, gone, "R2")
    till.do(loyalty.unmerge, till.do(loyalty.merge, kept, gone))
    before = everything(till)
    merge = till.do(loyalty.merge, gone, kept)
    assert balance(till, gone) == 250
    till.do(loyalty.unmerge, merge)
    assert everything(till) == before


def test_a_chain_of_merges_comes_apart_link_by_link(till: Till, office: Till, kept: str, gone: str) -> None:
    third = till.do(customers.register, Details("棚花", card="M3"))
    live(till, office, gone, "R2")
    before = everything(till)
    first = till.do(loyalty.merge, kept, gone)
    second = till.do(loyalty.merge, third, kept)
    assert [till.ask(customers.by_card, card) for card in ("M1", "M2", "M3")] == [third] * 3
    with refused("customer.merged", kept=third):
        till.ask(customers.show, gone)
    with refused("merge.later"):
        till.do(loyalty.unmerge, first)
    till.do(loyalty.unmerge, second)
    till.do(loyalty.unmerge, first)
    assert everything(till) == before


def test_two_merged_into_one_come_apart_in_any_order(till: Till, office: Till, kept: str, gone: str) -> None:
    third = till.do(customers.register, Details("棚花", card="M3"))
    for who, receipt in ((gone, "R1"), (third, "R2")):
        live(till, office, who, receipt)
    before = everything(till)
    first = till.do(loyalty.merge, kept, gone)
    second = till.do(loyalty.merge, kept, third)
    till.do(loyalty.unmerge, first)
    till.do(loyalty.unmerge, second)
    assert everything(till) == before


def test_a_preview_says_what_will_be_and_changes_nothing(till: Till, office: Till, kept: str, gone: str) -> None:
    live(till, office, kept, "R1")
    live(till, office, gone, "R2")
    before = everything(till)
    preview = till.ask(loyalty.preview_merge, kept, gone)
    assert everything(till) == before
    assert (preview.kept.points, preview.gone.points, preview.points) == (250, 250, 500)
    assert preview.differences == ("given", "phone", "card")
    assert preview.allergies == ("小麦",)
    assert preview.warnings == ()
    assert (preview.gone.rows["purchases"], preview.gone.rows["customer_notes"]) == (1, 2)
    till.do(loyalty.merge, kept, gone)
    assert till.ask(customers.show, kept) == preview.becomes


def test_a_preview_warns_of_two_persons(till: Till, kept: str) -> None:
    other = till.do(customers.register, Details("林", "芽衣", "はやし", "めい", birthday="02-14"))
    till.do(customers.edit, kept, Details("田中", "花子", "たなか", "はなこ", birthday="03-15"))
    assert till.ask(loyalty.preview_merge, kept, other).warnings == ("birthday", "name")


@pytest.mark.parametrize(
    ("one", "other", "becomes", "differs"),
    [
        ("04-17", "1980-04-17", "1980-04-17", False),
        ("1980-04-17", "04-17", "1980-04-17", False),
        ("1980-04-17", "1980-04-17", "1980-04-17", False),
        ("1980-04-17", "1981-04-17", "1980-04-17", True),
        ("04-17", "1980-04-18", "04-17", True),
        ("", "1980-04-17", "1980-04-17", False),
    ],
)
def test_a_birthday_is_known_with_its_year_if_either_knows_it(
    till: Till, one: str, other: str, becomes: str, differs: bool
) -> None:
    pair = [till.do(customers.register, Details("田中", birthday=birthday)) for birthday in (one, other)]
    before = everything(till)
    preview = till.ask(loyalty.preview_merge, *pair)
    assert (preview.becomes.birthday, "birthday" in preview.warnings) == (becomes, differs)
    till.do(loyalty.unmerge, till.do(loyalty.merge, *pair))
    assert everything(till) == before


def test_every_table_that_names_a_customer_can_move(till: Till) -> None:
    """A row whose primary key holds the customer, or that must be unique for each, could not: it needs its own way."""
    customer = Base.metadata.tables["customers"].c.id
    stays = till.ask(lambda _tx: loyalty.preview.ledger())
    for table in Base.metadata.sorted_tables:
        pointing = {key.parent for key in table.foreign_keys if key.column is customer}
        if table.name in stays | {"customer_merges"}:
            continue
        assert not pointing & set(table.primary_key.columns), table.name
        assert not [one for one in table.indexes if one.unique and pointing & set(one.columns)], table.name


def test_what_was_moved_is_never_forgotten(till: Till, kept: str, gone: str) -> None:
    till.do(customers.add_note, gone, "told", "旅行")
    till.do(loyalty.merge, kept, gone)
    for statement in ("UPDATE merged_rows SET row_key = row_key", "DELETE FROM merged_rows"):
        with pytest.raises(sa.exc.DBAPIError, match="merged_rows is append-only"):
            tear(till.shop, statement)


def test_a_clerk_may_merge_and_it_is_told_who_did(till: Till, kept: str, gone: str) -> None:
    second = Till(till.shop, Actor(CLERK.staff_id, "staff", "second"))
    merge = second.do(loyalty.merge, kept, gone)
    told = till.ask(customers.merge_of, kept)
    assert told is not None
    assert (told.id, told.gone, told.at) == (merge, gone, START)


def test_goods_of_the_other_s_come_back_to_the_one_kept(till: Till, kept: str, gone: str) -> None:
    """And taken apart afterwards, the goods were the other's all along."""
    till.do(loyalty.earn, gone, 900, "R1")
    till.do(loyalty.earn, kept, 900, "R2")
    merge = till.do(loyalty.merge, kept, gone)
    assert till.do(loyalty.return_sale, kept, "R1", 300).points == -3
    assert balance(till, kept) == 15
    till.do(loyalty.unmerge, merge)
    assert (balance(till, kept), balance(till, gone)) == (9, 6)
    assert till.do(loyalty.return_sale, gone, "R1", 600).points == -6


def test_a_sale_of_the_other_s_is_taken_back_from_the_one_kept(till: Till, kept: str, gone: str) -> None:
    sale = till.do(loyalty.earn, gone, 900, "R1")
    merge = till.do(loyalty.merge, kept, gone)
    assert till.do(loyalty.undo, sale.entry).balance == 0
    till.do(loyalty.unmerge, merge)
    assert (balance(till, kept), balance(till, gone)) == (0, 0)
    cards = [till.ask(customers.show, who) for who in (kept, gone)]
    assert [(card.visits, card.last_visit) for card in cards] == [(0, None)] * 2


def test_points_the_other_used_on_a_receipt_earn_nothing_for_the_one_kept_either(
    till: Till, office: Till, kept: str, gone: str
) -> None:
    terms = loyalty.Programme(redemption="payment", rewards=(loyalty.Reward(100, 100),))
    office.do(loyalty.set_programme, terms, START.date())
    office.do(loyalty.open_balance, gone, 500)
    till.do(loyalty.spend, gone, 500, "R1")
    till.do(loyalty.merge, kept, gone)
    assert till.do(loyalty.earn, kept, 1_000, "R1").points == 5


def test_a_pair_of_postings_is_undone_by_taking_the_merge_apart_alone(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.earn, gone, 900, "R1")
    till.do(loyalty.merge, kept, gone)
    for who in (kept, gone):
        (moved,) = [one for one in till.ask(loyalty.history, who, TOMORROW, 9) if one.kind.startswith("merge")]
        with refused("points.not_undoable"):
            till.do(loyalty.undo, moved.id)


def test_the_day_s_figures_count_no_point_twice(till: Till, kept: str, gone: str) -> None:
    till.do(loyalty.earn, gone, 900, "R1")
    day = till.ask(loyalty.day_points, START.date())
    merge = till.do(loyalty.merge, kept, gone)
    assert till.ask(loyalty.day_points, START.date()) == day
    till.do(loyalty.unmerge, merge)
    assert till.ask(loyalty.day_points, START.date()) == day
    assert till.ask(loyalty.adjusted_on, START.date()) == []


def test_no_other_till_leaves_anything_behind(till: Till, make_customer: Callable[..., str]) -> None:
    """Three tills sell to somebody while a fourth merges them: a sale goes along, or is refused; none is stranded."""

    def sell(who: str, receipt: str) -> int:
        try:
            return Till(till.shop, Actor(CLERK.staff_id, "staff", receipt)).do(loyalty.earn, who, 900, receipt).points
        except Refused as trouble:
            assert trouble.rule == "customer.merged"
            return 0

    for round_ in range(4):
        kept, gone = make_customer(), make_customer()
        with ThreadPoolExecutor(4) as threads:
            sales = [threads.submit(sell, gone, f"R{round_}-{number}") for number in range(6)]
            merge = threads.submit(till.do, loyalty.merge, kept, gone)
            given = sum(sale.result() for sale in sales)
        assert (balance(till, kept), balance(till, gone)) == (given, 0)
        assert till.ask(purchases.visits_of, gone).count == 0
        assert till.ask(customers.show, kept).visits == given // 9
        till.do(loyalty.unmerge, str(merge.result()))
        assert (balance(till, kept), balance(till, gone)) == (0, given)


def test_two_tills_merging_the_same_two_merge_them_once(till: Till, make_customer: Callable[..., str]) -> None:
    """Also crosswise: a into b and b into a."""

    def merge(pair: tuple[str, str]) -> bool:
        try:
            Till(till.shop, Actor(CLERK.staff_id, "staff", pair[0])).do(loyalty.merge, *pair)
        except Refused as trouble:
            assert trouble.rule == "customer.merged"
            return False
        return True

    for _ in range(4):
        one, other = make_customer(), make_customer()
        with ThreadPoolExecutor(2) as threads:
            assert sorted(threads.map(merge, ((one, other), (other, one)))) == [False, True]
