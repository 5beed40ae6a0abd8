"""What the owner chose for the shop, and which day a moment belongs to."""

import dataclasses
import datetime as dt
from typing import Any

import pytest
from shops import START, TOKYO, Till, refused

from carepos import settings
from carepos.settings import ShopSettings

MIDNIGHT = dt.timedelta(hours=10)
"""From START to midnight in Tokyo."""


def test_every_choice_comes_back(office: Till) -> None:
    chosen = ShopSettings(
        "かわべ", "en", "Europe/Berlin", 2, "09:30", "18:15", (0, 6), goodwill_limit=500, lock_minutes=10
    )
    office.do(settings.change, chosen)
    with office.shop.reading() as tx:
        assert settings.read(tx.connection) == office.shop.settings == chosen


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ({"shop_name": " "}, "settings.shop_name"),
        ({"shop_name": "名" * 61}, "settings.shop_name"),
        ({"day_ends_hour": -1}, "settings.day_ends_hour"),
        ({"day_ends_hour": 12}, "settings.day_ends_hour"),
        ({"timezone": "Mars/Olympus"}, "settings.hours"),
        ({"timezone": "../../etc/passwd"}, "settings.hours"),
        ({"opens": "25:00"}, "settings.hours"),
        ({"closes": "soon"}, "settings.hours"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused_and_the_old_one_holds(
    office: Till, wrong: dict[str, Any], rule: str
) -> None:
    before = office.shop.settings
    with refused(rule):
        office.do(settings.change, dataclasses.replace(ShopSettings("みなも"), **wrong))
    with office.shop.reading() as tx:
        assert settings.read(tx.connection) == office.shop.settings == before


@pytest.mark.parametrize(
    ("after_midnight", "day"),
    [
        (dt.timedelta(seconds=-1), 21),
        (dt.timedelta(0), 21),
        (dt.timedelta(hours=4, microseconds=-1), 21),
        (dt.timedelta(hours=4), 22),
    ],
)
def test_a_shops_day_ends_at_its_own_hour(after_midnight: dt.timedelta, day: int) -> None:
    chosen = ShopSettings("みなも")
    moment = START + MIDNIGHT + after_midnight
    assert chosen.day_of(moment) == chosen.day_of(moment.astimezone(dt.UTC)) == dt.date(2026, 11, day)
    start, end = chosen.bounds(dt.date(2026, 11, day))
    assert start <= moment < end


def test_opening_and_closing_are_told_in_the_shops_zone_on_days_it_opens() -> None:
    chosen = ShopSettings("みなも", opens="10:00", closes="19:30", closed_weekdays=(6,))
    saturday, sunday = dt.date(2026, 11, 21), dt.date(2026, 11, 22)
    assert chosen.opening(saturday) == dt.datetime(2026, 11, 21, 10, 0, tzinfo=TOKYO)
    assert chosen.closing(saturday) == dt.datetime(2026, 11, 21, 19, 30, tzinfo=TOKYO)
    assert (chosen.opening(sunday), chosen.closing(sunday)) == (None, None)
