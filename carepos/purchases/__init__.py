"""What customers bought, receipt by receipt."""

from carepos.purchases.actions import give_back, record, take_back, withdraw
from carepos.purchases.queries import (
    DaySales,
    PurchaseEntry,
    bought_on,
    by_receipt,
    day_sales,
    history,
    ids_between,
    last_item,
    next_receipt,
    spent_between,
    standing,
    times_since,
    usual_yen,
    visits_of,
)
from carepos.purchases.rules import MOST_YEN, Line, check_yen, receipt_number

__all__ = [
    "MOST_YEN",
    "DaySales",
    "Line",
    "PurchaseEntry",
    "bought_on",
    "by_receipt",
    "check_yen",
    "day_sales",
    "give_back",
    "history",
    "ids_between",
    "last_item",
    "next_receipt",
    "receipt_number",
    "record",
    "spent_between",
    "standing",
    "take_back",
    "times_since",
    "usual_yen",
    "visits_of",
    "withdraw",
]
