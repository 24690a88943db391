from __future__ import annotations

import errno
import os
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from planbureau.clock import FixedClock
from planbureau.vault import backup as backup_module
from planbureau.vault import errors
from planbureau.vault.access import VaultAccess
from planbureau.vault.backup import backup
from planbureau.vault.creation import CreatedVault
from planbureau.vault.opening import unlock_with_password, unlock_with_recovery
from planbureau.vault.passwords import change_password
from planbureau.vault.restore import restore, verify_backup

Fill = Callable[[VaultAccess, int], None]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "reserve" / "kluis.pbbackup"


def count(access: VaultAccess, table: str = "plan") -> int:
    connection = access.connect()
    (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 (our own name)
    connection.close()
    return int(rows)


def test_a_backup_holds_everything_and_opens(
    made: CreatedVault, fill: Fill, target: Path, tmp_path: Path, password: str, clock: FixedClock
) -> None:
    fill(made.access, 50)
    report = backup(made.access, target, clock)
    assert (report.path, report.created, report.size_bytes) == (target, clock.now(), target.stat().st_size)
    assert report.rows == {"client": 1, "plan": 50, "vault_meta": 2}
    assert list(target.parent.iterdir()) == [target]
    with zipfile.ZipFile(target) as archive:
        assert sorted(archive.namelist()) == ["keys.json", "manifest.json", "vault.db"]
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in archive.infolist())

    manifest = restore(target, tmp_path / "terug")
    assert (manifest.vault_id, manifest.created) == (made.access.vault_id, clock.now())
    assert sorted(path.name for path in (tmp_path / "terug").iterdir()) == [
        "keys.bak.json",
        "keys.json",
        "vault-1.db",
        "vault.restored",
    ]
    restored = unlock_with_password(tmp_path / "terug", password)
    assert count(restored) == 50
    unlock_with_recovery(tmp_path / "terug", made.recovery_code)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_others_on_the_computer_cannot_read_it(access: VaultAccess, target: Path) -> None:
    backup(access, target)
    assert target.stat().st_mode & 0o077 == 0


def test_a_backup_opens_with_the_password_of_its_day(
    made: CreatedVault, target: Path, tmp_path: Path, password: str
) -> None:
    backup(made.access, target)
    change_password(made.access, password, "later")
    restore(target, tmp_path / "terug")
    unlock_with_password(tmp_path / "terug", password)
    with pytest.raises(errors.WrongPasswordError):
        unlock_with_password(tmp_path / "terug", "later")


def test_people_may_go_on_working(made: CreatedVault, fill: Fill, target: Path, password: str) -> None:
    fill(made.access, 200)
    busy, stop = threading.Event(), threading.Event()
    failures: list[Exception] = []

    def work() -> None:
        connection = made.access.connect()
        try:
            while not stop.is_set():
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("INSERT INTO client (name) VALUES ('y')")
                connection.execute("INSERT INTO plan (client, body) VALUES (last_insert_rowid(), 'z')")
                connection.execute("COMMIT")
                busy.set()
        except Exception as error:  # noqa: BLE001 (shown by the assertion below)
            failures.append(error)
        finally:
            connection.close()

    writer = threading.Thread(target=work)
    writer.start()
    try:
        assert busy.wait(30)
        reports = [backup(made.access, target) for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    assert failures == []
    for report in reports:
        # Two rows are written together, so they are in the copy together.
        assert report.rows["plan"] - 200 == report.rows["client"] - 1 > 0
    assert verify_backup(target, password).ok
    assert count(made.access) > reports[0].rows["plan"]


def test_a_vault_opened_for_reading_can_be_backed_up(
    made: CreatedVault, fill: Fill, target: Path, folder: Path, password: str
) -> None:
    fill(made.access, 5)
    access = unlock_with_password(folder, password, read_only=True)
    assert backup(access, target).rows["plan"] == 5
    assert verify_backup(target, password).ok


def damage_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 12 + 100)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))


def test_a_damaged_vault_never_replaces_a_good_backup(made: CreatedVault, fill: Fill, target: Path) -> None:
    fill(made.access, 50)
    backup(made.access, target)
    good = target.read_bytes()
    damage_page(made.access.db_path)
    with pytest.raises(errors.DatabaseDamagedError):
        backup(made.access, target)
    assert target.read_bytes() == good
    assert list(target.parent.iterdir()) == [target]


def test_a_copy_with_dangling_references_is_refused(made: CreatedVault, fill: Fill, target: Path) -> None:
    fill(made.access, 3)
    connection = made.access.connect()
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("DELETE FROM client")
    connection.close()
    with pytest.raises(errors.DatabaseDamagedError, match="niet bewaard"):
        backup(made.access, target)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("step", ["_snapshot", "_pack", "_read_back", "sync_file", "replace_patiently"])
def test_a_full_disk_leaves_the_old_backup(
    made: CreatedVault, target: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(made.access, target)
    good = target.read_bytes()

    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup_module, step, full)
    with pytest.raises(errors.DiskFullError):
        backup(made.access, target)
    assert target.read_bytes() == good
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.skipif(os.name != "posix", reason="limits are of POSIX")
def test_a_disk_that_really_refuses(made: CreatedVault, fill: Fill, target: Path) -> None:
    import resource

    fill(made.access, 300)
    backup(made.access, target)
    good = target.read_bytes()
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, old[1]))
    try:
        with pytest.raises((errors.DiskFaultError, errors.DiskFullError)):
            backup(made.access, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert target.read_bytes() == good
    assert list(target.parent.iterdir()) == [target]
    assert count(made.access) == 300


def test_what_was_written_is_read_back(
    made: CreatedVault, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = backup_module._pack

    def bad_stick(header: object, snapshot: Path, package: Path, created: object) -> object:
        manifest = original(header, snapshot, package, created)  # type: ignore[arg-type]
        damage_page_of(package, 3000)
        return manifest

    monkeypatch.setattr(backup_module, "_pack", bad_stick)
    with pytest.raises(errors.BackupDamagedError):
        backup(made.access, target)
    assert list(target.parent.iterdir()) == []


def damage_page_of(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def test_a_closed_vault_makes_no_backup(access: VaultAccess, target: Path) -> None:
    access.close()
    with pytest.raises(errors.VaultClosedError):
        backup(access, target)
