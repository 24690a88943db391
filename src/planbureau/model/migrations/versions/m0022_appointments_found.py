"""Appointments are found by their words: those that are there are put in the index at the next search."""

from __future__ import annotations

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("INSERT INTO local (key, value) SELECT 'search:' || id, '' FROM appointment WHERE removed = 0")
