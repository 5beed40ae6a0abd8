"""The ledger's model: rows, lots and balances in plain Python lists, and a refusal that leaves all as it was."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from plain_awards import month_end


class No(Exception):
    """The model refuses, by this rule."""


@dataclass(eq=False)
class Sale:
    """A receipt, whose it is now, and what came back of it."""

    receipt: str
    who: str
    at: dt.datetime
    day: dt.date
    yen: int
    returned: int = 0
    withdrawn: bool = False


@dataclass(eq=False)
class Lot:
    """What is left of one award."""

    row: "Row"
    ends: dt.date | None
    by_visit: bool
    left: int
    carried: "Lot | None" = None
    came: "Lot | None" = None


@dataclass(eq=False)
class Row:
    """One movement; `id` is learnt from the program once the movement was found there."""

    op: str
    kind: str
    who: str
    points: int
    at: dt.datetime
    day: dt.date
    reverses: "Row | None" = None
    sale: Sale | None = None
    receipt: str = ""
    name: str = ""
    worth: int = 0
    settled: int = 0
    goods: int = 0
    bonus: bool = False
    undone: bool = False
    id: str = "~"  # until it is learnt: later than any
    lot: Lot | None = None
    draws: dict[Lot, int] = field(default_factory=dict)


class Rows:
    """Every movement there was; each change is noted, so that a refusal takes it back."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.lots: list[Lot] = []
        self.balances: dict[str, int] = {}
        self._back: list[Callable[[], object]] = []

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """What is done inside stands as a whole or not at all."""
        self._back = []
        try:
            yield
        except No:
            for undo in reversed(self._back):
                undo()
            raise

    def put(self, thing: Any, name: str, value: object) -> None:
        """Sets a field."""
        before = getattr(thing, name)
        self._back.append(lambda: setattr(thing, name, before))
        setattr(thing, name, value)

    def balance(self, who: str) -> int:
        """What somebody has, or owes."""
        return self.balances.get(who, 0)

    def open_lots(self, who: str) -> list[Lot]:
        """What can be used, soonest end first, older first."""
        mine = [lot for lot in self.lots if lot.row.who == who and lot.left]
        return sorted(mine, key=lambda lot: (lot.ends or dt.date.max, lot.row.id))

    def give(self, row: Row, ends: dt.date | None = None, by_visit: bool = False) -> None:
        """Points come in: a debt is paid first, the rest can be used until a day."""
        paid = self._paid(row)
        self._write(row)
        row.lot = Lot(row, ends, by_visit, row.points - paid)
        self._append(self.lots, row.lot)
        if paid:
            row.draws[row.lot] = paid

    def take(
        self, row: Row, first: tuple[Lot, ...] = (), owe: bool = False, spent: bool = False, paid: int = 0
    ) -> None:
        """Points go out: from the lots `first`, then soonest end first; below zero with `owe`, or by what `paid`."""
        wanted = -row.points
        if wanted and not owe and max(self.balance(row.who), 0) + paid < wanted:
            raise No("points.spent" if spent or first else "points.not_enough")
        self._write(row)
        for lot in sorted(self.open_lots(row.who), key=lambda lot: lot not in first):
            wanted -= self.draw(row, lot, min(wanted, lot.left))

    def give_back(self, row: Row, wrong: Row, today: dt.date) -> None:
        """Points return to the lots they were drawn from, the longest lasting first; an ended one lasts this month,
        one that visits renew as the last visit says."""
        rest = row.points - self._paid(row)
        drawn = self._still_drawn(wrong)
        self._write(row)
        for lot in drawn:
            rest += self.draw(row, lot, -min(rest, drawn[lot]))
        if rest:
            self._open_lot(row, rest)
        renewed = self.renewed(row.who)
        for lot in row.draws:
            if renewed and lot.by_visit and lot.ends and lot.ends < renewed and not self._has_ended(lot):
                self.put(lot, "ends", renewed)
            if lot.ends and lot.ends < today:
                self.put(lot, "ends", month_end(today))

    def _open_lot(self, row: Row, rest: int) -> None:
        """What had been owed, and was paid by later points, lasts as points of today do."""
        row.lot = Lot(row, *self.newest(), rest)
        self._append(self.lots, row.lot)
        if row.points > rest:
            row.draws[row.lot] = row.points - rest

    @staticmethod
    def paid_by(row: Row) -> int:
        """What of points that came in paid a debt: it went neither into a lot of their own nor back into others."""
        given = sum(-points for lot, points in row.draws.items() if lot is not row.lot)
        opened = row.points - row.draws.get(row.lot, 0) if row.lot else 0
        return row.points - given - opened

    def newest(self) -> tuple[dt.date | None, bool]:
        """Until when points of today last, and whether a visit renews them."""
        raise NotImplementedError

    def renewed(self, who: str) -> dt.date | None:
        """Until when points that visits renew last."""
        raise NotImplementedError

    def _has_ended(self, lot: Lot) -> bool:
        return any(row.kind == "expire" and lot in row.draws for row in self.rows)

    def draw(self, row: Row, lot: Lot, points: int) -> int:
        """Takes points out of a lot for a row (below zero: puts them back) and says how many."""
        if points:
            self.put(lot, "left", lot.left - points)
            row.draws[lot] = row.draws.get(lot, 0) + points
        return points

    def undo_of(self, wrong: Row) -> None:
        """A row stands no longer."""
        self.put(wrong, "undone", True)

    def _still_drawn(self, wrong: Row) -> dict[Lot, int]:
        net: dict[Lot, int] = {}
        for row in [wrong, *(row for row in self.rows if row.reverses is wrong and not row.undone)]:
            for lot, points in row.draws.items():
                net[lot] = net.get(lot, 0) + (points if lot is not row.lot else 0)
        longest = sorted(net, key=lambda lot: lot.row.id)
        longest.sort(key=lambda lot: lot.ends or dt.date.max, reverse=True)
        return {lot: net[lot] for lot in longest if net[lot] > 0}

    def _paid(self, row: Row) -> int:
        return min(max(-self.balance(row.who), 0), row.points)

    def _write(self, row: Row) -> None:
        self._append(self.rows, row)
        before = self.balance(row.who)
        self._back.append(lambda: self.balances.__setitem__(row.who, before))
        self.balances[row.who] = before + row.points

    def _append(self, some: list[Any], thing: object) -> None:
        some.append(thing)
        self._back.append(some.pop)
