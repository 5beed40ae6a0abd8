"""Every sentence a customer reads on their own screen, in their own language (P15, P43)."""

import datetime as dt

from PySide6.QtCore import QDate, QLocale

from carepos import loyalty
from carepos.settings import ShopSettings
from ui.kit.tongue import Tongue


class Sentences(Tongue):
    """Plain, short, and kind; a figure in each line that has one to tell."""

    def greeting(self, name: str, new: bool) -> str:
        """Thanks by name; who is here for the first time is not told "always"."""
        form = self.tr("Welcome, {name}") if new else self.tr("Thank you, {name}")
        return form.format(name=name)

    def reward(self, yen: int, kind: str) -> str:
        """500円券, ¥500 off."""
        coupon = self.borrowed("words", "¥{amount} voucher")
        form = coupon if kind == "coupon" else self.tr("¥{amount} off")
        return form.format(amount=f"{yen:,}")

    def missing(self, points: int, reward: str) -> str:
        """The way to the next reward in points."""
        return self.tr("{points} pt to go: {reward}").format(points=f"{points:,}", reward=reward)

    def visits(self, count: int) -> str:
        """The same way in visits, at the customer's own rhythm."""
        return self.tr("About %n more visit(s) like your last ones", "", count)

    def ready(self, reward: str) -> str:
        """A reward that can be had now."""
        return self.tr("Yours to use today: {reward}").format(reward=reward)

    def owed(self, points: int) -> str:
        """Below zero: where it comes from, and that nothing is to be done about it."""
        form = self.tr("{points} pt went back with a return. Your next points make them up; there is nothing to pay.")
        return form.format(points=f"{points:,}")

    def today(self) -> str:
        """What the figure of today's points is."""
        return self.tr("Points from today")

    def coming(self) -> str:
        """What the figure of a sale that is not closed yet is."""
        return self.tr("Points from this purchase")

    def nearest_end(self) -> str:
        """What the next line's day is."""
        return self.tr("Next to expire")

    def ending(self, points: int, day: dt.date, today: dt.date) -> str:
        """12月31日に 80 pt."""
        form = self.tr("{points} pt on {day}")
        return form.format(points=f"{points:,}", day=self.day(day, today))

    def day(self, day: dt.date, today: dt.date) -> str:
        """A day, with its year when it is not this one."""
        form = self.borrowed("words", "d MMM") if day.year == today.year else self.borrowed("words", "d MMM yyyy")
        return self.locale.toString(QDate(day.year, day.month, day.day), form)

    def reasons(self, quote: loyalty.Quote, programme: loyalty.Programme) -> str:
        """What makes a sale's points, in brackets behind them."""
        unit = self.tr("{points} pt per ¥{yen}")
        told = [unit.format(points=f"{programme.unit_points:,}", yen=f"{programme.unit_yen:,}")]
        told += [self._reason(step) for step in quote.steps[1:] if step.points]
        return self.tr("({reasons})").format(reasons=self.tr(", ").join(told))

    def _reason(self, step: loyalty.Step) -> str:
        forms = {
            "tier": self.tr("{name} ×{factor}"),
            "birthday": self.tr("birthday ×{factor}"),
            "birthday_bonus": self.tr("birthday present"),
            "campaign": self.tr("“{name}” ×{factor}"),
            "campaign_bonus": self.tr("“{name}” bonus"),
            "visit": self.tr("for your visit"),
        }
        name = self.tier(step.name) if step.what == "tier" else step.name
        return forms[step.what].format(name=name, factor=f"{step.percent / 100:g}")

    def tier(self, name: str) -> str:
        """A tier's name; the owner's own ones are as the owner wrote them."""
        known = {"regular": "Regular", "gold": "Gold"}
        return self.borrowed("words", known[name]) if name in known else name

    def how_it_works(self) -> str:
        """Above the rules."""
        return self.tr("How points work")

    def question(self) -> str:
        """Above the faces (P05)."""
        return self.tr("How were we today?")

    def one_touch(self) -> str:
        """Below the faces (P05)."""
        return self.tr("One touch is all. No name to enter.")

    def thanks(self) -> str:
        """After a touch, in the faces' place."""
        return self.tr("Thank you for telling us")

    def faces(self) -> tuple[str, ...]:
        """The faces' names for ears, from bad to very good."""
        names = ("Very bad", "Bad", "Neither", "Good", "Very good")
        return tuple(self.borrowed("Faces", name) for name in names)

    def welcome(self) -> str:
        """To whoever comes next."""
        return self.tr("Welcome")

    def hours(self, settings: ShopSettings) -> str:
        """When the shop is open (P48)."""
        return self.tr("Open {opens} to {closes}").format(opens=settings.opens, closes=settings.closes)

    def closed(self, settings: ShopSettings) -> str:
        """The days on which it is not; nothing if it is open on all of them."""
        if not settings.closed_weekdays:
            return ""
        long = QLocale.FormatType.LongFormat
        days = (self.locale.standaloneDayName(number + 1, long) for number in sorted(settings.closed_weekdays))
        return self.tr("Closed on {days}").format(days=self.tr(", ").join(days))

    def how_to_begin(self) -> str:
        """What brings their points here."""
        return self.tr("Tell us your name or show your card, and your points appear here.")
