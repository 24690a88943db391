"""An invented family in a vault, and somebody else, for the tests of the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.services.api import Workspace
from planbureau.views import (
    Address,
    ContactPoint,
    CustodyView,
    GoalView,
    MeasureView,
    PersonView,
    RelationView,
    RequestView,
)

STRANGER = "Wouterius"
"""The family name of a client of elsewhere: it may be nowhere during a home visit."""


@dataclass(frozen=True)
class Family:
    """The ids that tests need."""

    mother: str  # client
    child: str  # client, with two homes
    home: str
    second_home: str
    stranger: str  # client
    plan: str
    family_plan: str


def make_family(workspace: Workspace) -> Family:
    """A mother and a child of nine in care, a father in a second home, a network, plans and requests."""
    clients = workspace.clients
    mother_person = PersonView(
        given_name="Fatima",
        family_name="Yıldız",
        birth_date=date(1987, 3, 14),
        contacts=(ContactPoint("c1", "phone", "06-12345678", "mobiel"),),
        addresses=(Address("a1", "Dorpsstraat 12", "1234 AB", "Utrecht", "thuis"),),
    )
    mother, _ = clients.add_client(mother_person, "2025-0147")
    child, _ = clients.add_client(
        PersonView(given_name="Can", family_name="Yıldız", birth_date=date(2016, 9, 2)), "2025-0148"
    )
    stranger, _ = clients.add_client(
        PersonView(given_name="Truus", family_name=STRANGER, birth_date=date(1950, 1, 2)), "2024-0001"
    )
    home, _ = clients.add_household("Gezin Yıldız")
    second, _ = clients.add_household("Gezin Demir")
    clients.add_member(home, clients.client(mother).person.id, "moeder")
    clients.add_member(home, clients.client(child).person.id, "zoon")
    clients.add_member(second, clients.client(child).person.id, "zoon", main_home=False)
    father, _ = clients.add_person(PersonView(given_name="Emre", family_name="Demir"))
    clients.add_member(second, father, "vader")
    clients.add_member(second, clients.client(stranger).person.id, "partner")
    _add_network(workspace, mother, child, father)
    plan, family_plan = _add_plans(workspace, mother, home)
    clients.add_request(RequestView("", mother, "ACCESS", date(2026, 3, 2), "Fatima"))
    return Family(mother, child, home, second, stranger, plan, family_plan)


def _add_network(workspace: Workspace, mother: str, child: str, father: str) -> None:
    clients = workspace.clients
    aunt, _ = clients.add_person(
        PersonView(
            given_name="Hatice", family_name="Demir", contacts=(ContactPoint("c2", "phone", "06-87654321"),)
        )
    )
    clients.add_relation(
        RelationView("", mother, clients.person(aunt), "tante", contact_order=1, may_read="ja")
    )
    doctor, _ = clients.add_person(
        PersonView(
            given_name="Bo", family_name="Dokter", organisation="Praktijk Voorbeeld", professional=True
        )
    )
    clients.add_relation(RelationView("", mother, clients.person(doctor), "huisarts"))
    clients.add_custody(CustodyView("", child, clients.client(mother).person, "parent", willing=True))
    clients.add_custody(CustodyView("", child, clients.person(father), "parent", proof="gezagsregister"))
    clients.add_measure(MeasureView("", child, "ots", "Rechtbank Midden-Nederland", date(2026, 1, 5)))


def _add_plans(workspace: Workspace, mother: str, home: str) -> tuple[str, str]:
    plan, _ = workspace.plans.start_plan("osp", mother)
    workspace.plans.save_frame(
        workspace.plans.plan(plan), ["wlz"], [], {"datum_start_zorg": date(2026, 1, 17)}
    )
    family_plan, _ = workspace.plans.start_plan("gzp", household_id=home)
    person = workspace.clients.client(mother).person.id
    for sentence, target in (
        ("Schulden in beeld en afgesproken hoe we aflossen", date(2026, 3, 1)),
        ("Rust aan tafel: samen eten op drie avonden", date(2026, 3, 25)),
        ("Ik fiets zelf naar mijn werk", date(2026, 12, 1)),
    ):
        workspace.goals.add_goal(
            GoalView("", plan, 0, sentence=sentence, for_whom=(person,), target_date=target)
        )
    return plan, family_plan
