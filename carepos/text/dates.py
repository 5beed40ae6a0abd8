"""Days and moments as people and other systems write them, and the shop's own day.

Written dates are Japanese (eras too) or ISO; every ValueError carries the rule "date.invalid".
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from carepos.text.folding import composed

_INVALID = "date.invalid"
_LEAP_YEAR = 2000  # a birthday without its year may be 29 February
_LONGEST = 60
_ERAS = {  # the western year before the first year, and the last year of the era
    "明治": (1867, 45), "大正": (1911, 15), "昭和": (1925, 64), "平成": (1988, 31), "令和": (2018, 99),
}  # fmt: skip
_ERA_LETTERS = dict(zip("MTSHR", _ERAS, strict=True))
_DASHES = str.maketrans(dict.fromkeys("‐‑–—―−ー年月/.", "-") | {"日": "", "元": "1"})
_WEEKDAY = re.compile(r"\([月火水木金土日]\)|[月火水木金土日]曜日?")
_WRITTEN = re.compile(
    r"(?:(?P<era>[MTSHR]|明治|大正|昭和|平成|令和)(?P<era_year>\d{1,2})-|(?P<year>(?:1[89]|2[01])\d\d)-)?"
    r"(?P<month>\d{1,2})-(?P<day>\d{1,2})",
    re.ASCII,
)
_PACKED = re.compile(r"(?P<year>(?:1[89]|2[01])\d\d)?(?P<month>\d\d)(?P<day>\d\d)", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})-(\d{1,2})-((?:1[89]|2[01])\d\d|\d{2})", re.ASCII)
_MOMENT = re.compile(
    r"(?P<day>\S+?)"
    r"(?:(?:T|\s+)\s*(?P<before>[AaPp][Mm]|午前|午後)?\s*"
    r"(?P<hour>\d{1,2})[:時](?P<minute>\d{1,2})分?(?::?(?P<second>\d{1,2})(?:\.(?P<fraction>\d{1,9}))?秒?)?"
    r"\s*(?P<after>[AaPp]\.?[Mm]\.?)?\s*(?P<offset>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.ASCII,
)
_JAPANESE_DAY = re.compile(r"(?<=日)\s*(?=\S)|(?<=[年月])\s+(?=\d)")


def parse_birthday(text: str) -> str:
    """MM-DD or YYYY-MM-DD of 2月14日, 2/14, 0214, 1980-02-14, 昭和55年2月14日 or S55.2.14 of any width.

    Raises ValueError("date.invalid"); 29 February without a year is a day, 30 February never is.
    """
    year, month, day = _written(text)
    checked = _day(_LEAP_YEAR if year is None else year, month, day)
    return f"{checked:%m-%d}" if year is None else checked.isoformat()


def parse_day(text: str) -> date:
    """The day of a date written with its year, as in `parse_birthday`.

    Raises ValueError("date.without_year") where only that is missing, else ("date.invalid").
    """
    return _day_with_year(text, "date.without_year")


def _day_with_year(text: str, without: str) -> date:
    year, month, day = _written(text)
    if year is None:
        raise ValueError(without)
    return _day(year, month, day)


def parse_moment(text: str, today: date, zone: tzinfo, day_first: bool = False) -> datetime:
    """The aware moment another system wrote; without an offset in `zone`, without a time at midnight.

    "10/01/26" has its month first unless `day_first`; a two-digit year lies at most one year after `today`.
    Raises ValueError("date.invalid").
    """
    match = _MOMENT.fullmatch(_JAPANESE_DAY.sub(_gap, _tidy(text)))
    if match is None:
        raise ValueError(_INVALID)
    day = _exported_day(match["day"], today, day_first)
    offset = _offset(match["offset"])
    return datetime.combine(day, _time(match), zone if offset is None else offset)


def business_day(moment: datetime, zone: tzinfo, day_ends_hour: int) -> date:
    """The shop's day an aware moment belongs to; a day ending at 4 keeps 02:30 in the day before.

    By definition the day whose `day_bounds` hold the moment, so the two agree when clocks change too.
    """
    if moment.utcoffset() is None:
        raise ValueError(_INVALID)
    wall = moment.astimezone(zone).replace(tzinfo=None) - timedelta(hours=day_ends_hour)
    day = wall.date() + timedelta(days=1)
    while _start(day, zone, day_ends_hour) > moment:
        day -= timedelta(days=1)
    return day


def day_bounds(day: date, zone: tzinfo, day_ends_hour: int) -> tuple[datetime, datetime]:
    """When the shop's day starts and when the next one does, in UTC; the end is no longer part of it."""
    return _start(day, zone, day_ends_hour), _start(day + timedelta(days=1), zone, day_ends_hour)


