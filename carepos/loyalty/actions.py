"""Giving, using and taking back points: append-only rows, their lots and the balance in the same transaction."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from carepos import customers, purchases, staff
from carepos.database import Transaction, command, new_id
from carepos.errors import Refused
from carepos.loyalty import ledger, queries, rules, visited
from carepos.loyalty.expiry import end_for, renew_by_visit
from carepos.loyalty.ledger import entry_of
from carepos.loyalty.posting import Posting
from carepos.loyalty.tables import PointEntry, PointRule
from carepos.loyalty.terms import MOST_EACH, MOST_POINTS, Programme, check


@command("loyalty.set_programme", role="owner")
def set_programme(tx: Transaction, op_id: str, programme: Programme, starts_on: dt.date) -> str:
    """Puts a programme in force from a day; older points keep their rules. Raises Refused("programme.…")."""
    if starts_on < tx.today:
        raise Refused("programme.past", field="starts_on")
    check(programme)
    tx.add(PointRule(id=op_id, starts_on=starts_on, terms=msgspec.json.encode(programme).decode()))
    return op_id


def first_programme(tx: Transaction, starts_on: dt.date) -> str:
    """The programme a new shop begins with: 1 point per 100 yen, gold from 30,000 yen a year, a coupon at 1,500."""
    return set_programme(tx, new_id(), Programme(), starts_on)


KINDS = {"birthday": "birthday", "birthday_bonus": "birthday", "campaign": "campaign", "campaign_bonus": "campaign"}
"""The kind of row a step stands in; the rest is the sale's own, "earn"."""


@command("loyalty.earn")
def earn(
    tx: Transaction,
    op_id: str,
    customer_id: str,
    yen: int,
    receipt: str,
    at: dt.datetime | None = None,
    lines: Sequence[purchases.Line] = (),
    no_points_yen: int = 0,
) -> Posting:
    """Records a sale of `yen` (with tax) and gives its points, each reason in a row of its own.

    `no_points_yen` of it earns nothing; where points are a payment, those used on this receipt earn nothing either.
    Raises Refused("amount.not_positive"), ("amount.part_too_large"), ("points.own_card") and what
    `purchases.record` raises.
    """
    _check_sale(yen, no_points_yen)
    customers.present(tx, customer_id)
    check_own_card(tx, customer_id)
    day, number = tx.settings.day_of(at or tx.now), purchases.receipt_number(receipt)
    rule_id, terms = queries.in_force(tx, day)
    without = min(no_points_yen + queries.paid_with_points(tx, customer_id, terms, number), yen)
    quote = rules.quote(terms, yen, queries.occasion(tx, customer_id, terms, day), lines, without)
    if quote.points > MOST_POINTS * MOST_EACH:
        raise Refused("amount.too_large", field="yen", most=MOST_POINTS)
    end_for(tx, customer_id)
    told = visited.told(tx, customer_id)
    sale = purchases.record(tx, op_id, customer_id, yen, receipt, at, lines)
    for entry in _awards(tx, op_id, customer_id, quote, at):
        entry.rule_id, entry.purchase_id, entry.receipt = rule_id, sale, number
        ledger.give(tx, entry, rules.last_day(terms, day), terms.expiry == "visit")
    renew_by_visit(tx, customer_id, terms)
    renew_tier(tx, customer_id, terms)
    balance = queries.balance(tx, customer_id)
    crossed = rules.milestone(terms, balance - quote.points, balance)
    return Posting(op_id, quote.points, balance, milestone=crossed.points if crossed else 0, visited=told)


def _check_sale(yen: int, no_points_yen: int) -> None:
    purchases.check_yen(yen)
    if yen == 0:
        raise Refused("amount.not_positive", field="yen")
    if not 0 <= no_points_yen <= yen:
        raise Refused("amount.part_too_large", field="no_points_yen", most=yen)


def check_own_card(tx: Transaction, customer_id: str) -> None:
    """Nobody moves points on their own card: somebody else does it for them."""
    if tx.actor.staff_id and staff.own_card(tx, tx.actor.staff_id) == customer_id:
        raise Refused("points.own_card")


