"""How what was said is remembered, what was learnt from it, and what the owner added."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment


class Said(Base):
    """What became of a saying: said to a customer, changed, put off; or what was written to them (P13, P22).

    `passed` are the lines that stood above it, with spaces between; `pleased` is what the clerk saw of it.
    """

    __tablename__ = "said"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    situation: Mapped[str]
    line: Mapped[str]
    kind: Mapped[str]
    text: Mapped[str]
    passed: Mapped[str]
    pleased: Mapped[bool | None]
    at: Mapped[dt.datetime] = mapped_column(Moment)
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    __table_args__ = (sa.Index(None, "customer_id", "at"), sa.Index(None, "situation", "at"), sa.Index(None, "at"))


class LineCount(Base):
    """How often a line was picked and passed over in a situation, as of a moment; both fade with time."""

    __tablename__ = "line_counts"
    situation: Mapped[str] = mapped_column(primary_key=True)
    line: Mapped[str] = mapped_column(primary_key=True)
    picked: Mapped[float] = mapped_column(sa.Double)
    passed: Mapped[float] = mapped_column(sa.Double)
    at: Mapped[dt.datetime] = mapped_column(Moment)


class OwnLine(Base):
    """A saying of the shop's own; `moves` stand with spaces between."""

    __tablename__ = "own_lines"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    language: Mapped[str]
    situation: Mapped[str]
    text: Mapped[str]
    moves: Mapped[str]
    cue: Mapped[str]
    promise: Mapped[str]
    channel: Mapped[str]
    register: Mapped[str]
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    at: Mapped[dt.datetime] = mapped_column(Moment)
    ended_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class OwnRule(Base):
    """A rule of the check of the shop's own: the TOML of one rule."""

    __tablename__ = "own_rules"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    language: Mapped[str]
    text: Mapped[str]
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    at: Mapped[dt.datetime] = mapped_column(Moment)
    ended_at: Mapped[dt.datetime | None] = mapped_column(Moment)
