"""Records of tasks."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Record


class TaskRow(Record):
    """One task with a day and a role, before a talk about a plan."""

    __tablename__ = "task"
    kind = "task"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    client_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    household_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    meeting_id: Mapped[str] = mapped_column(String(36), default="")
    meeting_on: Mapped[date] = mapped_column(index=True)
    title: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    due: Mapped[date] = mapped_column(index=True)
    order: Mapped[int] = mapped_column(default=0)
    done_on: Mapped[date | None]
    done_by: Mapped[str] = mapped_column(default="")
    cancelled: Mapped[bool] = mapped_column(default=False)
