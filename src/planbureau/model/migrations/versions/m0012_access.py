"""Who may open a protected plan, who did, and what a client keeps and shares of an own plan."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    person, words = sa.String(length=36), sa.String()
    _record(
        "plan_access",
        ("person_id", person),
        ("reason", words),
        ("given_by", person),
        ("removed_reason", words),
    )
    op.create_index(op.f("ix_plan_access_person_id"), "plan_access", ["person_id"], unique=False)
    _record("plan_opening", ("person_id", person), ("what", words))
    _record("plan_share", ("section_id", words), ("with_whom", words))
    _record("plan_code", ("code_hash", words), ("chosen_with", person))
    op.create_table(
        "code_try",
        sa.Column("plan_id", person, nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("plan_id", name=op.f("pk_code_try")),
    )


def _record(name: str, *fields: tuple[str, Any]) -> None:
    op.create_table(
        name,
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        *(sa.Column(field, kind, nullable=False) for field, kind in fields),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(op.f(f"ix_{name}_plan_id"), name, ["plan_id"], unique=False)
