"""Plans are found by their type and by when they were edited, without passing all of them."""

from __future__ import annotations

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # With the parent and the id it is the whole answer: which plans are kept is asked at each opening.
    op.create_index("ix_plan_format_id", "plan", ["format_id", "parent_id", "id"])
    op.create_index("ix_plan_edited_at", "plan", ["edited_at"])
