"""Sentences in a customer's own language, whatever language the window speaks."""

from functools import cache

from PySide6.QtCore import QLocale, QTranslator

from ui.kit import theme

LANGUAGES = {"ja": "日本語", "en": "English"}
"""What the window can speak, each named in its own words."""


class Tongue:
    """Subclasses say their sentences by `self.tr`, as widgets do; who reads no Japanese is spoken to in English."""

    def __init__(self, language: str) -> None:
        self.language = "ja" if language == "ja" else "en"
        self.locale = QLocale(QLocale.Language.Japanese if language == "ja" else QLocale.Language.English)

    def tr(self, source: str, disambiguation: str = "", n: int = -1) -> str:
        """`source` in this language, its %n filled with `n`."""
        return self.borrowed(type(self).__name__, source, disambiguation, n)

    def borrowed(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        """What another part of the window, `context`, says for `source`, in this language."""
        said = _translator(self.language).translate(context, source, disambiguation or None, n) or source
        return said.replace("%n", f"{n:,}")


@cache
def _translator(language: str) -> QTranslator:
    translator = QTranslator()
    translator.load(f"carepos_{language}", str(theme.RESOURCES / "i18n"))
    return translator
