"""Files nobody vouches for: recognised by their columns, or refused with the place where they break (F60, F61)."""

import tracemalloc
import zipfile
from itertools import islice
from pathlib import Path

import pytest
import samples
from shops import refused

from carepos import exchange
from carepos.exchange import reading, rules

HEADERS = {
    "square.customers": samples.SQUARE_CUSTOMERS,
    "square.items": samples.SQUARE_ITEMS,
    "shopify.customers": samples.SHOPIFY_CUSTOMERS,
    "shopify.orders": samples.SHOPIFY_ORDERS,
    "smaregi.members": samples.SMAREGI_MEMBERS,
    "airregi.receipts": samples.AIRREGI,
    "loyverse.receipts": samples.LOYVERSE,
}


def put(folder: Path, content: bytes) -> Path:
    path = folder / "some.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", HEADERS)
@pytest.mark.parametrize("order", [1, -1])
def test_each_kind_is_known_by_its_columns_in_any_order(tmp_path: Path, kind: str, order: int) -> None:
    names = samples.text(HEADERS[kind], [{}]).splitlines()[0]
    fields = names.split(",") if '"' not in names else [names]
    path = put(tmp_path, ",".join(fields[::order]).encode("cp932") + b"\r\n1,2\r\n")
    assert (exchange.look(path).kind, exchange.look(path).rows) == (kind, 1)


def test_a_look_shows_the_first_rows_and_writes_nothing(tmp_path: Path) -> None:
    look = exchange.look(put(tmp_path, "名前;電話\r\n".encode() + b"a;b\r\n" * 30))
    assert (look.kind, look.encoding, look.rows, look.header) == ("", "utf-8", 30, ["名前", "電話"])
    assert look.first == [["a", "b"]] * rules.FIRST_ROWS
    assert look.columns == {"name": "名前", "phone": "電話"}


def test_a_field_with_a_line_break_is_one_row(tmp_path: Path) -> None:
    look = exchange.look(put(tmp_path, b'name,memo\r\nA,"1\r\n2"\r\nB,3\r\n'))
    assert look.first == [["A", "1\r\n2"], ["B", "3"]]


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "file.empty"),
        (b"\r\n\r\n,,\r\n", "file.empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "file.not_a_table"),
        (b"name,phone\r\na,b\0c\r\n", "file.not_a_table"),
        (b"name,phone\r\n" + b"a" * (2 * 1024**2), "file.line_too_long"),
        (b"name,phone\r\n" + b"a" * (2 * 1024**2) + b"\r\nb,c\r\n", "file.line_too_long"),
        (b'name,phone\r\na,"b\r\nc,d\r\n', "file.not_a_table"),
        (b"," .join([b"c"] * 2000) + b"\r\n1,2\r\n", "file.too_many_columns"),
        (b"PK\x03\x04 not a zip", "file.not_a_table"),
    ],
    ids=["empty", "blank", "png", "nul", "one line", "long line", "open quote", "columns", "zip"],
)  # fmt: skip
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, rule: str) -> None:
    with refused(rule):
        exchange.look(put(tmp_path, content))


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with refused("file.not_found"):
            exchange.look(path)


def test_five_gigabytes_are_refused_by_their_size(tmp_path: Path) -> None:
    path = put(tmp_path, b"name,phone\r\n")
    with path.open("r+b") as file:
        file.truncate(5 * 1024**3)
    with refused("file.too_large", most=rules.MOST_BYTES):
        exchange.look(path)


def test_a_spreadsheet_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/sharedStrings.xml", "a")
        packed.filelist[-1].file_size = rules.MOST_UNPACKED + 1
    with refused("file.too_large", most=rules.MOST_UNPACKED):
        exchange.look(path)


def test_a_zip_that_is_no_spreadsheet_and_a_broken_one_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    for name, body in (("a.txt", "a"), ("xl/workbook.xml", "<broken")):
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr(name, body)
        with refused("file.not_a_table"):
            exchange.look(path)


NAMES = "名前,電話\r\n" + "田中 花子,090\r\n" * 90_000


@pytest.mark.parametrize(
    ("start", "broken"),
    [
        (NAMES.encode(), "石川 涼,\r\n".encode("cp932")),
        (NAMES.encode("utf-8-sig"), "石川 涼,\r\n".encode("cp932")),
        (NAMES.encode("cp932"), "石川 涼,\r\n".encode()),
        (NAMES.encode("cp932"), b"\x80,\r\n"),
        (NAMES.encode("cp932"), b"\xfd,\r\n"),
        (NAMES.encode("cp932"), b"\xf0\x40,\r\n"),
        (NAMES.encode("cp932"), b"a,\x81\r\n"),
    ],
    ids=["sjis in utf-8", "sjis in utf-8-sig", "utf-8 in sjis", "0x80", "0xfd", "gaiji", "half a character"],
)
def test_mixed_and_broken_encodings_are_refused_with_their_line(tmp_path: Path, start: bytes, broken: bytes) -> None:
    with refused("file.encoding", line=90_002):
        exchange.look(put(tmp_path, start + broken + "森,\r\n".encode("ascii", "ignore")))


def test_backslashes_and_bars_inside_cp932_characters_do_no_harm(tmp_path: Path) -> None:
    look = exchange.look(put(tmp_path, "名前,メモ\r\nソ表能,ポ―十\r\n髙橋﨑,㈱～\r\n".encode("cp932")))
    assert (look.encoding, look.first) == ("cp932", [["ソ表能", "ポ―十"], ["髙橋﨑", "㈱～"]])


def test_half_width_readings_stay_cp932(tmp_path: Path) -> None:
    look = exchange.look(put(tmp_path, "ﾌﾘｶﾞﾅ,TEL\r\nﾆｼ,1\r\nﾐｷ,2\r\n".encode("cp932")))
    assert (look.encoding, look.first[0][0]) == ("cp932", "ﾆｼ")


def test_a_large_file_is_streamed(tmp_path: Path) -> None:
    path = put(tmp_path, b"name,phone\r\n")
    with path.open("ab") as file:
        for _ in range(30):
            file.write(b"some body with a rather long name indeed,090-1234-5678\r\n" * 20_000)
    tracemalloc.start()
    try:
        rows = sum(1 for _ in islice(reading.rows(reading.check(path)), 50_000))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert rows == 50_000
    assert most < path.stat().st_size / 3
