"""The customer's page by itself: every customer it may meet, on every screen, in kind words."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from carepos.loyalty import Account, Lot, Programme, Quote, Reward, Step, Tier
from carepos.settings import ShopSettings
from ui.display.facts import Facts
from ui.display.letters import Letters
from ui.display.page import CustomerPage
from ui.display.sentences import Sentences
from ui.display.steps import Steps
from ui.kit import theme

DAY = dt.date(2026, 11, 21)
ACCOUNT = Account(1288, "regular", 1500, 500, 212, (Lot(80, dt.date(2026, 12, 31)), Lot(1208, None)), 3)
HANAKO = Facts("1", "田中 花子 様", "ja", False, ACCOUNT, Programme(expiry="earned"), 48, DAY, False)
EMMA = dataclasses.replace(HANAKO, name="Emma Wilson", language="en")
GOLD = Quote(3240, 3240, "gold", (Step("base", "", 100, 32), Step("tier", "gold", 150, 16)))
TWO = (Reward(1500, 500), Reward(500_000_000, 250_000_000, "discount"))
HUGE = dataclasses.replace(
    EMMA,
    name="Maximiliana Featherstonehaugh-Cholmondeley",
    programme=Programme(with_tax=False, rewards=TWO, tier_by="visits", tier_days=180, expiry="visit", expires_months=1),
    account=Account(999_888_777_666, "gold", 1500, 500, 334, (Lot(900_000_000, dt.date(2027, 1, 31)),), 1),
)
NEW = dataclasses.replace(EMMA, new=True, today=0, account=Account(0, "regular", 1500, 500, 1500, (), None))
OWING = dataclasses.replace(NEW, new=False, account=Account(-120, "regular", 1500, 500, 1620, (), None))
CUSTOMERS = {"hanako": HANAKO, "emma": EMMA, "huge": HUGE, "new": NEW, "owing": OWING}
SIZES = ((1024, 600), (1366, 768), (1920, 1080))


@pytest.fixture
def page(qapp: QApplication) -> Iterator[CustomerPage]:
    """A page on a screen of its own."""
    if not qapp.styleSheet():
        theme.apply(qapp, "light")
    over = QWidget()
    made = CustomerPage(over)
    yield made
    made.close()
    over.close()


def shown(page: CustomerPage, facts: Facts, quote: Quote | None = None, size: tuple[int, int] = SIZES[0]) -> str:
    """Every word on the page, a line each."""
    page.resize(*size)
    page.show()
    page.show_customer(facts, quote)
    for _ in range(3):
        QApplication.processEvents()
    return "\n".join(letters.text() for letters in seen(page))


def seen(page: CustomerPage) -> list[Letters]:
    return [letters for letters in page.findChildren(Letters) if letters.isVisible()]


def place(part: QWidget, page: QWidget) -> QRect:
    return QRect(part.mapTo(page, QPoint(0, 0)), part.size())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", CUSTOMERS)
def test_every_word_has_its_room_on_every_screen(page: CustomerPage, name: str, size: tuple[int, int]) -> None:
    shown(page, CUSTOMERS[name], GOLD, size)
    assert (page.width(), page.height()) == size
    parts = [*seen(page), *(face for face in page.aside.findChildren(QAbstractButton) if face.isVisible())]
    for part in parts:
        assert page.rect().contains(place(part, page)), part
    for letters in seen(page):
        assert letters.height() >= letters.heightForWidth(letters.width()) or not letters.hasHeightForWidth()
    for one, other in combinations(parts, 2):
        assert not place(one, page).intersects(place(other, page)), (one, other)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_letters_are_read_from_a_metre_and_faces_are_met_by_a_thumb(page: CustomerPage, size: tuple[int, int]) -> None:
    """A fortieth of the height of a 10-inch till's screen is 3.3 mm; larger screens have larger letters."""
    shown(page, EMMA, GOLD, size)
    assert min(letters.font().pixelSize() for letters in seen(page)) >= size[1] / 40
    assert min(face.height() for face in page.aside.findChildren(QAbstractButton)) >= 44


def test_nothing_is_said_of_what_there_is_not(page: CustomerPage) -> None:
    told = shown(page, NEW)
    assert "Welcome, Emma Wilson" in told
    assert "0 pt" in told.split("\n")
    assert [word for word in ("visit", "today:", "expire\n", "from today") if word in told] == []


def test_points_owed_are_told_kindly_and_no_reward_is_offered(page: CustomerPage) -> None:
    told = shown(page, OWING)
    assert "−120 pt" in told
    assert "there is nothing to pay" in told
    assert "1,620 pt to go" in told
    assert "Yours" not in told
    assert page.points._meter.share() == 0


def test_a_reward_that_was_reached_is_offered_and_the_next_is_named(page: CustomerPage) -> None:
    told = shown(page, HUGE)
    assert "Yours to use today: ¥250,000,000 off" in told
    assert "334 pt to go: ¥500 voucher" in told
    assert "999,888,777,666 pt" in told


