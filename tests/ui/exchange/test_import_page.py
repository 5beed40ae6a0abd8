"""Bringing in: the file is looked at first, comes in once, and can be taken back whole."""

from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtWidgets import QComboBox

from carepos import customers
from ui.exchange.page import ImportPage, RejectedCard
from ui.kit.label import Label

MEMBERS = """会員ID,会員コード,姓,名,電話番号,メールアドレス,ポイント,ポイント期限,最終来店日時,入会日,備考
1001,4900100200301,藤沢,千尋,090-1010-2020,,860,2027-03-31,2026-10-01 12:00:00,2021-04-01,
1002,4900100200318,石川,涼,080-3030-4040,,0,,2026-10-04 15:20:00,2022-05-12,
1003,4900100200325,中村,優子,070-5050-6060,,未確認,,2026-10-09 11:05:00,2023-01-20,
"""


@pytest.fixture
def page(hands: Hands) -> ImportPage:
    """The owner stands before it."""
    hands.window.enter(hands.owner())
    hands.window.go("exchange")
    hands.rest()
    return hands.part(ImportPage)


@pytest.fixture
def members(tmp_path: Path) -> Path:
    path = tmp_path / "members.csv"
    path.write_bytes(MEMBERS.replace("\n", "\r\n").encode("cp932"))
    return path


def here(hands: Hands, name: str) -> int:
    return len(hands.till.ask(customers.find, name))


def test_a_file_is_looked_at_before_anything_is_written(hands: Hands, page: ImportPage, members: Path) -> None:
    page.choose(members)
    hands.rest()
    assert "Shift_JIS (CP932)" in hands.reads(page)
    assert hands.can_touch("Bring in 2 rows")
    assert here(hands, "藤沢") == 0
    hands.touch("Cancel")
    assert not hands.can_touch("Bring in 2 rows")


def test_its_day_is_the_shop_s_day(hands: Hands, page: ImportPage, members: Path) -> None:
    hands.clock.forward(hours=18)
    page.choose(members)
    hands.rest()
    hands.press("Ctrl+Return")
    hands.rest()
    assert "22 Nov" in hands.reads(page)


def test_it_comes_in_once_and_goes_out_whole(hands: Hands, page: ImportPage, members: Path) -> None:
    page.choose(members)
    hands.rest()
    hands.press(*("Ctrl+Return",) * 20)
    hands.rest()
    assert (here(hands, "藤沢"), here(hands, "石川")) == (1, 1)
    assert hands.toast.text().startswith("Brought in: 2 new")
    assert list(members.parent.glob("*.csv")) != [members]
    hands.touch("Take back")
    assert (here(hands, "藤沢"), here(hands, "石川")) == (0, 0)
    assert hands.can_touch("Take back") is False


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 50, b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_table_is_told(hands: Hands, page: ImportPage, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "no.csv"
    path.write_bytes(content)
    page.choose(path)
    hands.rest()
    assert hands.reads(page).count("file") >= 1
    assert "unexpected" not in hands.reads(page)
    assert hands.can_touch("Choose a file")


def faults(page: ImportPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible() and label._role == "error"]


def test_what_went_wrong_stands_in_red_until_the_next_file(
    hands: Hands, page: ImportPage, members: Path, tmp_path: Path
) -> None:
    (tmp_path / "no.csv").write_bytes(b"\x00\x01\x02\xff" * 50)
    page.choose(tmp_path / "no.csv")
    hands.rest()
    assert faults(page) == ["This file is not a table. Please choose a CSV or Excel file."]
    page.choose(members)
    hands.rest()
    assert faults(page) == []


def test_what_is_not_read_and_how_much_would_fit_is_told(hands: Hands, page: ImportPage, members: Path) -> None:
    header, first, *_ = MEMBERS.splitlines()
    first = first.replace(",860,", ",99999999999999,")
    members.write_text(f"{header},身長\n{first},160\n1009,4900100200399,森,樹,,,1,,,,,\n", encoding="utf-8")
    page.choose(members)
    hands.rest()
    assert "Not read: 身長" in hands.reads(page)
    shown = page.findChild(RejectedCard)
    assert shown is not None
    reasons = [shown._table.item(0, at).text() for at in range(4)]  # type: ignore[union-attr]
    assert "at most 1,000,000,000" in reasons[3]


def test_a_table_of_the_shop_s_own_is_mapped_by_hand(hands: Hands, page: ImportPage, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("お客さま,れんらく\n藤沢 千尋,090-1010-2020\n", encoding="utf-8")
    page.choose(path)
    hands.rest()
    box = next(box for box in page.findChildren(QComboBox) if box.accessibleName() == "お客さま")
    box.setCurrentIndex(box.findData("name"))
    box.activated.emit(box.currentIndex())
    hands.rest()
    hands.touch("Bring in 1 row")
    assert here(hands, "藤沢") == 1


def test_only_the_report_of_the_last_choice_is_shown(
    hands: Hands, page: ImportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two columns are named quickly one after the other: what the first alone would bring is of no interest."""
    path = tmp_path / "own.csv"
    path.write_text("お客さま,れんらく,ほか\n藤沢 千尋,090-1010-2020,a\n", encoding="utf-8")
    page.choose(path)
    hands.rest()
    shown = list[tuple[str, ...]]()
    monkeypatch.setattr(page._file, "show_report", lambda _name, _look, report: shown.append(tuple(report.unread)))
    for header, field in (("お客さま", "name"), ("れんらく", "phone")):
        box = next(box for box in page.findChildren(QComboBox) if box.accessibleName() == header)
        box.setCurrentIndex(box.findData(field))
        box.activated.emit(box.currentIndex())
    hands.rest()
    assert shown == [("ほか",)]
    assert page._start.isEnabled()


def test_the_keyboard_stays_on_the_page(hands: Hands, page: ImportPage, members: Path) -> None:
    page._choose.setFocus()
    page.choose(members)
    hands.rest()
    assert hands.focus() is page._start
    hands.key("Space")
    assert hands.focus() is page._choose


def test_only_the_owner_brings_in(hands: Hands, page: ImportPage, members: Path) -> None:
    hands.window.enter(hands.owner())
    page.choose(members)
    hands.rest()
    hands.window.enter(hands.clerk())
    page._start.click()
    assert hands.toast.text() == "Only the owner can do this."
    hands.troubles.clear()
    assert here(hands, "藤沢") == 0


def test_what_the_toast_took_back_is_no_longer_offered(hands: Hands, page: ImportPage, members: Path) -> None:
    page.choose(members)
    hands.rest()
    hands.key("Ctrl+Return")
    assert hands.can_touch("Take back")
    hands.key("Ctrl+Z")
    assert (hands.can_touch("Take back"), here(hands, "藤沢")) == (False, 0)


def test_a_reason_has_the_room_the_other_columns_leave(hands: Hands, page: ImportPage, members: Path) -> None:
    page.choose(members)
    hands.rest()
    shown = page.findChild(RejectedCard)
    assert shown is not None
    widths = [shown._table.columnWidth(at) for at in range(4)]
    assert widths[3] > sum(widths[:3])
    assert sum(widths) <= shown._table.viewport().width()
