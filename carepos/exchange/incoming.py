"""Bringing in customers: who of them is here already, what changed, who is new."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import Any

import msgspec
import sqlalchemy as sa

from carepos import loyalty
from carepos.customers.rules import Details, keys, neg_visit
from carepos.database import Id, Transaction, new_id
from carepos.errors import Refused
from carepos.exchange import rules
from carepos.exchange.bulk import Bulk, Ids, RestingIndexes, table
from carepos.exchange.fresh import FreshPoints, FreshPostings, write_from
from carepos.exchange.people import Person, with_reading
from carepos.exchange.questions import Here, Match, Questions
from carepos.exchange.rejects import Rejects

CHUNK = 5000
SEEN_BITS = 28
KEPT = ("family", "given", "family_kana", "given_kana", "phone", "email", "card", "birthday")
_NEW_CUSTOMER = (
    "INSERT INTO customers (honorific, language, channel, register, tier, visits, id, family, given, family_kana,"
    " given_kana, kana_guessed, phone, email, card, birthday, since, last_visit, name_key, given_key, kana_key,"
    " given_kana_key, phone_key, phone_reversed, email_key) VALUES ('様', 'ja', 'phone', 'formal', 'regular', 0,"
    " ?, ?, ?, ?, ?, ? = 1, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
"""Text and whole numbers only, made NULL and boolean by the database: the driver is slow with both (`Bulk`)."""

Stored = tuple[Any, Person]
"""A new customer's id as the store has it, and the person."""


class Seen:
    """Remembers in 32 MB what may have been seen before: says no only if it never was."""

    def __init__(self) -> None:
        self._bits = bytearray(1 << (SEEN_BITS - 3))

    def add(self, text: str) -> bool:
        """Whether the text may have been seen before; remembers it."""
        place = hash(text) & ((1 << SEEN_BITS) - 1)
        at, bit = place >> 3, 1 << (place & 7)
        known = bool(self._bits[at] & bit)
        self._bits[at] |= bit
        return known


