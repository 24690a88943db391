"""A vault that was put back is another copy: what it writes carries a device id of its own."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from tests.vault_room import PASSWORD, VaultRoom

from planbureau.model.rows import RevisionRow
from planbureau.services.api import Workspace
from planbureau.services.workspace import OpenWorkspace
from planbureau.views import PersonView


def devices(workspace: Workspace) -> list[str]:
    """The device id of each revision, in the order in which they were written."""
    assert isinstance(workspace, OpenWorkspace)
    with workspace._context.reading() as session:
        return list(session.scalars(select(RevisionRow.device).order_by(RevisionRow.at, RevisionRow.seq)))


def add(workspace: Workspace, name: str) -> None:
    workspace.clients.add_client(PersonView(id="", given_name=name))


def test_a_restored_copy_writes_under_a_device_id_of_its_own(tmp_path: Path) -> None:
    room, elsewhere = VaultRoom(tmp_path / "laptop"), tmp_path / "andere laptop"
    workspace = room.create()
    add(workspace, "Noor")
    workspace.organisation.backup(tmp_path / "kopie.pbbackup")
    workspace.lock()
    room.vaults.restore(tmp_path / "kopie.pbbackup", elsewhere)

    room.clock.moment = room.clock.moment.replace(hour=20)
    looking = room.vaults.unlock(elsewhere, PASSWORD, read_only=True)
    before = devices(looking)
    looking.lock()
    for name in ("Daan", "Fatima"):  # the second time it is no new copy any more
        put_back = room.vaults.unlock(elsewhere, PASSWORD)
        add(put_back, name)
        after = devices(put_back)
        put_back.lock()
    new = set(after) - set(before)
    assert len(set(before)) == 1
    assert len(new) == 1
    assert not (elsewhere / "vault.restored").exists()

    own = room.unlock()
    add(own, "Emre")
    assert set(devices(own)) == set(before)
    own.lock()
