"""A rule of the check as the owner writes it: example first, its own examples tried, and a place to try it (P36)."""

import json
import tomllib
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from carepos import drafts, wording
from carepos.database import Transaction, new_id
from carepos.errors import CarePosError, Refused
from ui.kit import messages
from ui.kit.chip import ChipRow
from ui.kit.choice import Choice
from ui.kit.field import Area, Field, labelled
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks
from ui.kit.tongue import LANGUAGES
from ui.settings.fields import side_by_side

FIELD_OF_FAULT = {"rule.ng": "ng", "rule.ok": "ok", "rule.phrase": "say"}


def to_toml(parts: Mapping[str, str | list[str]]) -> str:
    """One rule as a pack holds it; a string of JSON is one of TOML too."""
    written = (f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in parts.items() if value)
    return "\n".join(("[[rule]]", *written))


def of_toml(text: str) -> dict[str, str | list[str]]:
    """The parts of one rule."""
    parts: dict[str, str | list[str]] = tomllib.loads(text)["rule"][0]
    return parts


class RuleSheet(Form):
    """What one would say, what is better, why; sentences it must find and must leave alone; a live trial."""

    kind = "own_rule"

    def __init__(self, over: QWidget, tasks: Tasks, language: str, rule: wording.Rule | None = None) -> None:
        title = QCoreApplication.translate("RuleSheet", "A rule of our own")
        super().__init__(over, tasks, title, customer_id=rule.id if rule else drafts.NO_CUSTOMER)
        self._rule = rule
        self._language = ChipRow(list(LANGUAGES.items()))
        per_line = self.tr("one in each line")
        self._areas = {
            "say": Area(self.tr("What one would say"), per_line, lines=2),
            "better": Area(self.tr("What is better"), per_line, lines=2),
            "ng": Area(self.tr("It must find this"), per_line, lines=1),
            "ok": Area(self.tr("It must leave this alone"), per_line, lines=1),
        }
        self._reason = Field(self.tr("Why, in one line"))
        self._why = Choice(self.tr("What it serves"), self._principles())
        self._level = ChipRow([("warn", self.tr("Warn")), ("hint", self.tr("Hint"))])
        self._rescue = ChipRow(self._rescues())
        self._trial, self._told = Area(self.tr("Try it here"), lines=1), Label("", "muted", wrap=True)
        self._build()
        self._show(rule, language)
        self._wire()
        self._try()

    def begin(self) -> None:
        """Opens with the example to type first."""
        super().begin()
        self._areas["say"].setFocus()

    def fields(self) -> dict[str, str]:
        """What is typed so far."""
        typed = {name: area.text() for name, area in self._areas.items()} | {"reason": self._reason.text()}
        chosen = {name: row.value() for name, row in self._chosen().items()}
        return {**typed, **chosen} if any(typed.values()) else {}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts a kept draft back."""
        for name, area in self._areas.items():
            area.set_text(fields.get(name, ""))
        self._reason.set_text(fields.get("reason", ""))
        for name, row in self._chosen().items():
            row.set_value(fields.get(name, ""))
        self._try()

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {**self._areas, "reason": self._reason}

    def refuse(self, error: CarePosError) -> None:
        """A rule that fails its own examples is told at the field of that example."""
        super().refuse(_at_its_field(error, self._missing()))

    def submit(self) -> None:
        """Keeps the rule, if it keeps its own examples."""
        op_id, language, text, rule = self.op_id, self._language.value(), self._text(), self._rule
        if rule is None:
            self.record(lambda tx: wording.add_rule(tx, op_id, language, text), self._added)
        else:
            self.record(lambda tx: wording.mend_rule(tx, op_id, rule.id, text), lambda _none: self._mended(rule))

    def _added(self, rule_id: str) -> None:
        self.recorded.emit(self.tr("The rule holds from now on"), lambda tx: wording.end_rule(tx, new_id(), rule_id))

    def _mended(self, before: wording.Rule) -> None:
        def undo(tx: Transaction) -> None:
            wording.mend_rule(tx, new_id(), before.id, before.text)

        self.recorded.emit(self.tr("The rule is mended"), undo)

    def _text(self) -> str:
        """The rule as TOML; without sentences of its own, what one would say must be found."""
        lists = {name: _lines(area) for name, area in self._areas.items()}
        lists["ng"] = lists["ng"] or lists["say"]
        parts: dict[str, str | list[str]] = {
            "id": f"own.{self._rule.id if self._rule else self.op_id}".replace("-", "_").lower(),
            "level": self._level.value(),
            "why": self._why.value(),
            "reason": self._reason.text().strip(),
            "rescue": self._rescue.value(),
        }
        return to_toml({**parts, **lists})

    def _missing(self) -> str:
        """The first field that is still empty, in the order they stand."""
        empty = {name: not _lines(area) for name, area in self._areas.items()}
        empty |= {"reason": not self._reason.text().strip(), "ng": False}
        return next((name for name in ("say", "better", "reason", "ok") if empty[name]), "say")

    def _try(self) -> None:
        """What the rule as it stands finds in the trial, and whether it keeps its examples."""
        text, language, trial = self._text(), self._language.value(), self._trial.text()
        if not _lines(self._areas["say"]):
            self._tell("", self.tr("Write what one would say, then try a sentence here."))
            return
        self.tasks.consider(
            self,
            lambda _tx: wording.try_rule(text, language, trial),
            lambda found: self._found(trial, found),
            newest="trial",
            failed=self._not_yet,
        )

    def _found(self, trial: str, found: tuple[wording.Finding, ...]) -> None:
        if trial != self._trial.text():
            return
        self._trial.edit.mark([(one.start, one.end, one.level) for one in found])
        if found:
            form = self.tr("Found: “{words}”")
            self._tell("shu", form.format(words=found[0].text))
        elif trial.strip():
            self._tell("matsu", self.tr("The rule leaves this alone."))
        else:
            self._tell("matsu", self.tr("The rule keeps its examples. Try a sentence here."))

    def _not_yet(self, error: CarePosError) -> None:
        told = messages.sentence(_at_its_field(error, self._missing()))
        self._trial.edit.mark(())
        self._tell("kincha", self.tr("Not yet: {reason}").format(reason=told))

    def _tell(self, ink: str, sentence: str) -> None:
        self._told.set_ink(ink or "ink_3")
        self._told.setText(sentence)

    def _chosen(self) -> dict[str, ChipRow | Choice]:
        return {"language": self._language, "level": self._level, "rescue": self._rescue, "why": self._why}

    def _show(self, rule: wording.Rule | None, language: str) -> None:
        self._language.set_value(rule.language if rule else language)
        self._language.setEnabled(rule is None)
        parts = of_toml(rule.text) if rule else {"level": "warn"}
        for name, area in self._areas.items():
            area.set_text("\n".join(parts.get(name, ())))
        self._reason.set_text(str(parts.get("reason", "")))
        self._level.set_value(str(parts["level"]))
        self._rescue.set_value(str(parts.get("rescue", "")))
        self._why.set_value(str(parts.get("why", "")))

    def _wire(self) -> None:
        for field in (*self._areas.values(), self._reason):
            field.edited.connect(self.touched)
            field.edited.connect(self._try)
        self._trial.edited.connect(self._try)
        for row in self._chosen().values():
            row.chosen.connect(lambda _value: self._try())

    def _build(self) -> None:
        self.body.addWidget(self._language)
        self._language.setAccessibleName(self.tr("Language"))
        for part in (self._areas["say"], self._trial, self._told, self._areas["better"]):
            self.body.addWidget(part)
        self.body.addWidget(side_by_side(self._reason, self._why))
        self.body.addWidget(labelled(self.tr("How strongly"), self._level))
        self.body.addWidget(labelled(self.tr("It is fine when beside it stands"), self._rescue))
        for examples in ("ng", "ok"):
            self.body.addWidget(self._areas[examples])
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Keep the rule"))

    def _rescues(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("Nothing")),
            ("recovery", self.tr("Another way or a time")),
            ("time", self.tr("A time")),
        ]

    def _principles(self) -> list[tuple[str, str]]:
        return [
            ("P01", self.tr("Respect comes first")),
            ("P02", self.tr("Say what can be done")),
            ("P04", self.tr("Name an exact time and keep it")),
            ("P08", self.tr("The tone is most of the message")),
            ("P13", self.tr("No script, one apology, nothing asked twice")),
            ("P14", self.tr("A thank-you asks for nothing")),
            ("P19", self.tr("Not knowing, say who finds out and when")),
            ("P21", self.tr("Never argue")),
            ("P35", self.tr("Be honest: admit and mend")),
            ("P39", self.tr("The same for everybody")),
            ("P47", self.tr("Clear and polite in writing")),
            ("P53", self.tr("Offer other ways")),
        ]


def _lines(area: Area) -> list[str]:
    return [line.strip() for line in area.text().splitlines() if line.strip()]


def _at_its_field(error: CarePosError, missing: str) -> CarePosError:
    """A broken rule as a refusal that names the field at fault."""
    if error.rule != "rule.broken":
        return error
    fault = str(error.facts["fault"])
    return Refused(fault, field=FIELD_OF_FAULT.get(fault, missing), fact=error.facts["fact"])
