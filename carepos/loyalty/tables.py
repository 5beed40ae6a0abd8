"""The points ledger: rows are only ever added; lots and balances follow from them in the same transaction."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment, Whole, part_index

AWARDS = ("earn", "birthday", "campaign")
"""The kinds of rows in which a sale's points are given, one for each reason."""


class PointRule(Base):
    """One version of the shop's programme, as JSON; in force from `starts_on` until the next one starts."""

    __tablename__ = "point_rules"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    starts_on: Mapped[dt.date]
    terms: Mapped[str]


class PointEntry(Base):
    """One movement of points; positive ones open a lot, negative ones draw on lots. Never changed, never deleted.

    A sale's reasons are rows of their own (earn, birthday, campaign), all of one operation; `steps` tells them as JSON.
    """

    __tablename__ = "point_entries"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    operation_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("operations.id", deferrable=True, initially="DEFERRED"))
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    kind: Mapped[str]
    points: Mapped[int] = mapped_column(Whole)
    at: Mapped[dt.datetime] = mapped_column(Moment)
    day: Mapped[dt.date]
    rule_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("point_rules.id"))
    base_yen: Mapped[int | None] = mapped_column(Whole)
    percent: Mapped[int | None]
    tier: Mapped[str | None]
    steps: Mapped[str | None]
    receipt: Mapped[str | None]
    purchase_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("purchases.id"))
    reverses: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("point_entries.id"))
    settled: Mapped[int | None] = mapped_column(Whole)
    reason: Mapped[str | None]
    till: Mapped[str]
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    __table_args__ = (
        sa.Index(None, "customer_id", "at"),
        sa.Index(None, "day"),
        sa.Index(None, "purchase_id"),
        sa.Index(None, "operation_id"),
        sa.Index(None, "reverses"),
        part_index("ix_point_entries_used_on", "receipt", where="kind = 'spend'"),
        part_index("ix_point_entries_undone_once", "reverses", where="kind = 'undo'", unique=True),
    )


class PointLot(Base):
    """What is left of one award, with its last day or none; soonest is spent first; `by_visit` ones last anew."""

    __tablename__ = "point_lots"
    entry_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("point_entries.id"), primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    expires_on: Mapped[dt.date | None]
    by_visit: Mapped[bool | None]
    left: Mapped[int] = mapped_column(Whole)
    __table_args__ = (
        sa.CheckConstraint('"left" >= 0', name="left"),
        part_index("ix_point_lots_open", "customer_id", "expires_on", where='"left" > 0'),
        part_index("ix_point_lots_ending", "expires_on", where='"left" > 0 AND expires_on IS NOT NULL'),
    )


class PointDraw(Base):
    """How much one movement took from (or gave back to) one lot."""

    __tablename__ = "point_draws"
    entry_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("point_entries.id"), primary_key=True)
    lot_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("point_lots.entry_id"), primary_key=True)
    points: Mapped[int] = mapped_column(Whole)
    __table_args__ = (sa.Index(None, "lot_id"), {"sqlite_with_rowid": False})


class PointBalance(Base):
    """The sum of a customer's movements, written with each and proved equal by `verify`; below zero it is owed."""

    __tablename__ = "point_balances"
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"), primary_key=True)
    points: Mapped[int] = mapped_column(Whole)


class ExpiryRun(Base):
    """A time at which points past their last day were looked for, or the owner said that the clock is right."""

    __tablename__ = "expiry_runs"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(Moment)
    day: Mapped[dt.date]
    __table_args__ = (sa.Index(None, "at"),)
