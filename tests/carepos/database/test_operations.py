"""Every command of the house: done once, told once, by those who may; and a chain that shows what was tampered with."""

import ast
import datetime as dt
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import sqlalchemy as sa
from shops import CLERK, CLERK_ID, COLLEAGUE_ID, OWN_RULE, OWNER, START, Till, legible, refused, tear

from carepos import (
    complaints,
    customers,
    daybook,
    exchange,
    feedback,
    loyalty,
    printing,
    promises,
    purchases,
    staff,
    wording,
)
from carepos.database import Actor, Base, Operation, broken_links, new_id
from carepos.errors import NotFound
from carepos.exchange.export import _export
from carepos.settings import ShopSettings
from carepos.shop import Shop

OUT = TemporaryDirectory()
CORE = Path(__file__).parents[3] / "carepos"
FILE = Path(__file__).with_name("people.csv"), "", {"family": "姓", "given": "名", "phone": "電話番号"}
TODAY, TOMORROW = START.date(), START + dt.timedelta(days=1)
YESTERDAY = TODAY - dt.timedelta(days=1)
MEI = customers.Details(family="林", given="芽衣", phone="090-1234-5678")
OURS = wording.Wording("まいどどうも。", ("thank",))
TWIN = customers.Details(family="林", given="めい")
WORDS = complaints.Account("急須が割れていた", goodwill="ask_owner")


DOORS = {exchange.actions._bring_in: exchange.bring_in, _export: exchange.export}
"""Commands that are reached only through a function that makes them ready."""


@dataclass(frozen=True)
class Command:
    """One function marked `@command(kind, role)`."""

    module: str
    name: str
    role: str

    @property
    def act(self) -> Callable[..., Any]:
        """The function itself."""
        found: Callable[..., Any] = getattr(importlib.import_module(self.module), self.name)
        return DOORS.get(found, found)


def commands() -> dict[str, Command]:
    """Every command by its kind, read from the sources, so that a new one cannot be forgotten.

    The demo's are left out: they make up a past and never run in a shop.
    """
    found: dict[str, Command] = {}
    for path in sorted(set(CORE.rglob("*.py")) - set(CORE.glob("demo/*.py"))):
        module = ".".join(("carepos", *path.relative_to(CORE).with_suffix("").parts))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and (mark := _mark(node)):
                kind, *role = (ast.literal_eval(word) for word in (*mark.args, *(k.value for k in mark.keywords)))
                assert kind not in found, f"two commands are called {kind}"
                found[kind] = Command(module, node.name, *(role or ["staff"]))
    return found


def _mark(node: ast.FunctionDef) -> ast.Call | None:
    calls = (mark for mark in node.decorator_list if isinstance(mark, ast.Call))
    return next((call for call in calls if ast.unparse(call.func).split(".")[-1] == "command"), None)


COMMANDS = commands()


def mei(office: Till) -> str:
    return office.do(customers.register, MEI)


def carded(office: Till) -> tuple[str, str]:
    who = mei(office)
    return who, office.do(customers.issue_card, who)


def note(office: Till) -> str:
    return office.do(customers.add_note, mei(office), "preference", "深煎り")


def promised(office: Till) -> str:
    return office.do(promises.make, mei(office), "電話する", TOMORROW)


def sold(office: Till) -> tuple[str, loyalty.Posting]:
    who = mei(office)
    return who, office.do(loyalty.earn, who, 900, "R1")


def complained(office: Till) -> str:
    pledge = complaints.Pledge("替わりを探す", TOMORROW)
    return office.do(complaints.record, mei(office), WORDS, pledge).id


def decided(office: Till) -> str:
    who = complained(office)
    office.do(complaints.decide, who, True, "")
    return who


def said(office: Till) -> str:
    return office.do(wording.say, mei(office), "regular", "regular-1", "いつもありがとうございます。")


def rated(office: Till) -> str:
    return office.do(feedback.rate, mei(office), 5, "", "")


def own_line(office: Till) -> str:
    return office.do(wording.add_line, "ja", "regular", OURS)


def own_rule(office: Till) -> str:
    return office.do(wording.add_rule, "en", OWN_RULE)


def done(office: Till, act: Callable[..., object], subject: str) -> str:
    """Does to the subject what the command under test takes back, and hands the subject on."""
    office.do(act, subject)
    return subject


