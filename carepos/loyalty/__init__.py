"""The points ledger: append-only, in whole numbers, each row explained."""

from carepos.loyalty.accounts import Account, Lot, account, account_as_of, balance_as_of, lots_as_of
from carepos.loyalty.actions import (
    adjust,
    earn,
    first_programme,
    open_balance,
    set_programme,
    spend,
)
from carepos.loyalty.expiry import Due, Expired, agree_to_clock, expire, expiry_due
from carepos.loyalty.explaining import Explanation, Reason, explain, forms
from carepos.loyalty.merging import merge, unmerge
from carepos.loyalty.posting import Posting
from carepos.loyalty.preview import MergePreview, MergeSide, preview_merge
from carepos.loyalty.queries import (
    BY_OWNER,
    FINAL,
    DayPoints,
    PointsEntry,
    Version,
    adjusted_on,
    balance,
    day_points,
    history,
    programme,
    programmes,
    quote,
)
from carepos.loyalty.receipt import PointsReceipt, receipt_of
from carepos.loyalty.returning import ReturnPreview, preview_return
from carepos.loyalty.reversing import return_sale, undo
from carepos.loyalty.rules import Quote, Step
from carepos.loyalty.statement import Statement, StatementLine, statement
from carepos.loyalty.tables import AWARDS
from carepos.loyalty.terms import MOST_POINTS, Campaign, Programme, Reward, Tier
from carepos.loyalty.verifying import verify
from carepos.loyalty.watching import ByHand, CardDay, Watch, watch

__all__ = [
    "AWARDS",
    "BY_OWNER",
    "FINAL",
    "MOST_POINTS",
    "Account",
    "ByHand",
    "Campaign",
    "CardDay",
    "DayPoints",
    "Due",
    "Expired",
    "Explanation",
    "Lot",
    "MergePreview",
    "MergeSide",
    "PointsEntry",
    "PointsReceipt",
    "Posting",
    "Programme",
    "Quote",
    "Reason",
    "ReturnPreview",
    "Reward",
    "Statement",
    "StatementLine",
    "Step",
    "Tier",
    "Version",
    "Watch",
    "account",
    "account_as_of",
    "adjust",
    "adjusted_on",
    "agree_to_clock",
    "balance",
    "balance_as_of",
    "day_points",
    "earn",
    "expire",
    "expiry_due",
    "explain",
    "first_programme",
    "forms",
    "history",
    "lots_as_of",
    "merge",
    "open_balance",
    "preview_merge",
    "preview_return",
    "programme",
    "programmes",
    "quote",
    "receipt_of",
    "return_sale",
    "set_programme",
    "spend",
    "statement",
    "undo",
    "unmerge",
    "verify",
    "watch",
]
