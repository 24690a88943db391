"""Looking at a portable file before it comes in: it says what is in it, and changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.services.test_exchange import state
from tests.vault_room import VaultRoom

from planbureau.errors import ImportFileError, PlanbureauError
from planbureau.services.api import Workspace
from planbureau.views import PersonView


def some_client(workspace: Workspace) -> tuple[str, str]:
    noor, _ = workspace.clients.add_client(
        PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))
    )
    plan, _ = workspace.plans.start_plan("osp", noor)
    return noor, plan


@pytest.fixture
def elsewhere(tmp_path: Path) -> Workspace:
    return VaultRoom(tmp_path / "elders").create()


def test_a_client_is_told_tried_and_taken_in(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    noor, _ = some_client(elsewhere)
    file = tmp_path / "client.json"
    file.write_bytes(elsewhere.exchange.export_client(noor))
    elsewhere.lock()
    before = state(workspace)
    found = workspace.exchange.look(file)
    assert state(workspace) == before
    assert (found.kind, found.about) == ("client", "Noor Voorbeeld, geboren op 1 mei 1990")
    assert found.lines == ("1 plan: Ondersteuningsplan (concept)", "1 persoon")
    assert not found.known
    made = workspace.exchange.bring_in(found)
    assert (made.kind, made.subject_id) == ("client", noor)
    assert workspace.clients.client(noor).person.full_name == "Noor Voorbeeld"


def test_what_is_known_comes_in_as_a_copy_only(workspace: Workspace, tmp_path: Path) -> None:
    noor, plan = some_client(workspace)
    for number, content in enumerate(
        (workspace.exchange.export_client(noor), workspace.exchange.export_plan(plan))
    ):
        file = tmp_path / f"{number}.json"
        file.write_bytes(content)
        before = state(workspace)
        found = workspace.exchange.look(file)
        assert found.known
        with pytest.raises(ImportFileError, match="staat al in de kluis"):
            workspace.exchange.bring_in(found)
        assert state(workspace) == before
        made = workspace.exchange.bring_in(found, as_copy=True)
        assert made.subject_id not in (noor, plan)
    assert [row.full_name for row in workspace.clients.rows()] == ["Noor Voorbeeld"] * 3


def test_a_plan_whose_people_are_known_says_that_they_stay(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    noor, plan = some_client(elsewhere)
    content = elsewhere.exchange.export_plan(plan)
    workspace.exchange.import_file(elsewhere.exchange.export_client(noor))
    elsewhere.lock()
    workspace.plans.rows(noor)
    other, _ = workspace.plans.start_plan("osp", noor)
    third = VaultRoom(tmp_path / "derde").create()
    third.exchange.import_file(content)
    file = tmp_path / "plan.json"
    file.write_bytes(workspace.exchange.export_plan(other))
    found = third.exchange.look(file)
    third.lock()
    assert found.about == "Ondersteuningsplan van Noor Voorbeeld"
    assert found.lines[-1] == "Wie hier al bekend is, blijft zoals het hier staat."
    assert not found.known


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b'{"planbureau": 9}', b'{"planbureau": 1}', b'{"a": 1}']
)
def test_what_cannot_come_in_is_told_in_dutch(workspace: Workspace, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bestand"
    file.write_bytes(content)
    before = state(workspace)
    with pytest.raises(ImportFileError, match="Er is niets veranderd"):
        workspace.exchange.look(file)
    assert state(workspace) == before


def test_a_file_that_is_gone_and_a_vault_for_reading_only(room: VaultRoom, tmp_path: Path) -> None:
    workspace = room.create()
    noor, _ = some_client(workspace)
    content = workspace.exchange.export_client(noor)
    with pytest.raises(ImportFileError, match="kan niet worden gelezen"):
        workspace.exchange.look(tmp_path / "weg.json")
    workspace.lock()
    (tmp_path / "client.json").write_bytes(content)
    reading = room.vaults.unlock(room.place, "paard batterij nietje correct", read_only=True)
    with pytest.raises(PlanbureauError, match="alleen om te lezen"):
        reading.exchange.look(tmp_path / "client.json")
    reading.lock()
