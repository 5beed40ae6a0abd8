"""Points nobody has to argue about, merged customers, the shop's own words, printers: what 0001 did not yet hold."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from carepos.database.base import Id, Moment, Whole

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Widens the tables that are there, makes the new ones, and writes the stored programmes in their new form."""
    _widen_people()
    _widen_points()
    _widen_words()
    _make_new()
    _close("merged_rows")
    _rewrite_programmes()


def _widen_people() -> None:
    """SQLite makes both tables anew; customers lie in the order of their ids from now on."""
    with op.batch_alter_table("customers", table_kwargs={"sqlite_with_rowid": False}) as table:
        table.add_column(sa.Column("kana_guessed", sa.Boolean(), server_default=sa.false(), nullable=False))
        table.add_column(sa.Column("register", sa.String(), server_default="formal", nullable=False))
        table.add_column(sa.Column("merged_into", Id(), nullable=True))
        table.create_foreign_key(op.f("fk_customers_merged_into"), "customers", ["merged_into"], ["id"])
    op.create_index(
        op.f("ix_customers_merged_into"),
        "customers",
        ["merged_into"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NOT NULL"),
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    with op.batch_alter_table("staff") as table:
        table.add_column(sa.Column("customer_id", Id(), nullable=True))
        table.create_foreign_key(op.f("fk_staff_customer_id"), "customers", ["customer_id"], ["id"])


def _widen_points() -> None:
    """A balance may stand below zero: a return can take back points that were used."""
    with op.batch_alter_table("point_balances") as table:
        table.drop_constraint(op.f("ck_point_balances_points"), type_="check")
    op.add_column("purchase_lines", sa.Column("category", sa.String(), nullable=True))
    op.add_column("point_entries", sa.Column("steps", sa.String(), nullable=True))
    op.add_column("point_entries", sa.Column("settled", Whole, nullable=True))
    op.create_index(
        "ix_point_entries_used_on",
        "point_entries",
        ["receipt"],
        unique=False,
        sqlite_where=sa.text("kind = 'spend'"),
        postgresql_where=sa.text("kind = 'spend'"),
    )
    op.add_column("point_lots", sa.Column("by_visit", sa.Boolean(), nullable=True))
    op.create_index(
        "ix_point_lots_ending",
        "point_lots",
        ["expires_on"],
        unique=False,
        sqlite_where=sa.text('"left" > 0 AND expires_on IS NOT NULL'),
        postgresql_where=sa.text('"left" > 0 AND expires_on IS NOT NULL'),
    )


def _widen_words() -> None:
    """Until now only what was really said was kept."""
    op.add_column("said", sa.Column("kind", sa.String(), server_default="said", nullable=False))
    op.add_column("said", sa.Column("passed", sa.String(), server_default="", nullable=False))
    op.add_column("said", sa.Column("pleased", sa.Boolean(), nullable=True))
    op.create_index(op.f("ix_said_situation_at"), "said", ["situation", "at"], unique=False)


def _make_new() -> None:
    op.create_table(
        "expiry_runs",
        sa.Column("id", Id(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_expiry_runs")),
    )
    op.create_index(op.f("ix_expiry_runs_at"), "expiry_runs", ["at"], unique=False)
    op.create_table(
        "customer_merges",
        sa.Column("id", Id(), nullable=False),
        sa.Column("kept_id", Id(), nullable=False),
        sa.Column("gone_id", Id(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("staff_id", Id(), nullable=True),
        sa.Column("undone_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["gone_id"], ["customers.id"], name=op.f("fk_customer_merges_gone_id")),
        sa.ForeignKeyConstraint(["kept_id"], ["customers.id"], name=op.f("fk_customer_merges_kept_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_customer_merges_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_merges")),
    )
    op.create_index(op.f("ix_customer_merges_gone_id"), "customer_merges", ["gone_id"], unique=False)
    op.create_index(op.f("ix_customer_merges_kept_id"), "customer_merges", ["kept_id"], unique=False)
    op.create_table(
        "merged_rows",
        sa.Column("merge_id", Id(), nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["merge_id"], ["customer_merges.id"], name=op.f("fk_merged_rows_merge_id")),
        sa.PrimaryKeyConstraint("merge_id", "table_name", "row_key", name=op.f("pk_merged_rows")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "line_counts",
        sa.Column("situation", sa.String(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("picked", sa.Double(), nullable=False),
        sa.Column("passed", sa.Double(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("situation", "line", name=op.f("pk_line_counts")),
    )
    op.create_table(
        "own_lines",
        sa.Column("id", Id(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("situation", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("moves", sa.String(), nullable=False),
        sa.Column("cue", sa.String(), nullable=False),
        sa.Column("promise", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("staff_id", Id(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_own_lines_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_lines")),
    )
    op.create_table(
        "own_rules",
        sa.Column("id", Id(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("staff_id", Id(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_own_rules_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_rules")),
    )
    op.create_table(
        "printers",
        sa.Column("till", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("columns", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("till", name=op.f("pk_printers")),
    )
    op.create_table(
        "receipt_prints",
        sa.Column("id", Id(), nullable=False),
        sa.Column("entry_id", Id(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("till", sa.String(), nullable=False),
        sa.Column("staff_id", Id(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["point_entries.id"], name=op.f("fk_receipt_prints_entry_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_receipt_prints_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt_prints")),
    )
    op.create_index(op.f("ix_receipt_prints_entry_id"), "receipt_prints", ["entry_id"], unique=False)


def _close(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION refuse_{table}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER closed_{table} BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION refuse_{table}()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER closed_{table}_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _rewrite_programmes() -> None:
    rules = sa.table("point_rules", sa.column("id", Id()), sa.column("terms", sa.String()))
    for row in op.get_bind().execute(sa.select(rules.c.id, rules.c.terms)).all():
        terms = json.dumps(_rewritten(json.loads(row.terms)), ensure_ascii=False)
        op.execute(rules.update().where(rules.c.id == row.id).values(terms=terms))


def _rewritten(old: dict[str, Any]) -> dict[str, Any]:
    """The same programme in today's words: nobody's points are worth more or less for it."""
    months = old["expires_months"]
    return {
        "unit_yen": old["unit_yen"],
        "unit_points": old["unit_points"],
        "no_points_categories": [],
        "tiers": [{"name": tier["name"], "needs": tier["yen"], "percent": tier["percent"]} for tier in old["tiers"]],
        "tier_days": old["tier_days"],
        "expiry": "earned" if months else "none",
        "expires_months": months or 12,
        "rewards": [{"points": old["reward_points"], "yen": old["reward_yen"]}],
    }
