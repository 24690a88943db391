"""Goals as a matrix: areas down, people across, in a cell the statuses with the letters of the actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from planbureau.formats.model import Subject
from planbureau.rules.dates import age_on
from planbureau.rules.dutch import sentence
from planbureau.rules.goals.letters import action_code
from planbureau.rules.goals.smart import GoalKind
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, short_look, status_word
from planbureau.rules.status_look import StatusLook
from planbureau.ui.goals.scope import GoalScope, areas_of, has_matrix
from planbureau.ui.page import PageContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.matrix_model import (
    MatrixCell,
    MatrixContent,
    MatrixHead,
    MatrixLine,
    MatrixPlace,
)
from planbureau.views import GoalView, PersonView, PlanView

WHOLE, NOBODY, OTHER = "hele-gezin", "niemand", "overig"
ADULT = 18


@dataclass(frozen=True)
class MatrixFilter:
    """What the matrix shows; empty shows everything.

    `status` is the word of a status as the legend has it, `doer` a person id or the words of a function.
    """

    plan_id: str = ""
    status: str = ""
    doer: str = ""

    def keeps(self, goal: GoalView, scope: GoalScope) -> bool:
        """Whether a goal passes."""
        return (
            self.plan_id in ("", goal.plan_id)
            and self.status in ("", look_of(goal, scope).word)
            and (not self.doer or self.doer in doers(goal))
        )


def doers(goal: GoalView) -> frozenset[str]:
    """Everyone who does something for a goal: person ids, and functions by their words."""
    found: set[str] = set()
    for action in goal.live_actions:
        found |= {action.responsible_person, action.responsible_function, *action.helpers}
    return frozenset(found - {""})


def content_of(scope: GoalScope, chosen: MatrixFilter, context: PageContext) -> MatrixContent:
    """The matrix of these goals."""
    goals = tuple(goal for goal in scope.goals if chosen.keeps(goal, scope))
    plans = tuple(plan for plan in scope.plans if chosen.plan_id in ("", plan.id))
    found: dict[MatrixPlace, list[GoalView]] = {}
    for goal in goals:
        for place in places_of(goal, scope):
            found.setdefault(place, []).append(goal)
    down: dict[str, set[str]] = {}
    across: dict[str, set[str]] = {}
    for place, inside in found.items():
        down.setdefault(place.row_id, set()).update(goal.id for goal in inside)
        across.setdefault(place.column_id, set()).update(goal.id for goal in inside)
    rows = _counted(_rows(scope, plans, goals), down)
    return MatrixContent(
        rows,
        _counted(_columns(scope, goals, plans, context), across),
        {place: _cell(scope, inside) for place, inside in found.items()},
    )


def _counted(heads: tuple[MatrixHead, ...], found: Mapping[str, set[str]]) -> tuple[MatrixHead, ...]:
    """The heads with how many goals stand in each; a goal for two people counts once in its row."""
    return tuple(replace(head, count=len(found.get(head.id, ()))) for head in heads)


def places_of(goal: GoalView, scope: GoalScope) -> tuple[MatrixPlace, ...]:
    """Every cell that a goal stands in."""
    plan = scope.plan_of(goal)
    row = _row_of(goal, scope)
    people = scope.asked(plan, goal)
    members = {m.person.id for m in plan.household.members} if plan.household else set()
    if not people:
        return (MatrixPlace(row, NOBODY),)
    if plan.format.subject is Subject.HOUSEHOLD and len(members) > 1 and members <= set(people):
        return (MatrixPlace(row, WHOLE),)
    return tuple(MatrixPlace(row, person) for person in people)


def goals_at(place: MatrixPlace, scope: GoalScope, chosen: MatrixFilter) -> tuple[GoalView, ...]:
    """The goals that stand in one cell."""
    return tuple(g for g in scope.goals if chosen.keeps(g, scope) and place in places_of(g, scope))


def status_text(goal: GoalView, plan: PlanView) -> str:
    """The word of a goal's status; an agreed goal of a plan without consent says so."""
    return status_word(GoalStatus(goal.status), kind_of(goal.kind), plan.agreed_by)


def look_of(goal: GoalView, scope: GoalScope) -> StatusLook:
    """How the status of a goal is told in a cell, in the legend and in the filter: the same in all three."""
    return short_look(GoalStatus(goal.status), kind_of(goal.kind), scope.plan_of(goal).agreed_by)


