"""Written dates and the shop's day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carepos.text.dates import business_day, day_bounds, parse_birthday, parse_day, parse_moment

TODAY = date(2026, 10, 1)
TOKYO = ZoneInfo("Asia/Tokyo")
ZONES = [
    "Asia/Tokyo", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe",
    "Pacific/Apia", "Antarctica/Troll",
]  # fmt: skip
zones = st.sampled_from(ZONES).map(ZoneInfo)
moments = st.datetimes(datetime(2005, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
hours = st.integers(0, 12)


@pytest.mark.parametrize(
    ("typed", "birthday"),
    [
        ("2月14日", "02-14"), ("2/14", "02-14"), ("02-14", "02-14"), ("0214", "02-14"),
        ("２／１４", "02-14"), ("2.14", "02-14"), ("2/29", "02-29"), ("02ー14", "02-14"),
        ("1980-02-14", "1980-02-14"), ("1980/2/14", "1980-02-14"), ("19800214", "1980-02-14"),
        ("1980年2月14日", "1980-02-14"), ("昭和55年2月14日", "1980-02-14"), ("S55.2.14", "1980-02-14"),
        ("s55/2/14", "1980-02-14"), ("昭和５５年２月１４日", "1980-02-14"),
        ("平成元年1月8日", "1989-01-08"), ("H1.1.8", "1989-01-08"), ("令和2年2月29日", "2020-02-29"),
        ("R2.2.29", "2020-02-29"), ("大正15年12月1日", "1926-12-01"), ("T15.12.1", "1926-12-01"),
        ("明治45年7月1日", "1912-07-01"), ("㍼55年2月14日", "1980-02-14"),
        ("1980年 2月 14日", "1980-02-14"), (" 2/14 ", "02-14"), ("2000-02-29", "2000-02-29"),
    ],
)  # fmt: skip
def test_birthday(typed: str, birthday: str) -> None:
    assert parse_birthday(typed) == birthday


@pytest.mark.parametrize(
    "typed",
    [
        "", "2/30", "13/1", "0230", "1981-02-29", "昭和65年1月1日", "平成0年1月1日", "80-02-14",
        "0980-02-14", "14", "2/14/1980", "二月", "2-14-", "X5.1.1", "2/14" * 2**18,
    ],
)  # fmt: skip
def test_what_is_no_birthday_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^date\.invalid$"):
        parse_birthday(typed)


def test_a_day_needs_its_year() -> None:
    assert parse_day("令和8年10月1日(木)") == TODAY
    with pytest.raises(ValueError, match=r"^date\.without_year$"):
        parse_day("10/1")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2026/10/01 12:00", "2026-10-01T12:00:00+09:00"),
        ("2026-10-01T12:00:00+09:00", "2026-10-01T12:00:00+09:00"),
        ("2026-10-01 12:00:00 +0900", "2026-10-01T12:00:00+09:00"),
        ("2026-10-01T03:00:00Z", "2026-10-01T03:00:00+00:00"),
        ("2026-10-01T03:00:00.123456789Z", "2026-10-01T03:00:00.123456+00:00"),
        ("2026-10-01 12:00:00-03", "2026-10-01T12:00:00-03:00"),
        ("2026-10-01 03:00:00 UTC", "2026-10-01T03:00:00+00:00"), ("10/01/26", "2026-10-01T00:00:00+09:00"),
        ("10/1/2026 3:04 PM", "2026-10-01T15:04:00+09:00"),
        ("10/1/2026 12:04 am", "2026-10-01T00:04:00+09:00"), ("10/1/2026, 3:04 p.m.", None),
        ("2026年10月1日 12時00分", "2026-10-01T12:00:00+09:00"),
        ("2026年10月1日12時00分30秒", "2026-10-01T12:00:30+09:00"),
        ("2026年10月1日（木） 午後3時04分", "2026-10-01T15:04:00+09:00"),
        ("2026年 10月 1日 午前0:30", "2026-10-01T00:30:00+09:00"),
        ("令和8年10月1日", "2026-10-01T00:00:00+09:00"),
        ("２０２６／１０／０１　１２：００", "2026-10-01T12:00:00+09:00"),
        ("10/01/99", "1999-10-01T00:00:00+09:00"), ("2026-10-01", "2026-10-01T00:00:00+09:00"),
        ("20261001", "2026-10-01T00:00:00+09:00"), ("", None), ("10/1", None), ("13/10/2026", None),
        ("2026-10-01 25:00", None), ("2026-10-01 13:00 PM", None), ("2026-10-01 0:00 AM", None),
        ("2026-10-01T12:00:00+99:00", None), ("26/10/01", None), ("2026-02-30 10:00", None), ("noon", None),
        ("01/01/0001", None), ("2026-10-01 12", None),
    ],
)  # fmt: skip
def test_moment_of_an_export(typed: str, moment: str | None) -> None:
    if moment is None:
        with pytest.raises(ValueError, match=r"^date\.invalid$"):
            parse_moment(typed, TODAY, TOKYO)
    else:
        assert parse_moment(typed, TODAY, TOKYO).isoformat() == moment


def test_day_first_where_told() -> None:
    assert parse_moment("13/10/2026 09:00", TODAY, TOKYO, day_first=True) == datetime(
        2026, 10, 13, 9, tzinfo=TOKYO
    )
    assert parse_moment("01.10.26", TODAY, TOKYO, day_first=True) == datetime(2026, 10, 1, tzinfo=TOKYO)


@given(st.text() | st.text("0123456789/-:年月日時分 TZ+SHR", max_size=25))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    for read in (parse_birthday, parse_day, lambda typed: parse_moment(typed, TODAY, TOKYO)):
        try:
            assert read(text)
        except ValueError as refused:
            assert str(refused) in ("date.invalid", "date.without_year")


@given(st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(lambda at: at.replace(microsecond=0)))
def test_an_iso_moment_comes_back(at: datetime) -> None:
    assert parse_moment(at.isoformat(" "), TODAY, TOKYO) == at.replace(tzinfo=TOKYO)
    assert parse_birthday(at.date().isoformat()) == at.date().isoformat()


def test_the_small_hours_belong_to_the_day_before() -> None:
    assert business_day(datetime(2026, 10, 2, 2, 30, tzinfo=TOKYO), TOKYO, 4) == date(2026, 10, 1)
    assert business_day(datetime(2026, 10, 2, 4, 0, tzinfo=TOKYO), TOKYO, 4) == date(2026, 10, 2)
    assert business_day(datetime(2026, 10, 1, 15, 0, tzinfo=UTC), TOKYO, 0) == date(2026, 10, 2)


@pytest.mark.parametrize(
    ("zone", "day", "length"),
    [
        ("Asia/Tokyo", date(2026, 3, 29), 24), ("Europe/Berlin", date(2026, 3, 28), 23),
        ("Europe/Berlin", date(2026, 10, 24), 25), ("America/New_York", date(2026, 10, 31), 25),
        ("Australia/Lord_Howe", date(2026, 10, 3), 23.5), ("Pacific/Apia", date(2011, 12, 30), 0),
    ],
)  # fmt: skip
def test_a_day_is_shorter_or_longer_when_clocks_change(zone: str, day: date, length: float) -> None:
    start, end = day_bounds(day, ZoneInfo(zone), 4)
    assert end - start == timedelta(hours=length)
    assert start.tzinfo is UTC


def test_a_moment_without_a_zone_has_no_day() -> None:
    with pytest.raises(ValueError, match=r"^date\.invalid$"):
        business_day(datetime(2026, 10, 1), TOKYO, 4)


@given(moments, zones, hours)
@example(datetime(2011, 12, 30, 10, 0, tzinfo=UTC), ZoneInfo("Pacific/Apia"), 4)
@example(datetime(2018, 11, 4, 3, 0, tzinfo=UTC), ZoneInfo("America/Sao_Paulo"), 0)
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), ZoneInfo("Antarctica/Troll"), 2)
def test_a_day_holds_its_moments(moment: datetime, zone: ZoneInfo, hour: int) -> None:
    start, end = day_bounds(business_day(moment, zone, hour), zone, hour)
    assert start <= moment < end


@given(moments, st.timedeltas(timedelta(0), timedelta(hours=30)), zones, hours)
def test_a_later_moment_is_never_in_an_earlier_day(
    moment: datetime, later: timedelta, zone: ZoneInfo, hour: int
) -> None:
    assert business_day(moment, zone, hour) <= business_day(moment + later, zone, hour)


@given(moments, st.sampled_from(ZONES[:3]).map(ZoneInfo), hours)
def test_a_day_is_the_date_on_the_wall_some_hours_ago(moment: datetime, zone: ZoneInfo, hour: int) -> None:
    wall = moment.astimezone(zone).replace(tzinfo=None)
    assert business_day(moment, zone, hour) == (wall - timedelta(hours=hour)).date()
