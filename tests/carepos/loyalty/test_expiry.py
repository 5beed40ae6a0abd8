"""Points past their last day: gone once, never because of a clock set wrong, and never usable in between."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from shops import START, TOKYO, Clock, Till, refused

from carepos import customers, loyalty, settings
from carepos.database import new_id
from carepos.loyalty import Expired, Lot, Programme

TODAY = START.date()
MONTH_END = dt.date(2026, 11, 30)
AFTER = dt.datetime(2026, 12, 1, 10, 30, tzinfo=TOKYO)
"""The first morning on which points of November are past their day."""


@pytest.fixture
def who(make_customer: Callable[..., str]) -> str:
    return make_customer()


def lots(till: Till, who: str) -> tuple[Lot, ...]:
    return till.ask(loyalty.account, who).lots


def opened(office: Till, who: str, points: int = 20, until: dt.date | None = MONTH_END) -> str:
    return office.do(loyalty.open_balance, who, points, until).entry


def kinds(till: Till, who: str) -> list[tuple[str, int]]:
    found = till.ask(loyalty.history, who, till.shop.clock() + dt.timedelta(days=2), 50)
    return [(one.kind, one.points) for one in found]


def run_daily(till: Till, clock: Clock, until: dt.datetime) -> list[Expired]:
    """Opens the shop each morning and lets the day turn."""
    found = []
    while clock.now < until:
        clock.forward(days=1)
        found.append(till.do(loyalty.expire))
    return found


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (dt.datetime(2026, 11, 30, 23, 59, tzinfo=TOKYO), 20),
        (dt.datetime(2026, 12, 1, 3, 59, tzinfo=TOKYO), 20),
        (dt.datetime(2026, 12, 1, 4, 0, tzinfo=TOKYO), 0),
        (dt.datetime(2027, 3, 1, 4, 0, tzinfo=TOKYO), 0),
    ],
)
def test_points_can_be_used_to_the_end_of_their_last_day(
    till: Till, office: Till, who: str, clock: Clock, now: dt.datetime, left: int
) -> None:
    """The shop's day, which ends at four in the morning; whether a run was made or not makes no difference."""
    opened(office, who)
    clock.now = now
    account = till.ask(loyalty.account, who)
    assert (account.balance, sum(lot.left for lot in account.lots), till.ask(loyalty.balance, who)) == (left,) * 3
    till.do(loyalty.expire)
    assert till.ask(loyalty.balance, who) == left
    with refused("points.not_enough", balance=left):
        till.do(loyalty.spend, who, left + 1)


def test_points_end_once(till: Till, office: Till, who: str, clock: Clock) -> None:
    opened(office, who)
    opened(office, who, 5, None)
    clock.now = AFTER
    op_id = new_id()
    first = till.run(loyalty.expire, op_id)
    assert first == till.run(loyalty.expire, op_id) == Expired(1, 20, more=False)
    assert till.do(loyalty.expire) == Expired(0, 0, more=False)
    assert (kinds(till, who)[0], lots(till, who)) == (("expire", -20), (Lot(5, None),))


def test_what_is_left_of_a_lot_ends_and_no_more(till: Till, office: Till, who: str, clock: Clock) -> None:
    opened(office, who)
    till.do(loyalty.spend, who, 13)
    clock.now = AFTER
    assert till.do(loyalty.expire) == Expired(1, 7, more=False)


def test_before_the_run_no_command_uses_what_is_past_its_day(till: Till, office: Till, who: str, clock: Clock) -> None:
    opened(office, who)
    opened(office, who, 5, None)
    clock.now = AFTER
    with refused("points.not_enough", balance=5):
        till.do(loyalty.spend, who, 6)
    with refused("points.not_enough", balance=5):
        office.do(loyalty.adjust, who, -6, "誤り")
    assert till.ask(loyalty.expiry_due).points == 20, "what was refused took nothing"
    assert till.do(loyalty.spend, who, 5).balance == 0
    assert till.do(loyalty.expire) == Expired(0, 0, more=False)
    assert sorted(kinds(till, who)[:2]) == [("expire", -20), ("spend", -5)]


