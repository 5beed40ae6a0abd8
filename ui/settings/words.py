"""The shop's own words: sayings and rules of the check that the owner writes, and what is broken among them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import wording
from carepos.database import Transaction, new_id
from ui.kit import messages, theme
from ui.kit.button import Button
from ui.kit.card import Card, divider
from ui.kit.flow import empty
from ui.kit.form import Form
from ui.kit.label import Elided, Label
from ui.kit.tasks import Tasks
from ui.settings.own_rule import RuleSheet, of_toml
from ui.settings.own_saying import SayingSheet
from ui.settings.section import Section


@dataclass(frozen=True)
class Held:
    """What the section shows, read in one go."""

    lines: list[wording.Own]
    rules: list[wording.Rule]
    broken: list[tuple[str, wording.Broken]]


class WordsSection(Section):
    """Everybody may read them; the owner writes."""

    def __init__(self, tasks: Tasks, language: str) -> None:
        super().__init__(tasks)
        self._language = language
        self._names = dict(wording.situations(language))
        self.add_line = Button(self.tr("Add a saying"), icon="plus")
        self.add_rule = Button(self.tr("Add a rule"), icon="plus")
        self._lines, self._rules = QVBoxLayout(), QVBoxLayout()
        self._broken, self._broken_told = Card(self.tr("Rules that cannot be used"), tone="red"), Label("", wrap=True)
        self._build()
        self.add_line.clicked.connect(lambda: self._as_owner(lambda: SayingSheet(self, self.tasks, self._language)))
        self.add_rule.clicked.connect(lambda: self._as_owner(lambda: RuleSheet(self, self.tasks, self._language)))

    def load(self) -> None:
        """Asks for what the shop has of its own."""
        super().load()
        self.tasks.consider(self, _read, self._show, newest="words")

    def _show(self, held: Held) -> None:
        empty(self._lines)
        empty(self._rules)
        for line in held.lines:
            self._lines.addWidget(self._line_row(line))
        for rule in held.rules:
            self._rules.addWidget(self._rule_row(rule))
        nothing = self.tr("None yet. What your shop says well belongs here.")
        if not held.lines:
            self._lines.addWidget(Label(nothing, "muted", wrap=True))
        if not held.rules:
            none = self.tr("None yet. The rules that come with the program hold all the same.")
            self._rules.addWidget(Label(none, "muted", wrap=True))
        self._show_broken(held.broken)

    def _show_broken(self, broken: list[tuple[str, wording.Broken]]) -> None:
        form = self.tr("{language}, line {line}: {reason}")
        told = [
            form.format(language=language, line=one.line, reason=messages.of_rule(one.reason, {"fact": one.fact}))
            for language, one in broken
        ]
        self._broken_told.setText("\n".join(told))
        self._broken.setVisible(bool(told))

    def _line_row(self, line: wording.Own) -> QWidget:
        name = self._names.get(line.situation, line.situation)
        row = OwnRow(line.wording.text, name, self.is_owner)
        row.mend.clicked.connect(lambda: self._as_owner(lambda: SayingSheet(self, self.tasks, self._language, line)))
        row.end.clicked.connect(lambda: self._end(lambda tx: wording.end_line(tx, new_id(), line.id)))
        return row

    def _rule_row(self, rule: wording.Rule) -> QWidget:
        parts = of_toml(rule.text)
        row = OwnRow(self.tr("“{words}”").format(words=parts["say"][0]), str(parts["reason"]), self.is_owner)
        row.mend.clicked.connect(lambda: self._as_owner(lambda: RuleSheet(self, self.tasks, self._language, rule)))
        row.end.clicked.connect(lambda: self._end(lambda tx: wording.end_rule(tx, new_id(), rule.id)))
        return row

    def _end(self, work: Callable[[Transaction], object]) -> None:
        self.record(work, lambda _done: self.recorded.emit(self.tr("It holds no longer"), None))

    def _as_owner(self, make: Callable[[], Form]) -> None:
        def open_() -> None:
            sheet = make()
            sheet.recorded.connect(self.recorded)
            sheet.closed.connect(sheet.deleteLater)
            sheet.begin()

        self.as_owner(open_)

    def _build(self) -> None:
        self.add_note()
        self.column.addWidget(self._broken)
        self._broken.body.addWidget(self._broken_told)
        self._broken.hide()
        parts = (
            (self.tr("Sayings of our own"), self._lines, self.add_line),
            (self.tr("Rules of our own"), self._rules, self.add_rule),
        )
        for heading, rows, button in parts:
            card = Card(heading)
            rows.setSpacing(theme.px(4))
            card.body.addLayout(rows)
            card.body.addLayout(self.row(button))
            self.column.addWidget(card)
        self.column.addWidget(self.fault)
        self.owners_only(self.add_line, self.add_rule)


class OwnRow(QWidget):
    """One saying or rule; the owner may mend it and end it."""

    def __init__(self, text: str, about: str, may_change: bool) -> None:
        super().__init__()
        self.mend, self.end = Button(self.tr("Mend")), Button(self.tr("End"), tone="quiet")
        column, row, told = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        told.setSpacing(0)
        told.addWidget(Elided(text, "body"))
        told.addWidget(Elided(about, "muted"))
        row.addLayout(told, 1)
        for button in (self.mend, self.end):
            button.setAccessibleName(f"{button.text()} {text}")
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(divider())
        for button in (self.mend, self.end):
            button.setVisible(may_change)


def _read(tx: Transaction) -> Held:
    broken = [(language, one) for language in wording.LANGUAGES for one in wording.broken_rules(tx, language)]
    return Held(wording.own_lines(tx), wording.own_rules(tx), broken)
