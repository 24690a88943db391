"""A family of an invented provider, with a family plan and a plan of one client, in a real vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from planbureau.services.api import Workspace
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
