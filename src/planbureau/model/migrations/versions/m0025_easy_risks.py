"""A risk has an easy text of its own, with pictograms, for who reads the easy edition."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("easy_text", "easy_of"):
        op.add_column("risk", sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("risk", sa.Column("pictograms", sa.JSON(), nullable=False, server_default="[]"))
