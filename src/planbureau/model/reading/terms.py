"""Plans and versions that terms are computed for."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.reading.plan_heads import PlanHead, heads
from planbureau.model.rows import PlanRecord, PlanVersionRow


def version_rows(session: Session, plan_id: str) -> list[PlanVersionRow]:
    """The adopted versions of a plan, the first first."""
    query = select(PlanVersionRow).where(PlanVersionRow.plan_id == plan_id)
    return list(session.scalars(query.order_by(PlanVersionRow.number)))


def plans_of(session: Session, subjects: Iterable[str]) -> list[PlanHead]:
    """The plans that these ids name: plans themselves, or clients and households that have them."""
    wanted = list(subjects)
    named = PlanRecord.id.in_(wanted) | PlanRecord.client_id.in_(wanted) | PlanRecord.household_id.in_(wanted)
    return heads(session, named)


def all_plans(session: Session) -> list[PlanHead]:
    """Every plan."""
    return heads(session)
