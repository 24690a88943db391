"""A stick that is pulled out, a folder that is moved or replaced: what was told to be saved is never gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.vault_room import VaultRoom

from planbureau.errors import VaultError
from planbureau.services.api import Workspace
from planbureau.vault.errors import VaultInUseError
from planbureau.vault.lock import VaultLock
from planbureau.views import PersonView


def add(workspace: Workspace, name: str) -> None:
    workspace.clients.add_client(PersonView(given_name=name))


def names(workspace: Workspace) -> set[str]:
    return {row.full_name for row in workspace.clients.rows()}


@pytest.fixture
def room(tmp_path: Path) -> VaultRoom:
    return VaultRoom(tmp_path / "stick")


def test_nothing_is_saved_in_a_folder_that_is_gone(room: VaultRoom, tmp_path: Path) -> None:
    workspace = room.create()
    add(workspace, "Noor")
    aside = workspace.folder.rename(tmp_path / "elders")
    with pytest.raises(VaultError, match="De map is er niet"):
        add(workspace, "Sem")
    assert names(workspace) == {"Noor"}
    aside.rename(workspace.folder)
    add(workspace, "Tess")
    workspace.lock()
    again = room.unlock()
    assert names(again) == {"Noor", "Tess"}
    again.lock()


def test_a_stick_that_was_put_back_goes_on_and_has_the_lock(room: VaultRoom, tmp_path: Path) -> None:
    workspace = room.create()
    add(workspace, "Noor")
    # The same content as another file: so the system sees a stick that comes back.
    aside = workspace.folder.rename(tmp_path / "eruit")
    shutil.copytree(aside, workspace.folder)
    add(workspace, "Sem")
    with pytest.raises(VaultInUseError):
        VaultLock(workspace.folder, "een ander venster").acquire()
    workspace.lock()
    again = room.unlock()
    assert names(again) == {"Noor", "Sem"}
    again.lock()


def test_somebody_else_may_have_opened_it_meanwhile(room: VaultRoom, tmp_path: Path) -> None:
    workspace = room.create()
    add(workspace, "Noor")
    shutil.copytree(workspace.folder.rename(tmp_path / "eruit"), workspace.folder)
    with VaultLock(workspace.folder, "een ander venster"), pytest.raises(VaultInUseError):
        add(workspace, "Sem")
    add(workspace, "Tess")
    assert names(workspace) == {"Noor", "Tess"}
    workspace.lock()


def test_an_older_copy_in_its_place_takes_nothing_in(room: VaultRoom, tmp_path: Path) -> None:
    workspace = room.create()
    shutil.copytree(workspace.folder, tmp_path / "oud")
    add(workspace, "Noor")
    old = workspace.folder.rename(tmp_path / "eruit")
    (tmp_path / "oud").rename(workspace.folder)
    with pytest.raises(VaultError, match="vervangen terwijl de kluis open was"):
        add(workspace, "Sem")
    assert names(workspace) == {"Noor"}
    workspace.lock()
    shutil.rmtree(room.place)
    old.rename(room.place)
    again = room.unlock()
    assert names(again) == {"Noor"}
    again.lock()


def test_another_vault_in_its_place_takes_nothing_in(room: VaultRoom, tmp_path: Path) -> None:
    other = VaultRoom(tmp_path / "ander")
    other.create_anew().lock()
    workspace = room.create()
    workspace.folder.rename(tmp_path / "eruit")
    shutil.copytree(other.place, workspace.folder)
    with pytest.raises(VaultError, match="vervangen terwijl de kluis open was"):
        add(workspace, "Sem")
    workspace.lock()
    again = other.unlock()
    assert names(again) == set()
    again.lock()


def test_a_move_in_the_middle_of_a_save_undoes_it(room: VaultRoom, tmp_path: Path) -> None:
    workspace = room.create()
    away: list[Path] = []
    workspace.clients._context.renew_with(  # type: ignore[attr-defined]
        lambda _: away.append(workspace.folder.rename(tmp_path / "eruit"))
    )
    with pytest.raises(VaultError, match="De map is er niet"):
        add(workspace, "Sem")
    (moved,) = away
    moved.rename(workspace.folder)
    assert names(workspace) == set()
    workspace.lock()