def test_a_quote_says_what_makes_its_points(page: CustomerPage) -> None:
    told = shown(page, EMMA, GOLD)
    assert "Points from this purchase\n" in told
    assert "(1 pt per ¥100, Gold ×1.5)" in told
    assert "Points from today" not in told
    assert "Points from today" in shown(page, EMMA)


def test_a_quote_of_nothing_is_still_an_answer(page: CustomerPage) -> None:
    told = shown(page, NEW, Quote(99, 99, "regular", (Step("base", "", 100, 0),)))
    assert "Points from this purchase" in told
    assert told.count("0 pt") >= 2


def test_the_nearest_end_is_told_with_its_year_only_when_it_needs_one(page: CustomerPage) -> None:
    assert "80 pt on 31 Dec" in shown(page, EMMA).split("\n")
    assert "900,000,000 pt on 31 Jan 2027" in shown(page, HUGE)
    assert "12月31日" in shown(page, HANAKO)


def test_who_rated_today_is_thanked_and_asked_no_more(page: CustomerPage) -> None:
    told = shown(page, dataclasses.replace(EMMA, rated=True))
    assert "Thank you for telling us" in told
    assert "How were we today?" not in told
    assert not any(face.isVisible() for face in page.aside.findChildren(QAbstractButton))


def test_the_welcome_tells_the_shop_and_its_hours(page: CustomerPage) -> None:
    shown(page, EMMA)
    page.show_welcome(ShopSettings(shop_name="みなも", language="en", opens="9:30", closed_weekdays=(2, 0)))
    told = "\n".join(letters.text() for letters in seen(page))
    assert "みなも" in told
    assert "Open 9:30 to 19:00" in told
    assert "Closed on Monday, Wednesday" in told
    assert "Emma" not in told


def steps(**terms: object) -> list[str]:
    return Steps("en").told(dataclasses.replace(Programme(), **terms), "regular")


def test_the_four_steps_are_the_programme_s_own_figures() -> None:
    told = steps(unit_yen=1000, unit_points=15, rewards=(Reward(3000, 1000, "discount"),))
    assert told[:3] == [
        "15 pt for every ¥1,000 you spend",
        "¥1,000 off for 3,000 pt",
        "¥30,000 in a year: Gold (×1.5)",
    ]


ONE_TIER = (Tier("regular", 0, 100),)
TERMS = [
    (0, {"with_tax": False}, "1 pt for every ¥100 you spend before tax"),
    (1, {"rewards": (Reward(500, 100), Reward(900, 200), Reward(2000, 500))}, "¥100 voucher for 500 pt, ¥200 voucher"),
    (2, {"tier_year": "calendar"}, "¥30,000 from January to December: Gold (×1.5)"),
    (2, {"tier_days": 90}, "¥30,000 in 90 days"),
    (2, {"tier_by": "visits", "tiers": (*ONE_TIER, Tier("銀", 12, 120))}, "12 visit"),
    (2, {"tier_by": "points", "tiers": (*ONE_TIER, Tier("銀", 900, 120))}, "900 pt in a year: 銀 (×1.2)"),
    (2, {"tiers": ONE_TIER, "birthday_percent": 200}, "×2 in the month of your birthday"),
    (2, {"tiers": ONE_TIER, "birthday_percent": 200, "birthday_span": "day"}, "×2 on your birthday"),
    (2, {"tiers": ONE_TIER, "visit_points": 5}, "5 pt more for each visit"),
    (2, {"tiers": ONE_TIER, "spend_least": 100}, "Use them when you pay, from 100 pt"),
    (3, {"expiry": "none"}, "New points never expire"),
    (3, {"expiry": "earned", "expires_months": 6}, "Good for 6 month"),
    (3, {"expiry": "visit", "expires_months": 18}, "after your last visit"),
]


@pytest.mark.parametrize(("step", "terms", "told"), TERMS, ids=lambda value: value if isinstance(value, str) else "")
def test_each_rule_of_the_owner_s_has_its_words(step: int, terms: dict[str, object], told: str) -> None:
    assert told in steps(**terms)[step]


def test_who_is_gold_reads_of_the_tier_above_or_of_their_own() -> None:
    three = (*Programme().tiers, Tier("プラチナ", 90_000, 200))
    assert "プラチナ" in Steps("en").told(dataclasses.replace(Programme(), tiers=three), "gold")[2]
    assert "Gold" in Steps("en").told(Programme(), "gold")[2]


def test_every_reason_of_a_quote_has_words_in_both_languages() -> None:
    kinds = ("tier", "birthday", "birthday_bonus", "campaign", "campaign_bonus", "visit")
    sale = Quote(900, 900, "gold", (Step("base", "", 100, 9), *(Step(kind, "秋", 150, 5) for kind in kinds)))
    for language in ("ja", "en", "zh"):
        told = Sentences(language).reasons(sale, Programme())
        assert "{" not in told
        assert told.count("1.5") == 3
