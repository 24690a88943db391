"""A draft is of who typed it. What was typed before there were more people is of the one who was there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.rename_table("draft", "draft_before")
    op.create_table(
        "draft",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("author", sa.String(length=36), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("plan_id", "key", "author", name=op.f("pk_draft")),
    )
    op.execute(
        "INSERT INTO draft (plan_id, key, author, text, at) SELECT plan_id, key, "
        "coalesce((SELECT value FROM local WHERE local.key = 'user'), ''), text, at FROM draft_before"
    )
    op.drop_table("draft_before")
