"""The printer's settings: what is saved is this till's, a test page shows whether it works, faults are told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from printers import printer, read, takes
from pytestqt.qtbot import QtBot
from shops import CLERK, Till

from carepos import printing
from carepos.printing import Printer
from ui.kit.tasks import Tasks
from ui.settings.printer import PrinterSection

Settle = Callable[[], None]


@pytest.fixture
def section(qtbot: QtBot, tasks: Tasks, settle: Settle) -> PrinterSection:
    made = PrinterSection(tasks)
    qtbot.addWidget(made)
    made.show()
    made.load()
    settle()
    return made


def choose(section: PrinterSection, kind: str, address: str = "") -> None:
    section.kind.chip(kind).click()
    section.address.set_text(address)


def test_at_first_there_is_none_and_nothing_to_try(section: PrinterSection) -> None:
    assert section.kind.value() == "none"
    assert not section.address.isVisible()
    assert not section.try_out.isVisible()


def test_a_printer_is_saved_and_undo_takes_it_back(section: PrinterSection, tasks: Tasks, settle: Settle) -> None:
    said: list[tuple[str, Callable[..., object]]] = []
    section.recorded.connect(lambda sentence, undo: said.append((sentence, undo)))
    till = Till(tasks.shop, tasks.actor)
    choose(section, "network", " 10.0.0.7 ")
    section.columns.chip("32").click()
    section.save.click()
    settle()
    assert till.ask(printing.till_printer) == Printer("network", "10.0.0.7", 32)
    assert section.address.text() == "10.0.0.7"
    till.run(said[0][1])
    assert till.ask(printing.till_printer) is None


def test_none_again_prints_nothing_any_more(section: PrinterSection, tasks: Tasks, settle: Settle) -> None:
    till = Till(tasks.shop, tasks.actor)
    till.do(printing.set_printer, Printer("device", "/dev/usb/lp0"))
    section.load()
    settle()
    assert (section.kind.value(), section.address.text()) == ("device", "/dev/usb/lp0")
    section.kind.chip("none").click()
    section.save.click()
    settle()
    assert till.ask(printing.till_printer) is None


@pytest.mark.parametrize("wrong", ["", "http://10.0.0.7", "10.0.0.7:port"])
def test_a_wrong_address_is_told_at_its_field_and_stays(section: PrinterSection, settle: Settle, wrong: str) -> None:
    choose(section, "network", wrong)
    for button in (section.save, section.try_out):
        button.click()
        settle()
        assert "for example 192.168.1.20" in section.address.error()
    assert section.address.text() == wrong


def test_a_test_page_comes_out_before_anything_is_saved(section: PrinterSection, qtbot: QtBot, tasks: Tasks) -> None:
    with printer(takes) as (address, taken):
        choose(section, "network", address)
        with qtbot.waitSignal(section.recorded):
            section.try_out.click()
            assert not section.try_out.isEnabled()
    assert section.try_out.isEnabled()
    assert read(taken[0])[1].strip() == "プリンターのテスト"
    assert Till(tasks.shop, tasks.actor).ask(printing.till_printer) is None


def test_a_printer_that_does_not_print_is_told_here(section: PrinterSection, qtbot: QtBot, tmp_path: Path) -> None:
    choose(section, "device", str(tmp_path / "lp0"))
    section.try_out.click()
    qtbot.waitUntil(section.try_out.isEnabled)
    assert section.fault.text().startswith("There is no printer at")


def test_what_a_hand_is_typing_stays(section: PrinterSection, settle: Settle) -> None:
    choose(section, "network", "10.0")
    section.load()
    settle()
    assert (section.kind.value(), section.address.text()) == ("network", "10.0")


def test_a_clerk_reads_and_changes_nothing(section: PrinterSection, tasks: Tasks, settle: Settle) -> None:
    Till(tasks.shop, tasks.actor).do(printing.set_printer, Printer("network", "10.0.0.7"))
    tasks.actor = CLERK
    section.load()
    settle()
    assert section.address.text() == "10.0.0.7"
    assert not section.address.isEnabled()
    assert not section.save.isVisible()
    assert not section.try_out.isVisible()
