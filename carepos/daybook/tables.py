"""How the owner's words and confirmations are stored."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment


class DayNote(Base):
    """The owner's evening: a word for everybody's next opening, and whether the day was read and confirmed."""

    __tablename__ = "day_notes"
    day: Mapped[dt.date] = mapped_column(primary_key=True)
    words: Mapped[str]
    words_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    confirmed_at: Mapped[dt.datetime | None] = mapped_column(Moment)
    confirmed_by: Mapped[str | None] = mapped_column(Id, sa.ForeignKey("staff.id"))
