"""Rows of agreement that may still be withdrawn."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.rows import ConsentRow


def standing_consents(session: Session, plan_id: str, person_id: str) -> list[ConsentRow]:
    """What this person answered about the plan and did not withdraw."""
    query = select(ConsentRow).where(
        ConsentRow.plan_id == plan_id,
        ConsentRow.person_id == person_id,
        ConsentRow.removed.is_(False),
        ConsentRow.withdrawn_on.is_(None),
    )
    return list(session.scalars(query))
