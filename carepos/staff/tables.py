"""How the people who work here are stored."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment


class Person(Base):
    """Somebody who works here, and who they are as a customer; the PIN says who acts, it never protects the key."""

    __tablename__ = "staff"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str]
    role: Mapped[str]
    pin_hash: Mapped[str]
    passphrase_hash: Mapped[str | None]
    customer_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("customers.id"))
    since: Mapped[dt.datetime] = mapped_column(Moment)
    left_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class Attempts(Base):
    """Wrong PINs in a row, written before each check, so that no restart and no crash forgets them (S02)."""

    __tablename__ = "pin_attempts"
    staff_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("staff.id"), primary_key=True)
    count: Mapped[int]
    last_at: Mapped[dt.datetime] = mapped_column(Moment)
