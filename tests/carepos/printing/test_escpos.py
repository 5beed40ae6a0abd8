"""Receipts as bytes: what was meant stands there, nothing is wider than the paper, nobody's name commands a printer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printers import read

from carepos.printing import WIDTHS, Code, Line, Rule, receipt, rows
from carepos.printing.cp932 import columns, encode

HOSTILE = "山\x1b@田\x1dV\x00\n\r\t\x10\x04\x01\u202e<b>\u200b\x9b\ud800花"
CONTROLS = set(range(0x20)) | {0x7F}


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("髙橋 﨑田", "髙橋 﨑田"),
        ("表示 ソ能", "表示 ソ能"),
        ("ﾀﾅｶ ﾊﾅｺﾞ", "ﾀﾅｶ ﾊﾅｺﾞ"),
        ("①㈱", "①㈱"),
        ("10〜12時", "10～12時"),
        ("1−2—3", "1－2―3"),
        ("¥3,240", "\\3,240"),
        ("\\", "＼"),
        ("~", "～"),
        ("𠮷田", "吉田"),
        ("𣘺", "橋"),
        ("神\ufe00谷", "神谷"),
        ("か\u3099", "が"),
        ("ゔ", "ヴ"),
        ("Zoë Łódź", "Zoe Lodz"),
        ("☕김", "〓〓"),
        ("\ue000", "〓"),
        ("a\u00a0b\nc", "a b c"),
        (HOSTILE, "山@田 V   <b>〓花"),
        ("", ""),
    ],
)
def test_what_cp932_lacks_stays_readable(text: str, printed: str) -> None:
    assert encode(text).decode("cp932") == printed


def test_variant_kanji_stand_where_windows_writes_them() -> None:
    assert (encode("髙"), encode("﨑")) == (b"\xfb\xfc", b"\xfa\xb1")


def test_every_character_there_is_can_be_printed_and_none_is_a_command() -> None:
    for code in (*range(0x10000), *range(0x1F300, 0x1F400), 0x20BB7, 0xE0100, 0x10FFFF):
        printed = encode(chr(code))
        assert not CONTROLS & set(printed), hex(code)
        assert len(printed) <= min(WIDTHS) // 2, hex(code)


@pytest.mark.parametrize(
    ("text", "width"), [("a", 1), ("ア", 2), ("ｱ", 1), ("¥1", 2), ("𠮷", 2), ("\u200b", 0), ("　", 2)]
)
def test_full_width_counts_two(text: str, width: int) -> None:
    assert columns(text) == width


@given(st.text(max_size=90), st.text(max_size=40), st.sampled_from(WIDTHS), st.sampled_from((1, 2)), st.booleans())
def test_no_row_is_wider_than_the_paper_and_nothing_is_lost(
    left: str, right: str, width: int, size: int, centred: bool
) -> None:
    laid = rows(Line(left, right, size=size, centred=centred), width)
    assert all(columns(row) <= width // size for row in laid)
    assert _dense("".join(laid)) == _dense(left) + _dense(right)


def _dense(text: str) -> bytes:
    return encode(text).replace(b" ", b"")


def test_an_amount_stands_at_the_right_edge() -> None:
    assert rows(Line("お買い上げ", "¥3,240"), 32) == ["お買い上げ" + " " * 16 + "¥3,240"]
    assert rows(Line("お買い上げ", "¥3,240", size=2), 32) == ["お買い上げ", " " * 10 + "¥3,240"]


def test_an_amount_that_has_no_room_beside_its_words_goes_below() -> None:
    assert rows(Line("あ" * 15, "¥3,240"), 32) == ["あ" * 15, " " * 26 + "¥3,240"]
    assert rows(Line("あ" * 17, "¥3,240"), 32) == ["あ" * 16, "あ" + " " * 24 + "¥3,240"]


def test_latin_words_stay_whole_and_long_ones_break() -> None:
    assert rows(Line("Your points of today do not expire soon"), 32) == ["Your points of today do not", "expire soon"]
    assert rows(Line("x" * 70), 32) == ["x" * 32, "x" * 32, "x" * 6]


def test_the_middle_is_the_middle() -> None:
    assert rows(Line("みなも", centred=True), 32) == [" " * 13 + "みなも"]
    assert rows(Line("みなも", centred=True, size=2), 32) == [" " * 5 + "みなも"]


def test_a_receipt_reads_back_as_it_was_meant() -> None:
    parts = [Line("みなも", bold=True, size=2, centred=True), Rule(), Line("表示", "¥48"), Code("123456789018")]
    data = receipt(parts, 32)
    assert read(data) == [" " * 5 + "みなも", "-" * 32, "表示" + " " * 25 + "¥48", "QR 123456789018"]
    assert data.startswith(b"\x1b@\x1bR\x08\x1cC\x01\x1c&")
    assert data.endswith(b"\x1dVB\x00")


def test_bold_and_size_end_with_their_line() -> None:
    bold, plain = receipt([Line("a", bold=True, size=2), Line("b")], 32).split(b"a\n")
    assert bold.endswith(b"\x1bE\x01\x1d!\x11")
    assert plain.startswith(b"\x1bE\x00\x1d!\x00b\n")


def test_a_code_says_how_long_it_is() -> None:
    data = receipt([Code("1" * 300)], 48)
    assert b"\x1d(k\x2f\x011P0" + b"1" * 300 in data
    assert data.index(b"1E1") < data.index(b"1P0") < data.index(b"1Q0")


def test_a_thousand_lines_come_out_in_order() -> None:
    lines = [Line(f"商品{number}", f"¥{number:,}") for number in range(1000)]
    printed = read(receipt(lines, 48))
    assert [row.split() for row in printed] == [[f"商品{number}", f"¥{number:,}"] for number in range(1000)]


def test_a_hostile_name_adds_no_command() -> None:
    named, plain = receipt([Line(HOSTILE)], 32), receipt([Line("")], 32)
    assert [named.count(bytes([code])) for code in CONTROLS] == [plain.count(bytes([code])) for code in CONTROLS]
