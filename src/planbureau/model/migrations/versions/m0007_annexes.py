"""Annexes: small plans that belong to a plan, and triggers that have a time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plan", sa.Column("moments", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("plan", sa.Column("parent_id", sa.String(length=36), nullable=False, server_default=""))
    op.create_index(op.f("ix_plan_parent_id"), "plan", ["parent_id"], unique=False)
