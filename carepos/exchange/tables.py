"""What was brought in from other systems, so that bringing it in again changes nothing and a batch can be undone."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment, Whole


class ImportBatch(Base):
    """One file that was brought in: its kind, a hash of its bytes, and what it did."""

    __tablename__ = "import_batches"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    digest: Mapped[str]
    at: Mapped[dt.datetime] = mapped_column(Moment)
    rows: Mapped[int] = mapped_column(Whole)
    added: Mapped[int] = mapped_column(Whole)
    updated: Mapped[int] = mapped_column(Whole)
    purchases: Mapped[int] = mapped_column(Whole)
    undone_at: Mapped[dt.datetime | None] = mapped_column(Moment)


class ImportReference(Base):
    """Which customer a record of another system is: its source and its own number there."""

    __tablename__ = "import_references"
    source: Mapped[str] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    __table_args__ = (sa.Index(None, "customer_id"), {"sqlite_with_rowid": False})


class ImportChange(Base):
    """One record of a batch, for taking it back: "added", "updated" (`before` is what stood there, as JSON), …"""

    __tablename__ = "import_changes"
    batch_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("import_batches.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(Id, primary_key=True)
    before: Mapped[str | None]
    __table_args__ = {"sqlite_with_rowid": False}
