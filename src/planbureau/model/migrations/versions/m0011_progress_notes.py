"""Progress notes, who has read them on this device, and organisations that keep them in another system."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "note",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("note_kind", sa.String(), nullable=False),
        sa.Column("happened_at", sa.DateTime(), nullable=False),
        sa.Column("written_at", sa.DateTime(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("author_id", sa.String(length=36), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("function", sa.String(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("question_to", sa.String(length=36), nullable=False),
        sa.Column("question_by", sa.Date(), nullable=True),
        sa.Column("question_done_on", sa.Date(), nullable=True),
        sa.Column("question_done_by", sa.String(), nullable=False),
        sa.Column("for_client", sa.Boolean(), nullable=False),
        sa.Column("replaces", sa.String(length=36), nullable=False),
        sa.Column("incident_kind", sa.String(), nullable=False),
        sa.Column("incident_course", sa.String(), nullable=False),
        sa.Column("incident_people", sa.String(), nullable=False),
        sa.Column("incident_discussed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    for column in ("client_id", "household_id", "question_to"):
        op.create_index(op.f(f"ix_note_{column}"), "note", [column], unique=False)
    op.create_table(
        "note_read",
        sa.Column("reader_id", sa.String(length=36), nullable=False),
        sa.Column("note_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("reader_id", "note_id", name=op.f("pk_note_read")),
    )
    op.add_column(
        "organisation",
        sa.Column("reports_elsewhere", sa.Boolean(), nullable=False, server_default=sa.text("0")),
    )
