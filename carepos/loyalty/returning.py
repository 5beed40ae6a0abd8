"""What a return of goods would do to the points, told before it is done (P15)."""

from dataclasses import dataclass

from carepos import purchases
from carepos.database import Transaction
from carepos.errors import Refused
from carepos.loyalty import queries, rules
from carepos.loyalty.reversing import coming_back, going, sale_of


@dataclass(frozen=True, slots=True)
class ReturnPreview:
    """Points that come back and go, what of them was used already, and where that leaves the balance.

    `missing` points are owed ("owe"), kept from the refund as `settle_yen` ("settle"), or in the way ("refuse").
    """

    yen: int
    left_yen: int
    back: int
    taken: int
    missing: int
    settle_yen: int
    balance: int
    outcome: str


def preview_return(tx: Transaction, customer_id: str, receipt: str, yen: int) -> ReturnPreview:
    """What `return_sale` would do now; nothing is written. Raises Refused("receipt.unknown"), ("return.too_much")."""
    sale, awards = sale_of(tx, customer_id, receipt)
    whole, returned = purchases.standing(tx, sale)
    if not 0 < yen <= whole - returned:
        raise Refused("return.too_much", field="yen", most=whole - returned)
    terms, returned = queries.programme(tx), returned + yen
    back = sum(points for _, points in coming_back(tx, customer_id, awards[0].receipt, whole, returned))
    balance = queries.balance(tx, customer_id) + back
    taken = missing = settle_yen = 0
    for _, wanted in going(tx, awards, whole, returned):
        lacking = max(wanted - max(balance, 0), 0)
        settled = lacking if terms.after_return == "settle" else 0
        taken, missing, settle_yen = taken + wanted, missing + lacking, settle_yen + rules.worth(terms, settled)
        balance += settled - wanted
    return ReturnPreview(yen, whole - returned, back, taken, missing, settle_yen, balance, terms.after_return)
