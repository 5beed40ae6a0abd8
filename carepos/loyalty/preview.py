"""What a merge would make of two customers, before anybody decides: both as they are, and the one they become."""

from dataclasses import dataclass

from carepos import customers
from carepos.database import Transaction, every_table
from carepos.errors import Refused
from carepos.loyalty import queries


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of the two: their card, their points, and how many rows of which table they have."""

    card: customers.Card
    points: int
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Both sides, what they become, the fields in which they differ, allergies that come along, and warnings.

    Warnings are "birthday" and "name" (perhaps two persons), "no_contact" (it will hold) and "debt".
    """

    kept: MergeSide
    gone: MergeSide
    becomes: customers.Card
    points: int
    differences: tuple[str, ...]
    allergies: tuple[str, ...]
    warnings: tuple[str, ...]


def preview_merge(tx: Transaction, kept: str, gone: str) -> MergePreview:
    """What `merge` would do; nothing is written.

    Raises Refused("merge.same"), ("customer.merged", kept=…), NotFound("customers.not_found").
    """
    if kept == gone:
        raise Refused("merge.same", field="gone")
    one, other = _side(tx, kept), _side(tx, gone)
    differences = customers.differences(one.card, other.card)
    allergies = tuple(note.text for note in customers.notes(tx, gone) if note.kind == "allergy")
    becomes = customers.merged_card(one.card, other.card)
    warnings = _warnings(one, other, differences)
    return MergePreview(one, other, becomes, one.points + other.points, differences, allergies, warnings)


def ledger() -> frozenset[str]:
    """The tables whose rows never change their customer: points are carried over by postings instead."""
    return frozenset(table.name for room, table in every_table() if room == "loyalty")


def _side(tx: Transaction, customer_id: str) -> MergeSide:
    card = customers.show(tx, customer_id)
    return MergeSide(card, queries.balance(tx, customer_id), customers.row_counts(tx, customer_id, ledger()))


def _warnings(one: MergeSide, other: MergeSide, differences: tuple[str, ...]) -> tuple[str, ...]:
    said = {
        "birthday": "birthday" in differences,
        "name": _two_names(one.card, other.card),
        "no_contact": "none" in (one.card.channel, other.card.channel) and "channel" in differences,
        "debt": min(one.points, other.points) < 0,
    }
    return tuple(name for name, holds in said.items() if holds)


def _two_names(one: customers.Card, other: customers.Card) -> bool:
    """Another reading and another name; somebody who married, or somebody else."""
    kana = {one.family_kana + one.given_kana, other.family_kana + other.given_kana} - {""}
    return len(kana) != 1 and (one.family, one.given) != (other.family, other.given)
