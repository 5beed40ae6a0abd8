"""What a receipt must be; pure functions."""

from dataclasses import dataclass

from carepos.errors import Refused

MOST_YEN = 10**12
COUNTER = "counter"


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


def receipt_number(text: str) -> str:
    """A receipt number as it is stored; raises Refused("receipt.missing") or ("text.too_long")."""
    number = "".join(text.split())
    if not number:
        raise Refused("receipt.missing", field="receipt")
    if len(number) > 60:
        raise Refused("text.too_long", field="receipt", most=60)
    return number
