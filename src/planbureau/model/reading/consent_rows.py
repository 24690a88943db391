"""Rows of agreement: those that may still be withdrawn, and the plans that may wait for one."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.reading.plan_heads import NO_ANNEX
from planbureau.model.rows import ConsentRow, PlanRecord

_COUNTS = ("active", "concept_beside_active")


def standing_consents(session: Session, plan_id: str, person_id: str) -> list[ConsentRow]:
    """What this person answered about the plan and did not withdraw."""
    query = select(ConsentRow).where(
        ConsentRow.plan_id == plan_id,
        ConsentRow.person_id == person_id,
        ConsentRow.removed.is_(False),
        ConsentRow.withdrawn_on.is_(None),
    )
    return list(session.scalars(query))


def last_adopted(session: Session, coordinator_id: str, limit: int) -> tuple[str, ...]:
    """The plans of this coordinator, or of nobody, that count now; the last adopted first."""
    query = (
        select(PlanRecord.id)
        .where(
            PlanRecord.removed.is_(False),
            PlanRecord.status.in_(_COUNTS),
            PlanRecord.coordinator_id.in_(("", coordinator_id)),
            NO_ANNEX,
        )
        .order_by(PlanRecord.adopted_on.desc(), PlanRecord.id)
        .limit(limit)
    )
    return tuple(session.scalars(query))
