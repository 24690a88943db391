"""A scratch pad per visit, outside the chain of revisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scratch_pad",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("author", sa.String(length=36), nullable=False),
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("typing", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scratch_pad")),
    )
    op.create_index(op.f("ix_scratch_pad_author"), "scratch_pad", ["author"], unique=False)
    op.create_table(
        "scratch_line",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("pad_id", sa.String(length=36), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("quote", sa.Boolean(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("went_to", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scratch_line")),
    )
    op.create_index(op.f("ix_scratch_line_pad_id"), "scratch_line", ["pad_id"], unique=False)
