"""The owner at the programme: each setting tells what it means, and is in force from the day that was said."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot
from shops import START, Clock, Till

from carepos import drafts, loyalty
from ui.kit import theme
from ui.kit.tasks import Tasks
from ui.settings.campaigns import CampaignSheet
from ui.settings.points import KIND, PointsSection
from ui.settings.versions import Versions

Settle = Callable[[], None]
TODAY = START.date()


@pytest.fixture
def make(qtbot: QtBot, tasks: Tasks, settle: Settle) -> Iterator[Callable[[], PointsSection]]:
    sections: list[PointsSection] = []

    def made() -> PointsSection:
        tasks.shop.demo = True  # no passphrase is asked
        section = PointsSection(tasks)
        qtbot.addWidget(section)
        section.resize(900, 3000)
        section.show()
        section.load()
        settle()
        sections.append(section)
        return section

    yield made
    for section in sections:
        section.hide()
    settle()


@pytest.fixture
def section(make: Callable[[], PointsSection]) -> PointsSection:
    return make()


def type_in(section: PointsSection, name: str, text: str) -> None:
    field = section.fields()[name]
    field.set_text(text)
    field.edited.emit()


def save(section: PointsSection, settle: Settle) -> None:
    section.save.click()
    settle()


def test_each_example_follows_what_is_typed(section: PointsSection) -> None:
    told = section.terms.told
    assert (told("unit"), told("rounding")) == ("¥900 bring 9 pt", "¥980 bring 9 pt")
    section.terms.choices["rounding"].chip("up").click()
    assert told("rounding") == "¥980 bring 10 pt"
    type_in(section, "unit_yen", "1,000")
    type_in(section, "unit_points", "10")
    assert told("unit") == "¥900 bring 10 pt"
    section.terms.choices["with_tax"].chip("without").click()
    assert told("tax") == "¥1,100 with tax count as ¥1,000: 10 pt"
    type_in(section, "visit_points", "5")
    assert told("visit").endswith("brings 15 pt")


def test_an_example_is_not_told_of_what_makes_no_sense(section: PointsSection) -> None:
    type_in(section, "unit_yen", "0")
    assert section.terms.told("unit") == ""
    type_in(section, "unit_yen", "50")
    assert section.terms.told("unit") == "¥900 bring 18 pt"


def test_points_that_end_say_when(section: PointsSection) -> None:
    assert section.terms.told("expiry") == "Points never end"
    section.terms.choices["expiry"].chip("earned").click()
    assert section.terms.told("expiry") == "Points given today can be used until 30 Nov 2027"


@pytest.mark.parametrize("outcome", ["owe", "settle", "refuse"])
def test_each_outcome_of_a_return_has_its_sentence(section: PointsSection, outcome: str) -> None:
    section.terms.choices["after_return"].chip(outcome).click()
    assert "9 pt of these points have been used" in section.terms.told("after_return")


@pytest.mark.principle("P15")
def test_the_owner_is_warned_of_a_reward_too_far_away(section: PointsSection) -> None:
    section.terms.set_usual(3_000)
    assert "50 visits" in section.terms.told("most_visits")
    assert "too long" in section.terms.told("most_visits")
    section.terms.rewards.field(0, 0).set_text("300")
    type_in(section, "most_visits", "12")
    assert section.terms.told("most_visits") == "A usual customer (¥3,000 a visit) has the first reward after 10 visits"


def test_rules_hold_from_the_day_said_and_undo_brings_the_old_ones_back(
    section: PointsSection, settle: Settle, till: Till, office: Till
) -> None:
    undos: list[object] = []
    section.recorded.connect(lambda _told, undo: undos.append(undo))
    type_in(section, "unit_yen", "50")
    type_in(section, "starts_on", "2026-12-01")
    save(section, settle)
    first = dt.date(2026, 12, 1)
    assert till.ask(loyalty.programme).unit_yen == 100
    assert till.ask(loyalty.programme, first).unit_yen == 50
    office.run(undos[0])  # type: ignore[arg-type]
    assert till.ask(loyalty.programme, first) == loyalty.Programme()


def test_every_setting_is_kept_as_it_was_chosen(section: PointsSection, settle: Settle, till: Till) -> None:
    wanted = loyalty.Programme(
        unit_yen=1_000, unit_points=10, rounding="nearest", with_tax=False, tax_percent=8,
        no_points_items=("紙袋",), no_points_categories=("fee", "本"),
        tiers=(loyalty.Tier("regular", 0, 100), loyalty.Tier("銀", 5, 120)), tier_by="visits", tier_year="calendar",
        grace_days=30, birthday_span="day", birthday_percent=200, birthday_points=50, visit_points=3, combining="sum",
        campaigns=(loyalty.Campaign("歳末", TODAY, TODAY, 200, 5, (5,), ("豆",), ("茶",), ("new", "銀")),),
        expiry="visit", expires_months=6, rewards=(loyalty.Reward(100, 50, "discount"),), redemption="payment",
        spend_least=10, spend_step=10, after_return="settle", most_visits=8,
    )  # fmt: skip
    section.terms.fill(wanted)
    save(section, settle)
    assert till.ask(loyalty.programme) == wanted


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("spend_least", "2,000", "The first reward stands at 1,500 points"),
        ("birthday_percent", "50", "Please enter a number from 100 to 10,000."),
        ("starts_on", "2026-11-20", "New rules can start today or later."),
        ("starts_on", "soon", "This is not a date."),
        ("unit_yen", "many", "Please enter an amount in digits."),
    ],
)
def test_a_contradiction_is_told_at_its_field_and_stays_typed(
    section: PointsSection, settle: Settle, till: Till, field: str, text: str, sentence: str
) -> None:
    type_in(section, field, text)
    save(section, settle)
    assert section.fields()[field].error().startswith(sentence)
    assert section.fields()[field].text() == text
    assert till.ask(loyalty.programme) == loyalty.Programme()


def test_lists_tell_their_own_contradictions(section: PointsSection, settle: Settle) -> None:
    section.terms.tiers.add.click()
    for column, text in enumerate(("Silver", "40,000", "120")):
        section.terms.tiers.field(2, column).set_text(text)
    save(section, settle)
    assert section.terms.tiers.error() == "Silver must need more than gold, and give no less."
    section.terms.tiers.field(2, 2).set_text("200")
    section.terms.rewards.add.click()
    section.terms.rewards.field(1, 0).set_text("1,000")
    section.terms.rewards.field(1, 1).set_text("900")
    save(section, settle)
    assert section.terms.rewards.error()


def test_what_is_begun_is_there_again_after_a_power_cut(
    section: PointsSection, make: Callable[[], PointsSection], qtbot: QtBot, settle: Settle, till: Till
) -> None:
    type_in(section, "unit_yen", "seven")
    section.terms.tiers.add.click()
    qtbot.waitUntil(lambda: till.ask(drafts.find, KIND) is not None)
    settle()
    again = make()
    assert again.number("unit_yen").text() == "seven"
    assert len(again.terms.tiers.texts()) == 3
    again.back.click()
    qtbot.waitUntil(lambda: till.ask(drafts.find, KIND) is None)
    assert again.number("unit_yen").text() == "100"


def sheet_of(section: PointsSection) -> CampaignSheet:
    found = [sheet for sheet in section.window().findChildren(CampaignSheet) if sheet.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_campaign_is_added_changed_and_taken_out(section: PointsSection, settle: Settle, till: Till) -> None:
    section.terms.campaigns.add.click()
    sheet = sheet_of(section)
    half = {"name": "歳末", "starts_on": "2026-12-01", "ends_on": "2026-11-01", "percent": "200", "points": "0"}
    sheet.fill(half)
    sheet.keep()
    assert sheet.fields()["ends_on"].error() == "“歳末” ends before it begins."
    sheet.shut()
    section.terms.campaigns.add.click()
    sheet = sheet_of(section)
    assert sheet.texts()["name"] == "歳末", "what was begun is not lost"
    sheet.fill({**half, "ends_on": "2026-12-25", "weekdays": "5 6"})
    sheet.keep()
    save(section, settle)
    (kept,) = till.ask(loyalty.programme).campaigns
    assert (kept.name, kept.ends_on, kept.weekdays) == ("歳末", dt.date(2026, 12, 25), (5, 6))


def test_versions_are_listed_and_shown_in_the_fields(
    section: PointsSection, settle: Settle, office: Till, clock: Clock
) -> None:
    coming = loyalty.Programme(unit_yen=500)
    office.do(loyalty.set_programme, coming, clock().date() + dt.timedelta(days=9))
    section.load()
    settle()
    versions = section.findChild(Versions)
    assert versions is not None
    versions.chosen.emit(coming)
    assert section.number("unit_yen").text() == "500"
    assert section.back.isVisible()


def test_nothing_is_cut_off_where_there_is_little_room(section: PointsSection) -> None:
    assert section.terms.minimumSizeHint().width() <= theme.px(360)
