"""Records of goals. A goal belongs to a client or household; its number belongs to the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Record


class GoalRow(Record):
    """One goal with the card that makes it clear."""

    __tablename__ = "goal"
    kind = "goal"

    client_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    household_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    matrix_code: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    for_whom: Mapped[list[Any]] = mapped_column(default=list)
    goal_kind: Mapped[str] = mapped_column(default="reach")
    purpose: Mapped[str] = mapped_column(default="")
    form: Mapped[str] = mapped_column(default="smart")
    sentence: Mapped[str] = mapped_column(default="")
    easy_text: Mapped[str] = mapped_column(default="")
    easy_of: Mapped[str] = mapped_column(default="")
    pictograms: Mapped[list[Any]] = mapped_column(default=list)
    origin_kind: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="")
    context: Mapped[str] = mapped_column(default="")
    measure: Mapped[str] = mapped_column(default="")
    agreed_by: Mapped[list[Any]] = mapped_column(default=list)
    feasible: Mapped[str] = mapped_column(default="")
    feasible_note: Mapped[str] = mapped_column(default="")
    start: Mapped[date | None]
    target_date: Mapped[date | None]
    no_end_date: Mapped[bool] = mapped_column(default=False)
    no_end_reason: Mapped[str] = mapped_column(default="")
    look_date: Mapped[date | None]
    own_words: Mapped[str] = mapped_column(default="")
    observe_what: Mapped[str] = mapped_column(default="")
    observe_who: Mapped[str] = mapped_column(default="")
    observe_often: Mapped[str] = mapped_column(default="")
    meaningful: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default="concept")
    status_reason: Mapped[str] = mapped_column(default="")
    reached_on: Mapped[date | None]
    help_ends_on: Mapped[date | None]


class PlanGoalRow(Record):
    """The number of a goal in a plan; never given twice."""

    __tablename__ = "plan_goal"
    kind = "plan_goal"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    goal_id: Mapped[str] = mapped_column(String(36), index=True)
    number: Mapped[int]


class ActionRow(Record):
    """One action of a goal. Its letter never moves."""

    __tablename__ = "action"
    kind = "action"

    goal_id: Mapped[str] = mapped_column(String(36), index=True)
    letter: Mapped[str]
    what: Mapped[str] = mapped_column(default="")
    easy_text: Mapped[str] = mapped_column(default="")
    easy_of: Mapped[str] = mapped_column(default="")
    pictograms: Mapped[list[Any]] = mapped_column(default=list)
    responsible_person: Mapped[str] = mapped_column(String(36), default="")
    responsible_function: Mapped[str] = mapped_column(default="")
    helpers: Mapped[list[Any]] = mapped_column(default=list)
    for_whom: Mapped[list[Any]] = mapped_column(default=list)
    doer_kind: Mapped[str] = mapped_column(default="")
    start: Mapped[date | None]
    done_by: Mapped[date | None]
    how_often: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default="not_started")
    reporting_hint: Mapped[str] = mapped_column(default="")
    cancelled: Mapped[bool] = mapped_column(default=False)
