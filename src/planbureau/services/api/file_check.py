"""The verbs of the file check: nothing here writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.views import GapRow, GoalLabel, GoalThread


class FileCheckService(Protocol):
    """What is missing in files, and the thread of a goal as an inspector reads it."""

    def gaps(self, subject_ids: Sequence[str] = ()) -> tuple[GapRow, ...]:
        """Everything that is missing for these clients and households, or for everyone, by name.

        Plans that the client or family makes, closed plans, and clients whose care ended are left out.
        """
        ...

    def look(self, subject_ids: Sequence[str] = ()) -> tuple[tuple[GapRow, ...], tuple[GapRow, ...]]:
        """The gaps, and the wishes that stay without a goal for a reason that was written down."""
        ...

    def files(self) -> int:
        """How many plans there are to check; this asks little, whatever there is."""
        ...

    def goals(self, plan_id: str) -> tuple[GoalLabel, ...]:
        """The goals of a plan, ended ones too, with how much is missing in the thread of each."""
        ...

    def thread(self, plan_id: str, goal_id: str) -> GoalThread:
        """Everything from the wish to the agreement about one goal. Raises NotFoundError."""
        ...
