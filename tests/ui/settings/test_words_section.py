"""The shop's own words: the owner writes sayings and rules, tries them as they are typed, and may end them."""

import pytest
from hands import Hands
from PySide6.QtWidgets import QWidget
from shops import OWNER, Till

from carepos import wording
from ui.kit.edit import Line
from ui.kit.field import Area, Field, Writing
from ui.kit.sheet import Sheet
from ui.settings.own_rule import RuleSheet, of_toml, to_toml
from ui.settings.page import SettingsPage
from ui.settings.words import OwnRow, WordsSection
from ui.wording.checked import Checked


@pytest.fixture
def section(hands: Hands) -> WordsSection:
    """The owner stands in the settings, before the shop's own words."""
    hands.window.enter(hands.owner())
    hands.window.go("settings")
    hands.part(SettingsPage).show_section("words")
    hands.rest()
    return hands.part(WordsSection)


def write(hands: Hands, sheet: QWidget, label: str, text: str) -> None:
    fields = [one for kind in (Line, Writing) for one in sheet.findChildren(kind)]
    next(one for one in fields if one.accessibleName() == label).setFocus()
    hands.key("Ctrl+A")
    hands.write(text)


def open_sheet(hands: Hands, button: str) -> Sheet:
    """A demo shop asks for no passphrase."""
    hands.touch(button)
    [sheet] = hands.in_front()
    return sheet


@pytest.fixture
def sheet(hands: Hands, section: WordsSection) -> RuleSheet:
    """A rule that is written but for what it must leave alone."""
    made = open_sheet(hands, "Add a rule")
    assert isinstance(made, RuleSheet)
    write(hands, made, "What one would say", "mind the clock")
    write(hands, made, "What is better", "We are open until 7 pm.")
    write(hands, made, "Why, in one line", "It hurries people out")
    return made


def test_a_rule_is_tried_as_it_is_typed_then_holds(hands: Hands, sheet: RuleSheet) -> None:
    assert "Not yet" in hands.reads(sheet)
    write(hands, sheet, "It must leave this alone", "The clock is new.")
    write(hands, sheet, "Try it here", "Please mind the clock now.")
    assert "Found: “mind the clock”" in hands.reads(sheet)
    write(hands, sheet, "Try it here", "Take your time.")
    assert "The rule leaves this alone." in hands.reads(sheet)
    hands.key("Ctrl+Return")
    [rule] = hands.till.ask(wording.own_rules)
    assert of_toml(rule.text)["say"] == ["mind the clock"]
    [finding] = hands.till.ask(wording.check_draft, "Mind the clock!")
    assert finding.reason == "It hurries people out"
    hands.key("Ctrl+Z")
    assert hands.till.ask(wording.own_rules) == []


@pytest.mark.parametrize(
    ("label", "text", "told"),
    [
        ("It must find this", "Hello there.", "The rule does not find this sentence: Hello there."),
        ("It must leave this alone", "Mind the clock.", "The rule finds this sentence, which it should not"),
    ],
)
def test_a_rule_that_fails_its_examples_is_told_at_that_field(
    hands: Hands, sheet: RuleSheet, label: str, text: str, told: str
) -> None:
    write(hands, sheet, "It must leave this alone", "The clock is new.")
    write(hands, sheet, label, text)
    hands.key("Ctrl+Return")
    at_fault = next(area for area in sheet.findChildren(Area) if area.error())
    assert at_fault.edit.accessibleName() == label
    assert told in at_fault.error()
    assert hands.till.ask(wording.own_rules) == []


def test_what_is_missing_is_told_where_it_is_missing(hands: Hands, sheet: RuleSheet) -> None:
    write(hands, sheet, "Why, in one line", " ")
    hands.key("Ctrl+Return")
    field = next(field for field in sheet.findChildren(Field) if field.edit.accessibleName() == "Why, in one line")
    assert field.error() == "Something is still missing or too long."


def test_a_saying_is_read_along_kept_mended_and_ended(hands: Hands, section: WordsSection) -> None:
    sheet = open_sheet(hands, "Add a saying")
    write(hands, sheet, "What to say", "I will bring it as soon as possible.")
    assert hands.part(Checked, sheet).findings()
    write(hands, sheet, "What to say", "Welcome to ")
    hands.touch("The shop")
    hands.touch("Recognise")
    hands.key("Ctrl+Return")
    [line] = hands.till.ask(wording.own_lines)
    assert (line.wording.text, line.wording.moves) == ("Welcome to {shop}", ("recognise",))
    write(hands, open_sheet(hands, "Mend Welcome to {shop}"), "What to say", "Good to see you at {shop}")
    hands.key("Ctrl+Return")
    assert [one.wording.text for one in hands.till.ask(wording.own_lines)] == ["Good to see you at {shop}"]
    hands.touch("End Good to see you at {shop}")
    assert hands.till.ask(wording.own_lines) == []


def test_a_fact_nobody_can_fill_is_told(hands: Hands, section: WordsSection) -> None:
    sheet = open_sheet(hands, "Add a saying")
    write(hands, sheet, "What to say", "Your {shoes} are ready")
    hands.touch("Recognise")
    hands.key("Ctrl+Return")
    assert "{shoes} is no fact that can be filled in." in hands.reads(sheet)


def test_staff_read_and_the_owner_writes(hands: Hands, section: WordsSection) -> None:
    said = wording.Wording("Good to see you", ("recognise",))
    Till(hands.shop, OWNER).do(wording.add_line, "en", "regular", said)
    hands.window.enter(hands.clerk())
    hands.window.go("settings")
    hands.rest()
    row = hands.part(OwnRow)
    assert "Good to see you" in hands.reads(row)
    assert not row.mend.isVisible()
    assert not section.add_line.isVisible()
    assert "Only the owner changes this." in hands.reads(section)


def test_quotes_and_backslashes_survive_the_way_into_a_pack_and_back() -> None:
    parts: dict[str, str | list[str]] = {"id": "own.a", "reason": 'say "no" \\ 改行', "say": ["a\tb", "”’"]}
    assert of_toml(to_toml(parts)) == parts