CASES: dict[str, Callable[[Till], tuple[Any, ...]]] = {
    "complaints.decide": lambda office: (complained(office), False, "先に見せていただく"),
    "complaints.record": lambda office: (mei(office), WORDS, complaints.Pledge("替わりを探す", TOMORROW)),
    "complaints.reopen": lambda office: (done(office, complaints.solve, complained(office)),),
    "complaints.solve": lambda office: (complained(office),),
    "complaints.undecide": lambda office: (decided(office),),
    "complaints.withdraw": lambda office: (complained(office),),
    "customers.add_note": lambda office: (mei(office), "allergy", "そば", "stated", True),
    "customers.edit": lambda office: (mei(office), customers.Details(family="森", given="芽衣")),
    "customers.end_note": lambda office: (note(office),),
    "customers.issue_card": lambda office: (mei(office),),
    "customers.mend_note": lambda office: (note(office), "浅煎り"),
    "customers.register": lambda office: (MEI,),
    "customers.restore_note": lambda office: (done(office, customers.end_note, note(office)),),
    "customers.withdraw": lambda office: (mei(office),),
    "customers.withdraw_card": carded,
    "daybook.confirm": lambda office: (TODAY,),
    "daybook.reopen": lambda office: (office.do(daybook.confirm, TODAY) or TODAY,),
    "daybook.set_words": lambda office: (TODAY, "明日は棚卸し"),
    "exchange.erase": lambda office: (mei(office),),
    "exchange.export": lambda office: (Path(OUT.name),),
    "exchange.import": lambda office: FILE,
    "exchange.undo": lambda office: (office.do(exchange.bring_in, *FILE).batch,),
    "feedback.rate": lambda office: (mei(office), 1, "待った", "電話でうかがう"),
    "feedback.reinstate": lambda office: (done(office, feedback.withdraw, rated(office)),),
    "feedback.withdraw": lambda office: (rated(office),),
    "loyalty.adjust": lambda office: (mei(office), 30, "レジの誤り"),
    "loyalty.agree_to_clock": lambda office: (),
    "loyalty.earn": lambda office: (mei(office), 900, "R1"),
    "loyalty.expire": lambda office: (office.do(loyalty.open_balance, mei(office), 9, YESTERDAY) and 500,),
    "loyalty.merge": lambda office: (mei(office), office.do(customers.register, TWIN)),
    "loyalty.open_balance": lambda office: (mei(office), 120, dt.date(2027, 3, 31)),
    "loyalty.return_sale": lambda office: (sold(office)[0], "R1", 450),
    "loyalty.set_programme": lambda office: (loyalty.Programme(unit_yen=200), TODAY),
    "loyalty.spend": lambda office: (sold(office)[0], 4),
    "loyalty.undo": lambda office: (sold(office)[1].entry,),
    "loyalty.unmerge": lambda office: (office.do(loyalty.merge, mei(office), office.do(customers.register, TWIN)),),
    "printing.printed": lambda office: (sold(office)[1].entry,),
    "printing.set_printer": lambda office: (printing.Printer("network", "10.0.0.7", 32),),
    "promises.hand_over": lambda office: (promised(office), COLLEAGUE_ID, "早番のため"),
    "promises.keep": lambda office: (promised(office),),
    "promises.make": lambda office: (mei(office), "電話する", TOMORROW),
    "promises.move": lambda office: (promised(office), TOMORROW + dt.timedelta(days=1), "入荷が遅れる"),
    "promises.reopen": lambda office: (done(office, promises.keep, promised(office)),),
    "promises.withdraw": lambda office: (promised(office),),
    "purchases.record": lambda office: (mei(office), 900, "R1", None, (purchases.Line("ほうじ茶", 1000, 900),)),
    "purchases.withdraw": lambda office: (office.do(purchases.record, mei(office), 900, "R1"),),
    "settings.change": lambda office: (ShopSettings(shop_name="かわべ"),),
    "staff.add": lambda office: ("高木", "7093"),
    "staff.change_pin": lambda office: (CLERK_ID, "7093"),
    "staff.leave": lambda office: (CLERK_ID,),
    "staff.set_own_card": lambda office: (CLERK_ID, mei(office)),
    "wording.add_line": lambda office: ("ja", "regular", OURS),
    "wording.add_rule": lambda office: ("en", OWN_RULE),
    "wording.end_line": lambda office: (own_line(office),),
    "wording.end_rule": lambda office: (own_rule(office),),
    "wording.judge": lambda office: (said(office), True),
    "wording.mend_line": lambda office: (own_line(office), wording.Wording("まいど、おおきに。", ("thank",))),
    "wording.mend_rule": lambda office: (own_rule(office), OWN_RULE.replace("hint", "warn")),
    "wording.pass_over": lambda office: (mei(office), "regular", "regular-1"),
    "wording.say": lambda office: (mei(office), "regular", "regular-1", "どうも", ("regular-2", "regular-1"), True),
    "wording.reinstate": lambda office: (done(office, wording.withdraw, said(office)),),
    "wording.withdraw": lambda office: (said(office),),
    "wording.write": lambda office: (mei(office), "note", "thank_note", "ありがとうございました。"),
}
"""For every kind of command: what must be there before it, and the words it is given."""

