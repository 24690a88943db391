"""The verbs about gradual scales and the moments at which people look at a goal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.views import LookView, ScaleView


class LookService(Protocol):
    """Scales stand in `GoalView.scales`, the last one in use; what was seen over time is read here.

    Looks come with the first day first. One that was corrected has `replaced_by`; who shows a series leaves
    it out (`rules.series`).
    """

    def of_plan(self, plan_id: str) -> tuple[LookView, ...]:
        """The looks at every goal of a plan; for an annex those of its plan."""
        ...

    def of_goal(self, goal_id: str) -> tuple[LookView, ...]: ...

    def of_subject(self, subject_id: str) -> tuple[LookView, ...]:
        """The looks at the goals of every plan of a client or household."""
        ...

    def add_scale(self, scale: ScaleView) -> tuple[str, Changes]:
        """Begins a scale. Raises InvalidInputError when the one before has no score yet, or for GOZ."""
        ...

    def save_scale(self, before: ScaleView, after: ScaleView) -> Changes:
        """Raises InvalidInputError when words would change after the first score (rules D4)."""
        ...

    def remove_scale(self, scale: ScaleView) -> Changes:
        """Takes a scale away that was never used. Raises InvalidInputError after the first score."""
        ...

    def add(self, look: LookView, next_on: date | None = None) -> tuple[str, Changes]:
        """Adds one moment; author, moment of writing and the scale in use are filled in here.

        `next_on` becomes the next look date of the goal; that is progress and makes no new version.
        Raises InvalidInputError when it says nothing, lies ahead, or has a score without a whole scale.
        """
        ...
