"""The shop itself: name, hours, zone, what a clerk may give away, when the door closes by itself (S03)."""

import dataclasses

from carepos import settings
from carepos.database import new_id
from carepos.errors import Refused
from carepos.settings import ShopSettings
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.field import Area, Field
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.settings.fields import ShopFields, side_by_side, whole
from ui.settings.section import Section

LONGEST_LOCK = 15  # minutes (PCI DSS 8.2.8)


class ShopSection(Section):
    """The owner's choices for the shop."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.shop = ShopFields()
        self.goodwill = Field(self.tr("A clerk may give away (yen)"))
        self.lock = Field(self.tr("The door closes after (minutes)"))
        self.save = Button(self.tr("Save"), tone="primary")
        self._op_id, self._shown = new_id(), self._typed()
        self._build()
        self.save.clicked.connect(self._save)

    def load(self) -> None:
        """Shows the shop as it is, unless a hand is changing it."""
        super().load()
        if self._typed() == self._shown:
            self._fill(self.tasks.shop.settings)

    def fields(self) -> dict[str, Field | Area]:
        """The fields a refusal may name."""
        return {**self.shop.fields(), "goodwill_limit": self.goodwill, "lock_minutes": self.lock}

    def _fill(self, chosen: ShopSettings) -> None:
        self.shop.fill(chosen)
        self.goodwill.set_text(f"{chosen.goodwill_limit:,}")
        self.lock.set_text(str(chosen.lock_minutes))
        self._op_id, self._shown = new_id(), self._typed()

    def _typed(self) -> tuple[str, ...]:
        return (*self.shop.typed(), self.goodwill.text(), self.lock.text())

    def _save(self) -> None:
        before, op_id = self.tasks.shop.settings, self._op_id
        try:
            chosen = self._chosen(before)
        except Refused as refused:
            self.refuse(refused)
            return
        self.record(lambda tx: settings.change(tx, op_id, chosen), lambda _: self._saved(before, chosen))

    def _chosen(self, before: ShopSettings) -> ShopSettings:
        minutes = whole(self.lock, "lock_minutes")
        if minutes > LONGEST_LOCK:
            raise Refused("amount.too_large", field="lock_minutes", most=LONGEST_LOCK)
        limit = whole(self.goodwill, "goodwill_limit", least=0)
        return dataclasses.replace(self.shop.value(before), goodwill_limit=limit, lock_minutes=minutes)

    def _saved(self, before: ShopSettings, chosen: ShopSettings) -> None:
        self._fill(chosen)
        self.recorded.emit(self.tr("The shop's settings are saved"), lambda tx: settings.change(tx, new_id(), before))

    def _build(self) -> None:
        card = Card()
        card.body.addWidget(self.shop)
        card.body.addWidget(side_by_side(self.goodwill, self.lock))
        why = self.tr("Given away at most, each time, without asking the owner; closed when nobody touches the till.")
        card.body.addWidget(Label(why, "muted", wrap=True))
        card.body.addWidget(self.fault)
        card.body.addLayout(self.row(self.save))
        self.owners_only(self.shop, self.goodwill, self.lock, self.save)
        self.add_note()
        self.column.addWidget(card)
