"""A vault with dates that are late, near and far away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from tests.ui.vault_fixtures import page_context, room, workspace

from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.views import PersonView

__all__ = ["page_context", "room", "workspace"]


@dataclass(frozen=True)
class Dates:
    """The ids of what is in the vault."""

    noor: str
    noor_plan: str
    sem: str
    sem_plan: str


@pytest.fixture
def dates(workspace: Workspace) -> Dates:
    """Noor with a term that is two weeks late, Sem with one that is near."""
    clients, plans = workspace.clients, workspace.plans
    noor, _ = clients.add_client(
        PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))
    )
    sem, _ = clients.add_client(
        PersonView(given_name="Sem", family_name="Anders", birth_date=date(2013, 6, 1))
    )
    noor_plan, _ = plans.start_plan("osp", noor)
    plans.save_frame(plans.plan(noor_plan), ["wlz"], [], {"datum_start_zorg": date(2026, 1, 17)})
    sem_plan, _ = plans.start_plan("osp", sem)
    plans.save_frame(plans.plan(sem_plan), ["wlz"], [], {"datum_start_zorg": date(2026, 2, 6)})
    return Dates(noor, noor_plan, sem, sem_plan)


@pytest.fixture
def visit_context(page_context: PageContext, dates: Dates) -> PageContext:
    """A home visit at Noor's."""
    from dataclasses import replace

    from planbureau.ui.places import HomeVisit

    return replace(page_context, visit=HomeVisit(client_id=dates.noor))
