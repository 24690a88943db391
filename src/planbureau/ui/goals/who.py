"""Who works on what: the actions of all goals as the rules look at them, and as a list per person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from planbureau.rules.action_status import ActionStatus
from planbureau.rules.actions import ActionFacts, Overlap, PerformerKind, find_overlaps, shares
from planbureau.rules.goal_letters import action_code
from planbureau.rules.smart import GoalKind
from planbureau.ui.goals.scope import GoalScope, live_actions
from planbureau.views import ActionView, GoalView

UNKNOWN_DOER = "Nog niemand gekozen"


@dataclass(frozen=True)
class Task:
    """One action of somebody. `helps` tells that somebody else is responsible."""

    goal_id: str
    action_id: str
    code: str
    what: str
    goal: str
    day: date | None
    how_often: str
    status: ActionStatus
    helps: bool = False


@dataclass(frozen=True)
class Doer:
    """Somebody, or a function, with what is to be done, the nearest date first."""

    id: str
    name: str
    tasks: tuple[Task, ...]


def facts_of(goal: GoalView, action: ActionView, scope: GoalScope) -> ActionFacts:
    """One action as `rules.actions` looks at it."""
    person = scope.names.get(action.responsible_person)
    names = (person.short_name if person else action.responsible_function,)
    kind = PerformerKind(action.doer_kind) if action.doer_kind in _KINDS else None
    return ActionFacts(
        code=action_code(goal.number, action.letter) if goal.number else action.letter,
        what=action.what,
        responsible=tuple(name for name in names if name),
        kind=kind,
        organisation=person.organisation if person else "",
        for_whom=frozenset(action.for_whom or scope.asked(scope.plan_of(goal), goal)),
        start=action.start,
        due=action.done_by,
        status=ActionStatus.LAPSED if action.cancelled else ActionStatus(action.status),
        how_often=action.how_often,
        recurring=goal.kind == GoalKind.RECURRING.value,
    )


_KINDS = frozenset(kind.value for kind in PerformerKind)


def overlaps_of(goals: Iterable[GoalView], scope: GoalScope) -> tuple[Overlap, ...]:
    """Actions in these goals that look the same (rules D2.6), named with their plan when there are more."""
    return find_overlaps([one for goal in goals for one in _named_facts(goal, scope)])


def overlaps_with(goal: GoalView, scope: GoalScope) -> tuple[Overlap, ...]:
    """Actions of this goal that look like one of another goal, or of this one, in any plan of the scope."""
    mine = {facts.code for facts in _named_facts(goal, scope)}
    return tuple(one for one in overlaps_of(scope.goals, scope) if {one.first, one.second} & mine)


def _named_facts(goal: GoalView, scope: GoalScope) -> list[ActionFacts]:
    title = f" ({scope.plan_of(goal).title})" if len(scope.plans) > 1 else ""
    return [replace(one, code=f"{one.code}{title}") for one in facts_of_all((goal,), scope)]


def facts_of_all(goals: Iterable[GoalView], scope: GoalScope) -> tuple[ActionFacts, ...]:
    """Every live action of these goals."""
    return tuple(facts_of(goal, action, scope) for goal in goals for action in live_actions(goal))


def who_does_what(goals: Iterable[GoalView], scope: GoalScope) -> tuple[Doer, ...]:
    """Everyone who does something, in order of the goals; tasks by date, those without a date last."""
    tasks: dict[str, list[Task]] = {}
    for goal in goals:
        for action in live_actions(goal):
            responsible = action.responsible_person or action.responsible_function
            tasks.setdefault(responsible, []).append(_task(goal, action))
            for helper in action.helpers:
                tasks.setdefault(helper, []).append(_task(goal, action, helps=True))
    return tuple(
        Doer(key, _name(key, scope), tuple(sorted(found, key=_order))) for key, found in tasks.items()
    )


def shares_text(goals: Iterable[GoalView], scope: GoalScope) -> str:
    """How the open actions are shared over kinds of doers: number and part, in the order of the rules."""
    counted = shares(facts_of_all(goals, scope))
    whole = sum(counted.values())
    parts = [
        f"{kind.label} {counted[kind]} ({round(100 * counted[kind] / whole)} %)"
        for kind in PerformerKind
        if kind in counted
    ]
    return f"Open acties: {', '.join(parts)}." if parts else "Er zijn nog geen open acties."


def _task(goal: GoalView, action: ActionView, *, helps: bool = False) -> Task:
    return Task(
        goal_id=goal.id,
        action_id=action.id,
        code=action_code(goal.number, action.letter),
        what=action.what or "(nog geen tekst)",
        goal=goal.sentence,
        day=action.done_by or action.start,
        how_often=action.how_often,
        status=ActionStatus(action.status),
        helps=helps,
    )


def _order(task: Task) -> tuple[bool, bool, date]:
    return (not task.status.is_open, task.day is None, task.day or date.max)


def _name(key: str, scope: GoalScope) -> str:
    if not key:
        return UNKNOWN_DOER
    person = scope.names.get(key)
    return person.full_name if person else key
