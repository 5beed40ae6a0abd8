"""How ratings are stored."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment


class Rating(Base):
    """One touch from 1 (bad) to 5 (very good), with what was said if anything was (P05)."""

    __tablename__ = "ratings"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    score: Mapped[int]
    words: Mapped[str]
    at: Mapped[dt.datetime] = mapped_column(Moment)
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    __table_args__ = (
        sa.CheckConstraint("score BETWEEN 1 AND 5", name="score"),
        sa.Index(None, "customer_id", "at"),
        sa.Index(None, "at"),
    )
