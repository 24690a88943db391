"""Goals that are made or taken away with one tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planbureau.changes import Changes
from planbureau.formats.goals import GoalLibrary, ReadyGoal, next_own_code
from planbureau.formats.model import Subject
from planbureau.rules import names
from planbureau.rules.goal_status import GoalStatus
from planbureau.services.api import GoalService
from planbureau.ui.goals.scope import GoalScope
from planbureau.views import GoalView, PlanView

_GONE = frozenset({GoalStatus.STOPPED.value, GoalStatus.REMOVED.value})


def ticked(plan: PlanView, code: str) -> tuple[GoalView, ...]:
    """The goals that stand for this ready-made goal now; a stopped one no longer does (rules D2.5)."""
    return tuple(goal for goal in plan.goals if goal.matrix_code == code and goal.status not in _GONE)


def filled(ready: ReadyGoal, spoken: Sequence[str]) -> str:
    """The sentence for these people, or with dots while nobody is chosen."""
    return names.fill(ready.sentence, spoken) if spoken else names.fill_blank(ready.sentence)


def matches(ready: ReadyGoal, area_title: str, query: str, spoken: Sequence[str]) -> bool:
    """Whether every word of the query occurs in the goal, its easy text or its area."""
    text = f"{filled(ready, spoken)} {names.fill_blank(ready.easy_text)} {area_title}".casefold()
    return all(word in text for word in query.casefold().split())


def own_goal(
    goals: GoalService, plan: PlanView, *, area: str = "", for_whom: Sequence[str] = (), sentence: str = ""
) -> tuple[str, Changes]:
    """Makes a goal of one's own, empty but for a sentence; its code is the next one of the plan ("EIG-2")."""
    goal = GoalView(
        id="",
        plan_id=plan.id,
        number=0,
        matrix_code=next_own_code(goal.matrix_code for goal in plan.goals),
        area=area,
        for_whom=tuple(for_whom),
        sentence=sentence,
    )
    return goals.add_goal(goal)


def usual_people(scope: GoalScope, plan: PlanView) -> tuple[str, ...]:
    """For whom a new goal most likely is: the client; in a plan for a family that has to be chosen."""
    if plan.format.subject is Subject.HOUSEHOLD:
        only = [person.id for person, _ in scope.people]
        return tuple(only) if len(only) == 1 else ()
    return (plan.client.person.id,) if plan.client else ()


def area_of(library: GoalLibrary, code: str) -> str:
    """The title of the area of a ready-made goal."""
    return library.area(code).title


def spoken_names(scope: GoalScope, people: Iterable[str]) -> list[str]:
    """The names as they are put into a sentence."""
    return [scope.name(person) for person in people]
