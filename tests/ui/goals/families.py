"""A family of an invented provider, with a family plan and a plan of one client, in a real vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from planbureau.model.rows import PlanVersionRow
from planbureau.services.api import Workspace
from planbureau.services.workspace import OpenWorkspace
from planbureau.views import PersonView, RelationView


@dataclass(frozen=True)
class Family:
    """Ids of people and plans."""

    household: str
    client: str
    plan: str  # gezinsplan
    osp: str  # ondersteuningsplan of the client
    fatima: str
    emre: str
    elif_: str
    opa: str
    worker: str


@pytest.fixture
def family(workspace: Workspace) -> Family:
    clients = workspace.clients
    household, _ = clients.add_household("Gezin Yıldız")

    def member(name: str, role: str, born: date) -> str:
        person, _ = clients.add_person(PersonView(given_name=name, family_name="Yıldız", birth_date=born))
        clients.add_member(household, person, role)
        return person

    fatima = member("Fatima", "moeder", date(1988, 4, 2))
    emre = member("Emre", "vader", date(1986, 9, 9))
    child, _ = clients.add_client(
        PersonView(given_name="Elif", family_name="Yıldız", birth_date=date(2014, 5, 1)), "Y-1"
    )
    elif_ = clients.client(child).person.id
    clients.add_member(household, elif_, "kind")
    opa, _ = clients.add_person(PersonView(given_name="Hasan", family_name="Yıldız"))
    clients.add_relation(RelationView("", household, clients.person(opa), "opa"))
    worker, _ = clients.add_person(
        PersonView(given_name="Wim", organisation="Wijkteam", function="gezinscoach", professional=True)
    )
    clients.add_relation(RelationView("", household, clients.person(worker), "gezinscoach"))
    plan, _ = workspace.plans.start_plan("gzp", household_id=household)
    osp, _ = workspace.plans.start_plan("osp", child)
    return Family(household, child, plan, osp, fatima, emre, elif_, opa, worker)


def adopt_once(workspace: Workspace, plan_id: str, *, without_consent: bool = False) -> None:
    """Puts a version behind a plan, so that its goals can be agreed; the gates are tested elsewhere."""
    assert isinstance(workspace, OpenWorkspace)
    fields = {
        "plan_id": plan_id,
        "number": 1,
        "adopted_on": "2026-03-16",
        "adopted_by": workspace.organisation.user().id,
        "content": "{}",
        "content_hash": "",
        "format_text": "",
        "meeting": {},
        "without_consent": without_consent,
        "reason": "Nog niet besproken." if without_consent else "",
    }
    with workspace.plans._context.writing() as work:
        work.create(PlanVersionRow, fields)
