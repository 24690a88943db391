"""How a client gives marks: on three faces, from 1 to 5, or from 1 to 10 as everyone did until now."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("client", sa.Column("mark_scale", sa.Integer(), nullable=False, server_default="10"))
