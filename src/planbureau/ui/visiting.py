"""What a home visit may show: one household, its members, and what is of the visited client alone.

A child can have two homes. The plans, dates and people of the other home stay away from every page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.page import PageContext
from planbureau.views import ClientView, HouseholdView, PersonView, PlanView


@dataclass(frozen=True)
class Sight:
    """The clients and households that may be seen; None means everyone."""

    subjects: frozenset[str] | None = None

    def sees(self, client_id: str, household_id: str) -> bool:
        """Whether a plan or date of them may be seen; what is of a household is of nobody else."""
        return self.subjects is None or (household_id or client_id) in self.subjects


def sight_of(context: PageContext) -> Sight:
    """What may be seen now. Raises NotFoundError when the visited household is gone."""
    if not context.visiting:
        return Sight()
    client_id = context.visit.client_id
    homes = visited_homes(context)
    members = {member.client_id for home in homes for member in home.members}
    return Sight(frozenset({client_id, *(home.id for home in homes), *members} - {""}))


def sees_plan(context: PageContext, plan_id: str) -> bool:
    """Whether a plan may be seen now; during a visit one that cannot be found may not."""
    if not context.visiting:
        return True
    try:
        row = context.workspace.plans.row(plan_id)
        return sight_of(context).sees("".join(row.client_ids[:1]), row.household_id)
    except PlanbureauError:
        return False


def visited_homes(context: PageContext) -> tuple[HouseholdView, ...]:
    """The home that is visited; without a choice the main home of the client, or none."""
    visit, clients = context.visit, context.workspace.clients
    if visit.household_id:
        return (clients.household(visit.household_id),)
    return tuple(clients.household(i) for i in clients.client(visit.client_id).household_ids[:1])


def homes_in_sight(context: PageContext, client: ClientView) -> tuple[HouseholdView, ...]:
    """The homes of a client; during a visit only the one that is visited."""
    ids = client.household_ids
    if context.visiting:
        ids = tuple(home.id for home in visited_homes(context) if home.id in ids)
    return tuple(context.workspace.clients.household(i) for i in ids)


def people_around(context: PageContext, subject_id: str) -> tuple[PersonView, ...]:
    """Everyone who may be named with this client or household; in a home visit nobody of elsewhere."""
    found = context.workspace.clients.people_of(subject_id)
    if not context.visiting:
        return found
    seen = _seen_people(context, subject_id)
    return tuple(person for person in found if person.id in seen)


def people_of_plan(context: PageContext, plan: PlanView) -> tuple[PersonView, ...]:
    """Who may be named in a plan; in a home visit those around, and whom the plan itself names already."""
    if not context.visiting:
        return tuple(plan.people.values())
    home = plan.household if plan.format.subject.value == "household" else None
    subject_id = home.id if home is not None else plan.client.id if plan.client else ""
    seen = {person.id for person in people_around(context, subject_id)} | set(_named_in(plan))
    return tuple(person for person in plan.people.values() if person.id in seen)


def menu_of_homes(parent: QWidget, homes: Iterable[HouseholdView], chosen: Callable[[str], object]) -> QMenu:
    """Asks which home is visited; `chosen` gets its id."""
    menu = QMenu(parent)
    for home in homes:
        action = menu.addAction(f"Bij {home.name}".replace("&", "&&"))
        action.triggered.connect(lambda _=False, home_id=home.id: chosen(home_id))
    return menu


def _seen_people(context: PageContext, subject_id: str) -> frozenset[str]:
    clients = context.workspace.clients
    homes = visited_homes(context)
    seen: set[str] = set()
    if subject_id not in {home.id for home in homes}:
        client = clients.client(subject_id)
        seen.add(client.person.id)
        seen |= {custody.person.id for custody in clients.custody(subject_id)}
        homes = homes_in_sight(context, client)
    for home in homes:
        seen |= {member.person.id for member in home.members}
        seen |= {relation.person.id for relation in clients.relations(home.id)}
    seen |= {relation.person.id for relation in clients.relations(subject_id)}
    return frozenset(seen)


def _named_in(plan: PlanView) -> Iterator[str]:
    if plan.coordinator is not None:
        yield plan.coordinator.id
    for goal in plan.goals:
        yield from goal.for_whom
        for action in goal.actions:
            yield from (action.responsible_person, *action.helpers)
    for view in plan.answers.values():
        yield from _ids_in(view.answer.value)


def _ids_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("person"), str):
            yield value["person"]
        for part in value.values():
            yield from _ids_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from _ids_in(part)
