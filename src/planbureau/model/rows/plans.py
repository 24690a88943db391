"""Records of plans: the plan, its answers, its adopted versions, consent, and what was done about terms."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Record


class PlanRecord(Record):
    """One plan, through all its versions; with a `parent_id` it is an annex of that plan."""

    __tablename__ = "plan"
    __table_args__ = (
        Index("ix_plan_format_id", "format_id", "parent_id", "id"),
        Index("ix_plan_edited_at", "edited_at"),
    )
    kind = "plan"

    format_id: Mapped[str]
    format_version: Mapped[int]
    title: Mapped[str] = mapped_column(default="")
    client_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    household_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    regimes: Mapped[list[Any]] = mapped_column(default=list)
    flags: Mapped[list[Any]] = mapped_column(default=list)
    triggers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    trigger_history: Mapped[list[Any]] = mapped_column(default=list)
    moments: Mapped[dict[str, Any]] = mapped_column(default=dict)  # triggers that have a time, by field
    parent_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    coordinator_id: Mapped[str] = mapped_column(String(36), default="")
    # concept, active, concept_beside_active, closed, correcting (a finished annex)
    status: Mapped[str] = mapped_column(default="concept")
    version: Mapped[int] = mapped_column(default=0)
    adopted_on: Mapped[date | None]
    closed_reason: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None]


class AnswerRow(Record):
    """The answer to one question of a plan, or to one part of it."""

    __tablename__ = "answer"
    kind = "answer"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    key: Mapped[str]
    value: Mapped[dict[str, Any]] = mapped_column(default=dict)  # {"v": any JSON value}
    easy_text: Mapped[str] = mapped_column(default="")
    easy_of: Mapped[str] = mapped_column(default="")  # hash of the text that the easy one was written for
    pictograms: Mapped[list[Any]] = mapped_column(default=list)
    files: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")


class PlanVersionRow(Record):
    """An adopted version: its words for ever, with the format that it was made with."""

    __tablename__ = "plan_version"
    kind = "plan_version"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    number: Mapped[int]
    adopted_on: Mapped[date]
    adopted_by: Mapped[str] = mapped_column(default="")
    content: Mapped[str] = mapped_column(default="")  # canonical JSON of the resolved plan
    content_hash: Mapped[str] = mapped_column(default="")  # SHA-256 of `content` and `format_text`
    format_text: Mapped[str] = mapped_column(default="")
    meeting: Mapped[dict[str, Any]] = mapped_column(default=dict)
    without_consent: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(default="")


class ConsentRow(Record):
    """Agreement of one person with one version (rules B6); outside the content hash."""

    __tablename__ = "consent"
    kind = "consent"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    version: Mapped[int] = mapped_column(default=0)
    content_hash: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="whole_plan")
    person_id: Mapped[str] = mapped_column(String(36), default="")
    capacity: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    form: Mapped[str] = mapped_column(default="")
    on: Mapped[date | None]
    recorded_by: Mapped[str] = mapped_column(default="")
    information: Mapped[list[Any]] = mapped_column(default=list)
    adapted: Mapped[list[Any]] = mapped_column(default=list)
    reason: Mapped[str] = mapped_column(default="")
    withdrawn_on: Mapped[date | None]
    withdrawn_reason: Mapped[str] = mapped_column(default="")
    attachment: Mapped[str] = mapped_column(default="")


class DeviationRow(Record):
    """A term that was moved or waived with a reason (rules A1)."""

    __tablename__ = "deviation"
    kind = "deviation"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    rule_id: Mapped[str]
    old_date: Mapped[date | None]
    new_date: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")
    asked_by: Mapped[str] = mapped_column(default="")
    told_right: Mapped[bool] = mapped_column(default=False)
    consent_of: Mapped[list[Any]] = mapped_column(default=list)
    subject: Mapped[str] = mapped_column(default="")
    on: Mapped[date]


class DoneRow(Record):
    """A term that was met, with the real date."""

    __tablename__ = "done"
    kind = "done"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    rule_id: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")


class PauseRow(Record):
    """Days without care; it shifts no term by itself (rules T14)."""

    __tablename__ = "pause"
    kind = "pause"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date | None]
    pause_kind: Mapped[str] = mapped_column(default="other")
    reason: Mapped[str] = mapped_column(default="")


class NotApplicableRow(Record):
    """A term of guidance or own choice that does not hold for this plan, with the reason (rules T11)."""

    __tablename__ = "not_applicable"
    kind = "not_applicable"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    rule_id: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    on: Mapped[date]
