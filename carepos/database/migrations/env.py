"""Alembic's entry: runs the scripts on the connection, and inside the transaction, that `migrate.py` hands over."""

from alembic import context

from carepos.database.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
