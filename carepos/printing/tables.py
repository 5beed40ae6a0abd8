"""Which printer stands at which till, and what was printed; a receipt itself is made from the ledger each time."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment


class TillPrinter(Base):
    """The printer of one till."""

    __tablename__ = "printers"
    till: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    address: Mapped[str]
    columns: Mapped[int]


class ReceiptPrint(Base):
    """One receipt that came, or may have come, out of a printer: whatever comes later is a copy."""

    __tablename__ = "receipt_prints"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    entry_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("point_entries.id"))
    at: Mapped[dt.datetime] = mapped_column(Moment)
    till: Mapped[str]
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    __table_args__ = (sa.Index(None, "entry_id"),)
