"""Care that the law treats as involuntary although nobody resists (Wzd 2 lid 2), from its records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.formats.answers import JsonValue
from planbureau.model.reading.days import day_and_moment
from planbureau.model.reading.wzd_overview import answers_of
from planbureau.model.rows import PlanRecord
from planbureau.rules.wzd.steps import CARE

LISTED = frozenset({"a", "b", "c"})
"""Forms of Wzd 2 lid 1 that lid 2 names: medication outside the guidelines, limiting movement, locking in."""
_NOBODY_RESISTS = "geen"


def listed_care(session: Session, plan: PlanRecord) -> tuple[tuple[date, date | None], ...]:
    """The first and last day of each such care that a finished record puts in the plan."""
    query = select(PlanRecord.id).where(
        PlanRecord.parent_id == plan.id,
        PlanRecord.format_id == CARE,
        PlanRecord.version > 0,
        PlanRecord.removed.is_(False),
    )
    said = answers_of(session, list(session.scalars(query.order_by(PlanRecord.made_at, PlanRecord.id))))
    found = (_period(one) for one in said.values() if _listed(one))
    return tuple(period for period in found if period is not None)


def _listed(said: Mapping[str, JsonValue]) -> bool:
    forms = said.get("vormen")
    chosen = {str(one) for one in forms} if isinstance(forms, list) else set()
    return said.get("zonder_verzet") == _NOBODY_RESISTS and bool(chosen & LISTED)


def _period(said: Mapping[str, JsonValue]) -> tuple[date, date | None] | None:
    first, _ = day_and_moment(said.get("begin"))
    last, _ = day_and_moment(said.get("eind"))
    return (first, last) if first is not None else None
