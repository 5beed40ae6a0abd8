"""Two customers who are one: all that is told of both goes to the one kept, noted row by row, and can come apart."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import msgspec
import sqlalchemy as sa

from carepos.customers import queries, rules
from carepos.customers.actions import keys_of, post, unpost
from carepos.customers.queries import Card
from carepos.customers.tables import Customer, CustomerMerge, MergedRow
from carepos.database import Row, Transaction, every_table
from carepos.errors import NotFound, Refused

GAPS = (("family_kana", "given_kana"), ("phone",), ("email",), ("card",), ("birthday",))
"""What the one kept takes over from the other where nothing is known; a reading as a whole."""

COMPARED = ("family", "given", "family_kana", "given_kana", "phone", "email", "card", "birthday", "channel", "language")
OWN = {"customer_merges"}


@dataclass(frozen=True, slots=True)
class Visits:
    """How many recorded visits stand, and when the latest was."""

    count: int
    latest: dt.datetime | None


VisitsOf = Callable[[str], Visits]


@dataclass(frozen=True, slots=True)
class Before:
    """Both cards as they were, and the visits behind them; kept for years: a field new to `Card` needs a default."""

    kept: Card
    gone: Card
    kept_visits: Visits
    gone_visits: Visits


@dataclass(frozen=True, slots=True)
class Merge:
    """One merge: who was kept, who went, when, and both cards before it."""

    id: str
    kept: str
    gone: str
    at: dt.datetime
    before: Before


def merged_card(kept: Card, gone: Card) -> Card:
    """The card both become: the kept one's words, gaps filled, visits added; "no contact" from either is heeded."""
    filled: dict[str, Any] = {}
    for fields in GAPS:
        source = kept if any(getattr(kept, name) for name in fields) else gone
        filled |= {name: getattr(source, name) for name in fields}
    if _same_day(kept.birthday, gone.birthday):
        filled["birthday"] = max(kept.birthday or "", gone.birthday or "", key=len)  # with its year, if one knows it
    return replace(
        kept,
        **filled,
        channel="none" if "none" in (kept.channel, gone.channel) else kept.channel,
        since=min(kept.since, gone.since),
        last_visit=max(filter(None, (kept.last_visit, gone.last_visit)), default=None),
        visits=kept.visits + gone.visits,
    )


def differences(kept: Card, gone: Card) -> tuple[str, ...]:
    """The fields in which both say something, and not the same."""
    pairs = ((name, getattr(kept, name), getattr(gone, name)) for name in COMPARED)
    differ = (name for name, one, other in pairs if one and other and one != other)
    return tuple(name for name in differ if name != "birthday" or not _same_day(kept.birthday, gone.birthday))


def _same_day(one: str | None, other: str | None) -> bool:
    """Whether two birthdays are one, though only one of them may know the year."""
    return bool(one and other) and (one or "")[-5:] == (other or "")[-5:] and 5 in (len(one or ""), len(other or ""))


def merge_into(
    tx: Transaction, merge_id: str, kept_id: str, gone_id: str, stays: frozenset[str], visits_of: VisitsOf
) -> Merge:
    """Moves every row of the one who goes to the one kept, but for the tables in `stays`, and notes each.

    Raises Refused("merge.same"), ("customer.merged"), NotFound("customers.not_found").
    """
    kept, gone = _both(tx, kept_id, gone_id)
    cards = queries.show(tx, kept_id), queries.show(tx, gone_id)
    before = Before(*cards, visits_of(kept_id), visits_of(gone_id))
    row = CustomerMerge(id=merge_id, kept_id=kept_id, gone_id=gone_id, at=tx.now, staff_id=tx.actor.staff_id)
    row.before = msgspec.json.encode(before).decode()
    tx.add(row)
    _move(tx, merge_id, gone_id, kept_id, stays)
    after = merged_card(before.kept, before.gone)
    unpost(tx, gone)
    gone.removed_at, gone.merged_into = tx.now, kept_id
    if gone.card == after.card:
        gone.card = None
    tx.flush()  # no two may hold the card, not even for a moment
    _become(tx, kept, after)
    return _merge(row)


def take_apart(tx: Transaction, merge_id: str, stays: frozenset[str], visits_of: VisitsOf) -> Merge:
    """Gives back exactly the rows a merge moved, and to each card what was its own; later rows stay with the one kept.

    What was edited since stays as edited, a sale taken back since stays so. Raises Refused("merge.undone"),
    ("merge.later") while the one kept is merged into somebody else, NotFound("customer_merges.not_found").
    """
    row = tx.get(CustomerMerge, merge_id)
    kept, gone = _locked(tx, row.kept_id, row.gone_id)
    tx.session.refresh(row)
    if row.undone_at is not None:
        raise Refused("merge.undone")
    if kept.merged_into is not None:
        raise Refused("merge.later")
    row.undone_at, before = tx.now, _merge(row).before
    _move_back(tx, merge_id, row.kept_id, row.gone_id, stays)
    own = _without(queries.show(tx, row.kept_id), before)
    _become(tx, kept, _visited(own, before.kept, before.kept_visits, visits_of(row.kept_id)))
    back = _visited(before.gone, before.gone, before.gone_visits, visits_of(row.gone_id))
    gone.visits, gone.last_visit = back.visits, back.last_visit
    gone.removed_at = gone.merged_into = None
    gone.card = before.gone.card if queries.by_card(tx, before.gone.card or "") is None else gone.card
    post(tx, gone.id, rules.tokens(keys_of(gone)), gone.last_visit)
    tx.flush()
    return _merge(row)


