"""Records of standing agreements and of risks."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Record


class AgreementRow(Record):
    """A standing agreement of a plan."""

    __tablename__ = "agreement"
    kind = "agreement"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    order: Mapped[int] = mapped_column(default=0)
    area: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    easy_text: Mapped[str] = mapped_column(default="")
    easy_of: Mapped[str] = mapped_column(default="")
    pictograms: Mapped[list[Any]] = mapped_column(default=list)
    who: Mapped[str] = mapped_column(String(36), default="")
    who_function: Mapped[str] = mapped_column(default="")
    when: Mapped[str] = mapped_column(default="")
    reporting_hint: Mapped[str] = mapped_column(default="")
    valid_until: Mapped[date | None]


class RiskRow(Record):
    """A risk of a plan."""

    __tablename__ = "risk"
    kind = "risk"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    order: Mapped[int] = mapped_column(default=0)
    what: Mapped[str] = mapped_column(default="")
    signs: Mapped[str] = mapped_column(default="")
    likelihood: Mapped[str] = mapped_column(default="")
    impact: Mapped[str] = mapped_column(default="")
    measures: Mapped[str] = mapped_column(default="")
    easy_text: Mapped[str] = mapped_column(default="")
    easy_of: Mapped[str] = mapped_column(default="")
    pictograms: Mapped[list[Any]] = mapped_column(default=list)
    who: Mapped[str] = mapped_column(String(36), default="")
    who_function: Mapped[str] = mapped_column(default="")
    look_again_on: Mapped[date | None]
