"""The verbs about the organisation's own ready-made goals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.views import EarlierWording, GoalWording, LibraryGoal


class OwnGoalService(Protocol):
    """A code keeps its meaning for ever: other words are a new version, another meaning is a new code.

    `confirmed` says that a person looked and saw no name of anybody in the words.
    """

    def all(self) -> tuple[LibraryGoal, ...]:
        """Every ready-made goal in its last wording, also the hidden ones, area by area."""
        ...

    def add(self, area: str, wording: GoalWording, *, confirmed: bool) -> tuple[str, Changes]:
        """Adds a goal with a code of its own. Raises InvalidInputError."""
        ...

    def reword(self, code: str, wording: GoalWording, *, confirmed: bool) -> Changes:
        """The same meaning in other words; plans keep the words they have. Raises InvalidInputError."""
        ...

    def hide(self, code: str, *, hidden: bool = True) -> Changes:
        """Offers it no longer, or again; plans that use it keep it."""
        ...

    def from_goal(self, goal_id: str) -> GoalWording:
        """The words of a goal with {naam} for its people, and a gap where another name may have stood."""
        ...

    def names_in(self, wording: GoalWording) -> tuple[str, ...]:
        """Words that are, or may be, somebody's name."""
        ...

    def worded_before(self, query: str) -> tuple[EarlierWording, ...]:
        """How goals with these words were written in the plans of everyone, most often first.

        Names are taken out, and whose goal it was is not said. Protected plans are never searched, and
        during a home visit nothing is.
        """
        ...
