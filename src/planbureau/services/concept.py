"""A change of words makes a concept beside the adopted version."""

from __future__ import annotations

from planbureau.model.rows import PlanRecord
from planbureau.model.unit_of_work import UnitOfWork


def begin_concept(work: UnitOfWork, plan: PlanRecord) -> None:
    """Marks that a plan has words that its adopted version does not have. Progress does not do this."""
    if plan.status == "active":
        work.change(plan, {"status": "concept_beside_active"})