class Incoming:
    """One file's customers on their way in."""

    def __init__(
        self, tx: Transaction, tally: rules.Tally, rejects: Rejects, source: str, own: bool, mends: bool, dry: bool
    ) -> None:
        self.tx, self.tally, self.rejects, self.source = tx, tally, rejects, source
        self._own, self._mends, self._dry = own, mends, dry
        self._bulk, self._ids = Bulk(tx), Ids()
        self._now, self._batch = self._bulk.moment(tx.now), self._bulk.id(tally.batch)
        self._waiting: dict[int, tuple[Person, list[str]]] = {}
        self._references: dict[str, int] = {}
        self._cards: dict[str, int] = {}
        self._mended: dict[str, int] = {}
        self._seen = None if self._anybody() else Seen()
        self._questions = Questions(tx)
        self._fresh, self._points = FreshPostings(self._bulk), FreshPoints(self._bulk)
        self._indexes = RestingIndexes(self._bulk, self._seen is not None and not dry)

    def _anybody(self) -> bool:
        return self.tx.value(sa.select(table("customers").c.id).limit(1)) is not None

    def add(self, person: Person, row: list[str]) -> None:
        """Takes one person in with the next `flush`; raises Refused for one who was in the file just before."""
        if other := self._cards.get(person.card):
            raise Refused("card.duplicate", field="card", other_line=other)
        if other := self._references.get(person.reference):
            raise Refused("row.duplicate", field="reference", value=self._shown(person), other_line=other)
        self._references[person.reference] = person.line
        if person.card:
            self._cards[person.card] = person.line
        self._waiting[person.line] = (person, row)

    @property
    def full(self) -> bool:
        """Whether enough people wait to be written together."""
        return len(self._waiting) >= CHUNK

    def _shown(self, person: Person) -> str:
        return person.reference if self._own else " ".join((person.family, person.given))

    def flush(self) -> None:
        """Writes who is waiting."""
        fresh: list[Person] = []
        asked: list[Person] = []
        for person, _ in self._waiting.values():
            (asked if self._may_be_here(person) else fresh).append(person)
        fresh += self._meet(asked) if asked else []
        fresh.sort(key=lambda person: person.line)
        self._write_new(fresh)
        for waiting in (self._waiting, self._references, self._cards):
            waiting.clear()

    def finish(self, pulse: Callable[[], None]) -> None:
        """Writes what is left, what the new ones have in other tables, and the indexes that rested."""
        self.flush()
        if not self._dry:
            self._note_new("added", self._fresh.id)
            self._note_new("points", self._points.id)
            self._points.write(self.source, pulse)
            self._fresh.write(pulse)
            self._indexes.wake(pulse)

    def _may_be_here(self, person: Person) -> bool:
        if self._seen is None:
            return True
        known, card = self._seen.add(person.reference), person.card
        return (card not in ("", person.reference) and self._seen.add(card)) or known

    def _meet(self, people: list[Person]) -> list[Person]:
        """Updates those who are here; hands back those who are new."""
        matches = self._questions.matches(people, self.source, self._own, self._seen is None)
        here = self._questions.here({match.id for match in matches.values() if match.id})
        new = []
        for person in people:
            match = matches[person.line]
            try:
                self._check(person, match)
            except Refused as wrong:
                self.rejects.add(person.line, [self._waiting[person.line][1]], wrong)
                continue
            if match.id:
                self._meet_one(person, here[match.id], match.known)
            else:
                new.append(person)
        return new

    def _check(self, person: Person, match: Match) -> None:
        """Refuses a row that was in this file before, or whose card is somebody else's."""
        if match.card_holder and match.card_holder != match.id:
            line = self._line(match.card_holder)
            raise Refused("card.duplicate" if line else "card.used", field="card", other_line=line)
        if match.id and (line := self._line(match.id)):
            by_card = person.card and person.card == person.reference
            raise Refused("card.duplicate" if by_card else "row.duplicate", field="card" if by_card else "reference",
                          value=self._shown(person), other_line=line)  # fmt: skip

    def _line(self, customer_id: str) -> int:
        return self._ids.line(customer_id) or self._mended.get(customer_id, 0)

    def _meet_one(self, person: Person, here: Here, known: bool) -> None:
        before, after = self._differences(person, here) if self._mends else ({}, {})
        if not after and known:
            self.tally.unchanged += 1
            return
        self.tally.updated += 1
        self._mended[here.id] = person.line
        if after:
            self._change(here, after)
        reference = None if known else person.reference
        self._note_change("updated", here.id, {"before": before, "after": after, "reference": reference})
        if not known:
            self._refer([(self._bulk.id(here.id), person)])
            self._open_balance(here.id, person)

    def _differences(self, person: Person, here: Here) -> tuple[dict[str, Any], dict[str, Any]]:
        """What the file knows better: its texts where they are not empty, a later visit."""
        after: dict[str, Any] = {}
        for name in KEPT:
            theirs = getattr(person, name)
            if theirs and theirs != getattr(here, name):
                after[name] = theirs
        if person.last_visit and (here.last_visit is None or person.last_visit > here.last_visit):
            after["last_visit"] = person.last_visit
        return {name: getattr(here, name) for name in after}, after

    def _change(self, here: Here, after: dict[str, Any]) -> None:
        change_customers(self.tx, self._bulk, [(here, after)])

    def _note_change(self, kind: str, id_: str, facts: dict[str, Any] | None) -> None:
        before = None if facts is None else msgspec.json.encode(facts).decode()
        row = (self._batch, kind, self._bulk.id(id_), before)
        self._bulk.insert("import_changes", "batch_id kind record_id before", [row])

    def _note_new(self, kind: str, ids: sa.ColumnElement[str]) -> None:
        values = {"batch_id": sa.literal(self.tally.batch, Id), "kind": sa.literal(kind), "record_id": ids}
        write_from(self.tx, "import_changes", values)

    def _refer(self, people: Iterable[Stored]) -> None:
        rows = sorted((self.source, person.reference, id_) for id_, person in people)
        self._bulk.insert("import_references", "source reference customer_id", rows)

    def _open_balance(self, customer_id: str, person: Person) -> None:
        """A customer who was here already gets the old system's balance once, when its number is first seen."""
        if not person.points:
            return
        posting = loyalty.open_balance(self.tx, new_id(), customer_id, person.points, person.expires_on, self.source)
        self._note_change("points", posting.entry, None)

    def _write_new(self, people: list[Person]) -> None:
        if not people:
            return
        self.tally.added += len(people)
        read = [with_reading(person) for person in people]
        new = [(self._bulk.id(self._ids.of(person.line)), person) for person, _ in read]
        rows = [self._customer(*one, guessed) for one, (_, guessed) in zip(new, read, strict=True)]
        self._bulk.run(_NEW_CUSTOMER, rows)
        self._fresh.add([_fresh_keys(*one) for one in new])
        self._points.add([(id_, one.points, self._bulk.maybe_day(one.expires_on)) for id_, one in new if one.points])
        self._refer(new)
        self._write_notes([one for one in new if one[1].note])

    def _customer(self, id_: Any, person: Person, guessed: bool) -> tuple[Any, ...]:
        maybe_moment = self._bulk.maybe_moment
        return (
            id_, person.family, person.given, person.family_kana, person.given_kana, int(guessed),
            person.phone, person.email, person.card, person.birthday,
            maybe_moment(person.since) or self._now, maybe_moment(person.last_visit),
            person.name_key, person.given_key, person.kana_key, person.given_kana_key,
            person.phone_key, person.phone_key[::-1], person.email_key,
        )  # fmt: skip

    def _write_notes(self, people: Sequence[Stored]) -> None:
        bulk, tx = self._bulk, self.tx
        by = ("told", "stated", False, bulk.maybe_id(tx.actor.staff_id), self._now)
        rows = [(id_, id_, person.note, *by) for id_, person in people]
        bulk.insert("customer_notes", "id customer_id text kind source consent staff_id at", rows)
        changes = [(self._batch, "note", id_) for id_, _ in people]
        bulk.insert("import_changes", "batch_id kind record_id", changes)


def _fresh_keys(id_: Any, person: Person) -> tuple[Any, ...]:
    return (
        id_, neg_visit(person.last_visit), person.kana_key, person.given_kana_key,
        person.name_key, person.given_key, person.phone_key, person.phone_key[::-1],
    )  # fmt: skip


def change_customers(tx: Transaction, bulk: Bulk, changes: Sequence[tuple[Here, dict[str, Any]]]) -> None:
    """Changes fields of customers, their keys and their places in the posting lists."""
    customers = table("customers")
    for here, after in changes:
        old, new = here._asdict(), {**here._asdict(), **after}
        old_keys, new_keys = (keys(Details(**{name: one[name] or "" for name in KEPT})) for one in (old, new))
        bulk.unpost([(here.id, old_keys, here.last_visit)])
        bulk.post([(here.id, new_keys, new["last_visit"])])
        mended = sa.update(customers).where(customers.c.id == here.id).values(**after, **asdict(new_keys))
        tx.connection.execute(mended)
    tx.touch("customers")
