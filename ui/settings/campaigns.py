"""The programme's campaigns: a small list, and a sheet for one of them."""

import dataclasses
import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import loyalty, purchases
from carepos.errors import Refused
from carepos.loyalty import rules, terms
from carepos.text import dates
from ui.kit import faults, theme, words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.field import Area, Field, labelled
from ui.kit.flow import empty
from ui.kit.label import Elided, Label
from ui.kit.sheet import Sheet
from ui.settings.fields import side_by_side, whole

YEN = 900
FIELDS = {
    "programme.campaign_unnamed": "name",
    "programme.same_name": "name",
    "programme.campaign_ends_first": "ends_on",
    "programme.campaign_gives_nothing": "percent",
    "programme.campaign_never": "ends_on",
    "programme.campaign_barred": "items",
    "programme.figure": "percent",
}
"""Where the sentence of a campaign's contradiction stands."""


def listed(text: str) -> tuple[str, ...]:
    """The things of "茶、菓子" or "tea, cakes"."""
    parts = text.replace("、", ",").replace("，", ",").replace("\n", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


class Campaigns(QWidget):
    """The campaigns in the owner's order."""

    edited = Signal()

    def __init__(self, over: QWidget, programme: Callable[[], loyalty.Programme], today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._over, self._programme, self._today = over, programme, today
        self._campaigns: tuple[loyalty.Campaign, ...] = ()
        self._half: dict[str, str] = {}
        self._list, self._fault = QVBoxLayout(), faults.fault_line()
        self.add = Button(self.tr("Add a campaign"), icon="plus")
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        foot.addWidget(self.add)
        foot.addStretch(1)
        for part in (self._list, foot):
            column.addLayout(part)
        column.insertWidget(1, self._fault)
        self.add.clicked.connect(lambda: self._open(None))

    def value(self) -> tuple[loyalty.Campaign, ...]:
        """All campaigns as they stand."""
        return self._campaigns

    def fill(self, campaigns: tuple[loyalty.Campaign, ...]) -> None:
        """Shows these campaigns instead."""
        self._campaigns = campaigns
        empty(self._list)
        for place in range(len(campaigns)):
            self._list.addWidget(self._row(place))
        if not campaigns:
            self._list.addWidget(Label(self.tr("No campaign."), "muted"))

    def set_error(self, sentence: str) -> None:
        """Says in red what is wrong; "" takes it back."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    def error(self) -> str:
        """The sentence in red."""
        return self._fault.text()

    def _row(self, place: int) -> QWidget:
        campaign = self._campaigns[place]
        card, row, told = Card(), QHBoxLayout(), QVBoxLayout()
        told.addWidget(Elided(campaign.name, "strong"))
        told.addWidget(Elided(_summary(campaign, self._today()), "muted"))
        change, remove = Button(self.tr("Change")), Button("", icon="close", tone="quiet")
        change.setAccessibleName(self.tr("Change {name}").format(name=campaign.name))
        remove.setAccessibleName(self.tr("Remove {name}").format(name=campaign.name))
        change.clicked.connect(lambda: self._open(place))
        remove.clicked.connect(lambda: self._put(self._campaigns[:place] + self._campaigns[place + 1 :]))
        row.addLayout(told, 1)
        row.addWidget(change)
        row.addWidget(remove)
        card.body.addLayout(row)
        card.body.setContentsMargins(theme.px(14), theme.px(4), theme.px(4), theme.px(4))
        return card

    def _open(self, place: int | None) -> None:
        others = [one for at, one in enumerate(self._campaigns) if at != place]
        sheet = CampaignSheet(self._over, dataclasses.replace(self._programme(), campaigns=tuple(others)))
        if place is not None:
            sheet.fill(texts_of(self._campaigns[place]))
        elif self._half:
            sheet.fill(self._half)
        sheet.made.connect(lambda made: self._take(place, made))
        sheet.closed.connect(lambda: self._leave(sheet, place))
        sheet.open_()

    def _leave(self, sheet: "CampaignSheet", place: int | None) -> None:
        """What was begun and not kept is there again when a campaign is added next."""
        self._half = sheet.texts() if place is None and not sheet.kept else {}
        sheet.deleteLater()

    def _take(self, place: int | None, made: loyalty.Campaign) -> None:
        if place is None:
            self._put((*self._campaigns, made))
        else:
            self._put((*self._campaigns[:place], made, *self._campaigns[place + 1 :]))

    def _put(self, campaigns: tuple[loyalty.Campaign, ...]) -> None:
        self.fill(campaigns)
        self.set_error("")
        self.edited.emit()


def _summary(campaign: loyalty.Campaign, today: dt.date) -> str:
    gives = []
    if campaign.percent != 100:
        gives.append(f"×{campaign.percent / 100:g}")
    if campaign.points:
        gives.append(f"{words.signed(campaign.points)} pt")
    short = QLocale.FormatType.ShortFormat
    days = "・".join(QLocale().standaloneDayName(day + 1, short) for day in campaign.weekdays)
    span = f"{words.day(campaign.starts_on, today)} – {words.day(campaign.ends_on, today)}"
    what = "・".join((*campaign.items, *campaign.categories))
    who = "・".join(map(_group, campaign.groups))
    return "　".join(filter(None, (" ".join(gives), span, days, what, who)))


def _group(name: str) -> str:
    if name == terms.NEW:
        return QCoreApplication.translate("CampaignSheet", "First purchase")
    return words.tier(name)


def texts_of(campaign: loyalty.Campaign) -> dict[str, str]:
    """A campaign as its sheet's fields hold it."""
    return {
        "name": campaign.name,
        "starts_on": campaign.starts_on.isoformat(),
        "ends_on": campaign.ends_on.isoformat(),
        "percent": str(campaign.percent),
        "points": str(campaign.points),
        "items": "、".join(campaign.items),
        "categories": "、".join(campaign.categories),
        "weekdays": " ".join(map(str, campaign.weekdays)),
        "groups": "\n".join(campaign.groups),
    }


class CampaignSheet(Sheet):
    """One campaign; Esc leaves it as it was."""

    made = Signal(object)  # the loyalty.Campaign

    def __init__(self, over: QWidget, programme: loyalty.Programme) -> None:
        super().__init__(over, QCoreApplication.translate("CampaignSheet", "Campaign"))
        self.kept = False
        self._programme = programme
        hint = self.tr("none: all of them")
        self._fields = {
            "name": Field(self.tr("Name, as customers read it")),
            "starts_on": Field(self.tr("First day"), placeholder="2026-12-01"),
            "ends_on": Field(self.tr("Last day"), placeholder="2026-12-25"),
            "percent": Field(self.tr("Points in percent of the usual")),
            "points": Field(self.tr("Points on top")),
            "items": Field(self.tr("Only for these things"), hint=hint),
            "categories": Field(self.tr("Only for these categories"), hint=hint),
        }
        short = QLocale.FormatType.ShortFormat
        days = [(str(day), QLocale().standaloneDayName(day + 1, short)) for day in range(7)]
        self._weekdays = ChipRow(days, multiple=True)
        groups = [(name, _group(name)) for name in (terms.NEW, *(tier.name for tier in programme.tiers))]
        self._groups = ChipRow(groups, multiple=True)
        self._example, self._fault = Label("", "muted", wrap=True), faults.fault_line()
        self._build()
        self.fill({"percent": "200", "points": "0"})

    def fill(self, texts: dict[str, str]) -> None:
        """Shows these texts."""
        for name, field in self._fields.items():
            field.set_text(texts.get(name, ""))
        self._weekdays.set_values(*texts.get("weekdays", "").split())
        self._groups.set_values(*texts.get("groups", "").splitlines())
        self._tell()

    def texts(self) -> dict[str, str]:
        """What is typed and chosen."""
        typed = {name: field.text() for name, field in self._fields.items()}
        return typed | {"weekdays": " ".join(self._weekdays.values()), "groups": "\n".join(self._groups.values())}

    def fields(self) -> dict[str, Field | Area]:
        """The fields a refusal may name."""
        return dict(self._fields)

    def keep(self) -> None:
        """Hands the campaign over, if it makes sense."""
        try:
            made = self._checked()
        except Refused as refused:
            field = FIELDS.get(refused.rule) or str(refused.facts.get("field", ""))
            faults.tell(Refused(refused.rule, **{**refused.facts, "field": field}), self.fields(), self._fault)
            return
        self.kept = True
        self.shut()
        self.made.emit(made)

    def _checked(self) -> loyalty.Campaign:
        texts = self.texts()
        campaign = loyalty.Campaign(
            texts["name"].strip(),
            _day(texts["starts_on"], "starts_on"),
            _day(texts["ends_on"], "ends_on"),
            whole(self._fields["percent"], "percent"),
            whole(self._fields["points"], "points", least=0),
            tuple(map(int, self._weekdays.values())),
            listed(texts["items"]),
            listed(texts["categories"]),
            self._groups.values(),
        )
        terms.check(dataclasses.replace(self._programme, campaigns=(*self._programme.campaigns, campaign)))
        return campaign

    def _tell(self) -> None:
        """What a sale brings on a day of the campaign."""
        try:
            campaign = self._checked()
        except Refused:
            self._example.setText("")
            return
        alone = dataclasses.replace(self._programme, campaigns=(dataclasses.replace(campaign, weekdays=()),))
        group = next((name for name in campaign.groups if name != terms.NEW), self._programme.tiers[0].name)
        occasion = rules.Occasion(campaign.starts_on, group, new=terms.NEW in campaign.groups, first_today=False)
        thing = _thing_of(campaign)
        points = rules.quote(alone, YEN, occasion, [thing]).points
        form = self.tr("{yen} then bring {points}")
        self._example.setText(form.format(yen=words.yen(YEN), points=words.points(points)))

    def _build(self) -> None:
        field = self._fields
        self.body.addWidget(field["name"])
        self.body.addWidget(side_by_side(field["starts_on"], field["ends_on"]))
        self.body.addWidget(side_by_side(field["percent"], field["points"]))
        self.body.addWidget(self._example)
        self.body.addWidget(labelled(self.tr("Only on these days (none: every day)"), self._weekdays))
        for part in (field["items"], field["categories"]):
            self.body.addWidget(part)
        self.body.addWidget(labelled(self.tr("Only for these customers (none: everybody)"), self._groups))
        self.body.addWidget(self._fault)
        keep = Button(self.tr("Put it on the list"), key="Enter", tone="primary")
        keep.clicked.connect(self.keep)
        self.foot.addWidget(keep)
        for one in field.values():
            one.edited.connect(self._tell)
            one.edit.returnPressed.connect(self.keep)
        for row in (self._weekdays, self._groups):
            row.chosen.connect(lambda _value: self._tell())


def _thing_of(campaign: loyalty.Campaign) -> purchases.Line:
    """A thing the campaign is about."""
    item, category = next(iter(campaign.items), ""), next(iter(campaign.categories), "")
    return purchases.Line(item, 1000, YEN, category)


def _day(text: str, name: str) -> dt.date:
    try:
        return dates.parse_day(text)
    except ValueError as fault:
        raise Refused(str(fault), field=name) from None
