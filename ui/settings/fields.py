"""What a shop is: name, hours, zone; asked at the first start and in the settings."""

import dataclasses
import datetime as dt
import functools
import unicodedata
import zoneinfo

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carepos.errors import Refused
from carepos.settings import ShopSettings
from carepos.text import numbers
from ui.kit import theme
from ui.kit.chip import ChipRow
from ui.kit.choice import Choice
from ui.kit.field import Area, Field, labelled
from ui.kit.flow import EvenLayout

FIRST_ZONE = "Asia/Tokyo"
LAST_HOUR = 11


def whole(field: Field, name: str, least: int = 1) -> int:
    """The number typed in a field; raises Refused("amount.…", field=name) for anything else, or below `least`."""
    try:
        number = numbers.parse_yen(field.text())
    except ValueError as fault:
        raise Refused(str(fault), field=name, most=10**12) from None
    if number < least:
        raise Refused("amount.not_positive", field=name)
    return number


def hour(field: Field, name: str) -> str:
    """HH:MM of "9", "9:30" or "９：３０"; raises Refused("settings.hours", field=name)."""
    hours, _, minutes = unicodedata.normalize("NFKC", field.text()).strip().partition(":")
    try:
        return f"{dt.time(int(hours), int(minutes or 0)):%H:%M}"
    except ValueError:
        raise Refused("settings.hours", field=name) from None


@functools.cache
def zones() -> list[tuple[str, str]]:
    """Every time zone there is, Tokyo's first."""
    others = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone and zone != FIRST_ZONE)
    return [(zone, zone.replace("_", " ")) for zone in (FIRST_ZONE, *others, "UTC")]


def side_by_side(*widgets: QWidget) -> QWidget:
    """Widgets in a row, or below each other where there is too little room."""
    box = QWidget()
    row = EvenLayout(box, gap=theme.px(10), line_gap=theme.px(10))
    for widget in widgets:
        row.addWidget(widget)
    return box


class ShopFields(QWidget):
    """Name, opening hours, closed days, time zone, and the hour at which a day ends."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = Field(self.tr("Shop name"))
        self.opens, self.closes = Field(self.tr("Opens")), Field(self.tr("Closes"))
        self._closed = ChipRow(_weekdays(), multiple=True)
        self._zone = Choice(self.tr("Time zone"), zones())
        hours = [(str(number), f"{number}:00") for number in range(LAST_HOUR + 1)]
        self._day_ends = Choice(self.tr("A day ends at"), hours)
        self._build()
        self.fill(ShopSettings())

    def fill(self, settings: ShopSettings) -> None:
        """Shows the shop as it is."""
        self.name.set_text(settings.shop_name)
        self.opens.set_text(settings.opens)
        self.closes.set_text(settings.closes)
        self._closed.set_values(*map(str, settings.closed_weekdays))
        self._zone.set_value(settings.timezone)
        self._day_ends.set_value(str(settings.day_ends_hour))

    def value(self, settings: ShopSettings) -> ShopSettings:
        """`settings` with what is typed here; raises Refused("settings.…")."""
        name = self.name.text().strip()
        if not 1 <= len(name) <= 60:
            raise Refused("settings.shop_name")
        return dataclasses.replace(
            settings,
            shop_name=name,
            opens=hour(self.opens, "opens"),
            closes=hour(self.closes, "closes"),
            closed_weekdays=tuple(map(int, self._closed.values())),
            timezone=self._zone.value(),
            day_ends_hour=int(self._day_ends.value()),
        )

    def typed(self) -> tuple[str, ...]:
        """All that stands in the fields, to see whether a hand changed something."""
        texts = (field.text() for field in (self.name, self.opens, self.closes))
        return (*texts, *self._closed.values(), self._zone.value(), self._day_ends.value())

    def fields(self) -> dict[str, Field | Area]:
        """The fields a refusal may name."""
        return {"shop_name": self.name, "opens": self.opens, "closes": self.closes}

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.name)
        column.addWidget(side_by_side(self.opens, self.closes))
        column.addWidget(labelled(self.tr("Closed on"), self._closed))
        column.addWidget(side_by_side(self._zone, self._day_ends))
        for field in (self.name, self.opens, self.closes):
            field.edited.connect(self.edited)
        for choice in (self._closed, self._zone, self._day_ends):
            choice.chosen.connect(lambda _value: self.edited.emit())


def _weekdays() -> list[tuple[str, str]]:
    short = QLocale.FormatType.ShortFormat
    return [(str(number), QLocale().standaloneDayName(number + 1, short)) for number in range(7)]
