"""The programme's versions: what held, what holds, what is to come; a touch shows one in the fields."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import loyalty
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import Chip
from ui.kit.label import Elided


class Versions(Card):
    """Latest first."""

    chosen = Signal(object)  # the loyalty.Programme to show

    def __init__(self) -> None:
        super().__init__(self.tr("Versions"))
        self._rows: list[QWidget] = []

    def show_versions(self, versions: list[loyalty.Version], today: dt.date) -> None:
        """Shows these versions instead."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        holds = next((one.id for one in versions if one.starts_on <= today), "")
        self._rows = [self._row(one, today, holds) for one in versions]
        for row in self._rows:
            self.body.addWidget(row)

    def _row(self, version: loyalty.Version, today: dt.date, holds: str) -> QWidget:
        line = QWidget()
        row, told, button = QHBoxLayout(line), QVBoxLayout(), Button(self.tr("Show"))
        row.setContentsMargins(0, 0, 0, 0)
        day = words.day(version.starts_on, today)
        button.setAccessibleName(self.tr("Show the rules of {day}").format(day=day))
        button.clicked.connect(lambda: self.chosen.emit(version.programme))
        row.setSpacing(theme.px(12))
        told.addWidget(Elided(self.tr("from {day}").format(day=day), "strong"))
        told.addWidget(Elided(summary(version.programme), "muted"))
        row.addWidget(_state(version, today, holds))
        row.addLayout(told, 1)
        row.addWidget(button)
        return line


def _state(version: loyalty.Version, today: dt.date, holds: str) -> Chip:
    if version.starts_on > today:
        return Chip(QCoreApplication.translate("Versions", "To come"), "gold")
    if version.id == holds:
        return Chip(QCoreApplication.translate("Versions", "In force"), "green")
    return Chip(QCoreApplication.translate("Versions", "Past"))


def summary(programme: loyalty.Programme) -> str:
    """A programme in a breath."""
    unit = QCoreApplication.translate("Versions", "{points} pt per ¥{yen}")
    told = [unit.format(points=programme.unit_points, yen=f"{programme.unit_yen:,}")]
    told += [f"{words.tier(tier.name)} ×{tier.percent / 100:g}" for tier in programme.tiers[1:]]
    told.append(f"{words.points(programme.reward_points)} = {words.voucher(programme.reward_yen)}")
    told += [f"“{campaign.name}”" for campaign in programme.campaigns]
    return "　".join(told)
