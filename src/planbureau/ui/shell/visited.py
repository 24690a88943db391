"""Which plans belong to the home that is visited."""

from __future__ import annotations

from planbureau.errors import PlanbureauError
from planbureau.services.api import Workspace
from planbureau.ui.places import HomeVisit


def is_visited(workspace: Workspace, visit: HomeVisit, plan_id: str) -> bool:
    """Whether a plan is about the visited client, the visited household, or a client who lives there.

    A child with two homes is visited in one of them: the plan of the other household stays away.
    """
    try:
        row = workspace.plans.row(plan_id)
        homes = _homes(workspace, visit)
        if row.household_id:
            return row.household_id in homes
        members = (member for home in homes for member in workspace.clients.household(home).members)
        return bool({visit.client_id, *(member.client_id for member in members)} & set(row.client_ids))
    except PlanbureauError:
        return False


def _homes(workspace: Workspace, visit: HomeVisit) -> tuple[str, ...]:
    if visit.household_id or not visit.client_id:
        return (visit.household_id,)
    return workspace.clients.client(visit.client_id).household_ids[:1]
