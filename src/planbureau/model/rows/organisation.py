"""The organisation that keeps the vault."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Record


class OrganisationRow(Record):
    """One record: the organisation and its choices (rules part G1)."""

    __tablename__ = "organisation"
    kind = "organisation"

    name: Mapped[str] = mapped_column(default="")
    complaint_contact: Mapped[str] = mapped_column(default="")
    client_support: Mapped[str] = mapped_column(default="")
    terms: Mapped[dict[str, Any]] = mapped_column(default=dict)
    preparation: Mapped[list[Any]] = mapped_column(default=list, server_default="[]")
    reports_elsewhere: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    hidden_goals: Mapped[list[Any]] = mapped_column(default=list, server_default=text("'[]'"))


class ReadyGoalRow(Record):
    """One wording of a ready-made goal of the organisation. A new wording is a record of its own."""

    __tablename__ = "ready_goal"
    kind = "ready_goal"

    code: Mapped[str] = mapped_column(index=True)
    area: Mapped[str] = mapped_column(default="")
    version: Mapped[int]
    sentence: Mapped[str] = mapped_column(default="")
    easy_text: Mapped[str] = mapped_column(default="")
    pictograms: Mapped[list[Any]] = mapped_column(default=list)
