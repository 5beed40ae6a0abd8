"""The command line: what cannot be done is one sentence and exit 1, never a traceback, and leaves nothing behind."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from shops import PASSPHRASE

from carepos import cli, lock
from carepos.paths import ShopFolder
from ui.kit.messages import sentence

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(template_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a demo shop of the test's own; gives exit code, output and what was complained of."""
    shutil.copytree(template_folder, tmp_path / "shop")

    def run(*words: str, shop: Path = tmp_path / "shop") -> tuple[int, str, str]:
        code = cli.run([*words, "--shop", str(shop)], sentence, lambda *_: None, lambda *_: None)
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def tanaka(run: Run) -> str:
    """A customer's id."""
    _, told, _ = run("customer", "add", "--family", "田中", "--json")
    return str(json.loads(told)["id"])


@pytest.fixture
def wall(tmp_path: Path) -> Path:
    """A path below a file: no folder can be made there, not even by root."""
    (tmp_path / "wall").touch()
    return tmp_path / "wall" / "shop"


@pytest.mark.parametrize(("words", "named"), [((), "exchange"), (("customer",), "find")])
def test_help_names_what_there_is(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], named: str) -> None:
    assert cli.run([*words, "--help"], sentence, print, print) == 0
    assert named in capsys.readouterr().out


def test_a_folder_that_cannot_be_made_is_told(run: Run, wall: Path) -> None:
    assert run("shop", "demo", shop=wall) == (1, "", f"The folder cannot be used: {wall}\n")


