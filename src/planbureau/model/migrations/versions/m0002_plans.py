"""The first schema: plans, goals, and what was agreed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _plan()
    _answer()
    _plan_version()
    _consent()
    _deviation()
    _done()
    _goal()
    _plan_goal()
    _action()
    _agreement()
    _risk()


def _plan() -> None:
    op.create_table(
        "plan",
        sa.Column("format_id", sa.String(), nullable=False),
        sa.Column("format_version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("regimes", sa.JSON(), nullable=False),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.Column("triggers", sa.JSON(), nullable=False),
        sa.Column("trigger_history", sa.JSON(), nullable=False),
        sa.Column("coordinator_id", sa.String(length=36), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=True),
        sa.Column("closed_reason", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
    )
    op.create_index(op.f("ix_plan_client_id"), "plan", ["client_id"], unique=False)
    op.create_index(op.f("ix_plan_household_id"), "plan", ["household_id"], unique=False)


def _answer() -> None:
    op.create_table(
        "answer",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("easy_text", sa.String(), nullable=False),
        sa.Column("easy_of", sa.String(), nullable=False),
        sa.Column("pictograms", sa.JSON(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    op.create_index(op.f("ix_answer_plan_id"), "answer", ["plan_id"], unique=False)


def _plan_version() -> None:
    op.create_table(
        "plan_version",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("adopted_on", sa.Date(), nullable=False),
        sa.Column("adopted_by", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("format_text", sa.String(), nullable=False),
        sa.Column("meeting", sa.JSON(), nullable=False),
        sa.Column("without_consent", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_version")),
    )
    op.create_index(op.f("ix_plan_version_plan_id"), "plan_version", ["plan_id"], unique=False)


def _consent() -> None:
    op.create_table(
        "consent",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("information", sa.JSON(), nullable=False),
        sa.Column("adapted", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_reason", sa.String(), nullable=False),
        sa.Column("attachment", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_plan_id"), "consent", ["plan_id"], unique=False)


def _deviation() -> None:
    op.create_table(
        "deviation",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("old_date", sa.Date(), nullable=True),
        sa.Column("new_date", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("told_right", sa.Boolean(), nullable=False),
        sa.Column("consent_of", sa.JSON(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deviation")),
    )
    op.create_index(op.f("ix_deviation_plan_id"), "deviation", ["plan_id"], unique=False)


def _done() -> None:
    op.create_table(
        "done",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_done")),
    )
    op.create_index(op.f("ix_done_plan_id"), "done", ["plan_id"], unique=False)


def _goal() -> None:
    op.create_table(
        "goal",
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("matrix_code", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("for_whom", sa.JSON(), nullable=False),
        sa.Column("goal_kind", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("easy_text", sa.String(), nullable=False),
        sa.Column("easy_of", sa.String(), nullable=False),
        sa.Column("pictograms", sa.JSON(), nullable=False),
        sa.Column("origin_kind", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("context", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("agreed_by", sa.JSON(), nullable=False),
        sa.Column("feasible", sa.String(), nullable=False),
        sa.Column("feasible_note", sa.String(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("target_date", sa.Date(), nullable=True),
        sa.Column("no_end_date", sa.Boolean(), nullable=False),
        sa.Column("no_end_reason", sa.String(), nullable=False),
        sa.Column("look_date", sa.Date(), nullable=True),
        sa.Column("own_words", sa.String(), nullable=False),
        sa.Column("observe_what", sa.String(), nullable=False),
        sa.Column("observe_who", sa.String(), nullable=False),
        sa.Column("observe_often", sa.String(), nullable=False),
        sa.Column("meaningful", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_reason", sa.String(), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.Column("help_ends_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
    )
    op.create_index(op.f("ix_goal_client_id"), "goal", ["client_id"], unique=False)
    op.create_index(op.f("ix_goal_household_id"), "goal", ["household_id"], unique=False)


def _plan_goal() -> None:
    op.create_table(
        "plan_goal",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("goal_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_goal")),
    )
    op.create_index(op.f("ix_plan_goal_goal_id"), "plan_goal", ["goal_id"], unique=False)
    op.create_index(op.f("ix_plan_goal_plan_id"), "plan_goal", ["plan_id"], unique=False)


def _action() -> None:
    op.create_table(
        "action",
        sa.Column("goal_id", sa.String(length=36), nullable=False),
        sa.Column("letter", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("easy_text", sa.String(), nullable=False),
        sa.Column("easy_of", sa.String(), nullable=False),
        sa.Column("pictograms", sa.JSON(), nullable=False),
        sa.Column("responsible_person", sa.String(length=36), nullable=False),
        sa.Column("responsible_function", sa.String(), nullable=False),
        sa.Column("helpers", sa.JSON(), nullable=False),
        sa.Column("doer_kind", sa.String(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("done_by", sa.Date(), nullable=True),
        sa.Column("how_often", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reporting_hint", sa.String(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
    )
    op.create_index(op.f("ix_action_goal_id"), "action", ["goal_id"], unique=False)


def _agreement() -> None:
    op.create_table(
        "agreement",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("easy_text", sa.String(), nullable=False),
        sa.Column("easy_of", sa.String(), nullable=False),
        sa.Column("pictograms", sa.JSON(), nullable=False),
        sa.Column("who", sa.String(length=36), nullable=False),
        sa.Column("who_function", sa.String(), nullable=False),
        sa.Column("when", sa.String(), nullable=False),
        sa.Column("reporting_hint", sa.String(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_index(op.f("ix_agreement_plan_id"), "agreement", ["plan_id"], unique=False)


def _risk() -> None:
    op.create_table(
        "risk",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("signs", sa.String(), nullable=False),
        sa.Column("likelihood", sa.String(), nullable=False),
        sa.Column("impact", sa.String(), nullable=False),
        sa.Column("measures", sa.String(), nullable=False),
        sa.Column("who", sa.String(length=36), nullable=False),
        sa.Column("who_function", sa.String(), nullable=False),
        sa.Column("look_again_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("heads", sa.JSON(), nullable=False),
        sa.Column("conflicts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("edited_by", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_risk")),
    )
    op.create_index(op.f("ix_risk_plan_id"), "risk", ["plan_id"], unique=False)
