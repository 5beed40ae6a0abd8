"""Bringing bytes to a printer on the network or at a device file; each way it can fail has its own name."""

import contextlib
import os
import select
import socket
from collections.abc import Iterator
from pathlib import Path

from carepos.errors import CarePosError
from carepos.printing.rules import Printer, host_and_port

PATIENCE = 5.0  # seconds a printer may keep us waiting
_GLANCE = 0.5  # seconds for the answer to a question many printers do not know
_PIECE = 4096
_PAPER_STATUS, _PAPER_OUT = b"\x10\x04\x04", 0x60


class PrinterTrouble(CarePosError):
    """The printer did not print; `begun` says whether something may be on paper all the same.

    Rules: "printer.unknown" (nothing of this name), "printer.off" (no answer), "printer.refused", "printer.paper",
    "printer.stalled" (stopped taking), "printer.reset" (cut off midway). What was recorded stays recorded.
    """

    def __init__(self, rule: str, place: str, begun: bool = False) -> None:
        super().__init__(rule, place=place)
        self.begun = begun


def send(printer: Printer, data: bytes, patience: float = PATIENCE) -> None:
    """Hands `data` to the printer, waiting at most `patience` seconds at each step; raises PrinterTrouble."""
    (_over_network if printer.kind == "network" else _to_device)(printer.address, data, patience)


def _over_network(address: str, data: bytes, patience: float) -> None:
    with _connected(address, patience) as line:
        _ask_for_paper(line, address, min(patience, _GLANCE))
        line.settimeout(patience)
        try:
            for piece in _pieces(data):
                line.sendall(piece)
            line.shutdown(socket.SHUT_WR)
            _wait_for_end(line, min(patience, _GLANCE))
        except TimeoutError as trouble:
            raise PrinterTrouble("printer.stalled", address, begun=True) from trouble
        except OSError as trouble:
            raise PrinterTrouble("printer.reset", address, begun=True) from trouble


@contextlib.contextmanager
def _connected(address: str, patience: float) -> Iterator[socket.socket]:
    try:
        line = socket.create_connection(host_and_port(address), patience)
    except (socket.gaierror, UnicodeError, ValueError) as trouble:
        raise PrinterTrouble("printer.unknown", address) from trouble
    except ConnectionRefusedError as trouble:
        raise PrinterTrouble("printer.refused", address) from trouble
    except OSError as trouble:
        raise PrinterTrouble("printer.off", address) from trouble
    with line:
        yield line


def _ask_for_paper(line: socket.socket, address: str, glance: float) -> None:
    """Many printers say beforehand that no paper is left; one that says nothing gets its receipt all the same."""
    line.settimeout(glance)
    try:
        line.sendall(_PAPER_STATUS)
        status = line.recv(1)
    except TimeoutError:
        return
    except OSError as trouble:
        raise PrinterTrouble("printer.reset", address) from trouble
    if status and status[0] & _PAPER_OUT == _PAPER_OUT:
        raise PrinterTrouble("printer.paper", address)


def _wait_for_end(line: socket.socket, glance: float) -> None:
    """A line that is cut now was cut before all was printed; silence, or a printer that hangs up, means well."""
    line.settimeout(glance)
    with contextlib.suppress(TimeoutError):
        while line.recv(_PIECE):
            pass


def _to_device(path: str, data: bytes, patience: float) -> None:
    device, begun = _opened(path), False
    try:
        for piece in _pieces(data):
            left = piece
            while left:
                _wait_until_it_takes(device, patience)
                left, begun = left[os.write(device, left) :], True
    except TimeoutError as trouble:
        raise PrinterTrouble("printer.stalled", path, begun) from trouble
    except OSError as trouble:
        raise PrinterTrouble("printer.reset", path, begun) from trouble
    finally:
        os.close(device)


def _opened(path: str) -> int:
    if Path(path).is_file():
        raise PrinterTrouble("printer.unknown", path)  # a document is no printer, and stays as it is
    try:
        return os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except PermissionError as trouble:
        raise PrinterTrouble("printer.refused", path) from trouble
    except (FileNotFoundError, IsADirectoryError, ValueError) as trouble:
        raise PrinterTrouble("printer.unknown", path) from trouble
    except OSError as trouble:
        raise PrinterTrouble("printer.off", path) from trouble


def _wait_until_it_takes(device: int, patience: float) -> None:
    """Windows has no way to ask; there the spooler takes everything at once."""
    if hasattr(os, "O_NONBLOCK") and not select.select([], [device], [], patience)[1]:
        raise TimeoutError


def _pieces(data: bytes) -> Iterator[bytes]:
    return (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
