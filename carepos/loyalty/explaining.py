"""Why a movement has its points, reason by reason, in words a customer understands (P15)."""

import datetime as dt
import functools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
import sqlalchemy as sa

from carepos import purchases
from carepos.database import Transaction
from carepos.loyalty import accounts, queries, rules
from carepos.loyalty.rules import Step
from carepos.loyalty.tables import AWARDS, PointDraw, PointEntry, PointLot, PointRule
from carepos.loyalty.terms import Programme
from carepos.paths import resources


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its code, the figures its sentence names, and the points it moved."""

    code: str
    figures: dict[str, str]
    points: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """A movement with everything that made it: reasons, the version of the rules, and where its points end."""

    entry: queries.PointsEntry
    reasons: tuple[Reason, ...]
    rule: str | None
    starts_on: dt.date | None
    programme: Programme
    expires_on: dt.date | None
    drawn: tuple[accounts.Lot, ...]
    till: str

    def told(self, language: str) -> list[tuple[str, int]]:
        """Each reason as a sentence in "ja" or "en", and its points."""
        return [(_sentence(language, reason), reason.points) for reason in self.reasons]


_LOTS_DRAWN = (
    sa.select(sa.func.sum(PointDraw.points), PointLot.expires_on)
    .join(PointLot, PointLot.entry_id == PointDraw.lot_id)
    .where(PointDraw.entry_id == sa.bindparam("id"))
    .group_by(PointLot.expires_on)
    .order_by(PointLot.expires_on.nulls_last())
)


def explain(tx: Transaction, entry_id: str) -> Explanation:
    """Every step behind one movement (P15); raises NotFound("point_entries.not_found")."""
    row = tx.get(PointEntry, entry_id)
    entry = queries.entry(tx, entry_id)
    rule = tx.get(PointRule, row.rule_id) if row.rule_id else None
    terms = msgspec.json.decode(rule.terms, type=Programme) if rule else Programme()
    lot = tx.session.get(PointLot, entry_id)
    drawn = tuple(accounts.Lot(int(points), day) for points, day in tx.rows(_LOTS_DRAWN, id=entry_id) if points)
    reasons = _earned(tx, row, terms) if row.kind in AWARDS else _moved(tx, row, drawn)
    return Explanation(
        entry, reasons, row.rule_id, rule.starts_on if rule else None, terms, lot.expires_on if lot else None,
        drawn, row.till,
    )  # fmt: skip


def _earned(tx: Transaction, row: PointEntry, terms: Programme) -> tuple[Reason, ...]:
    """Why a sale's row has its points, step by step."""
    base = row.base_yen or 0
    whole = purchases.standing(tx, row.purchase_id)[0] if row.purchase_id else base
    figures = {
        "yen": f"{base:,}",
        "whole": f"{whole:,}",
        "unit_yen": f"{terms.unit_yen:,}",
        "unit_points": f"{terms.unit_points:,}",
    }
    said = {"base": "base" if base == whole else "base_part" if terms.with_tax else "base_net"}
    return tuple(
        Reason(
            said.get(step.what, step.what),
            figures | {"name": step.name, "factor": f"{step.percent / 100:g}"},
            step.points,
        )
        for step in _steps(row, terms)
    )


def _steps(row: PointEntry, terms: Programme) -> Sequence[Step]:
    """The steps as they were kept; rows brought in by the thousand keep none, theirs follow from the rules."""
    if row.steps:
        return msgspec.json.decode(row.steps, type=list[Step])
    plain = replace(terms, with_tax=True, campaigns=(), visit_points=0)
    steps = rules.quote(plain, row.base_yen or 0, rules.Occasion(row.day, row.tier or "")).steps
    if row.base_yen is None or sum(step.points for step in steps) != row.points:
        return (Step("sale", "", 100, row.points),)
    return steps


def _moved(tx: Transaction, row: PointEntry, drawn: Sequence[accounts.Lot]) -> tuple[Reason, ...]:
    """Why any other row has its points; what it does not move itself is told beside it."""
    first = tx.session.get(PointEntry, row.reverses) if row.reverses else None
    gone = first.points + row.points if first and row.kind == "undo" and first.points > 0 else 0
    ends = next((lot.expires_on for lot in drawn if lot.expires_on), None)
    figures = {
        "yen": f"{row.base_yen or 0:,}",
        "receipt": row.receipt or "",
        "reason": row.reason or "",
        "settled": f"{row.settled or 0:,}",
        "gone": f"{gone:,}",
        "was": f"{abs(first.points):,}" if first else "",
        "day": first.day.isoformat() if first else "",
        "until": ends.isoformat() if ends else "",
    }
    beside = [code for code, told in (("settled", row.settled), ("gone", gone)) if told]
    return Reason(_code(row, first, figures), figures, row.points), *(Reason(code, figures, 0) for code in beside)


def _code(row: PointEntry, first: PointEntry | None, figures: dict[str, str]) -> str:
    """The form of a row's sentence: what it is, and what of it is known."""
    if first and first.kind in queries.MERGES:
        return "parted" if row.kind == "undo" else row.kind
    if row.kind in ("return", "undo") and first:
        return f"{row.kind}_taken" if first.points >= 0 else f"{row.kind}_given"
    needs = {"spend": row.base_yen, "opening": row.reason, "expire": figures["until"]}
    return row.kind if needs.get(row.kind, True) else f"{row.kind}_plain"


@functools.cache
def forms(language: str) -> dict[str, Any]:
    """The sentence for each code, how a day is written, and the names of tiers."""
    return tomllib.loads((resources() / "loyalty" / f"{language}.toml").read_text(encoding="utf-8"))


def _sentence(language: str, reason: Reason) -> str:
    words, name = forms(language), reason.figures.get("name", "")
    figures = reason.figures | {"name": words["tiers"].get(name, name) if reason.code == "tier" else name}
    for which in ("day", "until"):
        if told := figures.get(which):
            figures[which] = _day(words["days"], dt.date.fromisoformat(told))
    sentence: str = words["reasons"][reason.code].format(**figures)
    return sentence


def _day(words: dict[str, Any], day: dt.date) -> str:
    written: str = words["form"].format(year=day.year, month=words["months"][day.month - 1], day=day.day)
    return written
