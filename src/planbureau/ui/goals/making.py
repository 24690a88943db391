"""Goals that are made or taken away with one tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planbureau.changes import Changes
from planbureau.formats.goals import GoalLibrary, ReadyGoal, next_own_code
from planbureau.formats.model import Subject
from planbureau.rules.goals.of_parent import A_PARENT, Relative, parents_for
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.people import names
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


def whose(
    ready: ReadyGoal, scope: GoalScope, plan: PlanView, people: Sequence[str], today: date
) -> tuple[str, ...]:
    """Whose goal it becomes: of the people who are chosen; a goal of a parent is not of a child."""
    if not ready.of_parent or not people:
        return tuple(people)
    return parents_for(_relatives(scope, plan, people), _family(scope, plan), today) or tuple(people)


def names_in(
    ready: ReadyGoal, scope: GoalScope, plan: PlanView, people: Sequence[str], today: date
) -> list[str]:
    """The names in the sentence; "een ouder" where it is of a parent whom nobody knows."""
    spoken = spoken_names(scope, people)
    unknown = ready.of_parent and all(one.is_child(today) for one in _relatives(scope, plan, people))
    return [A_PARENT] if spoken and unknown else spoken


def _family(scope: GoalScope, plan: PlanView) -> list[Relative]:
    """Everybody with a role in the family or the network of a plan."""
    found = [Relative(one.id, role, one.birth_date) for one, role in scope.people]
    if plan.household is not None:
        found += [Relative(m.person.id, m.role, m.person.birth_date) for m in plan.household.members]
    return found + [Relative(r.person.id, r.role, r.person.birth_date) for r in plan.relations]


def _relatives(scope: GoalScope, plan: PlanView, people: Sequence[str]) -> list[Relative]:
    family = {one.person_id: one for one in reversed(_family(scope, plan))}
    named = {person.id: Relative(person.id, "", person.birth_date) for person in scope.names.values()}
    return [family.get(one) or named.get(one) or Relative(one) for one in people]


def refilled(ready: ReadyGoal, goal: GoalView, before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """The texts of a goal with other names, as far as they still are those of the ready-made goal."""
    if not before or not after:
        return {}
    pairs = (("sentence", ready.sentence), ("easy_text", ready.easy_text))
    return {
        name: names.fill(template, after)
        for name, template in pairs
        if getattr(goal, name) == names.fill(template, before)
    }


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
