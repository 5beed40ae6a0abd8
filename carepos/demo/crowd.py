"""Customers by the thousand, written in bulk: every invariant as the commands keep it, at a fraction of the time."""

import datetime as dt
import functools
import random
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from carepos import staff
from carepos.customers import rules
from carepos.database import Transaction, command
from carepos.demo.moments import id_at
from carepos.demo.people import People, Person, Visit, Wanted
from carepos.exchange.bulk import Bulk, table
from carepos.exchange.fresh import KEYS, FreshPostings
from carepos.loyalty import Programme
from carepos.loyalty import rules as points
from carepos.loyalty.queries import in_force
from carepos.purchases.rules import COUNTER
from carepos.text import japanese

BATCH = 20_000
POSTED = 200_000
"""So many customers' postings are sorted at a time: all of a million at once would take half a gigabyte."""

CACHE_KB = 150_000
INDEXES_AFTER = 50_000
"""From this many customers on, indexes are made after the rows: one sort instead of a seek for each row."""

COLUMNS = {
    "customers": "id family given family_kana given_kana honorific phone email card birthday language channel register "
    "tier since last_visit visits name_key given_key kana_key given_kana_key phone_key phone_reversed email_key",
    "customer_notes": "id customer_id kind text source consent staff_id at",
    "purchases": "id customer_id at day source receipt yen returned_yen staff_id",
    "purchase_lines": "purchase_id position item thousandths yen",
    "point_entries": "id operation_id customer_id kind points at day rule_id base_yen percent tier receipt "
    "purchase_id till staff_id",
    "point_lots": "entry_id customer_id left",
    "point_balances": "customer_id points",
}
NULLABLE = ("phone", "email", "card", "birthday")
_DETAILS, _KEYS = attrgetter(*rules.Details.__slots__), attrgetter(*rules.Keys.__slots__)
_POSTED = attrgetter(*KEYS)
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class House:
    """Who served the crowd, and under which rules of the points (the id of them, and the rules)."""

    staff: tuple[bytes, ...]
    rule: bytes
    programme: Programme

    @classmethod
    def of(cls, tx: Transaction) -> "House":
        """The shop as it stands."""
        rule, programme = in_force(tx, tx.today)
        team = tuple(bytes.fromhex(member.id) for member in staff.present(tx) if member.role == staff.STAFF)
        return cls(team, bytes.fromhex(rule or ""), programme)


def fill(tx: Transaction, rng: random.Random, wanted: Wanted, done: Callable[[int], object]) -> None:
    """Writes a crowd, an operation for each batch of it, and tells `done` how many there are."""
    people, house = People(rng, wanted), House.of(tx)
    tx.connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KB}")
    indexes = _indexes() if wanted.count >= INDEXES_AFTER else []
    for index in indexes:
        index.drop(tx.connection)
    for start in range(0, wanted.count, POSTED):
        _fill_part(tx, rng, people, range(start, min(start + POSTED, wanted.count), BATCH), house, done)
    for index in indexes:
        index.create(tx.connection)


def _fill_part(
    tx: Transaction, rng: random.Random, people: People, starts: range, house: House, done: Callable[[int], object]
) -> None:
    """Some batches and their postings."""
    postings = FreshPostings(Bulk(tx))
    for start in starts:
        end = min(start + BATCH, starts.stop)
        write(tx, id_at(rng, tx.now), people.some(start, end), house, postings)
        done(end)
    postings.write(lambda: None)


def _indexes() -> list[sa.Index]:
    return [index for name in COLUMNS for index in table(name).indexes]


@command("demo.crowd", role="owner")
def write(tx: Transaction, op_id: str, people: Iterable[Person], house: House, postings: FreshPostings) -> int:
    """Writes some customers with all they did, keeps their keys for the postings, and returns how many they are."""
    rows: dict[str, list[Row]] = {name: [] for name in (*COLUMNS, "postings")}
    for person in people:
        tier = _visits(rows, person, house, (bytes.fromhex(op_id), tx.actor.till))
        _customer(rows, person, tier, house.staff[0])
    postings.add(rows.pop("postings"))
    for name, some in rows.items():
        Bulk(tx).insert(name, COLUMNS[name], some)
    for room in ("customers", "purchases", "loyalty"):
        tx.touch(room)
    return len(rows["customers"])


def _visits(rows: dict[str, list[Row]], person: Person, house: House, by: tuple[bytes, str]) -> str:
    """The receipts of a customer and what each of them earned; returns the tier after the last one."""
    spent, recent = 0, deque[Visit]()
    year, balance = dt.timedelta(days=house.programme.tier_days), 0
    for visit in person.visits:
        while recent and recent[0].at < visit.at - year:
            spent -= recent.popleft().basket.yen
        occasion = points.Occasion(visit.day, points.tier_for(house.programme, spent))
        quote = points.quote(house.programme, visit.basket.yen, occasion)
        _visit(rows, person.id, visit, quote, (*by, house.staff[visit.id[-1] % len(house.staff)], house.rule))
        balance += quote.points
        recent.append(visit)
        spent += visit.basket.yen
    if person.visits:
        rows["point_balances"].append((person.id, balance))
    return points.tier_for(house.programme, spent)


def _visit(
    rows: dict[str, list[Row]], customer: bytes, visit: Visit, quote: points.Quote, by: tuple[bytes, str, bytes, bytes]
) -> None:
    """One receipt with its lines, its row in the ledger and the lot that this opens."""
    operation, till, staff, rule = by
    at, day, basket = _stored(visit.at), visit.day.isoformat(), visit.basket
    sale = (visit.id, customer, at, day, COUNTER, visit.receipt, basket.yen, 0, staff)
    entry = (visit.id, operation, customer, "earn", quote.points, at, day, rule)
    rows["purchases"].append(sale)
    rows["purchase_lines"] += [(visit.id, position, *line) for position, line in enumerate(basket.lines)]
    rows["point_entries"].append(
        (*entry, quote.base_yen, quote.percent, quote.tier, visit.receipt, visit.id, till, staff)
    )
    rows["point_lots"].append((visit.id, customer, quote.points))


def _customer(rows: dict[str, list[Row]], person: Person, tier: str, staff: bytes) -> None:
    """The customer's own row, their place in the posting lists, and the liking we know of."""
    last, since = person.visits[-1].at if person.visits else None, _stored(person.since)
    keys = _keys(person.details)
    rows["customers"].append(
        (person.id, *_details(person.details), tier, since, last and _stored(last), len(person.visits), *_KEYS(keys))
    )
    rows["postings"].append((person.id, rules.neg_visit(last), *_POSTED(keys)))
    if person.liking:
        note = (person.id, person.id, "preference", person.liking, "stated", False, staff, since)
        rows["customer_notes"].append(note)


def _details(details: rules.Details) -> Iterator[str | None]:
    named = zip(rules.Details.__slots__, _DETAILS(details), strict=True)
    return ((value or None) if name in NULLABLE else value for name, value in named)


def _stored(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


_fold = functools.cache(japanese.fold)


def _keys(details: rules.Details) -> rules.Keys:
    """As `rules.keys`, with each part of a name folded once."""
    given, given_kana = _fold(details.given), _fold(details.given_kana)
    name, kana = _fold(details.family) + given, _fold(details.family_kana) + given_kana
    return rules.Keys(name, given, kana, given_kana, details.phone, details.phone[::-1], details.email)