OWNER_ONLY = {kind for kind in CASES if kind.startswith(("daybook.", "exchange.", "settings.", "staff."))} | {
    "complaints.decide",
    "complaints.undecide",
    "loyalty.adjust",
    "loyalty.agree_to_clock",
    "loyalty.open_balance",
    "loyalty.set_programme",
    *(f"wording.{verb}_{what}" for verb in ("add", "mend", "end") for what in ("line", "rule")),
    "printing.set_printer",
}


def everything(till: Till) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with till.shop.reading() as tx:
        tables = Base.metadata.sorted_tables
        return {table.name: sorted(map(tuple, tx.rows(sa.select(table))), key=repr) for table in tables}


def test_every_command_has_its_case_here() -> None:
    assert CASES.keys() == COMMANDS.keys()


def test_what_only_the_owner_may_do_is_no_accident() -> None:
    assert {kind for kind, command in COMMANDS.items() if command.role == "owner"} == OWNER_ONLY


@pytest.mark.parametrize("kind", sorted(CASES.keys() & COMMANDS.keys()))
class TestEveryCommand:
    """What holds for each of them."""

    def test_it_is_done_once_and_told_once_by_whom_where_and_when(self, kind: str, office: Till) -> None:
        act, words, op_id = COMMANDS[kind].act, CASES[kind](office), new_id()
        before = everything(office)
        first = office.run(act, op_id, *words)
        after = everything(office)
        assert len(after["operations"]) == len(before["operations"]) + 1
        changed = {table for table in after if after[table] != before[table]}
        assert changed >= {"operations", "tills"}
        assert (len(changed) > 2) is (kind != "exchange.export")  # which takes out, and changes nothing
        again = office.run(act, op_id, *words)
        assert (again, type(again)) == (first, type(first))
        assert everything(office) == after
        row = office.ask(lambda tx: tx.get(Operation, op_id))
        assert (row.kind, row.staff_id, row.till, row.at) == (kind, OWNER.staff_id, "window", START)
        assert row.offset_minutes == 540

    def test_it_asks_for_its_role(self, kind: str, sqlite_shop: Shop) -> None:
        office, clerk = Till(sqlite_shop, OWNER), Till(sqlite_shop, CLERK)
        act, words = COMMANDS[kind].act, CASES[kind](office)
        if kind not in OWNER_ONLY:
            clerk.do(act, *words)
            return
        before = everything(office)
        with refused("role.owner_only"):
            clerk.do(act, *words)
        assert everything(office) == before


def test_an_id_of_another_command_is_refused(till: Till) -> None:
    op_id = new_id()
    till.run(customers.register, op_id, MEI)
    with refused("operation.reused"):
        till.run(promises.make, op_id, op_id, "電話する", TOMORROW)


def test_a_refused_command_leaves_nothing_and_its_id_stays_free(till: Till) -> None:
    op_id, before = new_id(), everything(till)
    with refused("customer.name_missing"):
        till.run(customers.register, op_id, customers.Details())
    assert everything(till) == before
    assert till.run(customers.register, op_id, MEI) == op_id


def test_after_a_stumble_the_next_command_of_the_same_transaction_counts(till: Till) -> None:
    with till.shop.transaction(CLERK) as tx:
        with pytest.raises(NotFound):
            purchases.withdraw(tx, new_id(), new_id())
        op_id = customers.register(tx, new_id(), MEI)
    assert till.ask(lambda tx: tx.get(Operation, op_id)).kind == "customers.register"


def test_a_command_inside_another_is_a_part_of_it(till: Till) -> None:
    who = till.do(customers.register, MEI)
    before = len(everything(till)["operations"])
    till.do(complaints.record, who, complaints.Account("割れた"), complaints.Pledge("電話", TOMORROW))
    assert len(everything(till)["operations"]) == before + 1
    assert len(till.ask(promises.of_customer, who)) == 1


