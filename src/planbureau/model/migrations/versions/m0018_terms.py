"""Pauses of care, terms that do not hold, the day a plan was closed, and more about a request."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pause",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("pause_kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        *_record(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    op.create_index(op.f("ix_pause_plan_id"), "pause", ["plan_id"], unique=False)
    op.create_table(
        "not_applicable",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        *_record(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_applicable")),
    )
    op.create_index(op.f("ix_not_applicable_plan_id"), "not_applicable", ["plan_id"], unique=False)
    op.add_column("plan", sa.Column("closed_on", sa.Date(), nullable=True))
    for name in ("requester_role", "ground"):
        op.add_column("request", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("request", sa.Column("refused", sa.Boolean(), nullable=False, server_default=sa.text("0")))


def _record() -> tuple[sa.Column[object], ...]:
    """The columns that every record has."""
    return (
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
    )
