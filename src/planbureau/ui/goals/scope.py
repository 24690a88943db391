"""About whom a matrix or a card is: the plans, the people, and what may be named there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from planbureau.changes import Changes
from planbureau.errors import NotFoundError
from planbureau.formats.answers import PlanState
from planbureau.formats.flow import life_domains
from planbureau.formats.goals import GoalLibrary
from planbureau.formats.model import LifeDomain, QuestionKind, Subject
from planbureau.rules.dates import age_on
from planbureau.rules.goals.looks import Voice
from planbureau.rules.goals.moves import MoveContext
from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.visiting import people_around, sight_of
from planbureau.views import GoalView, PersonView, PlanView

CLOSED = "closed"
_WITH_CUSTODY = frozenset({"parent", "guardian"})


@dataclass(frozen=True)
class GoalScope:
    """The plans of one client or household, with the people in them. `today` is the day of the screen."""

    subject_id: str
    title: str
    plans: tuple[PlanView, ...]
    people: tuple[tuple[PersonView, str], ...]  # members with their role; the client alone in a client's plan
    nameable: tuple[PersonView, ...]
    library: GoalLibrary

    @cached_property
    def goals(self) -> tuple[GoalView, ...]:
        """All goals of these plans, plan by plan, by number."""
        return tuple(goal for plan in self.plans for goal in plan.goals)

    @cached_property
    def rows(self) -> dict[str, str]:
        """For each area of these plans and of the library its row in the matrix: the first one so called."""
        first: dict[str, str] = {}
        found: dict[str, str] = {}
        several = [areas_of(plan, self.library) for plan in self.plans]
        library = tuple((area.code, area.title) for area in self.library.areas)
        for code, title in (pair for areas in (*several, library) for pair in areas):
            found.setdefault(code, first.setdefault(title, code))
        return found

    def plan_of(self, goal: GoalView) -> PlanView:
        """The plan that a goal stands in. Raises NotFoundError."""
        return self.plan(goal.plan_id)

    def plan(self, plan_id: str) -> PlanView:
        """One of the plans. Raises NotFoundError."""
        for plan in self.plans:
            if plan.id == plan_id:
                return plan
        raise NotFoundError("Dit plan hoort niet bij deze mensen.", "Open het overzicht opnieuw.")

    @cached_property
    def names(self) -> dict[str, PersonView]:
        """Everyone who can be named, by id."""
        known = {person.id: person for plan in self.plans for person in plan.people.values()}
        known |= {person.id: person for person in self.nameable}
        return known | {person.id: person for person, _ in self.people}

    def name(self, person_id: str) -> str:
        """The name used in speech."""
        person = self.names.get(person_id)
        return person.short_name if person else "iemand anders"

    def asked(self, plan: PlanView, goal: GoalView) -> tuple[str, ...]:
        """For whom a goal is; without names in a client's plan that is the client."""
        if goal.for_whom or plan.format.subject is Subject.HOUSEHOLD or plan.client is None:
            return goal.for_whom
        return (plan.client.person.id,)

    def elsewhere(self, plan: PlanView) -> tuple[PersonView, ...]:
        """Who has custody of a child in a family's plan and does not live there; only who may be seen."""
        if plan.format.subject is not Subject.HOUSEHOLD:
            return ()
        members, seen = {person.id for person, _ in self.people}, {person.id for person in self.nameable}
        found = {one.person.id: one.person for one in plan.custody if one.kind in _WITH_CUSTODY}
        return tuple(one for one in found.values() if one.id in seen - members and not one.professional)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Who can be named in a picker: id and full name."""
        return tuple((person.id, labelled(person)) for person in self.nameable)


def labelled(person: PersonView) -> str:
    """A name for a picker; a professional with the function."""
    return f"{person.full_name} ({person.function})" if person.function else person.full_name


def move_context(plan: PlanView) -> MoveContext:
    """What decides which moves of a status are open in this plan (rules D2, B1.4)."""
    if not plan.versions:
        return MoveContext()
    return MoveContext(True, plan.agreed_by)


def voice_of(scope: GoalScope, goal: GoalView, person_id: str) -> Voice:
    """Whose voice it is when this person says how it goes with a goal."""
    plan = scope.plan_of(goal)
    own = {client.person.id for client in plan.clients} | set(scope.asked(plan, goal))
    if person_id in own:
        return Voice.CLIENT
    person = scope.names.get(person_id)
    user_like = person is not None and person.professional
    members = {one.id for one, _ in scope.people}
    return Voice.PROFESSIONAL if user_like and person_id not in members else Voice.FAMILY


def age_of(person: PersonView, context: PageContext) -> int | None:
    """The age of somebody today, when the birth date is known."""
    return age_on(person.birth_date, context.clock.today()) if person.birth_date else None


def scope_of_plan(context: PageContext, plan_id: str) -> GoalScope:
    """The scope of one plan. Raises NotFoundError."""
    plan = context.workspace.plans.plan(plan_id)
    return _scope(context, subject_of(plan), (plan,))


def scope_of_subject(context: PageContext, subject_id: str) -> GoalScope:
    """The scope of a client or household with every plan that is not closed. Raises NotFoundError.

    The plans that are about the subject itself come first, then those of the people in it.
    """
    sight = sight_of(context)
    plans = tuple(
        context.workspace.plans.plan(row.id)
        for row in context.workspace.plans.rows(subject_id)
        if row.status != CLOSED and not row.lost and sight.sees("".join(row.client_ids[:1]), row.household_id)
    )
    own_first = sorted(plans, key=lambda plan: subject_of(plan) != subject_id)
    return _scope(context, subject_id, tuple(own_first))


PROGRESS = frozenset(
    {
        "goal", "action", "goal_scale", "goal_look", "plan_goal", "answer", "agreement", "risk", "restriction"
    }
)  # fmt: skip
"""Kinds of records that change what stands in a plan, and neither who is in it nor which plans there are."""


def scope_after(context: PageContext, scope: GoalScope, changes: Changes) -> GoalScope:
    """The scope after a write: only the plans that it touched are read again. Raises NotFoundError."""
    if not changes.changed or any(change.kind not in PROGRESS for change in changes.changed):
        return scope_of_subject(context, scope.subject_id)
    plans = context.workspace.plans
    touched = tuple(plans.plan(p.id) if p.id in changes.subjects else p for p in scope.plans)
    return replace(scope, plans=touched)


def subject_of(plan: PlanView) -> str:
    """The id of the household or client that a plan is about."""
    if plan.format.subject is Subject.HOUSEHOLD and plan.household is not None:
        return plan.household.id
    return plan.client.id if plan.client else ""


def _scope(context: PageContext, subject_id: str, plans: tuple[PlanView, ...]) -> GoalScope:
    workspace = context.workspace
    people: dict[str, tuple[PersonView, str]] = {}
    for plan in plans:
        members = plan.household.members if plan.household and _about_household(plan) else ()
        people.update((m.person.id, (m.person, m.role)) for m in members)
        if plan.client is not None and not _about_household(plan):
            people.setdefault(plan.client.person.id, (plan.client.person, ""))
    title = _title(workspace, subject_id, plans)
    around = {p.id: p for p in people_around(context, subject_id)}
    user = workspace.organisation.user()
    around.setdefault(user.id, user)
    if not context.visiting:
        around |= {p.id: p for p in workspace.clients.people() if p.professional and p.id not in around}
    eldest_first = sorted(people.values(), key=lambda pair: _eldest_first(pair[0]))
    return GoalScope(
        subject_id, title, plans, tuple(eldest_first), tuple(around.values()), workspace.goals.library()
    )


def _eldest_first(person: PersonView) -> tuple[date, str]:
    return (person.birth_date or date.max, person.sort_name.casefold())


def _about_household(plan: PlanView) -> bool:
    return plan.format.subject is Subject.HOUSEHOLD


def _title(workspace: Workspace, subject_id: str, plans: tuple[PlanView, ...]) -> str:
    for plan in plans:
        if subject_of(plan) == subject_id:
            return plan.subject_name
    try:
        return workspace.clients.household(subject_id).name
    except NotFoundError:
        return workspace.clients.client(subject_id).person.full_name


def has_matrix(plan: PlanView) -> bool:
    """Whether goals of a plan stand in the result areas of the goal library."""
    kinds = {question.kind for section in plan.format.sections for question in section.questions}
    return QuestionKind.GOAL_MATRIX in kinds


def domains_of(plan: PlanView) -> tuple[LifeDomain, ...]:
    """The life domains that a plan asks about, in its order, and those that a goal of it still names."""
    answers = {key: one.answer for key, one in plan.answers.items()}
    state = PlanState(answers, frozenset(plan.regimes), frozenset(plan.flags))
    return life_domains(plan.format, state, {goal.area for goal in plan.goals})


def areas_of(plan: PlanView, library: GoalLibrary) -> tuple[tuple[str, str], ...]:
    """The areas a goal of this plan can belong to: code and title."""
    if has_matrix(plan):
        return tuple((area.code, area.title) for area in library.areas)
    return tuple((domain.id, domain.label) for domain in domains_of(plan))
