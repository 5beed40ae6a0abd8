"""The time of a promise, as it is said at a counter."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from carepos.text.due import parse_due

TOKYO = ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)  # 14:00 in Tokyo, a Saturday


@pytest.mark.principle("P04")
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("17:30", (2026, 11, 21, 17, 30)),
        ("17時", (2026, 11, 21, 17, 0)),
        ("本日 17:00", (2026, 11, 21, 17, 0)),
        ("昨日 18:00", (2026, 11, 20, 18, 0)),
        ("Yesterday 18:00", (2026, 11, 20, 18, 0)),
        ("明日12時", (2026, 11, 22, 12, 0)),
        ("明日正午", (2026, 11, 22, 12, 0)),
        ("午後5時半"[:4], (2026, 11, 21, 17, 0)),
        ("11月24日 12:00", (2026, 11, 24, 12, 0)),
        ("１１／２４　１０：００", (2026, 11, 24, 10, 0)),
        ("1/5 9:00", (2027, 1, 5, 9, 0)),
        ("2027/11/20 10:00", (2027, 11, 20, 10, 0)),
        ("2027/01/05 9:00", (2027, 1, 5, 9, 0)),
        ("Tomorrow 12:00", (2026, 11, 22, 12, 0)),
        ("today 5 pm", (2026, 11, 21, 17, 0)),
        ("24 Nov 5:30pm", (2026, 11, 24, 17, 30)),
        ("Nov 24 17:00", (2026, 11, 24, 17, 0)),
        ("24 Nov 2027 17:00", (2027, 11, 24, 17, 0)),
    ],
)
def test_a_time_is_understood_as_it_is_said(said: str, meant: tuple[int, ...]) -> None:
    """Each way of saying a time means one moment in the shop's zone."""
    assert parse_due(said, NOW, TOKYO) == datetime(*meant, tzinfo=TOKYO)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    "said", ["", "soon", "なるべく早く", "25:00", "13/45 10:00", "2/30 10:00", "明日", "x" * 10**6]
)
def test_no_time_is_refused(said: str) -> None:
    """What names no hour is no promise."""
    with pytest.raises(ValueError, match=r"time\.invalid"):
        parse_due(said, NOW, TOKYO)


@pytest.mark.parametrize("said", ["11/20 10:00", "11月20日 10時", "20 Nov 10 am", "Nov 1 10:00"])
def test_a_day_just_gone_by_is_not_next_year(said: str) -> None:
    """Whoever means next year writes it."""
    with pytest.raises(ValueError, match=r"date\.past"):
        parse_due(said, NOW, TOKYO)
