"""On a server the role that owns the tables may no longer change what is append-only, with or without triggers (S08).

It guards against a slip, not against the owner's will: an owner may always give the right back to itself. So does a
later migration that must: `GRANT UPDATE ON … TO CURRENT_USER`, `ALTER TABLE … DISABLE TRIGGER USER`, its change, and
both taken back in the same transaction. A superuser passes any grant: a shop's role should be an ordinary one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

CLOSED = ("operations", "point_entries", "point_draws", "merged_rows")
POINTED_AT = ("operations", "point_entries")
"""A foreign key locks the row it points at in the name of that table's owner, and to lock is a right to change."""


def upgrade() -> None:
    """Leaves the owner of each closed table to read and to add; on SQLite nothing, which knows no roles."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in CLOSED:
        owner = _owner(table)
        op.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {owner}, PUBLIC")
        if table in POINTED_AT:
            op.execute(f"GRANT UPDATE (id) ON {table} TO {owner}")


def _owner(table: str) -> str:
    """The role, quoted where it must be; whoever brings the store up may be another."""
    named = sa.text(f"SELECT relowner::regrole::text FROM pg_class WHERE oid = '{table}'::regclass")
    return str(op.get_bind().scalar(named))
