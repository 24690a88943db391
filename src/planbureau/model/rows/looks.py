"""Records of the gradual scales of goals, and of the moments at which people looked at a goal."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Record


class ScaleRow(Record):
    """A gradual scale of a goal. Its words never change after the first score."""

    __tablename__ = "goal_scale"
    kind = "goal_scale"

    goal_id: Mapped[str] = mapped_column(String(36), index=True)
    order: Mapped[int]
    variable: Mapped[str] = mapped_column(default="")
    moment: Mapped[str] = mapped_column(default="")
    made_on: Mapped[date | None]
    made_with: Mapped[list[Any]] = mapped_column(default=list)
    with_worse: Mapped[bool] = mapped_column(default=False)
    worse: Mapped[str] = mapped_column(default="")
    start: Mapped[str] = mapped_column(default="")
    better: Mapped[str] = mapped_column(default="")
    reached: Mapped[str] = mapped_column(default="")
    more: Mapped[str] = mapped_column(default="")
    most: Mapped[str] = mapped_column(default="")


class LookRow(Record):
    """One moment at which people looked at a goal. It is added and never changed."""

    __tablename__ = "goal_look"
    kind = "goal_look"

    goal_id: Mapped[str] = mapped_column(String(36), index=True)
    on: Mapped[date]
    scale_id: Mapped[str] = mapped_column(String(36), default="")
    score: Mapped[int | None]
    change: Mapped[str] = mapped_column(default="")
    meaningful: Mapped[str] = mapped_column(default="")
    next_step: Mapped[str] = mapped_column(default="")
    mark: Mapped[int | None]
    mark_of: Mapped[int | None]
    voice: Mapped[str] = mapped_column(default="together")
    said_by: Mapped[str] = mapped_column(String(36), default="")
    remark: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    source_id: Mapped[str] = mapped_column(String(36), default="")
    author_id: Mapped[str] = mapped_column(String(36), default="")
    author: Mapped[str] = mapped_column(default="")
    written_at: Mapped[datetime]
    replaces: Mapped[str] = mapped_column(String(36), default="")