def _awards(
    tx: Transaction, op_id: str, customer_id: str, quote: rules.Quote, at: dt.datetime | None
) -> list[PointEntry]:
    """A sale's rows: its own, then one for a birthday and one for each campaign that gave anything."""
    reasons: dict[tuple[str, str], list[rules.Step]] = {("earn", ""): []}
    for step in quote.steps:
        kind = KINDS.get(step.what, "earn")
        reasons.setdefault((kind, step.name if kind == "campaign" else ""), []).append(step)
    rows = []
    for (kind, _), steps in reasons.items():
        points = sum(step.points for step in steps)
        if points or kind == "earn":
            entry = entry_of(tx, op_id if kind == "earn" else new_id(), customer_id, kind, points, at)
            entry.base_yen, entry.steps = quote.base_yen, msgspec.json.encode(steps).decode()
            entry.percent, entry.tier = (quote.percent, quote.tier) if kind == "earn" else (None, None)
            rows.append(entry)
    return rows


@command("loyalty.spend")
def spend(tx: Transaction, op_id: str, customer_id: str, points: int, receipt: str = "") -> Posting:
    """Uses points, soonest expiry first; `receipt` is the sale they are used on.

    Raises Refused("points.not_enough", balance=…), ("points.step", least=…, step=…), ("points.own_card").
    """
    _check_points(points)
    customers.present(tx, customer_id)
    check_own_card(tx, customer_id)
    rule_id, terms = queries.in_force(tx, tx.today)
    if not rules.may_spend(terms, points):
        raise Refused("points.step", field="points", least=terms.spend_least, step=terms.spend_step)
    end_for(tx, customer_id)
    entry = entry_of(tx, op_id, customer_id, "spend", -points)
    entry.rule_id, entry.base_yen = rule_id, rules.worth(terms, points)
    entry.receipt = purchases.receipt_number(receipt) if receipt.strip() else None
    ledger.take(tx, entry)
    return _posting(tx, entry)


@command("loyalty.adjust", role="owner")
def adjust(tx: Transaction, op_id: str, customer_id: str, points: int, reason: str) -> Posting:
    """Corrects a balance by hand, with the reason; the owner only. Raises Refused("reason.missing")."""
    if not reason.strip():
        raise Refused("reason.missing", field="reason")
    _check_points(abs(points))
    customers.present(tx, customer_id)
    check_own_card(tx, customer_id)
    end_for(tx, customer_id)
    entry = entry_of(tx, op_id, customer_id, "adjust", points)
    entry.reason = reason.strip()[:200]
    if points > 0:
        terms = queries.programme(tx)
        ledger.give(tx, entry, rules.last_day(terms, tx.today), terms.expiry == "visit")
    else:
        ledger.take(tx, entry)
    return _posting(tx, entry)


@command("loyalty.open_balance", role="owner")
def open_balance(
    tx: Transaction, op_id: str, customer_id: str, points: int, expires_on: dt.date | None = None, reason: str = ""
) -> Posting:
    """Brings a balance over from another system as one lot. Raises Refused("points.own_card")."""
    _check_points(points)
    customers.present(tx, customer_id)
    check_own_card(tx, customer_id)
    end_for(tx, customer_id)
    entry = entry_of(tx, op_id, customer_id, "opening", points)
    entry.reason = reason[:200] or None
    ledger.give(tx, entry, expires_on)
    return _posting(tx, entry)


def _check_points(points: int) -> None:
    if points <= 0:
        raise Refused("points.not_positive", field="points")
    if points > MOST_POINTS:
        raise Refused("amount.too_large", field="points", most=MOST_POINTS)


def renew_tier(tx: Transaction, customer_id: str, terms: Programme) -> None:
    """Keeps the tier that a command may have changed beside the customer."""
    customers.set_tier(tx, customer_id, queries.tier(tx, customer_id, terms))


def _posting(tx: Transaction, entry: PointEntry) -> Posting:
    return Posting(entry.id, entry.points, queries.balance(tx, entry.customer_id))
