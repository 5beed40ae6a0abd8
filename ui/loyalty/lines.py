"""One line of points: when, how many, what kind; a touch tells why."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import loyalty
from ui.kit import theme, words
from ui.kit.card import Card
from ui.kit.label import Elided, Label
from ui.kit.link import Link

_AMOUNT = 72  # design pixels that a usual amount stands in, at their right end


class LineRow(QWidget):
    """One movement; a touch opens its reasons below it."""

    wanted = Signal()

    def __init__(self, entry: loyalty.PointsEntry, today: dt.date) -> None:
        super().__init__()
        self.entry, self._today = entry, today
        self._why: Card | None = None
        link = Link(f"{words.signed(entry.points)} pt")
        link.setAccessibleName(self.tr("Why {points} pt?").format(points=words.signed(entry.points)))
        link.clicked.connect(self.wanted)
        line, self._column = QHBoxLayout(), QVBoxLayout(self)
        line.setSpacing(theme.px(14))
        day = Label(words.day(entry.day, today), "muted")
        day.setMinimumWidth(theme.px(96))
        line.addWidget(day)
        line.addSpacing(max(theme.px(_AMOUNT) - link.sizeHint().width(), 0))
        line.addWidget(link)
        line.addWidget(Elided(self._about(), "muted"), 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self._column.addLayout(line)

    def told(self) -> bool:
        """Whether its reasons are shown."""
        return self._why is not None

    def fold(self) -> None:
        """Puts the reasons away."""
        if self._why is not None:
            self._why.hide()
            self._why.deleteLater()
            self._why = None

    def tell(self, why: loyalty.Explanation) -> None:
        """Shows the reasons, in words a customer understands."""
        self.fold()
        self._why = Card(tone="gold")
        language = "ja" if QLocale().language() == QLocale.Language.Japanese else "en"
        for text, points in why.told(language):
            row = QHBoxLayout()
            row.addWidget(Label(text, wrap=True), 1)
            row.addWidget(Label(f"{words.signed(points)} pt" if points else "", "strong"))
            self._why.body.addLayout(row)
        for sentence in self._under(why):
            self._why.body.addWidget(Label(sentence, "muted", wrap=True))
        self._column.addWidget(self._why)
        self._why.show()  # at once: Qt would show it a turn of the loop later, squeezed

    def _about(self) -> str:
        taken = self.tr("taken back later") if self.entry.undone else ""
        kind = words.movement(self.entry.kind)
        return "　".join(filter(None, (kind, self.entry.receipt or self.entry.reason or "", taken)))

    def _under(self, why: loyalty.Explanation) -> list[str]:
        told = []
        if why.expires_on is not None:
            told.append(self.tr("They can be used until {day}.").format(day=words.day(why.expires_on, self._today)))
        if why.starts_on is not None:
            told.append(self.tr("By the rules of {day}.").format(day=words.day(why.starts_on, self._today)))
        dated = [lot for lot in why.drawn if lot.expires_on and self.entry.points < 0]
        if dated:
            told.append(
                self.tr("Taken from: {lots}").format(lots="　".join(lot_words(lot, self._today) for lot in dated))
            )
        return told


def lot_words(lot: loyalty.Lot, today: dt.date) -> str:
    """So many points, and until when."""
    if lot.expires_on is None:
        return QCoreApplication.translate("lines", "{points} pt without an end").format(points=f"{lot.left:,}")
    form = QCoreApplication.translate("lines", "{points} pt until {day}")
    return form.format(points=f"{lot.left:,}", day=words.day(lot.expires_on, today))
