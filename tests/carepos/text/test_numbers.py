"""Amounts as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.text.numbers import parse_points, parse_yen


@pytest.mark.parametrize(
    ("typed", "yen"),
    [
        ("3240", 3240), ("3,240", 3240), ("¥3,240", 3240), ("３２４０円", 3240), ("￥1,000", 1000),
        ("\\500", 500), (" 1 000 円", 1000), ("0", 0), ("-0", 0), ("007", 7), ("1,234,567", 1234567),
        ("500.0", 500), ("500.00", 500), ("１，０００", 1000), ("1000000000000", 10**12),
    ],
)  # fmt: skip
def test_amount(typed: str, yen: int) -> None:
    assert parse_yen(typed) == yen


@pytest.mark.parametrize("typed", ["-500", "−500", "▲500", "△500円", "¥-500", "-¥500", "－５００"])
def test_negative_only_where_allowed(typed: str) -> None:
    assert parse_yen(typed, negative=True) == -500
    with pytest.raises(ValueError, match=r"^amount\.negative$"):
        parse_yen(typed)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", "invalid"), ("円", "invalid"), ("abc", "invalid"), ("1,00", "invalid"), ("1,0000", "invalid"),
        ("1e3", "invalid"), ("--5", "invalid"), ("-¥-5", "invalid"), ("5-", "invalid"), ("1.5", "fraction"),
        ("3.240", "fraction"), ("3.000", "fraction"), ("5.", "fraction"), ("1000000000001", "too_large"),
        ("9" * 2**20, "too_large"), ("٣", "invalid"), ("一", "invalid"),
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused(typed: str, rule: str) -> None:
    with pytest.raises(ValueError, match=rf"^amount\.{rule}$"):
        parse_yen(typed)


def test_points_are_told_as_points() -> None:
    assert (parse_points("1,200"), parse_points("-5", negative=True)) == (1200, -5)
    wrong = ("points.invalid", "points.invalid", "points.not_positive", "amount.too_large")
    for typed, rule in zip(("abc", "1.5", "-5", "9" * 20), wrong, strict=True):
        with pytest.raises(ValueError, match=rf"^{rule}$"):
            parse_points(typed)


@given(st.integers(-(10**12), 10**12))
def test_what_is_shown_can_be_typed(yen: int) -> None:
    assert parse_yen(f"{yen:,}円", negative=True) == yen
    assert parse_yen(str(yen), negative=True) == yen


@given(st.text() | st.text("0123456789.,-¥円", max_size=12))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        assert 0 <= parse_yen(text) <= 10**12
    except ValueError as refused:
        assert str(refused).startswith("amount.")
