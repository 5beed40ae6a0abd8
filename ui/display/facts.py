"""What a customer may see of themselves: points and their rules. No phone, no address, no notes are ever read here."""

import datetime as dt
from dataclasses import dataclass

from carepos import customers, feedback, loyalty
from carepos.database import Transaction
from ui.kit import words


@dataclass(frozen=True, slots=True)
class Facts:
    """One customer's page; `today` are the points that today's sales brought, `rated` whether they rated today."""

    customer_id: str
    name: str
    language: str
    new: bool
    account: loyalty.Account
    programme: loyalty.Programme
    today: int
    day: dt.date
    rated: bool


def read(tx: Transaction, customer_id: str) -> Facts:
    """Reads a customer's page in one go (P15); raises NotFound for somebody who is gone."""
    card = customers.show(tx, customer_id)
    return Facts(
        customer_id=customer_id,
        name=words.name(card.family, card.given, card.honorific),
        language=card.language,
        new=card.visits <= 1,
        account=loyalty.account(tx, customer_id),
        programme=loyalty.programme(tx),
        today=_earned_today(tx, customer_id),
        day=tx.today,
        rated=_rated_today(tx, customer_id),
    )


def _earned_today(tx: Transaction, customer_id: str) -> int:
    entries = loyalty.history(tx, customer_id, tx.now + dt.timedelta(days=1), 50)
    return sum(
        entry.points
        for entry in entries
        if entry.day == tx.today and not entry.undone and (entry.kind in loyalty.AWARDS or _taken_back(entry))
    )


def _taken_back(entry: loyalty.PointsEntry) -> bool:
    return entry.kind == "return" and entry.points < 0


def _rated_today(tx: Transaction, customer_id: str) -> bool:
    latest = feedback.history(tx, customer_id, tx.now + dt.timedelta(days=1), 1)
    return any(tx.settings.day_of(rating.at) == tx.today for rating in latest)
