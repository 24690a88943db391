"""Who may open a protected plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.views import PersonView, PlanAccessView


class ProtectionService(Protocol):
    """The list of who may open a plan; for whoever is not on it the plan exists nowhere else."""

    def set_visiting(self, *, visiting: bool) -> None:
        """During a home visit no plan with a list exists, for nobody."""
        ...

    def hidden_plans(self, subject_id: str) -> int:
        """How many plans of this client or household, and of whom they belong to, the user may not open."""
        ...

    def listed(self, plan_id: str) -> bool:
        """Whether this plan has a list."""
        ...

    def access(self, plan_id: str) -> PlanAccessView:
        """The list of a plan, its history, and every opening, print and export."""
        ...

    def candidates(self, plan_id: str) -> tuple[PersonView, ...]:
        """The professionals who can be put on the list."""
        ...

    def allow(self, plan_id: str, person_id: str, reason: str) -> Changes:
        """Puts somebody on the list. Raises InvalidInputError without a reason."""
        ...

    def withdraw(self, plan_id: str, person_id: str, reason: str) -> Changes:
        """Takes somebody off. Raises InvalidInputError without a reason, and for the last one."""
        ...
