"""Many verbs as one transaction: whole or not at all, and found afterwards like any other write."""

from __future__ import annotations

import pytest

from planbureau.changes import Changes
from planbureau.services.api import Workspace
from planbureau.services.workspace import OpenWorkspace
from planbureau.views import PersonView


@pytest.fixture
def vault(workspace: Workspace) -> OpenWorkspace:
    assert isinstance(workspace, OpenWorkspace)
    return workspace


def _add(vault: OpenWorkspace, name: str) -> str:
    person_id, _ = vault.clients.add_person(PersonView(given_name=name))
    client_id, _ = vault.clients.add_client(vault.clients.person(person_id), "VL-1")
    return client_id


def test_each_verb_reads_what_the_one_before_it_wrote_and_listeners_hear_once(vault: OpenWorkspace) -> None:
    heard: list[Changes] = []
    vault.subscribe(heard.append)
    with vault.together():
        client = _add(vault, "Noor")
        plan, _ = vault.plans.start_plan("osp", client)
        assert vault.plans.plan(plan).subject_name == "Noor"
        assert heard == []
    (told,) = heard
    assert {"person", "client", "plan"} <= {change.kind for change in told.changed}
    assert [hit.title for hit in vault.search("noor")][:1] == ["Noor"]
    assert vault.calendar.deadlines(client_id=client) == vault.calendar.deadlines()


def _half(vault: OpenWorkspace) -> None:
    with vault.together():
        _add(vault, "Noor")
        raise ZeroDivisionError


def test_a_fault_undoes_all_of_it_and_the_vault_goes_on(vault: OpenWorkspace) -> None:
    with pytest.raises(ZeroDivisionError):
        _half(vault)
    assert vault.clients.rows() == ()
    _add(vault, "Jin")
    assert [row.full_name for row in vault.clients.rows()] == ["Jin"]


def test_a_plan_on_a_list_stays_hidden_from_a_colleague_within_the_block(vault: OpenWorkspace) -> None:
    with vault.together():
        client = _add(vault, "Noor")
        plan, _ = vault.plans.start_plan("mld", client)
        colleague, _ = vault.clients.add_person(PersonView(given_name="Ruben", professional=True))
        with vault.written_by(colleague):
            assert vault.plans.rows(client) == ()
        assert [row.id for row in vault.plans.rows(client)] == [plan]
