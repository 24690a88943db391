"""What a home visit shows: plans of the visited home and no other."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.people.family import make_family
from tests.ui.vault_fixtures import page_context, room, workspace

from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.places import HomeVisit
from planbureau.ui.visiting import sees_plan

__all__ = ["page_context", "room", "workspace"]


def test_plans_of_the_visited_home_and_no_other(workspace: Workspace, page_context: PageContext) -> None:
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
        context = replace(page_context, visit=visit)
        return {name for name, plan_id in plans.items() if sees_plan(context, plan_id)}

    assert seen(HomeVisit()) == set(plans)
    assert seen(HomeVisit(family.child)) == {"moeder", "gezin"}
    assert seen(HomeVisit(household_id=family.home)) == {"moeder", "gezin"}
    # The child in the other home, where the other client lives too.
    assert seen(HomeVisit(family.child, family.second_home)) == {"tweede huis", "ander"}
