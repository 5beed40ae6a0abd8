"""What a receipt must be; pure functions."""

from dataclasses import dataclass

from carepos.errors import Refused
from carepos.text import folding

MOST_YEN = 10**12
COUNTER = "counter"
_DASHES = str.maketrans("ー−‐–—―", "------")  # what a Japanese keyboard writes for the hyphen of a number


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a receipt; `thousandths` of a piece, `yen` for the whole line with tax."""

    item: str
    thousandths: int
    yen: int
    category: str = ""


def check_yen(yen: int) -> int:
    """An amount a shop can take; raises Refused("amount.negative") or ("amount.too_large")."""
    if yen < 0:
        raise Refused("amount.negative", field="yen")
    if yen > MOST_YEN:
        raise Refused("amount.too_large", field="yen", most=MOST_YEN)
    return yen


def tidy_number(text: str) -> str:
    """A receipt number without blanks, its width and hyphens as a till prints them: one receipt has one number."""
    return "".join(folding.composed(text).translate(_DASHES).split())


def receipt_number(text: str) -> str:
    """A receipt number as it is stored; raises Refused("receipt.missing") or ("text.too_long")."""
    number = tidy_number(text)
    if not number:
        raise Refused("receipt.missing", field="receipt")
    if len(number) > 60:
        raise Refused("text.too_long", field="receipt", most=60)
    return number
