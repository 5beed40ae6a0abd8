"""Which printers there are, and how they are named; pure functions."""

from dataclasses import dataclass, replace

from carepos.errors import Refused

KINDS = ("network", "device")
WIDTHS = (32, 48)
"""Columns on paper of 58 mm and of 80 mm."""

PORT = 9100
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Printer:
    """Where a till prints: "network" (address host or host:port) or "device" (a device file or a Windows share)."""

    kind: str
    address: str
    columns: int = 48


def checked(printer: Printer) -> Printer:
    """The printer as it is kept; raises Refused("choice.unknown") or ("printer.address", field="address")."""
    if printer.kind not in KINDS or printer.columns not in WIDTHS:
        raise Refused("choice.unknown", field="kind")
    address = printer.address.strip()
    if not address or len(address) > LONGEST or not address.isprintable():
        raise Refused("printer.address", field="address")
    if printer.kind == "network":
        host_and_port(address)
    return replace(printer, address=address)


def host_and_port(address: str) -> tuple[str, int]:
    """("10.0.0.7", 9100) of "10.0.0.7", or of "10.0.0.7:9100"; raises Refused("printer.address")."""
    host, colon, number = address.partition(":")
    if not host or not all(char.isalnum() or char in ".-_" for char in host):
        raise Refused("printer.address", field="address")
    if not colon:
        return host, PORT
    if not (number.isascii() and number.isdigit() and 0 < int(number[:6]) < 65536):
        raise Refused("printer.address", field="address")
    return host, int(number)
