"""How promises are stored, and how each of them moved."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment, part_index


class Promise(Base):
    """What was promised to whom, by when, and who holds it (P49); state: open, kept, withdrawn."""

    __tablename__ = "promises"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    complaint_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("complaints.id"))
    text: Mapped[str]
    due_at: Mapped[dt.datetime] = mapped_column(Moment)
    holder_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    state: Mapped[str]
    made_at: Mapped[dt.datetime] = mapped_column(Moment)
    made_by: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    kept_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    kept_by: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    __table_args__ = (
        sa.Index(None, "customer_id", "made_at"),
        part_index("ix_promises_open", "due_at", where="state = 'open'"),
        sa.Index(None, "made_at"),
        sa.Index(None, "kept_at"),
        sa.Index(None, "complaint_id"),
    )


class PromiseMove(Base):
    """One change of a promise's time or holder, with its reason."""

    __tablename__ = "promise_moves"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    promise_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("promises.id"))
    was_due_at: Mapped[dt.datetime] = mapped_column(Moment)
    due_at: Mapped[dt.datetime] = mapped_column(Moment)
    was_holder_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    holder_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    reason: Mapped[str]
    at: Mapped[dt.datetime] = mapped_column(Moment)
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    __table_args__ = (sa.Index(None, "promise_id"), sa.Index(None, "at"))
