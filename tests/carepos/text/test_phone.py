"""Phone numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.text.phone import digits, masked, parse, shown


@pytest.mark.parametrize(
    ("typed", "only"),
    [
        ("090-1234-5678", "09012345678"), ("０９０－１２３４", "0901234"), ("+81 90-1234", "0901234"),
        ("0081901234", "0901234"), ("+81 (0)90 1234", "0901234"), ("＋８１９０", "090"), ("+81", "0"),
        ("+8", "8"), ("5678", "5678"), ("", ""), ("たなか", ""), ("+1 555", "1555"),
        ("090ー1234", "0901234"),
    ],
)  # fmt: skip
def test_digits(typed: str, only: str) -> None:
    assert digits(typed) == only


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("090-1234-5678", "09012345678"), ("０９０－１２３４－５６７８", "09012345678"),
        ("090ー1234ー5678", "09012345678"), ("(03) 1234 5678", "0312345678"),
        ("03.1234.5678", "0312345678"), ("0120-123-456", "0120123456"), ("0800-123-4567", "08001234567"),
        ("050-1234-5678", "05012345678"), ("0570-000-123", "0570000123"), ("060-1234-5678", "06012345678"),
        ("+81 90 1234 5678", "09012345678"), ("+81(0)90-1234-5678", "09012345678"),
        ("0081-90-1234-5678", "09012345678"), ("9012345678", "09012345678"), ("312345678", "0312345678"),
        ("+1 555 123 4567", "+15551234567"), ("+15551234567", "+15551234567"),
        ("+49 30 123456", "+4930123456"), ("+65 6123 4567", "+6561234567"),
    ],
)  # fmt: skip
def test_stored_form(typed: str, stored: str) -> None:
    assert parse(typed) == stored
    assert parse(stored) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "たなか", "110", "12", "090-1234-567", "090-1234-56789", "0312345", "+999 12345678",
        "1-800-FLOWERS", "090-1234-5678 x", "+", "++81 90 1234 5678", "-" * 50, "0" * 2**20,
        "0000000000000",
    ],
)  # fmt: skip
def test_what_can_be_no_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^phone\.invalid$"):
        parse(typed)


@pytest.mark.parametrize(
    ("stored", "readable", "hidden"),
    [
        ("09012345678", "090-1234-5678", "090-••••-5678"), ("0312345678", "03-1234-5678", "03-••••-5678"),
        ("0120123456", "0120-123-456", "0120-•••-456"), ("0466123456", "0466-12-3456", "0466-••-3456"),
        ("+15551234567", "+1 555-123-4567", "+1 •••-•••-4567"),
        ("+4930123456", "+49 30 123456", "+49 •• ••3456"), ("123456", "123456", "••3456"), ("", "", ""),
        ("12", "12", "••"), ("なし", "なし", "なし"),
    ],
)  # fmt: skip
def test_shown_and_masked(stored: str, readable: str, hidden: str) -> None:
    assert (shown(stored), masked(stored)) == (readable, hidden)


@given(st.text() | st.text("0123456789-+ ()", max_size=20))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        stored = parse(text)
    except ValueError as refused:
        assert str(refused) == "phone.invalid"
    else:
        assert stored.lstrip("+").isdecimal()


@given(st.text() | st.text("0123456789-+ ", max_size=15))
def test_anything_stored_can_be_shown(text: str) -> None:
    assert isinstance(masked(text), str)
