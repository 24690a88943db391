from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from planbureau.clock import FixedClock
from planbureau.vault import creation
from planbureau.vault.creation import CreatedVault, create_vault
from planbureau.vault.errors import DiskFullError, EmptyPasswordError, FolderNotEmptyError, ReadOnlyPlaceError
from planbureau.vault.kdf import KdfParameters
from planbureau.vault.opening import look_at


def test_a_new_vault_is_two_key_files_and_a_database(made: CreatedVault, folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["keys.bak.json", "keys.json", "vault-1.db"]
    assert (folder / "keys.json").read_bytes() == (folder / "keys.bak.json").read_bytes()
    assert made.access.slot_label == "Anna de Wit"
    assert [user.label for user in look_at(folder).users] == ["Anna de Wit"]
    connection = made.access.connect()
    assert dict(connection.execute("SELECT key, value FROM vault_meta").fetchall()) == {
        "vault_id": made.access.vault_id,
        "format": "1",
    }
    connection.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_others_on_the_computer_cannot_look_inside(made: CreatedVault, folder: Path) -> None:
    assert made.access.is_open
    assert folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())


def test_the_code_and_the_password_do_not_show(made: CreatedVault, password: str) -> None:
    assert made.recovery_code not in repr(made)
    assert password not in repr(made)


def test_an_empty_folder_will_do(folder: Path, clock: FixedClock, fast_kdf: KdfParameters) -> None:
    folder.mkdir()
    create_vault(folder, "x", "Anna", clock, fast_kdf).access.close()
    assert (folder / "keys.json").is_file()


def test_a_folder_with_something_in_it_is_left_alone(
    folder: Path, clock: FixedClock, fast_kdf: KdfParameters
) -> None:
    folder.mkdir()
    (folder / "foto.jpg").write_bytes(b"x")
    with pytest.raises(FolderNotEmptyError):
        create_vault(folder, "x", "Anna", clock, fast_kdf)
    assert [path.name for path in folder.iterdir()] == ["foto.jpg"]
    assert list(folder.parent.iterdir()) == [folder]


def test_a_file_in_the_place_of_the_folder(folder: Path, clock: FixedClock, fast_kdf: KdfParameters) -> None:
    folder.write_bytes(b"x")
    with pytest.raises(FolderNotEmptyError):
        create_vault(folder, "x", "Anna", clock, fast_kdf)
    assert folder.read_bytes() == b"x"


def test_an_existing_vault_is_never_overwritten(
    made: CreatedVault, folder: Path, clock: FixedClock, fast_kdf: KdfParameters
) -> None:
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(FolderNotEmptyError):
        create_vault(folder, "x", "Anna", clock, fast_kdf)
    assert (folder / "keys.json").read_bytes() == before
    assert made.access.is_open


def test_an_empty_password_is_refused(folder: Path, clock: FixedClock, fast_kdf: KdfParameters) -> None:
    with pytest.raises(EmptyPasswordError):
        create_vault(folder, "", "Anna", clock, fast_kdf)
    assert not folder.exists()


@pytest.mark.parametrize("step", ["_create_database", "save_header", "require_database"])
def test_a_full_disk_leaves_nothing_behind(
    step: str, tmp_path: Path, clock: FixedClock, fast_kdf: KdfParameters, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = getattr(creation, step)

    def fails(*arguments: object) -> None:
        original(*arguments)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(creation, step, fails)
    with pytest.raises(DiskFullError):
        create_vault(tmp_path / "nieuwe map" / "kluis", "x", "Anna", clock, fast_kdf)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_a_read_only_place(
    open_place: Path,
    without_rights: Callable[[Path], AbstractContextManager[None]],
    clock: FixedClock,
    fast_kdf: KdfParameters,
) -> None:
    with without_rights(open_place), pytest.raises(ReadOnlyPlaceError):
        create_vault(open_place / "kluis", "x", "Anna", clock, fast_kdf)
    assert list(open_place.iterdir()) == []