def test_nobody_is_named_for_points_that_ended(till: Till, office: Till, who: str, clock: Clock) -> None:
    opened(office, who)
    clock.now = AFTER
    till.do(loyalty.earn, who, 900, "R1")
    (gone,) = (one for one in till.ask(loyalty.history, who, clock.forward(days=1), 9) if one.kind == "expire")
    assert (gone.points, gone.staff_id) == (-20, None)


def test_a_milestone_counts_only_points_that_can_be_used(till: Till, office: Till, who: str, clock: Clock) -> None:
    opened(office, who, 1490)
    clock.now = AFTER
    assert till.do(loyalty.earn, who, 2_000, "R1").milestone == 0
    opened(office, who, 1479, None)
    assert till.do(loyalty.earn, who, 100, "R2").milestone == 1500
    assert till.do(loyalty.earn, who, 100, "R3").milestone == 0


@pytest.mark.parametrize(("most", "runs"), [(1, 3), (2, 2), (3, 1), (500, 1)])
def test_many_lots_go_in_batches(
    till: Till, office: Till, make_customer: Callable[..., str], clock: Clock, most: int, runs: int
) -> None:
    people = [make_customer(family=name) for name in ("林", "森", "原")]
    for who in people:
        opened(office, who)
    clock.now = AFTER
    found = [till.do(loyalty.expire, most)]
    while found[-1].more:
        assert not till.ask(loyalty.expiry_due).done_today
        found.append(till.do(loyalty.expire, most))
    assert (len(found), sum(one.lots for one in found), sum(one.points for one in found)) == (runs, 3, 60)
    assert till.ask(loyalty.expiry_due).done_today


def test_what_is_due_is_told_before_it_is_done(till: Till, office: Till, who: str, clock: Clock) -> None:
    opened(office, who)
    opened(office, who, 7, dt.date(2026, 11, 29))
    assert till.ask(loyalty.expiry_due) == loyalty.Due(0, 0, 0, None, done_today=False, must_agree=False)
    clock.now = AFTER
    assert till.ask(loyalty.expiry_due) == loyalty.Due(2, 27, 1, None, done_today=False, must_agree=False)
    till.do(loyalty.expire)
    assert till.ask(loyalty.expiry_due) == loyalty.Due(0, 0, 0, AFTER, done_today=True, must_agree=False)


def test_a_shop_open_every_day_is_never_asked(till: Till, office: Till, who: str, clock: Clock) -> None:
    opened(office, who)
    till.do(loyalty.expire)
    assert sum(one.points for one in run_daily(till, clock, AFTER)) == 20
    assert not till.ask(loyalty.expiry_due).must_agree


def test_after_weeks_switched_off_nothing_ends_until_the_owner_agrees(
    till: Till, office: Till, who: str, clock: Clock
) -> None:
    till.do(loyalty.expire)
    opened(office, who)
    clock.now = dt.datetime(2027, 1, 15, 10, 0, tzinfo=TOKYO)
    due = till.ask(loyalty.expiry_due)
    assert (due.points, due.must_agree) == (20, True)
    with refused("clock.ahead"):
        till.do(loyalty.expire)
    assert (till.ask(loyalty.balance, who), lots(till, who)) == (20, (Lot(20, MONTH_END),))
    with refused("role.owner_only"):
        till.do(loyalty.agree_to_clock)
    office.do(loyalty.agree_to_clock)
    assert not till.ask(loyalty.expiry_due).must_agree
    assert (till.ask(loyalty.balance, who), lots(till, who)) == (0, ())
    assert till.do(loyalty.expire) == Expired(1, 20, more=False)


def test_while_the_clock_is_in_doubt_the_customer_may_use_their_points(
    till: Till, office: Till, who: str, clock: Clock
) -> None:
    till.do(loyalty.expire)
    opened(office, who)
    clock.now = AFTER + dt.timedelta(days=9)
    assert till.do(loyalty.spend, who, 15).balance == 5