def by_look(goals: Iterable[GoalView], scope: GoalScope) -> dict[StatusLook, list[GoalView]]:
    """The goals by how their status is told, in the order of the rules: by status, then by kind."""
    statuses, kinds = list(GoalStatus), list(GoalKind)
    found: dict[StatusLook, list[GoalView]] = {}
    for goal in sorted(
        goals, key=lambda one: (statuses.index(GoalStatus(one.status)), kinds.index(kind_of(one.kind)))
    ):
        found.setdefault(look_of(goal, scope), []).append(goal)
    return found


def _row_of(goal: GoalView, scope: GoalScope) -> str:
    return scope.rows.get(goal.area, OTHER)


def area_at(place: MatrixPlace, plan: PlanView, scope: GoalScope) -> str:
    """The area of this plan that a cell is in; empty when the plan has none by that title."""
    return next((code for code, _ in areas_of(plan, scope.library) if scope.rows[code] == place.row_id), "")


def library_area(place: MatrixPlace, scope: GoalScope) -> str:
    """The area of ready-made goals that a cell is in; empty when there is none by that title."""
    return next((one.code for one in scope.library.areas if scope.rows[one.code] == place.row_id), "")


def _rows(
    scope: GoalScope, plans: tuple[PlanView, ...], goals: tuple[GoalView, ...]
) -> tuple[MatrixHead, ...]:
    """One row for each title: areas of several plans that are called the same stand together."""
    labels: dict[str, str] = {}
    for plan in plans:
        labels.update((scope.rows[code], title) for code, title in areas_of(plan, scope.library))
    used = {_row_of(goal, scope) for goal in goals}
    labels.update((row, area.title) for area in scope.library.areas if (row := scope.rows[area.code]) in used)
    if OTHER in used or not plans or any(not has_matrix(plan) for plan in plans):
        labels.pop(OTHER, None)
        labels[OTHER] = "Overig"
    return tuple(MatrixHead(code, label) for code, label in labels.items())


def _columns(
    scope: GoalScope, goals: tuple[GoalView, ...], plans: tuple[PlanView, ...], context: PageContext
) -> tuple[MatrixHead, ...]:
    households = [plan for plan in plans if plan.format.subject is Subject.HOUSEHOLD]
    columns: list[MatrixHead] = []
    if households:
        columns.append(MatrixHead(WHOLE, "Hele gezin"))
    clients = {plan.client.person.id for plan in plans if plan.client}
    people = {p.id: (p, role) for p, role in scope.people if households or p.id in clients}
    for goal in goals:
        for person_id in scope.asked(scope.plan_of(goal), goal):
            if person_id not in people and person_id in scope.names:
                people[person_id] = (scope.names[person_id], "")
    columns += [_head(person, role, context) for person, role in people.values()]
    if any(not scope.asked(scope.plan_of(goal), goal) for goal in goals):
        columns.append(MatrixHead(NOBODY, "Nog niemand gekozen"))
    return tuple(columns)


def _head(person: PersonView, role: str, context: PageContext) -> MatrixHead:
    name = person.short_name
    age = age_on(person.birth_date, context.clock.today()) if person.birth_date else None
    if age is not None and age < ADULT:
        return MatrixHead(person.id, f"{name} ({age})", f"{name}, {age} jaar")
    return MatrixHead(person.id, f"{name} ({role})" if role else name)


def _cell(scope: GoalScope, goals: list[GoalView]) -> MatrixCell:
    lines = tuple(
        MatrixLine(look.icon, sentence(look.word), Tone(look.tone), len(inside), _letters(inside))
        for look, inside in by_look(goals, scope).items()
    )
    said = "; ".join(_said(scope, goal) for goal in goals)
    return MatrixCell(lines, said)


def _letters(goals: Iterable[GoalView]) -> str:
    """Of one goal "a, b"; of several "1a, 1b, 3a", because letters start again in each goal."""
    many = list(goals)
    if len(many) == 1:
        return ", ".join(action.letter for action in many[0].live_actions)
    return ", ".join(action_code(g.number, a.letter) for g in many for a in g.live_actions)


def _said(scope: GoalScope, goal: GoalView) -> str:
    letters = ", ".join(action.letter for action in goal.live_actions)
    acts = f", acties {letters}" if letters else ", nog geen acties"
    status = status_text(goal, scope.plan_of(goal))
    return f"doel {goal.number}, {status}{acts}: {goal.sentence or 'zonder tekst'}"
