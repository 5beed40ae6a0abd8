"""Amounts of money, and points, as people type them. Neither have fractions."""

import re

from carepos.text.folding import composed

MOST = 10**12
_SIGNS = str.maketrans("−‐–—▲△", "------")  # a triangle is the minus of Japanese bookkeeping
_AMOUNT = re.compile(r"(-?)[¥\\]?(-?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?円?", re.ASCII)


def parse_yen(text: str, negative: bool = False) -> int:
    """Whole yen of "3,240", "¥3,240" or "３２４０円"; "-500" and "▲500" where `negative` allows it.

    Raises ValueError("amount.invalid"), or "amount.fraction", "amount.negative", "amount.too_large"
    (over 10**12).
    """
    match = _AMOUNT.fullmatch("".join(composed(text).translate(_SIGNS).split()))
    if match is None or (match[1] and match[2]):
        raise ValueError("amount.invalid")
    if match[4] not in (None, ".0", ".00"):  # ".000" may be somebody's thousands
        raise ValueError("amount.fraction")
    amount = _bounded(match[3].replace(",", "").lstrip("0"))
    if amount and (match[1] or match[2]):
        return -_allowed(amount, negative)
    return amount


_OF_POINTS = {
    "amount.invalid": "points.invalid",
    "amount.fraction": "points.invalid",
    "amount.negative": "points.not_positive",
}


def parse_points(text: str, negative: bool = False) -> int:
    """Whole points, typed as an amount is; raises ValueError("points.invalid"), "points.not_positive" or
    "amount.too_large"."""
    try:
        return parse_yen(text, negative)
    except ValueError as fault:
        raise ValueError(_OF_POINTS.get(str(fault), str(fault))) from None


def _bounded(figures: str) -> int:
    """The number, once it is known to be short enough to be one."""
    if len(figures) > len(str(MOST)) or int(figures or "0") > MOST:
        raise ValueError("amount.too_large")
    return int(figures or "0")


def _allowed(amount: int, negative: bool) -> int:
    if not negative:
        raise ValueError("amount.negative")
    return amount
