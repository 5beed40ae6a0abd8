"""How this window looks: language, theme, size of the words, where the customer reads; everybody may choose."""

from typing import Protocol

from PySide6.QtCore import Signal

from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.field import labelled
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.kit.tongue import LANGUAGES
from ui.settings.section import Section


class Preferences(Protocol):
    """How this machine likes its window."""

    language: str
    theme: str
    scale: float
    display: str


class WindowSection(Section):
    """Each touch is worn at once."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    scale_chosen = Signal(float)
    display_chosen = Signal(str)

    def __init__(self, tasks: Tasks, preferences: Preferences) -> None:
        super().__init__(tasks)
        self._preferences = preferences
        self.language = ChipRow(list(LANGUAGES.items()))
        self.theme = ChipRow([("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        sizes = (self.tr("Usual"), self.tr("Large"), self.tr("Very large"))
        self.scale = ChipRow(list(zip(("1.0", "1.25", "1.5"), sizes, strict=True)))
        places = (self.tr("This screen, turned (F12)"), self.tr("A second screen"), self.tr("None"))
        self.display = ChipRow(list(zip(("turned", "second", "off"), places, strict=True)))
        rows = ((self.tr("Language"), self.language), (self.tr("Colours"), self.theme), (self.tr("Text"), self.scale))
        card = Card()
        for label, row in rows:
            card.body.addWidget(labelled(label, row))
        card.body.addWidget(labelled(self.tr("What the customer sees"), self.display))
        shows = self.tr("Their own points, how they come, and one touch for how it was. It empties after a minute.")
        card.body.addWidget(Label(shows, "muted", wrap=True))
        self.column.addWidget(card)
        self.language.chosen.connect(self.language_chosen)
        self.theme.chosen.connect(self.theme_chosen)
        self.scale.chosen.connect(lambda value: self.scale_chosen.emit(float(value)))
        self.display.chosen.connect(self.display_chosen)

    def load(self) -> None:
        """Shows what is worn."""
        super().load()
        self.language.set_value(self._preferences.language)
        self.theme.set_value(self._preferences.theme)
        self.scale.set_value(str(float(self._preferences.scale)))
        self.display.set_value(self._preferences.display)
