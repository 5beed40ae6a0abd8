"""How purchases are stored."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment, Whole, part_index


class Purchase(Base):
    """One receipt of one customer; `yen` is its total with tax, `source` the system it came from."""

    __tablename__ = "purchases"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    at: Mapped[dt.datetime] = mapped_column(Moment)
    day: Mapped[dt.date]
    source: Mapped[str]
    receipt: Mapped[str]
    yen: Mapped[int] = mapped_column(Whole)
    returned_yen: Mapped[int] = mapped_column(Whole)
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    __table_args__ = (
        part_index("ix_purchases_receipt", "source", "receipt", where="withdrawn_at IS NULL", unique=True),
        sa.Index(None, "customer_id", "at"),
        sa.Index(None, "day"),
    )


class PurchaseLine(Base):
    """One line of a receipt; `thousandths` is the quantity times 1,000, so that 0.250 kg stays a whole number."""

    __tablename__ = "purchase_lines"
    purchase_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("purchases.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    item: Mapped[str]
    category: Mapped[str | None]
    thousandths: Mapped[int] = mapped_column(Whole)
    yen: Mapped[int] = mapped_column(Whole)
    __table_args__ = (sa.Index(None, "item"), {"sqlite_with_rowid": False})
