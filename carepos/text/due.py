"""The time of a promise as it is said at a counter: "17:30", "明日 12時", "11/24 10:00", "24 Nov 5 pm"."""

import re
from datetime import date, datetime, time, timedelta, tzinfo

from carepos.text.folding import composed

_INVALID, _PAST = "time.invalid", "date.past"
_FAR = timedelta(days=300)
_YESTERDAY = ("昨日", "きのう", "yesterday")
_TODAY, _TOMORROW = ("本日", "今日", "きょう", "today"), ("明日", "あした", "あす", "tomorrow")
_NEAR = {
    **dict.fromkeys(_YESTERDAY, -1),
    **dict.fromkeys(_TODAY, 0),
    **dict.fromkeys(_TOMORROW, 1),
    **dict.fromkeys(("明後日", "あさって"), 2),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = re.compile(
    r"(?P<noon>正午|noon)|(?P<before>午前|午後)?(?P<hour>\d{1,2})"
    r"(?:[:時](?P<minute>\d{1,2})?分?)?\s*(?P<after>am|pm)?",
    re.ASCII,
)
_NUMBERS = re.compile(r"(?:(?P<year>\d{4})[/年-])?(?P<month>\d{1,2})[/月-](?P<day>\d{1,2})日?", re.ASCII)
_NAMED = (
    re.compile(r"(?P<day>\d{1,2})\s+(?P<month>[a-z]{3})[a-z]*\.?(?:,?\s+(?P<year>\d{4})(?=\s))?", re.ASCII),
    re.compile(r"(?P<month>[a-z]{3})[a-z]*\.?\s+(?P<day>\d{1,2})(?:,?\s+(?P<year>\d{4})(?=\s))?", re.ASCII),
)


def parse_due(text: str, now: datetime, zone: tzinfo) -> datetime:
    """The aware moment meant, in `zone`; without a day today's.

    Raises ValueError("time.invalid"), or "date.past" for a day just gone by that was written without its year.
    """
    said = " ".join(composed(text[:60]).lower().split())
    today = now.astimezone(zone).date()
    for day, rest in _days(said, today):
        if (clock := _clock(rest)) is not None:
            return datetime.combine(day, clock, zone)
    raise ValueError(_INVALID)


def _days(said: str, today: date) -> list[tuple[date, str]]:
    """The day a text begins with, and the rest of it; at last no day at all, which is today."""
    near = [(word, ahead) for word, ahead in _NEAR.items() if said.startswith(word)]
    found = [(today + timedelta(days=ahead), said[len(word) :]) for word, ahead in near]
    for form in (_NUMBERS, *_NAMED):
        if (match := form.match(said)) and (day := _written_day(match.groupdict(), today)):
            found.append((day, said[match.end() :]))
    return [*found, (today, said)]


def _written_day(parts: dict[str, str | None], today: date) -> date | None:
    """The next such day from today on, when the year is left out; nobody means one in almost a year's time."""
    name, number = parts["month"] or "", parts["day"] or ""
    month = int(name) if name.isdigit() else _MONTHS.index(name) + 1 if name in _MONTHS else 0
    year = int(parts["year"] or today.year)
    try:
        day = date(year, month, int(number))
        day = day if parts["year"] or day >= today else day.replace(year=year + 1)
    except ValueError:
        return None
    if not parts["year"] and day > today + _FAR:
        raise ValueError(_PAST)
    return day


def _clock(rest: str) -> time | None:
    match = _CLOCK.fullmatch(rest.strip())
    if match is None:
        return None
    if match["noon"]:
        return time(12)
    hour, half = int(match["hour"]), match["before"] or match["after"]
    if half:
        hour = hour % 12 + (12 if half in ("pm", "午後") else 0)
    try:
        return time(hour, int(match["minute"] or 0))
    except ValueError:
        return None
