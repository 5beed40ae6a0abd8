"""Hypothesis plays a shop at random beside the model: two tills, an owner, four customers, a clock nobody can trust."""

import datetime as dt
from collections.abc import Callable
from contextlib import ExitStack
from random import Random
from typing import Any, ClassVar

import hypothesis.strategies as st
import msgspec
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import seed as seeded
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from ledger_programmes import programme
from one_commit import OneCommit
from plain_ledger import Told
from plain_rows import No, Row
from plain_taking_back import Shop as Model
from shops import CLERK, COLLEAGUE_ID, OWNER, Clock, Lend

from carepos import customers, loyalty
from carepos.database import Actor, Question, Transaction, broken_links, new_id
from carepos.errors import Refused
from carepos.loyalty.tables import PointBalance, PointDraw, PointEntry, PointLot
from carepos.purchases import Line
from carepos.shop import Shop

TILLS = (CLERK, CLERK, Actor(COLLEAGUE_ID, "staff", "second"), OWNER)
BIRTHDAYS = ("11-25", "12-24", "", "02-03")
LINES = (
    (Line("豆", 1000, 700, "coffee"), Line("カップ", 1000, 1300)),
    (Line("豆", 1000, 333, "coffee"), Line("菓子", 2000, 333, "sweets"), Line("ギフト券", 1000, 334, "gift_card")),
)
_ENTRY = ("id", "customer_id", "kind", "points", "reverses", "steps", "base_yen", "day", "settled")
_OF = Question(
    sa.select(*(getattr(PointEntry, name) for name in _ENTRY), PointDraw.lot_id, PointDraw.points.label("drawn"))
    .outerjoin(PointDraw, PointDraw.entry_id == PointEntry.id)
    .where(PointEntry.operation_id == sa.bindparam("op"))
)
_LOT = PointLot.entry_id, PointLot.customer_id, PointLot.expires_on, PointLot.left
_OPEN = Question(sa.select(*_LOT).where(PointLot.left != 0))
_BALANCES = Question(sa.select(PointBalance.customer_id, PointBalance.points).where(PointBalance.points != 0))
_COUNT = sa.select(sa.func.count()).select_from(PointEntry)
STEPS_AN_HOUR = 10
DICE = st.integers(0, 2**24 - 1)
Act = Callable[..., Any]
Key = tuple[object, ...]


