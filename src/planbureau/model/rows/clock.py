"""Records about the clock of the computer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Record


class ClockCheckRow(Record):
    """Somebody looked at the clock and said that it is right, though the vault knows another moment."""

    __tablename__ = "clock_check"
    kind = "clock_check"

    reason: Mapped[str] = mapped_column(default="")
    doubted: Mapped[datetime | None]
