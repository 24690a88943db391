"""Anybody can have a photo, not only a client: the page "Wie zit er aan tafel" shows faces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("photo", sa.String(), nullable=False, server_default=""))
