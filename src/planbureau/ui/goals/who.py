"""Who works on what: the actions of all goals as the rules look at them, with the names of the screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planbureau.rules.goals.actions import ActionFacts, Overlap, PerformerKind, find_overlaps
from planbureau.rules.goals.letters import action_code
from planbureau.rules.goals.smart import GoalKind
from planbureau.rules.goals.status import GoalStatus
from planbureau.ui.goals.scope import GoalScope
from planbureau.views import ActionView, GoalView
from planbureau.views.doing import Doer, shares_of, who_does_what


def facts_of(goal: GoalView, action: ActionView, scope: GoalScope) -> ActionFacts:
    """One action as `rules.goals.actions` looks at it."""
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
        status=goal.standing_of(action),
        how_often=action.how_often,
        recurring=goal.kind == GoalKind.RECURRING.value,
    )


_KINDS = frozenset(kind.value for kind in PerformerKind)


def overlaps_of(goals: Iterable[GoalView], scope: GoalScope) -> tuple[Overlap, ...]:
    """Actions in these goals that look the same (rules D2.6), named with their plan when there are more."""
    running = (goal for goal in goals if goal.status != GoalStatus.STOPPED.value)
    return find_overlaps([one for goal in running for one in _named_facts(goal, scope)])


def overlaps_with(goal: GoalView, scope: GoalScope) -> tuple[Overlap, ...]:
    """Actions of this goal that look like one of another goal, or of this one, in any plan of the scope."""
    mine = {facts.code for facts in _named_facts(goal, scope)}
    return tuple(one for one in overlaps_of(scope.goals, scope) if {one.first, one.second} & mine)


def _named_facts(goal: GoalView, scope: GoalScope) -> list[ActionFacts]:
    title = f" ({scope.plan_of(goal).title})" if len(scope.plans) > 1 else ""
    return [replace(one, code=f"{one.code}{title}") for one in facts_of_all((goal,), scope)]


def facts_of_all(goals: Iterable[GoalView], scope: GoalScope) -> tuple[ActionFacts, ...]:
    """Every live action of these goals."""
    return tuple(facts_of(goal, action, scope) for goal in goals for action in goal.live_actions)


def doers_of(goals: Iterable[GoalView], scope: GoalScope) -> tuple[Doer, ...]:
    """Everyone who does something, with the names that the scope knows."""
    names = scope.names
    return who_does_what(goals, lambda key: names[key].full_name if key in names else "")


def shares_text(goals: Iterable[GoalView]) -> str:
    """How the open actions are shared over kinds of doers: number and part, in the order of the rules."""
    parts = [f"{one.kind.label} {one.says}" for one in shares_of(goals)]
    return f"Open acties: {', '.join(parts)}." if parts else "Er zijn nog geen open acties."
