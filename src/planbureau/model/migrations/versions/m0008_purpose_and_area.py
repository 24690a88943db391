"""What a goal is aimed at, and the life domain that an agreement belongs to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("goal", sa.Column("purpose", sa.String(), nullable=False, server_default=""))
    op.add_column("agreement", sa.Column("area", sa.String(), nullable=False, server_default=""))
