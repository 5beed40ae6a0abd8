"""The points programme a second time, in plain Python: what a command must do, or the rule by which it is refused."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from plain_awards import Visit, awards, earning_yen, is_birthday, last_day, shop_day, worth
from plain_rows import Lot, No, Row, Rows, Sale

from carepos.loyalty import Programme
from carepos.purchases import Line

AWARDS = ("earn", "birthday", "campaign")
BY_HAND = ("adjust", "opening")


@dataclass(frozen=True)
class Told:
    """What the counter is told."""

    points: int
    balance: int
    settle_yen: int = 0
    milestone: int = 0


@dataclass(eq=False)
class Merged:
    """One merge: who, which lots as pairs of rows, what debt, which sales."""

    kept: str
    gone: str
    pairs: list[tuple[Row, Row]]
    debt: tuple[Row, Row] | None
    sales: list[Sale]
    birthday: str
    undone: bool = False


class Ledger(Rows):
    """The shop's points, as the programme says."""

    def __init__(self, birthdays: dict[str, str]) -> None:
        super().__init__()
        self.birthdays = birthdays
        self.sales: list[Sale] = []
        self.merges: dict[str, Merged] = {}
        self.merged_into: dict[str, str | None] = {}
        self.programmes: list[tuple[dt.date, Programme]] = []
        self.looked: list[tuple[dt.datetime, dt.date]] = []
        self.op, self.now = "", dt.datetime.min

    @property
    def today(self) -> dt.date:
        """The shop's day."""
        return shop_day(self.now)

    def terms(self, day: dt.date | None = None) -> Programme:
        """The programme of a day: of those begun by then the one begun last, of two of a day the later one."""
        begun = [one for one in self.programmes if one[0] <= (day or self.today)]
        return sorted(begun, key=lambda one: one[0])[-1][1] if begun else Programme()

    def set_programme(self, programme: Programme, starts_on: dt.date) -> None:
        """The owner's rules from a day on."""
        self.programmes.append((starts_on, programme))

    def newest(self) -> tuple[dt.date | None, bool]:
        """Until when points of today last, and whether a visit renews them."""
        return last_day(self.terms(), self.today), self.terms().expiry == "visit"

    def current(self, who: str) -> str:
        """Who somebody is after merges."""
        while (kept := self.merged_into.get(who)) is not None:
            who = kept
        return who

    def standing(self, receipt: str) -> Sale | None:
        """The sale under a receipt number."""
        return next((sale for sale in self.sales if sale.receipt == receipt and not sale.withdrawn), None)

    def earn(
        self, who: str, yen: int, receipt: str, at: dt.datetime | None, lines: Sequence[Line], no_points: int
    ) -> Told:
        """A sale and its points."""
        self._present(who)
        day = shop_day(at or self.now)
        terms = self.terms(day)
        if terms.redemption == "payment":
            used = (row.worth for row in self._spends(receipt) if self.current(row.who) == who)
            no_points = min(yen, no_points + sum(used))
        base = earning_yen(terms, yen, lines, no_points)
        visit = self._visit(who, day, terms)
        found = awards(terms, base, visit, lines)
        self._end_for(who)
        if self.standing(receipt):
            raise No("receipt.used")
        sale = Sale(receipt, who, at or self.now, day, yen)
        self._append(self.sales, sale)
        for (kind, name), points in found.items():
            row = self._row(kind, who, points, sale=sale, receipt=receipt, name=name, at=at)
            row.bonus = kind == "birthday" and bool(base and visit.birthday_bonus and terms.birthday_points)
            self.give(row, last_day(terms, day), terms.expiry == "visit")
        self._renew(who, terms)
        points, after = sum(found.values()), self.usable(who)
        crossed = [reward.points for reward in terms.rewards if after - points < reward.points <= after]
        return Told(points, after, milestone=max(crossed, default=0))

    def _visit(self, who: str, day: dt.date, terms: Programme) -> Visit:
        mine = [sale for sale in self.sales if sale.who == who and not sale.withdrawn]
        birthday = is_birthday(terms, self.birthdays[who], day)
        bonuses = [row for row in self.rows if row.bonus and not row.undone and row.sale and row.sale.who == who]
        had = any(row.day.year == day.year for row in bonuses)
        tier = self._tier(who, terms)
        return Visit(day, tier, birthday, birthday and not had, not mine, all(sale.day != day for sale in mine))

    def _tier(self, who: str, terms: Programme) -> str:
        """The highest level reached at any moment within the days of grace."""
        since = self.now - dt.timedelta(days=terms.grace_days)
        mine = [sale for sale in self.sales if sale.who == who and not sale.withdrawn]
        moments = {self.now, since, *(sale.at for sale in mine if since <= sale.at <= self.now)}
        reached = max(self._reached(who, terms, mine, moment) for moment in moments)
        return max((tier for tier in terms.tiers if tier.needs <= reached), key=lambda tier: tier.needs).name

    def _reached(self, who: str, terms: Programme, mine: list[Sale], until: dt.datetime) -> int:
        begin = until - dt.timedelta(days=terms.tier_days)
        if terms.tier_year == "calendar":
            first = shop_day(until).replace(month=1, day=1)
            begin = dt.datetime.combine(first, dt.time(4), dt.timezone(dt.timedelta(hours=9)))
        counted = [sale for sale in mine if begin <= sale.at <= until]
        if terms.tier_by == "visits":
            return len({sale.day for sale in counted})
        if terms.tier_by == "amount":
            return sum(sale.yen - sale.returned for sale in counted)
        earned = (row for row in self.rows if row.sale in counted)
        return max(0, sum(row.points for row in earned if not row.undone and self._of_award(row)))

    @staticmethod
    def _of_award(row: Row) -> bool:
        return row.kind in AWARDS or (row.reverses is not None and row.reverses.kind in AWARDS)

    def spend(self, who: str, points: int, receipt: str) -> Told:
        """Points are used."""
        if points <= 0:
            raise No("points.not_positive")
        self._present(who)
        terms = self.terms()
        stepped = points >= terms.spend_least and not points % terms.spend_step
        if not stepped and points not in [reward.points for reward in terms.rewards]:
            raise No("points.step")
        self._end_for(who)
        self.take(self._row("spend", who, -points, receipt=receipt, worth=worth(terms, points)))
        return Told(-points, self.usable(who))

    def adjust(self, who: str, points: int) -> Told:
        """The owner corrects by hand."""
        self._present(who)
        self._end_for(who)
        row, terms = self._row("adjust", who, points), self.terms()
        if points > 0:
            self.give(row, last_day(terms, self.today), terms.expiry == "visit")
        else:
            self.take(row)
        return Told(points, self.usable(who))

    def opening(self, who: str, points: int, ends: dt.date | None) -> Told:
        """Points come over from an older system."""
        self._present(who)
        self._end_for(who)
        self.give(self._row("opening", who, points), ends)
        return Told(points, self.usable(who))

    def clock_ahead(self) -> bool:
        """More than a day past the opening after the last time anybody looked."""
        if not self.looked:
            return False
        at, day = max(self.looked)
        opening = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(10), dt.timezone(dt.timedelta(hours=9)))
        return self.now > max(at, opening) + dt.timedelta(days=1)

    def agree(self) -> None:
        """The owner says that the clock is right."""
        self.looked.append((self.now, self.today - dt.timedelta(days=1)))

    def expire(self, most: int) -> tuple[int, int, bool]:
        """Ended lots go, at most so many: (lots, points, whether there are more)."""
        if self.clock_ahead():
            raise No("clock.ahead")
        ended = sorted(self.ended(), key=lambda lot: (lot.ends, lot.row.id))
        going = [(lot, lot.left) for lot in ended[:most]]
        for lot, left in going:
            self.take(self._row("expire", lot.row.who, -left), (lot,))
        more = len(ended) > most
        if not more and (not self.looked or max(self.looked)[1] < self.today):
            self.looked.append((self.now, self.today))
        return len(going), sum(left for _, left in going), more

    def usable(self, who: str) -> int:
        """What somebody has without what has ended; while the clock is in doubt nothing has."""
        ended = [] if self.clock_ahead() else [lot.left for lot in self.ended() if lot.row.who == who]
        return self.balance(who) - sum(ended)

    def ended(self) -> list[Lot]:
        """What is past its last day."""
        return [lot for lot in self.lots if lot.left and lot.ends and lot.ends < self.today]

    def _end_for(self, who: str) -> None:
        if not self.clock_ahead():
            for lot in sorted(self.ended(), key=lambda lot: lot.row.id):
                if lot.row.who == who:
                    self.take(self._row("expire", who, -lot.left), (lot,))

    def renewed(self, who: str, terms: Programme | None = None) -> dt.date | None:
        """Until when points that visits renew last, where a programme (today's) says so."""
        visits = [sale.at for sale in self.sales if sale.who == who and not sale.withdrawn]
        terms = terms or self.terms()
        return last_day(terms, shop_day(max(visits))) if terms.expiry == "visit" and visits else None

    def _renew(self, who: str, terms: Programme) -> None:
        """Points that last from the last visit last anew."""
        if until := self.renewed(who, terms):
            for lot in self.lots:
                if lot.row.who == who and lot.by_visit and lot.left:
                    self.put(lot, "ends", until)

    def _row(
        self, kind: str, who: str, points: int, reverses: Row | None = None, sale: Sale | None = None,
        receipt: str = "", name: str = "", worth: int = 0, at: dt.datetime | None = None,
    ) -> Row:  # fmt: skip
        moment = at or self.now
        return Row(self.op, kind, who, points, moment, shop_day(moment), reverses, sale, receipt, name, worth)

    def _spends(self, receipt: str) -> list[Row]:
        return [row for row in self.rows if row.kind == "spend" and row.receipt == receipt and not row.undone]

    def _present(self, who: str) -> None:
        if self.merged_into.get(who):
            raise No("customer.merged")
