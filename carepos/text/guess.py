"""A guess at how a Japanese name is read, to be mended in the registration form."""

from functools import cache
from pathlib import Path

from carepos.text.japanese import fold, is_kana, kana

_TABLE = Path(__file__).with_name("readings.tsv")
_ENDINGS = (("kun", "kun_end"), ("on", "on_end"))  # native sounds go with native ones, Chinese with Chinese


def reading(family: str, given: str) -> tuple[str, str]:
    """The hiragana readings of a family and a given name; "" where none is known, kana as it is."""
    return _family(family), _given(given)


def _family(written: str) -> str:
    return kana(written) if is_kana(written) else _readings()["family"].get(fold(written), "")


def _given(written: str) -> str:
    if is_kana(written):
        return kana(written)
    folded = fold(written)
    return _readings()["given"].get(folded) or _joined(folded)


def _joined(folded: str) -> str:
    """A given name of a common beginning and a common ending, when there is one way alone."""
    readings = _readings()
    ways = {
        _sounded(readings[start][folded[:at]], readings[end][folded[at:]])
        for start, end in _ENDINGS
        for at in range(1, len(folded))
        if folded[:at] in readings[start] and folded[at:] in readings[end]
    }
    return ways.pop() if len(ways) == 1 else ""


def _sounded(start: str, end: str) -> str:
    """平 is ぺい after ん, as in しゅんぺい."""
    return start + (end.replace("へい", "ぺい") if start.endswith("ん") else end)


@cache
def _readings() -> dict[str, dict[str, str]]:
    """By kind, the folded written form and its reading; loaded at the first question."""
    tables: dict[str, dict[str, str]] = {}
    for line in _TABLE.read_text("utf-8").splitlines()[1:]:
        kind, written, sound = line.split("\t")
        tables.setdefault(kind, {}).setdefault(fold(written), sound)
    return tables
