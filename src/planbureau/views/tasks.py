"""Views of tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.rules.preparation import TaskState, state_of, target_of


@dataclass(frozen=True)
class TaskView:
    """A task with a day and a role, of the preparation of a talk about a plan.

    `meeting_id` is the report or appointment that it prepares; empty when only its day is known. `due` is
    the last day, `target` the working day on which it is best done.
    """

    id: str
    plan_id: str
    client_id: str = ""
    household_id: str = ""
    meeting_id: str = ""
    meeting_on: date = date.min
    title: str = ""
    role: str = ""
    due: date = date.min
    order: int = 0  # among those of one day
    done_on: date | None = None
    done_by: str = ""
    cancelled: bool = False
    subject_name: str = ""  # of the client or household, for lists
    plan_title: str = ""
    coordinator_id: str = ""  # of the plan
    heads: tuple[str, ...] = ()

    @property
    def target(self) -> date:
        """The working day on which it is best done."""
        return target_of(self.due)

    def state(self, today: date) -> TaskState:
        """How it stands today."""
        done = self.done_on is not None
        return state_of(self.target, self.due, self.meeting_on, today, done=done, cancelled=self.cancelled)
