"""Turning "two days ago at 16:20" into a moment, and a moment into an id."""

import datetime as dt
import random
from dataclasses import dataclass

from carepos.settings import ShopSettings

FIRST, LAST = "10:00", "16:00"
"""Between these hours the story's "today" happens."""


def id_at(rng: random.Random, moment: dt.datetime) -> str:
    """A UUIDv7 of a moment, drawn from `rng`, so that the same seed makes the same shop."""
    bits = rng.getrandbits(74)
    return f"{int(moment.timestamp() * 1000):012x}7{bits >> 62:03x}{bits & (1 << 62) - 1 | 1 << 63:016x}"


@dataclass(frozen=True)
class Days:
    """The days around `now` in a shop's own zone."""

    settings: ShopSettings
    now: dt.datetime

    def ago(self, days: int, at: str) -> dt.datetime:
        """The moment `days` back; what belongs to today is moved so that all of it is over by now."""
        planned = self._on(-days, at)
        return self._squeezed(planned) if days == 0 else planned

    def ahead(self, days: int, at: str) -> dt.datetime:
        """The moment `days` forward; for one of today that has passed, two hours after the next full hour."""
        planned = self._on(days, at)
        if days == 0 and planned <= self.now:
            return self.now.replace(minute=0, second=0, microsecond=0) + dt.timedelta(hours=3)
        return planned

    def month_end(self) -> dt.date:
        """The last day of the month after this one."""
        first = self.settings.day_of(self.now).replace(day=1)
        return (first + dt.timedelta(days=70)).replace(day=1) - dt.timedelta(days=1)

    def _on(self, days: int, at: str) -> dt.datetime:
        day = self.settings.day_of(self.now) + dt.timedelta(days=days)
        return dt.datetime.combine(day, dt.time.fromisoformat(at), self.settings.zone)

    def _squeezed(self, planned: dt.datetime) -> dt.datetime:
        first, last = self._on(0, FIRST), self._on(0, LAST)
        if self.now >= last:
            return planned
        start, _ = self.settings.bounds(self.settings.day_of(self.now))
        earliest = max(start, self.now - dt.timedelta(hours=3))
        begin = first if self.now - first > dt.timedelta(hours=1) else earliest
        moment = begin + (planned - first) / (last - first) * (self.now - begin)
        return moment.astimezone(self.settings.zone)
