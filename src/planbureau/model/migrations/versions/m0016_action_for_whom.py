"""For whom an action is, when that is not everyone whom its goal is for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("action", sa.Column("for_whom", sa.JSON(), nullable=False, server_default=sa.text("'[]'")))
