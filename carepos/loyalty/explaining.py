"""Why a movement has its points, reason by reason, in words a customer understands (P15)."""

import datetime as dt
import functools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
import sqlalchemy as sa

from carepos.database import Transaction
from carepos.loyalty import accounts, queries, rules
from carepos.loyalty.rules import Step
from carepos.loyalty.tables import PointDraw, PointEntry, PointLot, PointRule
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
    return Explanation(
        entry, _reasons(tx, row, terms), row.rule_id, rule.starts_on if rule else None, terms,
        lot.expires_on if lot else None, drawn,
    )  # fmt: skip


def _reasons(tx: Transaction, row: PointEntry, terms: Programme) -> tuple[Reason, ...]:
    if row.kind in ("earn", "birthday", "campaign"):
        steps = _steps(row, terms)
        return tuple(Reason(step.what, _figures(row, terms, step), step.points) for step in steps)
    first = tx.session.get(PointEntry, row.reverses) if row.reverses else None
    figures = {
        "yen": f"{row.base_yen or 0:,}",
        "receipt": row.receipt or "",
        "reason": row.reason or "",
        "settled": f"{row.settled or 0:,}",
        "was": f"{abs(first.points):,}" if first else "",
        "day": first.day.isoformat() if first else "",
    }
    code = row.kind
    if row.kind == "return":
        code = "return_taken" if first and first.points >= 0 else "return_given"
    reasons = [Reason(code, figures, row.points)]
    if row.settled:
        reasons.append(Reason("settled", figures, 0))
    return tuple(reasons)


def _steps(row: PointEntry, terms: Programme) -> Sequence[Step]:
    """The steps as they were kept; rows brought in by the thousand keep none, theirs follow from the rules."""
    if row.steps:
        return msgspec.json.decode(row.steps, type=list[Step])
    plain = replace(terms, with_tax=True, campaigns=(), visit_points=0)
    return rules.quote(plain, row.base_yen or 0, rules.Occasion(row.day, row.tier or "")).steps


def _figures(row: PointEntry, terms: Programme, step: Step) -> dict[str, str]:
    return {
        "yen": f"{row.base_yen or 0:,}",
        "unit_yen": f"{terms.unit_yen:,}",
        "unit_points": f"{terms.unit_points:,}",
        "name": step.name,
        "factor": f"{step.percent / 100:g}",
    }


@functools.cache
def forms(language: str) -> dict[str, Any]:
    """The sentence for each code, and the names of tiers."""
    return tomllib.loads((resources() / "loyalty" / f"{language}.toml").read_text(encoding="utf-8"))


def _sentence(language: str, reason: Reason) -> str:
    words = forms(language)
    name = reason.figures.get("name", "")
    figures = reason.figures | {"name": words["tiers"].get(name, name) if reason.code == "tier" else name}
    sentence: str = words["reasons"][reason.code].format(**figures)
    return sentence
