"""The verbs about preparing a talk about a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.views import TaskView


@dataclass(frozen=True)
class PlannedMeeting:
    """A talk about a plan that is planned; `id` names the report or appointment, if there is one."""

    id: str
    on: date
    words: str


class TaskService(Protocol):
    """Tasks with a role and a day, counted back from the day of a talk."""

    def tasks(
        self,
        *,
        plan_id: str = "",
        client_id: str = "",
        household_id: str = "",
        start: date | None = None,
        end: date | None = None,
        open_only: bool = False,
    ) -> tuple[TaskView, ...]:
        """Those whose last day lies from `start` to `end`, the first due first; cancelled ones are left out.

        `open_only`: not done, of a talk that is not past. Of a client also those of its households.
        """
        ...

    def meetings(self, plan_id: str) -> tuple[PlannedMeeting, ...]:
        """The talks about this plan that are known, from today, the first first.

        While none is planned: the day that was agreed for the next one, without an id.
        """
        ...

    def prepare(self, plan_id: str, on: date, meeting_id: str = "") -> Changes:
        """Makes the tasks before a talk on this day, or moves those that are there and not done.

        What was done for this talk is not asked again.

        Raises InvalidInputError for a day that has passed, or when the organisation asks no tasks.
        """
        ...

    def settle(self, task_ids: Sequence[str], *, done: bool = True) -> Changes:
        """Ticks tasks off, or takes the tick away."""
        ...

    def drop(self, plan_id: str, meeting_id: str = "") -> Changes:
        """Calls the tasks off that are not done; what was done stays."""
        ...
