"""The left half: thanks, the balance, the way to the next reward, today's points, what ends first (P15)."""

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from carepos import loyalty
from ui.display.facts import Facts
from ui.display.letters import Figure, Letters
from ui.display.sentences import Sentences
from ui.kit.meter import Meter

FIGURE, UNIT, METER = 112, 36, 22


class Points(QWidget):
    """One customer's points, to be read in a glance."""

    def __init__(self) -> None:
        super().__init__()
        self._greeting = Letters(30)
        self._figure = Figure(FIGURE, UNIT)
        self._meter = Meter(0, 1)
        self._way, self._visits = Letters(32, "strong"), Letters(24, "subtitle")
        self._ready = Letters(25, "strong")
        self._ready.set_ink("matsu")
        self._today, self._today_points = Letters(24, wrap=False), Letters(24, "strong")
        self._why = Letters(21, "subtitle")
        self._end, self._end_day = Letters(24, wrap=False), Letters(24, "strong")
        self._build()

    def show_facts(self, facts: Facts, quote: loyalty.Quote | None) -> None:
        """Shows a customer, with the sale that is being typed if there is one."""
        say, account = Sentences(facts.language), facts.account
        self._greeting.say(say.greeting(facts.name, facts.new))
        self._figure.say(f"{account.balance:,} pt".replace("-", "−"))
        self._show_way(say, account, facts.programme)
        self._show_today(say, facts, quote)
        self._show_end(say, facts)

    def fit(self, factor: float) -> None:
        """Makes everything `factor` times its size."""
        for letters in self.findChildren(Letters):
            letters.fit(factor)
        self._meter.setFixedHeight(round(METER * factor))
        self._column.setSpacing(round(10 * factor))
        self._rows.setHorizontalSpacing(round(18 * factor))
        self._rows.setContentsMargins(0, round(16 * factor), 0, 0)

    def _show_way(self, say: Sentences, account: loyalty.Account, programme: loyalty.Programme) -> None:
        kinds = {reward.points: reward.kind for reward in programme.rewards}
        reward = say.reward(account.reward_yen, kinds.get(account.reward_points, "coupon"))
        owed = account.balance < 0
        self._meter.set(0 if owed else account.reward_points - account.to_next, account.reward_points)
        self._way.say(say.missing(account.to_next, reward))
        self._visits.say(say.visits(account.visits_to_next) if account.visits_to_next else "")
        reached = [one for one in programme.rewards if one.points <= account.balance]
        ready = say.ready(say.reward(reached[-1].yen, reached[-1].kind)) if reached else ""
        self._ready.say(say.owed(-account.balance) if owed else ready)

    def _show_today(self, say: Sentences, facts: Facts, quote: loyalty.Quote | None) -> None:
        points = facts.today if quote is None else quote.points
        shown = points > 0 or quote is not None
        self._today.say((say.today() if quote is None else say.coming()) if shown else "")
        self._today_points.say(f"{points:,} pt" if shown else "")
        self._why.say(say.reasons(quote, facts.programme) if quote is not None else "")

    def _show_end(self, say: Sentences, facts: Facts) -> None:
        lot = next((lot for lot in facts.account.lots if lot.expires_on), None)
        day = lot.expires_on if lot else None
        self._end.say(say.nearest_end() if lot else "")
        self._end_day.say(say.ending(lot.left, day, facts.day) if lot and day else "")

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows = QGridLayout()
        for row, pair in enumerate(((self._today, self._today_points), (self._end, self._end_day))):
            for place, letters in enumerate(pair):
                self._rows.addWidget(letters, 2 * row, place)
        self._rows.addWidget(self._why, 1, 0, 1, 2)
        self._rows.setColumnStretch(1, 1)
        self._column.addStretch(1)
        for widget in (self._greeting, self._figure, self._meter, self._way, self._visits, self._ready):
            self._column.addWidget(widget)
        self._column.addLayout(self._rows)
        self._column.addStretch(1)
