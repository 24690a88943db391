"""Which plans a home visit shows."""

from __future__ import annotations

from tests.ui.people.family import make_family
from tests.ui.vault_fixtures import room, workspace

from planbureau.services.api import Workspace
from planbureau.ui.places import HomeVisit
from planbureau.ui.shell.visited import is_visited

__all__ = ["room", "workspace"]


def test_plans_of_the_visited_home_and_no_other(workspace: Workspace) -> None:
    family = make_family(workspace)
    second, _ = workspace.plans.start_plan("gzp", household_id=family.second_home)
    stranger, _ = workspace.plans.start_plan("osp", family.stranger)
    plans = {
        "moeder": family.plan,
        "gezin": family.family_plan,
        "tweede huis": second,
        "ander": stranger,
        "onbekend": "geen plan",
    }

    def seen(visit: HomeVisit) -> set[str]:
        return {name for name, plan_id in plans.items() if is_visited(workspace, visit, plan_id)}

    assert seen(HomeVisit(family.child)) == {"moeder", "gezin"}
    assert seen(HomeVisit(household_id=family.home)) == {"moeder", "gezin"}
    # The child in the other home, where the other client lives too.
    assert seen(HomeVisit(family.child, family.second_home)) == {"tweede huis", "ander"}
