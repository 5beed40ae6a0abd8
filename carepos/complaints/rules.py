"""What a complaint may say of itself; pure functions."""

from dataclasses import dataclass

from carepos.errors import Refused
from carepos.text import japanese

ABOUT = ("goods", "service", "waiting", "price", "delivery", "other")
WANTS = ("exchange", "refund", "explanation", "to_be_heard")
URGENCY = ("usual", "today", "injury")
GOODWILL = {"none": 0, "same_item": 0, "coupon": 500, "shipping": 800, "ask_owner": 0}
"""What staff can offer on the spot and what it usually costs in yen (P06)."""

LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Account:
    """A complaint as it was told: the customer's own words first (P23), then what we understood."""

    words: str
    about: str = "other"
    wants: str = "to_be_heard"
    urgency: str = "usual"
    goodwill: str = "none"
    goodwill_yen: int = 0


def check(account: Account, goodwill_limit: int, role: str) -> Account:
    """The account as stored; raises Refused("complaint.empty"), ("goodwill.over_limit"), ("choice.unknown"), …"""
    words = japanese.storable(account.words)
    if not words:
        raise Refused("complaint.empty", field="words")
    if len(words) > LONGEST:
        raise Refused("text.too_long", field="words", most=LONGEST)
    choices = ((account.about, ABOUT), (account.wants, WANTS), (account.urgency, URGENCY), (account.goodwill, GOODWILL))
    if any(value not in allowed for value, allowed in choices):
        raise Refused("choice.unknown", field="about")
    yen = account.goodwill_yen or GOODWILL[account.goodwill]
    if yen < 0:
        raise Refused("amount.negative", field="goodwill")
    if role != "owner" and yen > goodwill_limit:
        raise Refused("goodwill.over_limit", field="goodwill", limit=goodwill_limit)
    return Account(words, account.about, account.wants, account.urgency, account.goodwill, yen)
