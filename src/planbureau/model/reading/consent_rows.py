"""Rows of agreement: those that may still be withdrawn, and the plans that may wait for one."""

from __future__ import annotations

from sqlalchemy import String, and_, cast, or_, select
from sqlalchemy.orm import Session

from planbureau.model.reading.plan_heads import COUNTS, NO_ANNEX
from planbureau.model.rows import ConsentRow, PlanRecord, PlanVersionRow

_FOSTER = "pleegzorg"


def standing_consents(session: Session, plan_id: str, person_id: str) -> list[ConsentRow]:
    """What this person answered about the plan and did not withdraw."""
    query = select(ConsentRow).where(
        ConsentRow.plan_id == plan_id,
        ConsentRow.person_id == person_id,
        ConsentRow.removed.is_(False),
        ConsentRow.withdrawn_on.is_(None),
    )
    return list(session.scalars(query))


def lacking_agreement(session: Session, coordinator_id: str) -> tuple[str, ...]:
    """The plans of this coordinator, or of nobody, that count now without everybody's yes; newest first.

    A foster parent agrees with the own part only: without that the rest has everybody's yes (PLZ-01).
    """
    query = (
        select(PlanRecord.id)
        .join(
            PlanVersionRow,
            and_(PlanVersionRow.plan_id == PlanRecord.id, PlanVersionRow.number == PlanRecord.version),
        )
        .where(
            or_(PlanVersionRow.without_consent.is_(True), cast(PlanRecord.flags, String).contains(_FOSTER)),
            PlanRecord.removed.is_(False),
            PlanRecord.status.in_(COUNTS),
            PlanRecord.coordinator_id.in_(("", coordinator_id)),
            NO_ANNEX,
        )
        .order_by(PlanRecord.adopted_on.desc(), PlanRecord.id)
    )
    return tuple(session.scalars(query))