@pytest.mark.parametrize("room", ["points", "shop", "exchange"])
def test_a_room_s_help_lists_its_commands(room: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([room, "--help"], sentence, lambda *_: None, lambda *_: None) == 0
    first = {"points": "statement", "shop": "verify", "exchange": "export"}
    assert first[room] in capsys.readouterr().out.split()


@pytest.mark.parametrize("count", ["-5", "0"])
def test_a_demo_shop_has_customers(run: Run, tmp_path: Path, count: str) -> None:
    code, _, told = run("shop", "demo", "--customers", count, shop=tmp_path / "new")
    assert (code, told) == (1, "Please enter 1 or more.\n")
    assert not (tmp_path / "new").exists()


def test_a_backup_makes_no_folders(run: Run, tmp_path: Path) -> None:
    code, _, told = run("shop", "backup", str(tmp_path / "nowhere" / "deep" / "copy.db"))
    assert (code, told) == (1, f"There is no folder {tmp_path}/nowhere/deep.\n")
    assert not (tmp_path / "nowhere").exists()


def test_a_backup_is_written_where_there_is_a_folder(run: Run, tmp_path: Path) -> None:
    assert run("shop", "backup", str(tmp_path / "copy.db"))[0] == 0
    assert (tmp_path / "copy.db").stat().st_size > 0


@pytest.fixture
def copied(run: Run, tanaka: str, tmp_path: Path) -> Path:
    """A copy in which Tanaka is; Hayashi came after it."""
    copy = tmp_path / "copy.db"
    assert run("shop", "backup", str(copy))[0] == 0
    assert run("customer", "add", "--family", "林")[0] == 0
    return copy


def families(run: Run) -> set[str]:
    return {hit["name"] for hit in json.loads(run("customer", "find", "", "--json")[1])}


def test_a_copy_comes_back_and_todays_store_is_laid_aside(run: Run, copied: Path) -> None:
    assert families(run) == {"田中", "林"}
    code, told, _ = run("shop", "restore", str(copied), "--json")
    aside = json.loads(told)["aside"]
    assert (code, families(run)) == (0, {"田中"})
    assert run("shop", "restore", aside)[0] == 0
    assert families(run) == {"田中", "林"}


def test_a_copy_comes_back_where_the_store_no_longer_opens(run: Run, copied: Path, tmp_path: Path) -> None:
    (tmp_path / "shop" / "shop.db").write_bytes(b"torn" * 4096)
    assert run("shop", "verify")[0] == 1
    assert run("shop", "restore", str(copied))[0] == 0
    assert families(run) == {"田中"}


def test_a_torn_copy_changes_nothing(run: Run, copied: Path) -> None:
    whole = copied.read_bytes()
    copied.write_bytes(whole[: len(whole) // 2])
    assert run("shop", "restore", str(copied))[0] == 1
    assert families(run) == {"田中", "林"}


def test_what_is_no_copy_of_this_shop_is_told(run: Run, copied: Path) -> None:
    copied.write_bytes(b"another" * 4096)
    code, _, told = run("shop", "restore", str(copied))
    assert (code, told) == (1, "copy.db is no copy of this shop. Please choose one that was made here.\n")
    assert families(run) == {"田中", "林"}


def test_nothing_is_brought_back_behind_an_open_window(run: Run, copied: Path, tmp_path: Path) -> None:
    with lock.hold(ShopFolder(tmp_path / "shop").lock) or pytest.fail("nobody holds it yet"):
        code, _, told = run("shop", "restore", str(copied))
    assert (code, told) == (1, "The shop is open in a window. Please close it first.\n")
    assert families(run) == {"田中", "林"}


@pytest.mark.parametrize("command", ["promise keep 12", "exchange undo zzz", "promise keep 0 --op 1"])
def test_a_malformed_id_is_told(run: Run, command: str) -> None:
    assert run(*command.split()) == (1, "", "This is not an id. Please copy it whole.\n")


def test_a_promise_s_time_without_its_words_promises_nothing_in_silence(run: Run, tanaka: str) -> None:
    code, _, told = run("complaint", "record", tanaka, "--words", "冷めていた", "--due", "Tomorrow 12:00")
    assert (code, told) == (1, "Please write what is promised.\n")
    assert json.loads(run("customer", "show", tanaka, "--json")[1])["complaints"] == []


def test_an_amount_too_large_names_the_most(run: Run, tanaka: str) -> None:
    code, _, told = run("points", "earn", tanaka, "--amount", str(10**15), "--receipt", "R-1")
    assert (code, told) == (1, "That is too large; at most 1,000,000,000,000 can be entered.\n")


def test_an_unknown_situation_is_told(run: Run, tanaka: str) -> None:
    told = "There is no such situation. Please choose one of the situations.\n"
    assert run("wording", "suggest", tanaka, "--situation", "nonsense")[::2] == (1, told)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_passphrase_file_that_cannot_be_read_is_told(run: Run, tmp_path: Path, content: bytes | None) -> None:
    _as_a_real_shop(ShopFolder(tmp_path / "shop"))
    if content is not None:
        (tmp_path / "secret").write_bytes(content)
    code, _, told = run("customer", "find", "", "--passphrase-file", str(tmp_path / "secret"))
    assert (code, told) == (1, "The passphrase cannot be read from secret.\n")


def test_the_owner_comes_in_by_a_passphrase_file(run: Run, tmp_path: Path) -> None:
    _as_a_real_shop(ShopFolder(tmp_path / "shop"))
    (tmp_path / "secret").write_text(PASSPHRASE + "\n", encoding="utf-8")
    assert run("customer", "find", "", "--passphrase-file", str(tmp_path / "secret"))[0] == 0


def _as_a_real_shop(folder: ShopFolder) -> None:
    label = json.loads(folder.label.read_text("utf-8"))
    folder.label.write_text(json.dumps(label | {"demo": False}), encoding="utf-8")


def test_a_customer_is_erased(run: Run, tanaka: str) -> None:
    assert json.loads(run("customer", "erase", tanaka, "--json")[1]) == {"id": tanaka}
    assert run("customer", "show", tanaka)[::2] == (1, "This customer is no longer here.\n")
    assert json.loads(run("customer", "find", "田中", "--json")[1]) == []


def test_whoever_is_alike_is_told_with_who_was_added(run: Run) -> None:
    words = ("customer", "add", "--family", "田中", "--phone", "09012345678", "--json")
    first = json.loads(run(*words)[1])
    second = json.loads(run(*words, "--op", "c" * 32)[1])
    assert (first["alike"], [one["id"] for one in second["alike"]]) == ([], [first["id"]])
    assert json.loads(run(*words, "--op", "c" * 32)[1]) == second


def test_a_row_that_is_left_out_is_told_in_words(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "members.csv"
    file.write_text("会員コード,姓,電話番号\n1,田中,09012345678\n2,,09012345679\n", "utf-8")
    code, told, _ = run("exchange", "import", str(file), "--kind", "smaregi.members")
    assert (code, "Please enter a name or its reading." in told) == (0, True)
    assert '"reason": "customer.name_missing"' in run("exchange", "import", str(file), "--json")[1]


def test_a_table_of_the_shop_s_own_is_looked_at_and_its_columns_are_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("だれ,どこ\n田中,09077778888\n", "utf-8")
    assert run("exchange", "import", str(file)) == (1, "", "\r  0 %\nPlease say which column holds the name.\n")
    seen = json.loads(run("exchange", "look", str(file), "--json")[1])
    assert (seen["header"], seen["first"]) == (["だれ", "どこ"], [["田中", "09077778888"]])
    named = ("--column", "family=だれ", "--column", "phone=どこ")
    assert json.loads(run("exchange", "import", str(file), *named, "--json")[1])["added"] == 1
    assert json.loads(run("customer", "find", "09077778888", "--json")[1])[0]["name"] == "田中"
    assert run("exchange", "import", str(file), "--column", "colour=だれ")[0] == 1


def test_whoever_stops_listening_is_told_no_more(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As `… | head` does."""
    ears, mouth = os.pipe()
    os.close(ears)
    with open(mouth, "w") as nobody, monkeypatch.context() as listening:
        listening.setattr(sys, "stdout", nobody)
        assert run("customer", "find", "田中", "--json")[0] == 0