def test_a_clock_set_a_year_ahead_and_back_takes_nothing(till: Till, office: Till, who: str, clock: Clock) -> None:
    till.do(loyalty.expire)
    opened(office, who)
    clock.forward(days=365)
    with refused("clock.ahead"):
        till.do(loyalty.expire)
    clock.forward(days=-365)
    assert till.do(loyalty.expire) == Expired(0, 0, more=False)
    assert lots(till, who) == (Lot(20, MONTH_END),)


@pytest.mark.parametrize(("hours", "must_agree"), [(0, False), (44, False), (44.01, True)])
def test_a_day_beyond_the_next_opening_the_owner_is_asked(
    till: Till, clock: Clock, hours: float, must_agree: bool
) -> None:
    """Looked through at 14:00; the shop opens at 10:00 the next day, 20 hours later."""
    till.do(loyalty.expire)
    clock.forward(hours=hours)
    assert till.ask(loyalty.expiry_due).must_agree is must_agree


def test_days_on_which_the_shop_is_closed_do_not_count(till: Till, office: Till, clock: Clock) -> None:
    closed = replace(till.shop.settings, closed_weekdays=(6, 0, 1))
    office.do(settings.change, closed)
    till.do(loyalty.expire)
    clock.now = dt.datetime(2026, 11, 26, 10, 0, tzinfo=TOKYO)
    assert not till.ask(loyalty.expiry_due).must_agree
    clock.forward(minutes=1)
    assert till.ask(loyalty.expiry_due).must_agree


def test_a_clock_set_back_ends_nothing_and_asks_nobody(till: Till, office: Till, who: str, clock: Clock) -> None:
    opened(office, who)
    till.do(loyalty.expire)
    clock.forward(days=-400)
    assert till.do(loyalty.expire) == Expired(0, 0, more=False)
    assert not till.ask(loyalty.expiry_due).must_agree


@pytest.mark.parametrize("comes_back", ["undone", "returned"])
def test_what_comes_back_after_its_day_can_be_used_to_the_end_of_the_month(
    till: Till, office: Till, who: str, clock: Clock, comes_back: str
) -> None:
    opened(office, who)
    spent = till.do(loyalty.spend, who, 20, "R1").entry
    till.do(loyalty.earn, who, 900, "R1")
    clock.now = AFTER
    if comes_back == "undone":
        till.do(loyalty.undo, spent)
    else:
        till.do(loyalty.return_sale, who, "R1", 900)
    assert lots(till, who)[0] == Lot(20, dt.date(2026, 12, 31))
    clock.now = dt.datetime(2027, 1, 1, 10, 0, tzinfo=TOKYO)
    assert till.do(loyalty.expire).points == 20


@pytest.mark.parametrize("expired_first", [True, False], ids=["after the run", "before the run"])
@pytest.mark.parametrize(("spent", "taken"), [(0, 0), (4, 4)])
def test_goods_that_come_back_take_no_points_that_have_ended(
    till: Till, office: Till, who: str, clock: Clock, expired_first: bool, spent: int, taken: int
) -> None:
    """Of nine points the unused ones ended; only those used are asked for again."""
    office.do(loyalty.set_programme, Programme(expiry="earned", expires_months=1), TODAY)
    till.do(loyalty.earn, who, 900, "R1")
    if spent:
        till.do(loyalty.spend, who, spent)
    clock.now = dt.datetime(2027, 1, 1, 10, 0, tzinfo=TOKYO)
    if expired_first:
        till.do(loyalty.expire)
    opened(office, who, 50, None)
    preview = till.ask(loyalty.preview_return, who, "R1", 900)
    posting = till.do(loyalty.return_sale, who, "R1", 900)
    assert (posting.points, posting.balance) == (-taken, 50 - taken)
    assert (preview.taken, preview.balance) == (taken, 50 - taken)


def test_a_slip_found_after_its_points_ended_takes_nothing_more(
    till: Till, office: Till, who: str, clock: Clock
) -> None:
    office.do(loyalty.set_programme, Programme(expiry="earned", expires_months=1), TODAY)
    slip = till.do(loyalty.earn, who, 900, "R1").entry
    opened(office, who, 50, None)
    clock.now = dt.datetime(2027, 1, 1, 10, 0, tzinfo=TOKYO)
    assert till.do(loyalty.undo, slip).balance == 50
    assert till.ask(customers.show, who).visits == 0


