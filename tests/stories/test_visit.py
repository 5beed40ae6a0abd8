"""One visit, from four digits to the owner's evening, as the rooms live it together."""

import datetime as dt
from collections.abc import Callable

import pytest
from shops import CLERK_ID, COLLEAGUE_ID, Clock, Till

from carepos import complaints, customers, daybook, feedback, loyalty, promises, wording
from carepos.complaints import Account, Pledge


@pytest.mark.principle("P31")
def test_a_chipped_teapot(till: Till, office: Till, make_customer: Callable[..., str], clock: Clock) -> None:
    who = make_customer(family="田中", given="花子", family_kana="たなか", given_kana="はなこ", phone="090-1234-5678")
    make_customer(family="林", phone="090-1111-2222")
    till.do(loyalty.earn, who, 5_500, "20261121-0001")

    # Next day she comes back; the clerk types the last four digits.
    clock.forward(days=1)
    (hit,) = till.ask(customers.find, "5678")
    assert (hit.id, hit.next_due) == (who, None)
    greeting = till.ask(wording.suggest, who, "ja", "佐藤")
    assert greeting.situation == "regular"
    assert all("田中様" in saying.text for saying in greeting.sayings if "様" in saying.text)

    # She tells what happened; the clerk promises a call by five tomorrow.
    began = clock.now
    clock.forward(minutes=3)
    due = began + dt.timedelta(days=1, hours=3)
    account, pledge = Account("急須の口が欠けていた", "goods", "exchange"), Pledge("替わりを知らせる", due)
    case = till.do(complaints.record, who, account, pledge, began)
    assert till.ask(customers.find, "たなか")[0].next_due == due
    apology = till.ask(wording.suggest, who, "ja", "佐藤")
    assert apology.situation == "open_complaint"
    till.do(wording.say, who, apology.situation, apology.sayings[0].line, apology.sayings[0].text)

    # A colleague takes over and keeps it in time; the exchange brings the old sale's points back.
    assert case.promise
    till.do(promises.hand_over, case.promise, COLLEAGUE_ID, "早番のため")
    clock.now = due - dt.timedelta(hours=1)
    till.do(promises.keep, case.promise)
    till.do(loyalty.return_sale, who, "20261121-0001", 5_500)
    till.do(loyalty.earn, who, 6_600, "20261123-0001")
    till.do(complaints.solve, case.id)
    till.do(feedback.rate, who, 5, "早かった", "")
    assert till.ask(loyalty.balance, who) == 66
    assert till.ask(customers.find, "tanaka hanako")[0].next_due is None

    # In the evening the owner reads the day on which the promise was due.
    today = office.ask(daybook.day_notes, due.date())
    assert (today.sales.yen, today.mean_rating, today.complaints) == (6_600, 5.0, 0)
    yesterday = office.ask(daybook.day_notes, began.date())
    assert (yesterday.complaints, yesterday.minutes_to_answer) == (1, 3.0)
    office.do(daybook.confirm, due.date())

    # And the whole of it is on one line.
    line = till.ask(daybook.timeline, who)
    assert [type(entry).__name__ for entry in line].count("PointsEntry") == 3
    (promised,) = (entry for entry in line if isinstance(entry, promises.Promised))
    assert (promised.state, promised.holder_id) == ("kept", COLLEAGUE_ID)
    assert [move.holder_id for move in till.ask(promises.moves, case.promise)] == [COLLEAGUE_ID]
    assert {entry.staff_id for entry in line if isinstance(entry, wording.SaidEntry)} == {CLERK_ID}
