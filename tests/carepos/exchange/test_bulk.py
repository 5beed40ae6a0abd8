"""What is written in bulk is what would have been written one by one."""

import datetime as dt

import pytest
import sqlalchemy as sa
from shops import Till

from carepos.customers.rules import Details, keys, neg_visit, tokens
from carepos.customers.tables import CustomerLookup
from carepos.database import Transaction
from carepos.exchange.bulk import Bulk, Ids
from carepos.exchange.fresh import KEYS, FreshPostings

VISIT = dt.datetime(2026, 11, 1, 3, 0, tzinfo=dt.UTC)
PEOPLE = (
    Details("田中", "花子", "たなか", "はなこ", phone="09012345678"),
    Details("はな", "", "はな", "はな", phone="+15551234567"),
    Details("Zoë", "Ångström-O'Neil", "", ""),
    Details("𠮷見", "木", "ヨシミ", "もくもくもくもくもく", phone="110"),
    Details("1st", "~", "ん", ""),
)


@pytest.mark.parametrize("at_once", [0, 99], ids=["in parts", "at once"])
def test_posting_lists_made_by_the_database_are_those_of_the_rules(till: Till, at_once: int) -> None:
    ids = Ids()
    people = {ids.of(line): keys(person) for line, person in enumerate(PEOPLE, 1)}

    def write(tx: Transaction) -> list[sa.Row[tuple[str, int, str]]]:
        bulk = Bulk(tx)
        fresh = FreshPostings(bulk)
        visit = neg_visit(VISIT)
        fresh.add([(bulk.id(id_), visit, *(getattr(one, key) for key in KEYS)) for id_, one in people.items()])
        fresh.write(lambda: None, at_once)
        return list(tx.rows(sa.select(CustomerLookup.token, CustomerLookup.neg_visit, CustomerLookup.customer_id)))

    expected = {(token, neg_visit(VISIT), id_) for id_, one in people.items() for token in tokens(one)}
    written = till.run(write)
    assert {tuple(row) for row in written} == expected
    assert len(written) == len(expected)


def test_ids_of_a_batch_ascend_and_tell_their_line() -> None:
    ids, others = Ids(), Ids()
    assert ids.of(2) < ids.of(10) < ids.of(100_000)
    assert (ids.line(ids.of(77)), others.line(ids.of(77))) == (77, 0)
