"""A small screen with large letters: nothing is cut, nothing lies over something else."""

import dataclasses
import shutil
from pathlib import Path

import pytest
from hands import Hands, Opening

from carepos.paths import ShopFolder
from ui.daybook.timeline import TimelinePanel
from ui.kit import theme
from ui.kit.chip import ChipRow
from ui.kit.label import Elided
from ui.kit.scroll import Scroll
from ui.kit.tile import Tile
from ui.kit.timeline import Timeline
from ui.settings.page import SettingsPage
from ui.staff.tiles import People


@pytest.fixture(scope="module", params=["ja", "en"])
def small(
    request: pytest.FixtureRequest, opening: Opening, counter_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Hands:
    folder = ShopFolder(tmp_path_factory.mktemp("small") / "shop")
    shutil.copytree(counter_template, folder.root)
    hands = opening(folder, request.param, 1.5)
    hands.window.resize(1024, 768)
    hands.rest()
    return hands


def test_the_chips_over_the_past_lie_over_none_of_it(small: Hands) -> None:
    small.window.go("counter")
    small.open()
    panel = small.part(TimelinePanel)
    assert not panel.findChildren(ChipRow)[0].geometry().intersects(small.part(Timeline, panel).geometry())


def test_the_search_box_says_all_it_takes(small: Hands) -> None:
    edit = small.window.search.edit
    assert theme.width_of(edit.placeholderText(), "subtitle") <= edit.width()


def test_the_figures_of_the_day_keep_their_names(small: Hands) -> None:
    small.window.go("daybook")
    small.rest()
    headings = [tile.findChildren(Elided)[0] for tile in small.window.findChildren(Tile)]
    assert len(headings) == 5
    assert [one.text() for one in headings if one.width() < one.sizeHint().width()] == []


def test_no_section_of_the_settings_runs_out_of_the_window(small: Hands) -> None:
    small.window.enter(small.owner())
    small.window.go("settings")
    small.rest()
    page = small.part(SettingsPage)
    for name in page._sections:
        page.show_section(name)
        small.rest()
        scrolls = [one for one in page.findChildren(Scroll) if one.isVisible()]
        assert [one.horizontalScrollBar().maximum() for one in scrolls] == [0], name
    small.window.enter(small.clerk())


def test_four_people_stand_beside_each_other_at_the_door(small: Hands) -> None:
    people = People()
    people.set_members([dataclasses.replace(small.clerk(), id=str(number)) for number in range(4)])
    assert people.minimumSizeHint().width() <= small.window.width() // 2 - 2 * theme.px(32)
    people.deleteLater()
