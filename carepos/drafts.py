"""What somebody was typing when something came between: kept in the encrypted store until it is recorded."""

import datetime as dt
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from carepos.database import Base, Id, Moment, Transaction


class DraftRow(Base):
    """One unfinished form; a form kind and a customer have at most one (the empty customer id is 32 zeros)."""

    __tablename__ = "drafts"
    form: Mapped[str] = mapped_column(primary_key=True)
    customer_id: Mapped[str] = mapped_column(Id, primary_key=True)
    op_id: Mapped[str] = mapped_column(Id)
    body: Mapped[str]
    at: Mapped[dt.datetime] = mapped_column(Moment)


NO_CUSTOMER = "0" * 32


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished form: the operation id it will be recorded under, and what was typed by field."""

    op_id: str
    fields: dict[str, str]


def find(tx: Transaction, form: str, customer_id: str = NO_CUSTOMER) -> Draft | None:
    """The unfinished form of this kind for this customer, or None."""
    row = tx.session.get(DraftRow, (form, customer_id))
    return None if row is None else Draft(row.op_id, msgspec.json.decode(row.body, type=dict[str, str]))


def keep(tx: Transaction, form: str, customer_id: str, draft: Draft) -> None:
    """Keeps what is typed so far; not a command, since nothing was acknowledged."""
    body = msgspec.json.encode(draft.fields).decode()
    tx.session.merge(DraftRow(form=form, customer_id=customer_id, op_id=draft.op_id, body=body, at=tx.now))
    tx.flush()


def drop(tx: Transaction, form: str, customer_id: str = NO_CUSTOMER, op_id: str = "") -> None:
    """Forgets an unfinished form, once it is recorded or emptied; with `op_id`, not what was begun after it."""
    mine = [DraftRow.form == form, DraftRow.customer_id == customer_id, *([DraftRow.op_id == op_id] if op_id else [])]
    tx.connection.execute(sa.delete(DraftRow).where(*mine))
