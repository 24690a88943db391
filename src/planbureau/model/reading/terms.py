"""What was done about terms: met, deviated from, adopted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planbureau.model.rows import DeviationRow, DoneRow, PlanRecord, PlanVersionRow, RevisionRow


def done(session: Session, plan_id: str) -> list[DoneRow]:
    """The terms of a plan that were met, the first first."""
    query = select(DoneRow).where(DoneRow.plan_id == plan_id, DoneRow.removed.is_(False))
    return list(session.scalars(query.order_by(DoneRow.on)))


def deviations(session: Session, plan_id: str) -> list[DeviationRow]:
    """The deviations of a plan."""
    query = select(DeviationRow).where(DeviationRow.plan_id == plan_id, DeviationRow.removed.is_(False))
    return list(session.scalars(query.order_by(DeviationRow.on)))


def version_rows(session: Session, plan_id: str) -> list[PlanVersionRow]:
    """The adopted versions of a plan, the first first."""
    query = select(PlanVersionRow).where(PlanVersionRow.plan_id == plan_id)
    return list(session.scalars(query.order_by(PlanVersionRow.number)))


def plans_of(session: Session, subjects: Iterable[str]) -> list[PlanRecord]:
    """The plans that these ids name: plans themselves, or clients and households that have them."""
    wanted = list(subjects)
    query = select(PlanRecord).where(
        PlanRecord.removed.is_(False),
        PlanRecord.id.in_(wanted) | PlanRecord.client_id.in_(wanted) | PlanRecord.household_id.in_(wanted),
    )
    return list(session.scalars(query))


def all_plans(session: Session) -> list[PlanRecord]:
    """Every plan."""
    return list(session.scalars(select(PlanRecord).where(PlanRecord.removed.is_(False))))


def first_revision_at(session: Session, record_id: str) -> datetime | None:
    """When a record was made."""
    return session.scalar(select(func.min(RevisionRow.at)).where(RevisionRow.record_id == record_id))
