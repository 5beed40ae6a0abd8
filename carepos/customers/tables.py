"""How customers are stored, and the posting lists that find them."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Key, Moment, Whole, part_index


class Customer(Base):
    """One customer as the card shows them, with the folded keys they are found by."""

    __tablename__ = "customers"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    family: Mapped[str]
    given: Mapped[str]
    family_kana: Mapped[str]
    given_kana: Mapped[str]
    kana_guessed: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    honorific: Mapped[str]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    card: Mapped[str | None]
    birthday: Mapped[str | None]
    language: Mapped[str]
    channel: Mapped[str]
    register: Mapped[str]
    tier: Mapped[str]
    since: Mapped[dt.datetime] = mapped_column(Moment)
    last_visit: Mapped[dt.datetime | None] = mapped_column(Moment)
    visits: Mapped[int]
    next_due: Mapped[dt.datetime | None] = mapped_column(Moment)
    removed_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    merged_into: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("customers.id"))
    name_key: Mapped[str] = mapped_column(Key)
    given_key: Mapped[str] = mapped_column(Key)
    kana_key: Mapped[str] = mapped_column(Key)
    given_kana_key: Mapped[str] = mapped_column(Key)
    phone_key: Mapped[str] = mapped_column(Key)
    phone_reversed: Mapped[str] = mapped_column(Key)
    email_key: Mapped[str] = mapped_column(Key)
    __table_args__ = (
        sa.Index(None, "last_visit"),
        part_index(None, "card", where="card IS NOT NULL", unique=True),
        sa.Index(None, "name_key"),
        sa.Index(None, "kana_key"),
        sa.Index(None, "phone_key"),
        sa.Index(None, "phone_reversed"),
        sa.Index(None, "email_key"),
        part_index(None, "merged_into", where="merged_into IS NOT NULL"),
        # Found by id twenty times a keystroke: one seek each instead of two.
        {"sqlite_with_rowid": False},
    )


class CustomerLookup(Base):
    """Posting lists in order of recency: one seek finds the latest customers of any common prefix (P31)."""

    __tablename__ = "customer_lookup"
    token: Mapped[str] = mapped_column(Key, primary_key=True)
    neg_visit: Mapped[int] = mapped_column(Whole, primary_key=True, autoincrement=False)
    customer_id: Mapped[str] = mapped_column(Id, primary_key=True)
    __table_args__ = {"sqlite_with_rowid": False}


class CustomerNote(Base):
    """One thing known of a customer: a liking, an allergy with consent, something they told us (P03, P41)."""

    __tablename__ = "customer_notes"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    kind: Mapped[str]
    text: Mapped[str]
    source: Mapped[str]
    consent: Mapped[bool]
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    at: Mapped[dt.datetime] = mapped_column(Moment)
    ended_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    __table_args__ = (sa.Index(None, "customer_id", "at"), sa.Index(None, "at"))


class CustomerMerge(Base):
    """Two customers who turned out to be one: whom we kept, who went, and both cards `before`, as JSON."""

    __tablename__ = "customer_merges"
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    kept_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    gone_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customers.id"))
    before: Mapped[str]
    at: Mapped[dt.datetime] = mapped_column(Moment)
    staff_id: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
    undone_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    __table_args__ = (sa.Index(None, "kept_id"), sa.Index(None, "gone_id"))


class MergedRow(Base):
    """One row of any room that a merge moved (its primary key, as JSON), so that it can go back; only ever added."""

    __tablename__ = "merged_rows"
    merge_id: Mapped[str] = mapped_column(Id, sa.ForeignKey("customer_merges.id"), primary_key=True)
    table_name: Mapped[str] = mapped_column(primary_key=True)
    row_key: Mapped[str] = mapped_column(primary_key=True)
    __table_args__ = {"sqlite_with_rowid": False}
