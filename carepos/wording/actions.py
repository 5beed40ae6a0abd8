"""Remembering what became of a saying: said, changed, put off, whether it pleased; and what was written."""

from collections.abc import Sequence

from carepos import customers
from carepos.database import Transaction, command
from carepos.errors import Refused
from carepos.text import japanese
from carepos.wording import rules
from carepos.wording.order import Count, learnt
from carepos.wording.tables import LineCount, Said


@command("wording.say")
def say(
    tx: Transaction,
    op_id: str,
    customer_id: str,
    situation: str,
    line: str,
    text: str,
    shown: Sequence[str] = (),
    changed: bool = False,
) -> str:
    """A clerk said this line, in its words or `changed`, so it is not proposed to them again at once (P13).

    `shown` are the lines as they stood; those above the one said count as passed over. Returns the id.
    """
    above = shown[: shown.index(line)] if line in shown else ()
    said = _said(tx, op_id, customer_id, "changed" if changed else "said", situation, text[: rules.LONGEST_SAID])
    said.line, said.passed = line, " ".join(above)
    tx.add(said)
    _learn(tx, said)
    return op_id


@command("wording.pass_over")
def pass_over(tx: Transaction, op_id: str, customer_id: str, situation: str, line: str) -> str:
    """Not now: the line is put off for this customer today, and counts as passed over. Returns the id."""
    said = _said(tx, op_id, customer_id, "passed", situation, "")
    said.line = line
    tx.add(said)
    _learn(tx, said)
    return op_id


@command("wording.judge")
def judge(tx: Transaction, op_id: str, said_id: str, pleased: bool | None) -> None:
    """It pleased, or it did not, which counts double; None takes the judgement back."""
    said = tx.get(Said, said_id)
    _learn(tx, said, -1)
    said.pleased = pleased
    _learn(tx, said)


@command("wording.write")
def write(tx: Transaction, op_id: str, customer_id: str, kind: str, situation: str, text: str) -> str:
    """Remembers a "note" or a "letter" that somebody wrote and brings on its way themselves (P11); returns its id.

    Raises Refused("note.empty"), ("text.too_long") over 4,000 characters, ("choice.unknown").
    """
    if kind not in rules.WRITTEN:
        raise Refused("choice.unknown", field="kind")
    tx.add(_said(tx, op_id, customer_id, kind, situation, rules.letter_text(text)))
    return op_id


@command("wording.withdraw")
def withdraw(tx: Transaction, op_id: str, said_id: str) -> None:
    """It was not said, put off or written after all; what was learnt from it is forgotten."""
    said = tx.get(Said, said_id)
    if said.withdrawn_at is None:
        _learn(tx, said, -1)
        said.withdrawn_at = tx.now


@command("wording.reinstate")
def reinstate(tx: Transaction, op_id: str, said_id: str) -> None:
    """It was said, put off or written, as recorded; what was learnt from it is learnt again."""
    said = tx.get(Said, said_id)
    if said.withdrawn_at is not None:
        said.withdrawn_at = None
        _learn(tx, said)


def _said(tx: Transaction, op_id: str, customer_id: str, kind: str, situation: str, text: str) -> Said:
    customers.present(tx, customer_id)
    said = Said(id=op_id, customer_id=customer_id, kind=kind, situation=situation, line="", passed="", at=tx.now)
    said.text, said.staff_id = japanese.storable(text), tx.actor.staff_id
    return said


def _learn(tx: Transaction, said: Said, times: int = 1) -> None:
    """Adds what a saying taught to its lines' counts; -1 takes it out again, as far as it has not faded."""
    if said.withdrawn_at is not None:
        return
    lessons = learnt(said.kind, said.line, said.passed.split(), said.pleased)
    for line, lesson in sorted(lessons.items()):
        row = _row(tx, said.situation, line)
        count = Count(row.picked, row.passed).faded(tx.now - row.at).plus(lesson.faded(tx.now - said.at), times)
        row.picked, row.passed, row.at = max(count.picked, 0.0), max(count.passed, 0.0), tx.now


def _row(tx: Transaction, situation: str, line: str) -> LineCount:
    row = tx.session.get(LineCount, (situation, line), with_for_update=True)
    if row is None:
        row = LineCount(situation=situation, line=line, picked=0.0, passed=0.0, at=tx.now)
        tx.add(row)
    return row
