"""What bad input and bad luck get: each a clear Dutch message, nothing lost, and a way on."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from tests.vault_room import PASSWORD, VaultRoom

from planbureau.errors import (
    InvalidInputError,
    OnlyReadableError,
    PlanbureauError,
    VaultError,
    WrongSecretError,
)
from planbureau.services.api import Workspace
from planbureau.vault.access import VaultAccess
from planbureau.vault.errors import (
    DatabaseDamagedError,
    DiskFullError,
    ForeignDatabaseError,
    KeyFileDamagedError,
    KeyFileMissingError,
    NewerFormatError,
    NotAVaultError,
    ReadOnlyPlaceError,
    VaultInUseError,
)
from planbureau.vault.header_v1 import VERSION, canonical
from planbureau.views import FormKey, PersonView

NOOR = PersonView(given_name="Noor", family_name="Voorbeeld")


@pytest.fixture
def locked(room: VaultRoom) -> VaultRoom:
    """A vault with one client, closed."""
    workspace = room.create()
    workspace.clients.add_client(NOOR)
    workspace.lock()
    return room


def names(workspace: Workspace) -> list[str]:
    return [row.sort_name for row in workspace.clients.rows()]


def database(room: VaultRoom) -> Path:
    return next(room.place.glob("vault-*.db"))


def refused(room: VaultRoom, kind: type[PlanbureauError], password: str = PASSWORD) -> str:
    """Why the vault does not open; the words hold no path and no password."""
    before = {path.name for path in room.place.iterdir()}
    with pytest.raises(kind) as caught:
        room.vaults.unlock(room.place, password)
    words = str(caught.value)
    assert caught.value.what.endswith(".")
    assert caught.value.advice.endswith(".")
    assert str(room.folder) not in words
    assert PASSWORD not in words
    lost = before - {path.name for path in room.place.iterdir()}
    assert {name for name in lost if not name.startswith(("vault.lock", "vault.holder"))} == set()
    return words


def test_a_wrong_password(locked: VaultRoom) -> None:
    assert "past niet" in refused(locked, WrongSecretError, "iets anders")
    again = locked.unlock()  # the lock was given back
    assert names(again) == ["Voorbeeld, Noor"]
    again.lock()


def test_an_empty_password_is_a_wrong_one(locked: VaultRoom) -> None:
    refused(locked, WrongSecretError, "")


def test_a_wrong_recovery_code(locked: VaultRoom, tmp_path: Path) -> None:
    other = VaultRoom(tmp_path / "ander")
    other.create_anew().lock()
    vaults = locked.vaults
    assert "typefout" in vaults.recovery_code_fault(other.recovery_code[:-1] + "?")
    assert vaults.recovery_code_fault(other.recovery_code.lower().replace("-", " ")) == ""
    with pytest.raises(WrongSecretError, match="hoort niet bij deze kluis"):
        vaults.unlock_with_recovery(locked.place, other.recovery_code, "kachel wolk potlood zeven")
    locked.unlock().lock()


def test_key_files_that_are_gone(locked: VaultRoom) -> None:
    for name in ("keys.json", "keys.bak.json"):
        (locked.place / name).unlink()
    assert "ontbreken" in refused(locked, KeyFileMissingError)


def test_one_damaged_key_file_is_healed(locked: VaultRoom) -> None:
    (locked.place / "keys.json").write_text("{")
    locked.unlock().lock()
    assert (locked.place / "keys.json").read_bytes() == (locked.place / "keys.bak.json").read_bytes()


def test_two_damaged_key_files(locked: VaultRoom) -> None:
    for name in ("keys.json", "keys.bak.json"):
        (locked.place / name).write_bytes(b"\x00" * 300)
    assert "beschadigd" in refused(locked, KeyFileDamagedError)


@pytest.mark.parametrize("keep", [0, 10, 3000, 4096])
def test_a_database_that_was_cut_off(locked: VaultRoom, keep: int) -> None:
    content = database(locked).read_bytes()
    database(locked).write_bytes(content[:keep])
    words = refused(locked, DatabaseDamagedError)
    assert "reservekopie" in words


def test_a_damaged_database(locked: VaultRoom) -> None:
    with database(locked).open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(2000))
    assert "beschadigd" in refused(locked, DatabaseDamagedError)


def test_damage_found_later_is_told_too(locked: VaultRoom) -> None:
    """The first page is whole, so the vault opens; a page that is read later is not."""
    content = bytearray(database(locked).read_bytes())
    for start in range(4096 * 8, len(content), 4096):
        content[start : start + 64] = os.urandom(64)
    database(locked).write_bytes(content)
    assert "beschadigd" in refused(locked, DatabaseDamagedError)


def test_a_database_of_another_vault(locked: VaultRoom, tmp_path: Path) -> None:
    other = VaultRoom(tmp_path / "ander")
    other.create_anew().lock()
    database(locked).write_bytes(database(other).read_bytes())
    assert "hoort niet bij" in refused(locked, ForeignDatabaseError)


def test_a_newer_format(locked: VaultRoom) -> None:
    for name in ("keys.json", "keys.bak.json"):
        path = locked.place / name
        content = {**json.loads(path.read_text()), "version": VERSION + 1}
        del content["sum"]
        summed = {**content, "sum": hashlib.sha256(canonical(content)).hexdigest()}
        path.write_text(json.dumps(summed))
    assert "nieuwere versie" in refused(locked, NewerFormatError)


def test_a_folder_without_a_vault_stays_as_it_was(room: VaultRoom, tmp_path: Path) -> None:
    folder = tmp_path / "documenten"
    folder.mkdir()
    with pytest.raises(NotAVaultError, match="geen kluis"):
        room.vaults.unlock(folder, PASSWORD)
    assert list(folder.iterdir()) == []


def test_a_vault_that_is_open_elsewhere(locked: VaultRoom) -> None:
    first = locked.unlock()
    # Even with a wrong password: the message comes before the slow key.
    words = refused(locked, VaultInUseError, "maakt niet uit")
    assert "al open: Planbureau op" in words
    reader = locked.vaults.unlock(locked.place, PASSWORD, read_only=True)
    assert names(reader) == ["Voorbeeld, Noor"]
    first.clients.add_client(replace(NOOR, given_name="Sem"))
    assert len(names(reader)) == 2
    reader.lock()
    first.lock()
    locked.unlock().lock()


def test_reading_only_refuses_every_write_in_words(locked: VaultRoom) -> None:
    reader = locked.vaults.unlock(locked.place, PASSWORD, read_only=True)
    organisation, user = reader.organisation.organisation(), reader.organisation.user()
    client = reader.clients.client(reader.clients.rows()[0].id)
    tries: list[Callable[[], object]] = [
        lambda: reader.clients.add_client(NOOR),
        lambda: reader.clients.save_person(client.person, replace(client.person, note="x")),
        lambda: reader.plans.start_plan("osp", client.id),
        lambda: reader.organisation.save(organisation, replace(organisation, name="Anders")),
        lambda: reader.organisation.save_user(user, replace(user, function="x")),
        lambda: reader.organisation.change_password(PASSWORD, "kachel wolk potlood zeven"),
        lambda: reader.organisation.new_recovery_code(PASSWORD),
    ]
    for attempt in tries:
        with pytest.raises(VaultError, match="alleen") as caught:
            attempt()
        assert "lezen" in caught.value.what
    assert reader.organisation.organisation().name == "Zorg Voorbeeld"
    reader.lock()


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """A folder for reading only, also for root, by being nobody for a while."""
    inside = [folder, *folder.rglob("*")]
    above = [place for place in folder.parents if place.owner() and place.stat().st_mode & 0o055 != 0o055]
    modes = [(place, place.stat().st_mode) for place in above]
    root = os.geteuid() == 0
    for path in inside:
        path.chmod(0o555 if path.is_dir() else 0o444)
    if root:
        for place, mode in modes:
            place.chmod(mode | 0o055)
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
            for place, mode in modes:
                place.chmod(mode)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_folder_for_reading_only(locked: VaultRoom) -> None:
    with without_rights(locked.place):
        words = refused(locked, ReadOnlyPlaceError)
        reader = locked.vaults.unlock(locked.place, PASSWORD, read_only=True)
        found = names(reader)
        reader.lock()
    assert "niet geschreven" in words
    assert found == ["Voorbeeld, Noor"]
    assert issubclass(ReadOnlyPlaceError, OnlyReadableError)


def test_a_page_that_comes_back_wrong_is_no_end(locked: VaultRoom) -> None:
    workspace = locked.unlock()
    client = workspace.clients.rows()[0].id
    path = next(locked.place.glob("vault-*.db"))
    workspace.organisation.verify()  # empties the log: every page is in the file
    whole = path.read_bytes()
    cold = locked.vaults.unlock(locked.place, PASSWORD, read_only=True)
    with path.open("r+b") as file:
        for page in range(1, len(whole) // 4096):
            file.seek(page * 4096 + 50)
            file.write(b"xxxx")
    with pytest.raises(DatabaseDamagedError):
        cold.clients.client(client)
    path.write_bytes(whole)
    assert cold.clients.client(client).person.given_name == "Noor", "what is right again is read again"
    cold.lock()
    workspace.lock()


@dataclass
class Disk:
    """Lets the disk of a vault be full: each connection may not grow any more."""

    connections: list[Any] = field(default_factory=list)

    def fill(self) -> None:
        for connection in self.connections:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count={pages}").fetchall()

    def make_room(self) -> None:
        for connection in self.connections:
            connection.execute("PRAGMA max_page_count=1000000").fetchall()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made, connect = Disk(), VaultAccess.connect

    def remember(access: VaultAccess, *, read_only: bool = False) -> Any:
        connection = connect(access, read_only=read_only)
        made.connections.append(connection)
        return connection

    monkeypatch.setattr(VaultAccess, "connect", remember)
    return made


def open_connections(disk: Disk) -> None:
    """Forgets the connections that were closed meanwhile."""
    alive = []
    for connection in disk.connections:
        try:
            connection.execute("SELECT 1").fetchall()
        except Exception:  # noqa: BLE001, S112 - closed is what is asked
            continue
        alive.append(connection)
    disk.connections[:] = alive


def test_a_full_disk_while_saving(disk: Disk, room: VaultRoom) -> None:
    workspace = room.create()
    client_id, _ = workspace.clients.add_client(NOOR)
    before = workspace.clients.client(client_id)
    heard: list[object] = []
    workspace.subscribe(heard.append)
    open_connections(disk)
    disk.fill()
    long_note = replace(before, person=replace(before.person, note="verhaal " * 20_000))
    with pytest.raises(DiskFullError, match="schijf is vol") as caught:
        workspace.clients.save_client(before, long_note)
    assert "Wat al bewaard was, is er nog" in str(caught.value)
    assert heard == []
    assert workspace.clients.client(client_id) == before  # nothing half written
    disk.make_room()
    workspace.clients.save_client(before, long_note)  # the same form is saved after all
    assert workspace.clients.client(client_id).person.note == long_note.person.note
    workspace.lock()
    again = room.unlock()
    assert again.organisation.verify() == "De kluis is in orde."
    again.lock()


def test_a_draft_on_a_full_disk_is_told(disk: Disk, room: VaultRoom) -> None:
    workspace = room.create()
    client_id, _ = workspace.clients.add_client(NOOR)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    open_connections(disk)
    disk.fill()
    with pytest.raises(DiskFullError):
        workspace.plans.save_draft(plan_id, "belangrijk", "x" * 200_000)
    disk.make_room()
    workspace.plans.save_draft(plan_id, "belangrijk", "x" * 200_000)
    assert len(workspace.plans.drafts(plan_id)[0].text) == 200_000
    workspace.lock()


def test_a_fault_of_the_program_keeps_its_own_name(room: VaultRoom) -> None:
    """Only what disk and database report is put in words; a mistake of ours must not hide behind them."""
    workspace = room.create()
    with pytest.raises(ZeroDivisionError), workspace._context.writing():  # type: ignore[attr-defined]
        _ = 1 / 0
    workspace.lock()


def test_damage_while_reading_is_told(locked: VaultRoom) -> None:
    workspace = locked.unlock()
    workspace.lock()
    workspace = locked.unlock()
    path = database(locked)
    content = bytearray(path.read_bytes())
    for start in range(4096 * 4, len(content), 4096):
        content[start : start + 64] = os.urandom(64)
    path.write_bytes(content)
    with pytest.raises(DatabaseDamagedError, match="beschadigd"):
        workspace.search("voorbeeld")
    with pytest.raises(VaultError, match="beschadigd"):
        workspace.organisation.verify()
    workspace.lock()


def test_a_new_vault_that_fails_leaves_nothing(room: VaultRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    from planbureau.services.vault import vaults

    def full(*_: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as patch:
        patch.setattr(vaults, "_set_up", full)
        with pytest.raises(DiskFullError):
            room.create_anew()
    assert not room.place.exists()
    room.create_anew().lock()


def test_half_a_sign_is_refused_in_words_and_changes_nothing(tmp_path: Path) -> None:
    """A field with a longest length can cut an emoji in two; no file can hold such a half."""
    workspace = VaultRoom(tmp_path).create()
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor"))
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    half = "ijs \ud83c"
    for write in (
        lambda: workspace.clients.add_client(PersonView(given_name=half)),
        lambda: workspace.plans.save_answer(plan_id, "belangrijk_voor_mij", half, ()),
        lambda: workspace.plans.save_draft(plan_id, "belangrijk_voor_mij", half),
        lambda: workspace.scratch.keep_typing(client_id, "", half),
        lambda: workspace.forms.keep(FormKey("note", client_id), "Rapportage", {"tekst": half}),
    ):
        with pytest.raises(InvalidInputError, match="half teken"):
            write()
    whole = workspace.exchange.export_client(client_id)
    torn = whole.replace(b'"Noor"', b'"No\\ud83cor"')
    with pytest.raises(PlanbureauError) as told:
        workspace.exchange.import_file(torn, as_copy=True)
    assert "Er is niets veranderd" in str(told.value)
    assert [row.full_name for row in workspace.clients.rows()] == ["Noor"]
    workspace.lock()


def test_a_backup_with_a_name_that_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    workspace = VaultRoom(tmp_path).create()
    with pytest.raises(VaultError, match="te lang"):
        workspace.organisation.backup(tmp_path / ("k" * 300))
    with pytest.raises(VaultError, match="De map is er niet"):
        workspace.organisation.backup(Path("/proc/nergens/kopie"))
    workspace.lock()
