"""The exports we know, as data in resources/exchange/kinds.toml, and how they are recognised."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import msgspec

from carepos.errors import Refused
from carepos.exchange import rules
from carepos.paths import resources
from carepos.text import japanese

WHOLE = {"name": {"family", "given"}, "kana": {"family_kana", "given_kana"}}
"""What is not read where its parts are."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One export of one system: the headers it must have, and which of them mean what to us."""

    source: str
    about: str
    need: tuple[str, ...]
    columns: dict[str, str | list[str]]
    skip_by: str = ""
    skip: dict[str, str] = field(default_factory=dict)
    refund_by: str = ""
    refund: str = ""
    cancelled_by: str = ""
    cancelled: str = ""


@cache
def known() -> dict[str, Kind]:
    """Every kind by its name, those recognised first in front; "any" is the last."""
    with (resources() / "exchange" / "kinds.toml").open("rb") as file:
        return msgspec.convert(tomllib.load(file), dict[str, Kind])


def named(kind: str) -> Kind:
    """The kind with this name; raises Refused("kind.unknown")."""
    if kind not in known():
        raise Refused("kind.unknown", kind=kind)
    return known()[kind]


def recognise(header: Sequence[str]) -> str:
    """The name of the kind whose columns are all here, or ""."""
    fits = (name for name, kind in known().items() if kind.need and all(_at(header, one) >= 0 for one in kind.need))
    return next(fits, "")


def columns_of(kind: str, header: Sequence[str]) -> dict[str, str]:
    """Our fields and the headers they are read from; what a kind of people does not name is guessed by its words."""
    if kind in ("", rules.ANY):
        return guess_columns(header)
    places = {ours: _at(header, str(theirs)) for ours, theirs in known()[kind].columns.items()}
    named = {ours: header[place] for ours, place in places.items() if place >= 0}
    return named | _unclaimed(header, named) if known()[kind].about == "people" else named


def _unclaimed(header: Sequence[str], named: Mapping[str, str]) -> dict[str, str]:
    """Columns somebody added to an export by hand, for fields nothing else is read into."""
    free = [cell for cell in header if cell not in named.values()]
    guessed = guess_columns(free)
    taken = named.keys() | {whole for whole, parts in WHOLE.items() if parts & (named.keys() | guessed.keys())}
    return {ours: theirs for ours, theirs in guessed.items() if ours not in taken}


def unread(header: Sequence[str], columns: Mapping[str, str], kind: Kind) -> list[str]:
    """The headers nothing is read from, so that nobody believes they came in."""
    deciding = (place(header, name) for name in (kind.skip_by, kind.refund_by, kind.cancelled_by))
    told = {*columns.values(), *(header[at] for at in deciding if at >= 0)}
    return [cell for cell in header if cell and cell not in told]


def guess_columns(header: Sequence[str]) -> dict[str, str]:
    """Our fields and the headers that usually mean them, in Japanese and English; each header once."""
    folded = [japanese.fold(cell) for cell in header]
    guessed: dict[str, str] = {}
    for ours, names in known()[rules.ANY].columns.items():
        wanted = (japanese.fold(name) for name in names)
        found = next((header[folded.index(name)] for name in wanted if name in folded), None)
        if found is not None and found not in guessed.values():
            guessed[ours] = found
    return guessed


def places(header: Sequence[str], columns: Mapping[str, str], kind: Kind) -> dict[str, int]:
    """Where each field stands in a row; raises Refused("columns.unknown") for what is no field or no header."""
    fields = kind.columns.keys() | (known()[rules.ANY].columns.keys() if kind.about == "people" else ())
    for ours, theirs in columns.items():
        if ours not in fields or theirs not in header:
            raise Refused("columns.unknown", field=ours, column=theirs)
    return {ours: header.index(theirs) for ours, theirs in columns.items()}


def place(header: Sequence[str], name: str) -> int:
    """Where a header stands, or -1; a "*" at its end matches any ending."""
    return _at(header, name) if name else -1


def _at(header: Sequence[str], name: str) -> int:
    if name.endswith("*"):
        return next((at for at, cell in enumerate(header) if cell.startswith(name[:-1])), -1)
    return header.index(name) if name in header else -1
