"""Records of own appointments and home visits."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Record


class AppointmentRow(Record):
    """One appointment. Times are those on the clock ("14:30"): a change of the law of time moves none."""

    __tablename__ = "appointment"
    kind = "appointment"

    client_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    household_id: Mapped[str] = mapped_column(String(36), index=True, default="")
    plan_id: Mapped[str] = mapped_column(String(36), default="")
    appointment_kind: Mapped[str] = mapped_column(default="appointment")
    title: Mapped[str] = mapped_column(default="")
    day: Mapped[date] = mapped_column(index=True)
    starts: Mapped[str] = mapped_column(default="")
    ends: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    who: Mapped[list[Any]] = mapped_column(default=list)  # person ids
    remark: Mapped[str] = mapped_column(default="")
    cancelled: Mapped[bool] = mapped_column(default=False)
