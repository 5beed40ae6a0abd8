"""How complaints are stored."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment, Whole, part_index


class Complaint(Base):
    """What went wrong in the customer's own words (P23), what they want, what we did; open, solved or withdrawn."""

    __tablename__ = "complaints"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    words: Mapped[str]
    about: Mapped[str]
    wants: Mapped[str]
    urgency: Mapped[str]
    goodwill: Mapped[str]
    goodwill_yen: Mapped[int] = mapped_column(Whole)
    decision: Mapped[str]
    decision_reason: Mapped[str]
    state: Mapped[str]
    received_at: Mapped[dt.datetime] = mapped_column(Moment)
    answered_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    solved_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    __table_args__ = (
        sa.Index(None, "customer_id", "received_at"),
        part_index("ix_complaints_open", "customer_id", where="state = 'open'"),
        sa.Index(None, "received_at"),
    )
