"""What a known export does not name is read where its meaning is certain, and everything else is named as not read."""

import csv
from pathlib import Path

import pytest
import samples
from shops import Till

from carepos import customers, exchange, loyalty
from carepos.exchange import kinds

SQUARE = f"{samples.SQUARE_CUSTOMERS},姓カナ,名カナ,生年月日,携帯,好きな席"
ROW = {
    "Square Customer ID": "S1", "First Name": "麗奈", "Last Name": "鷹司", "Phone Number": "03-1111-2222",
    "姓カナ": "タカツカサ", "名カナ": "レイナ", "生年月日": "1980-02-14", "携帯": "090-1111-2222", "好きな席": "窓",
}  # fmt: skip


def test_columns_a_kind_does_not_name_are_read_by_their_usual_words(office: Till, tmp_path: Path) -> None:
    path = samples.file(tmp_path, SQUARE, [ROW])
    report = office.do(exchange.bring_in, path)
    (found,) = office.ask(customers.find, "鷹司")
    card = office.ask(customers.show, found.id)
    assert (card.family_kana, card.given_kana) == ("たかつかさ", "れいな")
    assert (card.phone, card.kana_guessed) == ("0311112222", False)
    assert card.birthday == "1980-02-14" or "Birthday" in samples.SQUARE_CUSTOMERS
    assert {"携帯", "好きな席"} <= set(report.unread)
    assert not {"姓カナ", "名カナ", "Phone Number", "Last Name"} & set(report.unread)
    assert exchange.look(path).unread == list(report.unread)


def test_a_whole_name_is_not_read_beside_its_parts() -> None:
    header = [*next(csv.reader([samples.SMAREGI_MEMBERS])), "氏名", "フリガナ", "姓カナ"]
    columns = kinds.columns_of("smaregi.members", header)
    assert "name" not in columns
    assert "kana" not in columns
    assert columns["family_kana"] == "姓カナ"
    assert {"氏名", "フリガナ"} <= set(kinds.unread(header, columns, kinds.named("smaregi.members")))


def test_an_amount_too_large_says_the_most(office: Till, tmp_path: Path) -> None:
    path = samples.members(tmp_path, ポイント="9999999999999999")
    (first, *_) = office.do(exchange.bring_in, path).rejected
    assert (first.reason, first.most) == ("amount.too_large", 10**9)


def test_a_birthday_to_come_is_left_out(office: Till, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("氏名,誕生日\n森 樹,2026-11-22\n林 海,2026-11-21\n岡 陸,12-31\n", encoding="utf-8")
    report = office.do(exchange.bring_in, path)
    assert [(one.line, one.reason) for one in report.rejected] == [(2, "birthday.future")]
    assert report.added == 2


@pytest.fixture
def brought(office: Till, tmp_path: Path) -> Path:
    """A file of names without readings, brought in."""
    path = tmp_path / "own.csv"
    path.write_text("氏名,電話\n田中 花子,090-1234-5678\n鵺野 寧々音,\n", encoding="utf-8")
    office.do(exchange.bring_in, path)
    return path


def test_a_customer_without_a_reading_gets_the_usual_one_marked_as_guessed(office: Till, brought: Path) -> None:
    (tanaka,) = office.ask(customers.find, "たなか")
    card = office.ask(customers.show, tanaka.id)
    assert (card.family_kana, card.given_kana, card.kana_guessed) == ("たなか", "はなこ", True)
    assert [hit.given for hit in office.ask(customers.find, "はなこ")] == ["花子"]
    (strange,) = office.ask(customers.find, "鵺野")
    assert office.ask(customers.show, strange.id).kana_guessed is False


def test_a_mended_reading_is_no_guess_and_stays_when_the_file_comes_again(office: Till, brought: Path) -> None:
    (tanaka,) = office.ask(customers.find, "たなか")
    mended = customers.Details("田中", "花子", "でんちゅう", "はなこ", phone="090-1234-5678")
    office.do(customers.edit, tanaka.id, mended)
    brought.write_text(brought.read_text("utf-8") + "森 樹,\n", encoding="utf-8")
    report = office.do(exchange.bring_in, brought)
    card = office.ask(customers.show, tanaka.id)
    assert (card.family_kana, card.kana_guessed, report.updated) == ("でんちゅう", False, 0)


def test_another_phone_does_not_make_a_guess_certain(office: Till, brought: Path) -> None:
    (tanaka,) = office.ask(customers.find, "たなか")
    office.do(customers.edit, tanaka.id, customers.Details("田中", "花子", "たなか", "はなこ", phone="03-1111-2222"))
    assert office.ask(customers.show, tanaka.id).kana_guessed is True


def test_our_own_export_changes_nothing_when_it_comes_back(office: Till, till: Till, tmp_path: Path) -> None:
    whole = customers.Details("田中", "花子", "たなか", "はなこ", "様", "090-1234-5678", "h@example.jp", "K1", "02-14")
    who = [till.do(customers.register, whole), till.do(customers.register, customers.Details("森"))]
    for number, one in enumerate(who):
        till.do(loyalty.earn, one, 5000, f"R-{number}")
    file, *_ = office.do(exchange.export, tmp_path)
    report = office.do(exchange.bring_in, file)
    assert (report.kind, report.added, report.updated, report.unchanged) == ("carepos.customers", 0, 0, 2)
    assert [office.ask(loyalty.balance, one) for one in who] == [50, 50]


def test_our_export_comes_into_another_shop(office: Till, till: Till, tmp_path: Path) -> None:
    who = till.do(customers.register, customers.Details("田中", "花子"))
    file, *_ = office.do(exchange.export, tmp_path)
    text = file.read_text("utf-8-sig").replace(who, "0" * 31 + "9")
    file.write_text(text.replace("田中", "中田"), encoding="utf-8-sig")
    assert office.do(exchange.bring_in, file).added == 1


@pytest.mark.parametrize(
    ("kind", "deciding"),
    [
        ("loyverse.receipts", ("Receipt type", "Status")),
        ("square.items", ("Event Type",)),
        ("shopify.orders", ("Cancelled at",)),
    ],
)
def test_what_tells_a_refund_or_a_cancelled_sale_is_not_called_unread(kind: str, deciding: tuple[str, ...]) -> None:
    header = ["Something", *deciding]
    assert kinds.unread(header, {}, kinds.named(kind)) == ["Something"]
