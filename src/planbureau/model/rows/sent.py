"""Records of what went to another calendar: whose, what, and which words."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Record


class SentRow(Record):
    """One appointment or term in the other calendar of one user, as it last went there.

    A later change needs the number of the last one, and what fell away is taken back with its old words. It
    is no part of the file of a client, as who opened a plan is not.
    """

    __tablename__ = "sent_item"
    kind = "sent_item"

    item: Mapped[str] = mapped_column(index=True)  # "appointment:<id>" or "deadline:<plan>:<key>"
    owner_id: Mapped[str] = mapped_column(String(36), index=True)  # person id
    plan_id: Mapped[str] = mapped_column(String(36), default="")
    summary: Mapped[str]
    day: Mapped[date]
    starts: Mapped[str] = mapped_column(default="")
    ends: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    sequence: Mapped[int] = mapped_column(default=0)
    cancelled: Mapped[bool] = mapped_column(default=False)
