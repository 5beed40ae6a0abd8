"""The settings: what everybody may choose, and what only the owner changes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shops import CLERK, Till

from carepos import loyalty
from carepos import shop as shops
from carepos.database import key
from carepos.paths import ShopFolder
from carepos.shop import Shop
from ui.kit.tasks import Tasks
from ui.settings.page import SettingsPage

Settle = Callable[[], None]


@dataclass
class Window:
    """How this machine likes its window."""

    language: str = "en"
    theme: str = "dark"
    scale: float = 1.25
    display: str = "second"


@pytest.fixture
def page(qtbot: QtBot, tasks: Tasks, settle: Settle) -> SettingsPage:
    made = SettingsPage(tasks, Window())
    qtbot.addWidget(made)
    made.resize(1282, 700)
    made.show()
    made.load()
    settle()
    return made


@pytest.fixture
def told(page: SettingsPage) -> list[tuple[str, object]]:
    """What was said to be recorded."""
    said: list[tuple[str, object]] = []
    page.recorded.connect(lambda *what: said.append(what))
    return said


def take_back(office: Till, told: list[tuple[str, object]]) -> None:
    undo = told[-1][1]
    assert callable(undo)
    office.run(undo)


def test_the_window_shows_what_is_worn_and_says_what_is_touched(page: SettingsPage) -> None:
    section, touched = page.window_section, list[object]()
    assert (section.language.value(), section.theme.value(), section.scale.value()) == ("en", "dark", "1.25")
    for signal in (page.language_chosen, page.theme_chosen, page.scale_chosen):
        signal.connect(touched.append)
    section.language.chip("ja").click()
    section.theme.chip("light").click()
    section.scale.chip("1.5").click()
    assert touched == ["ja", "light", 1.5]


def test_the_shop_is_saved_and_taken_back(
    page: SettingsPage, settle: Settle, shop: Shop, office: Till, told: list[tuple[str, object]]
) -> None:
    section, before = page.shop_section, shop.settings
    section.shop.name.set_text("器と珈琲")
    section.shop.opens.set_text("９：３０")
    section.goodwill.set_text("5,000")
    section.save.click()
    settle()
    now = shop.settings
    assert (now.shop_name, now.opens, now.goodwill_limit) == ("器と珈琲", "09:30", 5000)
    take_back(office, told)
    assert shop.settings == before


@pytest.mark.parametrize(
    ("field", "text"),
    [("shop_name", " "), ("opens", "25:00"), ("closes", "夜"), ("goodwill_limit", "-1"), ("lock_minutes", "16")],
)
def test_what_makes_no_sense_is_told_at_its_field(
    page: SettingsPage, settle: Settle, shop: Shop, field: str, text: str
) -> None:
    section, before = page.shop_section, shop.settings
    section.fields()[field].set_text(text)
    section.save.click()
    settle()
    assert [name for name, shown in section.fields().items() if shown.error()] == [field]
    assert shop.settings == before


def test_what_a_hand_is_typing_survives_a_load(page: SettingsPage, settle: Settle) -> None:
    page.shop_section.goodwill.set_text("5,000")
    points = page.points_section.number("visit_points")
    points.set_text("600")
    page.load()
    settle()
    assert (page.shop_section.goodwill.text(), points.text()) == ("5,000", "600")


def test_a_unit_of_nothing_is_refused(page: SettingsPage, settle: Settle, till: Till) -> None:
    section = page.points_section
    section.number("unit_yen").set_text("0")
    section.save.click()
    settle()
    assert section.number("unit_yen").error()
    assert till.ask(loyalty.programme) == loyalty.Programme()


def test_a_copy_opens_by_the_recovery_code_alone(
    page: SettingsPage, settle: Settle, shop: Shop, tmp_path: Path, told: list[tuple[str, object]]
) -> None:
    page.data_section.copy_into(tmp_path / "disk")
    settle()
    (copied,) = (tmp_path / "disk").iterdir()
    assert str(copied) in told[-1][0]
    assert shop.folder is not None
    folder, code = ShopFolder(copied), key.recovery_code(key.fetch(shop.folder))
    assert not folder.key.exists()
    shops.recover(folder, code)
    opened = shops.open_shop(folder)
    assert opened.settings == shop.settings
    opened.close()


def test_a_clerk_changes_only_the_window(page: SettingsPage, tasks: Tasks, settle: Settle) -> None:
    tasks.actor = CLERK
    page.load()
    settle()
    owners = (page.shop_section.save, page.points_section.save, page.data_section.copy, page.data_section.code)
    assert all(button.isHidden() for button in owners)
    assert not page.shop_section.shop.isEnabled()
    assert not page.points_section.number("unit_yen").isEnabled()
    assert page.window_section.language.isEnabled()


def test_bringing_customers_in_is_announced(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.import_wanted):
        page.data_section.bring.click()


def test_the_keyboard_goes_along_with_the_section(page: SettingsPage) -> None:
    page._tabs["window"].setFocus()
    page.show_section("words")
    assert page.focusWidget() is page._tabs["words"]