@pytest.mark.parametrize(
    ("expiry", "first", "second"),
    [
        ("none", (Lot(9, None),), (Lot(18, None),)),
        ("earned", (Lot(9, dt.date(2027, 2, 28)),), (Lot(9, dt.date(2027, 2, 28)), Lot(9, dt.date(2027, 3, 31)))),
        ("visit", (Lot(9, dt.date(2027, 2, 28)),), (Lot(18, dt.date(2027, 3, 31)),)),
    ],
)
def test_points_last_from_their_day_or_from_the_last_visit(
    till: Till, office: Till, who: str, clock: Clock, expiry: str, first: tuple[Lot, ...], second: tuple[Lot, ...]
) -> None:
    office.do(loyalty.set_programme, Programme(expiry=expiry, expires_months=3), TODAY)
    till.do(loyalty.earn, who, 900, "R1")
    assert lots(till, who) == first
    clock.now = AFTER
    visit = till.do(loyalty.earn, who, 900, "R2")
    assert lots(till, who) == second
    till.do(loyalty.undo, visit.entry)
    assert lots(till, who) == first, "a visit taken back takes its days back too"


def test_a_use_undone_after_a_visit_gives_points_back_as_the_visit_has_them_last(
    till: Till, office: Till, who: str, clock: Clock
) -> None:
    office.do(loyalty.set_programme, Programme(expiry="visit", expires_months=3), TODAY)
    till.do(loyalty.earn, who, 900, "R1")
    spent = till.do(loyalty.spend, who, 9)
    clock.forward(days=20)
    till.do(loyalty.earn, who, 900, "R2")
    till.do(loyalty.undo, spent.entry)
    assert lots(till, who) == (Lot(18, dt.date(2027, 3, 31)),)


def test_points_back_in_a_lot_that_has_ended_are_not_renewed_by_visits_since(
    till: Till, office: Till, who: str, clock: Clock
) -> None:
    office.do(loyalty.set_programme, Programme(expiry="visit", expires_months=1), TODAY)
    till.do(loyalty.earn, who, 900, "R1")
    spent = till.do(loyalty.spend, who, 4)
    clock.forward(days=60)
    till.do(loyalty.earn, who, 900, "R2")
    till.do(loyalty.undo, spent.entry)
    assert lots(till, who) == (Lot(4, dt.date(2027, 1, 31)), Lot(9, dt.date(2027, 2, 28)))


def test_points_that_ended_are_not_woken_by_a_later_visit(till: Till, office: Till, who: str, clock: Clock) -> None:
    office.do(loyalty.set_programme, Programme(expiry="visit", expires_months=1), TODAY)
    till.do(loyalty.earn, who, 900, "R1")
    clock.now = dt.datetime(2027, 1, 1, 10, 0, tzinfo=TOKYO)
    assert till.do(loyalty.earn, who, 300, "R2").balance == 3
    assert lots(till, who) == (Lot(3, dt.date(2027, 2, 28)),)


def test_points_brought_over_keep_their_own_day_whatever_is_visited(
    till: Till, office: Till, who: str, clock: Clock
) -> None:
    office.do(loyalty.set_programme, Programme(expiry="visit", expires_months=3), TODAY)
    opened(office, who)
    till.do(loyalty.earn, who, 900, "R1")
    assert lots(till, who) == (Lot(20, MONTH_END), Lot(9, dt.date(2027, 2, 28)))


def test_points_past_their_day_go_with_a_merge_and_end_there(
    till: Till, office: Till, who: str, make_customer: Callable[..., str], clock: Clock
) -> None:
    other = make_customer(family="林")
    opened(office, other)
    opened(office, other, 5, None)
    clock.now = AFTER
    till.do(loyalty.merge, who, other)
    assert till.ask(loyalty.balance, who) == 5
    till.do(loyalty.expire)
    assert lots(till, who) == (Lot(5, None),)
