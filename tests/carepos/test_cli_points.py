"""The points from a terminal: the same commands, the keys a program counts on, and a sentence for every refusal."""

import datetime as dt
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from shops import OWNER, Till

from carepos import cli, customers, loyalty, shop
from carepos.database import new_id
from carepos.errors import CarePosError
from carepos.loyalty import Programme
from carepos.paths import ShopFolder

Run = Callable[..., Any]


@pytest.fixture
def folder(template_folder: Path, tmp_path: Path) -> Path:
    """A shop on the disk, closed, as a terminal finds it."""
    return Path(shutil.copytree(template_folder, tmp_path / "shop"))


def office(folder: Path) -> Till:
    return Till(shop.open_shop(ShopFolder(folder)), OWNER)


@pytest.fixture
def who(folder: Path) -> str:
    opened = office(folder)
    found = opened.do(customers.register, customers.Details(family="林", card="4820"))
    opened.shop.close()
    return found


def rule_of(error: object) -> str:
    assert isinstance(error, CarePosError)
    return f"{error.rule} {error.facts}"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `points …` and hands back the answer; `refused` names the rule it must be refused by instead."""

    def at_terminal(*words: str, refused: str = "") -> Any:
        code = cli.run(["points", *words, "--shop", str(folder), "--json"], rule_of, print, print)
        answer = json.loads(capsys.readouterr().out)
        if refused:
            assert (code, answer["error"]["rule"]) == (1, refused)
            return answer["error"]["message"]
        assert code == 0, answer
        return answer

    return at_terminal


def test_earn_spend_return_and_adjust_answer_with_entry_points_and_balance(run: Run, who: str) -> None:
    answers = [
        run("earn", who, "--amount", "90,000", "--receipt", "R1"),
        run("spend", "4820", "--points", "400", "--receipt", "R2"),
        run("return", who, "--receipt", "R1", "--amount", "￥４５，０００"),
        run("adjust", who, "--points", "+30", "--reason", "レジの誤り"),
        run("adjust", who, "--points", "-80", "--reason", "レジの誤り"),
    ]
    assert [answer.keys() for answer in answers] == [{"entry", "points", "balance"}] * 5
    found = [(answer["points"], answer["balance"]) for answer in answers]
    assert found == [(900, 900), (-400, 500), (-450, 50), (30, 80), (-80, 0)]


def test_a_part_that_earns_nothing_is_left_out(run: Run, who: str) -> None:
    assert run("earn", who, "--amount", "1,000", "--receipt", "R7", "--no-points", "300")["points"] == 7
    run("earn", who, "--amount", "100", "--receipt", "R8", "--no-points", "300", refused="amount.part_too_large")


def test_the_same_operation_twice_is_done_once(run: Run, who: str) -> None:
    op_id = "019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b"
    first, second = (run("earn", who, "--amount", "900", "--receipt", "R1", "--op", op_id) for _ in range(2))
    assert first == second == {"entry": op_id.replace("-", ""), "points": 9, "balance": 9}


def test_a_reward_reached_and_money_to_keep_are_told_only_where_there_are_any(run: Run, who: str, folder: Path) -> None:
    opened = office(folder)
    opened.do(loyalty.set_programme, Programme(after_return="settle"), opened.ask(lambda tx: tx.today))
    opened.shop.close()
    assert run("earn", who, "--amount", "150000", "--receipt", "R1")["milestone"] == 1500
    run("spend", who, "--points", "1500")
    posting = run("return", who, "--receipt", "R1", "--amount", "150000")
    assert posting == {"entry": posting["entry"], "points": 0, "balance": 0, "settle_yen": 500}


def test_show_tells_balance_lots_and_the_way_to_the_next_reward(run: Run, who: str) -> None:
    entry = run("earn", who, "--amount", "900", "--receipt", "R1")["entry"]
    shown = run("show", who)
    assert shown.keys() == {"balance", "tier", "next_reward", "lots", "entries"}
    assert (shown["balance"], shown["tier"]) == (9, "regular")
    assert shown["next_reward"] == {"points": 1500, "yen": 500, "to_next": 1491}
    assert shown["lots"] == [{"left": 9, "expires_on": None}]
    assert [(row["id"], row["kind"], row["points"], row["receipt"]) for row in shown["entries"]] == [
        (entry, "earn", 9, "R1")
    ]


def test_show_as_of_a_day_is_that_days_account(run: Run, who: str) -> None:
    run("earn", who, "--amount", "900", "--receipt", "R1", "--at", "2020-05-05T12:00:00+09:00")
    run("spend", who, "--points", "4")
    early, then, now = (run("show", who, "--as-of", day) for day in ("2020-05-04", "2020-05-05", "2099-01-01"))
    assert [(one["balance"], one["lots"], len(one["entries"])) for one in (early, then, now)] == [
        (0, [], 0),
        (9, [{"left": 9, "expires_on": None}], 1),
        (5, [{"left": 5, "expires_on": None}], 2),
    ]
    assert [one["next_reward"]["to_next"] for one in (early, then, now)] == [1500, 1491, 1495]


@pytest.mark.principle("P15")
@pytest.mark.parametrize(("language", "text"), [("ja", "900円のお買い物"), ("en", "Purchase of ¥900")])
def test_explain_tells_every_line_and_what_made_it(run: Run, who: str, language: str, text: str) -> None:
    run("earn", who, "--amount", "30000", "--receipt", "R1")
    entry = run("earn", who, "--amount", "900", "--receipt", "R2")["entry"]
    told = run("explain", entry, "--lang", language)
    assert told["lines"][0]["text"].startswith(text)
    assert [line["points"] for line in told["lines"]] == [9, 4]
    expected = {"rule": None, "base": 900, "rate": {"points": 1, "yen": 100}, "rounding": "down", "percent": 150}
    assert {key: told[key] for key in expected} == expected
    assert (told["tier"], told["receipt"], told["by"], told["till"]) == ("gold", "R2", "松本", "command-line")


@pytest.mark.parametrize("amount", ["abc", "", "9.5", "1e3", "-900", "0", "10" * 20, "１０００億兆"])
def test_an_amount_that_is_none_is_refused_with_a_sentence_and_changes_nothing(run: Run, who: str, amount: str) -> None:
    code = {"9.5": "amount.fraction", "-900": "amount.negative", "0": "amount.not_positive"}
    rule = code.get(amount, "amount.too_large" if amount == "10" * 20 else "amount.invalid")
    message = run("earn", who, f"--amount={amount}", "--receipt", "R1", refused=rule)
    assert "…" not in message
    assert run("show", who)["entries"] == []


def test_what_is_not_here_is_refused(run: Run, who: str) -> None:
    run("explain", "no id", refused="id.invalid")
    run("explain", new_id(), refused="point_entries.not_found")
    run("show", "0000", refused="customers.not_found")
    run("show", who, "--as-of", "someday", refused="date.invalid")
    run("spend", who, "--points", "1", "--op", "no id", refused="id.invalid")
    run("spend", who, "--points", "1", refused="points.not_enough")
    run("spend", who, "--points", "1.5", refused="points.invalid")
    run("return", who, "--receipt", "R9", "--amount", "1", refused="receipt.unknown")
    run("adjust", who, "--points", "5", "--reason", " ", refused="reason.missing")


def ended(folder: Path, who: str, points: int) -> None:
    """Points whose last day is long past."""
    opened = office(folder)
    long_past = opened.ask(lambda tx: tx.today) - dt.timedelta(days=9000)
    opened.do(loyalty.open_balance, who, points, long_past)
    opened.shop.close()


def test_a_shop_of_the_terminal_alone_lets_points_end_with_the_first_command_of_a_day(
    run: Run, who: str, folder: Path
) -> None:
    ended(folder, who, 20)
    assert run("show", who)["balance"] == 0
    assert run("earn", who, "--amount", "900", "--receipt", "R1")["balance"] == 9
    assert sorted((row["kind"], row["points"]) for row in run("show", who)["entries"]) == [
        ("earn", 9),
        ("expire", -20),
        ("opening", 20),
    ]
    assert run("expire") == {"lots": 0, "points": 0}


def test_after_a_long_pause_the_owner_says_at_the_terminal_that_the_clock_is_right(
    run: Run, who: str, folder: Path
) -> None:
    opened = office(folder)
    with opened.shop.transaction(OWNER) as tx:
        tx.now = tx.now.replace(year=2020)
        loyalty.expire(tx, new_id())
    opened.shop.close()
    ended(folder, who, 20)
    assert run("show", who)["balance"] == 20
    run("expire", refused="clock.ahead")
    assert run("spend", who, "--points", "5")["balance"] == 15
    assert run("expire", "--agree-to-clock") == {"lots": 1, "points": 15}
    assert run("show", who)["balance"] == 0
