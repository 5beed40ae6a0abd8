"""Every setting of the points programme, in plain groups, each with what it means for a sale (P15)."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carepos import loyalty
from carepos.errors import Refused
from carepos.loyalty import terms
from ui.kit import theme, words
from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.field import Field, labelled
from ui.kit.label import Label
from ui.settings import examples
from ui.settings.beside import Beside, pair
from ui.settings.campaigns import Campaigns, listed
from ui.settings.fields import whole
from ui.settings.rows import Rows

NUMBERS = (
    "unit_yen", "unit_points", "tax_percent", "tier_days", "grace_days", "birthday_percent", "birthday_points",
    "visit_points", "expires_months", "spend_least", "spend_step", "most_visits",
)  # fmt: skip
ZERO = ("tax_percent", "grace_days", "birthday_points", "visit_points")  # what may be nothing
CODES = (terms.GIFT_CARD, terms.FEE)


class Terms(QWidget):
    """The programme as it is typed; `edited` whenever a hand changed something."""

    edited = Signal()

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._today, self._usual_yen = today, 0
        self.numbers = {name: Field(label) for name, label in self._labels().items()}
        self.choices = {name: ChipRow(offered) for name, offered in self._offered().items()}
        self.lists = {
            "no_points_items": Field(self.tr("Things that earn nothing")),
            "no_points_categories": Field(self.tr("Categories that earn nothing")),
        }
        self.codes = ChipRow([(terms.GIFT_CARD, self.tr("Gift cards")), (terms.FEE, self.tr("Fees"))], multiple=True)
        columns = (self.tr("Tier"), self.tr("From"), self.tr("Percent"))
        self.tiers = Rows(columns, self.tr("Add a tier"), self.tr("Remove tier"), fixed=(1,))
        worth = (self.tr("At (points)"), self.tr("Worth (yen)"))
        self.rewards = Rows(worth, self.tr("Add a reward"), self.tr("Remove reward"))
        self.kind = ChipRow([("coupon", self.tr("As a voucher")), ("discount", self.tr("As a discount"))])
        self.campaigns = Campaigns(self, self._without_campaigns, today)
        self._examples: dict[str, Beside] = {}
        self._build()
        self._wire()

    def fill(self, programme: loyalty.Programme) -> None:
        """Shows a programme."""
        self.put(state_of(programme))

    def value(self) -> loyalty.Programme:
        """The programme that is typed; raises Refused(…, field=…) for what is no number."""
        kind = self.kind.value()
        rewards = [(_number(points, "rewards"), _number(yen, "rewards")) for points, yen in self.rewards.texts()]
        tiers = [
            (_tier_name(name), _number(needs, "tiers", least=0), _number(percent, "tiers"))
            for name, needs, percent in self.tiers.texts()
        ]
        chosen: dict[str, Any] = {
            **{name: whole(field, name, 0 if name in ZERO else 1) for name, field in self.numbers.items()},
            **{name: row.value() for name, row in self.choices.items()},
            "with_tax": self.choices["with_tax"].value() == "with",
            "no_points_items": listed(self.lists["no_points_items"].text()),
            "no_points_categories": (*self.codes.values(), *listed(self.lists["no_points_categories"].text())),
            "tiers": tuple(loyalty.Tier(*one) for one in tiers),
            "rewards": [{"points": points, "yen": yen, "kind": kind} for points, yen in rewards],
            "campaigns": self.campaigns.value(),
        }
        return msgspec.convert(msgspec.to_builtins(chosen), loyalty.Programme)

    def state(self) -> dict[str, str]:
        """All that is typed and chosen, whether it makes sense or not."""
        return {
            **{name: field.text() for name, field in {**self.numbers, **self.lists}.items()},
            **{name: row.value() for name, row in self.choices.items()},
            "codes": " ".join(self.codes.values()),
            "kind": self.kind.value(),
            "tiers": _packed(self.tiers.texts()),
            "rewards": _packed(self.rewards.texts()),
            "campaigns": _packed(self.campaigns.value()),
        }

    def put(self, state: dict[str, str]) -> None:
        """Shows what `state` once gave."""
        for name, field in {**self.numbers, **self.lists}.items():
            field.set_text(state.get(name, ""))
            field.set_error("")
        for name, row in self.choices.items():
            row.set_value(state.get(name, ""))
        self.codes.set_values(*state.get("codes", "").split())
        self.kind.set_value(state.get("kind", "coupon"))
        self.tiers.fill(msgspec.json.decode(state["tiers"], type=list[list[str]]))
        self.rewards.fill(msgspec.json.decode(state["rewards"], type=list[list[str]]))
        self.campaigns.fill(msgspec.json.decode(state["campaigns"], type=tuple[loyalty.Campaign, ...]))
        self.tell()

    def fields(self) -> dict[str, Any]:
        """Where a refusal's sentence belongs, by the name the core gives it."""
        grouped = {"tiers": self.tiers, "rewards": self.rewards, "campaigns": self.campaigns}
        return {**self.numbers, **self.lists, **grouped}

    def set_usual(self, yen: int) -> None:
        """What a usual sale of this shop comes to."""
        self._usual_yen = yen
        self.tell()

    def told(self, name: str) -> str:
        """The example beside a setting."""
        return self._examples[name].told()

    def tell(self) -> None:
        """Works every example out anew; none while the rules make no sense."""
        found: dict[str, examples.Example] = {}
        try:
            programme = self.value()
            terms.check(programme)
            found = examples.of(programme, self._usual_yen, self._today())
        except Refused:
            pass
        for name, beside in self._examples.items():
            example = found.get(name, examples.Example(""))
            beside.tell(example.text, "shu" if example.warns else "ink_2")
        self._show_what_matters()

    def _show_what_matters(self) -> None:
        """A figure that means nothing under the present choices is shut."""
        self.numbers["tax_percent"].setEnabled(self.isEnabled() and self.choices["with_tax"].value() == "without")
        self.numbers["tier_days"].setEnabled(self.isEnabled() and self.choices["tier_year"].value() == "rolling")
        self.numbers["expires_months"].setEnabled(self.isEnabled() and self.choices["expiry"].value() != "none")

    def _without_campaigns(self) -> loyalty.Programme:
        try:
            return self.value()
        except Refused:
            return loyalty.Programme()

    def _touched(self) -> None:
        self.tell()
        self.edited.emit()

    def _wire(self) -> None:
        parts: tuple[Any, ...] = (
            *self.numbers.values(),
            *self.lists.values(),
            self.tiers,
            self.rewards,
            self.campaigns,
        )
        for part in parts:
            part.edited.connect(self._touched)
        for row in (*self.choices.values(), self.codes, self.kind):
            row.chosen.connect(lambda _value: self._touched())

    def _labels(self) -> dict[str, str]:
        return {
            "unit_yen": self.tr("For each (yen)"),
            "unit_points": self.tr("Points"),
            "tax_percent": self.tr("Tax (percent)"),
            "tier_days": self.tr("Days that count"),
            "grace_days": self.tr("Days of grace"),
            "birthday_percent": self.tr("Points in percent"),
            "birthday_points": self.tr("Present (points, once a year)"),
            "visit_points": self.tr("For a day's first purchase (points)"),
            "expires_months": self.tr("Months"),
            "spend_least": self.tr("At least (points)"),
            "spend_step": self.tr("In steps of (points)"),
            "most_visits": self.tr("Warn above so many visits"),
        }

    def _offered(self) -> dict[str, list[tuple[str, str]]]:
        return {
            "rounding": [("down", self.tr("Down")), ("nearest", self.tr("To the nearest")), ("up", self.tr("Up"))],
            "with_tax": [("with", self.tr("With tax")), ("without", self.tr("Without tax"))],
            "tier_by": [
                ("amount", self.tr("Yen spent")),
                ("visits", self.tr("Visits")),
                ("points", self.tr("Points earned")),
            ],
            "tier_year": [("rolling", self.tr("The last days")), ("calendar", self.tr("The calendar year"))],
            "birthday_span": [("day", self.tr("On the day")), ("month", self.tr("The whole month"))],
            "combining": [("best", self.tr("The best one alone")), ("sum", self.tr("Added up"))],
            "expiry": [
                ("none", self.tr("Never")),
                ("earned", self.tr("Months after each purchase")),
                ("visit", self.tr("Months after the last visit")),
            ],
            "redemption": [("discount", self.tr("A discount")), ("payment", self.tr("A payment"))],
            "after_return": [
                ("owe", self.tr("Owed: the next points fill them")),
                ("settle", self.tr("Settled: kept from the refund")),
                ("refuse", self.tr("Refused: goods are not taken back")),
            ],
        }

    def _build(self) -> None:
        number, choice = self.numbers, self.choices
        groups: list[tuple[str, Sequence[QWidget]]] = [
            (self.tr("Earning"), self._earning()),
            (self.tr("Tax, and what earns nothing"), self._tax()),
            (self.tr("Tiers"), self._tiers()),
            (self.tr("Birthday, campaigns, visits"), self._more()),
            (
                self.tr("How long points last"),
                (self._with("expiry", _stacked(choice["expiry"], number["expires_months"])),),
            ),
            (
                self.tr("Rewards"),
                (
                    self._with("rewards", _stacked(self.rewards, self.kind)),
                    self._with("most_visits", number["most_visits"]),
                ),
            ),
            (
                self.tr("Using points"),
                (
                    self._with("spend", pair(number["spend_least"], number["spend_step"])),
                    self._with("redemption", labelled(self.tr("Points used are"), choice["redemption"])),
                ),
            ),
            (
                self.tr("Goods that come back"),
                (self._with("after_return", labelled(self.tr("Points used meanwhile are"), choice["after_return"])),),
            ),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for heading, parts in groups:
            card = Card(heading)
            card.body.setSpacing(theme.px(14))
            for part in parts:
                card.body.addWidget(part)
            column.addWidget(card)
        self.choices["expiry"].setAccessibleName(self.tr("How long points last"))
        self.kind.setAccessibleName(self.tr("Rewards"))

    def _earning(self) -> Sequence[QWidget]:
        return (
            self._with("unit", pair(self.numbers["unit_yen"], self.numbers["unit_points"])),
            self._with("rounding", labelled(self.tr("Round fractions"), self.choices["rounding"])),
        )

    def _tax(self) -> Sequence[QWidget]:
        tax = _stacked(labelled(self.tr("Amounts count"), self.choices["with_tax"]), self.numbers["tax_percent"])
        nothing = _stacked(labelled(self.tr("These earn nothing"), self.codes), *self.lists.values())
        return self._with("tax", tax), self._with("nothing", nothing)

    def _tiers(self) -> Sequence[QWidget]:
        year = labelled(self.tr("Counted over"), self.choices["tier_year"])
        days = pair(self.numbers["tier_days"], self.numbers["grace_days"])
        by = labelled(self.tr("Reached by"), self.choices["tier_by"])
        return by, self._with("tiers", self.tiers), self._with("tier_year", _stacked(year, days))

    def _more(self) -> Sequence[QWidget]:
        span = labelled(self.tr("A birthday counts"), self.choices["birthday_span"])
        gift = pair(self.numbers["birthday_percent"], self.numbers["birthday_points"])
        several = labelled(self.tr("When several raise the points"), self.choices["combining"])
        return (
            self._with("birthday", _stacked(span, gift)),
            self._with("visit", self.numbers["visit_points"]),
            Label(self.tr("Campaigns"), "label"),
            self.campaigns,
            self._with("combining", several),
        )

    def _with(self, name: str, setting: QWidget) -> Beside:
        self._examples[name] = Beside(setting)
        return self._examples[name]


def state_of(programme: loyalty.Programme) -> dict[str, str]:
    """A programme as its fields hold it."""
    found: dict[str, str] = {name: f"{getattr(programme, name):,}" for name in NUMBERS}
    for name in ("rounding", "tier_by", "tier_year", "birthday_span", "combining", "expiry", "redemption"):
        found[name] = getattr(programme, name)
    others = [one for one in programme.no_points_categories if one not in CODES]
    return found | {
        "after_return": programme.after_return,
        "with_tax": "with" if programme.with_tax else "without",
        "no_points_items": "、".join(programme.no_points_items),
        "no_points_categories": "、".join(others),
        "codes": " ".join(one for one in programme.no_points_categories if one in CODES),
        "kind": programme.rewards[0].kind,
        "tiers": _packed([[words.tier(one.name), f"{one.needs:,}", str(one.percent)] for one in programme.tiers]),
        "rewards": _packed([[f"{one.points:,}", f"{one.yen:,}"] for one in programme.rewards]),
        "campaigns": _packed(programme.campaigns),
    }


def _packed(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _tier_name(shown: str) -> str:
    """The name as it is kept; the two every shop begins with are shown in the interface's language."""
    kept = {words.tier(name): name for name in ("regular", "gold")}
    return kept.get(shown.strip(), shown.strip())


def _number(text: str, name: str, least: int = 1) -> int:
    field = Field("")
    field.set_text(text)
    return whole(field, name, least)


def _stacked(*parts: QWidget) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    for part in parts:
        column.addWidget(part)
    return held
