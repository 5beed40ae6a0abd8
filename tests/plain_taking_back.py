"""The model's second half: goods that return, movements taken back, customers merged and taken apart."""

from plain_awards import worth
from plain_ledger import AWARDS, BY_HAND, Ledger, Merged, Told
from plain_rows import Lot, No, Row, Sale


def lot_now(lot: Lot) -> Lot:
    """Where a lot's points lie after merges."""
    while lot.carried:
        lot = lot.carried
    return lot


def cause(row: Row) -> Row:
    """The movement which a row took back."""
    while row.reverses:
        row = row.reverses
        if row.kind != "undo":
            break
    return row


def lots_of(row: Row) -> tuple[Lot, ...]:
    """Where the points of a row went: the lot it opened, or those it gave back to."""
    given = [lot for lot, points in row.draws.items() if points < 0]
    return tuple(lot_now(lot) for lot in ([row.lot] if row.lot else []) + given)


def by_itself(row: Row) -> bool:
    """Whether a row is no use of points: their lot ended, was carried on, or came back."""
    return row.kind in ("expire", "merge_out") or (row.reverses is not None and row.reverses.kind == "merge_out")


def family(lot: Lot) -> list[Lot]:
    """A lot and those its points came from by merges."""
    return [lot, *family(lot.came)] if lot.came else [lot]


