"""The points programme in force, told in words with an example, and its numbers to change from today on (P15)."""

import dataclasses
import datetime as dt

from PySide6.QtWidgets import QVBoxLayout

from carepos import loyalty
from carepos.database import Transaction, new_id
from carepos.errors import Refused
from carepos.loyalty import rules
from ui.kit import words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.field import Area, Field
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.settings.fields import side_by_side, whole
from ui.settings.section import Section

EXAMPLE_YEN = 980


class PointsSection(Section):
    """One unit, the tiers above the first, one reward."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._programme = loyalty.Programme()
        self._op_id = new_id()
        self._told = Label("", "reading", wrap=True)
        self._numbers: dict[str, Field] = {}
        self._tiers = QVBoxLayout()
        self._shown: tuple[str, ...] | None = None
        self.save = Button(self.tr("Save, from today on"), tone="primary")
        self._build()
        self.save.clicked.connect(self._save)

    def load(self) -> None:
        """Asks for the programme in force."""
        super().load()
        self.tasks.read(self, loyalty.programme, self._show, newest="programme")

    def fields(self) -> dict[str, Field | Area]:
        """The fields a refusal may name."""
        return dict(self._numbers)

    def number(self, name: str) -> Field:
        """The field of one number: unit_yen, unit_points, reward_points, reward_yen, tier_yen_1, tier_percent_1, …"""
        return self._numbers[name]

    def told(self) -> str:
        """What the numbers mean, a line for each rule; nothing while one of them is no number."""
        return self._told.text()

    def _show(self, programme: loyalty.Programme) -> None:
        if self._shown is None or self._typed() == self._shown:
            self._fill(programme)

    def _fill(self, programme: loyalty.Programme) -> None:
        self._programme, self._op_id = programme, new_id()
        self._make_tiers()
        for name in ("unit_yen", "unit_points", "reward_points", "reward_yen"):
            self._numbers[name].set_text(f"{getattr(programme, name):,}")
        for place, tier in self._higher():
            self._numbers[f"tier_yen_{place}"].set_text(f"{tier.needs:,}")
            self._numbers[f"tier_percent_{place}"].set_text(str(tier.percent))
        self._shown = self._typed()
        self._tell(programme)

    def _higher(self) -> list[tuple[int, loyalty.Tier]]:
        return [(place, tier) for place, tier in enumerate(self._programme.tiers) if place]

    def _make_tiers(self) -> None:
        for place, tier in self._higher():
            if f"tier_yen_{place}" not in self._numbers:
                name = words.tier(tier.name)
                yen = self._number(f"tier_yen_{place}", self.tr("{tier} from (yen a year)").format(tier=name))
                percent = self._number(f"tier_percent_{place}", self.tr("{tier} points (percent)").format(tier=name))
                self._tiers.addLayout(side_by_side(yen, percent))

    def _number(self, name: str, label: str) -> Field:
        field = Field(label)
        field.edited.connect(self._retell)
        self._numbers[name] = field
        self.owners_only(field)
        field.setEnabled(self.is_owner)
        return field

    def _typed(self) -> tuple[str, ...]:
        return tuple(field.text() for field in self._numbers.values())

    def _chosen(self) -> loyalty.Programme:
        def read(name: str) -> int:
            return whole(self._numbers[name], name)

        tiers = tuple(
            dataclasses.replace(tier, needs=read(f"tier_yen_{place}"), percent=read(f"tier_percent_{place}"))
            for place, tier in self._higher()
        )
        first = dataclasses.replace(self._programme.rewards[0], points=read("reward_points"), yen=read("reward_yen"))
        return dataclasses.replace(
            self._programme,
            unit_yen=read("unit_yen"),
            unit_points=read("unit_points"),
            tiers=(*self._programme.tiers[:1], *tiers),
            rewards=(first, *self._programme.rewards[1:]),
        )

    def _retell(self) -> None:
        try:
            self._tell(self._chosen())
        except Refused:
            self._told.setText("")

    def _tell(self, programme: loyalty.Programme) -> None:
        """The rules as a customer would hear them, worked out as a sale would be."""
        told = [self._unit(programme), *self._levels(programme), self._reward(programme)]
        self._told.setText("\n".join(told))

    def _unit(self, programme: loyalty.Programme) -> str:
        return self.tr("¥{yen} give {points}: ¥{example} bring {earned}.").format(
            yen=f"{programme.unit_yen:,}",
            points=words.points(programme.unit_points),
            example=EXAMPLE_YEN,
            earned=_earned(programme, programme.tiers[0]),
        )

    def _levels(self, programme: loyalty.Programme) -> list[str]:
        form = self.tr("{tier} from ¥{yen} in {days} days: {percent} % of the points, ¥{example} bring {earned}.")
        return [
            form.format(
                tier=words.tier(tier.name),
                yen=f"{tier.needs:,}",
                days=programme.tier_days,
                percent=tier.percent,
                example=EXAMPLE_YEN,
                earned=_earned(programme, tier),
            )
            for tier in programme.tiers[1:]
        ]

    def _reward(self, programme: loyalty.Programme) -> str:
        points, voucher = words.points(programme.reward_points), words.voucher(programme.reward_yen)
        return self.tr("{points} become a {voucher}.").format(points=points, voucher=voucher)

    def _save(self) -> None:
        before, op_id = self._programme, self._op_id
        try:
            chosen = self._chosen()
        except Refused as refused:
            self.refuse(refused)
            return

        def work(tx: Transaction) -> str:
            return loyalty.set_programme(tx, op_id, chosen, tx.today)

        self.record(work, lambda _: self._saved(before, chosen))

    def _saved(self, before: loyalty.Programme, chosen: loyalty.Programme) -> None:
        self._fill(chosen)
        self.recorded.emit(
            self.tr("The new rules hold from today on"),
            lambda tx: loyalty.set_programme(tx, new_id(), before, tx.today),
        )

    def _build(self) -> None:
        told, numbers = Card(self.tr("What the numbers say"), tone="gold"), Card(self.tr("Numbers"))
        told.body.addWidget(self._told)
        unit = self._number("unit_yen", self.tr("For each (yen)"))
        points = self._number("unit_points", self.tr("Points"))
        reward_points = self._number("reward_points", self.tr("Reward at (points)"))
        reward_yen = self._number("reward_yen", self.tr("Worth (yen)"))
        numbers.body.addLayout(side_by_side(unit, points))
        numbers.body.addLayout(self._tiers)
        numbers.body.addLayout(side_by_side(reward_points, reward_yen))
        kept = self.tr("Points given before keep the rules they were given under.")
        numbers.body.addWidget(Label(kept, "muted", wrap=True))
        numbers.body.addWidget(self.fault)
        numbers.body.addLayout(self.row(self.save))
        self.owners_only(self.save)
        self.column.addWidget(told)
        self.add_note()
        self.column.addWidget(numbers)


def _earned(programme: loyalty.Programme, tier: loyalty.Tier) -> str:
    occasion = rules.Occasion(dt.date.min, tier.name)
    return words.points(rules.quote(programme, EXAMPLE_YEN, occasion).points)
