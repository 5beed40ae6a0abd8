"""What the owner chose for the shop: name, zone, hours, limits; one row per choice."""

import dataclasses
import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Transaction, command
from carepos.errors import Refused
from carepos.text import dates


class Setting(Base):
    """One choice, as JSON."""

    __tablename__ = "settings"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


@dataclass(frozen=True)
class ShopSettings:
    """The shop's choices; every moment is stored in UTC, `timezone` and `day_ends_hour` say which day it belongs to."""

    shop_name: str = ""
    language: str = "ja"
    timezone: str = "Asia/Tokyo"
    day_ends_hour: int = 4
    opens: str = "10:00"
    closes: str = "19:00"
    closed_weekdays: tuple[int, ...] = ()
    goodwill_limit: int = 3000
    lock_minutes: int = 3

    @cached_property
    def zone(self) -> ZoneInfo:
        """The shop's time zone."""
        return ZoneInfo(self.timezone)

    def day_of(self, moment: dt.datetime) -> dt.date:
        """The shop's day a moment belongs to."""
        return dates.business_day(moment, self.zone, self.day_ends_hour)

    def bounds(self, day: dt.date) -> tuple[dt.datetime, dt.datetime]:
        """First moment of a shop's day, and of the next."""
        return dates.day_bounds(day, self.zone, self.day_ends_hour)

    def closing(self, day: dt.date) -> dt.datetime | None:
        """When the shop closes on a day, in its own zone; None on a day it does not open."""
        return self._at(day, self.closes)

    def opening(self, day: dt.date) -> dt.datetime | None:
        """When the shop opens on a day, in its own zone; None on a day it does not open."""
        return self._at(day, self.opens)

    def next_opening(self, after: dt.date) -> dt.datetime | None:
        """When the shop opens next on a later day, in its own zone; None if it does not within a week."""
        days = (after + dt.timedelta(days=later) for later in range(1, 8))
        return next((opens for day in days if (opens := self.opening(day))), None)

    def _at(self, day: dt.date, hour: str) -> dt.datetime | None:
        if day.weekday() in self.closed_weekdays:
            return None
        return dt.datetime.combine(day, dt.time.fromisoformat(hour), self.zone)


def read(connection: sa.Connection) -> ShopSettings:
    """The shop's choices as they stand."""
    rows = connection.execute(sa.select(Setting.name, Setting.value))
    return msgspec.convert({row.name: msgspec.json.decode(row.value) for row in rows}, ShopSettings)


@command("settings.change", role="owner")
def change(tx: Transaction, op_id: str, settings: ShopSettings) -> None:
    """Replaces the shop's choices; raises Refused("settings.<name>") for one that makes no sense."""
    _check(settings)
    for name, value in dataclasses.asdict(settings).items():
        tx.session.merge(Setting(name=name, value=msgspec.json.encode(value).decode()))


def _check(settings: ShopSettings) -> None:
    if not 1 <= len(settings.shop_name.strip()) <= 60:
        raise Refused("settings.shop_name")
    if not 0 <= settings.day_ends_hour <= 11:
        raise Refused("settings.day_ends_hour")
    if settings.goodwill_limit < 0 or not 1 <= settings.lock_minutes <= 60:
        raise Refused("settings.limits")
    try:
        settings.zone, dt.time.fromisoformat(settings.opens), dt.time.fromisoformat(settings.closes)
    except (ValueError, ZoneInfoNotFoundError):
        raise Refused("settings.hours") from None