def _start(day: date, zone: tzinfo, day_ends_hour: int) -> datetime:
    """A skipped hour is the moment of the skip, a doubled one its first time (PEP 495, fold 0)."""
    return datetime.combine(day, time(day_ends_hour), zone).astimezone(UTC)


def _tidy(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError(_INVALID)
    return _WEEKDAY.sub("", composed(text)).strip()


def _gap(match: re.Match[str]) -> str:
    """日 ends the day, so a time follows it after a space; within the day there is none."""
    return " " if match.string[match.start() - 1] == "日" else ""


def _written(text: str) -> tuple[int | None, int, int]:
    """Year (none if not written), month and day, not yet checked against the calendar."""
    plain = "".join(_tidy(text).upper().translate(_DASHES).split())
    match = _WRITTEN.fullmatch(plain) or _PACKED.fullmatch(plain)
    if match is None:
        raise ValueError(_INVALID)
    parts = match.groupdict()
    return _year(parts), int(parts["month"]), int(parts["day"])


def _year(parts: dict[str, str | None]) -> int | None:
    era, year = parts.get("era"), parts["year"]
    if not era:
        return int(year) if year else None
    before_first, last = _ERAS[_ERA_LETTERS.get(era, era)]
    in_era = int(parts["era_year"] or 0)
    if not 1 <= in_era <= last:
        raise ValueError(_INVALID)
    return before_first + in_era


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(_INVALID) from None


def _exported_day(text: str, today: date, day_first: bool) -> date:
    """The day of an export, whose year may stand last."""
    match = _YEAR_LAST.fullmatch(text.translate(_DASHES))
    if match is None:
        return _day_with_year(text, _INVALID)
    first, second, year = (int(part) for part in match.groups())
    month, day = (second, first) if day_first else (first, second)
    return _day(year if len(match[3]) == 4 else _full_year(year, today), month, day)


def _full_year(two_digits: int, today: date) -> int:
    """The latest year with these last digits that is not beyond next year."""
    latest = today.year + 1
    return latest - (latest - two_digits) % 100


def _time(match: re.Match[str]) -> time:
    if match["hour"] is None:
        return time()
    half = (match["before"] or match["after"] or "").lower().replace(".", "")
    micros = int((match["fraction"] or "0")[:6].ljust(6, "0"))
    try:
        return time(_hour(int(match["hour"]), half), int(match["minute"]), int(match["second"] or 0), micros)
    except ValueError:
        raise ValueError(_INVALID) from None


def _hour(hour: int, half: str) -> int:
    """The hour of the day; 午前 and 午後 also count from 0, am and pm do not."""
    if not half:
        return hour
    if hour > 12 or (hour == 0 and half in ("am", "pm")):
        raise ValueError(_INVALID)
    return hour % 12 + (12 if half in ("pm", "午後") else 0)


def _offset(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text[0] not in "+-":
        return UTC
    figures = text[1:].replace(":", "").ljust(4, "0")
    ahead = timedelta(hours=int(figures[:2]), minutes=int(figures[2:]))
    if ahead >= timedelta(days=1):
        raise ValueError(_INVALID)
    return timezone(-ahead if text[0] == "-" else ahead)
