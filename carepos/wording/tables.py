"""How what was said is remembered."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment


class Said(Base):
    """One saying that somebody really said to a customer, so that it is not said twice running (P13)."""

    __tablename__ = "said"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    situation: Mapped[str]
    line: Mapped[str]
    text: Mapped[str]
    at: Mapped[dt.datetime] = mapped_column(Moment)
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    __table_args__ = (sa.Index(None, "customer_id", "at"), sa.Index(None, "at"))
