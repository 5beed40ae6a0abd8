"""What is worth saying now: the situation's chips, the sayings, one key for what became of each (P09, P13)."""

import dataclasses

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carepos import customers, wording
from carepos.database import Transaction, new_id
from carepos.text.furigana import furigana
from ui.kit import paint, theme
from ui.kit.button import SmallButton
from ui.kit.card import Card
from ui.kit.chip import ChipRow
from ui.kit.flow import FlowLayout
from ui.kit.label import Label
from ui.kit.scroll import Inside, Scroll
from ui.kit.tasks import Tasks
from ui.wording import proposal
from ui.wording.asked import AskedFacts
from ui.wording.draft import OwnWords
from ui.wording.outcomes import Outcomes
from ui.wording.proposal import Proposal, Wish
from ui.wording.saying import SayingCard

FIRST = ("open_complaint", "regular", "out_of_stock", "dont_know", "wait", "points")
"""The situations a counter meets most; the others stand behind the last chip."""

ROOMY = 2  # lines of situations where there is room
MOST = 6  # sayings at once: a telephone script has the most
WARM_AFTER = 1500  # milliseconds until what the finder needs is loaded: the first card comes before it


class SayingsPanel(Card):
    """Sayings for one customer; keys 1 to 6 mark what was said, + and − whether it pleased, F3 takes own words."""

    recorded = Signal(str, object)
    promise_wanted = Signal(str, str)  # the customer, and what a saying or a vague time promises
    speaking = Signal(bool)  # the field for own words is open, or was put away

    def __init__(self, tasks: Tasks, language: str, staff_name: str) -> None:
        super().__init__()
        self._tasks = tasks
        self._wish = Wish("", language, staff_name)
        self._proposal: Proposal | None = None
        self._all, self._lines = False, ROOMY
        self._offered: list[tuple[str, str]] = []
        self._found: list[str] = []
        self._before_call = ""  # the situation that a call broke off
        self._outcomes = Outcomes(tasks, self)
        self._changing: wording.Saying | None = None
        self._names: dict[str, str] = {}  # what situations are called; the store's thread reads them first
        self._situations = ChipRow([])
        self._channels = ChipRow(self._channels_named())
        self._ways = ChipRow([], multiple=True)
        self._cards: list[SayingCard] = []
        self._filler = QTimer(self, interval=0)
        self._asked, self._own = AskedFacts(), OwnWords(tasks, rows=2)
        self._advice = Label("", "muted", wrap=True)
        self._low, self._inside = QWidget(), QVBoxLayout()
        self._open = SmallButton(self.tr("Check"), key="F3")
        self._build()
        self._wire()
        self._filler.start()
        QTimer.singleShot(WARM_AFTER, self, self._warm)

    def load(self, customer_id: str) -> None:
        """Proposes for a customer; the situation comes from their card."""
        if customer_id != self._wish.customer_id:
            self._begin_anew(customer_id)
        self._ask()

    def leave(self) -> None:
        """Nobody stands here: what was typed for the last one goes with them."""
        self._begin_anew("")
        self._hide_cards()

    def set_staff_name(self, name: str) -> None:
        """Who speaks now."""
        self._wish = dataclasses.replace(self._wish, staff_name=name)

    def staff_name(self) -> str:
        """Who speaks."""
        return self._wish.staff_name

    def set_roomy(self, roomy: bool) -> None:
        """Where there is little room only a few situations are offered at once."""
        self._lines = ROOMY if roomy else 1
        if roomy:
            self.body.addWidget(self._own)
            self.body.addWidget(self._low)
        else:  # it scrolls with the sayings, so that nothing is pressed
            self._inside.insertWidget(0, self._own)
            self._inside.addWidget(self._low)
        self._show_room()
        if self._proposal:
            self._offer()

    def mark(self, number: int) -> bool:
        """The saying with this number was said; False if there is none."""
        card = self._card(number)
        if card is not None:
            self._say(card.saying)
        return card is not None

    def judge(self, pleased: bool) -> bool:
        """Whether what was said last pleased; False if nothing waits for that."""
        line = next((line for line in self._outcomes.lines() if self._waits(line)), "")
        if line:
            self._outcomes.judge(line, pleased)
        return bool(line)

    def speak(self) -> None:
        """F3: the field for the clerk's own words."""
        self._changing = None
        self._open_own("")

    def _open_own(self, saying: str) -> None:
        self._own.begin(saying)
        self._show_room()
        self.speaking.emit(True)
        self._own.area.setFocus()

    def _show_room(self) -> None:
        """What stands beside the sayings while the field for own words is open."""
        own = not self._own.isHidden()
        self._low.setVisible(not own)
        self._ways.setVisible(not own and (self._all or bool(self._ways.values())))

    # Asking and showing

    def _begin_anew(self, customer_id: str) -> None:
        """Another customer: nothing of the last one stays."""
        self._wish = dataclasses.replace(
            self._wish, customer_id=customer_id, situation="", channel="counter", asked={}, beside=None
        )
        self._found, self._proposal, self._all, self._before_call = [], None, False, ""
        self._asked.clear()
        self._own.end()
        self._channels.set_value("counter")
        self._ways.set_values(*(way for way in self._ways.values() if way == "kana"))
        self._outcomes.clear()

    def _hide_cards(self) -> None:
        for card in self._cards:
            card.hide()

    def _ask(self) -> None:
        wish = self._wish
        if wish.customer_id:
            self._tasks.read(self, lambda tx: proposal.ask(tx, wish), self._show, newest="sayings", failed=self._fail)

    def _fail(self, error: object) -> None:
        self._hide_cards()
        self._tasks.trouble.emit(error)

    def _ask_for(self, **changed: object) -> None:
        self._wish = dataclasses.replace(self._wish, **changed)  # type: ignore[arg-type]
        self._ask()

    def _show(self, told: Proposal) -> None:
        self._proposal = told
        self._names = self._names or dict(wording.situations(self._wish.language))
        self._wish = dataclasses.replace(self._wish, situation=told.suggestion.situation)
        self._offer()
        self._show_sayings(told)
        self._asked.offer(told.suggestion.askable)
        self._show_advice(told)

    def _show_sayings(self, told: Proposal) -> None:
        self._outcomes.clear()
        shown = told.sayings[:MOST]
        while len(self._cards) < len(shown):
            self._add_card()
        for card, saying in zip(self._cards, shown, strict=False):
            card.set_saying(saying, told.beside.get(saying.line, ""))
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(shown))
        self._read_aloud()

    def _show_advice(self, told: Proposal) -> None:
        """The cues of a call, and the questions that find the need (P46, P51)."""
        parts = [(self.tr("To find out what they need"), told.questions), (self.tr("On the telephone"), told.cues)]
        texts = ["\n".join((heading, *(f"・{line}" for line in lines))) for heading, lines in parts if lines]
        self._advice.setText("\n\n".join(texts))
        self._advice.setVisible(bool(texts))

    def _read_aloud(self) -> None:
        """The reading above the kanji, for who wants it; found off the window's thread."""
        told = self._proposal
        if told is None or "kana" not in self._ways.values():
            for card in self._cards:
                card.set_readings(())
            return
        names = {told.card.family: told.card.family_kana, told.card.given: told.card.given_kana}
        texts = [saying.text for saying in told.sayings[:MOST]]

        def put(pieces: list[list[tuple[str, str]]]) -> None:
            for card, reading in zip(self._cards, pieces, strict=False):
                card.set_readings(reading)

        self._tasks.consider(self, lambda _tx: [furigana(text, names) for text in texts], put, newest="readings")

    def _offer(self) -> None:
        """What the clerk's words may mean first, then the proposed situation, the frequent ones; the rest on demand."""
        chosen = self._wish.situation
        first = self._fitting(list(dict.fromkeys((*self._found, chosen, *FIRST))))
        shown = list(dict.fromkeys((*first, *self._names))) if self._all else first
        numbered = {name: f"{at} " for at, name in enumerate(self._found, start=1)}
        more = self.tr("fewer") if self._all else "…"
        choices = [*((name, numbered.get(name, "") + self._names[name]) for name in shown), ("more", more)]
        if choices != self._offered:
            self._offered = choices
            self._situations.set_choices(choices)
            self._situations.chip("more").setAccessibleName(self.tr("More situations"))
        self._situations.set_value(chosen)
        self._offer_ways()
        self._show_room()

    def _fitting(self, names: list[str]) -> list[str]:
        """As many of these situations as stand in the lines there is room for, with the last chip behind them."""
        width, gap = self._situations.width(), theme.px(6)
        line, left = 1, width
        for at, name in enumerate(names):
            takes = paint.chip_width(f"1 {self._names[name]}", "on") + gap
            last = line == self._lines
            if takes + (theme.px(50) if last else 0) > left:
                line, left = line + 1, width
            if line > self._lines:
                return names[: max(at, 1)]
            left -= takes
        return names

    def hasHeightForWidth(self) -> bool:
        """It scrolls: it takes the height it is given."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width holds other chips."""
        super().resizeEvent(event)
        if self._proposal:
            self._offer()

    def _offer_ways(self) -> None:
        """How the sayings are shown and kept for this customer: distance, readings, the other language."""
        told = self._proposal
        if told is None:
            return
        other = self.tr("English beside it") if self._wish.language == "ja" else self.tr("Japanese beside it")
        ways = [("friendly", self.tr("Friendly")), ("beside", other)]
        if self._wish.language == "ja":
            ways.insert(1, ("kana", self.tr("Furigana")))
        on = [way for way in self._ways.values() if way == "kana"]
        on += ["friendly"] if told.card.register == "friendly" else []
        on += ["beside"] if told.beside else []
        self._ways.set_choices(ways)
        self._ways.set_values(*on)

    # What a hand does

    def _choose(self, situation: str) -> None:
        if situation == "more":
            self._all = not self._all
            self._offer()
        else:
            self._all = False  # what was looked for is found: the sayings need the room
            self._ask_for(situation=situation)

    def _choose_channel(self, channel: str) -> None:
        """A call begins with the telephone's own lines; after it, what was spoken of before goes on."""
        situation = self._wish.situation
        if channel == proposal.PHONE and situation not in self._found:
            self._before_call, situation = situation, proposal.PHONE
        elif self._wish.channel == proposal.PHONE and situation == proposal.PHONE:
            situation = self._before_call
        self._ask_for(channel=channel, situation=situation)

    def _choose_way(self, way: str) -> None:
        on, self._all = way in self._ways.values(), False
        if way == "kana":
            self._offer()
            self._read_aloud()
        elif way == "beside":
            self._ask_for(beside=on)
        else:
            self._keep_register("friendly" if on else "formal")

    def _keep_register(self, register: str) -> None:
        """How near we stand to this customer is kept on their card (P37)."""
        if self._proposal is None:
            return
        card, op_id = self._proposal.card, new_id()
        before = card.details
        details = dataclasses.replace(before, register=register)

        def undo(tx: Transaction) -> None:
            customers.edit(tx, new_id(), card.id, before, details)

        sentence = (
            self.tr("Kept on the card: friendly") if register == "friendly" else self.tr("Kept on the card: formal")
        )

        def keep(tx: Transaction) -> str:
            return customers.edit(tx, op_id, card.id, details, before)

        self._tasks.record(self, keep, lambda _id: self.recorded.emit(sentence, undo))

    def _show_found(self, situations: list[str]) -> None:
        self._found = situations
        self._offer()

    def _pick(self, number: int) -> None:
        if number <= len(self._found):
            self._choose(self._found[number - 1])

    # What became of a saying

    def _card(self, number: int) -> SayingCard | None:
        return next((card for card in self._shown_cards() if card.number == number), None)

    def _card_of(self, line: str) -> SayingCard | None:
        return next((card for card in self._shown_cards() if card.saying.line == line), None)

    def _shown_cards(self) -> list[SayingCard]:
        """The cards with sayings for this customer; those of the last one, still there until then, do not count."""
        return [card for card in self._cards if not card.isHidden()] if self._proposal else []

    def _waits(self, line: str) -> bool:
        card = self._card_of(line)
        return card is not None and card.is_said and not card.is_judged

    def _say(self, saying: wording.Saying, words: str = "") -> None:
        if self._proposal is not None:
            shown = [card.saying.line for card in self._shown_cards()]
            self._outcomes.say(self._wish.customer_id, saying, shown, words)

    def _put_off(self, saying: wording.Saying) -> None:
        if self._proposal is not None:
            self._outcomes.put_off(self._wish.customer_id, saying)

    def _change(self, saying: wording.Saying) -> None:
        self._changing = saying
        self._open_own(saying.text)

    def _spoken(self, words: str) -> None:
        if self._changing is not None:
            self._say(self._changing, words)

    def _mark_card(self, line: str, said: bool) -> None:
        card = self._card_of(line)
        if card is not None:
            card.set_said(said)

    def _judge_card(self, line: str, pleased: bool) -> None:
        card = self._card_of(line)
        if card is not None:
            card.set_said(True, pleased)

    def _closed(self) -> None:
        self._changing, self._found = None, []
        self._show_room()
        self.speaking.emit(False)
        if self._proposal:
            self._offer()

    def _warm(self) -> None:
        """Loads what finding and checking need, on a thread nobody waits for; a window that is gone needs nothing."""
        if not self.window().isVisible():
            return
        language = self._wish.language

        def load(tx: Transaction) -> None:
            wording.warm(language)
            wording.check_draft(tx, "はい。" if language == "ja" else "Yes.")

        self._tasks.consider(self, load, lambda _done: None)

    def _channels_named(self) -> list[tuple[str, str]]:
        return [("counter", self.tr("Counter")), ("phone", self.tr("Phone")), ("written", self.tr("Written"))]

    def _wire(self) -> None:
        self._situations.chosen.connect(self._choose)
        self._channels.chosen.connect(self._choose_channel)
        self._ways.chosen.connect(self._choose_way)
        self._asked.edited.connect(lambda: self._ask_for(asked=self._asked.facts()))
        self._open.clicked.connect(self.speak)
        self._own.found.connect(self._show_found)
        self._own.picked.connect(self._pick)
        self._own.spoken.connect(self._spoken)
        self._own.closed.connect(self._closed)
        self._own.promise_wanted.connect(lambda text: self.promise_wanted.emit(self._wish.customer_id, text))
        self._outcomes.recorded.connect(self.recorded)
        self._outcomes.promise_wanted.connect(self.promise_wanted)
        self._outcomes.marked.connect(self._mark_card)
        self._outcomes.judged.connect(self._judge_card)
        self._outcomes.rearranged.connect(self._ask)
        self._filler.timeout.connect(self._fill)

    def _fill(self) -> None:
        """One card in each turn of the loop: all at once they would keep a hand waiting (V6)."""
        if len(self._cards) < MOST:
            self._add_card()
        else:
            self._filler.stop()

    def _add_card(self) -> None:
        card = SayingCard(len(self._cards) + 1)
        card.hide()
        self._cards.append(card)
        self._inside.insertWidget(self._inside.indexOf(self._asked), card)
        card.said.connect(self._say)
        card.change_wanted.connect(self._change)
        card.put_off.connect(self._put_off)
        card.judged.connect(lambda saying, pleased: self._outcomes.judge(saying.line, pleased))

    def _build(self) -> None:
        inside, flow = Inside(), FlowLayout(self._low, gap=theme.px(6), line_gap=0)
        lines = self._inside
        inside.setLayout(lines)
        lines.setContentsMargins(0, 0, theme.px(2), 0)
        lines.setSpacing(theme.px(8))
        lines.addWidget(self._asked)
        lines.addWidget(self._advice)
        lines.addStretch(1)
        self._channels.set_value("counter")
        self._ways.hide()
        for row, name in self._rows_named():
            row.setAccessibleName(name)
        flow.addWidget(self._channels)
        flow.addWidget(self._open)
        self.body.setContentsMargins(theme.px(12), theme.px(4), theme.px(10), theme.px(8))
        self.body.setSpacing(theme.px(4))
        self.body.addWidget(self._situations)
        self.body.addWidget(self._ways)
        self.body.addWidget(Scroll(inside), 1)
        self.body.addWidget(self._own)
        self.body.addWidget(self._low)

    def _rows_named(self) -> list[tuple[ChipRow, str]]:
        return [
            (self._situations, self.tr("Situations")),
            (self._channels, self.tr("Where you speak")),
            (self._ways, self.tr("How the sayings are shown")),
        ]
