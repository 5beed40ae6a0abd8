"""Taking everything out: whole, readable, harmless in a spreadsheet, and readable again by ourselves."""

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shops import OWNER, START, Till, refused
from test_bring_in_people import everybody

from carepos import complaints, customers, exchange, feedback, loyalty, promises, staff, wording
from carepos.database import Base
from carepos.exchange import rules
from carepos.exchange.export import FILES
from carepos.shop import Shop

NAMES = ["customers", *FILES.values()]
STAYS = {
    *("operations", "tills", "settings", "drafts", "printers", "receipt_prints", "pin_attempts", "expiry_runs"),
    *("customers", "customer_lookup", "point_balances", "line_counts"),  # in customers.csv, or reckoned from the others
    *("customer_merges", "merged_rows", "import_batches", "import_references", "import_changes"),
}
"""What only this store can use: how it works, and how its deeds are undone."""


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_comes_out_as_csv_with_bom(
    office: Till, till: Till, make_customer: Callable[..., str], tmp_path: Path
) -> None:
    tanaka = make_customer(family="田中", given="花子", phone="090-1234-5678", card="A1")
    till.do(loyalty.earn, tanaka, 1200, "R-1")
    till.do(customers.add_note, tanaka, "told", "=HYPERLINK(1)")
    till.do(complaints.record, tanaka, complaints.Account("+冷めていた"))
    till.do(promises.make, tanaka, "電話する", START + dt.timedelta(days=1))
    till.do(feedback.rate, tanaka, 4, "@よい", "")
    till.do(wording.say, tanaka, "regular", "ja.regular.1", "いつもありがとうございます。")
    written = office.do(exchange.export, tmp_path / "out")
    assert [path.stem for path in written] == NAMES
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in written)
    read = {path.stem: table(path) for path in written}
    told = {"customers", "notes", "purchases", "points", "lots", "promises", "complaints", "ratings", "said"}
    assert {name: len(rows) for name, rows in read.items() if name in told} == dict.fromkeys(told, 1)
    assert {row["id"]: row["name"] for row in read["staff"]} == office.ask(staff.names)
    (person,) = read["customers"]
    assert (person["family"], person["phone"], person["points"]) == ("田中", "09012345678", "12")
    assert read["points"][0]["at"] == "2026-11-21 14:00:00+09:00"
    texts = (read["notes"][0]["text"], read["complaints"][0]["words"], read["ratings"][0]["words"])
    assert texts == ("'=HYPERLINK(1)", "'+冷めていた", "'@よい")
    assert {path.stat().st_mode & 0o077 for path in written} == {0}


def test_no_secret_of_anybody_comes_out(office: Till, tmp_path: Path) -> None:
    (people,) = (path for path in office.do(exchange.export, tmp_path / "out") if path.stem == "staff")
    assert not [name for name in table(people)[0] if "hash" in name]
    assert "argon2" not in people.read_text(encoding="utf-8-sig")


def test_every_table_is_taken_out_or_known_to_stay() -> None:
    assert FILES.keys() | STAYS == Base.metadata.tables.keys()
    assert not FILES.keys() & STAYS


def test_only_the_owner_takes_everything_out(till: Till, tmp_path: Path) -> None:
    with refused("role.owner_only"):
        till.do(exchange.export, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_refused(office: Till, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with refused("folder.not_writable"):
        office.do(exchange.export, tmp_path / "file")


formulas = st.builds(
    str.__add__, st.sampled_from(rules.FORMULA_STARTS + "'"), st.text("=+-@＝'\t\n\"a1;, 田", max_size=9)
)


@settings(max_examples=25)
@given(family=formulas, given=formulas)
def test_what_comes_out_comes_in_again_as_it_was(sqlite_shop: Shop, tmp_path: Path, family: str, given: str) -> None:
    office = Till(sqlite_shop, OWNER)
    known = office.do(customers.register, customers.Details("=" + family, given))
    card = office.ask(customers.show, known)
    out = office.do(exchange.export, tmp_path)[0]
    assert not [cell for row in table(out) for cell in row.values() if cell[:1] in tuple("=+-@\t\r\n＝＋－＠")]
    office.do(customers.withdraw, known)
    report = office.do(exchange.bring_in, out)
    assert (report.kind, report.added, report.rejected_rows) == ("carepos.customers", 1, 0)
    (back,) = everybody(office).values()
    assert (back.family, back.given) == (card.family, card.given)
    office.do(exchange.undo, report.batch)


@pytest.mark.parametrize("name", ["<b>田中</b>", "\u202eabc", "x" * 61, "file:///etc/passwd", "田\u200b中"])
def test_hostile_names_are_stored_as_text_or_refused(office: Till, tmp_path: Path, name: str) -> None:
    path = tmp_path / "hostile.csv"
    path.write_text(f"name,phone\n{name},090-1234-5678\n", encoding="utf-8")
    report = office.do(exchange.bring_in, path)
    if len(name) > 60:
        assert [one.reason for one in report.rejected] == ["text.too_long"]
    else:
        shown = "".join(character for character in name if character.isprintable())
        assert "".join(list(everybody(office))).replace(" ", "") == shown.replace(" ", "")