class Shop(Ledger):
    """The whole programme."""

    def return_sale(self, who: str, receipt: str, yen: int) -> Told:
        """Goods come back: points used on them return, points they earned go, both in proportion."""
        sale = self.standing(receipt)
        earned = self._awards_of(sale) if sale else []
        if not sale or not earned or self.current(earned[0].who) != who:
            raise No("receipt.unknown")
        if not 0 < yen <= sale.yen - sale.returned:
            raise No("return.too_much")
        self._end_for(who)
        self.put(sale, "returned", sale.returned + yen)
        before = len(self.rows)
        points = sum(self._points_return(who, sale, spent) for spent in self._used_on(who, sale))
        taken = [self._award_goes(who, sale, earned, at) for at in range(len(earned))]
        settled = sum(settled for _, settled in taken)
        self.rows[before].goods = yen
        return Told(points + sum(moved for moved, _ in taken), self.usable(who), settled)

    def _awards_of(self, sale: Sale) -> list[Row]:
        mine = [row for row in self.rows if row.sale is sale and row.kind in AWARDS and not row.undone]
        return sorted(mine, key=lambda row: row.id)

    def _used_on(self, who: str, sale: Sale) -> list[Row]:
        return sorted(
            (row for row in self._spends(sale.receipt) if self.current(row.who) == who), key=lambda row: row.id
        )

    def _returns_of(self, root: Row) -> list[Row]:
        return [row for row in self.rows if row.reverses is root and row.kind == "return" and not row.undone]

    def _points_return(self, who: str, sale: Sale, spent: Row) -> int:
        """What comes back is rounded up: what stays used is the kept goods' share, rounded down."""
        stays = -spent.points * (sale.yen - sale.returned) // sale.yen
        still = -spent.points - sum(row.points for row in self._returns_of(spent))
        if still <= stays:
            return 0
        self._present(spent.who)
        self.give_back(self._returning(who, still - stays, spent, sale), spent, self.today)
        return still - stays

    def _award_goes(self, who: str, sale: Sale, earned: list[Row], at: int) -> tuple[int, int]:
        """What stays earned of all awards up to this one is rounded down; this one loses its part: (points, yen)."""

        def stays(awards: list[Row]) -> int:
            return sum(row.points for row in awards) * (sale.yen - sale.returned) // sale.yen

        award = earned[at]
        keeps = stays(earned[: at + 1]) - stays(earned[:at])
        gone = sum(row.settled - row.points for row in self._returns_of(award))
        wanted = max(0, award.points - gone - self._lapsed(award) - keeps)
        if not wanted and at:
            return 0, 0
        terms = self.terms()
        settled = max(0, wanted - max(0, self.usable(who))) if terms.after_return == "settle" else 0
        row = self._returning(who, settled - wanted, award, sale)
        row.settled = settled
        assert award.lot
        self.take(row, (lot_now(award.lot),), owe=terms.after_return == "owe")
        return settled - wanted, worth(terms, settled)

    def _lapsed(self, award: Row) -> int:
        """What of an award has ended, wherever it lay then: it cannot be taken a second time."""
        lots = [lot for lot in self.lots if award.lot in family(lot)]
        gone = sum(row.draws.get(lot, 0) for row in self.rows if row.kind == "expire" for lot in lots)
        return gone + (0 if self.clock_ahead() else sum(lot.left for lot in self.ended() if lot in lots))

    def _returning(self, who: str, points: int, root: Row, sale: Sale) -> Row:
        return self._row("return", who, points, root, sale, sale.receipt)

    def undo(self, wrong: Row, owner: bool) -> Told:
        """A movement was a mistake: its command's rows go the other way round, latest first."""
        if wrong.kind in ("undo", "expire", "merge_out", "merge_in"):
            raise No("points.not_undoable")
        if wrong.kind in BY_HAND and not owner:
            raise No("role.owner_only")
        if wrong.undone:
            raise No("points.undone")
        who = self.current(wrong.who)
        together = [row for row in self.rows if row.op == wrong.op and row.sale is wrong.sale and not row.undone]
        together = [wrong] if wrong.sale is None else sorted(together, key=lambda row: row.id, reverse=True)
        self._end_for(who)
        points = sum(self._reverse(row, who) for row in together)
        if wrong.sale:
            self._reopen(wrong, who, wrong.sale)
        return Told(points, self.usable(who))

    def _reverse(self, wrong: Row, who: str) -> int:
        if self._returns_of(wrong):
            raise No("points.returned")
        lapsed = min(self._lapsed(wrong), wrong.points) if wrong.kind in AWARDS else 0
        row = self._row("undo", who, lapsed - wrong.points, wrong, receipt=wrong.receipt)
        if wrong.points < 0:
            self._present(wrong.who)
            self.give_back(row, wrong, self.today)
        else:
            owe = self.terms().after_return == "owe" and wrong.kind in (*AWARDS, "return")
            self.take(row, lots_of(wrong), owe, spent=True, paid=self.paid_by(wrong))
        self.undo_of(wrong)
        return row.points

    def _reopen(self, wrong: Row, who: str, sale: Sale) -> None:
        if wrong.kind == "return":
            goods = sum(row.goods for row in self.rows if row.op == wrong.op and row.sale is sale)
            self.put(sale, "returned", sale.returned - goods)
        else:
            self.put(sale, "withdrawn", True)
            self._renew(who, self.terms())

    def merge(self, kept: str, gone: str) -> None:
        """Two are one: each lot goes over as a pair of rows, and what was owed is owed by the one kept."""
        if kept == gone:
            raise No("merge.same")
        for who in (kept, gone):
            self._present(who)
        sales = [sale for sale in self.sales if sale.who == gone]
        pairs = [self._carry(lot, kept) for lot in self.open_lots(gone)]
        done = Merged(kept, gone, pairs, None, sales, self.birthdays[kept])
        if (owed := -self.balance(gone)) > 0:
            out = self._row("merge_out", gone, owed)
            self.give(out)
            into = self._row("merge_in", kept, -owed, out)
            self.take(into, owe=True)
            done.debt = out, into
        for sale in sales:
            self.put(sale, "who", kept)
        self.birthdays[kept] = self.birthdays[kept] or self.birthdays[gone]
        self.merged_into[gone], self.merges[self.op] = kept, done

    def _carry(self, lot: Lot, kept: str) -> tuple[Row, Row]:
        out = self._row("merge_out", lot.row.who, -lot.left)
        into = self._row("merge_in", kept, lot.left, out)
        self.take(out, (lot,))
        self.give(into, lot.ends, lot.by_visit)
        assert into.lot
        self.put(lot, "carried", into.lot)
        self.put(into.lot, "came", lot)
        return out, into

    def unmerge(self, merge: str) -> None:
        """Taken apart: each lot's points go home; what was used meanwhile counts as the kept one's own first."""
        done = self.merges[merge]
        if done.undone:
            raise No("merge.undone")
        if self.merged_into.get(done.kept):
            raise No("merge.later")
        borne = self._borne(done)
        freed = [self._free(row) for row in borne]
        pairs = [(out, into, home) for out, into in done.pairs if (home := into.points - self._lost(into))]
        pairs.sort(key=lambda pair: pair[1].id)
        paid = sum(into.draws.get(into.lot, 0) for _, into, _ in pairs if into.lot)
        if max(self.balance(done.kept), 0) + paid < sum(home for *_, home in pairs):
            raise No("points.spent")
        self._go_home(done, pairs)
        if done.debt:
            self._debt_home(done, *done.debt)
        for row, free in zip(reversed(borne), reversed(freed), strict=True):
            self._bear(done.gone, row, free)
        for sale in done.sales:
            if sale.who == done.kept:
                self.put(sale, "who", done.gone)
        if self.birthdays[done.kept] == (done.birthday or self.birthdays[done.gone]):
            self.birthdays[done.kept] = done.birthday
        done.undone = True
        self.merged_into[done.gone] = None

    def _lost(self, into: Row) -> int:
        """What left a carried lot by itself: it ended, or was carried on and did not come back."""
        lot = into.lot
        assert lot
        others = (row for row in self.rows if row is not into and lot in row.draws)
        return sum(row.draws[lot] for row in others if by_itself(row))

    def _borne(self, done: Merged) -> list[Row]:
        """What stands on the one kept for movements of the other, latest first."""
        mine = [row for row in self.rows if row.who == done.kept and row.kind in ("return", "undo") and not row.undone]
        about = [row for row in mine if self._was(cause(row).who, done.gone)]
        return sorted(about, key=lambda row: (row.at, row.id), reverse=True)

    def _was(self, who: str | None, gone: str) -> bool:
        """Whether somebody is, or was merged into, the one who had gone."""
        while who and who != gone:
            who = self.merged_into.get(who)
        return who == gone

    def _free(self, row: Row) -> Row:
        """The one kept has back what a row took."""
        freed = self._row("undo", row.who, -row.points, row, receipt=row.receipt)
        self.give_back(freed, row, self.today)
        self.undo_of(row)
        return freed

    def _bear(self, gone: str, row: Row, freed: Row) -> None:
        """The one who is back bears it: out of the points it is about, and owed where they are used."""
        of_goods = row.kind == "return"
        again = self._row(row.kind, gone, row.points, row.reverses if of_goods else freed, row.sale, row.receipt)
        again.settled, again.goods = row.settled, row.goods
        self.take(again, lots_of(cause(row)), owe=True)
        if not of_goods:
            self.undo_of(freed)

    def _go_home(self, done: Merged, pairs: list[tuple[Row, Row, int]]) -> None:
        missing = []
        for _, into, home in pairs:
            row = self._row("undo", done.kept, -home, into)
            self._write(row)
            assert into.lot
            missing.append((row, home - self.draw(row, into.lot, min(home, into.lot.left))))
        for (row, still), (out, into, home) in zip(missing, pairs, strict=True):
            wanted = still
            for lot in self.open_lots(done.kept):
                wanted -= self.draw(row, lot, min(wanted, lot.left))
            back = self._row("undo", done.gone, home, out)
            self._write(back)
            (lot,) = out.draws
            self.draw(back, lot, -home)
            self.put(lot, "carried", None)
            self.undo_of(into)
            self.undo_of(out)

    def _debt_home(self, done: Merged, out: Row, into: Row) -> None:
        self.give_back(self._row("undo", done.kept, -into.points, into), into, self.today)
        self.take(self._row("undo", done.gone, into.points, out), owe=True)
        self.undo_of(into)
        self.undo_of(out)
