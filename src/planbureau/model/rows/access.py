"""Records of who may see a protected plan: the list, the openings, the client's code, what is shared."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Base, Record


class PlanAccessRow(Record):
    """Somebody on the list of a plan. Who is taken off is marked as removed, with the reason."""

    __tablename__ = "plan_access"
    kind = "plan_access"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    person_id: Mapped[str] = mapped_column(String(36), index=True)
    reason: Mapped[str] = mapped_column(default="")
    given_by: Mapped[str] = mapped_column(String(36), default="")
    removed_reason: Mapped[str] = mapped_column(default="")


class PlanOpeningRow(Record):
    """One opening, print or export of a plan. Written once, never changed; `made_at` is its moment.

    Of a print of progress notes `plan_id` is the client or household that they are about.
    """

    __tablename__ = "plan_opening"
    kind = "plan_opening"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    person_id: Mapped[str] = mapped_column(String(36), default="")
    what: Mapped[str] = mapped_column(default="")


class PlanShareRow(Record):
    """With whom the client shares one section of an own plan."""

    __tablename__ = "plan_share"
    kind = "plan_share"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    section_id: Mapped[str]
    with_whom: Mapped[str] = mapped_column(default="")  # "", "team", or the id of a person


class PlanCodeRow(Record):
    """The code with which a client opens an own plan: a slow salted hash, never the code."""

    __tablename__ = "plan_code"
    kind = "plan_code"

    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    code_hash: Mapped[str] = mapped_column(default="")
    chosen_with: Mapped[str] = mapped_column(
        String(36), default=""
    )  # a professional who was there; "" nobody


class CodeTryRow(Base):
    """Wrong codes typed on this laptop since the last right one."""

    __tablename__ = "code_try"

    plan_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    failures: Mapped[int]
    at: Mapped[datetime]
