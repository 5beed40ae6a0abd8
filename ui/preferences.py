"""How this machine likes its window: language, theme, text size, where the customer reads; kept in no database."""

import locale
from pathlib import Path

from PySide6.QtCore import QSettings

from ui.kit.tongue import LANGUAGES

THEMES = ("light", "dark")
SCALES = (1.0, 1.25, 1.5)
DISPLAYS = ("turned", "second", "off")


class Preferences:
    """Read at start, written at once when changed."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)
        self.language = self._one_of("language", tuple(LANGUAGES), _system_language())
        self.theme = self._one_of("theme", THEMES, "light")
        self.scale = float(self._one_of("scale", tuple(map(str, SCALES)), "1.0"))
        self.display = self._one_of("display", DISPLAYS, "turned")

    def _one_of(self, name: str, allowed: tuple[str, ...], usual: str) -> str:
        value = str(self._file.value(name, usual))
        return value if value in allowed else usual

    def set(self, **chosen: str | float) -> None:
        """Keeps choices by name: language, theme, scale, display."""
        for name, value in chosen.items():
            setattr(self, name, value)
            self._file.setValue(name, str(value))
        self._file.sync()


def _system_language() -> str:
    """Japanese first, unless this computer speaks English."""
    return "en" if (locale.getlocale()[0] or "").lower().startswith("en") else "ja"  # Windows: "English_…"
