"""A plan that its client keeps with a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.views import OwnPlanView, PersonView


class OwnPlanService(Protocol):
    """Without the code a plan of the client is its title and what the client shares, to read only."""

    def is_own(self, plan_id: str) -> bool:
        """Whether this plan is in the client's own hands."""
        ...

    def locked(self, plan_id: str) -> bool:
        """Whether the plan is the client's and not opened with the code now."""
        ...

    def own_plan(self, plan_id: str) -> OwnPlanView: ...

    def readers(self) -> tuple[PersonView, ...]:
        """The professionals with whom a part can be shared."""
        ...

    def choose_code(self, plan_id: str, code: str) -> Changes:
        """The first code. Slow. Raises InvalidInputError when it is too short or there is one already."""
        ...

    def replace_code(self, plan_id: str, code: str) -> Changes:
        """A new code for one that was forgotten, with the user there; that is noted. Slow."""
        ...

    def open(self, plan_id: str, code: str) -> None:
        """From now on the client writes. Slow. Raises WrongSecretError, also as long as there is a wait."""
        ...

    def leave(self) -> None:
        """The client is done: the plan is locked again."""
        ...

    def share(self, plan_id: str, section_id: str, with_whom: str) -> Changes:
        """Shares a section with the "team", a person by id, or nobody (""). Only while the client writes."""
        ...
