"""How an answer is told: one object for programs, or lines for people."""

import datetime as dt
import json
import sys
from collections.abc import Iterator
from typing import Any

import msgspec

from carepos.errors import CarePosError


def tell(answer: object, as_json: bool) -> None:
    """Prints an answer; as JSON with whole numbers and ISO 8601 times, else for people, times as this machine's."""
    if as_json:
        print(json.dumps(msgspec.to_builtins(answer), ensure_ascii=False))
        return
    for line in _lines(msgspec.to_builtins(answer, builtin_types=(dt.datetime,))):
        print(line)


def complain(refused: CarePosError, message: str, as_json: bool) -> None:
    """Prints why a command was refused."""
    if as_json:
        print(json.dumps({"error": {"rule": refused.rule, "message": message}}, ensure_ascii=False))
    else:
        print(message, file=sys.stderr)


def _lines(plain: Any) -> Iterator[str]:
    """One line a thing, its parts below it; what is not there is not named."""
    if isinstance(plain, dict):
        held = {name: value for name, value in plain.items() if value not in (None, "", [], ())}
        parts = {name: value for name, value in held.items() if _has_parts(value)}
        if single := "  ".join(f"{name}: {_shown(value)}" for name, value in held.items() if name not in parts):
            yield single
        for name, value in parts.items():
            yield f"{name}:"
            yield from (f"    {line}" for line in _lines(value))
    elif _has_parts(plain):
        for part in plain:
            yield from _lines(part)
    elif plain not in (None, [], ()):
        yield _shown(plain)


def _has_parts(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list | tuple) and any(map(_has_parts, value)))


def _shown(value: object) -> str:
    if isinstance(value, dt.datetime):
        return f"{value.astimezone():%Y-%m-%d %H:%M}"
    return " · ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