def test_each_till_counts_without_a_gap(till: Till) -> None:
    second = Till(till.shop, Actor(CLERK_ID, "staff", "second"))
    for number in range(3):
        second.do(customers.register, customers.Details(family=f"林{number}"))
        till.do(customers.register, customers.Details(family=f"森{number}"))
    rows = second.ask(lambda tx: tx.rows(sa.select(Operation.till, Operation.sequence)))
    counts = {name: sorted(row.sequence for row in rows if row.till == name) for name in ("window", "second")}
    assert counts == {"second": [1, 2, 3], "window": list(range(1, len(rows) - 2))}


def test_the_chain_holds_no_personal_data(till: Till) -> None:
    who = till.do(customers.register, MEI)
    till.do(complaints.record, who, complaints.Account("急須が割れていた"))
    told = legible(repr(everything(till)["operations"]))
    assert not [word for word in ("林", "芽衣", "1234", "急須") if word in told]


@pytest.fixture
def chain(shop: Shop) -> list[str]:
    """Five operations of a till of their own."""
    probe = Till(shop, Actor(CLERK_ID, "staff", "probe"))
    ids = [probe.do(customers.register, customers.Details(family=f"林{number}")) for number in range(5)]
    assert probe.ask(broken_links) == []
    return ids


def wrong(shop: Shop, chain: list[str]) -> set[object]:
    """What the check complains of: places in the chain from 1 on, or the till."""
    found = Till(shop, OWNER).ask(broken_links)
    return {chain.index(one) + 1 if one in chain else one for one in found}


def tamper(shop: Shop, change: str, where: str) -> None:
    """Changes rows of the probe's chain past the store's own guards."""
    tear(shop, f"{change} WHERE till = 'probe' AND sequence {where}", past_triggers=True)


@pytest.mark.parametrize(
    "edit",
    [
        "kind = 'loyalty.adjust'",
        "answer = '\"x\"'",
        "staff_id = NULL",
        "offset_minutes = 0",
        "at = '2026-11-22T00:00:00.000000+00:00'",
    ],
)
def test_an_edited_row_is_found(shop: Shop, chain: list[str], edit: str) -> None:
    tamper(shop, f"UPDATE operations SET {edit}", "= 3")
    assert wrong(shop, chain) == {3}


def test_an_edited_digest_is_found(shop: Shop, chain: list[str]) -> None:
    tamper(shop, "UPDATE operations SET digest = 'x'", "= 3")
    assert wrong(shop, chain) == {3, 4}


@pytest.mark.parametrize(
    ("cut", "complaint"), [("= 1", {2}), ("= 3", {4}), ("= 5", {"probe"}), ("> 2", {"probe"}), ("> 0", {"probe"})]
)
def test_a_deleted_row_is_found(shop: Shop, chain: list[str], cut: str, complaint: set[object]) -> None:
    tamper(shop, "DELETE FROM operations", cut)
    assert wrong(shop, chain) == complaint


def test_swapped_rows_are_found(shop: Shop, chain: list[str]) -> None:
    for old, new in ((2, 99), (3, 2), (99, 3)):
        tamper(shop, f"UPDATE operations SET sequence = {new}", f"= {old}")
    assert wrong(shop, chain) == {2, 3, 4}


def test_a_row_slipped_in_is_found(shop: Shop, chain: list[str]) -> None:
    slip = "UPDATE operations SET till = 'probe', sequence = 6 WHERE till = 'window' AND sequence = 1"
    tear(shop, slip, past_triggers=True)
    assert "probe" in wrong(shop, chain)


@pytest.mark.parametrize("table", ["operations", "point_entries", "point_draws"])
def test_the_ledger_is_closed_by_the_database_itself(till: Till, table: str) -> None:
    who = till.do(customers.register, MEI)
    till.do(loyalty.earn, who, 900, "R1")
    till.do(loyalty.spend, who, 4)
    column = {"operations": "kind", "point_entries": "points", "point_draws": "points"}[table]
    server = till.shop.engine.dialect.name == "postgresql"
    before = everything(till)
    for statement in (
        f"UPDATE {table} SET {column} = {column}",
        f"DELETE FROM {table}",
        *([f"TRUNCATE {table} CASCADE"] if server else []),
    ):
        with pytest.raises(sa.exc.DBAPIError, match=f"{table} is append-only"):
            tear(till.shop, statement)
    assert everything(till) == before


def test_the_passphrase_and_pins_are_in_no_row(till: Till, office: Till) -> None:
    office.do(staff.add, "高木", "7093", staff.OWNER, "誰にも言わない言葉")
    told = legible(repr(everything(office)["operations"]))
    assert "7093" not in told
    assert "言葉" not in told
