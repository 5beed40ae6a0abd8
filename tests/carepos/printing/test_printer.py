"""A printer that takes, refuses, stalls, cuts the line, has no paper or is not there: each is told by its name."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from printers import Behaviour, printer, read, resets, says_all_is_well, says_no_paper, stalls, switched_off, takes
from shops import refused

from carepos.printing import Line, Printer, PrinterTrouble, receipt, send
from carepos.printing.rules import checked, host_and_port

SOON, LONG_ENOUGH = 0.05, 60  # seconds
RECEIPT = receipt([Line("みなも")], 32)
LONG = receipt([Line("あ" * 16)] * 100, 32) * 2000  # more than the system holds for a line


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine so slow that what a printer answers at once comes late."""
    monkeypatch.setattr("carepos.printing.printer._GLANCE", LONG_ENOUGH)


@contextmanager
def trouble(rule: str, begun: bool) -> Iterator[None]:
    """Expects this trouble, and whether something may be on paper."""
    with pytest.raises(PrinterTrouble) as caught:
        yield
    assert (caught.value.rule, caught.value.begun) == (rule, begun)


@pytest.mark.parametrize("behave", [takes, says_all_is_well])
def test_a_printer_takes_a_receipt_whole(behave: Behaviour) -> None:
    with printer(behave) as (address, taken):
        send(Printer("network", address), RECEIPT, SOON)
        send(Printer("network", address), LONG, LONG_ENOUGH)
    assert taken == [RECEIPT, LONG]
    assert read(taken[0]) == ["みなも"]


def test_a_thousand_lines_arrive() -> None:
    data = receipt([Line(f"商品{number}", "¥1") for number in range(1000)], 48)
    with printer(says_all_is_well) as (address, taken):
        send(Printer("network", address), data, LONG_ENOUGH)
    assert len(read(taken[0])) == 1000


def test_a_printer_that_is_off_refuses() -> None:
    with switched_off() as address, trouble("printer.refused", begun=False):
        send(Printer("network", address), RECEIPT, SOON)


def test_nobody_answers_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(address: tuple[str, int], timeout: float) -> socket.socket:
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", never)  # no address in a test is sure to swallow a greeting
    with trouble("printer.off", begun=False):
        send(Printer("network", "10.0.0.7"), RECEIPT, SOON)


def test_a_name_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> list[object]:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)  # there are networks that know every name
    with trouble("printer.unknown", begun=False):
        send(Printer("network", "printer.invalid"), RECEIPT, SOON)


def test_without_paper_nothing_is_begun(slow: None) -> None:
    with printer(says_no_paper) as (address, taken), trouble("printer.paper", begun=False):
        send(Printer("network", address), RECEIPT, LONG_ENOUGH)
    assert taken == [b""]


def test_a_printer_that_stops_taking_does_not_hold_us_up() -> None:
    gone = threading.Event()
    with printer(stalls(gone)) as (address, taken):
        with trouble("printer.stalled", begun=True):
            send(Printer("network", address), LONG, SOON)
        gone.set()
    assert taken == [LONG[: len(taken[0])]]


@pytest.mark.parametrize("data", [RECEIPT + bytes(64), LONG], ids=["short", "long"])
def test_a_line_cut_midway_is_told_even_behind_the_last_byte(slow: None, data: bytes) -> None:
    with printer(resets) as (address, taken), trouble("printer.reset", begun=True):
        send(Printer("network", address), data, LONG_ENOUGH)
    assert 0 < len(taken[0]) <= 64


@pytest.fixture
def device(tmp_path: Path) -> Path:
    """A file that hands on what is written into it, as a USB printer's does."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no device files of this kind here")
    os.mkfifo(tmp_path / "lp0")
    return tmp_path / "lp0"


def test_a_device_takes_a_receipt_whole(device: Path) -> None:
    reader, taken = os.open(device, os.O_RDONLY | os.O_NONBLOCK), list[bytes]()
    os.set_blocking(reader, True)
    thread = threading.Thread(target=lambda: taken.extend(iter(lambda: os.read(reader, 65536), b"")))
    with open(device, "wb", buffering=0):  # so that the reader does not leave before the printer comes
        thread.start()
        send(Printer("device", str(device)), LONG, LONG_ENOUGH)
    thread.join(LONG_ENOUGH)
    os.close(reader)
    assert b"".join(taken) == LONG


def test_a_device_that_is_switched_off(device: Path) -> None:
    with trouble("printer.off", begun=False):
        send(Printer("device", str(device)), RECEIPT, SOON)


def test_a_device_that_stops_taking(device: Path) -> None:
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    with trouble("printer.stalled", begun=True):
        send(Printer("device", str(device)), LONG, SOON)
    os.close(reader)


def test_a_device_that_is_pulled_out_midway(device: Path) -> None:
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(reader, True)
    thread = threading.Thread(target=lambda: (os.read(reader, 64), os.close(reader)))
    with open(device, "wb", buffering=0) as held:
        thread.start()
        with trouble("printer.reset", begun=True):
            send(Printer("device", str(device)), LONG, LONG_ENOUGH)
        thread.join(LONG_ENOUGH)
        assert held


def test_a_device_that_is_not_there(tmp_path: Path) -> None:
    with trouble("printer.unknown", begun=False):
        send(Printer("device", str(tmp_path / "lp9")), RECEIPT, SOON)
    with trouble("printer.unknown", begun=False):
        send(Printer("device", str(tmp_path)), RECEIPT, SOON)
    with trouble("printer.unknown", begun=False):
        send(Printer("device", "lp\0"), RECEIPT, SOON)


def test_a_document_is_no_printer_and_stays_as_it_is(tmp_path: Path) -> None:
    book = tmp_path / "book.txt"
    book.write_text("Do not touch")
    with trouble("printer.unknown", begun=False):
        send(Printer("device", str(book)), RECEIPT, SOON)
    assert book.read_text() == "Do not touch"


@pytest.mark.parametrize(
    ("address", "place"),
    [("10.0.0.7", ("10.0.0.7", 9100)), ("till-printer:9101", ("till-printer", 9101)), ("a.b_c", ("a.b_c", 9100))],
)
def test_a_network_address_is_a_host_and_maybe_a_port(address: str, place: tuple[str, int]) -> None:
    assert host_and_port(address) == place


@pytest.mark.parametrize(
    "address",
    ["", ":9100", "a:", "a:0", "a:65536", "a:1:2", "a:９１００", "a b", "http://a", "[::1]", "a:" + "9" * 5000],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with refused("printer.address", field="address"):
        checked(Printer("network", address))


@pytest.mark.parametrize("address", ["", "  ", "x" * 201, "a\nb"])
def test_what_is_no_device_is_refused(address: str) -> None:
    with refused("printer.address", field="address"):
        checked(Printer("device", address))


def test_an_address_is_kept_trimmed() -> None:
    assert checked(Printer("device", r" \\COUNTER\EPSON ")).address == r"\\COUNTER\EPSON"


@pytest.mark.parametrize("wrong", [Printer("fax", "a"), Printer("network", "a", 40)])
def test_only_kinds_and_widths_there_are(wrong: Printer) -> None:
    with refused("choice.unknown"):
        checked(wrong)
