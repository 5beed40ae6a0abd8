"""A promise being written: what, by when, who; three touches for the usual times (P04)."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import staff
from carepos.errors import Refused
from carepos.text.due import parse_due
from ui.kit import theme, words
from ui.kit.chip import ChipRow
from ui.kit.field import Field
from ui.kit.tasks import Tasks


class DueTime(QWidget):
    """The time of a promise as it is said ("17:30", "明日 12:00", "11/24 10:00"), and the usual times to touch."""

    edited = Signal()  # typed or chosen by hand

    def __init__(self, tasks: Tasks, before: Field | None = None) -> None:
        super().__init__()
        self._tasks, self._before = tasks, before
        self.when = Field(self.tr("By when"))
        self._times = ChipRow(self._usual())
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._build()
        self._times.chosen.connect(self._choose)
        self.when.edited.connect(lambda: self._times.set_value(""))
        for part in (self.when.edited, self._times.chosen):
            part.connect(self.edited)
        self._times.set_value(self._times_first())
        self._choose(self._times.value())
        self._offered = self.when.text()

    def was_chosen(self) -> bool:
        """Whether another time than the usual one stands here: somebody means to promise."""
        return self.when.text().strip() not in ("", self._offered)

    def due(self) -> dt.datetime:
        """The moment typed or touched; raises Refused("time.invalid"), ("date.past")."""
        settings = self._tasks.shop.settings
        try:
            return parse_due(self.when.text(), self._tasks.shop.clock(), settings.zone)
        except ValueError as wrong:
            raise Refused(str(wrong), field="due") from None

    def set_due(self, moment: dt.datetime) -> None:
        """Writes a moment into the field as `parse_due` reads it: "today" is the calendar's, not the shop's day."""
        zone = self._tasks.shop.settings.zone
        self.when.set_text(words.due(moment, zone, self._tasks.shop.clock().astimezone(zone).date()))

    def kept(self) -> dict[str, str]:
        """The time as a draft keeps it: what is typed, and the moment meant, should it mean one."""
        try:
            return {"due": self.when.text(), "moment": self.due().isoformat()}
        except Refused:
            return {"due": self.when.text()}

    def put_back(self, fields: Mapping[str, str]) -> None:
        """Shows a draft's time; a moment is said anew, since "today" may be another day by now."""
        if "moment" in fields:
            self.set_due(dt.datetime.fromisoformat(fields["moment"]))
        elif "due" in fields:
            self.when.set_text(fields["due"])

    def _usual(self) -> list[tuple[str, str]]:
        choices = [("hour", self.tr("In an hour"))]
        if self._closing() is not None:
            choices.append(("closing", self.tr("By closing today")))
        return [*choices, ("noon", self.tr("Tomorrow noon"))]

    def _times_first(self) -> str:
        return "closing" if self._closing() is not None else "noon"

    def _closing(self) -> dt.datetime | None:
        settings, now = self._tasks.shop.settings, self._tasks.shop.clock()
        closing = settings.closing(settings.day_of(now))
        return closing if closing and closing > now + dt.timedelta(minutes=10) else None

    def _choose(self, choice: str) -> None:
        settings, now = self._tasks.shop.settings, self._tasks.shop.clock()
        tomorrow = settings.day_of(now) + dt.timedelta(days=1)
        moments = {
            "hour": now + dt.timedelta(hours=1),
            "closing": self._closing(),
            "noon": dt.datetime.combine(tomorrow, dt.time(12), settings.zone),
        }
        if moment := moments.get(choice):
            self.set_due(moment)

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._row.setSpacing(theme.px(8))
        if self._before is not None:
            self._row.addWidget(self._before, 5)
        self._row.addWidget(self.when, 3)
        self._times.setAccessibleName(self.tr("Usual times"))
        self._column.addLayout(self._row)
        self._column.addWidget(self._times)


class DueRow(DueTime):
    """The promise's words, its time, and who holds it."""

    def __init__(self, tasks: Tasks, label: str = "") -> None:
        usual = QCoreApplication.translate("DueRow", "Next promise")
        placeholder = QCoreApplication.translate("DueRow", "What we promise")
        text = Field(label or usual, placeholder=placeholder)
        super().__init__(tasks, before=text)  # the Tab key comes to the words first
        self.text = text
        self._holder = ChipRow([])
        self._holder.setAccessibleName(self.tr("Who keeps it"))
        self._column.addWidget(self._holder)
        for part in (text.edited, self._holder.chosen):
            part.connect(self.edited)
        tasks.read(self, staff.present, self._offer_holders)

    def holder(self) -> str | None:
        """Who holds the promise."""
        return self._holder.value() or self._tasks.actor.staff_id

    def kept(self) -> dict[str, str]:
        """The promise as a draft keeps it; the usual time alone is none."""
        text = self.text.text()
        if not text and not self.was_chosen():
            return {}
        return {"promise": text, "holder": self._holder.value(), **super().kept()}

    def put_back(self, fields: Mapping[str, str]) -> None:
        """Shows a draft's promise."""
        self.text.set_text(fields.get("promise", ""))
        if fields.get("holder"):
            self._holder.set_value(fields["holder"])
        super().put_back(fields)

    def _offer_holders(self, members: list[staff.Member]) -> None:
        chosen = self._holder.value() or self._tasks.actor.staff_id or ""
        self._holder.set_choices([(member.id, member.name) for member in members])
        self._holder.set_value(chosen)
