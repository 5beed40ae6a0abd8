"""Colours, sizes and type of every screen: one theme at a time, read from resources/themes."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).parents[2] / "resources"
FAMILIES = ("BIZ UDPGothic", "Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP")

motion = True  # off in tests and in the tour: sheets then stand still at once


class Role(NamedTuple):
    """How one kind of words looks: size in design pixels, weight, colour, letter spacing in percent."""

    size: float
    bold: bool = False
    ink: str = "ink"
    spacing: float = 100


ROLES = {
    "body": Role(15),
    "strong": Role(15, bold=True),
    "reading": Role(16),
    "muted": Role(13, ink="ink_3"),
    "small": Role(12, ink="ink_2"),
    "kana": Role(13, ink="ink_3", spacing=112),
    "heading": Role(13, bold=True, ink="ink_3", spacing=104),
    "label": Role(13, bold=True, ink="ink_2"),
    "error": Role(13, bold=True, ink="shu"),
    "subtitle": Role(16, ink="ink_2"),
    "title": Role(21, bold=True),
    "name": Role(28, bold=True),
    "tile": Role(26, bold=True),
    "figure": Role(30, bold=True, ink="kincha"),
    "key": Role(22, bold=True),
    "chip": Role(13.5),
    "chip_strong": Role(13.5, bold=True),
    "cap": Role(12, ink="ink_2"),
    "here": Role(12, bold=True, ink="indigo"),
    "badge": Role(11, bold=True),
    "greeting": Role(52, bold=True, ink="night_ink"),
}

Made = TypeVar("Made")
_worn: list[Callable[[], None]] = []
_colours: dict[str, QColor] = {}
_scale = 1.0
_season = 0


def apply(app: QApplication, name: str, scale: float = 1.0) -> None:
    """Dress the whole application in the theme `light` or `dark`, text `scale` times its size (1.0 to 1.5).

    Raises FileNotFoundError for an unknown theme. Colours of living widgets follow at once; sizes follow in
    widgets made afterwards.
    """
    global _scale, _season
    wanted = colours(name)
    _colours.clear()
    _colours.update(wanted)
    _scale, _season = scale, _season + 1
    for forget in _worn:
        forget()
    app.setPalette(_palette())
    app.setFont(font("body"))
    app.setStyleSheet(_style_sheet())


def colours(name: str) -> dict[str, QColor]:
    """All colours of the theme `name` by token; FileNotFoundError for an unknown theme."""
    text = (RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    # Flat pairs and no more: tomllib, with its calendar, would take a twelfth of the time to the first paint (V6).
    return {token: QColor(value) for token, value in re.findall(r'^(\w+) = "(.*)"$', text, re.MULTILINE)}


def color(token: str) -> QColor:
    """The present theme's colour for `token`, to be looked at only; KeyError if the theme has none."""
    return _colours[token]


def season() -> int:
    """How many themes were put on so far: who is dressed for this one need not dress again."""
    return _season


def px(n: float) -> int:
    """`n` design pixels as screen pixels at the present text scale."""
    return round(n * _scale)


def worn(make: Callable[..., Made], most: int = 4096) -> Callable[..., Made]:
    """Keeps what `make` made for the same words until another theme is put on: painting asks again and again."""
    kept = lru_cache(maxsize=most)(make)
    _worn.append(kept.cache_clear)
    return kept


def font(role: str) -> QFont:
    """The font of a `role` of ROLES at the present text scale, the caller's own; KeyError for an unknown role."""
    return QFont(_font(role))


@worn
def _font(role: str) -> QFont:
    wanted = ROLES[role]
    result = QFont(_families())
    result.setPixelSize(px(wanted.size))
    result.setBold(wanted.bold)
    result.setLetterSpacing(QFont.SpacingType.PercentageSpacing, wanted.spacing)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


@worn
def metrics(role: str) -> QFontMetricsF:
    """How wide and high the words of a `role` are."""
    return QFontMetricsF(font(role))


@worn
def width_of(text: str, role: str) -> float:
    """How many screen pixels `text` takes on one line in the font of `role`."""
    return metrics(role).horizontalAdvance(text)


def at_most(text: str, role: str) -> float:
    """How many screen pixels the letters of `text` take side by side; shaping them together only brings them nearer."""
    return sum(map(_letters(role).__getitem__, text))


class _Letters(dict[str, float]):
    """Fills itself, so that each letter is measured once."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._measure = metrics(role).horizontalAdvance

    def __missing__(self, letter: str) -> float:
        width = self[letter] = self._measure(letter)
        return width


@worn
def _letters(role: str) -> _Letters:
    """How wide each letter is in the font of `role`."""
    return _Letters(role)


@cache
def _families() -> list[str]:
    """The families this machine has, best first; the frozen build brings its own font files."""
    for file in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    present = set(QFontDatabase.families())
    return [family for family in FAMILIES if family in present] or [QFont().family()]


def _palette() -> QPalette:
    """The colours Qt's own parts (menus, pickers, tables) take."""
    role, palette = QPalette.ColorRole, QPalette()
    pairs = {
        role.Window: "paper",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Button: "surface",
        role.WindowText: "ink",
        role.Text: "ink",
        role.ButtonText: "ink",
        role.PlaceholderText: "ink_3",
        role.Highlight: "indigo",
        role.HighlightedText: "indigo_ink",
        role.Accent: "indigo",
        role.Link: "indigo",
        role.ToolTipBase: "surface",
        role.ToolTipText: "ink",
        role.Mid: "line",
        role.Dark: "line_strong",
    }
    for part, token in pairs.items():
        palette.setColor(part, color(token))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, color("ink_3"))
    return palette


def _style_sheet() -> str:
    """The template of resources/themes with this theme's colours and sizes in it."""
    text = (RESOURCES / "themes" / "style.qss").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\$(\w+)", lambda m: color(m[1]).name(QColor.NameFormat.HexArgb), text)
    return re.sub(r"@(\d+)", lambda m: f"{px(float(m[1]))}px", text)
