"""Preparing a talk about a plan: tasks with a role, counted back from its day (own choice, O).

Counted backwards, so the Algemene termijnenwet moves nothing (T6); a task is best done on the last working
day that is not later than its own day (T10).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from planbureau.rules.dates import previous_working_day

LONGEST = 26
"""So many weeks before the talk a task can lie."""


@dataclass(frozen=True)
class PreparationStep:
    """One task of the chain: so many weeks before the talk, done by somebody with this role."""

    weeks: int = 1
    title: str = ""
    role: str = ""


_OWN = "persoonlijk begeleider"
USUAL_STEPS = (
    PreparationStep(3, "Vraag de cliënt waar het over moet gaan, en wie erbij is", _OWN),
    PreparationStep(3, "Nodig iedereen uit, en vertel dat een cliëntondersteuner mee kan", _OWN),
    PreparationStep(2, "Lees per doel de rapportages en de scores", _OWN),
    PreparationStep(2, "Vraag familie en collega's wat zij vinden", _OWN),
    PreparationStep(1, "Zet klaar wat er bekend is in het verslag", _OWN),
    PreparationStep(1, "Lees het samen met de cliënt, in makkelijke taal", _OWN),
)
"""The chain of an organisation that chose nothing else."""
_OF_A_FAMILY = {
    "Vraag de cliënt waar het over moet gaan, en wie erbij is": (
        "Vraag het gezin waar het over moet gaan, en wie erbij is"
    ),
    "Vraag familie en collega's wat zij vinden": "Vraag anderen om het gezin en collega's wat zij vinden",
    "Lees het samen met de cliënt, in makkelijke taal": "Lees het samen met het gezin, in makkelijke taal",
}


def of_a_family(steps: Iterable[PreparationStep]) -> tuple[PreparationStep, ...]:
    """The tasks of a talk about the plan of a family; what an organisation words itself stays as it is."""
    return tuple(replace(step, title=_OF_A_FAMILY.get(step.title, step.title)) for step in steps)


@dataclass(frozen=True)
class Planned:
    """A step with its day: `due` is counted back, `target` the last working day up to it."""

    step: PreparationStep
    due: date
    target: date


def target_of(due: date) -> date:
    """The last working day that is not later than this day."""
    return previous_working_day(due)


def chain(meeting: date, steps: Iterable[PreparationStep]) -> tuple[Planned, ...]:
    """The tasks of a talk on this day, the first due first; steps of one week keep their order.

    A talk that is near gives tasks whose day has passed: they are late at once, and never moved (T12).
    """
    dated = [(step, meeting - timedelta(weeks=step.weeks)) for step in steps]
    planned = (Planned(step, due, target_of(due)) for step, due in dated)
    return tuple(sorted(planned, key=lambda one: one.due))


class TaskState(Enum):
    """How a task stands."""

    DONE = "done"
    LATE = "late"
    TODAY = "today"
    NEAR = "near"
    LATER = "later"
    PASSED = "passed"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self in (TaskState.LATE, TaskState.TODAY, TaskState.NEAR, TaskState.LATER)


NEAR_DAYS = 4
"""T11: for short terms, so many days before."""


def state_of(
    target: date, due: date, meeting: date, today: date, *, done: bool = False, cancelled: bool = False
) -> TaskState:
    """How a task stands today. After the talk nobody is asked for it any more."""
    if done:
        return TaskState.DONE
    if cancelled:
        return TaskState.CANCELLED
    if today > meeting:
        return TaskState.PASSED
    if today > due:
        return TaskState.LATE
    if target <= today <= due:
        return TaskState.TODAY
    return TaskState.NEAR if (target - today).days <= NEAR_DAYS else TaskState.LATER


def problem_with(steps: Sequence[PreparationStep]) -> str:
    """What keeps these steps from being kept, in Dutch; empty when nothing does."""
    for step in steps:
        if not step.title.strip():
            return "Schrijf bij elke taak op wat er gebeurt."
        if not 0 <= step.weeks <= LONGEST:
            return f"Kies bij elke taak 0 tot en met {LONGEST} weken voor het gesprek."
    return ""
