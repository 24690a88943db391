"""Deadlines that are open are found by their day, without passing all that is over."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    columns = ["open", "last_date", "plan_id", "rule_id"]  # the whole answer, so that no row is looked up
    op.create_index("ix_deadline_index_open_last_date", "deadline_index", columns, unique=False)