def merge_of(tx: Transaction, customer_id: str) -> Merge | None:
    """The latest merge in force into this customer, or None."""
    latest = sa.select(CustomerMerge).where(CustomerMerge.kept_id == customer_id, CustomerMerge.undone_at.is_(None))
    row = tx.session.scalar(latest.order_by(CustomerMerge.at.desc(), CustomerMerge.id.desc()).limit(1))
    return _merge(row) if row else None


def row_counts(tx: Transaction, customer_id: str, stays: frozenset[str]) -> dict[str, int]:
    """How many rows of each table would move with a customer, tables with none left out."""
    questions = (
        (table.name, sa.select(sa.func.count()).where(column == customer_id)) for _, table, column in _pointing(stays)
    )
    found = ((name, int(tx.value(question))) for name, question in questions)
    return {name: count for name, count in found if count}


def _merge(row: CustomerMerge) -> Merge:
    return Merge(row.id, row.kept_id, row.gone_id, row.at, msgspec.json.decode(row.before, type=Before))


def _both(tx: Transaction, kept_id: str, gone_id: str) -> tuple[Customer, Customer]:
    """Both customers, held against every other till; raises Refused for two who cannot be merged."""
    if kept_id == gone_id:
        raise Refused("merge.same", field="gone")
    kept, gone = _locked(tx, kept_id, gone_id)
    for one in (kept, gone):
        if one.merged_into is not None:
            raise Refused("customer.merged", kept=one.merged_into)
        if one.removed_at is not None:
            raise NotFound("customers.not_found")
    return kept, gone


def _locked(tx: Transaction, kept_id: str, gone_id: str) -> tuple[Customer, Customer]:
    """In one order always, so that two tills never wait for each other."""
    pair = sa.select(Customer).where(Customer.id.in_((kept_id, gone_id))).order_by(Customer.id).with_for_update()
    tx.flush()
    found = {one.id: one for one in tx.session.scalars(pair.execution_options(populate_existing=True))}
    if len(found) < 2:
        raise NotFound("customers.not_found")
    return found[kept_id], found[gone_id]


def _pointing(stays: frozenset[str]) -> Iterator[tuple[str, sa.Table, sa.Column[Any]]]:
    """Every column of the house that says whose a row is, with its room: read from the foreign keys themselves."""
    for room, table in every_table():
        for key in table.foreign_keys:
            if key.column is Customer.__table__.c.id and table.name not in stays | OWN:
                yield room, table, key.parent


def _move(tx: Transaction, merge_id: str, gone_id: str, kept_id: str, stays: frozenset[str]) -> None:
    """Notes and moves; among the customers themselves those move who were merged into the one who goes."""
    for room, table, column in _pointing(stays):
        mine = column == gone_id
        rows = tx.rows(sa.select(*table.primary_key.columns).where(mine))
        if rows:
            tx.connection.execute(sa.insert(MergedRow), [_noted(merge_id, table, row) for row in rows])
            tx.connection.execute(sa.update(table).where(mine).values({column: kept_id}))
            tx.touch(room)
    _forget(tx)


def _noted(merge_id: str, table: sa.Table, row: Row) -> dict[str, str]:
    return {"merge_id": merge_id, "table_name": table.name, "row_key": msgspec.json.encode(list(row)).decode()}


def _move_back(tx: Transaction, merge_id: str, kept_id: str, gone_id: str, stays: frozenset[str]) -> None:
    noted: dict[str, list[str]] = {}
    for row in tx.rows(sa.select(MergedRow.table_name, MergedRow.row_key).where(MergedRow.merge_id == merge_id)):
        noted.setdefault(row.table_name, []).append(row.row_key)
    for room, table, column in _pointing(stays):
        if table.name in noted:
            tx.connection.execute(_giving_back(table, column, kept_id, gone_id), _keys(table, noted[table.name]))
            tx.touch(room)
    _forget(tx)


def _giving_back(table: sa.Table, column: sa.Column[Any], kept_id: str, gone_id: str) -> sa.Update:
    this = [key == sa.bindparam(f"key_{key.name}") for key in table.primary_key.columns]
    return sa.update(table).where(column == kept_id, *this).values({column: gone_id})


def _keys(table: sa.Table, noted: Sequence[str]) -> list[Mapping[str, Any]]:
    names = [f"key_{key.name}" for key in table.primary_key.columns]
    return [dict(zip(names, msgspec.json.decode(key), strict=True)) for key in noted]


def _forget(tx: Transaction) -> None:
    """What the session remembers of moved rows is no longer so."""
    tx.flush()
    tx.session.expire_all()


def _without(now: Card, before: Before) -> Card:
    """The kept one's card without what came from the other; words edited since the merge stay."""
    both = merged_card(before.kept, before.gone)
    filled = (*(name for fields in GAPS for name in fields), "channel")
    own = {name: getattr(before.kept, name) for name in filled if getattr(now, name) == getattr(both, name)}
    return replace(now, **own, since=before.kept.since)


def _visited(card: Card, before: Card, then: Visits, now: Visits) -> Card:
    """A card with the visits it had before, and those that came or were taken back since."""
    known = None if before.last_visit == then.latest else before.last_visit  # told by an import, without its sale
    latest = max(filter(None, (known, now.latest)), default=None)
    return replace(card, visits=max(before.visits + now.count - then.count, 0), last_visit=latest)


def _become(tx: Transaction, customer: Customer, card: Card) -> None:
    """Writes a card, its keys and its places in the posting lists."""
    unpost(tx, customer)
    for name, value in asdict(card).items():
        setattr(customer, name, value)
    for name, value in asdict(rules.keys(card.details)).items():
        setattr(customer, name, value)
    post(tx, customer.id, rules.tokens(keys_of(customer)), customer.last_visit)
    tx.flush()
