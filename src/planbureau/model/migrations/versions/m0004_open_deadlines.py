"""Deadlines that are open are found by their day, without passing all that is over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


COLUMNS = ["last_date", "plan_id", "rule_id", "client_id", "household_id", "status"]
"""The whole answer for a list, so that no row is looked up."""


def upgrade() -> None:
    op.create_index(
        "ix_deadline_index_open_last_date", "deadline_index", COLUMNS, sqlite_where=sa.text("open = 1")
    )