class LedgerMachine(RuleBasedStateMachine):
    """A step is one thing that happens, in the shop and in the model; after it both must say and hold the same."""

    often: ClassVar[dict[Callable[[Any], None], int]] = {}
    lend: ClassVar[Lend]
    met: ClassVar[dict[str, int]]

    @classmethod
    def on(cls, lend: Lend) -> type["LedgerMachine"]:
        """The machine for shops of one kind; it counts in `met` what it has done and what was refused."""
        return type("Machine", (cls,), {"lend": staticmethod(lend), "met": {}})

    def __init__(self) -> None:
        super().__init__()
        self.clock, self.house = Clock(), ExitStack()
        self.lent = self.house.enter_context(type(self).lend(self.clock))
        self.shop: Shop | OneCommit = OneCommit(self.lent)
        self.done: list[tuple[Act, str, tuple[Any, ...], object]] = []
        self.same = False

    @initialize(dice=DICE)
    def first_customers(self, dice: int) -> None:
        """Four customers, and a programme from today on."""
        with self.shop.transaction(OWNER) as tx:
            self.people = [_register(tx, number) for number in range(4)]
        self.model, self.dice = Model(dict(zip(self.people, BIRTHDAYS, strict=True))), Random(dice)
        self._change_programme()

    @rule(dice=DICE)
    def next_hour(self, dice: int) -> None:
        """Some of the many things that happen; hypothesis throws the dice once for all of them: that costs time too."""
        self.dice = Random(dice)
        for happen in self.dice.choices(list(self.often), list(self.often.values()), k=STEPS_AN_HOUR):
            self._count(happen.__name__)
            happen(self)
            self._count("steps")

    def _someone(self) -> str:
        return self.dice.choice(self.people)

    def _till(self) -> Actor:
        return self.dice.choice(TILLS)

    def _receipt(self) -> str:
        return f"R{self.dice.randint(1, 12)}"

    def _recent(self, some: list[Any]) -> Any:
        """One of the latest, as people's mistakes are mostly about what they have just done."""
        return self.dice.choice(some[-12:])

    def _earn(self) -> None:
        """A sale with or without its lines, at times written down later or partly paid otherwise."""
        someone, receipt, now = self._someone(), self._receipt(), self._now()
        at = now - dt.timedelta(days=self.dice.choice((1, 40))) if self.dice.random() < 0.1 else None
        lines = self.dice.choice(LINES) if self.dice.random() < 0.3 else ()
        yen = sum(line.yen for line in lines) or self.dice.choice((1, 99, 900, 1_000, 4_567, 30_000))
        args = (someone, yen, receipt, at, lines, self.dice.choice((0, 0, 0, 1)))
        self._do(self._till(), self.model.earn, loyalty.earn, *args)

    def _spend(self) -> None:
        """Points are used, mostly some of those there are."""
        someone = self._someone()
        points = self.dice.choice((0, 5, 30, max(1, self.model.balance(someone) * self.dice.randint(1, 11) // 10)))
        self._now()
        self._do(self._till(), self.model.spend, loyalty.spend, someone, points, self._receipt())

    def _return_goods(self) -> None:
        """Part of a sale's goods, or all of them, come back; at times from the wrong customer, at times too many."""
        if not self.model.sales:
            return
        sale = self._recent(self.model.sales)
        someone = self.model.current(sale.who) if self.dice.random() < 0.9 else self._someone()
        yen = (sale.yen - sale.returned) * self.dice.choice((1, 3, 10, 10, 11)) // 10
        self._now()
        self._do(self._till(), self.model.return_sale, loyalty.return_sale, someone, sale.receipt, yen)

    def _undo(self) -> None:
        """Some movement was a mistake."""
        if self.model.rows:
            till, wrong = self._till(), self._recent(self.model.rows)
            self._now()
            self._do(till, lambda _: self.model.undo(wrong, till is OWNER), loyalty.undo, wrong.id)

    def _adjust(self) -> None:
        """The owner corrects by hand."""
        someone, points = self._someone(), self.dice.choice((-50, -3, 7, 200))
        self._now()
        self._do(OWNER, lambda *_: self.model.adjust(someone, points), loyalty.adjust, someone, points, "数え直し")

    def _open_balance(self) -> None:
        """Points from an older system."""
        ends = self._now().date() + dt.timedelta(days=self.dice.choice((-1, 0, 20)))
        args = (self._someone(), self.dice.choice((20, 110)), self.dice.choice((None, ends)))
        self._do(OWNER, self.model.opening, loyalty.open_balance, *args)

    def _expire(self) -> None:
        """The day turns."""
        self._now()
        days = [lot.ends for lot in self.model.ended()]
        alone = len({*days}) == len(days)  # of two lots that end on a day either may go first
        most = self.dice.choice((1, 2, 500)) if alone else 500
        self._do(self._till(), self.model.expire, loyalty.expire, most)

    def _agree_to_clock(self) -> None:
        """The owner says that the clock is right."""
        self._now()
        self._do(OWNER, self.model.agree, loyalty.agree_to_clock)

    def _merge(self) -> None:
        """Two customers are one."""
        self._now()
        self._do(self._till(), self.model.merge, loyalty.merge, self._someone(), self._someone())

    def _unmerge(self) -> None:
        """They were two after all."""
        if self.model.merges:
            self._now()
            self._do(self._till(), self.model.unmerge, loyalty.unmerge, self._recent(list(self.model.merges)))

    def _change_programme(self) -> None:
        """The owner has new rules, from today or some later day."""
        rules, day = programme(self.dice), self._now() and self.model.today
        starts_on = day + dt.timedelta(days=self.dice.choice((0, 0, 30)))
        self._do(OWNER, self.model.set_programme, loyalty.set_programme, rules, starts_on)

    def _time_passes(self) -> None:
        """Hours or weeks go by."""
        self.clock.forward(hours=self.dice.choice((1, 20, 24, 30, 24 * 33)))

    def _clock_jumps(self) -> None:
        """The machine's clock was wrong, or is now."""
        self.clock.forward(days=self.dice.choice((-300, -1, 1, 400)), seconds=self.dice.randint(1, 59))

    def _duplicate(self) -> None:
        """A command arrives a second time, perhaps at another till: it gets its first answer and does nothing."""
        if self.done:
            act, op, args, answer = self._recent(self.done)
            with self.shop.transaction(self._till()) as tx:
                assert act(tx, op, *args) == answer

    def _reopen(self) -> None:
        """The shop closes and opens; nothing is lost."""
        self.shop.close()
        self.shop = OneCommit(Shop(self.lent.engine, self.clock, self.lent.folder, self.lent.demo))
        self._compare()

    def teardown(self) -> None:
        """At the end of the day everything holds."""
        with self.house:
            if self.same:
                self._last_thing()
            self.shop.close()
            if not self.same:
                return  # it has failed already
            self.shop = self.lent
            self._compare()
            with self.lent.reading() as tx:
                assert loyalty.verify(tx) == []
                assert broken_links(tx) == []
                assert tx.value(_COUNT) == len(self.model.rows)

    def _last_thing(self) -> None:
        """What happens before the shop closes."""

    def _now(self) -> dt.datetime:
        """A second later, a new command."""
        now = self.clock.forward(seconds=1)
        self.model.op, self.model.now = new_id(), now
        return now

    def _count(self, what: str) -> None:
        self.met[what] = self.met.get(what, 0) + 1

    def _do(self, actor: Actor, meant: Callable[..., object], act: Act, *args: object) -> None:
        """One command in the model and in the shop; told in words when the test fails."""
        note(f"{self.clock.now:%Y-%m-%d %H:%M:%S} {actor.till} {actor.role} {act.__name__}{args}")
        before, self.same = len(self.model.rows), False
        expected, answer = self._in_the_model(meant, args), self._in_the_shop(actor, act, args)
        assert _said(answer) == _meant(expected), f"{act.__name__}: shop {_said(answer)}, model {_meant(expected)}"
        if isinstance(answer, Refused):
            self._count(answer.rule)
        else:
            self._learn(before)
        self._compare()

    def _in_the_model(self, act: Callable[..., object], args: tuple[object, ...]) -> object:
        try:
            with self.model.all_or_nothing():
                return act(*args)
        except No as no:
            return no

    def _in_the_shop(self, actor: Actor, act: Act, args: tuple[object, ...]) -> object:
        try:
            with self.shop.transaction(actor) as tx:
                answer: object = act(tx, self.model.op, *args)
        except Refused as refused:
            return refused
        self.done.append((act, self.model.op, args, answer))
        return answer

    def _learn(self, before: int) -> None:
        """The rows of this command are the model's, one for one with their draws; the model learns their ids."""
        entries: dict[str, tuple[Any, dict[str, int]]] = {}
        with self.shop.reading() as tx:
            for row in tx.rows(_OF, op=self.model.op):
                draws = entries.setdefault(row.id, (row, {}))[1]
                if row.lot_id:
                    draws["itself" if row.lot_id == row.id else row.lot_id] = row.drawn
        found: dict[Key, list[str]] = {}
        for row, draws in entries.values():
            found.setdefault(_key_of(row, draws), []).append(row.id)
        for meant in self.model.rows[before:]:
            key = _key(meant)
            assert found.get(key), f"the shop has no {key}, but {found}"
            meant.id = found[key].pop(0)
        assert not any(found.values()), f"the model knows nothing of {found}"

    def _compare(self) -> None:
        """Every lot and every balance."""
        self.same = False
        with self.shop.reading() as tx:
            lots, balances = {tuple(row) for row in tx.rows(_OPEN)}, {tuple(row) for row in tx.rows(_BALANCES)}
        meant = {(lot.row.id, lot.row.who, lot.ends, lot.left) for lot in self.model.lots if lot.left}
        assert lots == meant, f"only in the shop {lots - meant}, only in the model {meant - lots}"
        assert balances == {pair for pair in self.model.balances.items() if pair[1]}
        self.same = True


M = LedgerMachine
M.often = {
    M._earn: 24, M._spend: 15, M._return_goods: 12, M._undo: 14, M._adjust: 3, M._open_balance: 4, M._expire: 5,
    M._agree_to_clock: 2, M._merge: 4, M._unmerge: 5, M._change_programme: 3, M._time_passes: 5, M._clock_jumps: 1,
    M._duplicate: 6, M._reopen: 1,
}  # fmt: skip


class UndoneMachine(LedgerMachine):
    """A history in which no day ends, and at its end everything in it is undone, latest first."""

    often: ClassVar[dict[Callable[[Any], None], int]] = {
        M._earn: 24, M._spend: 15, M._return_goods: 12, M._undo: 6, M._adjust: 6, M._merge: 3, M._unmerge: 2,
        M._change_programme: 2,
    }  # fmt: skip

    def _last_thing(self) -> None:
        """Nobody has anything, owes anything or may use anything any more."""
        while standing := self._standing():
            for op, row in standing:
                self._undo_merge(op) if op in self.model.merges else self._undo_row(row)
            assert len(self._standing()) < len(standing), f"nothing of {standing} can be undone"
        with self.shop.reading() as tx:
            assert not tx.rows(_OPEN)
            assert not tx.rows(_BALANCES)

    def _standing(self) -> list[tuple[str, Row | None]]:
        """The operations that can be undone, each by one of its rows, latest first."""
        merges: list[tuple[str, Row | None]] = [
            (op, None) for op, merged in self.model.merges.items() if not merged.undone
        ]
        rows = [row for row in self.model.rows if not row.undone and row.kind not in ("undo", "merge_out", "merge_in")]
        return sorted([*merges, *((row.op, row) for row in rows)], key=lambda one: one[0], reverse=True)

    def _undo_row(self, row: Row | None) -> None:
        """What was used meanwhile can be undone once the use is."""
        if row and not row.undone:
            self._now()
            self._do(OWNER, lambda *_: self.model.undo(row, True), loyalty.undo, row.id)

    def _undo_merge(self, merge: str) -> None:
        self._now()
        self._do(OWNER, self.model.unmerge, loyalty.unmerge, merge)


def play(machine: type[LedgerMachine], days: int, hours: int, seed: int | None = None) -> dict[str, int]:
    """So many shops with so many hours each, and what was met; the same ones each time, or (with `seed`) its own."""
    chosen = settings(
        max_examples=days, stateful_step_count=hours + 1, deadline=None, derandomize=seed is None, database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),  # shrinking takes minutes, and the whole history tells as much
    )  # fmt: skip
    run_state_machine_as_test(machine if seed is None else seeded(seed)(machine), settings=chosen)
    return machine.met


def _register(tx: Transaction, number: int) -> str:
    details = customers.Details(f"客{number}", "", f"きゃく{'あいうえ'[number]}", "", birthday=BIRTHDAYS[number])
    return customers.register(tx, new_id(), details)


def _said(answer: object) -> object:
    """What the counter was told, without ids."""
    if isinstance(answer, Refused):
        return answer.rule
    if isinstance(answer, loyalty.Posting):
        return Told(answer.points, answer.balance, answer.settle_yen, answer.milestone)
    return (answer.lots, answer.points, answer.more) if isinstance(answer, loyalty.Expired) else None


def _meant(expected: object) -> object:
    return str(expected) if isinstance(expected, No) else expected


def _key_of(row: Any, draws: dict[str, int]) -> Key:
    name = msgspec.json.decode(row.steps)[0]["name"] if row.kind == "campaign" else ""
    worth = row.base_yen if row.kind == "spend" else 0
    return (
        row.kind, row.customer_id, row.points, row.reverses or "", name, worth, row.day, row.settled or 0,
        frozenset(draws.items()),
    )  # fmt: skip


def _key(row: Row) -> Key:
    draws = frozenset(("itself" if lot is row.lot else lot.row.id, points) for lot, points in row.draws.items())
    root = row.reverses.id if row.reverses else ""
    return row.kind, row.who, row.points, root, row.name, row.worth, row.day, row.settled, draws
