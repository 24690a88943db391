"""Households are found, listed, and taken away when nobody and no plan is left in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.vault_room import VaultRoom

from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.services.api import Workspace
from planbureau.views import HouseholdLine, PersonView, SearchHit


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = VaultRoom(tmp_path).create()
    yield made
    made.lock()


def homes(workspace: Workspace, typed: str) -> list[SearchHit]:
    return [hit for hit in workspace.search(typed) if hit.kind == "household"]


def test_a_household_is_found_by_its_name_and_its_people(workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Prins"))
    person = workspace.clients.client(client_id).person
    home, _ = workspace.clients.add_household("Gezin Okafor")
    assert homes(workspace, "okaf") == [SearchHit("household", home, "", "Gezin Okafor", "")]
    workspace.clients.add_member(home, person.id, "kind")
    assert [hit.detail for hit in homes(workspace, "noor")] == ["Noor Prins"]
    assert [hit.kind for hit in workspace.search("prins")] == ["client", "household"]
    workspace.clients.save_person(person, replace(person, family_name="Keizer"))
    assert [hit.record_id for hit in homes(workspace, "keizer")] == [home]
    workspace.clients.save_household(workspace.clients.household(home), "Gezin Keizer")
    assert homes(workspace, "okaf") == []


def test_the_list_of_households(workspace: Workspace) -> None:
    empty, _ = workspace.clients.add_household("gezin Aa")
    full, _ = workspace.clients.add_household("Gezin Bb")
    for name in ("Bo", "Cem"):
        person, _ = workspace.clients.add_person(PersonView(given_name=name))
        workspace.clients.add_member(full, person, "kind")
    first, second = workspace.clients.household_lines()
    assert first == HouseholdLine(empty, "gezin Aa")
    assert (second.id, second.name, sorted(second.members)) == (full, "Gezin Bb", ["Bo", "Cem"])


def test_only_an_empty_household_is_taken_away(workspace: Workspace) -> None:
    clients = workspace.clients
    home, _ = clients.add_household("Gezin Okafor")
    person, _ = clients.add_person(PersonView(given_name="Bo"))
    clients.add_member(home, person, "kind")
    with pytest.raises(InvalidInputError, match="horen nog mensen"):
        clients.remove_household(clients.household(home))
    clients.remove_member(clients.household(home).members[0])
    clients.remove_household(clients.household(home))
    assert clients.household_lines() == ()
    assert homes(workspace, "okafor") == []
    with pytest.raises(NotFoundError):
        clients.household(home)

    planned, _ = clients.add_household("Gezin Bakker")
    workspace.plans.start_plan("gzp", household_id=planned)
    with pytest.raises(InvalidInputError, match="heeft een plan"):
        clients.remove_household(clients.household(planned))
