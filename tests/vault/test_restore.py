from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from planbureau.vault import errors
from planbureau.vault.access import VaultAccess
from planbureau.vault.backup import backup
from planbureau.vault.creation import CreatedVault
from planbureau.vault.opening import unlock_with_password
from planbureau.vault.restore import restore, verify_backup


@pytest.fixture
def package(made: CreatedVault, fill: Callable[[VaultAccess, int], None], tmp_path: Path) -> Path:
    fill(made.access, 40)
    return backup(made.access, tmp_path / "uit" / "kluis.zip").path


def rewrite(
    package: Path, change: Callable[[dict[str, bytes]], object], method: int = zipfile.ZIP_STORED
) -> None:
    with zipfile.ZipFile(package) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(package, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def with_manifest(**changes: object) -> Callable[[dict[str, bytes]], object]:
    def change(members: dict[str, bytes]) -> None:
        members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | changes).encode()

    return change


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


DAMAGE: dict[str, Callable[[dict[str, bytes]], object]] = {
    "database with a wrong bit": lambda m: m.update({"vault.db": flipped(m["vault.db"])}),
    "database cut off": lambda m: m.update({"vault.db": m["vault.db"][:4096]}),
    "database missing": lambda m: m.pop("vault.db"),
    "keys damaged": lambda m: m.update({"keys.json": b"{}"}),
    "keys missing": lambda m: m.pop("keys.json"),
    "something extra": lambda m: m.update({"../../boos.txt": b"x"}),
    "manifest unreadable": lambda m: m.update({"manifest.json": b"{"}),
    "manifest of another vault": with_manifest(vault_id="6f1c1c9e-58d5-4f35-a3a5-1f6a0c1d2e3f"),
    "manifest with an unknown key": with_manifest(extra=1),
    "manifest without a zone": with_manifest(created="2026-03-16T10:00:00"),
    "manifest with a wrong type": with_manifest(created=5),
    "manifest too large": lambda m: m.update({"manifest.json": m["manifest.json"] + b" " * 70_000}),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_backup_leaves_nothing_behind(package: Path, tmp_path: Path, name: str) -> None:
    rewrite(package, DAMAGE[name])
    with pytest.raises(errors.BackupDamagedError):
        restore(package, tmp_path / "nieuw" / "terug")
    assert not (tmp_path / "nieuw").exists()


def test_every_part_of_the_file_is_guarded(package: Path, tmp_path: Path, folder: Path) -> None:
    names = ("keys.json", "vault-1.db")
    restore(package, tmp_path / "heel")
    whole = [(tmp_path / "heel" / name).read_bytes() for name in names]
    assert whole[0] == (folder / "keys.json").read_bytes()
    data = package.read_bytes()
    for place in range(0, len(data), len(data) // 40):
        package.write_bytes(data[:place] + bytes([data[place] ^ 0x40]) + data[place + 1 :])
        try:
            restore(package, tmp_path / f"terug-{place}")
        except (errors.BackupDamagedError, errors.NotABackupError):
            assert not (tmp_path / f"terug-{place}").exists()
        else:
            # A byte that means nothing, such as a time in the directory of the ZIP.
            assert [(tmp_path / f"terug-{place}" / name).read_bytes() for name in names] == whole


@pytest.mark.parametrize("part", [0.3, 0.9, 0.999])
def test_a_copy_that_stopped_half_way(package: Path, tmp_path: Path, part: float) -> None:
    os.truncate(package, int(package.stat().st_size * part))
    with pytest.raises(errors.BackupDamagedError):
        restore(package, tmp_path / "terug")
    assert not (tmp_path / "terug").exists()


def test_a_compressed_file_is_not_ours(package: Path, tmp_path: Path) -> None:
    rewrite(package, lambda _members: None, zipfile.ZIP_DEFLATED)
    with pytest.raises(errors.BackupDamagedError):
        restore(package, tmp_path / "terug")


def test_other_files_are_no_backup(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8 een foto")
    (tmp_path / "leeg.zip").write_bytes(b"")
    with zipfile.ZipFile(tmp_path / "ander.zip", "w") as archive:
        archive.writestr("brief.txt", "x")
    with zipfile.ZipFile(tmp_path / "manifest.zip", "w") as archive:
        archive.writestr("manifest.json", '{"format": "iets anders"}')
        archive.writestr("keys.json", "{}")
        archive.writestr("vault.db", "")
    for name in ("foto.jpg", "leeg.zip", "ander.zip", "manifest.zip", "bestaat niet.zip", "."):
        with pytest.raises(errors.NotABackupError):
            restore(tmp_path / name, tmp_path / "terug")


def test_a_newer_backup(package: Path, tmp_path: Path) -> None:
    rewrite(package, with_manifest(version=2))
    with pytest.raises(errors.NewerFormatError):
        restore(package, tmp_path / "terug")


def test_never_over_an_existing_vault(package: Path, folder: Path, password: str) -> None:
    with pytest.raises(errors.FolderNotEmptyError):
        restore(package, folder)
    unlock_with_password(folder, password).connect().close()


def test_checking_a_backup_with_its_password(package: Path, password: str) -> None:
    report = verify_backup(package, password)
    assert report.ok
    assert report.rows["plan"] == 40
    with pytest.raises(errors.WrongPasswordError):
        verify_backup(package, "fout")
